//! A decision in words.
use crate::{
    here::Here,
    ui::{icon::state, words::date},
};
use domain::{DecisionOutcome, FormalDecision, KeyWarning, TakenBy};
use leptos::prelude::*;

/// As shape, word and colour.
pub fn outcome_state(outcome: Option<DecisionOutcome>) -> impl IntoView {
    match outcome {
        None => state("none", "Open"),
        Some(outcome) => state(shape(outcome), outcome.label()),
    }
}

const fn shape(outcome: DecisionOutcome) -> &'static str {
    match outcome {
        DecisionOutcome::Agreed => "on",
        DecisionOutcome::AgreedWithConditions => "risk",
        DecisionOutcome::Refused => "off",
        DecisionOutcome::Deferred => "paused",
    }
}

/// "Transformation Board" or "Chief Executive"; a dash where nobody has decided.
pub fn taken_by(here: &Here, taken_by: Option<TakenBy>) -> String {
    let found = match taken_by {
        Some(TakenBy::Person(id)) => here.seen().membership(id).map(|one| one.name.to_string()),
        Some(TakenBy::Meeting(id)) => here.seen().meeting(id).ok().map(|one| one.body.to_string()),
        None => None,
    };
    found.unwrap_or_else(|| "–".into())
}

/// What it is about: "AC-4 Front Door Plus", and the address of that.
pub fn about(here: &Here, decision: &FormalDecision) -> Option<(String, String)> {
    let seen = here.seen();
    let innovation = decision.innovation.and_then(|id| seen.innovation(id).ok());
    if let Some(innovation) = innovation {
        let named = crate::innovation_frame::named(here, innovation);
        return Some((named, here.link(&format!("innovations/{}", innovation.number))));
    }
    let area = decision.priority_area.and_then(|id| seen.priority_area(id))?;
    Some((area.title.to_string(), here.link(&format!("priorities/{}", area.id))))
}

/// The council it binds, where there are several.
pub fn council(here: &Here, decision: &FormalDecision) -> Option<String> {
    decision.council.and_then(|id| here.seen().council(id)).map(|one| one.name.to_string())
}

/// The partners and others who took it with us: "Housing association, two landlords".
pub fn jointly(here: &Here, decision: &FormalDecision) -> Option<String> {
    let about = decision.innovation;
    let named = decision.partners.iter().filter_map(|id| here.seen().partner(about?, *id).ok());
    let named = named.map(|one| one.name.to_string());
    let all: Vec<_> = named.chain(decision.jointly_with.as_ref().map(ToString::to_string)).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// What is wrong with the notice of an open key decision.
pub fn warning(here: &Here, decision: &FormalDecision) -> Option<String> {
    Some(match here.seen().key_warning(decision)? {
        KeyWarning::NotPublished => {
            "This is a key decision and no notice of it is published. It can be taken 28 clear days after the notice. Check your constitution.".into()
        }
        KeyWarning::TooEarly { meeting_on, earliest_on } => format!(
            "This is a key decision. The meeting on {} is too early: 28 clear days after the notice it can be taken from {}. Check your constitution.",
            date(meeting_on),
            date(earliest_on)
        ),
    })
}
