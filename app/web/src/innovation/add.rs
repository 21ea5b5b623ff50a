use super::fields::{blank, input, questions};
use crate::{
    failure::Failure,
    form::{Choice, Field, Sheet, read},
    here::{Here, Now},
    innovation_frame::named,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use domain::{Act, Innovation, InnovationId, Place, StageMoveId, StartInput};
use leptos::prelude::*;
use serde::Deserialize;
use std::sync::Arc;
use uuid::Uuid;

const STAGE: Field = Field::new("stage", "Stage");
const RESTARTS: Field = Field::new("restarts", "Does it take up a stopped one again?")
    .hint("Stopping is final, so what starts again is a new innovation that names the old one");
const ON: Field = Field::new("on", "In this stage since").hint("The day it entered, also when that is long ago");

#[derive(Deserialize)]
pub struct Again {
    /// The number of the stopped innovation.
    restarts: Option<u32>,
}

pub async fn show(now: Now, Query(again): Query<Again>) -> Result<Page, Failure> {
    let stopped = again.restarts.and_then(|number| now.seen().numbered(number).ok()).map(|one| one.id);
    page(&now, blank().with(STAGE, Place::Stage(0)).with(ON, now.today).with_any(RESTARTS, stopped))
}

pub async fn submit(now: Now, mut sheet: Sheet) -> Result<Response, Failure> {
    let (input, start) =
        (input(&mut sheet), read!(sheet, StartInput { stage: STAGE, on: day ON, restarts: any RESTARTS }));
    if let (Some(input), Some(start)) = (input, start) {
        let id = InnovationId(sheet.submission().0);
        let decided = now.decide(&mut sheet, None, |seen, today, _| {
            seen.add_innovation(id, StageMoveId(Uuid::now_v7()), input, start, today)
        });
        if let Some(portfolio) = decided.await? {
            let page = portfolio.number_of(id).map_or("board".into(), |number| format!("innovations/{number}"));
            return Ok(done(&now.link(&page), Note::InnovationAdded));
        }
    }
    Ok(page(&now, sheet)?.into_response())
}

fn page(here: &Here, sheet: Sheet) -> Result<Page, Failure> {
    here.seen().must(Act::CreateInnovation, None)?;
    let inside = here.clone();
    Ok(here
        .form("Add an innovation", &sheet.clone(), move || {
            let model = inside.seen().organisation().stage_model();
            let stopped = stopped(&inside);
            let stages = model.columns().map(|(place, stage)| Choice::new(place, &stage.name)).collect();
            view! {
                <nav aria-label="Breadcrumb"><ol class="crumbs mb"><li><a href=inside.link("board")>"Board"</a></li></ol></nav>
                {sheet.summary()}
                <div class="ph"><h1>"Add an innovation"</h1></div>
                <form method="post" class="stack stack-l" novalidate>
                    {sheet.hidden()}
                    {sheet.select(STAGE, stages)}
                    {sheet.date(ON)}
                    {(!stopped.is_empty()).then(|| sheet.select(RESTARTS, stopped))}
                    {questions(&inside, None, &sheet)}
                    <div class="row">
                        <button class="btn btn-go btn-big btn-wide">"Add innovation"</button>
                        {inside.keep_as_draft("Add an innovation")}
                        <a class="btn btn-text btn-big" href=inside.link("board")>"Cancel"</a>
                    </div>
                </form>
            }
        })
        .narrow())
}

/// Stopped innovations that may be read, by number.
fn stopped(here: &Here) -> Vec<Choice> {
    let is_stopped = |one: &&Arc<Innovation>| here.seen().place_of(one) == Place::Stopped;
    let mut stopped: Vec<_> = here.seen().innovations().filter(is_stopped).collect();
    stopped.sort_by_key(|one| one.number);
    stopped.into_iter().map(|one| Choice::new(one.id, named(here, one))).collect()
}
