//! One action: its verdict, the signals that it is told from, and the records behind each.
use super::{records::records, words};
use crate::here::Here;
use domain::{Gate, GateOf, Leadership, LeadershipAction, Settled, Signal};
use leptos::prelude::*;

pub fn action(here: &Here, found: &Leadership, earlier: Option<&Leadership>, one: &LeadershipAction) -> AnyView {
    let thresholds = here.seen().thresholds();
    let id = format!("action-{}", one.action.number());
    let score = one.score.map(|score| view! { <span>{format!("{} of 100", words::score(score))}</span> });
    let earlier = earlier.and_then(|then| then.action(one.action));
    let change = earlier.and_then(|then| one.change_since(then, thresholds)).map(|points| {
        view! { <span class="quiet">{words::change(points)}</span> }
    });
    let missing = one.missing.map(|why| view! { <p class="s">{words::missing(why)}</p> });
    let advice = found.advice_for(one.action).map(|advice| view! { <p class="flash">{advice.text.clone()}</p> });
    let rows: Vec<_> = one.signals.iter().map(|signal| row(signal, &one.gates, thresholds)).collect();
    let other = one.gates.iter().filter(|gate| matches!(gate.of, GateOf::Embedded { .. }));
    let other: Vec<_> = other.map(|gate| view! { <p class="s">{format!("{}.", words::gate(gate))}</p> }).collect();
    let opened: Vec<_> = one.signals.iter().map(|signal| records(here, signal).into_any()).collect();
    let authors = format!("Entered by {}. Strong takes two.", people(one.authors));
    view! {
        <section class="panel stack" aria-labelledby=id.clone()>
            <div class="row spread">
                <h2 id=id.clone()>{format!("{}. {}", one.action.number(), one.action.label())}</h2>
                <p class="row s">{words::verdict(one.verdict)}{score}{change}</p>
            </div>
            {missing}
            {advice}
            <table class="table table-cards">
                <thead><tr>
                    <th scope="col">"Signal"</th>
                    <th scope="col" class="num">"Value"</th>
                    <th scope="col">"From"</th>
                    <th scope="col" class="num">"Points"</th>
                    <th scope="col">"Needed for strong"</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
            {other}
            {opened}
            <p class="xs quiet">{authors}</p>
        </section>
    }
    .into_any()
}

fn row(signal: &Signal, gates: &[Gate], thresholds: &Settled) -> impl IntoView + use<> {
    let gate = gates.iter().find(|gate| gate.of == GateOf::Signal(signal.name));
    let is_shut = gate.is_some_and(|gate| gate.is_met != Some(true));
    let weight = thresholds.weight(signal.name);
    let points = signal.value.map_or_else(
        || format!("– of {weight}"),
        |value| format!("{} of {weight}", words::score(value * f64::from(weight))),
    );
    let to = format!("#records-{}", signal.name.key());
    view! {
        <tr>
            <th scope="row"><a href=to>{signal.name.label()}</a></th>
            <td class="num" data-l="Value">{words::value(signal.value)}</td>
            <td data-l="From">{words::base(signal)}</td>
            <td class="num" data-l="Points">{points}</td>
            <td data-l="Needed for strong" class:late=is_shut>{gate.map_or_else(|| "–".into(), words::gate)}</td>
        </tr>
    }
}

fn people(count: usize) -> String {
    match count {
        1 => "1 person".into(),
        some => format!("{some} people"),
    }
}
