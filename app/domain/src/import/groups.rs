//! What one row about a group does: it stands in the register, and towards the innovation that the row names.
//!
//! A group is known by its name, and how it stands by the innovation. What a cell says takes the place of what is here;
//! a blank cell leaves it.
use super::{
    Fate, ImportField, ImportInput, ImportRow, ImportRule, ImportSaid, PlannedRow, StakeholderRow,
    named::{Named, plain},
    order::Planned,
    plan::derived,
};
use crate::{
    Act, Decision, Edit, Entry, ImportId, Innovation, Rule, Seen, Stake, StakeId, StakeInput, Stakeholder,
    StakeholderId, StakeholderInput, StakeholderKind, Stance,
};
use chrono::NaiveDate;
use std::{
    collections::{HashMap, hash_map},
    sync::Arc,
};

pub(super) fn planned(seen: Seen, id: ImportId, input: &ImportInput, today: NaiveDate) -> Planned {
    let named = Named::new(seen, input, today);
    let mut planner = Planner { named, id, met: HashMap::new(), standing: HashMap::new() };
    let (mut rows, mut edits) = (vec![], vec![]);
    for row in &input.rows {
        let (row, new) = planner.row(row.clone());
        rows.push(row);
        edits.extend(new);
    }
    Planned { rows, edits }
}

struct Planner<'a> {
    named: Named<'a>,
    id: ImportId,
    /// Groups that a row above brings, with that row.
    met: HashMap<String, (StakeholderId, ImportRow)>,
    /// Rows that tell how a group stands, by innovation and group.
    standing: HashMap<(crate::InnovationId, StakeholderId), usize>,
}

