//! Outcome: from the pilot on, whether the figures hold.
use super::{Confidence, Evidence, Finding, Part};
use crate::{Figures, Innovation, Measure, MeasureOf, Seen};
use chrono::NaiveDate;
use std::sync::Arc;

impl<'a> Seen<'a> {
    pub(super) fn outcome_finding(self, innovation: &Innovation, today: NaiveDate) -> Finding {
        if !self.kind_of(innovation).is_later() {
            return Finding::unknown(Part::Outcome, "Counts from the pilot on");
        }
        let read = |one: &'a Arc<Measure>| (one, one.figures(self.readings(one.id), today));
        let figures: Vec<_> = self.own_measures(innovation).map(read).collect();
        finding(&figures)
    }

    /// Measures of an innovation that is seen already: without asking of each whether it may be.
    pub(crate) fn own_measures(self, innovation: &Innovation) -> impl Iterator<Item = &'a Arc<Measure>> {
        let of = MeasureOf::Innovation(innovation.id);
        self.portfolio.shelves.measures.values().filter(move |one| one.of == of)
    }
}

fn finding(all: &[(&Arc<Measure>, Figures)]) -> Finding {
    if all.is_empty() {
        return Finding::unknown(Part::Outcome, "It has no measure");
    }
    let those = |wanted: fn(&Figures) -> bool| -> Vec<_> {
        all.iter().filter(|(_, figures)| wanted(figures)).map(|(measure, _)| *measure).collect()
    };
    let evidence = |found: &[&Arc<Measure>]| found.iter().map(|one| Evidence::Measure(one.id)).collect();
    let (worse, stale) =
        (those(|figures| figures.is_worse_than_floor == Some(true)), those(|figures| figures.is_stale));
    if let Some(first) = worse.first() {
        let reason = format!("{} is worse than its floor", first.title);
        return Finding::new(Part::Outcome, Confidence::OffTrack, reason, evidence(&worse));
    }
    if let Some(first) = stale.first() {
        let reason = format!("{} has no reading that is in date", first.title);
        return Finding::new(Part::Outcome, Confidence::AtRisk, reason, evidence(&stale));
    }
    let every: Vec<_> = all.iter().map(|(measure, _)| *measure).collect();
    Finding::new(
        Part::Outcome,
        Confidence::OnTrack,
        "Readings are in date and no figure is below its floor",
        evidence(&every),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;
    use crate::{Better, Decision, Entry, MeasureId, Place, Portfolio, Reading, ReadingId};
    use Confidence::{AtRisk, OffTrack, OnTrack};
    use uuid::Uuid;

    /// A measure entered on the first day of the organisation, read on these days.
    fn measured(floor: Option<f64>, readings: &[(&str, f64)], kind: usize) -> Portfolio {
        let measure = Measure {
            id: MeasureId(Uuid::from_u128(700)),
            entry: Entry::default(),
            of: MeasureOf::Innovation(LAMPS),
            title: text("Complaints"),
            unit: text("people"),
            better: Better::Lower,
            baseline: None,
            baseline_on: None,
            target: None,
            target_on: None,
            floor,
            interval_days: 91,
            source: text("Contact centre"),
        };
        let place = Place::Stage(u8::try_from(kind).expect("a stage"));
        let moved = entered(LAMPS, 2, Place::Stage(0), place, day("2026-06-01"));
        let mut decision = Decision::add(measure).and_add(moved);
        for (id, (on, value)) in (800..).zip(readings) {
            decision = decision.and_add(Reading {
                id: ReadingId(Uuid::from_u128(id)),
                entry: Entry::default(),
                measure: MeasureId(Uuid::from_u128(700)),
                innovation: Some(LAMPS),
                on: day(on),
                value: *value,
                note: None,
            });
        }
        applied(&portfolio(), decision)
    }

    #[test]
    fn a_figure_beyond_its_floor_is_off_track_and_an_old_one_is_at_risk() {
        let table: [(Portfolio, Option<Confidence>); 6] = [
            (measured(Some(10.0), &[("2026-11-01", 9.0)], 2), Some(OnTrack)),
            (measured(Some(10.0), &[("2026-11-01", 11.0)], 2), Some(OffTrack)),
            (measured(Some(10.0), &[("2026-07-12", 11.0)], 2), Some(OffTrack)),
            (measured(Some(10.0), &[("2026-07-10", 11.0)], 2), Some(AtRisk)),
            (measured(None, &[], 2), Some(AtRisk)),
            (measured(Some(10.0), &[("2026-11-01", 11.0)], 1), None),
        ];
        for (index, (portfolio, says)) in table.iter().enumerate() {
            let found = as_person(portfolio, LEAD, |seen| seen.outcome_finding(&innovation(), today()));
            assert_eq!(found.says, *says, "{index}: {}", found.reason);
        }
    }
}
