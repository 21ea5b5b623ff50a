//! When the rest of the board will be done, and how many pieces of work by a day.
use super::{
    chance::{Pace, at_least, reaches},
    weeks::{friday_of, is_in},
};
use crate::{InnovationId, Seen};
use chrono::NaiveDate;

/// Fewest complete weeks that say anything.
const FEWEST: usize = 6;
/// Ten years: nobody believes a later day.
const FARTHEST: usize = 520;

/// The answer to "when will everything on the board be done?".
#[derive(Clone, Debug, PartialEq)]
pub enum FlowForecast {
    /// Done today.
    NothingLeft,
    None(NoForecast),
    Finish(Finish),
}

/// Why no forecast is made, with the number of recent weeks that count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoForecast {
    /// Six are needed.
    TooFewWeeks(usize),
    NothingFinished(usize),
    /// Not even in ten years.
    TooSlow(usize),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Finish {
    /// Pieces of work to do, doing or waiting.
    pub left: usize,
    /// How many recent weeks it is based on.
    pub based_on: usize,
    pub p50: FinishBy,
    pub p85: FinishBy,
    pub p95: FinishBy,
    pub pace_changed: bool,
}

/// Open weeks from the first Monday on or after today, and the Friday of the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FinishBy {
    pub weeks: usize,
    pub on: NaiveDate,
}

/// How many pieces of work will be done by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HowMany {
    /// Full open weeks until then.
    pub weeks: usize,
    /// At least so many with a chance of 85%.
    pub p85: usize,
    /// At least so many as likely as not.
    pub p50: usize,
    pub based_on: usize,
    pub pace_changed: bool,
}

impl FlowForecast {
    #[must_use]
    pub fn finish(&self) -> Option<&Finish> {
        match self {
            Self::Finish(finish) => Some(finish),
            Self::NothingLeft | Self::None(_) => None,
        }
    }
}

impl Seen<'_> {
    /// For an innovation with a board of work; the recent weeks say how fast it goes.
    #[must_use]
    pub fn flow_forecast(self, innovation: InnovationId, today: NaiveDate) -> FlowForecast {
        let left = self.work_items(innovation).filter(|one| one.is_open()).count();
        if left == 0 {
            return FlowForecast::NothingLeft;
        }
        let weeks = match self.recent_pace(innovation, today) {
            Ok(weeks) => weeks,
            Err(why) => return FlowForecast::None(why),
        };
        let slow = FlowForecast::None(NoForecast::TooSlow(weeks.len()));
        let Some([p50, p85, p95]) = finish_weeks(&weeks, left) else { return slow };
        let open: Vec<_> = self.open_weeks().coming(today).take(p95).collect();
        // At least one is left, so that no week is the noughth.
        let by = |weeks: usize| FinishBy { weeks, on: open.get(weeks - 1).map_or(today, |monday| friday_of(*monday)) };
        FlowForecast::Finish(Finish {
            left,
            based_on: weeks.len(),
            p50: by(p50),
            p85: by(p85),
            p95: by(p95),
            pace_changed: pace_changed(&weeks),
        })
    }

    /// A week counts in full once its Friday is there, as in the days of the forecast.
    ///
    /// # Errors
    /// Why there is no answer, whatever is left.
    pub fn how_many_by(self, innovation: InnovationId, by: NaiveDate, today: NaiveDate) -> Result<HowMany, NoForecast> {
        let recent = self.recent_pace(innovation, today)?;
        let coming = self.open_weeks();
        let weeks = coming.coming(today).take_while(|monday| friday_of(*monday) <= by).take(FARTHEST).count();
        let chances = Pace::of(&recent).done_after(weeks);
        Ok(HowMany {
            weeks,
            p85: at_least(&chances, 0.85),
            p50: at_least(&chances, 0.50),
            based_on: recent.len(),
            pace_changed: pace_changed(&recent),
        })
    }

    /// What was done in each complete open week of the last twelve, oldest first, with the Monday of each.
    #[must_use]
    pub fn weekly_throughput(self, innovation: InnovationId, today: NaiveDate) -> Vec<(NaiveDate, u32)> {
        let Some(first) = self.work_items(innovation).map(|one| one.added_on()).min() else { return vec![] };
        let done: Vec<_> = self.work_items(innovation).filter_map(|one| one.done_on()).collect();
        let in_week = |monday: NaiveDate| done.iter().filter(|day| is_in(monday, **day)).count();
        let weeks = self.open_weeks().recent(first, today).into_iter();
        weeks.map(|monday| (monday, u32::try_from(in_week(monday)).unwrap_or(u32::MAX))).collect()
    }

    fn recent_pace(self, innovation: InnovationId, today: NaiveDate) -> Result<Vec<u32>, NoForecast> {
        let weeks: Vec<_> = self.weekly_throughput(innovation, today).into_iter().map(|(_, done)| done).collect();
        match weeks.len() {
            few if few < FEWEST => Err(NoForecast::TooFewWeeks(few)),
            all if weeks.iter().all(|done| *done == 0) => Err(NoForecast::NothingFinished(all)),
            _ => Ok(weeks),
        }
    }
}

