//! Every update of an innovation, newest first; what was corrected stays, marked.
use super::{
    challenges,
    computed::{computed_state, gap_words},
    shown_shape, sponsor,
};
use crate::{
    failure::Failure,
    here::Here,
    innovation_frame::{Tab, frame},
    leadership::evidence_for,
    ui::words::{ago, count, date},
};
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::{Act, Innovation, MembershipId, PastUpdate, Place, Shown, SignalName, Slug, StatusUpdate};
use leptos::prelude::*;
use serde::Deserialize;

/// Updates on one page.
const PAGE: usize = 50;

#[derive(Deserialize)]
pub struct Turn {
    #[serde(default)]
    page: Option<usize>,
}

pub async fn show(
    here: Here,
    Path((_, number)): Path<(Slug, u32)>,
    Query(Turn { page: turn }): Query<Turn>,
) -> Result<Response, Failure> {
    here.answer(|here| {
        let innovation = here.seen().numbered(number)?.clone();
        let here = here.clone();
        Ok(here.clone().page(format!("Updates of {}", innovation.title), move || {
            let all = here.seen().past_updates(&innovation);
            let turn = turn.unwrap_or(1).clamp(1, all.len().div_ceil(PAGE).max(1));
            let rows = all.iter().skip((turn - 1) * PAGE).take(PAGE).map(|one| row(&here, &innovation, one)).collect_view();
            let list = if all.is_empty() {
                view! { <p class="empty">"An update says in a few words what was done, what comes next and how confident you are."</p> }
                    .into_any()
            } else {
                view! { <ol class="tl">{rows}</ol> }.into_any()
            };
            let content = view! {
                <section class="panel" aria-labelledby="updates">
                    <div class="row spread mb">
                        <h2 id="updates">{finding(&here, &innovation)}</h2>
                        {post(&here, &innovation)}
                    </div>
                    {list}
                    {turns(&here, number, turn, all.len())}
                    {evidence_for(&here, innovation.id, &[SignalName::Fresh, SignalName::Honest])}
                </section>
            };
            frame(&here, &innovation, Tab::Updates, content)
        }))
    })
}

fn post(here: &Here, innovation: &Innovation) -> Option<impl IntoView + use<>> {
    let may = !here.looks_back()
        && here.seen().may(Act::PostUpdate, Some(innovation))
        && here.seen().place_of(innovation) != Place::Stopped;
    let address = here.link(&format!("innovations/{}/updates/new", innovation.number));
    may.then(|| view! { <a class="btn btn-go" href=address>"Post update"</a> })
}

/// How it stands, and whether the next is owed.
fn finding(here: &Here, innovation: &Innovation) -> String {
    let found = here.seen().shown(innovation, here.today);
    let late = here.seen().owed_update(innovation, here.today).map_or(0, |owed| owed.late);
    let stands = match (found.shown, found.latest) {
        (Shown::NoUpdate, None) => return "No updates yet".into(),
        (Shown::NoUpdate, Some(latest)) => format!("Out of date: the last is for {}", date(latest.period_end)),
        (shown, _) => shown.label().to_owned(),
    };
    match late {
        0 => stands,
        late => format!("{stands}, the next is {} late", count(late, "day")),
    }
}

fn row(here: &Here, innovation: &Innovation, past: &PastUpdate) -> impl IntoView + use<> {
    let update: &StatusUpdate = past.update;
    let shape = shown_shape(update.confidence.into());
    let chance = update.confidence_pct.map(|chance| {
        view! { <p class="s">{format!("Chance that the next gate is met on its forecast date: {chance}%.")}</p> }
    });
    let said = |label: &'static str, text: Option<String>| {
        text.map(|text| view! { <p class="s prose lines"><b>{label}</b> " " {text}</p> })
    };
    let ask = update
        .ask
        .as_ref()
        .map(|ask| format!("{}. From {}, by {}.", unstopped(&ask.what), name(here, Some(ask.of_whom)), date(ask.by)));
    let answer = answer(here, update);
    let path = update
        .path_to_green
        .as_ref()
        .map(|path| format!("{}. {}, by {}.", unstopped(&path.action), name(here, Some(path.owner)), date(path.by)));
    let links = update.links.iter().map(|link| {
        view! { <p class="s"><a href=link.address.to_string() rel="noreferrer">{link.title.to_string()}</a></p> }
    });
    view! {
        <li id=format!("update-{}", update.ordinal) class:is-corrected=past.is_corrected>
            <svg class=format!("shape {shape}") aria-hidden="true" viewBox="0 0 16 16"><use href=format!("#i-{shape}")></use></svg>
            <div class="row spread">
                <span class="row"><b>{update.confidence.label()}</b> {marks(past)}</span>
                <time datetime=update.period_end.to_string()>{date(update.period_end)}</time>
            </div>
            {said("Done:", update.done.as_ref().map(ToString::to_string))}
            {said("Next:", update.next.as_ref().map(ToString::to_string))}
            {said("Needs:", ask)}
            {answer}
            {said("Path to green:", path)}
            {chance}
            {record(update)}
            {sponsor::view(here, update)}
            {sponsor::link(here, innovation, update)}
            {challenges::answers(here, innovation, update)}
            {links.collect_view()}
            <p class="xs quiet">{by_line(here, update)}</p>
        </li>
    }
}

