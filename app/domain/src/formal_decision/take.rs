//! Asking for decisions, and recording what was decided.
use super::{DecisionOutcome, FormalDecision, FormalDecisionKind, TakenBy};
use crate::{
    Act, CouncilId, Decision, Entry, FormalDecisionId, Impossible, Innovation, InnovationId, Line, MeetingId,
    MembershipId, OrganisationKind, PartnerId, Pence, PriorityAreaId, Problem, Prose, Reason, Refusal, RiskId, Rule,
    Seen, StatusUpdateId, Version, seen::plausible,
};
use chrono::NaiveDate;
use std::sync::Arc;
use uuid::Uuid;

/// What is asked.
#[derive(Clone, Debug)]
pub struct DecisionInput {
    pub innovation: Option<InnovationId>,
    pub risk: Option<RiskId>,
    pub priority_area: Option<PriorityAreaId>,
    /// The update that asks; then the day of asking is taken from it.
    pub ask: Option<StatusUpdateId>,
    pub what: Reason,
    pub kind: FormalDecisionKind,
    pub asked_on: Option<NaiveDate>,
    /// In a partnership the councils that must decide, each on its own; in a council none.
    pub councils: Vec<CouncilId>,
    pub effect: Option<Pence>,
    pub key_decision: bool,
    pub published_on: Option<NaiveDate>,
    pub planned_for: Option<MeetingId>,
    pub replaces: Option<FormalDecisionId>,
}

/// What was decided.
#[derive(Clone, Debug)]
pub struct TakenInput {
    /// Of several the council that has decided.
    pub council: Option<CouncilId>,
    pub outcome: DecisionOutcome,
    /// One of the two.
    pub taken_by: Option<MembershipId>,
    pub taken_at: Option<MeetingId>,
    /// Of a person; a body decides on the day it meets.
    pub decided_on: Option<NaiveDate>,
    pub deferred_to: Option<NaiveDate>,
    pub reason: Option<Prose>,
    /// Of the innovation that it is about.
    pub partners: Vec<PartnerId>,
    pub jointly_with: Option<Line>,
}

impl<'a> Seen<'a> {
    /// A question, with the answer where it has been given. Each council that must decide gets a part of its own.
    pub fn add_decision(
        self,
        id: FormalDecisionId,
        input: DecisionInput,
        outcome: Option<TakenInput>,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let innovation = input.innovation.map(|id| self.innovation(id)).transpose()?;
        self.must(Act::RecordDecision, innovation.map(|one| &**one))?;
        let mut problems = self.question_problems(&input, innovation.map(|one| &**one), today);
        problems.extend(self.parts_problems(&input, outcome.as_ref()));
        if outcome.is_none() && !self.records_any_decision() {
            problems.push(Problem::new("outcome", Rule::Missing));
        }
        let mut parts = parts(self.asked(id, &input, innovation.map(|one| &**one), today)?, &input.councils);
        if let Some(outcome) = &outcome {
            let of = |part: &&mut FormalDecision| parts_match(part, outcome.council, input.councils.len());
            if let Some(part) = parts.iter_mut().find(of) {
                problems.extend(self.decide_part(part, outcome, today));
            }
        }
        Refusal::unless_sound(problems)?;
        Ok(parts.into_iter().fold(Decision::default(), Decision::and_add))
    }

    /// Of an open question; what has been decided stays as it is.
    pub fn edit_decision(
        self,
        id: FormalDecisionId,
        input: DecisionInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.open_decision(id, seen)?;
        if !self.records_any_decision() {
            return Err(Refusal::NotAllowed(Act::RecordDecision));
        }
        Refusal::unless_sound(self.question_problems(&input, None, today))?;
        let DecisionInput { what, kind, asked_on, effect, key_decision, published_on, planned_for, replaces, .. } =
            input;
        let asked_on = if before.ask.is_some() { before.asked_on } else { asked_on };
        let kept = (**before).clone();
        let after =
            FormalDecision { what, kind, asked_on, effect, key_decision, published_on, planned_for, replaces, ..kept };
        Ok(Decision::change(before, after))
    }

