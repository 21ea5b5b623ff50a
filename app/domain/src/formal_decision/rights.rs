//! Who may record which decisions.
use super::{FormalDecision, TakenBy};
use crate::{Act, FormalDecisionId, Innovation, MembershipId, Seen};
use std::sync::Arc;

impl<'a> Seen<'a> {
    /// Whether the actor may record what anybody decided, and open questions; others record what they decided
    /// themselves on innovations that name them.
    #[must_use]
    pub fn records_any_decision(self) -> bool {
        self.may(Act::RecordDecision, None)
    }

    #[must_use]
    pub fn may_record_decision(self, decision: &FormalDecision) -> bool {
        let innovation = decision.innovation.and_then(|id| self.innovation(id).ok());
        self.may(Act::RecordDecision, innovation.map(|one| &**one))
    }

    /// The places of their own in which the actor may decide about an innovation.
    #[must_use]
    pub fn decides_as(self, innovation: Option<&Innovation>) -> Vec<MembershipId> {
        if !self.may(Act::RecordDecision, innovation) {
            return vec![];
        }
        self.actor.memberships().map(|held| held.id).collect()
    }

    /// The later decisions that stand in the place of this one.
    pub fn replaced_by(self, id: FormalDecisionId) -> impl Iterator<Item = &'a Arc<FormalDecision>> {
        self.decisions().filter(move |one| one.replaces == Some(id))
    }

    pub(super) fn may_have_taken(self, taken_by: Option<TakenBy>) -> bool {
        self.records_any_decision() || matches!(taken_by, Some(TakenBy::Person(person)) if self.actor.holds(person))
    }
}
