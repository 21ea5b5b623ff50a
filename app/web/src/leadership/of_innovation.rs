//! What one innovation is evidence for: what counts, what is missing, and the next step.
use super::{figures, records::links, words};
use crate::{here::Here, together::ACTIONS};
use domain::{Act, Innovation, LeadershipAction, MapCell, Scope, Signal, SignalName};
use leptos::prelude::*;
use std::sync::Arc;

pub fn panel(here: &Here, innovation: &Arc<Innovation>) -> AnyView {
    let found = figures(here, Scope::Organisation);
    let counting: Vec<_> = found.actions.iter().filter(|one| one.cell(innovation.id) != MapCell::Dash).collect();
    let all = here.link(ACTIONS);
    let body = if counting.is_empty() {
        view! { <p class="empty">"Nothing counts it at present: it is not under way, or serves no active priority area."</p> }.into_any()
    } else {
        let actions: Vec<_> = counting.into_iter().map(|one| action(here, innovation, one)).collect();
        view! { <div class="stack">{actions}</div> }.into_any()
    };
    view! {
        <section class="panel" aria-labelledby="evidence">
            <div class="row spread mb">
                <h2 id="evidence">"What this is evidence for"</h2>
                <a class="s" href=all>"All actions"</a>
            </div>
            {body}
            <p class="xs quiet mt">"Absence of a record is not absence of the act."</p>
        </section>
    }
    .into_any()
}

fn action(here: &Here, innovation: &Arc<Innovation>, one: &LeadershipAction) -> AnyView {
    let heading = format!(
        "{}. {}: {}",
        one.action.number(),
        one.action.label(),
        words::cell(one.cell(innovation.id)).to_lowercase()
    );
    let rows: Vec<_> = one.counting(innovation.id).map(|signal| row(here, innovation, signal)).collect();
    view! {
        <div>
            <h3 class="s">{heading}</h3>
            <table class="table table-cards">
                <thead><tr>
                    <th scope="col">"Signal"</th>
                    <th scope="col">"Counts"</th>
                    <th scope="col">"What the record shows"</th>
                    <th scope="col">"Next step"</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(here: &Here, innovation: &Arc<Innovation>, signal: &Signal) -> AnyView {
    let is_credited = signal.innovations.get(&innovation.id).copied().unwrap_or(false);
    let own: Vec<_> = signal.counted.iter().filter(|one| one.innovation == innovation.id).collect();
    // Of several records the ones that failed say what is missing.
    let failing: Vec<_> = own.iter().copied().filter(|one| !one.is_credited).collect();
    let told = match (&own[..], &failing[..]) {
        ([one], _) => format!("{}.", one.says),
        (_, []) => format!("All {} count.", own.len()),
        (_, some) => format!("{} of {} did not count, such as: {}.", some.len(), own.len(), some[some.len() - 1].says),
    };
    let records: Vec<_> =
        if failing.is_empty() { &own } else { &failing }.iter().rev().flat_map(|one| one.records.clone()).collect();
    let step = (!is_credited).then(|| next_step(here, innovation, signal.name)).flatten();
    view! {
        <tr>
            <th scope="row">{signal.name.label()}</th>
            <td data-l="Counts" class:late=!is_credited>{if is_credited { "Yes" } else { "Not yet" }}</td>
            <td data-l="What the record shows">{told}{links(here, innovation, &records)}</td>
            <td data-l="Next step">{step.unwrap_or_else(|| view! { "–" }.into_any())}</td>
        </tr>
    }
    .into_any()
}

/// What would make it count, for whoever may do it.
fn next_step(here: &Here, innovation: &Arc<Innovation>, name: SignalName) -> Option<AnyView> {
    let agile = innovation.tracking == domain::TrackingMethod::Agile;
    let (act, path, word) = match name {
        SignalName::Fresh => (Act::PostUpdate, "updates/new", "Post an update"),
        SignalName::Honest => (Act::PostUpdate, "updates/new", "Post one as the record has it"),
        SignalName::LivePlan if agile => (Act::EditInnovation, "work", "Move work on the board"),
        SignalName::LivePlan => (Act::EditInnovation, "milestones", "Bring the plan up to date"),
        SignalName::Measured => (Act::EditDirection, "measures", "Add a reading"),
        SignalName::Moving => (Act::Move, "move", "Decide what comes next"),
        SignalName::RolledOut => (Act::EditInnovation, "scale-up#sites", "Bring the sites up to date"),
        SignalName::Lasting => (Act::EditInnovation, "reviews/new", "Record a review"),
        SignalName::Committed => (Act::EditInnovation, "commitments/new", "Add what is promised"),
    };
    if here.looks_back() || !here.seen().may(act, Some(innovation)) {
        return None;
    }
    let to = here.link(&format!("innovations/{}/{path}", innovation.number));
    Some(view! { <a href=to>{word}</a> }.into_any())
}
