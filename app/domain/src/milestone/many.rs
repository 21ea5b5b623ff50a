//! New dates for many milestones at once, as one decision.
use super::{Milestone, MilestoneInput, MilestoneKey};
use crate::{Act, Decision, InnovationId, Reason, Refusal, Seen, Version};
use chrono::{Days, NaiveDate};
use std::sync::Arc;

/// What somebody says of one of them.
#[derive(Clone, Debug)]
pub struct MilestoneRow {
    pub key: MilestoneKey,
    pub seen: Version,
    pub forecast_on: NaiveDate,
    pub done_on: Option<NaiveDate>,
    /// Why the forecast moved; required when it does, unless a reason is given for all.
    pub reason: Option<Reason>,
}

impl<'a> Seen<'a> {
    /// All of them, or none: whatever is wrong is told row by row. `reason` counts for rows that give none.
    ///
    /// # Errors
    /// `Rows` with the refusal of each row that cannot be saved.
    pub fn edit_milestones(
        self,
        rows: &[MilestoneRow],
        reason: Option<&Reason>,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        Decision::of_rows(rows, |row| self.edit_row(row, reason, today))
    }

    fn edit_row(self, row: &MilestoneRow, reason: Option<&Reason>, today: NaiveDate) -> Result<Decision, Refusal> {
        let before = self.milestone(row.key.0, row.key.1)?;
        let input = MilestoneInput {
            title: before.title.clone(),
            kind: before.kind,
            critical: before.critical,
            owner: before.owner,
            acceptance: before.acceptance.clone(),
            forecast_on: row.forecast_on,
            reason: row.reason.clone().or_else(|| reason.cloned()),
            done_on: row.done_on,
        };
        self.edit_milestone(row.key.0, row.key.1, input, row.seen, today)
    }

    /// Open milestones of an innovation, the earliest first.
    #[must_use]
    pub fn open_milestones(self, innovation: InnovationId) -> Vec<&'a Arc<Milestone>> {
        let mut open: Vec<_> = self.milestones(innovation).filter(|one| one.is_open()).collect();
        open.sort_by_key(|one| (one.forecast_on(), one.id));
        open
    }

    /// Open milestones that the actor owns and may edit, overdue or due within so many days, the earliest first.
    #[must_use]
    pub fn my_milestones(self, within: u64, today: NaiveDate) -> Vec<&'a Arc<Milestone>> {
        let last = today.checked_add_days(Days::new(within)).unwrap_or(today);
        let mine = |one: &&Arc<Milestone>| {
            let owner = one.owner.and_then(|owner| self.membership(owner));
            one.is_open() && one.forecast_on() <= last && owner.is_some_and(|own| own.person == self.actor.person)
        };
        let edited = self.innovations().filter(|one| self.open_innovation(Act::EditInnovation, one.id).is_ok());
        let mut all: Vec<_> = edited.flat_map(|one| self.milestones(one.id)).filter(mine).collect();
        all.sort_by_key(|one| (one.forecast_on(), one.id));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Impossible, MilestoneId, Portfolio, Rule,
        milestone::schedule::tests::{id, mi_30},
        testing::*,
    };

    fn row(letter: char, forecast_on: &str, reason: Option<&str>) -> MilestoneRow {
        MilestoneRow {
            key: (LAMPS, id(letter)),
            seen: Version::FIRST,
            forecast_on: day(forecast_on),
            done_on: None,
            reason: reason.map(text),
        }
    }

    fn edit(portfolio: &Portfolio, rows: &[MilestoneRow], reason: Option<&str>) -> Result<Decision, Refusal> {
        let reason = reason.map(text);
        as_person(portfolio, LEAD, |seen| seen.edit_milestones(rows, reason.as_ref(), today()))
    }

    #[test]
    fn many_dates_move_in_one_decision_with_one_reason_or_one_each() {
        let rows = [row('A', "2026-12-01", None), row('B', "2026-12-20", Some("Lamps came late"))];
        let decision = edit(&mi_30(), &rows, Some("The winter")).expect("allowed");
        assert_eq!(decision.edits.len(), 2);
        as_person(&applied(&mi_30(), decision), LEAD, |seen| {
            let said = |letter| {
                let found = seen.milestone(LAMPS, id(letter)).expect("there");
                found.forecasts.last().and_then(|one| one.reason.as_ref()).map(ToString::to_string)
            };
            assert_eq!((said('A'), said('B')), (Some("The winter".into()), Some("Lamps came late".into())));
        });
    }

    #[test]
    fn if_one_cannot_be_saved_none_is_and_each_says_why() {
        let outdated = MilestoneRow { seen: Version(7), ..row('B', "2026-12-20", Some("Late")) };
        let early = MilestoneRow { done_on: Some(day("2026-11-25")), ..row('C', "2026-04-10", None) };
        let rows = [row('A', "2026-12-01", None), outdated, early];
        let Err(Refusal::Rows(refused)) = edit(&mi_30(), &rows, None) else { panic!("refused") };
        assert_eq!(refused.iter().map(|(row, _)| *row).collect::<Vec<_>>(), [0, 1, 2]);
        assert_eq!(refused[0].1, Refusal::invalid("reason", Rule::Missing));
        assert!(matches!(refused[1].1, Refusal::Outdated { .. }));
        assert_eq!(refused[2].1, Refusal::invalid("done_on", Rule::After(today())));
        let nowhere = MilestoneRow { key: (LAMPS, MilestoneId(uuid::Uuid::nil())), ..row('A', "2026-12-01", None) };
        assert_eq!(edit(&mi_30(), &[nowhere], None), Err(Refusal::NotFound));
        assert_ne!(refused[0].1, Refusal::Impossible(Impossible::MilestoneDone));
    }

    #[test]
    fn mine_are_those_i_own_and_that_are_due_soon() {
        as_person(&mi_30(), LEAD, |seen| {
            assert_eq!(seen.my_milestones(60, day("2026-02-15")).len(), 3);
            assert_eq!(seen.open_milestones(LAMPS).len(), 4);
        });
        as_person(&mi_30(), EXECUTIVE, |seen| assert!(seen.my_milestones(60, day("2026-02-15")).is_empty()));
    }
}
