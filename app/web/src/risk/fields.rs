//! The questions that the forms of a risk share.
use crate::{
    form::{Choice, Field, Sheet},
    here::Here,
};
use domain::{Proximity, Record, Risk, RiskCategory, RiskInput, RiskKind, RiskResponse, Rule, Score};
use leptos::prelude::*;

pub const CAUSE: Field = Field::new("cause", "Because of").hint("What is already so");
pub const EVENT: Field = Field::new("event", "There may be").hint("What is uncertain. Assume this could be disclosed");
pub const EFFECT: Field = Field::new("effect", "Which would").hint("What it would do to this innovation");
pub const CATEGORY: Field = Field::new("category", "Category");
pub const OWNER: Field = Field::new("owner", "Owner");
pub const LIKELIHOOD: Field = Field::new("likelihood", "Likelihood as things stand now");
pub const IMPACT: Field = Field::new("impact", "Impact as things stand now").hint("Take the highest that fits");
pub const TARGET_LIKELIHOOD: Field = Field::new("target_likelihood", "Likelihood you aim for").hint("May be left out");
pub const TARGET_IMPACT: Field = Field::new("target_impact", "Impact you aim for").hint("May be left out");
pub const TARGET_ON: Field = Field::new("target_on", "Aim for it by").hint("May be left out");
pub const PROXIMITY: Field = Field::new("proximity", "When it could happen");
pub const RESPONSE: Field = Field::new("response", "Response");
pub const REVIEW_DUE: Field = Field::new("review_due_on", "Look at it again by");

/// What stands under each likelihood in the reference: the chance within the innovation's life.
const CHANCES: [&str; 5] = ["under 5%", "5% to under 20%", "20% to under 50%", "50% to under 80%", "80% or more"];
/// Share of the approved budget, and time.
const EXTENTS: [&str; 5] = [
    "under 2% of the budget, under 2 weeks",
    "2% to under 5%, 2 to 4 weeks",
    "5% to under 10%, over 4 weeks to 3 months",
    "10% to 25%, over 3 to 6 months",
    "over 25%, over 6 months",
];

pub fn filled(risk: &Risk) -> Sheet {
    Sheet::default()
        .with(CAUSE, &risk.cause)
        .with(EVENT, &risk.event)
        .with(EFFECT, &risk.effect)
        .with(CATEGORY, risk.category.key())
        .with(OWNER, risk.owner)
        .with_any(TARGET_LIKELIHOOD, risk.target.map(|score| score.likelihood))
        .with_any(TARGET_IMPACT, risk.target.map(|score| score.impact))
        .with_any(TARGET_ON, risk.target_on)
        .with(PROXIMITY, risk.proximity.key())
        .with(RESPONSE, risk.response.key())
}

/// As somebody else left it.
pub fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Risk(risk) => filled(risk),
        _ => Sheet::default(),
    }
}

/// Every answer is looked at before the first missing one ends it, so that all problems are told at once.
pub fn input(sheet: &mut Sheet) -> Option<RiskInput> {
    let (cause, event, effect) = (sheet.read(CAUSE), sheet.read(EVENT), sheet.read(EFFECT));
    let (category, owner) = (sheet.read(CATEGORY), sheet.read(OWNER));
    let (proximity, response) = (sheet.read(PROXIMITY), sheet.read(RESPONSE));
    let aims = (sheet.read_any_whole(TARGET_LIKELIHOOD, 1..=5), sheet.read_any_whole(TARGET_IMPACT, 1..=5));
    // Both or neither.
    let target = match aims {
        (Some(None), Some(None)) => Some(None),
        (Some(None), Some(Some(_))) => sheet.wrong(TARGET_LIKELIHOOD, Rule::Missing),
        (Some(Some(_)), Some(None)) => sheet.wrong(TARGET_IMPACT, Rule::Missing),
        (likelihood, impact) => likelihood.flatten().zip(impact.flatten()).map(|(one, two)| Score::new(one, two)),
    };
    let target_on = sheet.read_any_day(TARGET_ON);
    Some(RiskInput {
        cause: cause?,
        event: event?,
        effect: effect?,
        category: category?,
        owner: owner?,
        target: target?,
        target_on: target_on?,
        proximity: proximity?,
        response: response?,
    })
}

pub fn score(sheet: &mut Sheet, likelihood: Field, impact: Field) -> Option<Score> {
    let (likelihood, impact) = (sheet.read_whole(likelihood, 1..=5), sheet.read_whole(impact, 1..=5));
    Score::new(likelihood?, impact?)
}

/// A likelihood and an impact to choose.
pub fn scores(sheet: &Sheet, likelihood: Field, impact: Field) -> impl IntoView + use<> {
    view! {
        {sheet.select(likelihood, scale(Score::LIKELIHOODS, CHANCES))}
        {sheet.select(impact, scale(Score::IMPACTS, EXTENTS))}
    }
}

/// What it is: cause, event, effect, category, owner.
pub fn description(here: &Here, sheet: &Sheet) -> impl IntoView + use<> {
    let categories = RiskCategory::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    view! {
        {sheet.area(CAUSE, 2)}
        {sheet.area(EVENT, 2)}
        {sheet.area(EFFECT, 2)}
        {sheet.select(CATEGORY, categories)}
        {sheet.select(OWNER, here.people())}
    }
}

/// What is to become of it: when, how it is met, what is aimed for. `kind` where it is known.
pub fn treatment(sheet: &Sheet, kind: Option<RiskKind>) -> impl IntoView + use<> {
    let proximities = Proximity::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    view! {
        {sheet.select(PROXIMITY, proximities)}
        {sheet.select(RESPONSE, responses(kind))}
        {scores(sheet, TARGET_LIKELIHOOD, TARGET_IMPACT)}
        {sheet.date(TARGET_ON)}
    }
}

/// Where the kind is still open, each response says to which kind it belongs.
fn responses(kind: Option<RiskKind>) -> Vec<Choice> {
    let kinds = RiskKind::ALL.iter().filter(|one| kind.is_none_or(|kind| kind == **one));
    let of_kind = |of: &RiskKind| {
        let of = *of;
        RiskResponse::of(of).iter().map(move |response| match kind {
            Some(_) => Choice::new(response.key(), response.label()),
            None => Choice::new(response.key(), format!("{}: {}", of.label(), response.label().to_lowercase())),
        })
    };
    kinds.flat_map(of_kind).collect()
}

fn scale(words: [&'static str; 5], explained: [&'static str; 5]) -> Vec<Choice> {
    let steps = (1..).zip(words.into_iter().zip(explained));
    steps.map(|(value, (word, about))| Choice::new(value, format!("{value} {word}: {about}"))).collect()
}
