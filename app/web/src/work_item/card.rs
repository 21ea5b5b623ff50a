//! One piece of work as a card.
use super::words::{name, waits_for};
use crate::{
    here::Here,
    ui::{
        icon::icon,
        words::{count, date, until},
    },
};
use domain::{Act, Innovation, WorkItem, WorkState, days};
use leptos::prelude::*;

/// What a card is drawn for.
pub struct Around<'a> {
    pub here: &'a Here,
    pub innovation: &'a Innovation,
    /// 85% of finished work took so many days or fewer.
    pub usual: Option<i64>,
}

impl Around<'_> {
    pub fn may_move(&self) -> bool {
        !self.here.looks_back() && self.here.seen().may(Act::EditInnovation, Some(self.innovation))
    }

    fn base(&self, item: &WorkItem) -> String {
        format!("innovations/{}/work/{}", self.innovation.number, item.ordinal)
    }
}

pub fn card(around: &Around, item: &WorkItem) -> impl IntoView + use<> {
    let here = around.here;
    let base = around.base(item);
    let may_move = around.may_move();
    // Shown by the island, which alone can do something with it.
    let grip = may_move.then(|| {
        let label = format!("Move {}", item.title);
        view! { <button type="button" class="card-grip no-print" hidden aria-label=label>{icon("grip")}</button> }
    });
    let owner = item.owner.map_or_else(|| "Nobody yet".into(), |owner| name(here, owner));
    let is_old = item.age(here.today).zip(around.usual).is_some_and(|(age, usual)| age > usual);
    let old = is_old.then(|| view! { <span class="stale">{icon("clock")}" Older than most work takes"</span> });
    let waits = waits_for(item, here.today).map(|words| view! { <span>{words}</span> });
    let move_form = here.link(&format!("{base}/move"));
    view! {
        <li data-card=move_form>
            <article class="card" data-c=colour(item, is_old, here.today)>
                {grip}
                <h3><a href=here.link(&base)><span class="quiet">{item.ordinal}</span>" "<span data-title="">{item.title.to_string()}</span></a></h3>
                {may_move.then(|| menu(around, item))}
                <div class="card-line"><span>{owner}</span><span>{item.kind.label()}</span></div>
                {waits}
                {fixed(item, here.today)}
                {old}
                <div class="card-line card-foot"><span>{spent(item, here.today)}</span></div>
            </article>
        </li>
    }
}

/// The words of the card say the same.
fn colour(item: &WorkItem, is_old: bool, today: chrono::NaiveDate) -> &'static str {
    match item.state() {
        _ if item.is_open() && item.fixed_on.is_some_and(|day| day < today) => "off",
        WorkState::Waiting => "risk",
        _ if is_old => "risk",
        _ => "",
    }
}

fn menu(around: &Around, item: &WorkItem) -> impl IntoView + use<> {
    let links = [("move", "Move to…"), ("edit", "Edit"), ("move?to=dropped", "Drop")].map(|(path, word)| {
        view! { <a href=around.here.link(&format!("{}/{path}", around.base(item)))>{word}</a> }
    });
    let label = format!("Actions for {}", item.title);
    view! {
        <details class="menu card-menu no-print" name="card-menu">
            <summary aria-label=label>{icon("dots")}</summary>
            <div>{links.collect_view()}</div>
        </details>
    }
}

fn fixed(item: &WorkItem, today: chrono::NaiveDate) -> Option<impl IntoView + use<>> {
    let day = item.fixed_on.filter(|_| item.is_open())?;
    let left = days(today, day);
    let class = match left {
        ..0 => "late nb",
        0..=7 => "soon nb",
        _ => "nb",
    };
    Some(view! {
        <div class="card-ms">
            {icon("flag")}
            <span>{format!("Must be done by {}", date(day))}</span>
            <span class=class>{until(left)}</span>
        </div>
    })
}

fn spent(item: &WorkItem, today: chrono::NaiveDate) -> String {
    match (item.done_on(), item.cycle_time(), item.age(today)) {
        (Some(done), Some(cycle), _) => format!("Done {}, took {}", date(done), count(cycle, "day")),
        (_, _, Some(age)) => format!("Day {age} since it was begun"),
        _ => format!("Added {}", date(item.added_on())),
    }
}
