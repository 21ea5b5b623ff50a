//! What the lead has to do so that an innovation lasts.
use super::{
    MyWork,
    gather::{due, soon},
};
use crate::{CommitmentKind, Innovation, PostKind, Seen};
use chrono::{Days, NaiveDate};
use std::sync::Arc;

/// Days before a promise ends from which the next one is wanted: half a year, because budgets are set once a year.
const NOTICE: i64 = 182;
/// Days in which a setback wants an answer, as persistence counts them.
const ANSWER: Days = Days::new(120);

impl<'a> Seen<'a> {
    pub(super) fn my_lasting(self, innovation: &'a Arc<Innovation>, today: NaiveDate, work: &mut MyWork<'a>) {
        if !innovation.holder(PostKind::Lead, today).is_some_and(|lead| self.is_me(lead)) {
            return;
        }
        let open = self.reviews(innovation, today).into_iter().filter(|one| !one.is_done());
        work.reviews.extend(open.filter_map(|one| soon(due(innovation, one.due_on, today, one))));
        // The one that lasts longest of each kind: where another goes on after it, nothing ends.
        let ends = self.horizon(innovation.id, today).ends.into_iter();
        let ends = ends.filter(|end| CommitmentKind::NEEDED.contains(&end.kind));
        let ending = ends.filter_map(|end| Some(due(innovation, end.ends_on?, today, end.commitment?)));
        work.endings.extend(ending.filter(|one| one.late >= -NOTICE));
        let unanswered = self.setbacks(innovation.id).filter(|one| one.responded_on.is_none() && one.on <= today);
        let answer_by = |on: NaiveDate| on.checked_add_days(ANSWER).unwrap_or(on);
        work.setbacks.extend(unanswered.map(|one| due(innovation, answer_by(one.on), today, one)));
    }
}
