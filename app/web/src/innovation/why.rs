//! What keeps the why of an innovation from being complete, in words.
use chrono::NaiveDate;
use domain::{Why, WhyGap};
use leptos::prelude::*;

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

fn said(gap: WhyGap) -> String {
    match gap {
        WhyGap::PartMissing => "Answer each of the four questions.".into(),
        WhyGap::TooShort(words) => format!("It has {words} words; {} are needed to convince.", Why::FEWEST_WORDS),
        WhyGap::TooLong(words) => format!("It has {words} words; {} are the most that people read.", Why::MOST_WORDS),
        WhyGap::NoFact => "Put a number into the problem.".into(),
        WhyGap::Old => "It was last revised more than a year ago: is it still true?".into(),
    }
}
