//! Entering a risk and putting its words right. Scores move by review only.
use super::{
    Proximity, Risk, RiskCategory, RiskKind, RiskResponse, RiskReview, RiskState, Score,
    consider::Considered,
    control::Control,
    review::{is_scored, review_due},
};
use crate::{
    Act, Decision, Entry, Impossible, InnovationId, MembershipId, Problem, Prose, Reason, Refusal, RiskId, Rule, Seen,
    Version, seen::plausible,
};
use chrono::NaiveDate;
use std::sync::Arc;

/// What somebody says of a risk, new or changed.
#[derive(Clone, Debug)]
pub struct RiskInput {
    pub cause: Reason,
    pub event: Reason,
    pub effect: Reason,
    pub category: RiskCategory,
    pub owner: MembershipId,
    pub target: Option<Score>,
    pub target_on: Option<NaiveDate>,
    pub proximity: Proximity,
    pub response: RiskResponse,
}

/// How a new risk is scored: its first review.
#[derive(Clone, Debug)]
pub struct ScoringInput {
    /// Before controls.
    pub inherent: Score,
    /// As things stand now.
    pub score: Score,
    /// Required where the score is above the inherent one.
    pub note: Option<Reason>,
    pub review_due_on: NaiveDate,
    /// What already holds it in check: the first of its controls.
    pub control: Option<Prose>,
}

impl<'a> Seen<'a> {
    /// The kind is chosen once: a threat does not become an opportunity.
    pub fn add_risk(
        self,
        id: RiskId,
        about: impl Into<Option<InnovationId>>,
        kind: RiskKind,
        input: RiskInput,
        scoring: ScoringInput,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let innovation = self.open_for(Act::EditInnovation, about.into())?.map(|one| one.id);
        let ScoringInput { inherent, score, note, review_due_on, control } = scoring;
        let mut problems = self.risk_problems(kind, &input);
        problems.extend(is_scored(["inherent_likelihood", "inherent_impact"], inherent));
        problems.extend(is_scored(["likelihood", "impact"], score));
        problems.extend(target_problems(&input, score, today));
        problems.extend(review_due(review_due_on, today));
        if score.value() > inherent.value() && note.is_none() {
            problems.push(Problem::new("note", Rule::Missing));
        }
        Refusal::unless_sound(problems)?;
        let first = RiskReview { on: today, score, note, by: self.actor.person };
        Ok(Decision::add(Risk {
            id,
            entry: Entry::default(),
            innovation,
            kind,
            cause: input.cause,
            event: input.event,
            effect: input.effect,
            category: input.category,
            owner: input.owner,
            inherent,
            reviews: vec![first],
            target: input.target,
            target_on: input.target_on,
            proximity: input.proximity,
            response: input.response,
            controls: control.map(Control::first).into_iter().collect(),
            considered: Considered::default(),
            actions: vec![],
            review_due_on,
            state: RiskState::Open,
        }))
    }

    /// Never the scores. In another category an acceptance ends: it was given for another appetite.
    pub fn edit_risk(
        self,
        about: impl Into<Option<InnovationId>>,
        id: RiskId,
        input: RiskInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.open_risk(about, id, seen)?;
        let mut problems = self.risk_problems(before.kind, &input);
        if (input.target, input.target_on) != (before.target, before.target_on) {
            problems.extend(target_problems(&input, before.score(), today));
        }
        Refusal::unless_sound(problems)?;
        let state = if input.category == before.category { before.state.clone() } else { RiskState::Open };
        let after = Risk {
            cause: input.cause,
            event: input.event,
            effect: input.effect,
            category: input.category,
            owner: input.owner,
            target: input.target,
            target_on: input.target_on,
            proximity: input.proximity,
            response: input.response,
            state,
            ..(**before).clone()
        };
        Ok(Decision::change(before, after))
    }

    /// A risk on which something may be done: there, to be edited, as it was read, not ended.
    pub(super) fn open_risk(
        self,
        about: impl Into<Option<InnovationId>>,
        id: RiskId,
        seen: Version,
    ) -> Result<&'a Arc<Risk>, Refusal> {
        let about = about.into();
        self.open_for(Act::EditInnovation, about)?;
        let risk = self.risk(about, id)?;
        Refusal::unless_seen(seen, risk)?;
        if risk.is_open() { Ok(risk) } else { Err(Refusal::Impossible(Impossible::RiskClosed)) }
    }

    fn risk_problems(self, kind: RiskKind, input: &RiskInput) -> Vec<Problem> {
        let mut problems = self.unknown_people([("owner", Some(input.owner))]);
        if !RiskResponse::of(kind).contains(&input.response) {
            problems.push(Problem::new("response", Rule::Choose));
        }
        problems
    }
}

