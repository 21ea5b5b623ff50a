//! What a row says of an engagement, as the form would have it.
use super::{
    super::{EngagementRow, ImportField, ImportRow, ImportRule, ImportSaid},
    Planner,
};
use crate::{Consultation, Engagement, EngagementInput, EngagementMethod, Group, Innovation, StakeholderId};
use std::{collections::BTreeSet, sync::Arc};

impl Planner<'_> {
    /// What the row says, and where it is silent what is here.
    pub(super) fn input(
        &self,
        row: &mut ImportRow,
        told: &EngagementRow,
        about: &[&Arc<Innovation>],
        before: Option<&Arc<Engagement>>,
        new: &BTreeSet<StakeholderId>,
    ) -> Option<EngagementInput> {
        let names = &self.named;
        let here = before.map(|one| EngagementInput::of(one));
        let level = names.level(row, ImportField::Level, told.level.as_ref()).or(here.as_ref().map(|one| one.level));
        let methods = EngagementMethod::ALL;
        let label = |one: EngagementMethod| one.label().to_owned();
        let method =
            names.choice(row, ImportField::Method, told.method.as_ref(), methods, EngagementMethod::key, label);
        let groups = self.groups(row, told, here.as_ref(), new);
        let led_by = names.person(row, ImportField::LedBy, told.led_by.as_ref());
        let leaders: Vec<_> = told
            .leaders_present
            .iter()
            .filter_map(|name| names.person(row, ImportField::LeadersPresent, Some(name)))
            .collect();
        let here_asks = here.as_ref().and_then(|one| one.consultation.as_ref());
        let consultation = self.consultation(row, told, here_asks);
        if told.on.is_none() {
            names.missing(row, ImportField::MetOn);
        }
        if level.is_none() {
            names.missing(row, ImportField::Level);
        }
        if groups.is_empty() {
            names.missing(row, ImportField::Groups);
        }
        if !row.problems.is_empty() {
            return None;
        }
        let on = told.on?;
        let level = level?;
        let here = here.unwrap_or_else(|| EngagementInput {
            innovations: vec![],
            on,
            purpose: None,
            level,
            method: EngagementMethod::Other,
            led_by: None,
            leaders_present: vec![],
            groups: vec![],
            new_groups: vec![],
            partners: vec![],
            next_step: None,
            information_link: None,
            formats: vec![],
            languages: None,
            consultation: None,
        });
        Some(EngagementInput {
            innovations: about.iter().map(|one| one.id).collect(),
            on,
            purpose: told.purpose.clone().or(here.purpose),
            level,
            method: method.unwrap_or(here.method),
            led_by: led_by.or(here.led_by),
            leaders_present: if leaders.is_empty() { here.leaders_present } else { leaders },
            groups,
            next_step: told.next_step.clone().or(here.next_step),
            information_link: told.information_link.clone().or(here.information_link),
            consultation,
            ..here
        })
    }

    /// Both days make a consultation; one alone wants the other.
    fn consultation(
        &self,
        row: &mut ImportRow,
        told: &EngagementRow,
        here: Option<&Consultation>,
    ) -> Option<Consultation> {
        let names = &self.named;
        let still_open = names.yes(row, ImportField::StillOpen, told.still_open.as_ref());
        let service = names.yes(row, ImportField::ChangesService, told.changes_service.as_ref());
        let opened_on = told.opened_on.or(here.map(|one| one.opened_on));
        let closed_on = told.closed_on.or(here.map(|one| one.closed_on));
        let (Some(opened_on), Some(closed_on)) = (opened_on, closed_on) else {
            if opened_on.is_some() {
                names.missing(row, ImportField::ClosedOn);
            }
            if closed_on.is_some() {
                names.missing(row, ImportField::OpenedOn);
            }
            return None;
        };
        Some(Consultation {
            opened_on,
            closed_on,
            decision_still_open: still_open.unwrap_or(here.is_some_and(|one| one.decision_still_open)),
            changes_service: service.unwrap_or(here.is_some_and(|one| one.changes_service)),
            decision: here.and_then(|one| one.decision),
        })
    }

    /// Those that the row names; of one that was there already the number stays where the row gives none.
    fn groups(
        &self,
        row: &mut ImportRow,
        told: &EngagementRow,
        here: Option<&EngagementInput>,
        new: &BTreeSet<StakeholderId>,
    ) -> Vec<Group> {
        let names = &self.named;
        let before = here.map_or(&[][..], |one| &one.groups);
        if told.groups.is_empty() {
            return before.to_vec();
        }
        let mut groups: Vec<Group> = vec![];
        for one in &told.groups {
            let Some(stakeholder) = names.group(&one.name) else {
                names.problem(row, ImportField::Groups, ImportRule::NoSuchGroup(one.name.to_string()));
                continue;
            };
            if groups.iter().any(|other| other.stakeholder == stakeholder) {
                continue;
            }
            if new.contains(&stakeholder) {
                names.note(row, ImportField::Groups, ImportSaid::NewGroup(one.name.to_string()));
            }
            let is_same = |other: &&Group| names.seen.stakeholder_now(other.stakeholder) == stakeholder;
            let was = before.iter().find(is_same);
            let id = was.map_or(stakeholder, |was| was.stakeholder);
            groups.push(Group { stakeholder: id, people: one.people.or(was.and_then(|was| was.people)) });
        }
        groups
    }
}
