//! From signals to a score, gates and a verdict.
use super::{Action, Limit, Settled, Signal, SignalName, scope::Field};
use crate::{PersonId, choice::choices};
use std::collections::BTreeSet;

choices! {
    /// What the record shows of an action. It describes the record, and never the people.
    Verdict {
        Strong "strong" "Strong",
        Some "some" "Some",
        None "none" "None",
        /// No score is told.
        NotEnoughYet "not-enough-yet" "Not enough yet",
    }
}

/// What a gate looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GateOf {
    Signal(SignalName),
    /// That something was embedded or mainstreamed in three years, which is asked once the scope is older than that.
    Embedded {
        is_asked: bool,
    },
}

/// What must be true for a verdict of strong.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gate {
    pub of: GateOf,
    /// What the value of a signal must reach, 0 to 1.
    pub at_least: f64,
    /// None: not known, which is not true.
    pub is_met: Option<bool>,
}

/// Why there is no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Priority innovations that there are, and how many it takes.
    Innovations { have: usize, least: usize },
    /// Points of the signals that have a value, and how many it takes.
    Points { have: u32, least: u32 },
    /// Days since the first move of a stage in scope, and how many it takes.
    Days { have: i64, least: i64 },
}

/// One of the ten, as the record shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct LeadershipAction {
    pub action: Action,
    /// In the order of the reference.
    pub signals: Vec<Signal>,
    /// Points of the signals that have a value.
    pub available: u32,
    /// 0 to 100; none where there is not enough yet.
    pub score: Option<f64>,
    pub missing: Option<Missing>,
    pub gates: Vec<Gate>,
    /// People who entered what is credited.
    pub authors: usize,
    pub verdict: Verdict,
}

impl LeadershipAction {
    pub(super) fn of(action: Action, of: &Field) -> Self {
        let (signals, more) = match action {
            Action::Track => (super::action_9::signals(of), None),
            Action::Persist => (super::action_10::signals(of), Some(embedded(of))),
            _ => (vec![], None),
        };
        Self::from_signals(action, signals, more, missing(action, of), of.thresholds)
    }

    pub(super) fn from_signals(
        action: Action,
        signals: Vec<Signal>,
        more: Option<Gate>,
        missing: Option<Missing>,
        thresholds: &Settled,
    ) -> Self {
        let known = signals.iter().filter_map(|one| Some((thresholds.weight(one.name), one.value?)));
        let (available, earned) = known
            .fold((0, 0.0), |(points, earned), (weight, value)| (points + weight, earned + f64::from(weight) * value));
        let least = thresholds.limit(Limit::Available);
        let missing = missing.or((available < least).then_some(Missing::Points { have: available, least }));
        let score = missing.is_none().then(|| 100.0 * earned / f64::from(available.max(1)));
        let gates: Vec<_> = signals.iter().filter_map(|one| gate(one, thresholds)).chain(more).collect();
        let authors: BTreeSet<PersonId> =
            signals.iter().flat_map(Signal::credited).flat_map(|one| &one.authors).copied().collect();
        let authors = authors.len();
        let is_open = gates.iter().all(|gate| gate.is_met == Some(true)) && authors >= thresholds.count(Limit::Authors);
        let verdict = verdict(score, is_open, thresholds);
        Self { action, signals, available, score, missing, gates, authors, verdict }
    }

    #[must_use]
    pub fn signal(&self, name: SignalName) -> Option<&Signal> {
        self.signals.iter().find(|one| one.name == name)
    }

    /// Points since an earlier day, both worked out with the same thresholds; none for fewer than are worth telling.
    #[must_use]
    pub fn change_since(&self, earlier: &Self, thresholds: &Settled) -> Option<f64> {
        let change = self.score? - earlier.score?;
        super::reaches(change.abs(), f64::from(thresholds.limit(Limit::Trend))).then_some(change)
    }
}

/// What an action needs before anything is said of it.
fn missing(action: Action, of: &Field) -> Option<Missing> {
    let (have, least) = (of.priority.len(), of.least());
    if have < least {
        return Some(Missing::Innovations { have, least });
    }
    let (have, least) = (of.age_days().unwrap_or(0), of.thresholds.days(Limit::Young));
    (action == Action::Persist && have < least).then_some(Missing::Days { have, least })
}

fn embedded(of: &Field) -> Gate {
    let found = super::action_10::embedded(of);
    let of = GateOf::Embedded { is_asked: found.is_some() };
    Gate { of, at_least: 0.0, is_met: Some(found.unwrap_or(true)) }
}

fn gate(signal: &Signal, thresholds: &Settled) -> Option<Gate> {
    let at_least = thresholds.share(signal.name.gate()?);
    let is_met = match signal.value {
        Some(value) => Some(super::reaches(value, at_least)),
        None => (signal.bottom == 0 && signal.name.is_open_without_records()).then_some(true),
    };
    Some(Gate { of: GateOf::Signal(signal.name), at_least, is_met })
}

/// `is_open`: every gate is true, and enough people entered what is credited.
pub(super) fn verdict(score: Option<f64>, is_open: bool, thresholds: &Settled) -> Verdict {
    let from = |limit| f64::from(thresholds.limit(limit));
    match score {
        None => Verdict::NotEnoughYet,
        Some(score) if is_open && super::reaches(score, from(Limit::Strong)) => Verdict::Strong,
        Some(score) if super::reaches(score, from(Limit::Some)) => Verdict::Some,
        Some(_) => Verdict::None,
    }
}
