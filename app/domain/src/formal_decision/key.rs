//! Notice of key decisions. Days are calendar days: constitutions differ, and the page says so.
use super::FormalDecision;
use crate::{Organisation, Seen};
use chrono::{Days, NaiveDate};

/// Clear days between the notice and the meeting, and one for the meeting itself.
const NOTICE: Days = Days::new(29);

/// What is wrong with the notice of a key decision that has not been taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyWarning {
    /// No notice has been published.
    NotPublished,
    /// The meeting that is to take it comes before the notice has run.
    TooEarly { meeting_on: NaiveDate, earliest_on: NaiveDate },
}

impl FormalDecision {
    /// At or above the amount that the organisation has set, or said to be key.
    #[must_use]
    pub fn is_key(&self, organisation: &Organisation) -> bool {
        let at_least = |limit| self.effect.is_some_and(|effect| effect.0.saturating_abs() >= limit);
        self.key_decision || organisation.key_decision.is_some_and(|limit| at_least(limit.0))
    }

    /// The first day on which it may be taken: 28 clear days after the notice.
    #[must_use]
    pub fn earliest_on(&self) -> Option<NaiveDate> {
        self.published_on?.checked_add_days(NOTICE)
    }

    /// The day from which a key decision that was taken is in force: after the time to call it in.
    #[must_use]
    pub fn in_force_on(&self, organisation: &Organisation) -> Option<NaiveDate> {
        let decided = self.decided_on.filter(|_| self.is_agreed())?;
        let wait = if self.is_key(organisation) { organisation.call_in_days() } else { 0 };
        decided.checked_add_days(Days::new(wait.into()))
    }
}

impl Seen<'_> {
    /// None for what is not key, and for what has been decided.
    #[must_use]
    pub fn key_warning(self, decision: &FormalDecision) -> Option<KeyWarning> {
        if !decision.is_open() || !decision.is_key(self.organisation()) {
            return None;
        }
        let Some(earliest_on) = decision.earliest_on() else { return Some(KeyWarning::NotPublished) };
        let meeting_on = self.meeting(decision.planned_for?).ok()?.held_on;
        (meeting_on < earliest_on).then_some(KeyWarning::TooEarly { meeting_on, earliest_on })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, Meeting, Pence, testing::*};

    fn key() -> FormalDecision {
        FormalDecision { key_decision: true, published_on: Some(day("2027-03-01")), ..asked() }
    }

    #[test]
    fn me_20_a_key_decision_waits_28_clear_days_for_its_notice() {
        assert_eq!(key().earliest_on(), Some(day("2027-03-30")));
        let warning = |on: &str, published: Option<&str>| {
            let before = applied(&portfolio(), Decision::add(Meeting { held_on: day(on), ..meeting() }));
            let planned_for = Some(meeting().id);
            let decision = FormalDecision { published_on: published.map(day), planned_for, ..key() };
            as_person(&before, MANAGER, |seen| seen.key_warning(&decision))
        };
        let early = KeyWarning::TooEarly { meeting_on: day("2027-03-29"), earliest_on: day("2027-03-30") };
        assert_eq!(warning("2027-03-29", Some("2027-03-01")), Some(early));
        assert_eq!(warning("2027-03-30", Some("2027-03-01")), None);
        assert_eq!(warning("2027-03-30", None), Some(KeyWarning::NotPublished));
    }

    #[test]
    fn the_amount_that_the_organisation_set_makes_a_decision_key() {
        let before = portfolio();
        let organisation = |limit: Option<i64>| Organisation {
            key_decision: limit.map(Pence),
            ..(**before.organisation().expect("founded")).clone()
        };
        let costs = |pence| FormalDecision { effect: Some(Pence(pence)), ..asked() };
        for (effect, limit, is_key) in [
            (50_000_000, Some(50_000_000), true),
            (-60_000_000, Some(50_000_000), true),
            (49_999_999, Some(50_000_000), false),
            (99, None, false),
        ] {
            assert_eq!(costs(effect).is_key(&organisation(limit)), is_key, "{effect}");
        }
        assert!(!asked().is_key(&organisation(Some(1))), "no amount is known");
    }

    #[test]
    fn a_key_decision_is_in_force_once_it_can_no_longer_be_called_in() {
        let before = portfolio();
        let organisation = before.organisation().expect("founded");
        let taken = FormalDecision { key_decision: true, ..decided("2026-11-02") };
        assert_eq!(taken.in_force_on(organisation), Some(day("2026-11-07")));
        assert_eq!(decided("2026-11-02").in_force_on(organisation), Some(day("2026-11-02")));
        assert_eq!(key().in_force_on(organisation), None);
    }
}
