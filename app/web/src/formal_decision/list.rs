//! Every decision: open ones by how long they have waited, then those that were taken.
use super::words::{self, outcome_state, taken_by};
use crate::{
    failure::Failure,
    here::Here,
    together::{DECIDING, DECISIONS},
    ui::words::{count, date},
};
use axum::response::Response;
use domain::{Matter, MatterState};
use leptos::prelude::*;
use std::cmp::Reverse;

/// Decisions taken that are listed; older ones stand with their innovation.
const TAKEN: usize = 100;

pub async fn show(here: Here) -> Result<Response, Failure> {
    here.answer(|here| {
        let here = here.clone();
        Ok(here.clone().page("Decisions", move || {
            let (mut taken, mut open): (Vec<_>, Vec<_>) =
                here.seen().matters(None).into_iter().partition(Matter::is_settled);
            open.sort_by_key(|one| (one.asked_on().is_none(), one.asked_on(), one.first().id));
            taken.sort_by_key(|one| (Reverse(one.decided_on()), one.first().id));
            let add = (!here.looks_back() && here.seen().records_any_decision()).then(|| {
                view! { <a class="btn btn-go" href=here.link("decisions/new")>"Add a decision"</a> }
            });
            view! {
                <div class="ph">
                    <div class="ph-top">
                        <div><h1>"Decisions"</h1><p class="lead">{finding(&here, &open)}</p></div>
                        <div class="row no-print">{add}</div>
                    </div>
                </div>
                {DECIDING.tabs(&here, DECISIONS).into_any()}
                <div class="stack stack-l">
                    {open_panel(&here, &open).into_any()}
                    {taken_panel(&here, &taken).into_any()}
                </div>
            }
        }))
    })
}

/// What matters most, in a sentence.
fn finding(here: &Here, open: &[Matter]) -> String {
    let longest = open.iter().filter_map(Matter::asked_on).map(|asked| domain::days(asked, here.today)).max();
    let waits = match (open.len(), longest) {
        (0, _) => "Nothing waits for a decision.".to_owned(),
        (1, Some(days)) => format!("One decision is open, for {}.", count(days, "day")),
        (1, None) => "One decision is open.".to_owned(),
        (open, Some(days)) => format!("{open} decisions are open, the longest for {}.", count(days, "day")),
        (open, None) => format!("{open} decisions are open."),
    };
    let share = here.seen().delegated_share(here.today);
    let delegated = match share.decisions {
        0 => String::new(),
        all => format!(" In half a year leads and sponsors took {} of {all}.", share.delegated),
    };
    let board = here.seen().board_turnaround(here.today);
    let board = board.map(|days| format!(" Bodies took {days:.0} days in the middle.")).unwrap_or_default();
    format!("{waits}{delegated}{board}")
}

fn open_panel(here: &Here, open: &[Matter]) -> impl IntoView + use<> {
    let rows = open.iter().flat_map(|matter| matter.parts.iter().map(move |part| (matter, part)));
    let rows = rows.filter(|(_, part)| part.is_open()).map(|(matter, part)| {
        let waits = part.waiting(here.today).map_or_else(|| "–".into(), |days| count(days, "day"));
        let until = part.deferred_to.map(|day| format!(", put off to {}", date(day)));
        let state = (matter.state() == MatterState::Part || matter.state() == MatterState::Split)
            .then(|| view! { <br/><span class="xs quiet">{matter.state().label()}</span> });
        let meeting = part.planned_for.and_then(|id| here.seen().meeting(id).ok());
        let meeting = meeting.map_or_else(|| "–".into(), |one| format!("{}, {}", one.body, date(one.held_on)));
        let warning = words::warning(here, part).map(|text| view! { <p class="s late">{text}</p> });
        let (about, home) = words::about(here, part).unwrap_or_default();
        let council = words::council(here, part).map(|name| format!(" ({name})"));
        let record = (!here.looks_back() && here.seen().may_record_decision(part)).then(|| {
            let address = here.link(&format!("decisions/{}/outcome", part.id));
            let label = format!("Record the outcome: {}", part.what);
            view! { <a href=address aria-label=label>"Record the outcome"</a> }
        });
        view! {
            <tr>
                <th scope="row">
                    <a href=here.link(&format!("decisions/{}", part.id))>{part.what.to_string()}</a>{council}{state}{warning}
                </th>
                <td data-l="About"><a class="quiet" href=home>{about}</a></td>
                <td data-l="Waiting">{waits}{until}</td>
                <td data-l="Meeting">{meeting}</td>
                <td data-l="Answer">{record}</td>
            </tr>
        }
    });
    let content = if open.is_empty() {
        view! { <p class="empty">"What is asked for stands here until it is decided."</p> }.into_any()
    } else {
        view! {
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">"What is asked"</th><th scope="col">"About"</th><th scope="col">"Waiting"</th>
                        <th scope="col">"Meeting"</th><th scope="col">"Answer"</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section class="panel" aria-labelledby="open">
            <h2 id="open" class="mb">{format!("Open ({})", open.len())}</h2>
            {content}
        </section>
    }
}

fn taken_panel(here: &Here, taken: &[Matter]) -> impl IntoView + use<> {
    let rows = taken.iter().take(TAKEN).flat_map(|matter| &matter.parts).map(|part| {
        let (about, home) = words::about(here, part).unwrap_or_default();
        let council = words::council(here, part).map(|name| format!(" ({name})"));
        let took = part.turnaround().map_or_else(|| "–".into(), |days| count(days, "day"));
        view! {
            <tr>
                <th scope="row"><a href=here.link(&format!("decisions/{}", part.id))>{part.what.to_string()}</a>{council}</th>
                <td data-l="About"><a class="quiet" href=home>{about}</a></td>
                <td data-l="Outcome">{outcome_state(part.outcome)}</td>
                <td data-l="By">{taken_by(here, part.taken_by)}</td>
                <td data-l="On">{part.decided_on.map(date)}</td>
                <td class="num" data-l="Took">{took}</td>
            </tr>
        }
    });
    let content = if taken.is_empty() {
        view! { <p class="empty">"Nothing is decided yet."</p> }.into_any()
    } else {
        view! {
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">"Decision"</th><th scope="col">"About"</th><th scope="col">"Outcome"</th>
                        <th scope="col">"By"</th><th scope="col">"On"</th><th scope="col" class="num">"Took"</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
        .into_any()
    };
    let heading =
        if taken.len() > TAKEN { format!("The last {TAKEN} taken") } else { format!("Taken ({})", taken.len()) };
    view! { <section class="panel" aria-labelledby="taken"><h2 id="taken" class="mb">{heading}</h2>{content}</section> }
}
