//! What people said: one point or more, each with who said it and how they felt.
use super::{boxes::EVERYBODY, fields::nth, who::Heard};
use crate::{
    form::{Choice, Field, Sheet},
    here::Here,
};
use domain::{FeedbackId, FeedbackPoint, Prose, Rule, Sentiment, SubmissionId, Voice};
use leptos::prelude::*;

struct Point {
    said: Field,
    from: Field,
    feeling: Field,
}

const FROM: &str = "Who of them said it?";
const FEELING: &str = "How did they feel about it?";
const POINTS: [Point; 3] = [
    Point {
        said: Field::new("said_1", "What did they say?").hint("Use their words. Leave names out"),
        from: Field::new("from_1", FROM),
        feeling: Field::new("feeling_1", FEELING),
    },
    Point {
        said: Field::new("said_2", "What else did they say?"),
        from: Field::new("from_2", FROM),
        feeling: Field::new("feeling_2", FEELING),
    },
    Point {
        said: Field::new("said_3", "And what else?"),
        from: Field::new("from_3", FROM),
        feeling: Field::new("feeling_3", FEELING),
    },
];

/// What was said in words that might name somebody.
pub fn words() -> impl Iterator<Item = Field> {
    POINTS.iter().map(|point| point.said)
}

/// Those that say anything. `heard`: who may have said it; None where that must be put right first.
pub fn points(
    here: &Here,
    sheet: &mut Sheet,
    heard: Option<&Heard>,
    submission: SubmissionId,
) -> Option<Vec<FeedbackPoint>> {
    let read = (1..).zip(&POINTS).map(|(number, point)| {
        let from = voice(here, sheet, point, heard);
        let sentiment = sheet.read_any::<Sentiment>(point.feeling);
        let said = sheet.read_any::<Prose>(point.said);
        let (Some(said), Some(from), Some(sentiment)) = (said, from, sentiment) else { return None };
        let id = FeedbackId(nth(submission, number));
        Some(said.map(|said| FeedbackPoint {
            id,
            innovation: None,
            from,
            theme: None,
            said,
            count_band: None,
            sentiment,
        }))
    });
    // All of them are read before any is missed, so that all problems are told at once.
    let read: Vec<_> = read.collect();
    read.into_iter().collect::<Option<Vec<_>>>().map(|points| points.into_iter().flatten().collect())
}

fn voice(here: &Here, sheet: &mut Sheet, point: &Point, heard: Option<&Heard>) -> Option<Option<Voice>> {
    sheet.ask(point.from);
    let typed = sheet.typed(point.from).trim().to_owned();
    let Some(heard) = heard.filter(|_| !typed.is_empty()) else { return Some(None) };
    match heard.named(here, &typed) {
        Some(id) => Some(Some(Voice::Stakeholder(id))),
        None => sheet.wrong(point.from, Rule::Choose),
    }
}

pub fn first(sheet: &Sheet) -> impl IntoView + use<> {
    sheet.area(POINTS[0].said, 2)
}

/// More about the first point, and the others.
pub fn more(sheet: &Sheet) -> impl IntoView + use<> {
    let [first, more @ ..] = &POINTS;
    let asked = [first.from, first.feeling].into_iter().chain(more.iter().map(|point| point.said));
    let is_open = asked.into_iter().any(|field| !sheet.typed(field).is_empty());
    let more = more.iter().map(|point| view! { {sheet.area(point.said, 2)} {about(sheet, point)} }).collect_view();
    view! {
        <details class="details" open=is_open>
            <summary>"Add who said it, how they felt, or more points"</summary>
            <div class="stack">{about(sheet, first)} {more}</div>
        </details>
    }
}

fn about(sheet: &Sheet, point: &Point) -> impl IntoView + use<> {
    let feelings = Sentiment::ALL.iter().rev().map(|one| Choice::new(one.key(), one.label())).collect();
    view! { {sheet.short_radios(point.feeling, feelings)} {sheet.suggesting(point.from, EVERYBODY, String::new())} }
}
