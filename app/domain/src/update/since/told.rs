//! What changed in one record, as facts.
use super::Fact;
use crate::{
    BudgetLine, Engagement, Feedback, HalfDays, InnovationId, Measure, Milestone, Number, Pence, Reading, Risk,
    RiskState, Seen,
};
use chrono::NaiveDate;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

pub(super) fn milestone(then: Option<&Milestone>, now: Option<&Milestone>, facts: &mut Vec<Fact>) {
    let title = |one: &Milestone| one.title.to_string();
    match (then, now) {
        (None, Some(now)) => {
            facts.push(match now.done_on {
                Some(on) => Fact::MilestoneDone { title: title(now), on },
                None => Fact::MilestoneAdded { title: title(now), forecast_on: now.forecast_on() },
            });
        }
        (Some(then), None) => facts.push(Fact::MilestoneRemoved { title: title(then) }),
        (Some(then), Some(now)) => match (then.done_on, now.done_on) {
            (None, Some(on)) => facts.push(Fact::MilestoneDone { title: title(now), on }),
            (Some(_), None) => facts.push(Fact::MilestoneReopened { title: title(now) }),
            _ if then.forecast_on() != now.forecast_on() => {
                let (from, to) = (then.forecast_on(), now.forecast_on());
                facts.push(Fact::MilestoneMoved { title: title(now), from, to, days: crate::days(from, to) });
            }
            _ => {}
        },
        (None, None) => {}
    }
}

pub(super) fn risk(then: Option<&Risk>, now: Option<&Risk>, facts: &mut Vec<Fact>) {
    let event = |one: &Risk| one.event.to_string();
    match (then, now) {
        (None, Some(now)) => facts.push(Fact::RiskAdded { event: event(now), score: now.score().value() }),
        (Some(then), None) => facts.push(Fact::RiskRemoved { event: event(then) }),
        (Some(then), Some(now)) if then.is_open() => match now.state {
            RiskState::Closed { .. } => facts.push(Fact::RiskClosed { event: event(now) }),
            RiskState::Happened { .. } => facts.push(Fact::RiskHappened { event: event(now) }),
            _ => {
                let (from, to) = (then.score().value(), now.score().value());
                facts.extend((from != to).then(|| Fact::RiskScored { event: event(now), from, to }));
            }
        },
        _ => {}
    }
}

pub(super) fn money(then: Option<&BudgetLine>, now: Option<&BudgetLine>, facts: &mut Vec<Fact>) {
    let line = |one: &BudgetLine| one.source.as_deref().unwrap_or(one.kind.label()).to_owned();
    match (then, now) {
        (None, Some(now)) => facts.push(Fact::MoneyAdded { line: line(now), approved: now.approved }),
        (Some(then), None) => facts.push(Fact::MoneyRemoved { line: line(then) }),
        (Some(then), Some(now)) => {
            if then.approved != now.approved {
                facts.push(Fact::MoneyApproved { line: line(now), from: then.approved, to: now.approved });
            }
            if then.forecast != now.forecast {
                facts.push(Fact::MoneyForecast { line: line(now), from: then.forecast, to: now.forecast });
            }
        }
        (None, None) => {}
    }
}

/// The newest value, where it was not there before.
pub(super) fn reading(then: Seen, now: Seen, measure: &Measure, facts: &mut Vec<Fact>) {
    let latest = |seen: Seen| -> Option<Arc<Reading>> {
        seen.readings(measure.id).max_by_key(|one| (one.on, one.entry.at, one.id)).cloned()
    };
    let (before, Some(after)) = (latest(then), latest(now)) else { return };
    if before.as_ref().is_some_and(|before| before.id == after.id) {
        return;
    }
    let value = |one: &Reading| Number(one.value).with_unit(&measure.unit);
    facts.push(Fact::Read {
        measure: measure.title.to_string(),
        value: value(&after),
        before: before.map(|one| value(&one)),
        on: after.on,
    });
}

