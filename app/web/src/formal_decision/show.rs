//! One decision, with the parts that other councils take and what was promised with it.
use super::{
    OfDecision,
    words::{self, outcome_state, taken_by},
};
use crate::{
    failure::Failure,
    follow_up,
    here::Here,
    short_form::crumbs,
    ui::words::{count, date},
};
use axum::{extract::Path, response::Response};
use domain::{FormalDecision, Source};
use leptos::prelude::*;
use std::sync::Arc;

pub async fn show(here: Here, Path((_, id)): OfDecision) -> Result<Response, Failure> {
    here.answer(|here| {
        let decision = here.seen().decision(id)?.clone();
        let here = here.clone();
        Ok(here.clone().page(decision.what.to_string(), move || {
            let about = words::about(&here, &decision);
            let kicker = about.map(|(named, home)| view! { <p class="kicker"><a href=home>{named}</a></p> });
            let warning = words::warning(&here, &decision).map(|text| view! { <p class="flash flash-warn">{text}</p> });
            let title = decision.what.to_string();
            view! {
                {crumbs(vec![("Decisions".into(), here.link("decisions"))])}
                <div class="ph">
                    {kicker}
                    <div class="ph-top"><h1>{title}</h1> {actions(&here, &decision)}</div>
                </div>
                {warning}
                <div class="stack stack-l">
                    <section class="panel" aria-labelledby="decision">
                        <h2 id="decision">{heading(&here, &decision)}</h2>
                        {facts(&here, &decision).into_any()}
                    </section>
                    {parts(&here, &decision).into_any()}
                    {follow_up::panel(&here, Source::Decision(id), decision.innovation).into_any()}
                </div>
            }
        }))
    })
}

fn actions(here: &Here, decision: &FormalDecision) -> Option<impl IntoView + use<>> {
    let open = decision.is_open() && !here.looks_back() && here.seen().may_record_decision(decision);
    open.then(|| {
        let base = format!("decisions/{}", decision.id);
        let edit = here.seen().records_any_decision().then(|| {
            view! { <a class="btn" href=here.link(&format!("{base}/edit"))>"Edit"</a> }
        });
        let outcome = here.link(&format!("{base}/outcome"));
        view! { <div class="row no-print">{edit} <a class="btn btn-go" href=outcome>"Record the outcome"</a></div> }
    })
}

/// The finding, not the topic.
fn heading(here: &Here, decision: &FormalDecision) -> String {
    match (decision.decided_on, decision.waiting(here.today)) {
        (Some(on), _) => {
            let outcome = decision.outcome.map_or("Decided", |one| one.label());
            format!("{outcome} on {} by {}", date(on), taken_by(here, decision.taken_by))
        }
        (None, Some(days)) => format!("Open for {}", count(days, "day")),
        (None, None) => "Open".into(),
    }
}

fn facts(here: &Here, decision: &FormalDecision) -> impl IntoView + use<> {
    let organisation = here.seen().organisation();
    let planned = decision.planned_for.and_then(|id| here.seen().meeting(id).ok());
    let planned = planned.filter(|_| decision.is_open()).map(|one| format!("{}, {}", one.body, date(one.held_on)));
    let is_key = decision.is_key(organisation);
    let in_force = decision
        .in_force_on(organisation)
        .filter(|_| is_key)
        .map(|day| format!("{}, once it can no longer be called in. Check your constitution", date(day)));
    let risk = decision.risk.zip(decision.innovation).and_then(|(risk, id)| here.seen().risk(id, risk).ok());
    let rows = [
        ("Kind", Some(decision.kind.label().to_owned())),
        ("Council", words::council(here, decision)),
        ("About the risk", risk.map(|one| one.event.to_string())),
        ("First asked", decision.asked_on.map(date)),
        ("To be taken at", planned),
        ("Put off to", decision.deferred_to.map(date)),
        ("Took", decision.turnaround().map(|days| count(days, "day"))),
        ("Reason", decision.reason.as_ref().map(ToString::to_string)),
        ("Taken with", words::jointly(here, decision)),
        ("Costs or saves", decision.effect.map(|pence| pence.to_string())),
        ("Key decision", is_key.then(|| "Yes".to_owned())),
        ("Notice published", decision.published_on.map(date)),
        ("In force from", in_force),
    ];
    let rows =
        rows.into_iter().filter_map(|(title, text)| Some(view! { <dt>{title}</dt><dd class="lines">{text?}</dd> }));
    let replaced =
        decision.replaces.and_then(|id| here.seen().decision(id).ok()).map(|one| linked(here, "Replaces", one));
    let later = here.seen().replaced_by(decision.id).map(|one| linked(here, "Replaced by", one)).collect_view();
    view! {
        <p class="mb">{outcome_state(decision.outcome)}</p>
        <dl class="dl">{rows.collect_view()}{replaced}{later}</dl>
    }
}

/// Another decision, by its words and its day.
fn linked(here: &Here, title: &'static str, other: &FormalDecision) -> impl IntoView + use<> {
    let on = other.decided_on.map(|on| format!(" ({})", date(on)));
    let address = here.link(&format!("decisions/{}", other.id));
    view! { <dt>{title}</dt><dd><a href=address>{other.what.to_string()}</a>{on}</dd> }
}

/// What the other councils say, where more than one must.
fn parts(here: &Here, decision: &Arc<FormalDecision>) -> impl IntoView + use<> {
    let matter = here.seen().matter_of(decision);
    let rows = matter.parts.iter().map(|part| {
        let name = words::council(here, part).unwrap_or_else(|| "–".into());
        let day = part.decided_on.map_or_else(|| "–".into(), date);
        view! {
            <tr>
                <th scope="row"><a href=here.link(&format!("decisions/{}", part.id))>{name}</a></th>
                <td data-l="Outcome">{outcome_state(part.outcome)}</td>
                <td data-l="On">{day}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    (matter.parts.len() > 1).then(|| {
        view! {
            <section class="panel" aria-labelledby="councils">
                <h2 id="councils" class="mb">{format!("Each council decides: {}", matter.state().label().to_lowercase())}</h2>
                <table class="table table-cards">
                    <thead><tr><th scope="col">"Council"</th><th scope="col">"Outcome"</th><th scope="col">"On"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </section>
        }
    })
}
