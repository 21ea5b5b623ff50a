//! The board of work of one innovation.
use super::{
    card::{Around, card},
    retrospectives::retrospectives,
    words::name,
};
use crate::{
    failure::Failure,
    here::Here,
    innovation_frame::{Tab, frame},
    leadership::evidence_for,
    ui::{icon::icon, words::date},
};
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::{Innovation, OverLimit, SignalName, Slug, WorkBoard, WorkItem, WorkLane, WorkState};
use leptos::prelude::*;
use serde::Deserialize;
use std::sync::Arc;

/// Days that the last column goes back: few, or more where the address asks for them.
const LATELY: [i64; 2] = [14, 28];

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    done: Option<i64>,
}

pub async fn show(
    here: Here,
    Path((_, number)): Path<(Slug, u32)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    here.answer(|here| {
        let innovation = here.seen().numbered(number)?.clone();
        let days = asked.done.filter(|days| LATELY.contains(days)).unwrap_or(LATELY[0]);
        let here = here.clone();
        Ok(here.clone().page(format!("Work on {}", innovation.title), move || {
            let content = if innovation.has_work_board() {
                board(&here, &innovation, days).into_any()
            } else {
                plan_only().into_any()
            };
            frame(&here, &innovation, Tab::Work, content)
        }))
    })
}

fn plan_only() -> impl IntoView {
    view! {
        <p class="empty">
            "This innovation follows a plan with milestones and has no board of work. An agile team can be chosen under Edit."
        </p>
    }
}

fn board(here: &Here, innovation: &Arc<Innovation>, days: i64) -> impl IntoView + use<> {
    let seen = here.seen();
    let board = seen.work_board(innovation.id, days, here.today);
    let around = Around { here, innovation, usual: seen.flow(innovation.id, here.today).p85 };
    let may = around.may_move();
    let columns = board.lanes.iter().map(|one| lane(&around, one, days)).collect_view();
    let columns = view! { <div class="board lanes-4">{columns}</div> };
    let has_cards = board.lanes.iter().any(|lane| !lane.items.is_empty());
    // Who can move nothing, or looks back, is not sent the part that moves.
    let grid = if may && has_cards {
        view! { <islands::Board>{columns}</islands::Board> }.into_any()
    } else {
        columns.into_any()
    };
    let base = format!("innovations/{}", innovation.number);
    let add = may.then(|| view! { <a class="btn btn-go" href=here.link(&format!("{base}/work/new"))>"Add work"</a> });
    view! {
        <div class="row spread mb">
            <p><b>{heading(&board)}</b></p>
            <div class="row no-print"><a class="btn" href=here.link(&format!("{base}/flow"))>"Flow and forecast"</a>{add}</div>
        </div>
        {jumps(&board)}
        {warnings(here, &board).into_any()}
        {grid}
        {folded(here, innovation, &board, days).into_any()}
        {retrospectives(here, innovation).into_any()}
        {evidence_for(here, innovation.id, &[SignalName::LivePlan])}
    }
}

/// The finding, not the topic.
fn heading(board: &WorkBoard) -> String {
    let count = |state| board.lanes.iter().find(|lane| lane.state == state).map_or(0, |lane| lane.items.len());
    let (waiting, doing) = (count(WorkState::Waiting), count(WorkState::Doing));
    match (waiting, doing, count(WorkState::ToDo)) {
        (0, 0, 0) => "Nothing is left to do".into(),
        (0, 0, _) => "Nothing has been begun".into(),
        (0, doing, _) => format!("{doing} being done, nothing waits"),
        (waiting, doing, _) => format!("{doing} being done, {waiting} waiting for somebody else"),
    }
}

/// To each column: a phone shows them one below the other.
fn jumps(board: &WorkBoard) -> impl IntoView + use<> {
    let links = board.lanes.iter().map(|lane| {
        view! { <a href=format!("#lane-{}", lane.state.key())>{lane.state.label()}" "<b>{lane.items.len()}</b></a> }
    });
    view! { <nav class="tally jumps mb no-print" aria-label="Columns">{links.collect_view()}</nav> }
}

fn warnings(here: &Here, board: &WorkBoard) -> Option<impl IntoView + use<>> {
    let told = board.over.iter().map(|one| match one {
        OverLimit::Person { owner, doing, limit } => {
            format!("{} is doing {doing} things at once. {limit} go better: finish one, or hand one over.", name(here, *owner))
        }
        OverLimit::Board { doing, limit } => {
            format!("{doing} things are being done at once. With the people on this board {limit} go better: finish before you begin.")
        }
    });
    let rows = told.map(|words| view! { <li>{icon("clock")}" "{words}</li> }).collect_view();
    (!board.over.is_empty()).then(|| view! { <ul class="over mb stale" aria-label="Too much at once">{rows}</ul> })
}

fn lane(around: &Around, lane: &WorkLane, days: i64) -> impl IntoView + use<> {
    let id = format!("lane-{}", lane.state.key());
    let labelled = id.clone();
    let cards = lane.items.iter().map(|one| card(around, one).into_any()).collect_view();
    let (about, colour) = match lane.state {
        WorkState::ToDo => ("What comes next. Add work, one line for each piece.".to_owned(), "st1"),
        WorkState::Doing => ("Nothing is being done.".into(), "st2"),
        WorkState::Waiting => ("Nothing waits for anybody else.".into(), "st3"),
        WorkState::Done | WorkState::Dropped => (format!("Nothing was finished in the last {days} days."), "st4"),
    };
    let empty = lane.items.is_empty().then(|| view! { <p class="empty">{about}</p> });
    view! {
        <section class=format!("lane {colour}") data-lane=lane.state.key() data-name=lane.state.label() aria-labelledby=labelled>
            <h2 id=id>{lane.state.label()}" "<span>{lane.items.len()}</span></h2>
            <ul class="lane-cards">{cards}</ul>
            {empty}
        </section>
    }
}

/// What is no longer in a column.
fn folded(here: &Here, innovation: &Innovation, board: &WorkBoard, days: i64) -> impl IntoView + use<> {
    let list = |items: &[&Arc<WorkItem>]| {
        let rows = items.iter().map(|item| {
            let address = here.link(&format!("innovations/{}/work/{}", innovation.number, item.ordinal));
            view! { <li class="row spread"><a href=address>{item.title.to_string()}</a><span class="quiet">{date(item.since())}</span></li> }
        });
        rows.collect_view()
    };
    let part = |items: &[&Arc<WorkItem>], summary: String| {
        let rows = list(items);
        (!items.is_empty()).then(|| {
            view! { <details class="details mt"><summary>{summary}</summary><ul class="rows s">{rows}</ul></details> }
        })
    };
    let work = format!("innovations/{}/work", innovation.number);
    let [few, more] = LATELY;
    let (address, words) = if days == few {
        (format!("{work}?done={more}"), format!("Show what was done in the last {more} days"))
    } else {
        (work, format!("Show what was done in the last {few} days only"))
    };
    view! {
        <p class="s mt no-print"><a href=here.link(&address)>{words}</a></p>
        {part(&board.done_before, format!("{} done before that", board.done_before.len()))}
        {part(&board.dropped, format!("{} dropped", board.dropped.len()))}
    }
}
