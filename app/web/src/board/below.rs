//! What is off the board and stays in view: paused, stopped with what was learned, mainstreamed.
use crate::{
    here::Here,
    outlook,
    ui::words::{date, span},
    update::shown_state,
};
use domain::{Board, Card};
use leptos::prelude::*;

/// A heading, its cards, and what is told of each.
type Part<'b, 'a> = (&'static str, &'b Vec<Card<'a>>, fn(&Card) -> String);

pub fn below(here: &Here, board: &Board) -> impl IntoView + use<> {
    let parts: [Part; 3] = [
        ("Paused", &board.paused, paused),
        ("Mainstreamed", &board.mainstreamed, mainstreamed),
        ("Stopped", &board.stopped, stopped),
    ];
    let sections = parts.into_iter().filter(|(_, cards, _)| !cards.is_empty()).map(|(title, cards, about)| {
        let rows = cards.iter().map(|card| row(here, card, about(card))).collect_view();
        let id = title.to_lowercase();
        let labelled = id.clone();
        view! {
            <section class="panel mt" aria-labelledby=labelled>
                <h2 id=id>{title}" "<span class="quiet s">{cards.len()}</span></h2>
                <ul class="rows s">{rows}</ul>
            </section>
        }
    });
    sections.collect_view()
}

fn row(here: &Here, card: &Card, about: String) -> impl IntoView + use<> {
    let innovation = card.innovation;
    let address = here.link(&format!("innovations/{}", innovation.number));
    let area = card.area.map(|area| area.title.to_string());
    let late = card.stage.pause.is_some_and(|pause| pause.overdue_days > 0);
    view! {
        <li class="row spread">
            <span>
                {shown_state(card.shown.shown)}" "<a href=address>{innovation.title.to_string()}</a>" "
                {area.map(|area| view! { <span class="quiet">{area}</span> })}
            </span>
            <span class="prose" class:late=late>{about}</span>
        </li>
    }
}

fn paused(card: &Card) -> String {
    let why = card.last_move.and_then(|last| last.note.as_deref()).unwrap_or_default();
    match card.stage.pause {
        Some(pause) if pause.overdue_days > 0 => {
            format!("Review was due on {}, {} ago. {why}", date(pause.review_on), span(pause.overdue_days))
        }
        Some(pause) => format!("Review on {}. {why}", date(pause.review_on)),
        None => why.to_owned(),
    }
}

fn stopped(card: &Card) -> String {
    let Some(last) = card.last_move else { return String::new() };
    let learned = last.stop.as_ref().map(|stop| format!("What we learned: {}", stop.lesson)).unwrap_or_default();
    format!("Stopped on {}. {learned}", date(last.on))
}

fn mainstreamed(card: &Card) -> String {
    let since = card.last_move.map(|last| format!("Ordinary service since {}.", date(last.on)));
    let reviews = (card.outlook.reviews.due > 0).then(|| format!("Reviews: {}.", card.outlook.reviews));
    since
        .into_iter()
        .chain(outlook::spread(&card.outlook).map(|words| format!("{words}.")))
        .chain(reviews)
        .collect::<Vec<_>>()
        .join(" ")
}
