//! One innovation as a card: six lines at most.
use crate::{
    here::Here,
    outlook,
    ui::{
        icon::icon,
        words::{ago, count, span, until},
    },
    update::{challenges, confidence_state, shown_shape, shown_state, small_strip},
};
use domain::{Act, Card, NextMilestone, ShownConfidence};
use leptos::prelude::*;

pub fn card(here: &Here, card: &Card) -> impl IntoView + use<> {
    let innovation = card.innovation;
    let may_move = !here.looks_back() && here.seen().may(Act::Move, Some(innovation));
    // Shown by the island, which alone can do something with it.
    let grip = may_move.then(|| {
        let label = format!("Move {}", innovation.title);
        view! { <button type="button" class="card-grip no-print" hidden aria-label=label>{icon("grip")}</button> }
    });
    let address = here.link(&format!("innovations/{}", innovation.number));
    let code = format!("{}-{}", here.seen().organisation().short_code, innovation.number);
    let area = card.area.map(|area| area.title.to_string());
    let ask = card.ask.map(|_| view! { <span class="tag tag-a">{icon("flag")}" Asks for a decision"</span> });
    let late = (card.conditions_overdue > 0)
        .then(|| view! { <span class="late">{count(card.conditions_overdue.try_into().unwrap_or(0), "condition")}" overdue"</span> });
    let differs = card.differs().map(|computed| {
        view! { <div class="card-line"><span>"The record alone"</span>{confidence_state(computed)}</div> }
    });
    let challenged = card.shown.latest.filter(|_| card.shows_declared()).and_then(|latest| challenges::short(latest));
    let gate = card.gate.map(|gate| milestone(&gate, "i-flag"));
    view! {
        <li data-card=here.link(&format!("innovations/{}/move", innovation.number))>
            <article class="card" data-c=shown_shape(card.shown.shown)>
                {grip}
                <h3><a href=address><span class="quiet">{code}</span>" "<span data-title="">{innovation.title.to_string()}</span></a></h3>
                {menu(here, card)}
                {area.map(|area| view! { <span>{area}</span> })}
                <div class="card-line">
                    <span class="row">{shown_state(card.shown.shown)}{small_strip(here, innovation)}</span>
                    <span>{risks(card)}</span>
                </div>
                {differs}
                {challenged}
                {ask}
                {card.next.map(|next| milestone(&next, "i-ms"))}
                {gate}
                {late}
                {outlook::lines(card)}
                <div class="card-line card-foot">
                    <span class:late=card.stage.is_over_max()>{in_stage(card)}</span>
                    <span><span class="vh">"Updated "</span>{updated(card.shown)}</span>
                </div>
            </article>
        </li>
    }
}

fn menu(here: &Here, card: &Card) -> impl IntoView + use<> {
    let innovation = card.innovation;
    let links = [
        (Act::PostUpdate, "updates/new", "Post update"),
        (Act::Move, "move", "Move to…"),
        (Act::Move, "pause", "Pause"),
        (Act::Move, "stop", "Stop"),
    ];
    let links: Vec<_> = links
        .into_iter()
        .filter(|(act, ..)| !here.looks_back() && here.seen().may(*act, Some(innovation)))
        .map(|(_, path, word)| view! { <a href=here.link(&format!("innovations/{}/{path}", innovation.number))>{word}</a> })
        .collect();
    let label = format!("Actions for {}", innovation.title);
    (!links.is_empty()).then(|| {
        view! {
            <details class="menu card-menu no-print" name="card-menu">
                <summary aria-label=label>{icon("dots")}</summary>
                <div>{links}</div>
            </details>
        }
    })
}

fn risks(card: &Card) -> String {
    match (card.risks.threats, card.risks.over_tolerance) {
        (0, _) => "No risks".into(),
        (threats, 0) => count(threats.try_into().unwrap_or(0), "risk"),
        (threats, over) => format!("{}, {over} over tolerance", count(threats.try_into().unwrap_or(0), "risk")),
    }
}

fn milestone(next: &NextMilestone, picture: &'static str) -> impl IntoView + use<> {
    let class = match next.days {
        ..0 => "late nb",
        0..=7 => "soon nb",
        _ => "nb",
    };
    view! {
        <div class="card-ms">
            <svg class="i" aria-hidden="true" viewBox="0 0 16 16"><use href=format!("#{picture}")></use></svg>
            <span>{next.milestone.title.to_string()}</span>
            <span class=class>{until(next.days)}</span>
        </div>
    }
}

/// "12 weeks in stage", and against the most that the stage allows where it is near or over.
fn in_stage(card: &Card) -> String {
    let spent = span(card.stage.in_kind_days);
    match card.stage.max_days {
        _ if card.stage.over_days > 0 => format!("{spent} in stage, {} over", span(card.stage.over_days)),
        Some(most) if card.stage.in_kind_days * 10 >= most * 8 => format!("{spent} of {} in stage", span(most)),
        _ => format!("{spent} in stage"),
    }
}

/// The age of the update; a clock and another colour where it no longer counts.
pub fn updated(shown: ShownConfidence) -> impl IntoView + use<> {
    match (shown.age_days, shown.is_stale) {
        (None, _) => view! { <span class="stale">{icon("clock")}" never"</span> }.into_any(),
        (Some(days), true) => {
            view! { <span class="stale">{icon("clock")}{format!(" {}", ago(days))}</span> }.into_any()
        }
        (Some(days), false) => view! { <span>{ago(days)}</span> }.into_any(),
    }
}
