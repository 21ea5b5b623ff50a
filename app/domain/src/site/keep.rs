//! Listing the places where it may go, and changing what is said of one.
use super::{Adaptation, AdaptationOf, Eligible, Site, SiteKind};
use crate::{
    Act, CouncilId, Decision, Entry, InnovationId, Line, Name, OrganisationKind, Problem, Reason, Refusal, Rule, Seen,
    SiteId, Version, seen::plausible,
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What somebody says of a site, new or changed.
#[derive(Clone, Debug)]
pub struct SiteInput {
    pub name: Name,
    pub kind: SiteKind,
    pub organisation: Option<Name>,
    /// In a partnership a member council; in a council refused.
    pub council: Option<CouncilId>,
    pub eligible: Eligible,
    /// Required where it is not.
    pub eligible_reason: Option<Reason>,
    pub wave: Option<u8>,
    pub eligible_people: Option<u32>,
    /// Once set it stays.
    pub planned_live_on: Option<NaiveDate>,
    pub forecast_live_on: Option<NaiveDate>,
    pub lead: Option<Line>,
    pub adaptations: Vec<Adaptation>,
}

/// One row of many that change at once.
#[derive(Clone, Debug)]
pub struct SiteEdit {
    pub site: SiteId,
    pub seen: Version,
    pub input: SiteInput,
}

impl SiteInput {
    /// As it stands, to change a part of it.
    #[must_use]
    pub fn of(site: &Site) -> Self {
        let one = site.clone();
        Self {
            name: one.name,
            kind: one.kind,
            organisation: one.organisation,
            council: one.council,
            eligible: one.eligible,
            eligible_reason: one.eligible_reason,
            wave: one.wave,
            eligible_people: one.eligible_people,
            planned_live_on: one.planned_live_on,
            forecast_live_on: one.forecast_live_on,
            lead: one.lead,
            adaptations: one.adaptations,
        }
    }

    pub(crate) fn into_site(self, id: SiteId, entry: Entry, innovation: InnovationId) -> Site {
        Site {
            id,
            entry,
            innovation,
            name: self.name,
            kind: self.kind,
            organisation: self.organisation,
            council: self.council,
            eligible: self.eligible,
            eligible_reason: self.eligible_reason,
            wave: self.wave,
            eligible_people: self.eligible_people,
            planned_live_on: self.planned_live_on,
            forecast_live_on: self.forecast_live_on,
            lead: self.lead,
            adaptations: self.adaptations,
        }
    }
}

impl Seen<'_> {
    pub fn add_site(self, id: SiteId, innovation: InnovationId, input: SiteInput) -> Result<Decision, Refusal> {
        self.add_sites(innovation, &[(id, input)]).map_err(one_row)
    }

    /// All of them, or none: a list that was typed or pasted.
    ///
    /// # Errors
    /// `Rows` with what is wrong in each row that cannot be kept.
    pub fn add_sites(self, innovation: InnovationId, rows: &[(SiteId, SiteInput)]) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        let mut names: BTreeSet<String> = self.sites(innovation).map(|one| one.name.to_lowercase()).collect();
        Decision::of_rows(rows, |(id, input)| {
            let mut problems = self.site_problems(None, input);
            if !names.insert(input.name.to_lowercase()) {
                problems.push(Problem::new("name", Rule::Taken));
            }
            Refusal::unless_sound(problems)?;
            Ok(Decision::add(input.clone().into_site(*id, Entry::default(), innovation)))
        })
    }

    pub fn edit_site(
        self,
        innovation: InnovationId,
        id: SiteId,
        input: SiteInput,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        self.edit_sites(innovation, &[SiteEdit { site: id, seen, input }]).map_err(one_row)
    }

    /// All of them, or none.
    ///
    /// # Errors
    /// `Rows` with what is wrong in each row that cannot be kept.
    pub fn edit_sites(self, innovation: InnovationId, rows: &[SiteEdit]) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        let edited: Vec<_> = rows.iter().map(|row| row.site).collect();
        let kept = self.sites(innovation).filter(|one| !edited.contains(&one.id));
        let mut names: BTreeSet<String> = kept.map(|one| one.name.to_lowercase()).collect();
        Decision::of_rows(rows, |row| {
            let before = self.site(innovation, row.site)?;
            Refusal::unless_seen(row.seen, before)?;
            let mut problems = self.site_problems(Some(before), &row.input);
            if !names.insert(row.input.name.to_lowercase()) {
                problems.push(Problem::new("name", Rule::Taken));
            }
            Refusal::unless_sound(problems)?;
            Ok(Decision::change(before, row.input.clone().into_site(before.id, before.entry, innovation)))
        })
    }

    pub(crate) fn site_problems(self, before: Option<&Site>, input: &SiteInput) -> Vec<Problem> {
        let days = [("planned_live_on", input.planned_live_on), ("forecast_live_on", input.forecast_live_on)];
        let mut problems: Vec<_> = days.into_iter().filter_map(|(field, day)| plausible(field, day?)).collect();
        let planned = before.and_then(|before| before.planned_live_on);
        if planned.is_some() && planned != input.planned_live_on {
            problems.push(Problem::new("planned_live_on", Rule::FirstPlan));
        }
        if input.eligible == Eligible::No && input.eligible_reason.is_none() {
            problems.push(Problem::new("eligible_reason", Rule::Missing));
        }
        if input.wave == Some(0) {
            problems.push(Problem::new("wave", Rule::OutOfRange(1, u8::MAX.into())));
        }
        problems.extend(self.unknown_council(input.council));
        let approvers = input.adaptations.iter().filter_map(|one| one.approved_by);
        if approvers.into_iter().any(|by| self.membership(by).is_none()) {
            problems.push(Problem::new("approved_by", Rule::Choose));
        }
        problems
    }

    /// Outside partnerships no council is named.
    pub(crate) fn unknown_council(self, council: Option<CouncilId>) -> Option<Problem> {
        let council = council?;
        let known = self.organisation().kind == OrganisationKind::Partnership && self.council(council).is_some();
        (!known).then_some(Problem::new("council", Rule::Choose))
    }
}

