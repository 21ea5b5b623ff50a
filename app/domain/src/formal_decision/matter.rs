//! One question, and the part of it that each council decides.
use super::{DecisionOutcome, FormalDecision, TakenBy};
use crate::{FormalDecisionId, InnovationId, PostKind, Refusal, Seen, choice::choices, days};
use chrono::NaiveDate;
use std::{collections::BTreeMap, sync::Arc};

choices! {
    MatterState {
        Open "open" "Open",
        /// Some councils have agreed, and others have not decided.
        Part "part" "Agreed in part",
        Agreed "agreed" "Agreed",
        /// At least one council has refused.
        Split "split" "Refused by at least one",
    }
}

/// The decisions that together settle one question: one, or in a partnership one for each council that must.
#[derive(Clone, Debug, PartialEq)]
pub struct Matter<'a> {
    /// Never empty; the first part first.
    pub parts: Vec<&'a Arc<FormalDecision>>,
}

impl<'a> Matter<'a> {
    #[must_use]
    pub fn first(&self) -> &'a Arc<FormalDecision> {
        self.parts[0]
    }

    #[must_use]
    pub fn state(&self) -> MatterState {
        state(self.parts.iter().map(|part| part.outcome))
    }

    /// Whether every council has decided, one way or the other.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.parts.iter().all(|part| !part.is_open())
    }

    /// The day of the last part; none while any is open.
    #[must_use]
    pub fn decided_on(&self) -> Option<NaiveDate> {
        let days: Option<Vec<_>> = self.parts.iter().map(|part| part.decided_on).collect();
        days?.into_iter().max()
    }

    #[must_use]
    pub fn asked_on(&self) -> Option<NaiveDate> {
        self.parts.iter().filter_map(|part| part.asked_on).min()
    }

    /// Days from asking to the last part; none while any is open.
    #[must_use]
    pub fn turnaround(&self) -> Option<i64> {
        Some(days(self.asked_on()?, self.decided_on()?))
    }

    /// The day on which the open parts are taken up again; none where one of them was not deferred.
    #[must_use]
    pub fn deferred_to(&self) -> Option<NaiveDate> {
        let open: Vec<_> = self.parts.iter().filter(|part| part.is_open()).collect();
        let until: Option<Vec<_>> = open.iter().map(|part| part.deferred_to).collect();
        until?.into_iter().max()
    }

    /// Whether a body took any part.
    #[must_use]
    pub fn is_by_a_body(&self) -> bool {
        self.parts.iter().any(|part| matches!(part.taken_by, Some(TakenBy::Meeting(_))))
    }
}

fn state(outcomes: impl Iterator<Item = Option<DecisionOutcome>>) -> MatterState {
    use DecisionOutcome::{Agreed, AgreedWithConditions, Deferred, Refused};
    let (mut agreed, mut refused, mut open) = (0, 0, 0);
    for outcome in outcomes {
        match outcome {
            Some(Agreed | AgreedWithConditions) => agreed += 1,
            Some(Refused) => refused += 1,
            Some(Deferred) | None => open += 1,
        }
    }
    match (agreed, refused, open) {
        (_, 1.., _) => MatterState::Split,
        (0, 0, _) => MatterState::Open,
        (_, 0, 0) => MatterState::Agreed,
        _ => MatterState::Part,
    }
}

impl<'a> Seen<'a> {
    /// Decisions about an innovation, open ones too.
    pub fn decisions_about(self, innovation: InnovationId) -> impl Iterator<Item = &'a Arc<FormalDecision>> {
        use crate::id::{FIRST, LAST};
        let key = |id| (Some(innovation), FormalDecisionId(id));
        let visible = self.innovation(innovation).is_ok();
        let range = self.portfolio.shelves.decisions.range(key(FIRST)..=key(LAST));
        range.map(|(_, one)| one).filter(move |_| visible)
    }

    /// Every decision that may be read: those about innovations that may be, and the organisation's own.
    pub fn decisions(self) -> impl Iterator<Item = &'a Arc<FormalDecision>> {
        self.portfolio.shelves.decisions.values().filter(move |one| match one.innovation {
            Some(innovation) => self.innovation(innovation).is_ok(),
            None => self.reads_inside(),
        })
    }

    /// # Errors
    /// `NotFound` when it is not there or may not be seen.
    pub fn decision(self, id: FormalDecisionId) -> Result<&'a Arc<FormalDecision>, Refusal> {
        self.decisions().find(|one| one.id == id).ok_or(Refusal::NotFound)
    }

    /// The question of which a decision is a part.
    #[must_use]
    pub fn matter_of(self, decision: &FormalDecision) -> Matter<'a> {
        let mut parts: Vec<_> = self.decisions().filter(|one| one.matter == decision.matter).collect();
        parts.sort_by_key(|part| (part.id != part.matter, part.id));
        Matter { parts }
    }

    /// Every question, those about one innovation or all that may be read.
    #[must_use]
    pub fn matters(self, about: Option<InnovationId>) -> Vec<Matter<'a>> {
        let mut matters: BTreeMap<FormalDecisionId, Vec<&'a Arc<FormalDecision>>> = BTreeMap::new();
        let mut file = |one: &'a Arc<FormalDecision>| matters.entry(one.matter).or_default().push(one);
        match about {
            Some(innovation) => self.decisions_about(innovation).for_each(&mut file),
            None => self.decisions().for_each(&mut file),
        }
        let sorted = |mut parts: Vec<&'a Arc<FormalDecision>>| {
            parts.sort_by_key(|part| (part.id != part.matter, part.id));
            Matter { parts }
        };
        matters.into_values().map(sorted).collect()
    }

    /// Whether the lead or the sponsor of its innovation took every part, being that on the day.
    #[must_use]
    pub fn is_delegated(self, matter: &Matter) -> bool {
        let by_whom = |part: &FormalDecision| {
            let innovation = self.innovation(part.innovation?).ok()?;
            let Some(TakenBy::Person(taker)) = part.taken_by else { return None };
            let (taker, on) = (self.membership(taker)?.person, part.decided_on?);
            let holds = |id| self.membership(id).is_some_and(|one| one.person == taker);
            let posts = [PostKind::Lead, PostKind::Sponsor].into_iter();
            posts.flat_map(|kind| innovation.holders(kind, on)).any(holds).then_some(())
        };
        matter.parts.iter().all(|part| by_whom(part).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn me_10_to_12_a_matter_is_agreed_when_every_council_has_agreed() {
        use DecisionOutcome::{Agreed, AgreedWithConditions, Deferred, Refused};
        for (ours, theirs, expected) in [
            (Some(Agreed), None, MatterState::Part),
            (Some(Agreed), Some(AgreedWithConditions), MatterState::Agreed),
            (Some(Agreed), Some(Refused), MatterState::Split),
            (None, None, MatterState::Open),
            (Some(Deferred), None, MatterState::Open),
            (Some(Agreed), Some(Deferred), MatterState::Part),
            (Some(Refused), None, MatterState::Split),
        ] {
            assert_eq!(state([ours, theirs].into_iter()), expected, "{ours:?} {theirs:?}");
        }
    }
}
