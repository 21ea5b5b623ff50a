//! One computed piece of evidence, with every record that it counted.
use super::{Action, Limit, Settled};
use crate::{Evidence, InnovationId, PersonId, SiteId, SustainmentReviewId, choice::choices};
use std::collections::{BTreeMap, BTreeSet};

choices! {
    /// A signal of one of the ten actions. The label completes "how …".
    SignalName {
        Fresh "fresh" "Updates are in date",
        LivePlan "live_plan" "There is a live plan to steer by",
        Honest "honest" "Updates are no greener than the record",
        Measured "measured" "Later innovations have an outcome figure in date",
        Moving "moving" "Priority innovations move",
        RolledOut "rolled_out" "Places that were to be live are live",
        Lasting "lasting" "What was spread is still in use",
        Committed "committed" "Later innovations are backed for a year or more",
    }
}

impl SignalName {
    #[must_use]
    pub fn action(self) -> Action {
        let of = |action: &&Action| action.signals().contains(&self);
        Action::ALL.iter().find(of).copied().unwrap_or(Action::Track)
    }

    /// Points of a hundred within its action, as the product ships.
    #[must_use]
    pub const fn preset_weight(self) -> u32 {
        match self {
            Self::Fresh | Self::LivePlan => 27,
            Self::Honest => 26,
            Self::Measured => 20,
            Self::Moving | Self::RolledOut => 29,
            Self::Lasting | Self::Committed => 21,
        }
    }

    /// The field of a form that asks for its weight.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Fresh => "weight_fresh",
            Self::LivePlan => "weight_live_plan",
            Self::Honest => "weight_honest",
            Self::Measured => "weight_measured",
            Self::Moving => "weight_moving",
            Self::RolledOut => "weight_rolled_out",
            Self::Lasting => "weight_lasting",
            Self::Committed => "weight_committed",
        }
    }

    /// Whether its gate is open where there is nothing to count.
    #[must_use]
    pub const fn is_open_without_records(self) -> bool {
        matches!(self, Self::RolledOut | Self::Lasting)
    }

    /// What its value must reach for the action to be strong; none where it is no gate.
    #[must_use]
    pub const fn gate(self) -> Option<Limit> {
        match self {
            Self::Fresh => Some(Limit::FreshGate),
            Self::Honest => Some(Limit::HonestGate),
            Self::RolledOut => Some(Limit::RolledGate),
            Self::Lasting => Some(Limit::LastingGate),
            Self::LivePlan | Self::Measured | Self::Moving | Self::Committed => None,
        }
    }
}

/// A record behind what was counted, within its innovation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Behind {
    Found(Evidence),
    Site(SiteId),
    Review(SustainmentReviewId),
    /// A review that is missing.
    Reviews,
    /// Who backs it, and until when.
    Backing,
    /// The stages it went through.
    Stages,
}

impl From<Evidence> for Behind {
    fn from(one: Evidence) -> Self {
        Self::Found(one)
    }
}

/// One thing that a signal counted: an innovation, or a record of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    pub innovation: InnovationId,
    /// What it is called, where it is not the innovation itself.
    pub what: Option<String>,
    /// What it adds to the top, 0 to 1.
    pub credit: f64,
    /// Whether it is credited, and not one of those that failed.
    pub is_credited: bool,
    /// Why: a sentence without its full stop.
    pub says: String,
    /// The records behind it.
    pub records: Vec<Behind>,
    /// Who entered those records.
    pub authors: BTreeSet<PersonId>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Signal {
    pub name: SignalName,
    /// 0 to 1; none where too little can be counted.
    pub value: Option<f64>,
    pub top: f64,
    pub bottom: usize,
    /// Fewest that tell anything.
    pub least: usize,
    pub counted: Vec<Counted>,
    /// For each innovation that it counts, whether it is credited there.
    pub innovations: BTreeMap<InnovationId, bool>,
}

impl Signal {
    /// A share: what the counted records add up to over how many they are, put through `shape`. None of too few.
    pub(super) fn share(name: SignalName, counted: Vec<Counted>, least: usize, shape: impl Fn(f64) -> f64) -> Self {
        // In one order whatever order the records came in, so that sums do not differ in the last digit.
        let mut counted = counted;
        counted.sort_by(|one, other| {
            let key = |of: &Counted| (of.innovation, of.credit.to_bits());
            key(one).cmp(&key(other)).then_with(|| one.says.cmp(&other.says))
        });
        // Adding up nothing gives -0.
        let top = counted.iter().fold(0.0, |sum, one| sum + one.credit);
        let bottom = counted.len();
        let value = (bottom >= least.max(1)).then(|| shape(top / bottom as f64).clamp(0.0, 1.0));
        let mut innovations = BTreeMap::new();
        for one in &counted {
            *innovations.entry(one.innovation).or_insert(true) &= one.is_credited;
        }
        Self { name, value, top, bottom, least, counted, innovations }
    }

    /// An innovation is credited by what its own records come to, and not by every single one.
    pub(super) fn credit_by_own_share(&mut self, is_credited: impl Fn(f64) -> bool) {
        for (innovation, credited) in &mut self.innovations {
            let own = self.counted.iter().filter(|one| one.innovation == *innovation);
            let (all, sum) = own.fold((0.0, 0.0), |(all, sum), one| (all + 1.0, sum + one.credit));
            *credited = is_credited(sum / all);
        }
    }

    pub fn failing(&self) -> impl Iterator<Item = &Counted> {
        self.counted.iter().filter(|one| !one.is_credited)
    }

    pub fn credited(&self) -> impl Iterator<Item = &Counted> {
        self.counted.iter().filter(|one| one.is_credited)
    }

    /// Points that the action loses by it; none where it has no value.
    #[must_use]
    pub fn loss(&self, thresholds: &Settled) -> Option<f64> {
        Some(f64::from(thresholds.weight(self.name)) * (1.0 - self.value?))
    }
}

/// `clamp((x - from) / (to - from), 0, 1)`.
pub(super) fn lin(x: f64, from: f64, to: f64) -> f64 {
    ((x - from) / (to - from)).clamp(0.0, 1.0)
}
