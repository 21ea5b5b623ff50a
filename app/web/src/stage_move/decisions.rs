//! Every decision about an innovation: what was settled, and each move at a gate, newest first, with its answers.
use crate::{
    decision_rights,
    failure::Failure,
    formal_decision,
    here::Here,
    innovation_frame::{Tab, frame},
    ui::words::date,
};
use axum::{extract::Path, response::Response};
use domain::{
    Condition, GateAnswer, GateOverride, Innovation, Link, MembershipId, MoveOutcome, Place, Slug, StageMove, Stop,
    StopReason, question, screen_count,
};
use leptos::prelude::*;

pub async fn show(here: Here, Path((_, number)): Path<(Slug, u32)>) -> Result<Response, Failure> {
    here.answer(|here| {
        let innovation = here.seen().numbered(number)?.clone();
        let here = here.clone();
        Ok(here.clone().page(format!("Decisions on {}", innovation.title), move || {
            let moves: Vec<_> = here.seen().stage_moves(innovation.id).rev().map(|one| (**one).clone()).collect();
            let heading = match moves.len() {
                1 => "1 move so far".to_owned(),
                count => format!("{count} moves so far"),
            };
            let items = moves.iter().map(|one| item(&here, &innovation, one)).collect_view();
            let content = view! {
                {formal_decision::panel(&here, &innovation).into_any()}
                {decision_rights::panel(&here, &innovation).into_any()}
                <section class="panel" aria-labelledby="decisions">
                    <h2 id="decisions">{heading}</h2>
                    <ol class="tl">{items}</ol>
                </section>
            };
            frame(&here, &innovation, Tab::Overview, content)
        }))
    })
}

fn item(here: &Here, innovation: &Innovation, one: &StageMove) -> impl IntoView + use<> {
    let picture = match one.to {
        Place::Paused => "paused",
        Place::Stopped => "stopped",
        _ => "right",
    };
    let decided = one.decided_by.map(|by| format!("Decided by {}. ", name(here, by)));
    let review = one.review_on.map(|day| format!("To be looked at again on {}. ", date(day)));
    let screen =
        screen_count(&one.answers).map(|(yes, asked)| format!("{yes} of {asked} in the screen answered yes. "));
    let note = one.note.as_ref().map(|text| view! { <p class="s prose">{text.to_string()}</p> });
    view! {
        <li id=format!("decision-{}", one.ordinal)>
            <svg aria-hidden="true" viewBox="0 0 16 16"><use href=format!("#i-{picture}")></use></svg>
            <div class="row spread"><b>{what(here, innovation, one)}</b><span class="xs quiet">{date(one.on)}</span></div>
            <p class="s quiet">{decided}{review}{screen}</p>
            {note}
            {one.overrides.as_ref().map(overridden).into_any()}
            {one.stop.as_ref().map(|stop| ending(here, stop).into_any())}
            {conditions(here, &one.conditions).into_any()}
            {answers(&one.answers).into_any()}
            {links(&one.links).into_any()}
        </li>
    }
}

fn what(here: &Here, innovation: &Innovation, one: &StageMove) -> String {
    let model = here.seen().stage_model_of(innovation);
    let (from, to) = (model.name(one.from), model.name(one.to));
    match one.outcome {
        _ if one.from == Place::Idea => format!("Started in {to}"),
        MoveOutcome::Proceed => format!("Moved from {from} to {to}"),
        MoveOutcome::ProceedWithConditions => format!("Moved from {from} to {to}, with conditions"),
        MoveOutcome::Repeat => format!("{to} repeated"),
        MoveOutcome::Back => format!("Went back from {from} to {to}"),
        MoveOutcome::Pause => format!("Paused in {from}"),
        MoveOutcome::Resume => format!("Resumed in {to}"),
        MoveOutcome::Stop => "Stopped".into(),
        MoveOutcome::Imported => format!("Recorded in {to} from a file"),
    }
}

fn ending(here: &Here, stop: &Stop) -> impl IntoView + use<> {
    let merged = stop.merged_into.and_then(|id| here.seen().innovation(id).ok());
    let merged = merged.filter(|_| stop.reason == StopReason::Merged).map(|other| {
        let address = here.link(&format!("innovations/{}", other.number));
        view! { <dt>"Goes on in"</dt><dd><a href=address>{other.title.to_string()}</a></dd> }
    });
    let handed = stop.handed_to.as_ref().map(|to| view! { <dt>"Handed to"</dt><dd>{to.to_string()}</dd> });
    view! {
        <dl class="said">
            <dt>"Why"</dt><dd>{stop.reason.label()}</dd>
            <dt>"Learned"</dt><dd>{stop.lesson.to_string()}</dd>
            <dt>"Told"</dt><dd>{stop.told.to_string()}</dd>
            {merged}
            {handed}
        </dl>
    }
}

/// What the record did not show, and why it went on all the same.
fn overridden(one: &GateOverride) -> impl IntoView + use<> {
    let missing = one.conditions.iter().map(|condition| view! { <li>{condition.label()}</li> }).collect_view();
    let reason = one.reason.to_string();
    view! { <p class="s b">"Not shown by the record"</p><ul class="s">{missing}</ul><p class="s prose">{reason}</p> }
}

fn conditions(here: &Here, conditions: &[Condition]) -> impl IntoView + use<> {
    let rows = conditions.iter().map(|one| {
        let stands = match one.met_on {
            Some(met) => format!("met on {}", date(met)),
            None => format!("due on {}", date(one.due_on)),
        };
        let late = one.met_on.is_none() && one.due_on < here.today;
        let owner = name(here, one.owner);
        view! { <li class:late=late>{format!("{} ({owner}), {stands}", one.text)}</li> }
    });
    let rows = rows.collect_view();
    (!conditions.is_empty()).then(|| view! { <p class="s b">"Conditions"</p><ul class="s">{rows}</ul> })
}

/// What was answered at the gate, folded away.
fn answers(answers: &[GateAnswer]) -> impl IntoView + use<> {
    let rows = answers.iter().map(|one| {
        let text = question(&one.question).map_or_else(|| one.question.to_string(), |asked| asked.text.into());
        let note = one.note.as_ref().map(|note| format!(": {note}"));
        view! { <dt>{text}</dt><dd>{one.answer.label()}{note}</dd> }
    });
    let rows = rows.collect_view();
    (!answers.is_empty()).then(|| {
        view! { <details class="details"><summary>"Answers at the gate"</summary><dl class="dl s">{rows}</dl></details> }
    })
}

fn links(links: &[Link]) -> impl IntoView + use<> {
    let rows = links.iter().map(|one| {
        view! { <li><a href=one.address.to_string() rel="noopener noreferrer">{one.title.to_string()}</a></li> }
    });
    let rows = rows.collect_view();
    (!links.is_empty()).then(|| view! { <ul class="s">{rows}</ul> })
}

fn name(here: &Here, id: MembershipId) -> String {
    here.seen().membership(id).map_or_else(|| "–".into(), |one| one.name.to_string())
}
