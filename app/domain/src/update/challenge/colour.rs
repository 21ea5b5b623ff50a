//! Challenges read from what was said before: the same words, the same colour, and nothing asked.
use super::{Case, Challenge, ChallengeCode, reference::REFERENCE_DAYS, similarity};
use crate::{Confidence, Evidence, StatusUpdate, calendar::in_words, days};

/// Shorter texts are alike by chance.
const SHORT: usize = 20;

/// C4: the chance fell by 20 points or more since the reference, and the colour stayed.
pub(super) fn confidence_fell(case: &Case) -> Option<Challenge> {
    let reference = case.reference?.update;
    let (before, now) = (reference.confidence_pct?, case.saying.confidence_pct?);
    let same = reference.confidence == case.saying.confidence;
    (same && i16::from(before) - i16::from(now) >= 20).then(|| Challenge {
        code: ChallengeCode::ConfidenceFell,
        text: format!("Confidence fell from {before}% to {now}% but the colour did not change."),
        evidence: vec![Evidence::Update(reference.ordinal)],
    })
}

/// C5: what was done and what comes next as four weeks ago.
pub(super) fn same_words(case: &Case) -> Option<Challenge> {
    let reference = case.reference.filter(|one| one.age >= REFERENCE_DAYS)?.update;
    let said = |done: &str, next: &str| format!("{done} {next}").trim().to_owned();
    let now = said(case.saying.done, case.saying.next);
    let then = said(reference.done.as_deref().unwrap_or(""), reference.next.as_deref().unwrap_or(""));
    let long = |text: &str| text.chars().count() >= SHORT;
    ((long(&now) || long(&then)) && similarity(&now, &then) >= 0.90 - 1e-12).then(|| Challenge {
        code: ChallengeCode::SameWords,
        text: format!("Same words as on {}.", in_words(reference.period_end)),
        evidence: vec![Evidence::Update(reference.ordinal)],
    })
}

/// C6: at risk three times running or more, over four weeks or more, and no day by which it is mended.
pub(super) fn no_path(case: &Case) -> Option<Challenge> {
    if case.saying.confidence != Confidence::AtRisk || case.saying.path_by.is_some_and(|by| by >= case.today) {
        return None;
    }
    let run: Vec<_> = case.before.iter().rev().take_while(|one| one.confidence == Confidence::AtRisk).collect();
    let first = run.last()?;
    (run.len() >= 2 && days(first.period_end, case.saying.period_end) >= 28).then(|| Challenge {
        code: ChallengeCode::NoPath,
        text: format!("At risk since {} with no dated path to green.", in_words(first.period_end)),
        evidence: vec![Evidence::Update(first.ordinal)],
    })
}

/// C7: off track twice running, with no ask in either.
pub(super) fn no_ask(case: &Case) -> Option<Challenge> {
    let last: &StatusUpdate = case.before.last()?;
    let twice = case.saying.confidence == Confidence::OffTrack && last.confidence == Confidence::OffTrack;
    (twice && !case.saying.asks && last.ask.is_none()).then(|| Challenge {
        code: ChallengeCode::NoAsk,
        text: "Off track twice running and nobody is asked for a decision.".into(),
        evidence: vec![Evidence::Update(last.ordinal)],
    })
}
