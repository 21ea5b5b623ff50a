//! Meetings to come, the next first, and those that were held, the last first.
use crate::{
    failure::Failure,
    here::Here,
    together::{DECIDING, MEETINGS},
    ui::words::{date, until},
};
use axum::response::Response;
use domain::{Act, FollowUp, Meeting, Refusal, Source, days};
use leptos::prelude::*;
use std::sync::Arc;

/// Meetings held that are listed.
const HELD: usize = 100;

pub async fn show(here: Here) -> Result<Response, Failure> {
    if !here.seen().reads_inside() {
        return Err(Refusal::NotFound.into());
    }
    here.answer(|here| {
        let here = here.clone();
        Ok(here.clone().page("Meetings", move || {
            let (mut planned, held): (Vec<_>, Vec<_>) =
                here.seen().meetings().into_iter().cloned().partition(|one| one.is_planned(here.today));
            planned.reverse();
            let promises: Vec<_> = here.seen().follow_ups().into_iter().cloned().collect();
            let late = promises.iter().filter(|one| one.is_overdue(here.today)).count();
            let may = !here.looks_back() && here.seen().may(Act::RecordMeeting, None);
            let add = may.then(|| view! { <a class="btn btn-go" href=here.link("meetings/new")>"Add a meeting"</a> });
            view! {
                <div class="ph">
                    <div class="ph-top">
                        <div><h1>"Meetings"</h1><p class="lead">{finding(&here, &planned, late)}</p></div>
                        <div class="row no-print">{add}</div>
                    </div>
                </div>
                {DECIDING.tabs(&here, MEETINGS).into_any()}
                <div class="stack stack-l">
                    {panel(&here, "planned", "To come", &planned, &promises).into_any()}
                    {panel(&here, "held", "Held", &held, &promises).into_any()}
                </div>
            }
        }))
    })
}

/// What matters most, in a sentence.
fn finding(here: &Here, planned: &[Arc<Meeting>], late: usize) -> String {
    let next = planned.first().map_or_else(
        || "No meeting is planned.".to_owned(),
        |one| format!("{} meets {}.", one.body, until(days(here.today, one.held_on))),
    );
    match late {
        0 => next,
        1 => format!("{next} One follow-up is overdue."),
        late => format!("{next} {late} follow-ups are overdue."),
    }
}

fn panel(
    here: &Here,
    id: &'static str,
    title: &'static str,
    meetings: &[Arc<Meeting>],
    promises: &[Arc<FollowUp>],
) -> impl IntoView + use<> {
    let rows = meetings.iter().take(HELD).map(|one| {
        let mine: Vec<_> = promises.iter().filter(|promise| promise.from == Source::Meeting(one.id)).collect();
        let (open, late) = (
            mine.iter().filter(|promise| promise.is_open()).count(),
            mine.iter().filter(|promise| promise.is_overdue(here.today)).count(),
        );
        let promised = match (mine.len(), open, late) {
            (0, ..) => "–".into(),
            (all, 0, _) => format!("all {all} done"),
            (_, open, 0) => format!("{open} open"),
            (_, open, late) => format!("{open} open, {late} overdue"),
        };
        let is_late = late > 0;
        let chair =
            one.chair.and_then(|id| here.seen().membership(id)).map_or_else(|| "–".into(), |one| one.name.to_string());
        view! {
            <tr>
                <th scope="row"><a href=here.link(&format!("meetings/{}", one.id))>{one.body.to_string()}</a></th>
                <td data-l="On">{date(one.held_on)}</td>
                <td data-l="Kind">{one.kind.label()}</td>
                <td data-l="Chair">{chair}</td>
                <td data-l="Follow-ups" class:late=is_late>{promised}</td>
            </tr>
        }
    });
    let content = if meetings.is_empty() {
        view! { <p class="empty">"None yet."</p> }.into_any()
    } else {
        view! {
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">"Who meets"</th><th scope="col">"On"</th><th scope="col">"Kind"</th>
                        <th scope="col">"Chair"</th><th scope="col">"Follow-ups"</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
        .into_any()
    };
    let heading = format!("{title} ({})", meetings.len());
    view! { <section class="panel" aria-labelledby=id><h2 id=id class="mb">{heading}</h2>{content}</section> }
}
