use super::fields::{blank, input, questions};
use crate::{
    failure::Failure,
    form::{Choice, Field, Sheet, read},
    here::{Here, Now},
    page::Page,
    visit::{Note, done},
};
use axum::response::{IntoResponse, Response};
use domain::{Act, InnovationId, Place, StageMoveId, StartInput};
use leptos::prelude::*;
use uuid::Uuid;

const STAGE: Field = Field::new("stage", "Stage");
const ON: Field = Field::new("on", "In this stage since").hint("The day it entered, also when that is long ago");

pub async fn show(now: Now) -> Result<Page, Failure> {
    page(&now, blank().with(STAGE, Place::Stage(0)).with(ON, now.today))
}

pub async fn submit(now: Now, mut sheet: Sheet) -> Result<Response, Failure> {
    let (input, start) = (input(&mut sheet), read!(sheet, StartInput { stage: STAGE, on: day ON }));
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
            let stages = model.columns().map(|(place, stage)| Choice::new(place, &stage.name)).collect();
            view! {
                <nav aria-label="Breadcrumb"><ol class="crumbs mb"><li><a href=inside.link("board")>"Board"</a></li></ol></nav>
                {sheet.summary()}
                <div class="ph"><h1>"Add an innovation"</h1></div>
                <form method="post" class="stack stack-l" novalidate>
                    {sheet.hidden()}
                    {sheet.select(STAGE, stages)}
                    {sheet.date(ON)}
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
