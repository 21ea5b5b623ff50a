//! Facts that sit oddly with the colour that somebody declares, each with the records behind it.
//!
//! They are shown before an update is posted. The author changes the colour, or explains; whoever does neither after
//! having been shown them may post all the same, and that stands beside the colour too.
mod answer;
mod colour;
mod dates;
mod people;
mod record;
mod reference;
mod similarity;

pub(super) use answer::EXPLAINED;
pub use answer::{AnsweredChallenge, ChallengeAnswer};
pub use similarity::similarity;

use super::{Confidence, Evidence, StatusUpdate};
use crate::{Innovation, Seen, choice::choices};
use chrono::NaiveDate;
use reference::Reference;
use std::sync::Arc;

choices! {
    ChallengeCode {
        Slipped "c1" "Milestones have slipped",
        GateLate "c2" "The gate is late",
        OverTolerance "c3" "A risk is above tolerance",
        ConfidenceFell "c4" "Confidence fell",
        SameWords "c5" "The same words",
        NoPath "c6" "No path to green",
        NoAsk "c7" "Nobody is asked",
        NoNumbers "c8" "No outcome figures",
        DatePushing "c9" "Dates are pushed",
        SpendBehind "c10" "Money and time differ",
        SponsorDiffers "c11" "The sponsor differs",
        Rebaselined "c12" "Dates were agreed anew",
    }
}

impl ChallengeCode {
    /// The field of a form that explains it.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Slipped => "explain_c1",
            Self::GateLate => "explain_c2",
            Self::OverTolerance => "explain_c3",
            Self::ConfidenceFell => "explain_c4",
            Self::SameWords => "explain_c5",
            Self::NoPath => "explain_c6",
            Self::NoAsk => "explain_c7",
            Self::NoNumbers => "explain_c8",
            Self::DatePushing => "explain_c9",
            Self::SpendBehind => "explain_c10",
            Self::SponsorDiffers => "explain_c11",
            Self::Rebaselined => "explain_c12",
        }
    }
}

/// One that fires.
#[derive(Clone, Debug, PartialEq)]
pub struct Challenge {
    pub code: ChallengeCode,
    /// A sentence with its full stop.
    pub text: String,
    pub evidence: Vec<Evidence>,
}

/// What somebody is about to say, as far as challenges read it.
#[derive(Clone, Copy, Debug)]
pub struct Saying<'s> {
    pub confidence: Confidence,
    pub confidence_pct: Option<u8>,
    pub period_end: NaiveDate,
    pub done: &'s str,
    pub next: &'s str,
    pub asks: bool,
    /// The day of the path to green.
    pub path_by: Option<NaiveDate>,
}

/// Everything a rule may look at.
struct Case<'a, 's> {
    seen: Seen<'a>,
    innovation: &'s Innovation,
    saying: Saying<'s>,
    /// For earlier days, oldest first; of a day that was corrected only the correction.
    before: &'s [&'a Arc<StatusUpdate>],
    reference: Option<Reference<'a>>,
    today: NaiveDate,
}

impl Case<'_, '_> {
    fn is_on_track(&self) -> bool {
        self.saying.confidence == Confidence::OnTrack
    }
}

impl<'a> Seen<'a> {
    /// In the order of their codes. A rule with a missing input does not fire.
    #[must_use]
    pub fn challenges(self, innovation: &Innovation, saying: Saying<'_>, today: NaiveDate) -> Vec<Challenge> {
        let before = self.said_before(innovation, saying.period_end, today);
        let reference = Reference::among(&before, saying.period_end);
        let case = Case { seen: self, innovation, saying, before: &before, reference, today };
        let rules: [fn(&Case) -> Option<Challenge>; 12] = [
            dates::slipped,
            dates::gate_late,
            record::over_tolerance,
            colour::confidence_fell,
            colour::same_words,
            colour::no_path,
            colour::no_ask,
            record::no_numbers,
            dates::date_pushing,
            record::spend_behind,
            people::sponsor_differs,
            dates::rebaselined,
        ];
        rules.iter().filter_map(|rule| rule(&case)).collect()
    }

    fn said_before(self, innovation: &Innovation, day: NaiveDate, today: NaiveDate) -> Vec<&'a Arc<StatusUpdate>> {
        let earlier = self.updates(innovation.id).filter(|one| one.submitted_on <= today && one.period_end < day);
        let mut earlier: Vec<_> = earlier.collect();
        earlier.sort_by_key(|one| (one.period_end, std::cmp::Reverse(one.ordinal)));
        earlier.dedup_by_key(|one| one.period_end);
        earlier
    }
}

/// "1 date was", "3 dates were".
fn counted(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("{number} {one}") } else { format!("{number} {many}") }
}

#[cfg(test)]
mod tests;