    /// Once; deferring keeps it open, so that it is recorded again later.
    pub fn record_outcome(
        self,
        id: FormalDecisionId,
        outcome: &TakenInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.open_decision(id, seen)?;
        let mut after = (**before).clone();
        Refusal::unless_sound(self.decide_part(&mut after, outcome, today))?;
        Ok(Decision::change(before, after))
    }

    fn open_decision(self, id: FormalDecisionId, seen: Version) -> Result<&'a Arc<FormalDecision>, Refusal> {
        let before = self.decision(id)?;
        if !self.may_record_decision(before) {
            return Err(Refusal::NotAllowed(Act::RecordDecision));
        }
        Refusal::unless_seen(seen, before)?;
        if before.is_open() { Ok(before) } else { Err(Refusal::Impossible(Impossible::DecisionTaken)) }
    }

    /// Writes the outcome into a part, and says what is wrong with it.
    fn decide_part(self, part: &mut FormalDecision, outcome: &TakenInput, today: NaiveDate) -> Vec<Problem> {
        let mut problems = self.unknown_people([("taken_by", outcome.taken_by)]);
        let meeting = outcome.taken_at.and_then(|id| self.meeting(id).ok());
        let taken_by = outcome.taken_at.map(TakenBy::Meeting).or(outcome.taken_by.map(TakenBy::Person));
        let deferred = outcome.outcome == DecisionOutcome::Deferred;
        // A body decides when it meets.
        let on = meeting.map(|one| one.held_on).or(outcome.decided_on);
        let wrong = |is: bool, field, rule| is.then_some(Problem::new(field, rule));
        let both = outcome.taken_by.is_some() && outcome.taken_at.is_some();
        problems.extend(wrong(taken_by.is_none(), "taken_by", Rule::Missing));
        problems.extend(wrong(both || outcome.taken_at.is_some() && meeting.is_none(), "taken_at", Rule::Choose));
        problems.extend(wrong(taken_by.is_some() && !self.may_have_taken(taken_by), "taken_by", Rule::Choose));
        problems.extend(wrong(on.is_none(), "decided_on", Rule::Missing));
        problems.extend(on.and_then(|on| plausible("decided_on", on)));
        let field = if meeting.is_some() { "taken_at" } else { "decided_on" };
        problems.extend(wrong(on.is_some_and(|on| on > today), field, Rule::After(today)));
        if let Some(asked) = part.asked_on.filter(|asked| on.is_some_and(|on| on < *asked)) {
            problems.push(Problem::new(field, Rule::Before(asked)));
        }
        problems.extend(wrong(outcome.reason.is_none(), "reason", Rule::Missing));
        if deferred {
            let until = outcome.deferred_to;
            problems.extend(wrong(until.is_none(), "deferred_to", Rule::Missing));
            problems.extend(until.and_then(|until| plausible("deferred_to", until)));
            problems.extend(wrong(until.is_some_and(|until| until <= today), "deferred_to", Rule::Before(next(today))));
        }
        let about = part.innovation;
        let is_partner = |id: &PartnerId| about.is_some_and(|about| self.partner(about, *id).is_ok());
        problems.extend(wrong(!outcome.partners.iter().all(is_partner), "partners", Rule::Choose));
        part.outcome = Some(outcome.outcome);
        part.taken_by = taken_by;
        part.decided_on = on.filter(|_| !deferred);
        part.deferred_to = outcome.deferred_to.filter(|_| deferred);
        part.reason.clone_from(&outcome.reason);
        part.partners.clone_from(&outcome.partners);
        part.jointly_with.clone_from(&outcome.jointly_with);
        problems
    }

    /// The first part, before anything is decided.
    fn asked(
        self,
        id: FormalDecisionId,
        input: &DecisionInput,
        innovation: Option<&Innovation>,
        today: NaiveDate,
    ) -> Result<FormalDecision, Refusal> {
        let mut asked_on = input.asked_on;
        if let (Some(ask), Some(innovation)) = (input.ask, innovation) {
            let made = self.asks_made(innovation, today);
            let made = made.iter().find(|one| one.updates.iter().any(|update| update.id == ask));
            let made = made.ok_or(Refusal::NotFound)?;
            if made.matter.is_some() {
                return Err(Refusal::Impossible(Impossible::AskTakenUp));
            }
            asked_on = Some(made.asked_on);
        }
        Ok(FormalDecision {
            id,
            entry: Entry::default(),
            matter: id,
            council: None,
            innovation: input.innovation,
            risk: input.risk,
            priority_area: input.priority_area,
            ask: input.ask,
            what: input.what.clone(),
            kind: input.kind,
            asked_on,
            decided_on: None,
            outcome: None,
            taken_by: None,
            deferred_to: None,
            reason: None,
            partners: vec![],
            jointly_with: None,
            effect: input.effect,
            key_decision: input.key_decision,
            published_on: input.published_on,
            planned_for: input.planned_for,
            replaces: input.replaces,
        })
    }

    fn question_problems(
        self,
        input: &DecisionInput,
        innovation: Option<&Innovation>,
        today: NaiveDate,
    ) -> Vec<Problem> {
        let mut problems: Vec<_> = input.asked_on.and_then(|on| plausible("asked_on", on)).into_iter().collect();
        problems.extend(input.published_on.and_then(|on| plausible("published_on", on)));
        if input.asked_on.is_some_and(|asked| asked > today) {
            problems.push(Problem::new("asked_on", Rule::After(today)));
        }
        if input.innovation.is_none() && input.priority_area.is_none() {
            problems.push(Problem::new("innovation", Rule::Missing));
        }
        if input.priority_area.is_some_and(|area| self.priority_area(area).is_none()) {
            problems.push(Problem::new("priority_area", Rule::Choose));
        }
        let known = |id| innovation.is_some_and(|one| self.risk(one.id, id).is_ok());
        if innovation.is_some() && input.risk.is_some_and(|risk| !known(risk)) {
            problems.push(Problem::new("risk", Rule::Choose));
        }
        if input.planned_for.is_some_and(|id| self.meeting(id).is_err()) {
            problems.push(Problem::new("planned_for", Rule::Choose));
        }
        let is_taken = |id| self.decision(id).is_ok_and(|one| !one.is_open());
        if input.replaces.is_some_and(|id| !is_taken(id)) {
            problems.push(Problem::new("replaces", Rule::Choose));
        }
        if input.effect.is_some_and(|effect| effect.0.saturating_abs() > Pence::MOST) {
            problems.push(Problem::new("effect", Rule::NotMoney));
        }
        problems
    }

    fn parts_problems(self, input: &DecisionInput, outcome: Option<&TakenInput>) -> Vec<Problem> {
        let mut problems = vec![];
        let rule = match self.organisation().kind {
            OrganisationKind::Council if input.councils.is_empty() => None,
            OrganisationKind::Council => Some(Rule::Choose),
            OrganisationKind::Partnership if input.councils.is_empty() => Some(Rule::Missing),
            OrganisationKind::Partnership => {
                input.councils.iter().any(|one| self.council(*one).is_none()).then_some(Rule::Choose)
            }
        };
        problems.extend(rule.map(|rule| Problem::new("councils", rule)));
        match outcome.map(|one| one.council) {
            Some(None) if input.councils.len() > 1 => problems.push(Problem::new("council", Rule::Missing)),
            Some(Some(council)) if !input.councils.contains(&council) => {
                problems.push(Problem::new("council", Rule::Choose));
            }
            _ => {}
        }
        problems
    }
}

/// One for each council; of none the decision itself.
fn parts(first: FormalDecision, councils: &[CouncilId]) -> Vec<FormalDecision> {
    if councils.is_empty() {
        return vec![first];
    }
    let part = |(index, council): (usize, &CouncilId)| {
        let id = match index {
            0 => first.id,
            _ => FormalDecisionId(Uuid::new_v5(&first.id.0, council.0.as_bytes())),
        };
        FormalDecision { id, council: Some(*council), ..first.clone() }
    };
    councils.iter().enumerate().map(part).collect()
}

fn parts_match(part: &FormalDecision, council: Option<CouncilId>, parts: usize) -> bool {
    parts <= 1 || part.council == council
}

fn next(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

#[cfg(test)]
mod tests;