impl Planner<'_> {
    fn row(&mut self, mut row: ImportRow) -> (PlannedRow, Vec<Edit>) {
        let told = row.stakeholder.clone().unwrap_or_default();
        let (group, mut decision) = self.group(&mut row, &told);
        let number = self.stake(&mut row, &told, group).map(|(number, stake)| {
            decision.edits.extend(stake.edits);
            number
        });
        let is_new = decision.edits.iter().any(|edit| edit.before.is_none() && edit.after.noun() == "stakeholder");
        let fate = match &*row.problems {
            [_, ..] => Fate::Refused,
            [] if is_new => Fate::New,
            [] if decision.edits.is_empty() => Fate::Unchanged,
            [] => Fate::Updated,
        };
        if fate == Fate::Refused {
            return (PlannedRow { row, fate, innovation: number }, vec![]);
        }
        self.remember(&row, &told, group);
        (PlannedRow { row, fate, innovation: number }, decision.edits)
    }

    /// The group that a row is about, and what becomes of it.
    fn group(&self, row: &mut ImportRow, told: &StakeholderRow) -> (Option<StakeholderId>, Decision) {
        let names = &self.named;
        let kinds = (StakeholderKind::ALL, StakeholderKind::key);
        let label = |one: StakeholderKind| one.label().to_owned();
        let kind = names.choice(row, ImportField::Kind, told.kind.as_ref(), kinds.0, kinds.1, label);
        let Some(name) = &told.name else {
            names.missing(row, ImportField::Stakeholder);
            return (None, Decision::default());
        };
        names.screen(row, ImportField::Stakeholder, Some(name));
        if let Some((id, first)) = self.met.get(&plain(name)) {
            if first.stakeholder.as_ref().is_some_and(|first| differ(told, first)) {
                names.note(row, ImportField::Stakeholder, ImportSaid::FirstRowCounts(first.number));
            }
            return (Some(*id), Decision::default());
        }
        if let Some(before) = names.group(name).and_then(|id| names.seen.stakeholder(id).ok()) {
            let after = Stakeholder {
                kind: kind.unwrap_or(before.kind),
                area: told.area.clone().or_else(|| before.area.clone()),
                characteristics: if told.speaks_for.is_empty() {
                    before.characteristics.clone()
                } else {
                    told.speaks_for.clone()
                },
                ..(**before).clone()
            };
            return (Some(before.id), Decision::change(before, after));
        }
        let id = StakeholderId(derived(self.id, "stakeholder", &plain(name)));
        let Some(kind) = kind else {
            names.missing(row, ImportField::Kind);
            return (None, Decision::default());
        };
        let (area, characteristics) = (told.area.clone(), told.speaks_for.clone());
        let input = StakeholderInput { name: name.clone(), kind, area, characteristics };
        (Some(id), Decision::add(input.stakeholder(id, Entry::default())))
    }

    /// How it stands, where the row says so: the number of the innovation, and what becomes of it.
    fn stake(
        &self,
        row: &mut ImportRow,
        told: &StakeholderRow,
        group: Option<StakeholderId>,
    ) -> Option<(u32, Decision)> {
        let Some(called) = &told.innovation else {
            if told.power.is_some() || told.interest.is_some() || told.impact.is_some() || told.target_level.is_some() {
                self.named.missing(row, ImportField::Innovation);
            } else if let Some((_, first)) = told.name.as_ref().and_then(|name| self.met.get(&plain(name))) {
                self.named.problem(row, ImportField::Stakeholder, ImportRule::Repeated(first.number));
            }
            return None;
        };
        let innovation = match self.named.innovation(called) {
            Ok(innovation) => innovation,
            Err(rule) => {
                self.named.problem(row, ImportField::Innovation, rule);
                return None;
            }
        };
        let number = innovation.number;
        if let Err(refusal) = self.named.seen.open_innovation(Act::EditStakeholders, innovation.id) {
            self.named.refuse_all(row, refusal, column_of);
            return Some((number, Decision::default()));
        }
        let decision = group.and_then(|group| self.standing(row, told, innovation, group));
        Some((number, decision.unwrap_or_default()))
    }

    fn standing(
        &self,
        row: &mut ImportRow,
        told: &StakeholderRow,
        innovation: &Innovation,
        group: StakeholderId,
    ) -> Option<Decision> {
        let (names, seen) = (&self.named, self.named.seen);
        if let Some(above) = self.standing.get(&(innovation.id, group)) {
            names.problem(row, ImportField::Stakeholder, ImportRule::Repeated(*above));
            return None;
        }
        let before = seen.stakes(innovation.id).find(|one| seen.stakeholder_now(one.stakeholder) == group);
        let input = self.stake_input(row, told, group, before)?;
        let mut problems = seen.stake_problems(&input);
        // A group that this very file brings is not in the register yet.
        problems.retain(|one| one.field != "stakeholder");
        let added_on = told.added_on.or(before.map(|one| one.added_on)).unwrap_or(names.today);
        if added_on > names.today {
            problems.push(crate::Problem::new("added_on", Rule::After(names.today)));
        }
        names.refuse(row, &problems, column_of);
        if told.anyway.is_none() && before.is_none() && input.may_fall_out() {
            names.note(row, ImportField::Impact, ImportSaid::MayFallOut);
        }
        let Some(before) = before else {
            let id = StakeId(derived(self.id, "stake", &format!("{}\n{group}", innovation.id)));
            return Some(Decision::add(input.stake(id, Entry::default(), innovation.id, added_on)));
        };
        let after = input.stake(before.id, before.entry, innovation.id, added_on);
        Some(Decision::change(before, Stake { stakeholder: before.stakeholder, ..after }))
    }

    /// What the row says, and where it is silent what is here.
    fn stake_input(
        &self,
        row: &mut ImportRow,
        told: &StakeholderRow,
        group: StakeholderId,
        before: Option<&Arc<Stake>>,
    ) -> Option<StakeInput> {
        let names = &self.named;
        let here = before.map(|one| StakeInput::of(one));
        let here = here.as_ref();
        let stance = |row: &mut ImportRow, field, cell: &Option<_>| {
            names.choice(row, field, cell.as_ref(), Stance::ALL, Stance::key, |one| one.label().to_owned())
        };
        // Too large for a number of the scale is out of its range.
        let score = |cell: Option<u32>| cell.map(|score| u8::try_from(score).unwrap_or(u8::MAX));
        let power = score(told.power).or(here.map(|one| one.power));
        let interest = score(told.interest).or(here.map(|one| one.interest));
        let impact = score(told.impact).or(here.map(|one| one.impact));
        let level = names.level(row, ImportField::TargetLevel, told.target_level.as_ref());
        let level = level.or(here.map(|one| one.target_level));
        let now = stance(row, ImportField::StanceNow, &told.stance_now);
        let wanted = stance(row, ImportField::StanceWanted, &told.stance_wanted);
        let owner = names.person(row, ImportField::Owner, told.owner.as_ref());
        let anyway = names.yes(row, ImportField::Anyway, told.anyway.as_ref());
        for (field, is_there) in [
            (ImportField::Power, power.is_some()),
            (ImportField::Interest, interest.is_some()),
            (ImportField::Impact, impact.is_some()),
            (ImportField::TargetLevel, level.is_some()),
        ] {
            if !is_there {
                names.missing(row, field);
            }
        }
        Some(StakeInput {
            stakeholder: group,
            power: power?,
            interest: interest?,
            impact: impact?,
            stance_now: now.or(here.and_then(|one| one.stance_now)),
            stance_wanted: wanted.or(here.and_then(|one| one.stance_wanted)),
            target_level: level?,
            cadence_days: told.cadence_days.or(here.and_then(|one| one.cadence_days)),
            owner: owner.or(here.and_then(|one| one.owner)),
            priority_anyway: anyway.unwrap_or(here.is_some_and(|one| one.priority_anyway)),
        })
    }

    /// For the rows below.
    fn remember(&mut self, row: &ImportRow, told: &StakeholderRow, group: Option<StakeholderId>) {
        let (Some(name), Some(group)) = (&told.name, group) else { return };
        if let hash_map::Entry::Vacant(place) = self.met.entry(plain(name)) {
            place.insert((group, row.clone()));
        }
        if let Some(Ok(innovation)) = told.innovation.as_ref().map(|called| self.named.innovation(called)) {
            self.standing.insert((innovation.id, group), row.number);
        }
    }
}

/// Whether a later row says of the group itself what the first one does not.
fn differ(later: &StakeholderRow, first: &StakeholderRow) -> bool {
    let differs = |later: &Option<crate::Line>, first: &Option<crate::Line>| later.is_some() && later != first;
    differs(&later.kind, &first.kind)
        || differs(&later.area, &first.area)
        || (!later.speaks_for.is_empty() && later.speaks_for != first.speaks_for)
}

/// Which column gave the answer to a field of the form.
fn column_of(field: &str) -> ImportField {
    match field {
        "power" => ImportField::Power,
        "interest" => ImportField::Interest,
        "impact" => ImportField::Impact,
        "cadence_days" => ImportField::Cadence,
        "owner" => ImportField::Owner,
        "added_on" => ImportField::AddedOn,
        _ => ImportField::Stakeholder,
    }
}

#[cfg(test)]
mod tests;
