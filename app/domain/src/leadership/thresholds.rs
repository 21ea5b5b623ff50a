//! Weights and limits as the organisation has settled them: a version each time, with a reason.
use super::{Action, Limit, SignalName};
use crate::{Act, Decision, Entry, Problem, Reason, Refusal, Rule, Seen, ThresholdsId, Version, record::noun};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Points of a hundred that a signal has within its action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignalWeight {
    pub signal: SignalName,
    pub points: u32,
}

/// A limit with its number, in the unit of the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LimitSet {
    pub limit: Limit,
    pub to: u32,
}

/// One version of all of them. The product ships with version 1, which is kept nowhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settled {
    /// Counts up from 2 within the organisation.
    pub number: u32,
    pub on: NaiveDate,
    /// What is left out is as the product ships.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weights: Vec<SignalWeight>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<LimitSet>,
    /// None: as the product ships.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

/// What an administrator has settled. An organisation has one such record, or none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Thresholds {
    pub id: ThresholdsId,
    pub entry: Entry,
    /// Oldest first, never empty.
    pub versions: Vec<Settled>,
}

noun!(Thresholds, "thresholds", ThresholdsId = |one| one.id);

/// As the product ships.
static PRESET: Settled =
    Settled { number: Settled::FIRST, on: NaiveDate::MIN, weights: Vec::new(), limits: Vec::new(), reason: None };

/// All weights and limits together, as a form sends them.
#[derive(Clone, Debug)]
pub struct ThresholdsInput {
    pub weights: Vec<SignalWeight>,
    pub limits: Vec<LimitSet>,
    pub reason: Reason,
}

impl Settled {
    /// The number of the version that the product ships with.
    pub const FIRST: u32 = 1;
    /// Points that the signals of an action share out.
    pub const POINTS: u32 = 100;

    #[must_use]
    pub fn weight(&self, signal: SignalName) -> u32 {
        self.weights.iter().find(|one| one.signal == signal).map_or_else(|| signal.preset_weight(), |one| one.points)
    }

    /// In the unit of the limit.
    #[must_use]
    pub fn limit(&self, limit: Limit) -> u32 {
        self.limits.iter().find(|one| one.limit == limit).map_or_else(|| limit.preset(), |one| one.to)
    }

    /// A limit in per cent as a share of one.
    #[must_use]
    pub fn share(&self, limit: Limit) -> f64 {
        f64::from(self.limit(limit)) / 100.0
    }

    #[must_use]
    pub fn days(&self, limit: Limit) -> i64 {
        self.limit(limit).into()
    }

    #[must_use]
    pub fn count(&self, limit: Limit) -> usize {
        self.limit(limit) as usize
    }

    #[must_use]
    pub const fn is_preset(&self) -> bool {
        self.number == Self::FIRST
    }
}

impl ThresholdsInput {
    fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for action in Action::ALL.iter().filter(|one| one.is_collected()) {
            let weight = |signal: &SignalName| self.weights.iter().find(|one| one.signal == *signal);
            let points = |signal: &SignalName| weight(signal).map_or(0, |one| one.points);
            let sum: u32 = action.signals().iter().map(points).fold(0, u32::saturating_add);
            if sum != Settled::POINTS {
                let first = action.signals().first().map(|signal| signal.field());
                problems.extend(first.map(|field| Problem::new(field, Rule::AddUpTo(Settled::POINTS))));
            }
        }
        for LimitSet { limit, to } in &self.limits {
            let (least, most) = limit.range();
            if !(least..=most).contains(to) {
                problems.push(Problem::new(limit.key(), Rule::OutOfRange(least.into(), most.into())));
            }
        }
        let limit = |wanted| self.limits.iter().find(|one| one.limit == wanted).map(|one| one.to);
        for (lower, upper) in Limit::PAIRS {
            if let (Some(from), Some(to)) = (limit(lower), limit(upper))
                && to <= from
            {
                let (_, most) = upper.range();
                problems.push(Problem::new(upper.key(), Rule::OutOfRange(i64::from(from) + 1, most.into())));
            }
        }
        if self.reason.chars().count() < SAYS {
            problems.push(Problem::new("reason", Rule::TooShort(SAYS)));
        }
        problems
    }
}

/// Fewest characters that give a reason.
const SAYS: usize = 40;

