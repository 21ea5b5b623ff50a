//! Engagement: whether people who matter were met, and whether what they said was answered.
use super::{Confidence, Evidence, Finding, Part};
use crate::{Innovation, Seen, StakeSight, days};
use chrono::NaiveDate;

/// What the record tells of the people an innovation is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Listening {
    /// The day of the oldest thing said that has no response.
    unanswered_since: Option<NaiveDate>,
    /// A priority stakeholder was last met more than twice as long ago as agreed.
    is_overdue: bool,
}

impl Seen<'_> {
    pub(super) fn engagement_finding(self, innovation: &Innovation, today: NaiveDate) -> Finding {
        let sights = self.innovation(innovation.id).map_or_else(|_| vec![], |one| self.sights_for_figures(one, today));
        let said = self.feedback_about(innovation.id).filter(|one| !one.is_answered() && one.raised_on <= today);
        let long = |one: &StakeSight| days(one.since, today) > 2 * i64::from(one.stake.cadence_days);
        let listening = (!sights.is_empty()).then(|| Listening {
            unanswered_since: said.map(|one| one.raised_on).min(),
            is_overdue: sights.iter().any(|one| one.stake.is_priority() && long(one)),
        });
        finding(listening, today)
    }
}

/// None: no stakeholder is recorded.
fn finding(listening: Option<Listening>, today: NaiveDate) -> Finding {
    let Some(listening) = listening else { return Finding::unknown(Part::Engagement, "No stakeholder is recorded") };
    let waiting = listening.unanswered_since.map_or(0, |since| days(since, today));
    let found = vec![Evidence::Engagement];
    if waiting > 60 {
        let reason = format!("Something said {waiting} days ago has no response");
        return Finding::new(Part::Engagement, Confidence::OffTrack, reason, found);
    }
    if listening.is_overdue {
        let reason = "A group that matters was not met for more than twice the time agreed";
        return Finding::new(Part::Engagement, Confidence::AtRisk, reason, found);
    }
    Finding::new(Part::Engagement, Confidence::OnTrack, "The groups that matter were met as agreed", found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, Stake, testing::*};

    #[test]
    fn what_was_said_waits_60_days_at_most() {
        let says = |since: Option<&str>, is_overdue| {
            finding(Some(Listening { unanswered_since: since.map(day), is_overdue }), today()).says
        };
        assert_eq!(finding(None, today()).says, None);
        assert_eq!(says(None, false), Some(Confidence::OnTrack));
        assert_eq!(says(None, true), Some(Confidence::AtRisk));
        assert_eq!(says(Some("2026-09-25"), false), Some(Confidence::OnTrack), "60 days");
        assert_eq!(says(Some("2026-09-24"), false), Some(Confidence::OffTrack), "61 days");
    }

    #[test]
    fn the_record_tells_whom_we_met_and_what_we_answered() {
        let says = |decision: Decision| {
            let portfolio = applied(&portfolio(), decision);
            as_person(&portfolio, LEAD, |seen| seen.engagement_finding(&innovation(), today()).says)
        };
        let named = |on: &str| Decision::add(stakeholder()).and_add(Stake { added_on: day(on), ..stake() });
        assert_eq!(says(Decision::add(feedback(1, "2026-01-10"))), None, "nobody is named");
        assert_eq!(says(named("2026-05-26")), Some(Confidence::OnTrack), "182 days, twice the cadence");
        assert_eq!(says(named("2026-05-25")), Some(Confidence::AtRisk));
        assert_eq!(says(named("2026-05-25").and_add(engagement(1, "2026-11-01"))), Some(Confidence::OnTrack));
        let minor = Stake { power: 1, impact: 1, added_on: day("2026-01-01"), ..stake() };
        assert_eq!(says(Decision::add(stakeholder()).and_add(minor)), Some(Confidence::OnTrack));
        let waiting = named("2026-11-01").and_add(feedback(1, "2026-09-24"));
        assert_eq!(says(waiting), Some(Confidence::OffTrack));
    }
}
