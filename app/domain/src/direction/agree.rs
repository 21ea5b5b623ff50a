//! Agreeing, changing and closing priority areas and the outcomes they are for.
use super::{ClosedReason, Outcome, PriorityArea};
use crate::{
    Act, Decision, Entry, Impossible, MeasureOf, MembershipId, OutcomeId, PriorityAreaId, Problem, Reason, Refusal,
    Rule, Seen, Side, Title, Version, seen::plausible,
};
use chrono::NaiveDate;
use std::sync::Arc;

/// What leaders say of a priority area, new or changed.
#[derive(Clone, Debug)]
pub struct PriorityAreaInput {
    pub title: Title,
    pub active_from: NaiveDate,
    pub political_sponsor: Option<MembershipId>,
    pub officer_sponsor: Option<MembershipId>,
    /// The next review that was agreed.
    pub review_on: Option<NaiveDate>,
}

#[derive(Clone, Debug)]
pub struct ClosePriorityAreaInput {
    /// The last day on which it is active.
    pub active_to: NaiveDate,
    pub closed_reason: ClosedReason,
    pub reason: Option<Reason>,
}

#[derive(Clone, Debug)]
pub struct OutcomeInput {
    /// What will be different, for whom, by when.
    pub statement: Reason,
}

impl<'a> Seen<'a> {
    pub fn add_priority_area(
        self,
        id: PriorityAreaId,
        input: PriorityAreaInput,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.must(Act::EditDirection, None)?;
        Refusal::unless_sound(self.area_problems(id, &input, None, today))?;
        Ok(Decision::add(PriorityArea {
            id,
            entry: Entry::default(),
            title: input.title,
            active_from: input.active_from,
            active_to: None,
            closed_reason: None,
            political_sponsor: input.political_sponsor,
            officer_sponsor: input.officer_sponsor,
            review_on: input.review_on,
        }))
    }

    pub fn edit_priority_area(
        self,
        id: PriorityAreaId,
        input: PriorityAreaInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.open_area(id)?;
        Refusal::unless_seen(seen, before)?;
        Refusal::unless_sound(self.area_problems(id, &input, Some(before), today))?;
        let after = PriorityArea {
            title: input.title,
            active_from: input.active_from,
            political_sponsor: input.political_sponsor,
            officer_sponsor: input.officer_sponsor,
            review_on: input.review_on,
            ..(**before).clone()
        };
        Ok(Decision::change(before, after))
    }

    /// Its innovations stay linked to it and are then without an active priority area: a gap that is listed.
    pub fn close_priority_area(
        self,
        id: PriorityAreaId,
        input: ClosePriorityAreaInput,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        let before = self.open_area(id)?;
        Refusal::unless_seen(seen, before)?;
        let mut problems: Vec<_> = plausible("active_to", input.active_to).into_iter().collect();
        if input.active_to < before.active_from {
            problems.push(Problem::new("active_to", Rule::Before(before.active_from)));
        }
        Refusal::unless_sound(problems)?;
        let after = PriorityArea {
            active_to: Some(input.active_to),
            closed_reason: Some(input.closed_reason),
            ..(**before).clone()
        };
        Ok(Decision::change(before, after).because(input.reason))
    }

    /// Closed by mistake, or taken up again: active as if it had never been closed.
    pub fn reopen_priority_area(self, id: PriorityAreaId, reason: Reason, seen: Version) -> Result<Decision, Refusal> {
        let before = self.priority_area(id).ok_or(Refusal::NotFound)?;
        self.must(Act::EditDirection, None)?;
        Refusal::unless_seen(seen, before)?;
        let after = PriorityArea { active_to: None, closed_reason: None, ..(**before).clone() };
        Ok(Decision::change(before, after).because(Some(reason)))
    }

    pub fn add_outcome(
        self,
        id: OutcomeId,
        priority_area: PriorityAreaId,
        input: OutcomeInput,
    ) -> Result<Decision, Refusal> {
        self.open_area(priority_area)?;
        Ok(Decision::add(Outcome { id, entry: Entry::default(), priority_area, statement: input.statement }))
    }

    pub fn edit_outcome(
        self,
        priority_area: PriorityAreaId,
        id: OutcomeId,
        input: OutcomeInput,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        let before = self.outcome(priority_area, id)?;
        self.open_area(priority_area)?;
        Refusal::unless_seen(seen, before)?;
        Ok(Decision::change(before, Outcome { statement: input.statement, ..(**before).clone() }))
    }

    /// Only without measures: those are removed first, each on purpose.
    pub fn remove_outcome(
        self,
        priority_area: PriorityAreaId,
        id: OutcomeId,
        reason: Reason,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        let before = self.outcome(priority_area, id)?;
        self.open_area(priority_area)?;
        Refusal::unless_seen(seen, before)?;
        if self.measures_of(MeasureOf::Outcome(id)).next().is_some() {
            return Err(Refusal::Impossible(Impossible::OutcomeHasMeasures));
        }
        Ok(Decision::remove(before).because(Some(reason)))
    }