impl<'a> Seen<'a> {
    /// Those in force: the newest version, or what the product ships with.
    #[must_use]
    pub fn thresholds(self) -> &'a Settled {
        self.thresholds_kept().and_then(|kept| kept.versions.last()).unwrap_or(&PRESET)
    }

    /// What was settled here; none while all is as the product ships.
    #[must_use]
    pub fn thresholds_kept(self) -> Option<&'a Arc<Thresholds>> {
        self.portfolio.shelves.thresholds.values().next()
    }

    /// Whether the thresholds in force were settled after a day, so that figures of that day are worked out anew.
    #[must_use]
    pub fn is_recalculated(self, day: NaiveDate) -> bool {
        let newest = self.thresholds();
        !newest.is_preset() && newest.on > day
    }

    /// A new version of all of them. `new` names the record where nothing was settled before.
    pub fn change_thresholds(
        self,
        new: ThresholdsId,
        input: ThresholdsInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.must(Act::ManagePeople, None)?;
        let kept = self.thresholds_kept();
        if let Some(kept) = kept {
            Refusal::unless_seen(seen, kept)?;
        }
        Refusal::unless_sound(input.problems())?;
        let before = self.thresholds();
        let ThresholdsInput { weights, limits, reason } = input;
        let same = weights.iter().all(|one| before.weight(one.signal) == one.points)
            && limits.iter().all(|one| before.limit(one.limit) == one.to);
        if same {
            return Err(Refusal::invalid("reason", Rule::Unchanged));
        }
        let number = before.number.saturating_add(1);
        let settled = Settled { number, on: today, weights, limits, reason: Some(reason.clone()) };
        let decision = match kept {
            None => Decision::add(Thresholds { id: new, entry: Entry::default(), versions: vec![settled] }),
            Some(kept) => {
                let mut after = (**kept).clone();
                after.versions.push(settled);
                Decision::change(kept, after)
            }
        };
        Ok(decision.because(Some(reason)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Portfolio, testing::*};
    use uuid::Uuid;

    fn input(points: [u32; 4], strong: u32) -> ThresholdsInput {
        let weights = Action::Track.signals().iter().zip(points);
        let weights = weights.map(|(signal, points)| SignalWeight { signal: *signal, points });
        let others = Action::Persist.signals().iter();
        let others = others.map(|signal| SignalWeight { signal: *signal, points: signal.preset_weight() });
        ThresholdsInput {
            weights: weights.chain(others).collect(),
            limits: vec![LimitSet { limit: Limit::Strong, to: strong }],
            reason: text("The board wants honesty to weigh more than it did until now."),
        }
    }

    fn change(portfolio: &Portfolio, input: ThresholdsInput, seen: i64) -> Result<Decision, Refusal> {
        let id = ThresholdsId(Uuid::from_u128(950));
        as_person(portfolio, ADMINISTRATOR, |view| view.change_thresholds(id, input, Version(seen), today()))
    }

    #[test]
    fn an_administrator_settles_a_new_version_with_a_reason() {
        let decided = change(&portfolio(), input([20, 20, 40, 20], 75), 0).expect("allowed");
        let after = applied(&portfolio(), decided);
        as_person(&after, VIEWER, |seen| {
            let found = seen.thresholds();
            assert_eq!((found.number, found.weight(SignalName::Honest), found.limit(Limit::Strong)), (2, 40, 75));
            assert_eq!(found.limit(Limit::Some), 35, "what is left out is as the product ships");
            assert!(seen.is_recalculated(day("2026-11-23")) && !seen.is_recalculated(today()));
        });
        assert!(matches!(change(&after, input([27, 27, 26, 20], 70), 0), Err(Refusal::Outdated { .. })));
        let again = applied(&after, change(&after, input([27, 27, 26, 20], 70), 1).expect("allowed"));
        as_person(&again, VIEWER, |seen| {
            assert_eq!(seen.thresholds_kept().map(|kept| kept.versions.len()), Some(2));
            assert_eq!(seen.thresholds().number, 3);
        });
    }

    #[test]
    fn weights_come_to_a_hundred_and_limits_keep_their_order() {
        let problem = |input| change(&portfolio(), input, 0);
        let invalid = |field, rule| Err(Refusal::invalid(field, rule));
        assert_eq!(problem(input([20, 20, 40, 21], 70)), invalid("weight_fresh", Rule::AddUpTo(100)));
        assert_eq!(problem(input([27, 27, 26, 20], 101)), invalid("strong_from", Rule::OutOfRange(1, 100)));
        assert_eq!(problem(input([27, 27, 26, 20], 70)), invalid("reason", Rule::Unchanged));
        let mut low = input([27, 27, 26, 20], 40);
        low.limits.push(LimitSet { limit: Limit::Some, to: 40 });
        assert_eq!(problem(low), invalid("strong_from", Rule::OutOfRange(41, 100)));
        let short = ThresholdsInput { reason: text("Because"), ..input([20, 20, 40, 20], 70) };
        assert_eq!(problem(short), invalid("reason", Rule::TooShort(40)));
    }

    #[test]
    fn only_an_administrator_settles_them() {
        for person in [MANAGER, LEAD, EXECUTIVE, VIEWER] {
            let refused = as_person(&portfolio(), person, |seen| {
                seen.change_thresholds(ThresholdsId(Uuid::nil()), input([20, 20, 40, 20], 70), Version::NONE, today())
            });
            assert_eq!(refused, Err(Refusal::NotAllowed(Act::ManagePeople)));
        }
    }
}
