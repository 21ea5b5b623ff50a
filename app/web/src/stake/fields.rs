//! The questions about how a group stands.
use crate::{
    form::{Choice, Field, Sheet, read},
    here::Here,
};
use domain::{EngagementLevel, Record, Rule, Stake, StakeInput, Stance};
use leptos::prelude::*;

pub const STAKEHOLDER: Field = Field::new("stakeholder", "Who");
const POWER: Field = Field::new("power", "Power").hint("How far can they carry it or stop it?");
const INTEREST: Field = Field::new("interest", "Interest").hint("How much do they want to know about it?");
const IMPACT: Field = Field::new("impact", "Impact").hint("How much does it affect them?");
const NOW: Field = Field::new("stance_now", "Where they stand now").hint("May be left out");
const WANTED: Field = Field::new("stance_wanted", "Where they need to stand").hint("May be left out");
const LEVEL: Field = Field::new("target_level", "How far they should share in the decision")
    .hint("A higher level is not always better: say what is right for this group");
const CADENCE: Field = Field::new("cadence_days", "Days between two engagements").hint("Leave blank for 91, a quarter");
const OWNER: Field = Field::new("owner", "Who sees to it").hint("It stands in their work when the time comes");
const ANYWAY: Field = Field::new("priority_anyway", "Make this a priority anyway?")
    .hint("They have little power and much at stake, so the rule passes over them. A yes counts");

const YES: &str = "yes";
const NO: &str = "no";

pub fn filled(one: &Stake) -> Sheet {
    let anyway = match (one.priority_anyway, one.is_priority_by_rule()) {
        (true, _) => YES,
        (false, true) => "",
        (false, false) => NO,
    };
    Sheet::default()
        .with(STAKEHOLDER, one.stakeholder)
        .with(POWER, one.power)
        .with(INTEREST, one.interest)
        .with(IMPACT, one.impact)
        .with_any(NOW, one.stance_now.map(Stance::key))
        .with_any(WANTED, one.stance_wanted.map(Stance::key))
        .with(LEVEL, one.target_level.key())
        .with(CADENCE, one.cadence_days)
        .with_any(OWNER, one.owner)
        .with(ANYWAY, anyway)
}

/// As somebody else left it.
pub fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Stake(one) => filled(one),
        _ => Sheet::default(),
    }
}

/// Whether those who may fall out come first is asked once, where the rule passes over them.
pub fn input(sheet: &mut Sheet) -> Option<StakeInput> {
    let anyway = sheet.typed(ANYWAY).to_owned();
    let input = read!(sheet, StakeInput {
        stakeholder: STAKEHOLDER,
        power: whole(1..=5) POWER,
        interest: whole(1..=5) INTEREST,
        impact: whole(1..=5) IMPACT,
        stance_now: any NOW,
        stance_wanted: any WANTED,
        target_level: LEVEL,
        cadence_days: any whole(1..=730) CADENCE,
        owner: any OWNER,
        priority_anyway: by read_anyway,
    })?;
    if anyway.is_empty() && input.may_fall_out() {
        return sheet.wrong(ANYWAY, Rule::Missing);
    }
    Some(input)
}

fn read_anyway(sheet: &mut Sheet) -> Option<bool> {
    sheet.ask(ANYWAY);
    (!sheet.is_reopened()).then(|| sheet.typed(ANYWAY) == YES)
}

/// `who` is the group, or the question for it.
pub fn questions<V: IntoView + 'static>(here: &Here, sheet: &Sheet, who: V) -> impl IntoView + use<V> {
    let organisation = here.seen().organisation();
    let levels = EngagementLevel::ALL
        .iter()
        .map(|one| Choice { about: about(*one), ..Choice::new(one.key(), organisation.level_label(*one)) });
    let stances: Vec<_> = Stance::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    let asks = sheet.problems().iter().any(|one| one.field == ANYWAY.name) || !sheet.typed(ANYWAY).is_empty();
    let anyway = asks.then(|| sheet.radios(ANYWAY, vec![Choice::new(YES, "Yes, a priority"), Choice::new(NO, "No")]));
    view! {
        {who}
        {anyway}
        {scale(sheet, POWER)}
        {scale(sheet, INTEREST)}
        {scale(sheet, IMPACT)}
        {sheet.radios(LEVEL, levels.collect())}
        {sheet.short(CADENCE)}
        {sheet.select(OWNER, here.people())}
        {sheet.select(NOW, stances.clone())}
        {sheet.select(WANTED, stances)}
    }
}

fn scale(sheet: &Sheet, field: Field) -> impl IntoView + use<> {
    let words = ["1, very little", "2, little", "3, some", "4, much", "5, very much"];
    sheet.select(field, (1..).zip(words).map(|(value, word)| Choice::new(value, word)).collect())
}

pub const fn about(level: EngagementLevel) -> &'static str {
    match level {
        EngagementLevel::Tell => "They know what is happening and why, in time to act on it",
        EngagementLevel::Ask => "They get a real question while the answer can still change something",
        EngagementLevel::Shape => "They help to draw up the options, in sessions held for that",
        EngagementLevel::Share => "They sit in the team or on the board, and decisions are made jointly",
        EngagementLevel::HandOver => "They make the decision, inside limits agreed beforehand",
    }
}
