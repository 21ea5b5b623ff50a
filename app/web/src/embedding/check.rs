//! The twelve questions on one page.
use crate::{
    failure::Failure,
    form::{Choice, Field, Sheet, read},
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Response},
};
use domain::{
    Act, EmbeddingAnswer, EmbeddingCheckId, EmbeddingInput, EmbeddingItem, Innovation, ItemAnswer, SiteId, Slug,
};
use leptos::prelude::*;
use serde::Deserialize;

const SITE: Field = Field::new("site", "Of which place?").hint("Leave blank for the innovation as a whole");
const ON: Field = Field::new("on", "Answered on");
const RATER: Field = Field::new("rater", "Whose answers are these?").hint("Leave blank if they are your own");
const NOTE: Field = Field::new("note", "Anything to add?");

#[derive(Deserialize)]
pub struct Asked {
    site: Option<String>,
}

const fn field(item: EmbeddingItem) -> Field {
    Field::new(item.key(), item.label())
}

pub async fn show(now: Now, Path((_, number)): Path<(Slug, u32)>, Query(asked): Query<Asked>) -> Result<Page, Failure> {
    page(&now, number, Sheet::blank().with_any(SITE, asked.site).with(ON, now.today))
}

pub async fn submit(now: Now, Path((_, number)): Path<(Slug, u32)>, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let input = read!(sheet, EmbeddingInput {
        site: any SITE,
        on: day ON,
        rater: any RATER,
        answers: by answers,
        note: any NOTE,
    });
    if let Some(input) = input {
        let site: Option<SiteId> = input.site;
        let decided = now.decide(&mut sheet, None, |seen, today, id| {
            seen.check_embedding(EmbeddingCheckId(id.0), innovation, input, today)
        });
        if decided.await?.is_some() {
            let home = site.map_or("scale-up".into(), |site| format!("sites/{site}"));
            return Ok(done(&now.link(&format!("innovations/{number}/{home}")), Note::EmbeddingChecked));
        }
    }
    Ok(page(&now, number, sheet)?.into_response())
}

fn answers(sheet: &mut Sheet) -> Option<Vec<ItemAnswer>> {
    let read = |item: &EmbeddingItem| {
        let answer = sheet.read_any::<EmbeddingAnswer>(field(*item))?;
        Some(answer.map(|answer| ItemAnswer { item: *item, answer }))
    };
    let answers: Vec<_> = EmbeddingItem::ALL.iter().map(read).collect();
    Some(answers.into_iter().collect::<Option<Vec<_>>>()?.into_iter().flatten().collect())
}

fn page(here: &Here, number: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::CheckEmbedding, Some(&innovation))?;
    let form = InnovationForm::new("Will it last?", &innovation.title, "Save answers").lead(
        "Twelve questions, answered as it is today. Leave blank what you do not know. It counts for half a year.",
    );
    let about = innovation.clone();
    Ok(form.page(here, &innovation, sheet, move |here, sheet| questions(here, &about, sheet)))
}

fn questions(here: &Here, innovation: &Innovation, sheet: &Sheet) -> impl IntoView + use<> {
    let sites: Vec<_> = here
        .seen()
        .site_sights(innovation.id, here.today)
        .iter()
        .map(|one| Choice::new(one.site.id, &one.site.name))
        .collect();
    let place = (!sites.is_empty()).then(|| sheet.select(SITE, sites));
    let asked = EmbeddingItem::ALL.iter().map(|item| {
        let answers = EmbeddingAnswer::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
        sheet.short_radios(field(*item), answers)
    });
    let asked = asked.collect_view();
    let may = here.seen().may(Act::EditInnovation, Some(innovation));
    let rater = may.then(|| sheet.select(RATER, here.people()));
    view! {
        {place}
        <div class="panel stack">{asked}</div>
        {sheet.date(ON)}
        {rater}
        {sheet.area(NOTE, 2)}
    }
}
