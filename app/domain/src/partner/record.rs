//! Naming partners, changing what is said of them, and ending with thanks.
use super::{Partner, PartnerRole};
use crate::{
    Act, Decision, Entry, Impossible, InnovationId, Line, MembershipId, Name, PartnerId, Problem, Reason, Refusal,
    Role, Rule, Seen, Version, seen::plausible,
};
use chrono::NaiveDate;
use std::sync::Arc;

/// What somebody says of a partner, new or changed.
#[derive(Clone, Debug)]
pub struct PartnerInput {
    pub name: Name,
    pub organisation: Option<Name>,
    pub role: PartnerRole,
    pub on_board: bool,
    /// The place of a viewer.
    pub can_read: Option<MembershipId>,
    pub contact_title: Option<Line>,
    /// Never in the future.
    pub from_on: NaiveDate,
    pub pledge: Option<Reason>,
}

#[derive(Clone, Debug)]
pub struct EndPartnerInput {
    /// The last day.
    pub to_on: NaiveDate,
    pub reason: Reason,
}

impl<'a> Seen<'a> {
    /// # Errors
    /// `NotFound` when it is not there or may not be seen.
    pub fn partner(self, innovation: InnovationId, id: PartnerId) -> Result<&'a Arc<Partner>, Refusal> {
        self.innovation(innovation)?;
        self.portfolio.shelves.partners.get(&(innovation, id)).ok_or(Refusal::NotFound)
    }

    pub fn add_partner(
        self,
        id: PartnerId,
        innovation: InnovationId,
        input: PartnerInput,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let innovation = self.open_innovation(Act::EditPartners, innovation)?;
        Refusal::unless_sound(self.partner_problems(innovation.id, None, &input, today))?;
        let PartnerInput { name, organisation, role, on_board, can_read, contact_title, from_on, pledge } = input;
        Ok(Decision::add(Partner {
            id,
            entry: Entry::default(),
            innovation: innovation.id,
            name,
            organisation,
            role,
            on_board,
            can_read,
            contact_title,
            from_on,
            to_on: None,
            pledge,
            views: vec![],
        }))
    }

    /// What it said and when it ended stays.
    pub fn edit_partner(
        self,
        innovation: InnovationId,
        id: PartnerId,
        input: PartnerInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditPartners, innovation)?;
        let before = self.partner(innovation, id)?;
        Refusal::unless_seen(seen, before)?;
        let mut problems = self.partner_problems(innovation, Some(before), &input, today);
        let first = before.views.iter().map(|view| view.on).chain(before.to_on).min();
        if let Some(first) = first.filter(|first| input.from_on > *first) {
            problems.push(Problem::new("from_on", Rule::After(first)));
        }
        Refusal::unless_sound(problems)?;
        let PartnerInput { name, organisation, role, on_board, can_read, contact_title, from_on, pledge } = input;
        let kept = (**before).clone();
        let after = Partner { name, organisation, role, on_board, can_read, contact_title, from_on, pledge, ..kept };
        Ok(Decision::change(before, after))
    }

    /// Once; what the partner did and said stays.
    pub fn end_partner(
        self,
        innovation: InnovationId,
        id: PartnerId,
        input: EndPartnerInput,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditPartners, innovation)?;
        let before = self.partner(innovation, id)?;
        Refusal::unless_seen(seen, before)?;
        if before.to_on.is_some() {
            return Err(Refusal::Impossible(Impossible::PartnerEnded));
        }
        let mut problems: Vec<_> = plausible("to_on", input.to_on).into_iter().collect();
        if input.to_on < before.from_on {
            problems.push(Problem::new("to_on", Rule::Before(before.from_on)));
        }
        Refusal::unless_sound(problems)?;
        let after = Partner { to_on: Some(input.to_on), ..(**before).clone() };
        Ok(Decision::change(before, after).because(Some(input.reason)))
    }

    fn partner_problems(
        self,
        innovation: InnovationId,
        before: Option<&Partner>,
        input: &PartnerInput,
        today: NaiveDate,
    ) -> Vec<Problem> {
        let mut problems: Vec<_> = plausible("from_on", input.from_on).into_iter().collect();
        if input.from_on > today {
            problems.push(Problem::new("from_on", Rule::After(today)));
        }
        let reads = |id| self.membership(id).is_some_and(|one| one.role == Role::Viewer && one.is_current(today));
        let stays = before.is_some_and(|before| before.can_read == input.can_read);
        if !stays && input.can_read.is_some_and(|id| !reads(id)) {
            problems.push(Problem::new("can_read", Rule::Choose));
        }
        let same = |one: &&Arc<Partner>| {
            one.is_current(today)
                && before.is_none_or(|before| before.id != one.id)
                && one.name.to_lowercase() == input.name.to_lowercase()
        };
        let is_open = before.is_none_or(|before| before.is_current(today));
        if is_open && self.partners(innovation).any(|one| same(&one)) {
            problems.push(Problem::new("name", Rule::Taken));
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Portfolio, testing::*};
    use uuid::Uuid;

    fn input() -> PartnerInput {
        PartnerInput {
            name: text("Lighting trust"),
            organisation: Some(text("Regional energy group")),
            role: PartnerRole::Delivery,
            on_board: true,
            can_read: Some(place(VIEWER)),
            contact_title: Some(text("Head of operations")),
            from_on: day("2026-02-01"),
            pledge: Some(text("Two crews for a year")),
        }
    }

    fn add(portfolio: &Portfolio, input: PartnerInput) -> Result<Decision, Refusal> {
        let id = PartnerId(Uuid::from_u128(461));
        as_person(portfolio, LEAD, |seen| seen.add_partner(id, LAMPS, input, today()))
    }

    #[test]
    fn a_partner_is_sound_or_says_what_to_mend() {
        for (field, rule, input) in [
            ("from_on", Rule::After(today()), PartnerInput { from_on: day("2026-11-25"), ..input() }),
            ("can_read", Rule::Choose, PartnerInput { can_read: Some(place(MANAGER)), ..input() }),
        ] {
            assert_eq!(add(&portfolio(), input), Err(Refusal::invalid(field, rule)));
        }
        let named = applied(&portfolio(), Decision::add(partner()));
        let again = PartnerInput { name: text("lighting Trust"), ..input() };
        assert_eq!(add(&named, again), Err(Refusal::invalid("name", Rule::Taken)));
        assert!(add(&portfolio(), input()).is_ok());
    }

    #[test]
    fn a_partner_ends_once_and_may_come_back_under_its_name() {
        let before = applied(&portfolio(), Decision::add(partner()));
        let end = |portfolio: &Portfolio, to_on: &str, version| {
            let input = EndPartnerInput { to_on: day(to_on), reason: text("The contract has run out") };
            as_person(portfolio, LEAD, |seen| seen.end_partner(LAMPS, partner().id, input, Version(version)))
        };
        let refused = Refusal::invalid("to_on", Rule::Before(day("2026-01-01")));
        assert_eq!(end(&before, "2025-12-31", 1), Err(refused));
        assert!(matches!(end(&before, "2026-11-20", 7), Err(Refusal::Outdated { .. })));
        let ended = applied(&before, end(&before, "2026-11-20", 1).expect("allowed"));
        assert_eq!(end(&ended, "2026-11-21", 2), Err(Refusal::Impossible(Impossible::PartnerEnded)));
        assert!(add(&ended, input()).is_ok());
    }

    #[test]
    fn an_edit_keeps_what_the_partner_said() {
        let before = applied(&portfolio(), Decision::add(partner()));
        let view = crate::PartnerViewInput {
            on: day("2026-03-01"),
            confidence: crate::Confidence::AtRisk,
            said: text("Crews are short"),
            kept: None,
        };
        let spoken =
            after(&before, LEAD, |seen| seen.say_partner_view(LAMPS, partner().id, view, Version::FIRST, today()));
        let edit = |from_on: &str| {
            let input = PartnerInput { from_on: day(from_on), ..input() };
            as_person(&spoken, MANAGER, |seen| seen.edit_partner(LAMPS, partner().id, input, Version(2), today()))
        };
        assert_eq!(edit("2026-03-02"), Err(Refusal::invalid("from_on", Rule::After(day("2026-03-01")))));
        let edited = applied(&spoken, edit("2026-02-01").expect("allowed"));
        let found = as_person(&edited, LEAD, |seen| seen.partner(LAMPS, partner().id).cloned()).expect("there");
        assert_eq!((found.views.len(), found.on_board, &**found.body()), (1, true, "Regional energy group"));
    }

    #[test]
    fn who_is_not_named_edits_no_partners() {
        let id = partner().id;
        let refused = as_person(&portfolio(), ADMINISTRATOR, |seen| seen.add_partner(id, LAMPS, input(), today()));
        assert_eq!(refused, Err(Refusal::NotAllowed(Act::EditPartners)));
    }
}
