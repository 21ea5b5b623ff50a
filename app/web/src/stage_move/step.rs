//! Moving forward through a gate, skipping, and going back: one form for all three.
use super::{
    decided::{self, met, ready},
    frame::{Words, page},
    gate::{findings, gate, read_answers, read_conditions},
};
use crate::{
    failure::Failure,
    form::{Field, Sheet},
    here::{Here, Now},
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use domain::{Direction, GateQuestion, Innovation, MoveInput, Place, Prose, Reason, Slug, StageMoveId, gate_questions};
use leptos::prelude::*;
use serde::Deserialize;

const TO: Field = Field::hidden("to");
/// Where it was when the form was drawn: the questions stay those that were asked.
const FROM: Field = Field::hidden("from");
const BACK: Field = Field::new("reason", "Why does it go back?").hint("Going back is allowed and is not a fault");
const SKIP: Field = Field::new("reason", "Why is a stage skipped?");
const OVERRIDE: Field = Field::new("override_reason", "Why does it go on all the same?")
    .hint("Asked only where a question is answered yes and the record does not show it. It stays with the move");
const NOTE: Field = Field::new("reason", "Anything to add?").hint("Leave blank if there is nothing");

#[derive(Deserialize)]
pub struct Destination {
    to: Option<String>,
}

pub async fn show(
    now: Now,
    Path((_, number)): Path<(Slug, u32)>,
    Query(destination): Query<Destination>,
) -> Result<Response, Failure> {
    let Some(to) = destination.to else { return super::choose::page(&now, number).map(IntoResponse::into_response) };
    let to = to.parse::<Place>().map_err(|_| Failure::NotFound)?;
    let innovation = now.seen().numbered(number)?;
    let needs = now.seen().move_needs(innovation, to, now.today)?;
    let other = match needs.direction {
        Direction::Forward | Direction::Back => None,
        Direction::Pause => Some("pause"),
        Direction::Resume => Some("resume"),
        Direction::Repeat => Some("repeat"),
        Direction::Stop => Some("stop"),
    };
    if let Some(form) = other {
        return Ok(Redirect::to(&now.link(&format!("innovations/{number}/{form}"))).into_response());
    }
    let sheet = ready(&now, innovation, to)?.with(TO, to).with(FROM, needs.from);
    Ok(form(&now, number, sheet)?.into_response())
}

pub async fn submit(now: Now, Path((_, number)): Path<(Slug, u32)>, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.clone();
    let way = Way::of(&now, &innovation, &sheet)?;
    let (answers, conditions) = (read_answers(&mut sheet, &way.questions), read_conditions(&mut sheet));
    let (reason, override_reason) = (sheet.read_any::<Prose>(NOTE), sheet.read_any::<Reason>(OVERRIDE));
    let decided = decided::read(&mut sheet);
    if let (Some(answers), Some(conditions), Some(reason), Some(override_reason), Some(decided)) =
        (answers, conditions, reason, override_reason, decided)
    {
        let input = MoveInput { to: way.to, answers, conditions, reason, override_reason, decided };
        let decided = now.decide(&mut sheet, None, |seen, today, id| {
            seen.move_innovation(StageMoveId(id.0), innovation.id, input, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}")), Note::InnovationMoved));
        }
    }
    let sheet = met(&now, innovation.id, sheet).await?;
    Ok(form(&now, number, sheet)?.into_response())
}

/// From where to where, as the form says it.
struct Way {
    from: Place,
    to: Place,
    questions: Vec<&'static GateQuestion>,
    skips: Vec<String>,
}

impl Way {
    fn of(here: &Here, innovation: &Innovation, sheet: &Sheet) -> Result<Self, Failure> {
        let model = here.seen().stage_model_of(innovation);
        let to = sheet.typed(TO).parse::<Place>().map_err(|_| Failure::NotFound)?;
        let from = sheet.typed(FROM).parse().unwrap_or_else(|_| here.seen().place_of(innovation));
        let forward = from < to;
        let questions = if forward { gate_questions(model, from, to) } else { Vec::new() };
        let skips = if forward { model.between(from, to) } else { Vec::new() };
        Ok(Self { from, to, questions, skips })
    }

    fn reason(&self) -> Field {
        match (self.to < self.from, self.skips.is_empty()) {
            (true, _) => BACK,
            (_, false) => SKIP,
            _ => NOTE,
        }
    }

    fn lead(&self, from: &str) -> String {
        match (self.to < self.from, self.skips.as_slice()) {
            (true, _) => format!("It goes back from {from}. The time it has spent there is kept."),
            (_, []) if self.questions.is_empty() => format!("It goes on from {from}. Nothing is asked."),
            (_, []) => format!("It goes on from {from} through the gate."),
            (_, skips) => format!("It goes on from {from} and skips {}.", skips.join(" and ")),
        }
    }
}

fn form(here: &Here, number: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?;
    let way = Way::of(here, innovation, &sheet)?;
    let model = here.seen().stage_model_of(innovation);
    let name = model.name(way.to).to_owned();
    let (title, button) =
        if way.to < way.from { (format!("Go back to {name}"), "Go back") } else { (format!("Move to {name}"), "Move") };
    // The board saves a move that needs nothing without asking.
    let is_nothing = here.seen().move_needs(innovation, way.to, here.today).is_ok_and(|needs| needs.is_nothing());
    let words = Words { title, lead: way.lead(model.name(way.from)), button, weight: "btn-go" };
    page(here, number, sheet, words, move |here, innovation, sheet| {
        let reason = way.reason();
        let asked: Vec<_> = way.questions.iter().map(|one| one.key).collect();
        let found = here.seen().gate_findings(innovation, &asked, here.today);
        let overrides = (!found.is_empty()).then(|| sheet.area(OVERRIDE, 2));
        view! {
            <input type="hidden" name=TO.name value=way.to.key() data-ready=is_nothing.then_some("")/>
            <input type="hidden" name=FROM.name value=way.from.key()/>
            {findings(&found)}
            {gate(here, &way.questions, sheet)}
            {overrides}
            {sheet.area(reason, 3)}
        }
    })
}
