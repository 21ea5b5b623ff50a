//! The facts as a first draft of what was done, for the author to edit.
use super::{
    Fact,
    fact::{date, things},
};
use crate::{Pence, Prose};

/// One line for each fact, with old and new values; empty where nothing happened. Fits into an update.
#[must_use]
pub fn drafted(facts: &[Fact]) -> String {
    /// Left for the author, and for the line that says how much was left out.
    const ROOM: usize = 1000;
    let mut text = String::new();
    for (index, fact) in facts.iter().enumerate() {
        let line = sentence(fact);
        if text.chars().count() + line.chars().count() > Prose::LIMIT - ROOM {
            return format!("{text}\nThe record holds {} more changes.", facts.len() - index);
        }
        if index > 0 {
            text.push('\n');
        }
        text.push_str(&line);
    }
    text
}

fn sentence(fact: &Fact) -> String {
    match fact {
        Fact::StageMoved { to, on } => format!("Moved to {to} on {}.", date(*on)),
        Fact::MilestoneMoved { title, from, to, .. } => {
            let way = if fact.is_later() { "later" } else { "sooner" };
            format!("{title} is {way}: it was expected on {}, and is now expected on {}.", date(*from), date(*to))
        }
        Fact::MilestoneDone { title, on } => format!("{title} was done on {}.", date(*on)),
        Fact::MilestoneReopened { title } => format!("{title} was said to be done and is open again."),
        Fact::MilestoneAdded { title, forecast_on } => {
            format!("New in the plan: {title}, expected on {}.", date(*forecast_on))
        }
        Fact::MilestoneRemoved { title } => format!("{title} is no longer in the plan."),
        Fact::RiskAdded { event, score } => format!("New risk, scored {score}: {event}."),
        Fact::RiskScored { event, from, to } => format!("A risk went from {from} to {to}: {event}."),
        Fact::RiskClosed { event } => format!("Risk closed: {event}."),
        Fact::RiskHappened { event } => format!("A risk came true: {event}."),
        Fact::RiskRemoved { event } => format!("Risk removed: {event}."),
        Fact::MoneyAdded { line, approved } => format!("{approved} was approved from {line}."),
        Fact::MoneyApproved { line, from, to } => format!("The approved money from {line} went from {from} to {to}."),
        Fact::MoneyForecast { line, from, to } => {
            let amount = |one: &Option<Pence>| one.map_or_else(|| "none".to_owned(), |one| one.to_string());
            format!("The forecast of {line} went from {} to {}.", amount(from), amount(to))
        }
        Fact::MoneyRemoved { line } => format!("{line} is no longer in the budget."),
        Fact::Spent { from: Some(from), to } => format!("{to} is spent in all; it was {from}."),
        Fact::Spent { from: None, to } => format!("{to} is spent."),
        Fact::TimeGiven { month, promised, given } => {
            format!("In {} we gave {given} of {promised} promised days.", month.format("%B\u{a0}%Y"))
        }
        Fact::Decided { what, outcome, on } => format!("{} on {}: {what}.", outcome.label(), date(*on)),
        Fact::Engaged { groups, on, .. } => format!("We met {groups} on {}.", date(*on)),
        Fact::Said { new, unanswered: 0 } => format!("We wrote down {}, and everything has an answer.", things(*new)),
        Fact::Said { new, unanswered } => {
            format!("We wrote down {}; {unanswered} in all wait for an answer.", things(*new))
        }
        Fact::Answered { count } => format!("We answered {}.", things(*count)),
        Fact::ToldBack { count } => format!("We told people what came of {}.", things(*count)),
        Fact::Read { measure, value, before, on } => match before {
            Some(before) => format!("{measure} went from {before} to {value}, read on {}.", date(*on)),
            None => format!("{measure} was read for the first time: {value} on {}.", date(*on)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::day;

    #[test]
    fn a_draft_has_a_line_for_each_fact_with_old_and_new_values() {
        let facts = [
            Fact::MilestoneMoved { title: "Trial".into(), from: day("2027-02-01"), to: day("2027-03-01"), days: 28 },
            Fact::RiskScored { event: "Lamps cost more".into(), from: 9, to: 12 },
            Fact::Read {
                measure: "Complaints".into(),
                value: "4 people".into(),
                before: Some("9 people".into()),
                on: day("2026-11-20"),
            },
        ];
        assert_eq!(
            drafted(&facts).replace('\u{a0}', " "),
            "Trial is later: it was expected on 1 February 2027, and is now expected on 1 March 2027.\n\
             A risk went from 9 to 12: Lamps cost more.\n\
             Complaints went from 9 people to 4 people, read on 20 November 2026."
        );
        assert_eq!(drafted(&[]), "");
    }

    #[test]
    fn a_draft_leaves_room_to_write() {
        let many = vec![Fact::RiskClosed { event: "A risk with a name of some length".into() }; 200];
        let draft = drafted(&many);
        assert!(draft.chars().count() < Prose::LIMIT - 900 && draft.ends_with("more changes."), "{}", draft.len());
    }
}
