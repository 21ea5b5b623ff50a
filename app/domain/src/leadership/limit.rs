//! The limits that verdicts hang on.
use crate::choice::choices;

choices! {
    /// A number that an administrator may change. The label stands beside it on the page.
    Limit {
        Strong "strong_from" "Strong from a score of",
        Some "some_from" "Some from a score of",
        Available "available_from" "A score is told where signals of so many points have a value",
        Trend "trend_from" "A change is told from so many points",
        Advice "advice_from" "Advice is given from a loss of so many points",
        Authors "authors_from" "Authors that strong needs",
        Least "least_innovations" "Innovations that a share needs",
        LeastUpdates "least_updates" "Updates that a share of updates needs",
        LateAfter "late_after" "Days after which a record is entered late",
        LateCredit "late_credit" "Credit of a record that is entered late",
        FreshFrom "fresh_from" "Freshness that begins to count",
        FreshTo "fresh_to" "Freshness that counts in full",
        FreshGate "fresh_gate" "Gate: updates in date, at least",
        HonestGate "honest_gate" "Gate: honest updates, at least",
        HonestGap "honest_gap" "Steps that an honest update may be greener than the record",
        PlanAhead "plan_ahead" "Days within which a plan has a milestone",
        PlanOverdue "plan_overdue" "Days that a milestone of a live plan may be overdue",
        WorkMoved "work_moved" "Days within which a board has moved",
        RolledFrom "rolled_from" "Share of places live that begins to count",
        RolledTo "rolled_to" "Share of places live that counts in full",
        RolledGate "rolled_gate" "Gate: places live, at least",
        LastingGate "lasting_gate" "Gate: still in use, at least",
        LeastSites "least_sites" "Places that were to be live that tell anything",
        LeastReviews "least_reviews" "Reviews closed that tell anything",
        Horizon "horizon" "Months for which an innovation must be backed",
        Continuity "continuity" "Continuity of lead and sponsor, at least",
        Young "young" "Days since the first stage before persistence is told",
        OldScope "old_scope" "Days after which something must have been embedded",
        LookedBack "looked_back" "Days within which a team has looked back or moved on a stage",
    }
}

/// In what a limit is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Points,
    Days,
    Percent,
    Count,
    Months,
}

impl Limit {
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::Strong | Self::Some | Self::Available | Self::Trend | Self::Advice => Unit::Points,
            Self::LateCredit
            | Self::FreshFrom
            | Self::FreshTo
            | Self::FreshGate
            | Self::HonestGate
            | Self::RolledFrom
            | Self::RolledTo
            | Self::RolledGate
            | Self::LastingGate
            | Self::Continuity => Unit::Percent,
            Self::Authors
            | Self::Least
            | Self::LeastUpdates
            | Self::LeastSites
            | Self::LeastReviews
            | Self::HonestGap => Unit::Count,
            Self::Horizon => Unit::Months,
            Self::LateAfter
            | Self::PlanAhead
            | Self::PlanOverdue
            | Self::WorkMoved
            | Self::LookedBack
            | Self::Young
            | Self::OldScope => Unit::Days,
        }
    }

    /// As the product ships, in its unit.
    #[must_use]
    pub const fn preset(self) -> u32 {
        match self {
            Self::Strong | Self::HonestGate => 70,
            Self::Some => 35,
            Self::Available => 60,
            Self::Trend | Self::LeastUpdates => 5,
            Self::Advice | Self::Authors => 2,
            Self::Least | Self::LeastSites | Self::LeastReviews => 3,
            Self::LateAfter | Self::RolledFrom => 30,
            Self::RolledTo | Self::Continuity => 80,
            Self::Horizon => 12,
            Self::OldScope => 1096,
            Self::LateCredit | Self::FreshFrom | Self::RolledGate | Self::LastingGate => 50,
            Self::FreshTo => 90,
            Self::FreshGate => 75,
            Self::HonestGap => 1,
            Self::PlanAhead | Self::Young => 91,
            Self::PlanOverdue | Self::WorkMoved => 14,
            Self::LookedBack => 45,
        }
    }

    /// Smallest and largest that make sense.
    #[must_use]
    pub const fn range(self) -> (u32, u32) {
        match (self, self.unit()) {
            (Self::HonestGap, _) => (0, 2),
            (Self::Trend | Self::Advice, _) => (0, 100),
            (_, Unit::Points | Unit::Percent) => (1, 100),
            (_, Unit::Count) => (1, 20),
            (Self::OldScope, _) => (1, 3660),
            (_, Unit::Days) => (1, 365),
            (_, Unit::Months) => (1, 60),
        }
    }
}

impl Limit {
    /// Where the second must be greater than the first.
    pub(super) const PAIRS: [(Self, Self); 3] =
        [(Self::Some, Self::Strong), (Self::FreshFrom, Self::FreshTo), (Self::RolledFrom, Self::RolledTo)];
}