pub(super) fn spending(then: Seen, now: Seen, innovation: InnovationId, facts: &mut Vec<Fact>) {
    let in_all = |seen: Seen| -> Option<Pence> {
        let mut spent = seen.spends(innovation).map(|one| one.pence).peekable();
        spent.peek()?;
        Some(spent.sum())
    };
    let (from, to) = (in_all(then), in_all(now));
    facts.extend(to.filter(|_| from != to).map(|to| Fact::Spent { from, to }));
}

/// Of each month in which something was recorded or put right.
pub(super) fn time_given(then: Seen, now: Seen, innovation: InnovationId, facts: &mut Vec<Fact>) {
    let by_month = |seen: Seen| {
        let mut months: BTreeMap<NaiveDate, (HalfDays, HalfDays)> = BTreeMap::new();
        for one in seen.times_given(innovation) {
            let (promised, given) = months.entry(one.month).or_default();
            *promised = [*promised, one.days_promised].into_iter().sum();
            *given = [*given, one.days_given].into_iter().sum();
        }
        months
    };
    let (before, after) = (by_month(then), by_month(now));
    let changed = after.into_iter().filter(|(month, time)| before.get(month) != Some(time));
    facts.extend(changed.map(|(month, (promised, given))| Fact::TimeGiven { month, promised, given }));
}

/// Taken, refused or put off since.
pub(super) fn decisions(then: Seen, now: Seen, innovation: InnovationId, facts: &mut Vec<Fact>) {
    let known: BTreeMap<_, _> = then.decisions_about(innovation).map(|one| (one.id, one.outcome)).collect();
    facts.extend(now.decisions_about(innovation).filter_map(|one| {
        let outcome = one.outcome.filter(|outcome| known.get(&one.id) != Some(&Some(*outcome)))?;
        Some(Fact::Decided { what: one.what.to_string(), outcome, on: one.decided_on? })
    }));
}

/// Logged since, whenever they were; in the order of their days.
pub(super) fn engagements(then: Seen, now: Seen, innovation: InnovationId, facts: &mut Vec<Fact>) {
    let known: BTreeSet<_> = then.engagements(innovation).into_iter().map(|one| one.id).collect();
    let new = now.engagements(innovation).into_iter().rev().filter(|one| !known.contains(&one.id));
    facts.extend(new.map(|one| Fact::Engaged {
        groups: groups(one, now),
        level: now.organisation().level_label(one.level).to_owned(),
        on: one.on,
    }));
}

fn groups(one: &Engagement, now: Seen) -> String {
    let named = one.groups.iter().filter_map(|group| now.group(group.stakeholder)).map(|one| one.name.to_string());
    let named: Vec<_> = named.collect();
    if named.is_empty() { "partners".into() } else { named.join(", ") }
}

pub(super) fn feedback(then: Seen, now: Seen, innovation: InnovationId, facts: &mut Vec<Fact>) {
    let known: BTreeMap<_, _> = then.feedback_about(innovation).map(|one| (one.id, one.clone())).collect();
    let count = |counts: &dyn Fn(&Feedback, Option<&Feedback>) -> bool| {
        let all = now.feedback_about(innovation);
        all.filter(|one| counts(one, known.get(&one.id).map(|one| &**one))).count()
    };
    let new = count(&|_, before| before.is_none());
    let unanswered = count(&|one, _| !one.is_answered());
    facts.extend((new > 0).then_some(Fact::Said { new, unanswered }));
    let answered = count(&|one, before| one.is_answered() && !before.is_some_and(Feedback::is_answered));
    facts.extend((answered > 0).then_some(Fact::Answered { count: answered }));
    let told = count(&|one, before| one.is_closed() && !before.is_some_and(Feedback::is_closed));
    facts.extend((told > 0).then_some(Fact::ToldBack { count: told }));
}
