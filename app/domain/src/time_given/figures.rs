//! Whether the time promised was given, and whether it is enough.
use super::{HalfDays, TimeGiven};
use crate::{Innovation, InnovationId, PostKind, Seen, calendar::last_of_month, calendar::month_after, days};
use chrono::NaiveDate;

/// Days for which a month counts as recent, from its last day.
pub(super) const RECENT: i64 = 60;
/// What a lead must have promised in a month: about 0.4 of a full-time post.
const LEAD_TIME: HalfDays = HalfDays::days(8);
/// What a team must have given of what it promised.
const TEAM_RATIO: f64 = 0.80;

/// The time of one innovation in figures, of the latest month that is recent enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeFigures {
    /// By its first day; none where nothing is recorded of the last 60 days.
    pub month: Option<NaiveDate>,
    pub promised: HalfDays,
    pub given: HalfDays,
    /// Given over promised; none without a month, or where nothing was promised.
    pub team_ratio: Option<f64>,
    /// What the lead promised in the month; none where that is not recorded.
    pub lead_time: Option<HalfDays>,
    pub staffed: Staffed,
}

/// Whether an innovation has the people it needs, and why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Staffed {
    Staffed,
    /// Nothing is recorded of the last 60 days.
    NoRecentRecord,
    /// The lead promised less than eight days, or nothing is recorded of them.
    LeadUnder,
    /// The team gave less than four fifths of what it promised.
    TeamUnder,
}

/// One month of the chart; missing is not zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthOfTime {
    pub month: NaiveDate,
    /// Promised and given, of everybody.
    pub time: Option<(HalfDays, HalfDays)>,
}

impl Seen<'_> {
    #[must_use]
    pub fn time_figures(self, innovation: &Innovation, today: NaiveDate) -> TimeFigures {
        let Some(month) = self.latest_month(innovation.id, today) else { return TimeFigures::NONE };
        let rows: Vec<&TimeGiven> =
            self.times_given(innovation.id).filter(|one| one.month == month).map(|one| &**one).collect();
        let lead = innovation.holder(PostKind::Lead, today);
        let lead_time = rows.iter().find(|one| Some(one.membership) == lead).map(|one| one.days_promised);
        TimeFigures::of(month, &rows, lead_time)
    }

    /// The latest month with a record, unless its last day lies more than 60 days back.
    fn latest_month(self, innovation: InnovationId, today: NaiveDate) -> Option<NaiveDate> {
        let last = self.times_given(innovation).rfind(|one| one.month <= today)?.month;
        (days(last_of_month(last), today) <= RECENT).then_some(last)
    }

    /// Twelve months, the last being the one that the day is in.
    #[must_use]
    pub fn year_of_time(self, innovation: InnovationId, today: NaiveDate) -> Vec<MonthOfTime> {
        let of = |month| {
            let rows: Vec<_> = self.times_given(innovation).filter(|one| one.month == month).collect();
            let promised = rows.iter().map(|one| one.days_promised).sum();
            let given = rows.iter().map(|one| one.days_given).sum();
            MonthOfTime { month, time: (!rows.is_empty()).then_some((promised, given)) }
        };
        (-11..=0).map(|back| of(month_after(today, back))).collect()
    }
}

impl TimeFigures {
    const NONE: Self = Self {
        month: None,
        promised: HalfDays(0),
        given: HalfDays(0),
        team_ratio: None,
        lead_time: None,
        staffed: Staffed::NoRecentRecord,
    };

    fn of(month: NaiveDate, rows: &[&TimeGiven], lead_time: Option<HalfDays>) -> Self {
        let promised: HalfDays = rows.iter().map(|one| one.days_promised).sum();
        let given: HalfDays = rows.iter().map(|one| one.days_given).sum();
        let team_ratio = given.over(promised);
        let staffed = match (lead_time, team_ratio) {
            (lead, _) if lead.is_none_or(|lead| lead < LEAD_TIME) => Staffed::LeadUnder,
            (_, ratio) if ratio.is_none_or(|ratio| ratio < TEAM_RATIO - 1e-12) => Staffed::TeamUnder,
            _ => Staffed::Staffed,
        };
        Self { month: Some(month), promised, given, team_ratio, lead_time, staffed }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, PersonId, testing::*};

    fn time(person: PersonId, month: &str, promised: &str, given: &str) -> TimeGiven {
        TimeGiven {
            days_promised: text(promised),
            days_given: text(given),
            membership: place(person),
            month: day(month),
            ..time_given()
        }
    }

    fn figures(rows: &[TimeGiven], on: &str) -> TimeFigures {
        let decision = rows.iter().cloned().fold(Decision::default(), Decision::and_add);
        as_person(&applied(&portfolio(), decision), LEAD, |seen| seen.time_figures(&innovation(), day(on)))
    }

    /// A lead and, for the rest of the team, an executive.
    fn month(lead: &str, rest: &str, lead_gave: &str, rest_gave: &str) -> [TimeGiven; 2] {
        [time(LEAD, "2026-10-01", lead, lead_gave), time(EXECUTIVE, "2026-10-01", rest, rest_gave)]
    }

    #[test]
    fn re_30_to_33_staffed_is_a_lead_with_time_and_a_team_that_gave_it() {
        for (rows, ratio, staffed) in [
            (month("8", "12", "8", "8"), 0.80, Staffed::Staffed),
            (month("8", "12", "8", "7.5"), 0.775, Staffed::TeamUnder),
            (month("6", "14", "6", "14"), 1.0, Staffed::LeadUnder),
        ] {
            let found = figures(&rows, "2026-11-24");
            assert_eq!((found.team_ratio, found.staffed), (Some(ratio), staffed));
        }
        // The last day of October is 75 days before 14 January.
        let old = figures(&month("8", "12", "8", "8"), "2027-01-14");
        assert_eq!((old.month, old.team_ratio, old.staffed), (None, None, Staffed::NoRecentRecord));
        assert_eq!(figures(&month("8", "12", "8", "8"), "2026-12-30").staffed, Staffed::Staffed, "60 days");
        assert_eq!(figures(&month("8", "12", "8", "8"), "2026-12-31").staffed, Staffed::NoRecentRecord);
    }

    #[test]
    fn nothing_promised_is_no_ratio_and_no_lead_in_the_month_is_no_lead_time() {
        let none = figures(&[time(LEAD, "2026-10-01", "0", "2")], "2026-11-24");
        assert_eq!((none.team_ratio, none.lead_time), (None, Some(HalfDays(0))));
        let alone = figures(&[time(EXECUTIVE, "2026-10-01", "8", "8")], "2026-11-24");
        assert_eq!((alone.lead_time, alone.staffed), (None, Staffed::LeadUnder));
    }

    #[test]
    fn the_chart_has_twelve_months_and_says_where_nothing_is_recorded() {
        let decision = month("8", "12", "8", "8").into_iter().fold(Decision::default(), Decision::and_add);
        as_person(&applied(&portfolio(), decision), LEAD, |seen| {
            let year = seen.year_of_time(LAMPS, today());
            assert_eq!((year.len(), year[0].month, year[11].month), (12, day("2025-12-01"), day("2026-11-01")));
            assert_eq!((year[10].time, year[11].time), (Some((text("20"), text("16"))), None));
        });
    }
}
