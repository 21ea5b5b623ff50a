//! The four questions of the why, and what keeps it from being complete, in words.
use crate::form::{Field, Sheet};
use chrono::NaiveDate;
use domain::{Prose, Why, WhyGap};
use leptos::prelude::*;

const PROBLEM: Field = Field::new("problem", "What is the problem?").hint("With a fact: a number that shows it");
const IF_NOTHING: Field = Field::new("if_nothing", "What happens if we do nothing?");
const DIFFERENCE: Field = Field::new("difference", "What will be different, and for whom?");
const ASK: Field = Field::new("ask", "What do we ask of you?").hint("Of whoever reads this");

pub fn with_why(sheet: Sheet, why: &Why) -> Sheet {
    sheet
        .with_any(PROBLEM, why.problem.as_ref())
        .with_any(IF_NOTHING, why.if_nothing.as_ref())
        .with_any(DIFFERENCE, why.difference.as_ref())
        .with_any(ASK, why.ask.as_ref())
}

pub fn read_why(sheet: &mut Sheet) -> Option<Why> {
    let [problem, if_nothing, difference, ask] =
        [PROBLEM, IF_NOTHING, DIFFERENCE, ASK].map(|field| sheet.read_any::<Prose>(field));
    Some(Why { problem: problem?, if_nothing: if_nothing?, difference: difference?, ask: ask?, revised_on: None })
}

pub fn why_areas(sheet: &Sheet) -> impl IntoView + use<> {
    view! {
        {sheet.area(PROBLEM, 3)}
        {sheet.area(IF_NOTHING, 2)}
        {sheet.area(DIFFERENCE, 2)}
        {sheet.area(ASK, 2)}
    }
}

/// The parts that have been written, each under a heading of its own.
pub fn why_parts(why: &Why) -> Option<impl IntoView + use<>> {
    let titles = ["The problem", "If we do nothing", "What will be different", "What we ask of you"];
    let parts = titles.into_iter().zip(why.parts()).filter_map(|(title, part)| {
        let part = part?.to_string();
        Some(view! { <h3 class="s">{title}</h3><p class="s prose lines mb">{part}</p> })
    });
    let parts: Vec<_> = parts.collect();
    (!parts.is_empty()).then_some(parts)
}

/// A note with what is still missing; nothing where the why is complete or has not been begun.
pub fn why_note(why: &Why, today: NaiveDate) -> Option<impl IntoView + use<>> {
    if why.words() == 0 {
        return None;
    }
    let mut hints: Vec<_> = why.gaps(today).into_iter().map(said).collect();
    let heading = if hints.is_empty() { "The why is complete." } else { "The why is not complete yet." };
    if why.has_long_sentences() {
        hints.push(format!("Sentences of {} words or fewer are easier to follow.", Why::LONG_SENTENCE));
    }
    (!hints.is_empty()).then(|| {
        let hints = hints.into_iter().map(|hint| view! { <li>{hint}</li> }).collect_view();
        view! { <div class="note"><b>{heading}</b><ul>{hints}</ul></div> }
    })
}

/// What to do about a gap.
pub fn said(gap: WhyGap) -> String {
    match gap {
        WhyGap::PartMissing => "Answer each of the four questions.".into(),
        WhyGap::TooShort(words) => format!("It has {words} words; {} are needed to convince.", Why::FEWEST_WORDS),
        WhyGap::TooLong(words) => format!("It has {words} words; {} are the most that people read.", Why::MOST_WORDS),
        WhyGap::NoFact => "Put a number into the problem.".into(),
        WhyGap::Old => "It was last revised more than a year ago: is it still true?".into(),
    }
}
