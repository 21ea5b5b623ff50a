//! Moving a piece of work: to which column, and what that column asks.
use super::words::lower;
use crate::{
    failure::Failure,
    form::{Choice, Field, Sheet, read},
    here::{Here, Now},
    innovation_frame::crumbs,
    page::Page,
    ui::words::date,
    visit::{Note, done},
};
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Response},
};
use domain::{Act, Innovation, MembershipId, Record, Slug, WaitInput, WaitReason, WorkItem, WorkMoveInput, WorkState};
use leptos::prelude::*;
use serde::Deserialize;
use std::sync::Arc;

const TO: Field = Field::hidden("to");
const OWNER: Field = Field::new("owner", "Owner");
const ON: Field = Field::new("on", "On").hint("The day it really moved");
const REASON: Field = Field::new("reason", "What does it wait for?");
const NOTE: Field =
    Field::new("note", "More about it").hint("Needed for something else. Assume this could be disclosed");

#[derive(Deserialize)]
pub struct Destination {
    to: Option<String>,
}

type Address = Path<(Slug, u32, u32)>;

pub async fn show(
    now: Now,
    Path((_, number, ordinal)): Address,
    Query(destination): Query<Destination>,
) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.clone();
    now.seen().must(Act::EditInnovation, Some(&innovation))?;
    let item = now.seen().work_item(innovation.id, ordinal)?.clone();
    let Some(to) = destination.to else { return Ok(choose(&now, innovation, &item)) };
    let to: WorkState = to.parse().map_err(|_| Failure::NotFound)?;
    let owner = item.owner.or_else(|| me(&now));
    let sheet = Sheet::default().with(TO, to.key()).with(ON, now.today).with_any(OWNER, owner);
    form(&now, number, ordinal, sheet.about(item.entry.version))
}

pub async fn submit(now: Now, Path((_, number, ordinal)): Address, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let input = read!(sheet, WorkMoveInput { to: TO, on: day ON, owner: any OWNER, wait: by wait });
    if let Some(input) = input {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, today, _| {
            seen.move_work_item(innovation, ordinal, input, version, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/work")), Note::WorkMoved));
        }
    }
    Ok(form(&now, number, ordinal, sheet)?.into_response())
}

fn wait(sheet: &mut Sheet) -> Option<WaitInput> {
    read!(sheet, WaitInput { reason: any REASON, note: any NOTE })
}

fn theirs(record: &Record) -> Sheet {
    match record {
        Record::WorkItem(item) => Sheet::default().with_any(OWNER, item.owner),
        _ => Sheet::default(),
    }
}

/// Whoever pulls it has it.
fn me(here: &Here) -> Option<MembershipId> {
    let mine: Vec<_> = here.seen().actor.memberships().map(|one| one.id.to_string()).collect();
    here.people().iter().find(|one| mine.contains(&one.key)).and_then(|one| one.key.parse().ok())
}

/// Every column but its own; what waits may wait for something else besides.
fn choose(here: &Here, innovation: Arc<Innovation>, item: &WorkItem) -> Page {
    let (inside, state) = (here.clone(), item.state());
    let base = format!("innovations/{}/work/{}/move", innovation.number, item.ordinal);
    let (title, since) = (item.title.to_string(), item.since());
    let page = here.page(format!("Where to? {title}"), move || {
        let places = WorkState::ALL.iter().filter(|to| **to != state || **to == WorkState::Waiting).map(|to| {
            let words = match to {
                WorkState::Waiting if state == WorkState::Waiting => "It waits for something else too".into(),
                WorkState::Dropped => "Drop it: it will not be done".into(),
                to => format!("Move to {}", to.label()),
            };
            view! { <li><a href=inside.link(&format!("{base}?to={}", to.key()))>{words}</a></li> }
        });
        let places = places.collect_view();
        view! {
            {crumbs(&inside, &innovation)}
            <div class="ph">
                <p class="kicker">{title}</p>
                <h1>"Where to?"</h1>
                <p class="quiet">{format!("{} since {}.", state.label(), date(since))}</p>
            </div>
            <section class="panel" aria-label="Columns"><ul class="rows">{places}</ul></section>
        }
    });
    page.narrow()
}

fn form(here: &Here, number: u32, ordinal: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let item = here.seen().work_item(innovation.id, ordinal)?.clone();
    let to: WorkState = sheet.typed(TO).parse().map_err(|_| Failure::NotFound)?;
    let (title, button) = match to {
        WorkState::Dropped => ("Drop it".into(), "Drop"),
        to => (format!("Move to {}", to.label()), "Move"),
    };
    let lead = format!("It is in {} since {}.", lower(item.state().label()), date(item.since()));
    let waits = to == WorkState::Waiting;
    // The board saves a move that needs nothing without asking.
    let is_ready = !waits && (item.owner.is_some() || matches!(to, WorkState::ToDo | WorkState::Dropped));
    let inside = here.clone();
    let page = here.form(format!("{title}: {}", item.title), &sheet.clone(), move || {
        let back = inside.link(&format!("innovations/{number}/work"));
        let reasons = WaitReason::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
        let class = if to == WorkState::Dropped { "btn btn-stop btn-big btn-wide" } else { "btn btn-go btn-big btn-wide" };
        view! {
            {crumbs(&inside, &innovation)}
            {sheet.summary()}
            <div class="ph"><p class="kicker">{item.title.to_string()}</p><h1>{title}</h1><p class="quiet prose">{lead}</p></div>
            <form method="post" class="stack stack-l" novalidate>
                {sheet.hidden()}
                <input type="hidden" name=TO.name value=to.key() data-ready=is_ready.then_some("")/>
                {waits.then(|| view! { {sheet.select(REASON, reasons)} {sheet.area(NOTE, 2)} })}
                {sheet.select(OWNER, inside.people())}
                {sheet.date(ON)}
                <div class="row">
                    <button class=class>{button}</button>
                    <a class="btn btn-text btn-big" href=back>"Cancel"</a>
                </div>
            </form>
        }
    });
    Ok(page.narrow())
}
