//! One meeting: its agenda, what became of last time, what was decided and promised.
use super::{OfMeeting, agenda::agenda};
use crate::{
    failure::Failure,
    follow_up,
    formal_decision::{outcome_state, taken_by},
    here::Here,
    innovation_frame::named,
    short_form::crumbs,
    ui::words::{date, until},
};
use axum::{extract::Path, response::Response};
use domain::{FormalDecision, Meeting, MeetingId, Source, TakenBy, days};
use leptos::prelude::*;
use std::sync::Arc;

pub async fn show(here: Here, Path((_, id)): OfMeeting) -> Result<Response, Failure> {
    here.answer(|here| {
        let meeting = here.seen().meeting(id)?.clone();
        let here = here.clone();
        Ok(here.clone().page(format!("{}, {}", meeting.body, date(meeting.held_on)), move || {
            let team = meeting.innovation.and_then(|id| here.seen().innovation(id).ok());
            let team = team.map(|one| view! { <p class="kicker">{named(&here, one)}</p> });
            let when = match days(here.today, meeting.held_on) {
                ahead if ahead >= 0 => format!("{}, {}", date(meeting.held_on), until(ahead)),
                _ => date(meeting.held_on),
            };
            let title = meeting.body.to_string();
            let notes = meeting.notes.as_ref().map(|notes| {
                view! {
                    <section class="panel" aria-labelledby="notes">
                        <h2 id="notes">"Notes"</h2><p class="prose lines">{notes.to_string()}</p>
                    </section>
                }
            });
            view! {
                {crumbs(vec![("Meetings".into(), here.link("meetings"))])}
                <div class="ph">
                    {team}
                    <div class="ph-top">
                        <div><h1>{title}</h1><p class="lead">{when}</p></div>
                        {actions(&here, &meeting)}
                    </div>
                </div>
                <div class="split">
                    <div class="stack stack-l">
                        {last_time(&here, &meeting).into_any()}
                        {agenda(&here, &meeting).into_any()}
                        {decisions(&here, &meeting).into_any()}
                        {follow_up::panel(&here, Source::Meeting(id), meeting.innovation).into_any()}
                        {notes}
                    </div>
                    {about(&here, &meeting).into_any()}
                </div>
            }
        }))
    })
}

fn actions(here: &Here, meeting: &Meeting) -> Option<impl IntoView + use<>> {
    (!here.looks_back() && here.seen().may_record_meeting(meeting)).then(|| {
        let edit = here.link(&format!("meetings/{}/edit", meeting.id));
        let team = meeting.innovation.and_then(|id| here.seen().innovation(id).ok());
        let team = team.map(|one| format!("&innovation={}", one.number)).unwrap_or_default();
        let next = here.link(&format!("meetings/new?like={}{team}", meeting.id));
        view! {
            <div class="row no-print">
                <a class="btn btn-text" href=here.link(&format!("meetings/{}/remove", meeting.id))>"Remove"</a>
                <a class="btn" href=next>"Plan the next"</a>
                <a class="btn btn-go" href=edit>"Edit"</a>
            </div>
        }
    })
}

/// Whatever was decided or promised at the last meeting of the body, and what became of it.
fn last_time(here: &Here, meeting: &Meeting) -> Option<impl IntoView + use<>> {
    let before = here.seen().meeting_before(meeting)?;
    let promised: Vec<_> = here.seen().follow_ups_from(Source::Meeting(before.id)).into_iter().cloned().collect();
    let decided = taken_at(here, before.id);
    if promised.is_empty() && decided.is_empty() {
        return None;
    }
    let open = promised.iter().filter(|one| one.is_open()).count();
    let heading = format!("Last time, {}: {open} of {} promises open", date(before.held_on), promised.len());
    let table = (!promised.is_empty()).then(|| follow_up::table(here, &promised).into_any());
    let decided = (!decided.is_empty()).then(|| view! { <ul class="rows s mt">{rows(here, &decided)}</ul> });
    Some(view! {
        <section class="panel" aria-labelledby="last"><h2 id="last" class="mb">{heading}</h2>{table}{decided}</section>
    })
}

fn taken_at(here: &Here, id: MeetingId) -> Vec<Arc<FormalDecision>> {
    here.seen().decisions().filter(|one| one.taken_by == Some(TakenBy::Meeting(id))).cloned().collect()
}

fn decisions(here: &Here, meeting: &Meeting) -> impl IntoView + use<> {
    let taken = taken_at(here, meeting.id);
    let planned =
        |one: &&Arc<FormalDecision>| one.is_open() && one.planned_for == Some(meeting.id) && !taken.contains(one);
    let planned: Vec<_> = here.seen().decisions().filter(planned).cloned().collect();
    let heading = match (taken.len(), planned.len()) {
        (0, 0) => "No decisions".to_owned(),
        (0, planned) => format!("Decisions to take ({planned})"),
        (taken, 0) => format!("Decisions taken ({taken})"),
        (taken, planned) => format!("Decisions: {taken} taken, {planned} still to take"),
    };
    let (planned, taken) = (rows(here, &planned), rows(here, &taken));
    let may = !here.looks_back() && here.seen().records_any_decision();
    let add = may.then(|| view! { <a class="btn" href=here.link("decisions/new")>"Add a decision"</a> });
    view! {
        <section class="panel" aria-labelledby="decisions">
            <div class="row spread mb"><h2 id="decisions">{heading}</h2> {add}</div>
            <ul class="rows s">{planned} {taken}</ul>
        </section>
    }
}

fn rows(here: &Here, decisions: &[Arc<FormalDecision>]) -> Vec<AnyView> {
    let row = |one: &Arc<FormalDecision>| {
        let by = if one.is_open() { String::new() } else { taken_by(here, one.taken_by) };
        let address = here.link(&format!("decisions/{}", one.id));
        view! {
            <li class="row spread">
                <a href=address>{one.what.to_string()}</a>
                <span class="row">{outcome_state(one.outcome)} <span class="quiet">{by}</span></span>
            </li>
        }
        .into_any()
    };
    decisions.iter().map(row).collect()
}

fn about(here: &Here, meeting: &Meeting) -> impl IntoView + use<> {
    let name = |id| here.seen().membership(id).map(|one| one.name.to_string());
    let attendees: Vec<_> = meeting.attendees.iter().filter_map(|id| name(*id)).collect();
    let rows = [
        ("Kind", Some(meeting.kind.label().to_owned())),
        ("Chair", meeting.chair.and_then(name)),
        ("Taking part", (!attendees.is_empty()).then(|| attendees.join(", "))),
        ("Guests", meeting.others.as_ref().map(ToString::to_string)),
    ];
    let rows = rows.into_iter().filter_map(|(title, text)| Some(view! { <dt>{title}</dt><dd>{text?}</dd> }));
    let pack = meeting.pack.as_ref().map(|address| {
        view! { <p class="s mt"><a href=address.to_string() rel="noopener noreferrer">"Papers"</a></p> }
    });
    view! {
        <aside class="stack" aria-label="About the meeting">
            <section class="panel" aria-labelledby="about"><h2 id="about">"About"</h2><dl class="dl">{rows.collect_view()}</dl>{pack}</section>
        </aside>
    }
}
