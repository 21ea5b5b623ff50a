//! One milestone with the trail of what was agreed and expected.
use super::trail::trail;
use crate::{
    dependency::{waiting_panel, waits_panel},
    failure::Failure,
    here::Here,
    innovation_frame::crumbs,
    ui::words::{date, slip, span, until},
};
use axum::{extract::Path, response::Response};
use domain::{Act, Innovation, MembershipId, Milestone, MilestoneId, Slug, days};
use leptos::prelude::*;

pub async fn show(here: Here, Path((_, number, id)): Path<(Slug, u32, MilestoneId)>) -> Result<Response, Failure> {
    here.answer(|here| {
        let innovation = here.seen().numbered(number)?.clone();
        let milestone = here.seen().milestone(innovation.id, id)?.clone();
        let here = here.clone();
        Ok(here.clone().page(milestone.title.to_string(), move || {
            let all = here.link(&format!("innovations/{number}/milestones"));
            let critical = if milestone.critical { ", critical" } else { "" };
            let may_edit = !here.looks_back() && here.seen().may(Act::EditInnovation, Some(&innovation));
            view! {
                {crumbs(&here, &innovation)}
                <div class="ph">
                    <p class="kicker">{format!("{}{critical}", milestone.kind.label())}</p>
                    <h1>{milestone.title.to_string()}</h1>
                    {buttons(&here, &innovation, &milestone)}
                </div>
                <div class="stack stack-l">
                    <section class="panel" aria-labelledby="stands">
                        <h2 id="stands" class="mb">{heading(&here, &milestone)}</h2>
                        {held_back(&here, &milestone)}
                        {facts(&here, &milestone)}
                    </section>
                    {waits_panel(&here, &innovation, &milestone, may_edit)}
                    {waiting_panel(&here, &innovation, Some(&milestone))}
                    {trail(&here, &milestone)}
                    {agreed(&here, &milestone)}
                </div>
                <p class="mt"><a href=all>"All milestones of this innovation"</a></p>
            }
        }))
    })
}

fn buttons(here: &Here, innovation: &Innovation, milestone: &Milestone) -> impl IntoView + use<> {
    let may = |act| !here.looks_back() && here.seen().may(act, Some(innovation));
    let (may_edit, is_open) = (may(Act::EditInnovation), milestone.done_on.is_none());
    let base = format!("innovations/{}/milestones/{}", innovation.number, milestone.id);
    let offered = [
        (may_edit && is_open, "complete", "Complete", "btn btn-go"),
        (may_edit, "edit", "Edit", "btn"),
        (may(Act::ChangeBaseline) && is_open, "agree", "Agree a date", "btn"),
        (may_edit, "remove", "Remove", "btn"),
    ];
    let links: Vec<_> = offered
        .into_iter()
        .filter(|(is_offered, ..)| *is_offered)
        .map(|(_, path, word, class)| view! { <a class=class href=here.link(&format!("{base}/{path}"))>{word}</a> })
        .collect();
    (!links.is_empty()).then(|| view! { <div class="row mt">{links}</div> })
}

/// The finding, not the topic.
fn heading(here: &Here, milestone: &Milestone) -> String {
    let against = match milestone.slip_first() {
        Some(0) => ", as first planned".into(),
        Some(_) => format!(", {} against the first plan", slip(milestone.slip_first())),
        None => String::new(),
    };
    if let Some(done) = milestone.done_on {
        return format!("Done on {}{against}", date(done));
    }
    match milestone.overdue(here.today) {
        0 => {
            let forecast = milestone.forecast_on();
            format!("Expected on {}, {}{against}", date(forecast), until(days(here.today, forecast)))
        }
        overdue => format!("{} overdue: done, or a new date?", span(overdue)),
    }
}

/// What it waits on may not allow its own forecast.
fn held_back(here: &Here, milestone: &Milestone) -> Option<impl IntoView + use<>> {
    let schedule = here.seen().schedule();
    let implied = schedule.implied(milestone.key()).filter(|_| schedule.is_conflict(milestone))?;
    let (innovation, other) = implied.because?;
    let (number, other) =
        (here.seen().innovation(innovation).ok()?.number, here.seen().milestone(innovation, other).ok()?);
    let address = here.link(&format!("innovations/{number}/milestones/{}", other.id));
    Some(view! {
        <p class="late mb">{format!("It cannot be before {}, because of ", date(implied.on))}<a href=address>{other.title.to_string()}</a>"."</p>
    })
}

fn facts(here: &Here, milestone: &Milestone) -> impl IntoView + use<> {
    let or_dash = |day: Option<chrono::NaiveDate>| day.map_or_else(|| "–".into(), date);
    let owner = milestone.owner.map_or_else(|| "–".into(), |owner| name(here, owner));
    let acceptance = milestone.acceptance.as_ref().map_or_else(|| "Nobody has said".into(), ToString::to_string);
    view! {
        <dl class="dl">
            <dt>"Owner"</dt>
            <dd>{owner}</dd>
            <dt>"First planned"</dt>
            <dd>{or_dash(milestone.first_baseline_on())}</dd>
            <dt>"Agreed"</dt>
            <dd>{or_dash(milestone.baseline_on())}</dd>
            <dt>"Against the agreed date"</dt>
            <dd>{slip(milestone.slip())}</dd>
            <dt>"Done when"</dt>
            <dd>{acceptance}</dd>
        </dl>
    }
}

/// Newest first; the first agreed date stays for good.
fn agreed(here: &Here, milestone: &Milestone) -> Option<AnyView> {
    (!milestone.baselines.is_empty()).then(|| {
        let rows = milestone.baselines.iter().rev().map(|one| {
            let approver = one.approver.map(|approver| format!("Approved by {}", name(here, approver)));
            let why = [one.reason.as_ref().map(ToString::to_string), approver].into_iter().flatten();
            trail_entry(date(one.baseline_on), one.on, why.collect::<Vec<_>>().join(". "))
        });
        let rows = rows.collect_view();
        view! {
            <section class="panel" aria-labelledby="agreed">
                <h2 id="agreed" class="mb">{times(milestone.baselines.len(), "Agreed")}</h2>
                <ol class="rows">{rows}</ol>
            </section>
        }
        .into_any()
    })
}

fn trail_entry(what: String, on: chrono::NaiveDate, why: String) -> impl IntoView {
    view! {
        <li>
            <div class="row spread"><b>{what}</b><time class="s quiet" datetime=on.to_string()>{format!("Entered {}", date(on))}</time></div>
            <p class="s">{why}</p>
        </li>
    }
}

fn times(count: usize, word: &str) -> String {
    match count {
        1 => format!("{word} once"),
        2 => format!("{word} twice"),
        count => format!("{word} {count} times"),
    }
}

fn name(here: &Here, id: MembershipId) -> String {
    here.seen().membership(id).map_or_else(|| "–".into(), |one| one.name.to_string())
}
