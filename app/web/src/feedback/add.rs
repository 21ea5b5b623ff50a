//! Writing down what people said, after the engagement was logged.
use super::{
    OfInnovation,
    fields::{COUNT, FEELING, RAISED, SAID, THEME, occasion, voice, voices},
};
use crate::{
    failure::Failure,
    form::{Choice, Field, Question, Sheet, question},
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use domain::{
    Act, CountBand, EngagementId, FeedbackId, FeedbackPoint, Innovation, Name, Prose, Rule, Sentiment, Voice,
};
use leptos::prelude::*;
use std::sync::Arc;

const HEARD: Field = Field::new("heard", "Where was it said, and by whom?");

/// What is asked, before it becomes a record.
struct Said {
    engagement: EngagementId,
    point: FeedbackPoint,
    raised_on: NaiveDate,
}

pub async fn show(now: Now, Path((_, number)): OfInnovation) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.clone();
    page(&now, &innovation, Sheet::blank().with(RAISED, now.today), None)
}

pub async fn submit(now: Now, Path((_, number)): OfInnovation, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.clone();
    let id = innovation.id;
    now.seen().must(Act::LogEngagement, Some(&innovation))?;
    let mut asked = None;
    if let Some(Said { engagement, point, raised_on }) = said(&mut sheet) {
        asked = question(&sheet, [SAID, THEME]);
        if asked.is_none() {
            let decided = now.decide(&mut sheet, None, |seen, today, ids| {
                let point = FeedbackPoint { id: FeedbackId(ids.0), innovation: Some(id), ..point };
                seen.add_feedback(id, engagement, point, raised_on, today)
            });
            if decided.await?.is_some() {
                return Ok(done(&now.link(&format!("innovations/{number}/feedback")), Note::FeedbackAdded));
            }
        }
    }
    Ok(page(&now, &innovation, sheet, asked)?.into_response())
}

fn said(sheet: &mut Sheet) -> Option<Said> {
    let heard = heard(sheet);
    let said = sheet.read::<Prose>(SAID);
    let theme = sheet.read_any::<Name>(THEME);
    let count_band = sheet.read_any::<CountBand>(COUNT);
    let sentiment = sheet.read_any::<Sentiment>(FEELING);
    let raised_on = sheet.read_day(RAISED);
    let (engagement, from) = heard?;
    let point = FeedbackPoint {
        id: FeedbackId(uuid::Uuid::nil()),
        innovation: None,
        from,
        theme: theme?,
        said: said?,
        count_band: count_band?,
        sentiment: sentiment?,
    };
    Some(Said { engagement, point, raised_on: raised_on? })
}

/// "ENGAGEMENT", or "ENGAGEMENT/group-…" of somebody who took part.
fn heard(sheet: &mut Sheet) -> Option<(EngagementId, Option<Voice>)> {
    sheet.ask(HEARD);
    let typed = sheet.typed(HEARD).trim().to_owned();
    let (engagement, from) = typed.split_once('/').map_or((typed.as_str(), None), |(one, who)| (one, Some(who)));
    let from = from.map_or(Some(None), |key| voice(key).map(Some));
    match (engagement.parse(), from) {
        _ if sheet.is_reopened() => None,
        _ if typed.is_empty() => sheet.wrong(HEARD, Rule::Missing),
        (Ok(engagement), Some(from)) => Some((engagement, from)),
        _ => sheet.wrong(HEARD, Rule::Choose),
    }
}

fn page(here: &Here, innovation: &Arc<Innovation>, sheet: Sheet, asked: Option<Question>) -> Result<Page, Failure> {
    here.seen().must(Act::LogEngagement, Some(innovation))?;
    let form = InnovationForm::new("Add what people said", &innovation.title, "Add")
        .lead("It belongs to an engagement that has been logged, and waits for an answer from today.");
    let (about, is_asked) = (innovation.clone(), asked.is_some());
    let page = form.page(here, innovation, sheet, move |here, sheet| {
        let counts = CountBand::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
        let feelings = Sentiment::ALL.iter().rev().map(|one| Choice::new(one.key(), one.label())).collect();
        let occasions = occasions(here, &about);
        let none = occasions.is_empty().then(|| {
            view! { <p class="empty">"Nothing is logged yet. Log the engagement first: there you can add what was said."</p> }
        });
        view! {
            {asked.as_ref().map(|one| one.panel(None))}
            {none}
            {sheet.area(SAID, 3)}
            {sheet.select_grouped(HEARD, occasions)}
            {sheet.text(THEME)}
            {sheet.select(COUNT, counts)}
            {sheet.radios(FEELING, feelings)}
            {sheet.date(RAISED)}
        }
    });
    Ok(if is_asked { page.with_status(StatusCode::UNPROCESSABLE_ENTITY) } else { page })
}

/// Each engagement with whoever took part in it, the latest first.
fn occasions(here: &Here, innovation: &Innovation) -> Vec<(String, Vec<Choice>)> {
    let all = here.seen().engagements(innovation.id);
    let occasion = |one: &&Arc<domain::Engagement>| {
        let several = Choice::new(one.id, "Nobody wrote down who");
        let voices = voices(here, one, innovation).into_iter();
        let voices = voices.map(|voice| Choice { key: format!("{}/{}", one.id, voice.key), ..voice });
        (occasion(one), voices.chain([several]).collect())
    };
    all.iter().map(occasion).collect()
}