/// What the record alone said at that time, and how far that is from the author.
fn record(update: &StatusUpdate) -> Option<impl IntoView + use<>> {
    let computed = update.computed?;
    let gap = computed.overall.map(|computed| format!("{}.", gap_words(update.confidence, computed)));
    Some(
        view! { <p class="s row">"The record alone:" {computed_state(computed.overall)} <span class="quiet">{gap}</span></p> },
    )
}

/// What became of what it asks for: the decision, or the way to it.
fn answer(here: &Here, update: &StatusUpdate) -> Option<AnyView> {
    let innovation = here.seen().innovation(update.innovation).ok()?;
    let made = here.seen().ask_made_in(innovation, update, here.today)?;
    let link =
        |path: String, word: String| Some(view! { <p class="s"><a href=here.link(&path)>{word}</a></p> }.into_any());
    let Some(matter) = &made.matter else {
        let may = !here.looks_back() && here.seen().may(Act::RecordDecision, Some(innovation));
        let path = format!("decisions/new?innovation={}&ask={}", innovation.number, update.ordinal);
        return if may { link(path, "Answer this ask".into()) } else { None };
    };
    let path = format!("decisions/{}", matter.first().id);
    match (matter.decided_on(), matter.deferred_to()) {
        (Some(on), _) => link(path, format!("Answered on {}", date(on))),
        (None, Some(day)) => link(path, format!("Put off to {}", date(day))),
        (None, None) => link(path, format!("Taken up: {}", matter.state().label().to_lowercase())),
    }
}

/// Without a last full stop, so that a sentence can go on.
fn unstopped(text: &str) -> &str {
    text.trim_end_matches('.')
}

fn marks(past: &PastUpdate) -> impl IntoView + use<> {
    let original = past.update.original_word.as_ref().map(|word| format!("“{word}” in the file"));
    let marks = [
        past.is_corrected.then(|| "Corrected since".to_owned()),
        (past.is_correction && !past.is_corrected).then(|| "Correction".to_owned()),
        past.update.still_true.then(|| "Still true".to_owned()),
        original,
    ];
    marks.into_iter().flatten().map(|mark| view! { <span class="tag">{mark}</span> }).collect_view()
}

fn by_line(here: &Here, update: &StatusUpdate) -> String {
    let by = update.author.map_or_else(|| "From an import".to_owned(), |author| name(here, Some(author)));
    let when = domain::days(update.submitted_on, here.today);
    format!("{by}, posted {}", if when < 14 { ago(when) } else { format!("on {}", date(update.submitted_on)) })
}

fn name(here: &Here, place: Option<MembershipId>) -> String {
    let place = place.and_then(|place| here.seen().membership(place));
    place.map_or_else(|| "somebody who left".to_owned(), |place| place.name.to_string())
}

fn turns(here: &Here, number: u32, turn: usize, all: usize) -> Option<impl IntoView + use<>> {
    let last = all.div_ceil(PAGE);
    let address = |turn: usize| here.link(&format!("innovations/{number}/updates?page={turn}"));
    let newer = (turn > 1).then(|| view! { <a href=address(turn - 1)>"Newer updates"</a> });
    let older = (turn < last).then(|| view! { <a href=address(turn + 1)>"Older updates"</a> });
    (last > 1).then(|| view! { <nav class="row spread mt" aria-label="Pages of updates">{newer} {older}</nav> })
}
