//! Risks as rows.
use crate::{
    about::About,
    here::Here,
    innovation_frame::named,
    risk::{
        address,
        words::{capital, due, movement, name, sentence, standing, stricter},
    },
    ui::words::{date, until},
};
use domain::{Movement, RiskLine, RiskTable, days};
use leptos::prelude::*;

pub fn table(here: &Here, lines: &[RiskLine]) -> AnyView {
    let rows = lines.iter().map(|line| row(here, line)).collect_view();
    view! {
        <table class="table table-cards">
            <thead>
                <tr>
                    <th scope="col" class="num">"Score"</th>
                    <th scope="col">"Risk"</th>
                    <th scope="col">"Against 91 days ago"</th>
                    <th scope="col">"Standing"</th>
                    <th scope="col">"Owner"</th>
                    <th scope="col">"What we are doing"</th>
                    <th scope="col">"Next review"</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn about(line: &RiskLine) -> About {
    About { innovation: line.innovation.cloned() }
}

fn row(here: &Here, line: &RiskLine) -> impl IntoView + use<> {
    let (risk, score) = (line.risk, line.score);
    let (stands, calls) = standing(here, risk);
    let stricter = stricter(here, risk).map(|text| view! { <br/><span class="xs quiet">{text}</span> });
    let of = line.innovation.map_or_else(|| here.seen().organisation().name.to_string(), |one| named(here, one));
    let risen = matches!(line.movement, Movement::Up(_));
    view! {
        <tr>
            <td class="num" data-l="Score">
                <span class="heat-key">{score.value()}</span>
                <span class="xs quiet">" "{score.level().label()}</span>
            </td>
            <th scope="row">
                <a href=address(here, &about(line), risk.id)>{capital(&risk.event)}</a>
                <br/>
                <span class="xs quiet">{format!("{of}. {}. {}", risk.category.label(), sentence(risk))}</span>
            </th>
            <td data-l="Movement" class:late=risen>{movement(line.movement, score.value())}</td>
            <td data-l="Standing" class:late=calls>{stands}{stricter}</td>
            <td data-l="Owner">{name(here, risk.owner)}</td>
            <td data-l="Doing">{doing(here, line)}</td>
            <td data-l="Next review" class:late=risk.is_review_overdue(here.today)>{date(risk.review_due_on)}</td>
        </tr>
    }
}

fn doing(here: &Here, line: &RiskLine) -> AnyView {
    let open = line.risk.actions.iter().filter(|action| action.is_open());
    let lines = open.map(|action| {
        let late = action.is_overdue(here.today);
        view! { <span class:late=late>{format!("{}. {}", action.text, due(action, here))}</span><br/> }
    });
    let lines = lines.collect_view();
    if lines.is_empty() {
        let nobody = if line.is_undecided { "No one’s decision" } else { "No action" };
        let text = format!("{nobody}. Response: {}", line.risk.response.label().to_lowercase());
        return view! { <span class:late=line.is_undecided>{text}</span> }.into_any();
    }
    lines.into_any()
}

/// What is over tolerance with no action in date, and what must happen to each.
pub fn unanswered(here: &Here, table: &RiskTable) -> Option<AnyView> {
    let found: Vec<_> = table.unanswered().collect();
    (!found.is_empty()).then(|| {
        let heading = match found.len() {
            1 => "One threat is over tolerance with no action in date".into(),
            many => format!("{many} threats are over tolerance with no action in date"),
        };
        let rows = found.into_iter().map(|line| unanswered_row(here, line)).collect_view();
        view! {
            <section class="panel" aria-labelledby="unanswered">
                <h2 id="unanswered" class="mb">{heading}</h2>
                <ul class="rows">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

fn unanswered_row(here: &Here, line: &RiskLine) -> impl IntoView + use<> {
    let of = line.innovation.map_or_else(|| here.seen().organisation().name.to_string(), |one| named(here, one));
    let steps = line.steps.iter().filter(|step| !step.is_met).map(|step| {
        let when = format!("by {}, {}", date(step.by), until(days(here.today, step.by)));
        view! {
            <li class:late=step.is_late(here.today)>{format!("{}: {when}", step.what.label())}</li>
        }
    });
    view! {
        <li>
            <div class="row spread">
                <span>
                    <span class="heat-key">{line.score.value()}</span>
                    " "
                    <a href=address(here, &about(line), line.risk.id)>{capital(&line.risk.event)}</a>
                </span>
                <span class="s quiet">{format!("{of}. {}", name(here, line.risk.owner))}</span>
            </div>
            <ul class="s">{steps.collect_view()}</ul>
        </li>
    }
}
