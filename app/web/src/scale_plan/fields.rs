//! The questions of the plan.
use crate::form::{Choice, Field, Sheet, read};
use domain::{CoreComponent, Record, ScaleApproach, ScalePlan, ScalePlanInput, VerticalKind, VerticalTarget};
use leptos::prelude::*;

const GOAL: Field = Field::new("goal", "What is to be true when it has spread?")
    .hint("Such as: every ward with a hostel has the service by the end of 2027");
const APPROACH: Field = Field::new("approach", "How does it spread?");
const OWNER: Field = Field::new("owner", "Which post in the service will own it?").hint("A title. No names");
const STARTS: Field = Field::new("starts_on", "Starts on");
const ENDS: Field = Field::new("ends_on", "Is to be done by");
const FUNDING: Field =
    Field::new("funding_to", "Last day for which the rollout is paid").hint("Leave blank if not known");

macro_rules! components {
    ($($number:literal)*) => {
        /// Name, why, and weight.
        const COMPONENTS: [[Field; 3]; 8] = [$([
            Field::new(concat!("component_", $number, "_name"), concat!("Core component ", $number)),
            Field::new(concat!("component_", $number, "_why"), concat!("Why it does not work without component ", $number)),
            Field::new(concat!("component_", $number, "_weight"), concat!("Weight of component ", $number)),
        ]),*];
    };
}
components!(1 2 3 4 5 6 7 8);

macro_rules! targets {
    ($($number:literal)*) => {
        /// What, into which of the council's ways, and when it was reached.
        const TARGETS: [[Field; 3]; 12] = [$([
            Field::new(concat!("target_", $number, "_kind"), concat!("To be written into, ", $number)),
            Field::new(concat!("target_", $number, "_what"), concat!("What exactly, ", $number)),
            Field::new(concat!("target_", $number, "_reached_on"), concat!("Reached on, ", $number)),
        ]),*];
    };
}
targets!(1 2 3 4 5 6 7 8 9 10 11 12);

/// Rows that are drawn at least.
const LEAST: usize = 3;

pub fn filled(plan: &ScalePlan) -> Sheet {
    let sheet = Sheet::default()
        .with(GOAL, &plan.goal)
        .with(APPROACH, plan.approach.key())
        .with_any(OWNER, plan.owner.as_ref())
        .with(STARTS, plan.starts_on)
        .with(ENDS, plan.ends_on)
        .with_any(FUNDING, plan.funding_to);
    let components = COMPONENTS.into_iter().enumerate();
    let sheet = components.fold(sheet, |sheet, (index, [name, why, weight])| {
        let one = plan.core_components.get(index);
        let sheet = sheet.with_any(name, one.map(|one| &one.name)).with_any(why, one.map(|one| &one.why));
        sheet.with_any(weight, one.map(|one| one.weight))
    });
    TARGETS.into_iter().enumerate().fold(sheet, |sheet, (index, [kind, what, reached])| {
        let one = plan.vertical_targets.get(index);
        let sheet = sheet.with_any(kind, one.map(|one| one.kind.key())).with_any(what, one.map(|one| &one.what));
        sheet.with_any(reached, one.and_then(|one| one.reached_on))
    })
}

/// As somebody else left it.
pub fn theirs(record: &Record) -> Sheet {
    match record {
        Record::ScalePlan(plan) => filled(plan),
        _ => Sheet::default(),
    }
}

pub fn input(sheet: &mut Sheet) -> Option<ScalePlanInput> {
    read!(sheet, ScalePlanInput {
        goal: GOAL,
        approach: APPROACH,
        core_components: by components,
        vertical_targets: by targets,
        owner: any OWNER,
        starts_on: day STARTS,
        ends_on: day ENDS,
        funding_to: any day FUNDING,
    })
}

fn components(sheet: &mut Sheet) -> Option<Vec<CoreComponent>> {
    let used = sheet.close_rows(&COMPONENTS);
    let (least, most) = CoreComponent::WEIGHT;
    let read = |[name, why, weight]: &[Field; 3]| {
        let (name, why) = (sheet.read(*name), sheet.read(*why));
        let weight = sheet.read_whole(*weight, least.into()..=most.into());
        Some(CoreComponent { name: name?, why: why?, weight: weight? })
    };
    let read: Vec<_> = COMPONENTS[..used].iter().map(read).collect();
    read.into_iter().collect()
}

fn targets(sheet: &mut Sheet) -> Option<Vec<VerticalTarget>> {
    let used = sheet.close_rows(&TARGETS);
    let read = |[kind, what, reached]: &[Field; 3]| {
        let (kind, what, reached_on) = (sheet.read(*kind), sheet.read(*what), sheet.read_any_day(*reached));
        Some(VerticalTarget { kind: kind?, what: what?, reached_on: reached_on? })
    };
    let read: Vec<_> = TARGETS[..used].iter().map(read).collect();
    read.into_iter().collect()
}

pub fn questions(sheet: &Sheet) -> impl IntoView + use<> {
    let approaches = ScaleApproach::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    view! {
        {sheet.area(GOAL, 2)}
        {sheet.radios(APPROACH, approaches)}
        {core(sheet).into_any()}
        {upwards(sheet).into_any()}
        {sheet.text(OWNER)}
        {sheet.date(STARTS)}
        {sheet.date(ENDS)}
        {sheet.date(FUNDING)}
    }
}

fn core(sheet: &Sheet) -> impl IntoView + use<> {
    let weights = || [(3, "3, matters most"), (2, "2"), (1, "1, matters least")];
    let drawn = sheet.rows_to_draw(&COMPONENTS, LEAST, 1);
    let rows = COMPONENTS[..drawn].iter().map(|[name, why, weight]| {
        let weights = weights().into_iter().map(|(key, label)| Choice::new(key, label)).collect();
        view! { <div class="row-fields">{sheet.text(*name)} {sheet.text(*why)} {sheet.select(*weight, weights)}</div> }
    });
    view! {
        <section class="panel stack" aria-labelledby="core">
            <h2 id="core">"The core: what must be the same everywhere"</h2>
            <p class="hint">"Three to eight parts without which it would be something else. Every site is checked against them. Save to get another row."</p>
            {rows.collect_view()}
        </section>
    }
}

fn upwards(sheet: &Sheet) -> impl IntoView + use<> {
    let drawn = sheet.rows_to_draw(&TARGETS, LEAST, 1);
    let rows = TARGETS[..drawn].iter().map(|[kind, what, reached]| {
        let kinds = VerticalKind::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
        view! { <div class="row-fields">{sheet.select(*kind, kinds)} {sheet.text(*what)} {sheet.date(*reached)}</div> }
    });
    view! {
        <section class="panel stack" aria-labelledby="upwards">
            <h2 id="upwards">"What it is to be written into"</h2>
            <p class="hint">"Budget, policy, job descriptions, contracts, systems, training. Leave blank what is not wanted."</p>
            {rows.collect_view()}
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_of_the_form_are_those_in_which_problems_are_told() {
        assert_eq!(COMPONENTS.map(|row| row.map(|field| field.name)), CoreComponent::FIELDS);
    }
}