/// A target is no higher than the score, and its day still comes.
fn target_problems(input: &RiskInput, score: Score, today: NaiveDate) -> Vec<Problem> {
    let mut problems = vec![];
    if let Some(target) = input.target {
        problems.extend(is_scored(["target_likelihood", "target_impact"], target));
        if target.value() > score.value() {
            problems.push(Problem::new("target_likelihood", Rule::ScoreAtMost(score.value())));
        }
    }
    if let Some(target_on) = input.target_on {
        problems.extend(plausible("target_on", target_on));
        if target_on < today {
            problems.push(Problem::new("target_on", Rule::Before(today)));
        }
        if input.target.is_none() {
            problems.push(Problem::new("target_likelihood", Rule::Missing));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Portfolio, testing::*};

    fn add(kind: RiskKind, input: RiskInput, scoring: ScoringInput) -> Result<Decision, Refusal> {
        as_person(&portfolio(), LEAD, |seen| seen.add_risk(RISK, LAMPS, kind, input, scoring, today()))
    }

    fn found(portfolio: &Portfolio) -> Risk {
        as_person(portfolio, LEAD, |seen| seen.risk(LAMPS, RISK).map(|risk| (**risk).clone())).expect("there")
    }

    #[test]
    fn entering_a_risk_is_its_first_review() {
        let entered = applied(&portfolio(), add(RiskKind::Threat, risk_input(), scoring(3, 4)).expect("allowed"));
        let risk = found(&entered);
        assert_eq!((risk.score().value(), risk.reviewed_on(), risk.reviews.len()), (12, Some(today()), 1));
        assert_eq!(risk.reviews[0].by, LEAD);
    }

    #[test]
    fn a_score_above_the_inherent_one_needs_a_reason() {
        let inherent = Score { likelihood: 2, impact: 2 };
        let above = |note: Option<&str>| {
            let scoring = ScoringInput { inherent, note: note.map(text), ..scoring(3, 4) };
            add(RiskKind::Threat, risk_input(), scoring)
        };
        assert_eq!(above(None), Err(Refusal::invalid("note", Rule::Missing)));
        assert!(above(Some("The control itself adds a danger")).is_ok());
    }

    #[test]
    fn a_target_is_no_higher_than_the_score() {
        let target = Some(Score { likelihood: 4, impact: 4 });
        let refused = add(RiskKind::Threat, RiskInput { target, ..risk_input() }, scoring(3, 4));
        assert_eq!(refused, Err(Refusal::invalid("target_likelihood", Rule::ScoreAtMost(12))));
        let alone = RiskInput { target_on: Some(day("2027-01-01")), ..risk_input() };
        assert_eq!(
            add(RiskKind::Threat, alone, scoring(3, 4)),
            Err(Refusal::invalid("target_likelihood", Rule::Missing))
        );
    }

    #[test]
    fn the_response_fits_the_kind_and_the_owner_is_known() {
        let stranger = RiskInput { owner: MembershipId(uuid::Uuid::from_u128(9)), ..risk_input() };
        let refused = add(RiskKind::Opportunity, stranger, scoring(3, 4));
        let problems = vec![Problem::new("owner", Rule::Choose), Problem::new("response", Rule::Choose)];
        assert_eq!(refused, Err(Refusal::Invalid(problems)));
    }

    #[test]
    fn every_problem_is_told_at_once() {
        let wild =
            ScoringInput { inherent: Score { likelihood: 0, impact: 6 }, review_due_on: today(), ..scoring(9, 4) };
        let Err(Refusal::Invalid(problems)) = add(RiskKind::Threat, risk_input(), wild) else {
            panic!("refused with problems");
        };
        let fields: Vec<_> = problems.iter().map(|problem| problem.field).collect();
        assert_eq!(fields, ["inherent_likelihood", "inherent_impact", "likelihood", "review_due_on", "note"]);
    }

    #[test]
    fn who_is_not_named_may_not_enter_a_risk() {
        let refused = as_person(&portfolio(), ADMINISTRATOR, |seen| {
            seen.add_risk(RISK, LAMPS, RiskKind::Threat, risk_input(), scoring(3, 4), today())
        });
        assert_eq!(refused, Err(Refusal::NotAllowed(Act::EditInnovation)));
    }

    #[test]
    fn editing_leaves_scores_and_review_date_alone() {
        let before = with_risk(3, 4);
        let edited = RiskInput { effect: text("cost us the trial"), ..risk_input() };
        let after = after(&before, LEAD, |seen| seen.edit_risk(LAMPS, RISK, edited, Version::FIRST, today()));
        let (before, after) = (found(&before), found(&after));
        assert_eq!((&before.reviews, before.review_due_on), (&after.reviews, after.review_due_on));
        assert_eq!((&*after.effect, after.entry.version), ("cost us the trial", Version(2)));
    }

    #[test]
    fn an_outdated_edit_shows_what_stands_there_now() {
        let refused =
            as_person(&with_risk(3, 4), LEAD, |seen| seen.edit_risk(LAMPS, RISK, risk_input(), Version(9), today()));
        assert!(matches!(refused, Err(Refusal::Outdated { .. })));
    }
}