    /// A priority area that somebody may edit and that has not been closed.
    pub(super) fn open_area(self, id: PriorityAreaId) -> Result<&'a Arc<PriorityArea>, Refusal> {
        let area = self.priority_area(id).ok_or(Refusal::NotFound)?;
        self.must(Act::EditDirection, None)?;
        if area.active_to.is_some() {
            return Err(Refusal::Impossible(Impossible::PriorityAreaClosed));
        }
        Ok(area)
    }

    fn area_problems(
        self,
        id: PriorityAreaId,
        input: &PriorityAreaInput,
        before: Option<&PriorityArea>,
        today: NaiveDate,
    ) -> Vec<Problem> {
        let mut problems: Vec<_> = plausible("active_from", input.active_from).into_iter().collect();
        problems.extend(input.review_on.and_then(|day| plausible("review_on", day)));
        if input.review_on.is_some_and(|day| day < input.active_from) {
            problems.push(Problem::new("review_on", Rule::Before(input.active_from)));
        }
        let same_title = |one: &&Arc<PriorityArea>| one.id != id && one.active_to.is_none() && one.title == input.title;
        if self.priority_areas().any(|one| same_title(&one)) {
            problems.push(Problem::new("title", Rule::Taken));
        }
        let sponsors = [
            (
                "political_sponsor",
                input.political_sponsor,
                before.and_then(|one| one.political_sponsor),
                Side::Political,
            ),
            ("officer_sponsor", input.officer_sponsor, before.and_then(|one| one.officer_sponsor), Side::Managerial),
        ];
        for (field, chosen, was, side) in sponsors {
            // Whoever was chosen before may stay: that they are no longer in post is shown as a gap.
            if chosen.is_some() && chosen != was && !self.is_in_post(chosen, side, today) {
                problems.push(Problem::new(field, Rule::Choose));
            }
        }
        problems
    }

    /// Whether somebody of that side holds the place today.
    pub(super) fn is_in_post(self, sponsor: Option<MembershipId>, side: Side, today: NaiveDate) -> bool {
        sponsor.and_then(|id| self.membership(id)).is_some_and(|one| one.side == side && one.is_current(today))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::direction::testing::*;
    use crate::testing::*;

    #[test]
    fn a_priority_area_is_agreed_changed_and_closed_with_a_reason() {
        let agreed = after(&led(), MANAGER, |seen| seen.add_priority_area(CARE, area("Care at home"), today()));
        let other = PriorityAreaId(uuid::Uuid::from_u128(701));
        let again = as_person(&agreed, EXECUTIVE, |seen| seen.add_priority_area(other, area("Care at home"), today()));
        assert_eq!(again, Err(Refusal::invalid("title", Rule::Taken)));
        let changed = after(&agreed, EXECUTIVE, |seen| {
            seen.edit_priority_area(CARE, area("Care near home"), Version::FIRST, today())
        });
        let close = |active_to, seen: Version| {
            let input = ClosePriorityAreaInput {
                active_to: day(active_to),
                closed_reason: ClosedReason::Achieved,
                reason: None,
            };
            as_person(&changed, MANAGER, |all| all.close_priority_area(CARE, input, seen))
        };
        assert!(matches!(close("2026-11-24", Version::FIRST), Err(Refusal::Outdated { .. })));
        let early = Err(Refusal::invalid("active_to", Rule::Before(day("2026-04-01"))));
        assert_eq!(close("2026-03-31", Version(2)), early);
        let closed = applied(&changed, close("2026-11-24", Version(2)).expect("may"));
        as_person(&closed, MANAGER, |seen| {
            let found = seen.priority_area(CARE).expect("there");
            assert!(found.is_active(today()) && !found.is_active(day("2026-11-25")));
            let refused = seen.add_outcome(HOME, CARE, outcome("Too late"));
            assert_eq!(refused, Err(Refusal::Impossible(Impossible::PriorityAreaClosed)));
        });
        let opened = after(&closed, MANAGER, |seen| seen.reopen_priority_area(CARE, text("A slip"), Version(3)));
        as_person(&opened, MANAGER, |seen| assert!(seen.priority_area(CARE).is_some_and(|one| one.is_active(today()))));
    }

    #[test]
    fn a_sponsor_is_in_post_and_of_the_right_side() {
        let swapped = PriorityAreaInput {
            political_sponsor: Some(place(EXECUTIVE)),
            officer_sponsor: Some(MembershipId(uuid::Uuid::nil())),
            ..area("Care at home")
        };
        let refused = as_person(&led(), MANAGER, |seen| seen.add_priority_area(CARE, swapped, today()));
        let choose = ["political_sponsor", "officer_sponsor"].map(|field| Problem::new(field, Rule::Choose));
        assert_eq!(refused, Err(Refusal::Invalid(choose.into())));
    }

    #[test]
    fn an_outcome_with_measures_stays() {
        let before = with_measure();
        let remove = |portfolio: &crate::Portfolio, version| {
            as_person(portfolio, MANAGER, |seen| seen.remove_outcome(CARE, HOME, text("Merged"), version))
        };
        assert_eq!(remove(&before, Version::FIRST), Err(Refusal::Impossible(Impossible::OutcomeHasMeasures)));
        let bare = after(&before, MANAGER, |seen| seen.remove_measure(CALLS, text("Not needed"), Version::FIRST));
        let gone = applied(&bare, remove(&bare, Version::FIRST).expect("may"));
        as_person(&gone, MANAGER, |seen| assert_eq!(seen.outcomes(CARE).count(), 0));
    }

    #[test]
    fn only_those_who_may_agree_the_direction_do() {
        for person in [ADMINISTRATOR, LEAD, VIEWER] {
            let refused = as_person(&led(), person, |seen| seen.add_priority_area(CARE, area("Care"), today()));
            assert_eq!(refused, Err(Refusal::NotAllowed(Act::EditDirection)));
        }
    }
}
