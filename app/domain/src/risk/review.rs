//! Looking at a risk again: the only way its score moves.
use super::{Risk, RiskReview, RiskState, Score};
use crate::{Decision, InnovationId, Problem, Reason, Refusal, RiskId, Rule, Seen, Version, seen::plausible};
use chrono::NaiveDate;

#[derive(Clone, Debug)]
pub struct ReviewInput {
    pub score: Score,
    /// Required where the score is lower than before, or above the inherent one.
    pub note: Option<Reason>,
    /// When to look again.
    pub review_due_on: NaiveDate,
}

impl Seen<'_> {
    /// A higher score ends an acceptance: less was accepted.
    pub fn review_risk(
        self,
        about: impl Into<Option<InnovationId>>,
        id: RiskId,
        input: ReviewInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.open_risk(about, id, seen)?;
        let ReviewInput { score, note, review_due_on } = input;
        let (was, is) = (before.score().value(), score.value());
        let mut problems: Vec<_> = is_scored(["likelihood", "impact"], score).collect();
        if (is < was || is > before.inherent.value()) && note.is_none() {
            problems.push(Problem::new("note", Rule::Missing));
        }
        problems.extend(review_due(review_due_on, today));
        Refusal::unless_sound(problems)?;
        let mut after = Risk { review_due_on, ..(**before).clone() };
        if is > was {
            after.state = RiskState::Open;
        }
        after.reviews.push(RiskReview { on: today, score, note: note.clone(), by: self.actor.person });
        Ok(Decision::change(before, after).because(note))
    }
}

/// Problems of a likelihood and an impact that are not from 1 to 5.
pub(super) fn is_scored(fields: [&'static str; 2], score: Score) -> impl Iterator<Item = Problem> {
    let values = [score.likelihood, score.impact];
    let wild = fields.into_iter().zip(values).filter(|(_, value)| !(1..=5).contains(value));
    wild.map(|(field, _)| Problem::new(field, Rule::OutOfRange(1, 5)))
}

/// The next review comes after today.
pub(super) fn review_due(due_on: NaiveDate, today: NaiveDate) -> Vec<Problem> {
    let mut problems: Vec<_> = plausible("review_due_on", due_on).into_iter().collect();
    if due_on <= today {
        problems.push(Problem::new("review_due_on", Rule::Before(today.succ_opt().unwrap_or(today))));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AcceptanceInput, Impossible, Portfolio, testing::*};

    fn review(likelihood: u8, impact: u8, note: Option<&str>) -> ReviewInput {
        ReviewInput { score: Score { likelihood, impact }, note: note.map(text), review_due_on: day("2027-02-24") }
    }

    fn decide(portfolio: &Portfolio, input: ReviewInput) -> Result<Decision, Refusal> {
        let version = as_person(portfolio, LEAD, |seen| seen.risk(LAMPS, RISK).map(|risk| risk.entry.version));
        as_person(portfolio, LEAD, |seen| seen.review_risk(LAMPS, RISK, input, version.expect("there"), today()))
    }

    fn found(portfolio: &Portfolio) -> Risk {
        as_person(portfolio, LEAD, |seen| seen.risk(LAMPS, RISK).map(|risk| (**risk).clone())).expect("there")
    }

    #[test]
    fn a_lower_score_without_a_note_is_refused() {
        let before = with_risk(3, 4);
        assert_eq!(decide(&before, review(2, 4, None)), Err(Refusal::invalid("note", Rule::Missing)));
        let lowered = applied(&before, decide(&before, review(2, 4, Some("A second supplier"))).expect("allowed"));
        let risk = found(&lowered);
        assert_eq!((risk.score().value(), risk.reviews.len()), (8, 2));
        assert_eq!((risk.reviewed_on(), risk.review_due_on), (Some(today()), day("2027-02-24")));
    }

    #[test]
    fn the_same_or_a_higher_score_needs_no_note_up_to_the_inherent_one() {
        let before = with_risk(3, 4);
        assert!(decide(&before, review(3, 4, None)).is_ok());
        assert!(decide(&before, review(4, 5, None)).is_ok());
        assert_eq!(decide(&before, review(5, 5, None)), Err(Refusal::invalid("note", Rule::Missing)));
    }

    #[test]
    fn the_next_review_comes_after_today() {
        let late = ReviewInput { review_due_on: today(), ..review(3, 4, None) };
        let rule = Rule::Before(day("2026-11-25"));
        assert_eq!(decide(&with_risk(3, 4), late), Err(Refusal::invalid("review_due_on", rule)));
    }

    #[test]
    fn a_higher_score_ends_an_acceptance_and_a_lower_one_does_not() {
        let acceptance = AcceptanceInput { reason: text("Worth it"), body: None, until: day("2027-03-01") };
        let accepted = after(&with_risk(4, 4), EXECUTIVE, |seen| {
            seen.accept_risk(LAMPS, RISK, acceptance, Version::FIRST, today())
        });
        let lower = applied(&accepted, decide(&accepted, review(3, 5, Some("Spare parts"))).expect("allowed"));
        assert!(found(&lower).is_accepted(today()));
        let higher = applied(&accepted, decide(&accepted, review(4, 5, None)).expect("allowed"));
        assert!(!found(&higher).is_accepted(today()));
    }

    #[test]
    fn what_is_closed_takes_no_review() {
        let closed =
            after(&with_risk(3, 4), LEAD, |seen| seen.close_risk(LAMPS, RISK, text("Gone"), Version::FIRST, today()));
        let refused = decide(&closed, review(3, 4, None));
        assert_eq!(refused, Err(Refusal::Impossible(Impossible::RiskClosed)));
    }
}
