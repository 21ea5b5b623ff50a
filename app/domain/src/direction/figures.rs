//! What the readings of a measure say, worked out on a day.
use super::{Better, Measure, Reading, number::reaches};
use crate::{choice::choices, days, london_day};
use chrono::NaiveDate;
use std::sync::Arc;

choices! {
    /// Why a figure cannot be worked out; shown beside a dash.
    NoFigure {
        NoReading "no-reading" "no reading yet",
        NoBaseline "no-baseline" "no baseline",
        NoTarget "no-target" "no target",
        TargetEqualsBaseline "target-equals-baseline" "target equals baseline",
        NoDates "no-dates" "the baseline and target have no dates",
        DatesInWrongOrder "dates-in-wrong-order" "the target date is not after the baseline date",
    }

    /// How a measure is doing, in words.
    InWords {
        Met "met" "Met",
        Worse "worse" "Worse",
        TooEarly "too-early" "Too early to say",
        TooSlowly "too-slowly" "Moving, but too slowly",
        AsPlanned "as-planned" "Moving as planned",
    }
}

/// Every figure of one measure on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    pub latest: Option<Arc<Reading>>,
    /// Share of the way from baseline to target; below 0 is the wrong way, above 1 is past it.
    pub progress: Result<f64, NoFigure>,
    /// Share of the time from baseline to target that has gone, 0 to 1.
    pub elapsed: Result<f64, NoFigure>,
    /// Elapsed less progress: points behind the straight line, which is a comparison and not a forecast.
    pub behind: Result<f64, NoFigure>,
    /// Days since the day of the latest reading.
    pub reading_age: Option<i64>,
    pub is_stale: bool,
    /// None: there is no floor, or the latest reading is too old to tell.
    pub is_worse_than_floor: Option<bool>,
    pub in_words: Result<InWords, NoFigure>,
}

impl Figures {
    /// Points behind the straight line from which it is said.
    pub const BEHIND: f64 = 0.20;
    /// Share of the time before which it is too early to say.
    pub const EARLY: f64 = 0.10;

    #[must_use]
    pub fn is_behind(&self) -> bool {
        self.behind.is_ok_and(|behind| reaches(behind, Self::BEHIND))
    }
}

/// The reading with the greatest day not after this one; of a day the one that was entered last.
fn latest<'a>(readings: impl IntoIterator<Item = &'a Arc<Reading>>, as_of: NaiveDate) -> Option<&'a Arc<Reading>> {
    readings.into_iter().filter(|one| one.on <= as_of).max_by_key(|one| (one.on, one.entry.at, one.id))
}

