//! The ten leadership actions, told from what people log. Nobody scores themselves, and absence of a record is not
//! absence of the act.
mod action;
mod action_10;
mod action_9;
mod advice;
mod credit;
pub(crate) mod history;
mod lasting;
mod limit;
mod live_plan;
mod map;
mod scope;
mod signal;
mod thresholds;
mod verdict;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub use action::Action;
pub use advice::Advice;
pub use credit::best_credit;
pub use limit::{Limit, Unit};
pub use map::{MapCell, MapRow};
pub use scope::Scope;
pub use signal::{Behind, Counted, Signal, SignalName};
pub use thresholds::{LimitSet, Settled, SignalWeight, Thresholds, ThresholdsInput};
pub use verdict::{Gate, GateOf, LeadershipAction, Missing, Verdict};

use crate::Seen;
use chrono::NaiveDate;
use scope::Field;

/// Days between the two scores of a trend.
pub const TREND_DAYS: u64 = 91;

/// What the record shows on a day. It owns everything, so that it can be kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Leadership {
    pub scope: Scope,
    pub day: NaiveDate,
    /// Those that pages collect records for, in their order.
    pub actions: Vec<LeadershipAction>,
    /// For actions of the same order; none where nothing is to be said.
    pub advice: Vec<Advice>,
    /// At most three, the one that gains most first.
    pub to_do: Vec<Advice>,
    pub map: Vec<MapRow>,
    /// Whether the viewer sees every innovation; otherwise it is told "of what you may see".
    pub is_everything: bool,
}

impl Leadership {
    #[must_use]
    pub fn action(&self, action: Action) -> Option<&LeadershipAction> {
        self.actions.iter().find(|one| one.action == action)
    }

    #[must_use]
    pub fn advice_for(&self, action: Action) -> Option<&Advice> {
        self.advice.iter().find(|one| one.action == action)
    }

    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.actions.iter().filter(|one| one.verdict == verdict).count()
    }
}

impl Seen<'_> {
    /// With the thresholds in force, of what may be seen.
    #[must_use]
    pub fn leadership(self, scope: Scope, today: NaiveDate) -> Leadership {
        let thresholds = self.thresholds();
        let of = Field::new(self, thresholds, scope, today);
        let collected = Action::ALL.iter().filter(|one| one.is_collected());
        let actions: Vec<_> = collected.map(|one| LeadershipAction::of(*one, &of)).collect();
        Leadership {
            scope,
            day: today,
            advice: actions.iter().filter_map(|one| one.advice(self, thresholds, today)).collect(),
            to_do: advice::things_to_do(&actions, self, thresholds, today),
            map: map::map(&actions),
            actions,
            is_everything: self.sees_every_innovation(),
        }
    }
}

/// Whether a value is at least as great as a limit, forgiving what floating point loses.
fn reaches(value: f64, limit: f64) -> bool {
    value >= limit - 1e-12
}
