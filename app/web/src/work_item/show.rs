//! One piece of work with every step it took and everything it waited for.
use super::words::{name, reason};
use crate::{
    failure::Failure,
    here::Here,
    innovation_frame::crumbs,
    ui::words::{count, date, until},
};
use axum::{extract::Path, response::Response};
use domain::{Act, Innovation, Slug, WorkItem, days};
use leptos::prelude::*;

pub async fn show(here: Here, Path((_, number, ordinal)): Path<(Slug, u32, u32)>) -> Result<Response, Failure> {
    here.answer(|here| {
        let innovation = here.seen().numbered(number)?.clone();
        let item = here.seen().work_item(innovation.id, ordinal)?.clone();
        let here = here.clone();
        let page = here.clone().page(item.title.to_string(), move || {
            view! {
                {crumbs(&here, &innovation)}
                <div class="ph">
                    <p class="kicker"><a href=here.link(&format!("innovations/{number}/work"))>"Board of work"</a>{format!(", number {ordinal}")}</p>
                    <div class="ph-top"><div><h1>{item.title.to_string()}</h1></div>{buttons(&here, &innovation, &item)}</div>
                </div>
                <div class="stack stack-l">
                    {facts(&here, &item).into_any()}
                    {waits(&here, &innovation, &item).into_any()}
                    {steps(&here, &item).into_any()}
                </div>
            }
        });
        Ok(page.narrow())
    })
}

fn buttons(here: &Here, innovation: &Innovation, item: &WorkItem) -> Option<impl IntoView + use<>> {
    let may = !here.looks_back() && here.seen().may(Act::EditInnovation, Some(innovation));
    let base = format!("innovations/{}/work/{}", innovation.number, item.ordinal);
    may.then(|| {
        view! {
            <div class="row no-print">
                <a class="btn" href=here.link(&format!("{base}/edit"))>"Edit"</a>
                <a class="btn btn-go" href=here.link(&format!("{base}/move"))>"Move to…"</a>
            </div>
        }
    })
}

fn facts(here: &Here, item: &WorkItem) -> impl IntoView + use<> {
    let owner = item.owner.map_or_else(|| "Nobody yet".into(), |owner| name(here, owner));
    let fixed = item.fixed_on.map(|day| {
        let left = item.is_open().then(|| format!(", {}", until(days(here.today, day))));
        format!("{}{}", date(day), left.unwrap_or_default())
    });
    let took = match (item.cycle_time(), item.age(here.today)) {
        (Some(cycle), _) => Some(("Took", count(cycle, "day"))),
        (None, Some(age)) => Some(("Under way for", count(age, "day"))),
        _ => None,
    };
    let waited = item.waiting_days(here.today);
    view! {
        <section class="panel" aria-labelledby="facts">
            <h2 id="facts">{format!("{} since {}", item.state().label(), date(item.since()))}</h2>
            <dl class="dl">
                <dt>"Kind"</dt><dd>{item.kind.label()}</dd>
                <dt>"Owner"</dt><dd>{owner}</dd>
                {fixed.map(|day| view! { <dt>"Must be done by"</dt><dd>{day}</dd> })}
                {took.map(|(word, days)| view! { <dt>{word}</dt><dd>{days}</dd> })}
                {(waited > 0).then(|| view! { <dt>"Of which it waited"</dt><dd>{count(waited, "day")}</dd> })}
            </dl>
        </section>
    }
}

fn waits(here: &Here, innovation: &Innovation, item: &WorkItem) -> Option<impl IntoView + use<>> {
    let may = !here.looks_back() && here.seen().may(Act::EditInnovation, Some(innovation));
    let several = item.open_waits().count() > 1;
    let rows = item.waits.iter().enumerate().rev().map(|(index, one)| {
        let to = one.to_on.map_or_else(|| "still waiting".into(), |day| format!("to {}", date(day)));
        let path = format!("innovations/{}/work/{}/waits/{index}", innovation.number, item.ordinal);
        let label = format!("It came: {}", reason(one));
        let came = (may && several && one.to_on.is_none())
            .then(|| view! { <a href=here.link(&path) aria-label=label>"It came"</a> });
        let note = one.note.as_ref().map(ToString::to_string);
        view! {
            <li>
                <div class="row spread"><b>{one.reason.label()}</b><span class="s quiet">{format!("From {} {to}", date(one.from_on))}</span></div>
                {note.map(|note| view! { <p class="s">{note}</p> })}
                {came}
            </li>
        }
    });
    let rows = rows.collect_view();
    (!item.waits.is_empty()).then(|| {
        view! { <section class="panel" aria-labelledby="waits"><h2 id="waits">"What it waited for"</h2><ul class="rows">{rows}</ul></section> }
    })
}

fn steps(here: &Here, item: &WorkItem) -> impl IntoView + use<> {
    let rows = item.moves.iter().enumerate().rev().map(|(index, one)| {
        let by = here.reach().portfolio().name_of(one.by).unwrap_or("Somebody who left").to_owned();
        let what = if index == 0 { "Added".into() } else { format!("Moved to {}", one.state.label()) };
        view! { <li class="row spread"><b>{what}</b><span class="s quiet">{format!("{}, {by}", date(one.on))}</span></li> }
    });
    let rows = rows.collect_view();
    view! { <section class="panel" aria-labelledby="steps"><h2 id="steps">"Every step"</h2><ol class="rows">{rows}</ol></section> }
}
