//! What one person has to do, gathered from every innovation they may see.
mod gather;
mod lasting;
#[cfg(test)]
mod tests;

use crate::{
    Commitment, Feedback, FollowUp, Innovation, Issue, Measure, Milestone, OpenCondition, Reminder, ReviewSight, Risk,
    RiskAction, Setback, StageMove, StakeSight, StatusUpdate, WaitingAsk, WorkItem,
};
use chrono::NaiveDate;
use std::sync::Arc;

/// One thing to do, with the day it is wanted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Due<'a, T> {
    pub innovation: &'a Arc<Innovation>,
    pub due_on: NaiveDate,
    /// Days since it was due; negative while it is still to come. Open days for updates, calendar days otherwise.
    pub late: i64,
    pub what: T,
}

/// An update that is owed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UpdateDue<'a> {
    pub last: Option<&'a Arc<StatusUpdate>>,
    /// Somebody has asked for it since.
    pub reminder: Option<&'a Arc<Reminder>>,
}

/// What somebody promised, at a meeting or with a decision.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PromiseDue<'a> {
    pub follow_up: &'a Arc<FollowUp>,
    /// Days since it was due; negative while it is still to come.
    pub late: i64,
}

/// A measure without a reading in date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DueReading<'a> {
    pub measure: &'a Arc<Measure>,
    /// Of a measure of an innovation.
    pub innovation: Option<&'a Arc<Innovation>>,
    /// An interval after the last reading, or after the measure was agreed.
    pub due_on: NaiveDate,
    /// Calendar days since then.
    pub late: i64,
}

/// What waits for whoever looks. Every list begins with what was due first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MyWork<'a> {
    /// Owed now or within two days, each with the last one.
    pub updates: Vec<Due<'a, UpdateDue<'a>>>,
    pub asks: Vec<Due<'a, WaitingAsk<'a>>>,
    pub milestones: Vec<Due<'a, &'a Arc<Milestone>>>,
    pub actions: Vec<Due<'a, (&'a Arc<Risk>, &'a RiskAction)>>,
    pub risk_reviews: Vec<Due<'a, &'a Arc<Risk>>>,
    pub issues: Vec<Due<'a, &'a Arc<Issue>>>,
    /// Overdue: of an innovation's measure its lead's, of an outcome's that of the officer sponsor of its area.
    pub readings: Vec<DueReading<'a>>,
    /// Paused innovations to look at again.
    pub pauses: Vec<Due<'a, &'a Arc<StageMove>>>,
    /// Promised when an innovation moved.
    pub conditions: Vec<Due<'a, OpenCondition>>,
    /// Pieces of work that wait, or that have a fixed day: due on that day, otherwise since they wait and never late.
    pub work_items: Vec<Due<'a, &'a Arc<WorkItem>>>,
    /// Promised at meetings and with decisions.
    pub follow_ups: Vec<PromiseDue<'a>>,
    /// What people said that waits for an answer: due 30 days after it was said.
    pub feedback: Vec<Due<'a, &'a Arc<Feedback>>>,
    /// Priority groups to be met, by who owns that.
    pub groups: Vec<Due<'a, StakeSight<'a>>>,
    /// Whether it lasted, to be looked at by the lead; before the day it is due as well as after it.
    pub reviews: Vec<Due<'a, ReviewSight<'a>>>,
    /// What an innovation cannot do without, and what ends within half a year with nothing after it; for the lead.
    pub endings: Vec<Due<'a, &'a Arc<Commitment>>>,
    /// Blows that nobody has answered; due after 120 days; for the lead.
    pub setbacks: Vec<Due<'a, &'a Arc<Setback>>>,
}

impl MyWork<'_> {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    #[must_use]
    pub fn count(&self) -> usize {
        let Self {
            updates,
            asks,
            milestones,
            actions,
            risk_reviews,
            issues,
            readings,
            pauses,
            conditions,
            work_items,
            follow_ups,
            feedback,
            groups,
            reviews,
            endings,
            setbacks,
        } = self;
        updates.len()
            + asks.len()
            + milestones.len()
            + actions.len()
            + risk_reviews.len()
            + issues.len()
            + readings.len()
            + pauses.len()
            + conditions.len()
            + work_items.len()
            + follow_ups.len()
            + feedback.len()
            + groups.len()
            + reviews.len()
            + endings.len()
            + setbacks.len()
    }
}
