//! The questions that adding and editing a measure share.
use crate::form::{Choice, Field, Sheet, read};
use domain::{Better, Measure, MeasureInput, Number, Record};
use leptos::prelude::*;

const TITLE: Field = Field::new("title", "Measure").hint("What is counted, such as: calls that end in an assessment");
const UNIT: Field = Field::new("unit", "Unit").hint("%, days, pounds, people, score");
const BETTER: Field = Field::new("better", "Which way is better?");
const BASELINE: Field = Field::new("baseline", "Baseline").hint("Where it began. Leave blank until it is measured");
const BASELINE_ON: Field = Field::new("baseline_on", "Day of the baseline");
const TARGET: Field = Field::new("target", "Target").hint("Leave blank until it is agreed");
const TARGET_ON: Field = Field::new("target_on", "Day of the target");
const FLOOR: Field = Field::new("floor", "Floor").hint("The value it must not be worse than. May be left blank");
const INTERVAL: Field = Field::new("interval_days", "Days between two readings")
    .hint("30 for monthly, 91 for quarterly, 182 for twice a year, 365 for yearly");
const SOURCE: Field = Field::new("source", "Source").hint("Where the number comes from");

pub fn blank() -> Sheet {
    Sheet::blank().with(INTERVAL, 91)
}

pub fn filled(measure: &Measure) -> Sheet {
    let number = |value: Option<f64>| value.map(Number);
    Sheet::default()
        .with(TITLE, &measure.title)
        .with(UNIT, &measure.unit)
        .with(BETTER, measure.better.key())
        .with_any(BASELINE, number(measure.baseline))
        .with_any(BASELINE_ON, measure.baseline_on)
        .with_any(TARGET, number(measure.target))
        .with_any(TARGET_ON, measure.target_on)
        .with_any(FLOOR, number(measure.floor))
        .with(INTERVAL, measure.interval_days)
        .with(SOURCE, &measure.source)
}

/// As somebody else left it.
pub fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Measure(measure) => filled(measure),
        _ => Sheet::default(),
    }
}

pub fn input(sheet: &mut Sheet) -> Option<MeasureInput> {
    read!(sheet, MeasureInput {
        title: TITLE,
        unit: UNIT,
        better: BETTER,
        baseline: any BASELINE,
        baseline_on: any day BASELINE_ON,
        target: any TARGET,
        target_on: any day TARGET_ON,
        floor: any FLOOR,
        interval_days: whole(1..=i64::from(MeasureInput::MOST_DAYS)) INTERVAL,
        source: SOURCE,
    })
}

pub fn questions(sheet: &Sheet) -> impl IntoView + use<> {
    let ways = Better::ALL.iter().map(|way| Choice::new(way.key(), way.label())).collect();
    view! {
        {sheet.text(TITLE)}
        {sheet.short(UNIT)}
        {sheet.radios(BETTER, ways)}
        {sheet.short(BASELINE)}
        {sheet.date(BASELINE_ON)}
        {sheet.short(TARGET)}
        {sheet.date(TARGET_ON)}
        {sheet.short(INTERVAL)}
        {sheet.text(SOURCE)}
        {sheet.short(FLOOR)}
    }
}
