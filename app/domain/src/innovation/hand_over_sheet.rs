//! What whoever takes over as lead or sponsor must know, on one sheet.
use super::{Innovation, OpenCondition};
use crate::{
    Commitment, FeedbackWaiting, FollowUp, FormalDecision, Milestone, ReviewSight, Risk, RiskAction, Seen, WaitingAsk,
};
use chrono::NaiveDate;
use std::sync::Arc;

/// Of one innovation on a day; each list in the order of the days.
#[derive(Clone, Debug, PartialEq)]
pub struct HandOverSheet<'a> {
    /// Promises that are open.
    pub milestones: Vec<&'a Arc<Milestone>>,
    pub actions: Vec<(&'a Arc<Risk>, &'a RiskAction)>,
    pub follow_ups: Vec<&'a Arc<FollowUp>>,
    pub conditions: Vec<OpenCondition>,
    /// People who wait for an answer, or to be told what came of what they said.
    pub unanswered: Vec<FeedbackWaiting<'a>>,
    pub untold: Vec<FeedbackWaiting<'a>>,
    /// Questions that are open, and what the latest update asks.
    pub decisions: Vec<&'a Arc<FormalDecision>>,
    pub ask: Option<WaitingAsk<'a>>,
    pub reviews: Vec<ReviewSight<'a>>,
    /// Backing that is given and has an end.
    pub commitments: Vec<&'a Arc<Commitment>>,
}

impl HandOverSheet<'_> {
    /// Nothing is open, and nothing ends.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let lengths = [
            self.milestones.len(),
            self.actions.len(),
            self.follow_ups.len(),
            self.conditions.len(),
            self.unanswered.len(),
            self.untold.len(),
            self.decisions.len(),
            self.reviews.len(),
            self.commitments.len(),
        ];
        self.ask.is_none() && lengths.into_iter().all(|length| length == 0)
    }
}

impl<'a> Seen<'a> {
    #[must_use]
    pub fn hand_over_sheet(self, innovation: &'a Arc<Innovation>, today: NaiveDate) -> HandOverSheet<'a> {
        let id = innovation.id;
        let of_it = |all: Vec<FeedbackWaiting<'a>>| all.into_iter().filter(|one| one.innovation.id == id).collect();
        let open_risks = self.risks(id).filter(|risk| risk.is_open());
        let actions = open_risks.flat_map(|risk| risk.actions.iter().map(move |action| (risk, action)));
        let mut actions: Vec<_> = actions.filter(|(_, action)| action.done_on.is_none()).collect();
        actions.sort_by_key(|(_, action)| action.due_on);
        let mut decisions: Vec<_> = self.decisions_about(id).filter(|one| one.is_open()).collect();
        decisions.sort_by_key(|one| (one.asked_on, one.id));
        let ends = |one: &&Arc<Commitment>| one.is_given(today) && one.to_on.is_some_and(|last| today <= last);
        let mut commitments: Vec<_> = self.commitments(id).filter(ends).collect();
        commitments.sort_by_key(|one| (one.to_on, one.id));
        HandOverSheet {
            milestones: self.open_milestones(id),
            actions,
            follow_ups: self.follow_ups_about(id),
            conditions: self.open_conditions(id, today),
            unanswered: of_it(self.unanswered_feedback(today)),
            untold: of_it(self.untold_feedback(today)),
            decisions,
            ask: self.ask_of(innovation, today),
            reviews: self.reviews(innovation, today).into_iter().filter(|one| !one.is_done()).collect(),
            commitments,
        }
    }

    /// Open promises that were made about an innovation, by the day they are due.
    fn follow_ups_about(self, innovation: crate::InnovationId) -> Vec<&'a Arc<FollowUp>> {
        let about = |one: &FollowUp| self.subject(one.from, one.innovation).ok().flatten().map(|found| found.id);
        let mut open = self.follow_ups();
        open.retain(|one| one.is_open() && about(one) == Some(innovation));
        open
    }
}

#[cfg(test)]
mod tests {
    use crate::{CommitmentKind, Decision, FeedbackResponse, Risk, RiskAction, Score, testing::*};

    #[test]
    fn what_is_open_and_what_ends_stands_on_the_sheet_and_what_is_over_does_not() {
        let action = |number, done_on| RiskAction {
            number,
            text: text("Find a second maker"),
            owner: place(LEAD),
            due_on: day("2026-12-01"),
            done_on,
        };
        let risk = risk_scored(Score { likelihood: 3, impact: 3 });
        let risk = Risk { actions: vec![action(1, None), action(2, Some(day("2026-11-01")))], ..risk };
        let told = crate::Feedback {
            told_back_on: Some(day("2026-11-20")),
            ..answered(feedback(3, "2026-11-01"), FeedbackResponse::WeDid, "2026-11-10")
        };
        let decision = Decision::add(milestone())
            .and_add(risk)
            .and_add(stakeholder())
            .and_add(engagement(1, "2026-11-01"))
            .and_add(feedback(1, "2026-11-01"))
            .and_add(answered(feedback(2, "2026-11-01"), FeedbackResponse::WeDid, "2026-11-10"))
            .and_add(told)
            .and_add(asked())
            .and_add(crate::FollowUp { innovation: Some(LAMPS), ..follow_up() })
            .and_add(meeting())
            .and_add(commitment(1, CommitmentKind::Funding, Some("2027-03-31")))
            .and_add(commitment(2, CommitmentKind::Political, None))
            .and_add(commitment(3, CommitmentKind::Staff, Some("2026-10-31")));
        as_person(&portfolio(), LEAD, |seen| {
            let sheet = seen.hand_over_sheet(seen.innovation(LAMPS).expect("there"), today());
            assert!(sheet.is_blank());
        });
        as_person(&applied(&portfolio(), decision), LEAD, |seen| {
            let sheet = seen.hand_over_sheet(seen.innovation(LAMPS).expect("there"), today());
            let lengths = [
                sheet.milestones.len(),
                sheet.actions.len(),
                sheet.follow_ups.len(),
                sheet.unanswered.len(),
                sheet.untold.len(),
                sheet.decisions.len(),
                sheet.commitments.len(),
            ];
            assert_eq!(lengths, [1; 7]);
        });
    }
}
