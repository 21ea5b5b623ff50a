//! Asking for a decision, recording one, or answering what an update asks.
use super::fields::{
    ASKED_ON, COUNCILS, DECIDED_ON, OUTCOME, TAKEN_BY, WHAT, council_boxes, input, is_partnership, outcome_questions,
    own_place, questions, subject, taken,
};
use crate::{
    failure::Failure,
    form::Sheet,
    here::{Here, Now},
    innovation_frame::named,
    page::Page,
    short_form::ShortForm,
    visit::{Note, done},
};
use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use domain::{Act, AskMade, FormalDecisionId, Innovation, Refusal};
use leptos::prelude::*;
use serde::Deserialize;
use std::sync::Arc;

/// What the address knows: the number of the innovation, and of the update that asks.
#[derive(Clone, Copy, Deserialize)]
pub struct Asked {
    innovation: Option<u32>,
    ask: Option<u32>,
}

impl Asked {
    fn innovation(self, here: &Here) -> Result<Option<Arc<Innovation>>, Refusal> {
        self.innovation.map(|number| here.seen().numbered(number).cloned()).transpose()
    }

    /// What the update asks, in the innovation of the address.
    fn ask<'a>(self, here: &'a Here, innovation: Option<&Innovation>) -> Result<Option<AskMade<'a>>, Refusal> {
        let (Some(ordinal), Some(innovation)) = (self.ask, innovation) else { return Ok(None) };
        let made = here.seen().asks_made(innovation, here.today).into_iter();
        let asks = |one: &AskMade| one.updates.iter().any(|update| update.ordinal == ordinal);
        made.into_iter().find(asks).map(Some).ok_or(Refusal::NotFound)
    }
}

pub async fn show(now: Now, Query(asked): Query<Asked>) -> Result<Page, Failure> {
    let innovation = asked.innovation(&now)?;
    let mut sheet = Sheet::blank().with(DECIDED_ON, now.today);
    if asked.ask.is_some() || !now.seen().records_any_decision() {
        sheet = sheet.with_any(TAKEN_BY, own_place(&now, innovation.as_deref()));
    } else {
        sheet = sheet.with(OUTCOME, "");
    }
    let ask = asked.ask(&now, innovation.as_deref())?;
    if let Some(ask) = &ask {
        sheet = sheet.with(WHAT, &ask.ask.what);
    } else {
        sheet = sheet.with(ASKED_ON, now.today);
    }
    for council in innovation.iter().flat_map(|one| &one.councils) {
        sheet = sheet.and(COUNCILS, council);
    }
    page(&now, asked, sheet)
}

pub async fn submit(now: Now, Query(asked): Query<Asked>, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = asked.innovation(&now)?;
    let ask = asked.ask(&now, innovation.as_deref())?.and_then(|made| made.updates.last().map(|one| one.id));
    let (input, outcome) = (input(&now, &mut sheet, innovation.as_deref()), taken(&mut sheet));
    if let (Some(mut input), Some(outcome)) = (input, outcome) {
        input.ask = ask;
        let is_open = outcome.is_none();
        let mut id = None;
        let decided = now.decide(&mut sheet, None, |seen, today, new| {
            id = Some(FormalDecisionId(new.0));
            seen.add_decision(FormalDecisionId(new.0), input, outcome, today)
        });
        if decided.await?.is_some() {
            let path = id.map_or_else(|| "decisions".into(), |id| format!("decisions/{id}"));
            return Ok(done(&now.link(&path), if is_open { Note::DecisionAsked } else { Note::DecisionTaken }));
        }
    }
    Ok(page(&now, asked, sheet)?.into_response())
}

fn page(here: &Here, asked: Asked, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = asked.innovation(here)?;
    here.seen().must(Act::RecordDecision, innovation.as_deref())?;
    let ask = asked.ask(here, innovation.as_deref())?;
    let whom = ask.as_ref().and_then(|made| here.seen().membership(made.ask.of_whom));
    let form = ShortForm {
        above: vec![("Decisions".into(), here.link("decisions"))],
        kicker: innovation.as_ref().map(|one| named(here, one)),
        heading: if ask.is_some() { "Answer what is asked".into() } else { "Add a decision".into() },
        about: ask.as_ref().map(|made| {
            let whom = whom.map_or_else(|| "somebody who left".into(), |one| one.name.to_string());
            format!(
                "Asked of {whom} on {}, wanted by {}. Once it is decided, the ask is answered.",
                crate::ui::words::date(made.asked_on),
                crate::ui::words::date(made.ask.by)
            )
        }),
        button: "Save decision",
        ..ShortForm::default()
    };
    let (inside, asks) = (here.clone(), ask.is_some());
    Ok(form.page(here, sheet, move |sheet| {
        let here = &inside;
        let about = innovation.is_none().then(|| subject(here, sheet));
        view! {
            {about}
            {questions(here, sheet, innovation.as_deref(), asks).into_any()}
            {council_boxes(here, sheet).into_any()}
            <h2>"The decision"</h2>
            {outcome_questions(here, sheet, innovation.as_deref(), true, is_partnership(here)).into_any()}
        }
    }))
}
