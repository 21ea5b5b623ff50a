//! Writing down who backs it until when, and that somebody no longer does.
use super::{Commitment, CommitmentKind};
use crate::{
    Act, CommitmentId, CouncilId, Decision, Entry, FormalDecisionId, Impossible, InnovationId, Line, Name, Problem,
    Reason, Refusal, Rule, Seen, Version, seen::plausible,
};
use chrono::NaiveDate;
use std::sync::Arc;

#[derive(Clone, Debug)]
pub struct CommitmentInput {
    pub kind: CommitmentKind,
    pub by: Line,
    pub organisation: Option<Name>,
    /// In a partnership a member council; in a council refused.
    pub council: Option<CouncilId>,
    pub from_on: NaiveDate,
    pub to_on: Option<NaiveDate>,
    /// The decision in which it was given.
    pub decision: Option<FormalDecisionId>,
}

impl<'a> Seen<'a> {
    pub fn add_commitment(
        self,
        id: CommitmentId,
        innovation: InnovationId,
        input: CommitmentInput,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        Refusal::unless_sound(self.commitment_problems(&input))?;
        Ok(Decision::add(input.into_commitment(id, Entry::default(), innovation)))
    }

    /// One that was withdrawn stays as it was.
    pub fn edit_commitment(
        self,
        innovation: InnovationId,
        id: CommitmentId,
        input: CommitmentInput,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        let before = self.standing_commitment(innovation, id, seen)?;
        Refusal::unless_sound(self.commitment_problems(&input))?;
        Ok(Decision::change(before, input.into_commitment(id, before.entry, innovation)))
    }

    /// It no longer counts from that day on; that it was given stays.
    pub fn withdraw_commitment(
        self,
        innovation: InnovationId,
        id: CommitmentId,
        withdrawn_on: NaiveDate,
        reason: Reason,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.standing_commitment(innovation, id, seen)?;
        let mut problems: Vec<_> = plausible("withdrawn_on", withdrawn_on).into_iter().collect();
        if withdrawn_on > today {
            problems.push(Problem::new("withdrawn_on", Rule::After(today)));
        }
        if withdrawn_on < before.from_on {
            problems.push(Problem::new("withdrawn_on", Rule::Before(before.from_on)));
        }
        Refusal::unless_sound(problems)?;
        let after = Commitment { withdrawn_on: Some(withdrawn_on), ..(**before).clone() };
        Ok(Decision::change(before, after).because(Some(reason)))
    }

    fn standing_commitment(
        self,
        innovation: InnovationId,
        id: CommitmentId,
        seen: Version,
    ) -> Result<&'a Arc<Commitment>, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        let before = self.commitments(innovation).find(|one| one.id == id).ok_or(Refusal::NotFound)?;
        Refusal::unless_seen(seen, before)?;
        if before.withdrawn_on.is_some() {
            return Err(Refusal::Impossible(Impossible::CommitmentWithdrawn));
        }
        Ok(before)
    }

    fn commitment_problems(self, input: &CommitmentInput) -> Vec<Problem> {
        let days = [("from_on", Some(input.from_on)), ("to_on", input.to_on)];
        let mut problems: Vec<_> = days.into_iter().filter_map(|(field, day)| plausible(field, day?)).collect();
        if input.to_on.is_some_and(|last| last < input.from_on) {
            problems.push(Problem::new("to_on", Rule::Before(input.from_on)));
        }
        problems.extend(self.unknown_council(input.council));
        if input.council.is_some() && input.organisation.is_some() {
            problems.push(Problem::new("organisation", Rule::OnlyOne));
        }
        if input.decision.is_some_and(|decision| self.decision(decision).is_err()) {
            problems.push(Problem::new("decision", Rule::Choose));
        }
        problems
    }
}

impl CommitmentInput {
    fn into_commitment(self, id: CommitmentId, entry: Entry, innovation: InnovationId) -> Commitment {
        let Self { kind, by, organisation, council, from_on, to_on, decision } = self;
        let withdrawn_on = None;
        Commitment { id, entry, innovation, kind, by, organisation, council, from_on, to_on, decision, withdrawn_on }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    #[test]
    fn a_commitment_is_withdrawn_once_and_stays() {
        let before = applied(&portfolio(), Decision::add(commitment(1, CommitmentKind::Funding, Some("2027-03-31"))));
        let id = commitment(1, CommitmentKind::Funding, None).id;
        let withdraw = |portfolio: &crate::Portfolio, on: &str, seen| {
            let reason = text("The grant was cut");
            as_person(portfolio, LEAD, |who| {
                who.withdraw_commitment(LAMPS, id, day(on), reason, Version(seen), today())
            })
        };
        let invalid = |rule| Err(Refusal::invalid("withdrawn_on", rule));
        assert_eq!(withdraw(&before, "2026-11-25", 1), invalid(Rule::After(today())));
        assert_eq!(withdraw(&before, "2025-12-31", 1), invalid(Rule::Before(day("2026-01-01"))));
        assert!(matches!(withdraw(&before, "2026-11-01", 7), Err(Refusal::Outdated { .. })));
        let gone = applied(&before, withdraw(&before, "2026-11-01", 1).expect("allowed"));
        assert_eq!(withdraw(&gone, "2026-11-02", 2), Err(Refusal::Impossible(Impossible::CommitmentWithdrawn)));
        as_person(&gone, LEAD, |seen| assert_eq!(seen.commitments(LAMPS).count(), 1));
    }

    #[test]
    fn a_commitment_is_sound_or_says_what_to_mend() {
        let given = commitment(1, CommitmentKind::Political, Some("2027-03-31"));
        let input = || {
            let Commitment { kind, by, organisation, council, from_on, to_on, decision, .. } = given.clone();
            CommitmentInput { kind, by, organisation, council, from_on, to_on, decision }
        };
        let add = |portfolio: &crate::Portfolio, input| {
            as_person(portfolio, LEAD, |seen| seen.add_commitment(given.id, LAMPS, input))
        };
        let council = || CommitmentInput { council: Some(crate::testing::COUNCIL), ..input() };
        let ends = CommitmentInput { to_on: Some(day("2025-12-31")), ..input() };
        let unknown = CommitmentInput { decision: Some(asked().id), ..input() };
        let both = CommitmentInput { organisation: Some(text("The Lamp Fund")), ..council() };
        let invalid = |field, rule| Err(Refusal::invalid(field, rule));
        assert_eq!(add(&portfolio(), ends), invalid("to_on", Rule::Before(day("2026-01-01"))));
        assert_eq!(add(&portfolio(), unknown), invalid("decision", Rule::Choose));
        assert_eq!(add(&portfolio(), council()), invalid("council", Rule::Choose));
        assert_eq!(add(&partnership(), both), invalid("organisation", Rule::OnlyOne));
        assert!(add(&partnership(), council()).is_ok() && add(&portfolio(), input()).is_ok());
    }
}