impl Measure {
    /// From the readings of this measure, in any order.
    pub fn figures<'a>(&self, readings: impl IntoIterator<Item = &'a Arc<Reading>>, as_of: NaiveDate) -> Figures {
        let latest = latest(readings, as_of).cloned();
        let value = latest.as_ref().map(|one| one.value);
        let progress = self.progress(value);
        let elapsed = self.elapsed(as_of);
        let behind = progress.and_then(|progress| Ok(elapsed? - progress));
        let reading_age = latest.as_ref().map(|one| days(one.on, as_of));
        let is_stale = self.is_stale(reading_age.unwrap_or_else(|| days(london_day(self.entry.at), as_of)));
        let is_worse_than_floor = if is_stale { None } else { self.is_worse_than_floor(value) };
        let mut figures = Figures {
            latest,
            progress,
            elapsed,
            behind,
            reading_age,
            is_stale,
            is_worse_than_floor,
            in_words: Err(NoFigure::NoReading),
        };
        figures.in_words = self.in_words(&figures);
        figures
    }

    fn progress(&self, latest: Option<f64>) -> Result<f64, NoFigure> {
        let baseline = self.baseline.ok_or(NoFigure::NoBaseline)?;
        let target = self.target.ok_or(NoFigure::NoTarget)?;
        let latest = latest.ok_or(NoFigure::NoReading)?;
        let way = target - baseline;
        if way.abs() < 1e-12 {
            return Err(NoFigure::TargetEqualsBaseline);
        }
        Ok((latest - baseline) / way)
    }

    fn elapsed(&self, as_of: NaiveDate) -> Result<f64, NoFigure> {
        let from = self.baseline_on.ok_or(NoFigure::NoDates)?;
        let to = self.target_on.ok_or(NoFigure::NoDates)?;
        if to <= from {
            return Err(NoFigure::DatesInWrongOrder);
        }
        Ok((days(from, as_of) as f64 / days(from, to) as f64).clamp(0.0, 1.0))
    }

    /// More than one and a half intervals old, in calendar days: an interval already allows for closures.
    fn is_stale(&self, age: i64) -> bool {
        age * 2 > i64::from(self.interval_days) * 3
    }

    fn is_worse_than_floor(&self, latest: Option<f64>) -> Option<bool> {
        let (latest, floor) = (latest?, self.floor?);
        Some(match self.better {
            Better::Higher => !reaches(latest, floor),
            Better::Lower => !reaches(floor, latest),
        })
    }

    /// The first that fits; a figure that the question needs and that is not there ends the search.
    fn in_words(&self, figures: &Figures) -> Result<InWords, NoFigure> {
        let latest = figures.latest.as_ref().ok_or(NoFigure::NoReading)?;
        let target = self.target.ok_or(NoFigure::NoTarget)?;
        let is_met = match self.better {
            Better::Higher => reaches(latest.value, target),
            Better::Lower => reaches(target, latest.value),
        };
        if is_met {
            return Ok(InWords::Met);
        }
        if figures.is_worse_than_floor == Some(true) || figures.progress? < -1e-12 {
            return Ok(InWords::Worse);
        }
        let elapsed = figures.elapsed?;
        if self.baseline_on.is_some_and(|day| latest.on <= day) || !reaches(elapsed, Figures::EARLY) {
            return Ok(InWords::TooEarly);
        }
        Ok(if figures.is_behind() { InWords::TooSlowly } else { InWords::AsPlanned })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;
    use crate::{Entry, MeasureId, MeasureOf, OutcomeId, ReadingId};
    use chrono::{DateTime, Days, Utc};
    use uuid::Uuid;

    /// Calls ending in an assessment that leads to nothing, 41% to 25%.
    fn calls() -> Measure {
        Measure {
            id: MeasureId(Uuid::from_u128(1)),
            entry: Entry { at: "2026-01-01T09:00:00Z".parse().expect("an instant"), ..Entry::default() },
            of: MeasureOf::Outcome(OutcomeId(Uuid::from_u128(2))),
            title: text("Calls ending in an assessment that leads to nothing"),
            unit: text("%"),
            better: Better::Lower,
            baseline: Some(41.0),
            baseline_on: Some(day("2026-01-01")),
            target: Some(25.0),
            target_on: Some(day("2027-12-31")),
            floor: None,
            interval_days: 91,
            source: text("Contact centre"),
        }
    }

    fn reading(on: &str, value: f64, at: &str) -> Arc<Reading> {
        let at: DateTime<Utc> = at.parse().expect("an instant");
        Arc::new(Reading {
            id: ReadingId(Uuid::from_u128(3)),
            entry: Entry { at, ..Entry::default() },
            measure: MeasureId(Uuid::from_u128(1)),
            innovation: None,
            on: day(on),
            value,
            note: None,
        })
    }

    fn read(value: f64) -> Vec<Arc<Reading>> {
        vec![reading("2026-11-01", value, "2026-11-01T09:00:00Z")]
    }

    fn near(found: Result<f64, NoFigure>, wanted: f64) -> bool {
        found.is_ok_and(|found| (found - wanted).abs() < 1e-4)
    }

    #[test]
    fn di_1_to_5_progress_works_in_both_directions() {
        for (baseline, target, latest, progress) in [
            (41.0, 25.0, Some(33.0), Ok(0.5)),
            (41.0, 25.0, Some(45.0), Ok(-0.25)),
            (60.0, 80.0, Some(85.0), Ok(1.25)),
            (50.0, 50.0, Some(50.0), Err(NoFigure::TargetEqualsBaseline)),
            (41.0, 25.0, None, Err(NoFigure::NoReading)),
        ] {
            let measure = Measure { baseline: Some(baseline), target: Some(target), ..calls() };
            let readings = latest.map_or(vec![], read);
            assert_eq!(measure.figures(&readings, today()).progress, progress, "{baseline} to {target}");
        }
    }

    #[test]
    fn di_1b_elapsed_and_behind_compare_with_a_straight_line() {
        let figures = calls().figures(&read(33.0), today());
        assert!(near(figures.elapsed, 0.4486), "{:?}", figures.elapsed);
        assert!(near(figures.behind, -0.0514), "{:?}", figures.behind);
        assert!(!figures.is_behind());
    }

    #[test]
    fn di_13_a_reading_is_stale_after_one_and_a_half_intervals() {
        for (age, stale) in [(136, false), (137, true)] {
            let as_of = day("2026-03-01") + Days::new(age);
            let readings = [reading("2026-03-01", 40.0, "2026-03-01T09:00:00Z")];
            assert_eq!(calls().figures(&readings, as_of).is_stale, stale, "{age} days");
            assert_eq!(calls().figures(&[], day("2026-01-01") + Days::new(age)).is_stale, stale, "from the first day");
        }
    }

    #[test]
    fn the_latest_is_the_greatest_day_and_of_a_day_the_last_one_entered() {
        let readings = [
            reading("2026-11-01", 33.0, "2026-11-03T09:00:00Z"),
            reading("2026-11-01", 34.0, "2026-11-02T09:00:00Z"),
            reading("2026-10-01", 38.0, "2026-11-20T09:00:00Z"),
            reading("2026-12-01", 20.0, "2026-11-20T09:00:00Z"),
        ];
        assert_eq!(latest(&readings, today()).map(|one| one.value), Some(33.0), "days to come do not count");
    }

    #[test]
    fn the_words_are_the_first_that_fit() {
        let floor = Measure { floor: Some(45.0), ..calls() };
        let late = Measure { target_on: Some(day("2026-12-31")), ..calls() };
        let higher = Measure { better: Better::Higher, baseline: Some(60.0), target: Some(80.0), ..calls() };
        let table = [
            (&calls(), 25.0, Ok(InWords::Met)),
            (&calls(), 24.0, Ok(InWords::Met)),
            (&higher, 80.0, Ok(InWords::Met)),
            (&calls(), 42.0, Ok(InWords::Worse)),
            (&floor, 46.0, Ok(InWords::Worse)),
            (&calls(), 33.0, Ok(InWords::AsPlanned)),
            (&late, 38.0, Ok(InWords::TooSlowly)),
            (&higher, 61.0, Ok(InWords::TooSlowly)),
            (&Measure { target: None, ..calls() }, 33.0, Err(NoFigure::NoTarget)),
            (&Measure { baseline: None, ..calls() }, 33.0, Err(NoFigure::NoBaseline)),
            (&Measure { target_on: None, ..calls() }, 33.0, Err(NoFigure::NoDates)),
        ];
        for (measure, value, words) in table {
            assert_eq!(measure.figures(&read(value), today()).in_words, words, "{value}");
        }
        let first = [reading("2026-01-01", 41.0, "2026-01-01T09:00:00Z")];
        assert_eq!(calls().figures(&first, today()).in_words, Ok(InWords::TooEarly), "only the baseline was read");
        let early = [reading("2026-01-20", 40.0, "2026-01-20T09:00:00Z")];
        assert_eq!(calls().figures(&early, day("2026-02-01")).in_words, Ok(InWords::TooEarly));
        assert_eq!(calls().figures(&[], today()).in_words, Err(NoFigure::NoReading));
    }

    #[test]
    fn an_old_reading_says_nothing_about_the_floor() {
        let measure = Measure { floor: Some(40.0), ..calls() };
        assert_eq!(measure.figures(&read(45.0), today()).is_worse_than_floor, Some(true));
        assert_eq!(measure.figures(&read(40.0), today()).is_worse_than_floor, Some(false), "at the floor is not worse");
        assert_eq!(measure.figures(&read(45.0), day("2027-06-01")).is_worse_than_floor, None);
        assert_eq!(calls().figures(&read(45.0), today()).is_worse_than_floor, None);
    }
}
