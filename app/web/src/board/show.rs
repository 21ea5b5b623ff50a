use super::{
    below::below,
    card::card,
    filter::{Asked, form},
};
use crate::{
    failure::Failure,
    here::Here,
    ui::{
        icon::icon,
        words::{count, span},
    },
    update::shown_state,
};
use axum::{extract::Query, response::Response};
use domain::{Act, Board, Counts, Innovation, Lane, Shown, StageKind};
use leptos::prelude::*;
use std::sync::Arc;

pub async fn show(here: Here, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    here.answer(|here| {
        let inside = here.clone();
        Ok(here
            .page("Portfolio board", move || {
                let filter = asked.filter();
                let board = inside.seen().board(&filter, inside.today);
                view! {
                    {heading(&inside, &board, &asked).into_any()}
                    {lanes(&inside, &board, filter.is_narrow()).into_any()}
                    {below(&inside, &board).into_any()}
                }
            })
            .wide())
    })
}

fn heading(here: &Here, board: &Board, asked: &Asked) -> impl IntoView + use<> {
    let organisation = here.seen().organisation().name.to_string();
    let wanted = |act, path, word, class| {
        (!here.looks_back() && here.seen().may(act, None))
            .then(|| view! { <a class=class href=here.link(path)>{word}</a> })
    };
    let seen = here.seen();
    let posts = !here.looks_back() && seen.innovations().any(|one| seen.may(Act::PostUpdate, Some(one)));
    let csv = here.link(&format!("board.csv{}", asked.query()));
    view! {
        <div class="ph">
            <div class="ph-top">
                <div><p class="kicker">{organisation}</p><h1>"Portfolio board"</h1></div>
                <div class="row no-print">
                    <a class="btn" href=csv>"Download as CSV"</a>
                    {wanted(Act::Import, "import", "Import a spreadsheet", "btn")}
                    {wanted(Act::CreateInnovation, "innovations/new", "Add an innovation", "btn")}
                    {posts.then(|| view! { <a class="btn btn-go" href=here.link("updates/new")>"Post update"</a> })}
                </div>
            </div>
            <div class="row spread">{tally(&board.counts).into_any()} {warnings(here, &board.counts).into_any()}</div>
            {form(here, asked).into_any()}
        </div>
    }
}

fn tally(counts: &Counts) -> impl IntoView + use<> {
    let shown = [
        (Shown::OnTrack, counts.on_track),
        (Shown::AtRisk, counts.at_risk),
        (Shown::OffTrack, counts.off_track),
        (Shown::NoUpdate, counts.no_update),
    ];
    let parts = shown.map(|(shown, number)| view! { <span>{shown_state(shown)}" "<b>{number}</b></span> });
    let label = format!("Delivery confidence across {}", count(counts.active().try_into().unwrap_or(0), "innovation"));
    let stops = (counts.healthy_stops > 0)
        .then(|| view! { <span class="quiet">{format!("{} stopped with learning, last 12 months", counts.healthy_stops)}</span> });
    view! { <p class="tally" role="group" aria-label=label>{parts.collect_view()} {stops}</p> }
}

/// The first numbers that executives look for, each with its list.
fn warnings(here: &Here, counts: &Counts) -> impl IntoView + use<> {
    let listed = |all: &[(Arc<Innovation>, i64)]| {
        let links = all.iter().map(|(innovation, days)| {
            let address = here.link(&format!("innovations/{}", innovation.number));
            view! { <li><a href=address>{innovation.title.to_string()}</a>{format!(", {} over", span(*days))}</li> }
        });
        links.collect_view()
    };
    let parts = [
        (&counts.purgatory, "pilot", "past the longest time for a pilot, with no decision"),
        (&counts.pauses_overdue, "pause", "past the review date"),
    ];
    let parts = parts.into_iter().filter(|(all, ..)| !all.is_empty()).map(|(all, noun, what)| {
        view! {
            <details class="details s warnings">
                <summary><span class="stale">{icon("clock")}{format!(" {} {what}", count(all.len().try_into().unwrap_or(0), noun))}</span></summary>
                <ul>{listed(all)}</ul>
            </details>
        }
    });
    view! { <div class="row">{parts.collect_view()}</div> }
}

fn lanes(here: &Here, board: &Board, narrow: bool) -> impl IntoView + use<> {
    let empty = here.seen().innovations().next().is_none();
    let nothing = (board.found == 0 && !empty && narrow).then(|| {
        view! { <p class="empty mb">"Nothing on the board matches. "<a href=here.link("board")>"Show everything"</a></p> }
    });
    let first = empty.then(|| {
        view! { <p class="empty mb">"The board is empty. Add the few innovations that matter most, or bring in the spreadsheet that you keep today."</p> }
    });
    let columns = board.lanes.iter().enumerate().map(|(index, one)| lane(here, index, one)).collect_view();
    let class = format!("board lanes-{}", board.lanes.len());
    // Who can move nothing, or looks back, is not sent the part that moves.
    let moves = !here.looks_back() && here.seen().innovations().any(|one| here.seen().may(Act::Move, Some(one)));
    let grid = if moves {
        view! { <islands::Board><div class=class>{columns}</div></islands::Board> }.into_any()
    } else {
        view! { <div class=class>{columns}</div> }.into_any()
    };
    view! { {first} {nothing} {grid} }
}

fn lane(here: &Here, index: usize, lane: &Lane) -> impl IntoView + use<> {
    let id = format!("lane-{index}");
    let labelled = id.clone();
    let cards = lane.cards.iter().map(|one| card(here, one).into_any()).collect_view();
    let empty = lane.cards.is_empty().then(|| view! { <p class="empty">{about(lane.kind)}</p> });
    view! {
        <section class=format!("lane st{}", index + 1) data-lane=lane.place.key() data-name=lane.name.to_owned() aria-labelledby=labelled>
            <h2 id=id>{lane.name.to_owned()}" "<span>{lane.cards.len()}</span></h2>
            <ul class="lane-cards">{cards}</ul>
            {empty}
        </section>
    }
}

fn about(kind: StageKind) -> &'static str {
    match kind {
        StageKind::Explore => "Understanding the problem, the people, and who solved it elsewhere.",
        StageKind::Test => "Prototypes and experiments on the riskiest assumptions.",
        StageKind::Pilot => "Real service at a few sites, evaluated, up to the decision.",
        StageKind::Scale => "More sites, more people.",
        _ => "Becoming the normal way to work.",
    }
}
