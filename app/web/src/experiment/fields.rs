//! The questions of an experiment's plan.
use crate::{
    form::{Choice, Field, Sheet, read},
    here::Here,
};
use domain::{Better, Experiment, ExperimentInput, InnovationId, MeasureOf, Record};
use leptos::prelude::*;

pub const HYPOTHESIS: Field =
    Field::new("hypothesis", "What do we believe will happen?").hint("If we do this, then that will change, because …");
pub const MEASURE: Field = Field::new("measure", "What is measured").hint("Such as: households that answer the letter");
pub const MEASURE_ID: Field = Field::new("measure_id", "The same as an outcome measure")
    .hint("Leave blank where it is measured for the test only");
pub const UNIT: Field = Field::new("unit", "Unit").hint("%, points, days, people");
pub const BETTER: Field = Field::new("better", "Which way is better?");
pub const THRESHOLD: Field = Field::new("threshold", "Threshold")
    .hint("The value at which we shall say that it works. It counts as met at this value");
pub const REASON: Field = Field::new("reason", "Why does the threshold change?")
    .hint("Both values are shown beside the result. Leave blank if it stays");
pub const SAMPLE: Field = Field::new("sample_planned", "How many are to take part").hint("People, homes or letters");
pub const STOP: Field = Field::new("stop_rule", "When do we stop early?");
pub const CAP: Field = Field::new("cost_cap", "The most it may cost, in pounds");
pub const STARTS: Field =
    Field::new("starts_on", "First day").hint("Tomorrow or later: what is to be shown is agreed before the start");
pub const ENDS: Field = Field::new("ends_on", "Last day");

pub fn filled(one: &Experiment) -> Sheet {
    let cap = one.cost_cap.map(|cap| cap.to_string().replace('£', ""));
    Sheet::default()
        .with(HYPOTHESIS, &one.hypothesis)
        .with(MEASURE, &one.measure)
        .with_any(MEASURE_ID, one.measure_id)
        .with_any(UNIT, one.unit.as_ref())
        .with(BETTER, one.better.key())
        .with(THRESHOLD, one.threshold())
        .with(REASON, "")
        .with_any(SAMPLE, one.sample_planned)
        .with(STOP, &one.stop_rule)
        .with_any(CAP, cap)
        .with(STARTS, one.starts_on)
        .with(ENDS, one.ends_on)
}

/// As somebody else left it.
pub fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Experiment(one) => filled(one),
        _ => Sheet::default(),
    }
}

pub fn input(sheet: &mut Sheet) -> Option<ExperimentInput> {
    read!(sheet, ExperimentInput {
        hypothesis: HYPOTHESIS,
        measure: MEASURE,
        unit: any UNIT,
        measure_id: any MEASURE_ID,
        better: BETTER,
        threshold: THRESHOLD,
        reason: any REASON,
        sample_planned: any whole(1..=10_000_000) SAMPLE,
        stop_rule: STOP,
        cost_cap: any CAP,
        starts_on: day STARTS,
        ends_on: day ENDS,
    })
}

/// The measures of the innovation, where it has some.
fn measures(here: &Here, innovation: InnovationId) -> Vec<Choice> {
    let ours = here.seen().measures().filter(|one| one.of == MeasureOf::Innovation(innovation));
    ours.map(|one| Choice::new(one.id, &one.title)).collect()
}

/// Of a plan that has not begun: everything can be said.
pub fn questions(here: &Here, innovation: InnovationId, sheet: &Sheet) -> impl IntoView + use<> {
    let ways = Better::ALL.iter().map(|way| Choice::new(way.key(), way.label())).collect();
    view! {
        {sheet.area(HYPOTHESIS, 3)}
        {measured(here, innovation, sheet)}
        {sheet.radios(BETTER, ways)}
        {sheet.short(THRESHOLD)}
        {sheet.short(SAMPLE)}
        {sheet.area(STOP, 2)}
        {sheet.short(CAP)}
        {sheet.date(STARTS)}
        {sheet.date(ENDS)}
    }
}

/// Of one that has begun: what was agreed goes along unseen, and what may change is asked.
pub fn questions_begun(here: &Here, innovation: InnovationId, sheet: &Sheet) -> impl IntoView + use<> {
    let kept = [HYPOTHESIS, BETTER, STOP, STARTS].map(|field| {
        view! { <input type="hidden" name=field.name value=sheet.typed(field).to_owned()/> }
    });
    view! {
        {kept.collect_view()}
        {sheet.short(THRESHOLD)}
        {sheet.area(REASON, 2)}
        {measured(here, innovation, sheet)}
        {sheet.short(SAMPLE)}
        {sheet.short(CAP)}
        {sheet.date(ENDS)}
    }
}

fn measured(here: &Here, innovation: InnovationId, sheet: &Sheet) -> impl IntoView + use<> {
    let measures = measures(here, innovation);
    let same = (!measures.is_empty()).then(|| sheet.select(MEASURE_ID, measures));
    view! { {sheet.text(MEASURE)} {sheet.short(UNIT)} {same} }
}
