//! Measures with the readings that were taken.
use crate::{
    deed::{Deeds, id, said, words},
    people::Who,
};
use domain::{Better, MeasureId, MeasureInput, MeasureOf, Number, ReadingId, ReadingInput};

/// Days are days ago; a target usually lies in the future, which is negative.
#[derive(Debug)]
pub(crate) struct Measured {
    pub title: &'static str,
    pub unit: &'static str,
    pub better: Better,
    /// Value and day.
    pub baseline: Option<(f64, i64)>,
    pub target: Option<(f64, i64)>,
    pub interval_days: u32,
    pub source: &'static str,
    pub agreed: i64,
    /// Day, value and note, oldest first.
    pub readings: Readings,
}

pub(crate) type Readings = &'static [(i64, f64, &'static str)];

/// Of an outcome: agreed some days after the baseline was read, and read twice a year.
pub(crate) const fn outcome(
    title: &'static str,
    unit: &'static str,
    better: Better,
    [baseline, target]: [(f64, i64); 2],
    source: &'static str,
    readings: Readings,
) -> Measured {
    let (baseline, target, agreed) = (Some(baseline), Some(target), baseline.1 - 4);
    Measured { title, unit, better, baseline, target, interval_days: 182, source, agreed, readings }
}

/// Of an innovation: read about once a quarter.
pub(crate) const fn trial(
    title: &'static str,
    unit: &'static str,
    better: Better,
    way: [(f64, i64); 2],
    source: &'static str,
    agreed: i64,
    readings: Readings,
) -> Measured {
    Measured { interval_days: 91, agreed, ..outcome(title, unit, better, way, source, readings) }
}

impl Measured {
    /// `name` tells it from all others; `by` says who works on it on a day.
    pub fn tell(&'static self, name: &str, of: MeasureOf, by: impl Fn(i64) -> Who, deeds: &mut Deeds) {
        let measure = MeasureId(id(&format!("measure {name} {}", self.title)));
        let dated = |at: Option<(f64, i64)>| at.map(|(value, ago)| (Number(value), deeds.day(ago)));
        let (baseline, target) = (dated(self.baseline), dated(self.target));
        deeds.add(self.agreed, by(self.agreed), move |seen, today| {
            let input = MeasureInput {
                title: words(self.title),
                unit: words(self.unit),
                better: self.better,
                baseline: baseline.map(|(value, _)| value),
                baseline_on: baseline.map(|(_, day)| day),
                target: target.map(|(value, _)| value),
                target_on: target.map(|(_, day)| day),
                floor: None,
                interval_days: self.interval_days,
                source: words(self.source),
            };
            seen.add_measure(measure, of, input, today)
        });
        for (ago, value, note) in self.readings {
            let reading = ReadingId(id(&format!("reading {measure} {ago}")));
            deeds.add(*ago, by(*ago), move |seen, today| {
                let input = ReadingInput { on: today, value: Number(*value), note: said(note) };
                seen.add_reading(reading, measure, input, today)
            });
        }
    }
}