/// The weeks after which all is done with a chance of 50, 85 and 95%.
fn finish_weeks(weeks: &[u32], left: usize) -> Option<[usize; 3]> {
    let pace = Pace::of(weeks);
    let mut chances = pace.all_done(left).take(FARTHEST + 1).enumerate();
    let mut chance_of = (0, 0.0);
    let mut found = [0; 3];
    for (wanted, found) in [0.50, 0.85, 0.95].into_iter().zip(&mut found) {
        while !reaches(chance_of.1, wanted) {
            chance_of = chances.next()?;
        }
        *found = chance_of.0;
    }
    Some(found)
}

/// Whether the later half of the weeks went more than half as fast again as the earlier one, or the other way about.
fn pace_changed(weeks: &[u32]) -> bool {
    let half = weeks.len() / 2;
    let sum = |weeks: &[u32]| weeks.iter().copied().map(u64::from).sum::<u64>();
    let (first, last) = (sum(&weeks[..half]), sum(&weeks[weeks.len() - half..]));
    2 * first.max(last) > 3 * first.min(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, Portfolio, QuietPeriod, QuietPeriodId, WorkState, testing::*};
    use chrono::Days;
    use uuid::Uuid;

    const AG_20: [u32; 10] = [2, 0, 3, 4, 1, 3, 2, 5, 3, 2];

    /// A board on which so many were done in each week before this one, and so many are left.
    fn worked(weeks: &[u32], left: u32) -> Portfolio {
        let first = day("2026-11-23") - Days::new(7 * u64::try_from(weeks.len()).expect("few"));
        let days_done = weeks
            .iter()
            .zip(0..)
            .flat_map(|(done, week)| (0..*done).map(move |_| (first + Days::new(7 * week + 2)).to_string()));
        let done = days_done.map(|on| Some((WorkState::Done, on)));
        let all = done.chain((0..left).map(|_| None)).zip(1..);
        with_work(all.map(|(done, ordinal)| {
            let moves: Vec<_> = done.iter().map(|(state, on)| (*state, on.as_str())).collect();
            work_item(ordinal, &first.to_string(), &moves)
        }))
    }

    fn forecast(portfolio: &Portfolio) -> FlowForecast {
        as_person(portfolio, LEAD, |seen| seen.flow_forecast(LAMPS, today()))
    }

    fn closed(portfolio: &Portfolio, from_on: &str, to_on: &str) -> Portfolio {
        let id = QuietPeriodId(Uuid::from_u128(900));
        let (from_on, to_on) = (day(from_on), day(to_on));
        let entry = crate::Entry::default();
        let one = QuietPeriod { id, entry, from_on, to_on, label: text("Christmas closure"), closed: true };
        applied(portfolio, Decision::add(one))
    }

    fn fridays(portfolio: &Portfolio) -> [(usize, String); 3] {
        let forecast = forecast(portfolio);
        let finish = forecast.finish().expect("a forecast");
        [finish.p50, finish.p85, finish.p95].map(|by| (by.weeks, by.on.to_string()))
    }

    #[test]
    fn ag_20_and_ag_21_weeks_become_fridays_and_closed_weeks_are_skipped() {
        let board = worked(&AG_20, 21);
        let expected = [(9, "2027-01-29"), (10, "2027-02-05"), (12, "2027-02-19")];
        assert_eq!(fridays(&board), expected.map(|(weeks, on)| (weeks, on.to_owned())));
        let expected = [(9, "2027-02-12"), (10, "2027-02-19"), (12, "2027-03-05")];
        let christmas = closed(&board, "2026-12-21", "2027-01-03");
        assert_eq!(fridays(&christmas), expected.map(|(weeks, on)| (weeks, on.to_owned())));
        let forecast = forecast(&board);
        let finish = forecast.finish().expect("a forecast");
        assert_eq!((finish.left, finish.based_on, finish.pace_changed), (21, 10, false));
    }

    #[test]
    fn ag_23_to_ag_25_and_ag_27_where_nothing_can_be_said_it_says_so() {
        let twelve = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
        for (weeks, left, why) in [
            (&[0; 6][..], 5, NoForecast::NothingFinished(6)),
            (&[2, 0, 3, 4, 1], 5, NoForecast::TooFewWeeks(5)),
            (&twelve, 60, NoForecast::TooSlow(12)),
        ] {
            assert_eq!(forecast(&worked(weeks, left)), FlowForecast::None(why), "{left} left at {weeks:?}");
        }
        assert_eq!(forecast(&worked(&AG_20, 0)), FlowForecast::NothingLeft);
        assert_eq!(forecast(&worked(&[], 0)), FlowForecast::NothingLeft, "a board without work");
    }

    #[test]
    fn a_closed_week_leaves_the_history_as_well() {
        let weeks = [2, 0, 3, 0, 4, 1, 3];
        let board = worked(&weeks, 5);
        let closed = closed(&board, "2026-10-26", "2026-10-30");
        let paces: [Vec<u32>; 2] = [&board, &closed].map(|board| {
            as_person(board, LEAD, |seen| seen.weekly_throughput(LAMPS, today()).into_iter().map(|one| one.1).collect())
        });
        assert_eq!(paces, [weeks.to_vec(), vec![2, 0, 3, 4, 1, 3]]);
    }

    #[test]
    fn what_is_dropped_or_opened_again_counts_nowhere() {
        let steps: [(WorkState, &str); 2] = [(WorkState::Done, "2026-11-18"), (WorkState::Doing, "2026-11-19")];
        let open = work_item(1, "2026-11-16", &steps);
        let dropped = work_item(2, "2026-11-16", &[steps[0], (WorkState::Dropped, "2026-11-20")]);
        as_person(&with_work([open, dropped]), LEAD, |seen| {
            assert_eq!(seen.weekly_throughput(LAMPS, today()), [(day("2026-11-16"), 0)]);
        });
    }

    #[test]
    fn ag_29_and_ag_30_how_many_by_a_day_counts_weeks_by_their_friday() {
        let board = worked(&AG_20, 21);
        for (by, weeks, p85, p50) in
            [("2026-12-03", 0, 0, 0), ("2026-12-24", 3, 5, 8), ("2026-12-25", 4, 7, 10), ("2027-01-22", 8, 16, 20)]
        {
            let found = as_person(&board, LEAD, |seen| seen.how_many_by(LAMPS, day(by), today())).expect("an answer");
            assert_eq!((found.weeks, found.p85, found.p50, found.based_on), (weeks, p85, p50, 10), "by {by}");
        }
        let few = as_person(&worked(&[1; 5], 3), LEAD, |seen| seen.how_many_by(LAMPS, day("2026-12-25"), today()));
        assert_eq!(few, Err(NoForecast::TooFewWeeks(5)));
    }

    #[test]
    fn ag_31_the_pace_has_changed_when_one_half_is_more_than_half_as_fast_again() {
        for (weeks, changed) in [
            (&AG_20[..], false),
            (&[2, 0, 3, 4, 1, 3, 2, 5, 3, 3], true),
            (&[0, 0, 0, 9, 0, 0, 0], false),
            (&[4, 4, 4, 0, 0, 0], true),
        ] {
            assert_eq!(pace_changed(weeks), changed, "{weeks:?}");
        }
    }
}