/// What was wrong with the only row is told without its number.
pub(super) fn one_row(refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::Rows(mut rows) if rows.len() == 1 => rows.remove(0).1,
        other => other,
    }
}

impl Site {
    /// Changes around the core that somebody answers for: they do not lower fidelity.
    pub fn approved_adaptations(&self) -> impl Iterator<Item = &Adaptation> {
        self.adaptations.iter().filter(|one| one.of == AdaptationOf::Peripheral && one.approved_by.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Portfolio, testing::*};

    fn two() -> Portfolio {
        with_sites(&[(site(1), vec![]), (site(2), vec![])])
    }

    fn edit(number: u32, input: SiteInput) -> SiteEdit {
        SiteEdit { site: site(number).id, seen: Version::FIRST, input }
    }

    #[test]
    fn what_is_wrong_in_one_of_many_sites_is_told_with_its_row_and_none_is_kept() {
        let new = |number, input| (site(number).id, input);
        let rows = [
            new(3, SiteInput::of(&site(3))),
            new(4, SiteInput { name: text("ward 1"), ..SiteInput::of(&site(4)) }),
            new(5, SiteInput { eligible: Eligible::No, ..SiteInput::of(&site(5)) }),
            new(6, SiteInput { name: text("Ward 3"), wave: Some(0), ..SiteInput::of(&site(6)) }),
        ];
        let add = |rows: &[(SiteId, SiteInput)]| as_person(&two(), LEAD, |seen| seen.add_sites(LAMPS, rows));
        let refused = vec![
            (1, Refusal::invalid("name", Rule::Taken)),
            (2, Refusal::invalid("eligible_reason", Rule::Missing)),
            (
                3,
                Refusal::Invalid(vec![
                    Problem::new("wave", Rule::OutOfRange(1, 255)),
                    Problem::new("name", Rule::Taken),
                ]),
            ),
        ];
        assert_eq!(add(&rows), Err(Refusal::Rows(refused)));
        assert_eq!(add(&rows[..1]).map(|decision| decision.edits.len()), Ok(1));
    }

    #[test]
    fn the_first_plan_of_a_site_stays_and_its_forecast_moves() {
        let change = |input| as_person(&two(), LEAD, |seen| seen.edit_sites(LAMPS, &[edit(1, input)]));
        let later = SiteInput { planned_live_on: Some(day("2027-01-01")), ..SiteInput::of(&site(1)) };
        assert_eq!(change(later), Err(Refusal::Rows(vec![(0, Refusal::invalid("planned_live_on", Rule::FirstPlan))])));
        let slipped = SiteInput { forecast_live_on: Some(day("2027-01-01")), ..SiteInput::of(&site(1)) };
        assert_eq!(change(slipped).map(|decision| decision.edits.len()), Ok(1));
    }

    #[test]
    fn two_sites_may_change_names_with_each_other_in_one_decision() {
        let named = |name: &str, number| SiteInput { name: text(name), ..SiteInput::of(&site(number)) };
        let swap = [edit(1, named("Ward 2", 1)), edit(2, named("Ward 1", 2))];
        let decision = as_person(&two(), LEAD, |seen| seen.edit_sites(LAMPS, &swap)).expect("allowed");
        assert_eq!(decision.edits.len(), 2);
    }

    #[test]
    fn who_is_not_named_lists_no_sites_and_a_viewer_sees_none() {
        let add = |person| as_person(&two(), person, |seen| seen.add_site(site(3).id, LAMPS, SiteInput::of(&site(3))));
        assert_eq!(add(ADMINISTRATOR), Err(Refusal::NotAllowed(Act::EditInnovation)));
        assert_eq!(add(VIEWER), Err(Refusal::NotFound));
        as_person(&two(), VIEWER, |seen| assert_eq!(seen.sites(LAMPS).count(), 0));
    }
}
