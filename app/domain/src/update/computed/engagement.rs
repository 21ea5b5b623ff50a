//! Engagement: whether people who matter were met, and whether what they said was answered.
use super::{Confidence, Evidence, Finding, Part};
use crate::days;
use chrono::NaiveDate;

/// What the record tells of the people an innovation is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Listening {
    /// The day of the oldest thing said that has no response.
    pub unanswered_since: Option<NaiveDate>,
    /// A priority stakeholder was last met more than twice as long ago as agreed.
    pub is_overdue: bool,
}

/// None: no stakeholder is recorded.
pub(super) fn finding(listening: Option<Listening>, today: NaiveDate) -> Finding {
    let Some(listening) = listening else { return Finding::unknown(Part::Engagement, "No stakeholder is recorded") };
    let waiting = listening.unanswered_since.map_or(0, |since| days(since, today));
    let found = vec![Evidence::People];
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
    use crate::testing::*;

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
}
