//! What one row about a site does: the site itself, where it has got to, and how many were reached there.
//!
//! A site is known by its innovation and its name. What a cell says takes the place of what is here, a blank cell
//! leaves it, and the day that was planned first stays. Another row about the same site tells of another step or
//! another period.
mod counted;
mod moved;
#[cfg(test)]
mod tests;

use super::{
    Fate, ImportField, ImportInput, ImportRow, ImportRule, ImportSaid, PlannedRow, SiteRow,
    named::{Named, plain},
    order::{Edits, Planned, with},
    plan::derived,
};
use crate::{
    Act, Decision, Edit, Eligible, Entry, ImportId, Innovation, InnovationId, Line, Portfolio, Seen, Site, SiteId,
    SiteInput, SiteKind,
};
use chrono::NaiveDate;
use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

pub(super) fn planned(seen: Seen, id: ImportId, input: &ImportInput, today: NaiveDate) -> Planned {
    let named = Named::new(seen, input, today);
    let mut planner =
        Planner { named, id, here: HashMap::new(), above: HashMap::new(), so_far: seen.portfolio.clone() };
    let (mut rows, mut edits) = (vec![], Edits::default());
    for row in &input.rows {
        let (row, brings) = planner.row(row.clone());
        rows.push(row);
        edits.extend(brings);
    }
    Planned { rows, edits: edits.all }
}

struct Planner<'a> {
    named: Named<'a>,
    id: ImportId,
    /// Sites by their plain names, of each innovation that a row names.
    here: HashMap<InnovationId, HashMap<String, SiteId>>,
    /// Sites that a row above tells of.
    above: HashMap<SiteId, Above>,
    /// As the good rows above leave it.
    so_far: Portfolio,
}

/// What rows of this file told of one site.
struct Above {
    /// The number of the first, and what it told.
    row: usize,
    told: Box<SiteRow>,
    points: BTreeSet<Point>,
}

/// One thing that happened at a site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Point {
    Live(NaiveDate),
    State(String, Option<NaiveDate>),
    Counted(NaiveDate),
}

/// What a row comes to, upon what the rows above leave.
struct Draft<'a> {
    seen: Seen<'a>,
    now: Portfolio,
    edits: Vec<Edit>,
}

impl Draft<'_> {
    fn seen(&self) -> Seen<'_> {
        Seen { portfolio: &self.now, ..self.seen }
    }

    fn take(&mut self, decision: Decision) {
        if !decision.edits.is_empty() {
            self.now = with(&self.now, self.seen, decision.edits.clone());
            self.edits.extend(decision.edits);
        }
    }
}

impl<'a> Planner<'a> {
    fn row(&mut self, mut row: ImportRow) -> (PlannedRow, Vec<Edit>) {
        let told = row.site.clone().unwrap_or_default();
        for (field, text) in [
            (ImportField::EligibleReason, told.eligible_reason.as_deref()),
            (ImportField::LeadPost, told.lead.as_deref()),
            (ImportField::StateReason, told.state_reason.as_deref()),
        ] {
            self.named.screen(&mut row, field, text);
        }
        let innovation = self.innovation(&mut row, &told);
        let number = innovation.map(|one| one.number);
        if told.name.is_none() {
            self.named.missing(&mut row, ImportField::Site);
        }
        let mut draft = Draft { seen: self.named.seen, now: self.so_far.clone(), edits: vec![] };
        let site = innovation.zip(told.name.as_ref()).and_then(|(innovation, name)| {
            let site = self.site_id(innovation.id, &plain(name));
            self.told_of(&mut row, &told, innovation.id, site, &mut draft);
            row.problems.is_empty().then_some(site)
        });
        let Some(site) = site else {
            return (PlannedRow { row, fate: Fate::Refused, innovation: number }, vec![]);
        };
        self.remember(&row, &told, site);
        let is_new = draft.edits.iter().any(|edit| edit.before.is_none() && edit.after.id() == site.0);
        let fate = match (is_new, draft.edits.is_empty()) {
            (true, _) => Fate::New,
            (_, true) => Fate::Unchanged,
            _ => Fate::Updated,
        };
        self.so_far = draft.now;
        (PlannedRow { row, fate, innovation: number }, draft.edits)
    }

    /// One that may be changed.
    fn innovation(&self, row: &mut ImportRow, told: &SiteRow) -> Option<&'a Arc<Innovation>> {
        let names = &self.named;
        let Some(called) = &told.innovation else {
            names.missing(row, ImportField::Innovation);
            return None;
        };
        let innovation =
            names.innovation(called).map_err(|rule| names.problem(row, ImportField::Innovation, rule)).ok()?;
        let may = names.seen.open_innovation(Act::EditInnovation, innovation.id);
        may.map_err(|refusal| names.refuse_all(row, refusal, column_of)).ok()
    }

    /// Of the site that is so called, or of the one that it becomes: the same import and row give the same id.
    fn site_id(&mut self, innovation: InnovationId, name: &str) -> SiteId {
        let seen = self.named.seen;
        let all = || seen.sites(innovation).map(|one| (plain(&one.name), one.id)).collect();
        let here = self.here.entry(innovation).or_insert_with(all);
        here.get(name).copied().unwrap_or_else(|| SiteId(derived(self.id, "site", &format!("{innovation}\n{name}"))))
    }

    /// All that a row says, each part upon the one before.
    fn told_of(
        &self,
        row: &mut ImportRow,
        told: &SiteRow,
        innovation: InnovationId,
        site: SiteId,
        draft: &mut Draft<'a>,
    ) {
        match self.above.get(&site) {
            Some(above) => self.compare(row, told, above),
            None => self.details(row, told, innovation, site, draft),
        }
        if row.problems.is_empty() {
            self.moved(row, told, innovation, site, draft);
        }
        if row.problems.is_empty() {
            self.counted(row, told, innovation, site, draft);
        }
    }

    /// The row above tells what it is; the same again is a row too many.
    fn compare(&self, row: &mut ImportRow, told: &SiteRow, above: &Above) {
        if differ(told, &above.told) {
            self.named.note(row, ImportField::Site, ImportSaid::FirstRowCounts(above.row));
        }
        if points(told).is_subset(&above.points) {
            self.named.problem(row, ImportField::Site, ImportRule::Repeated(above.row));
        }
    }

    /// What the row says of the place, and where it is silent what is here.
    fn details(
        &self,
        row: &mut ImportRow,
        told: &SiteRow,
        innovation: InnovationId,
        site: SiteId,
        draft: &mut Draft<'a>,
    ) {
        let names = &self.named;
        let Some(name) = told.name.clone() else { return };
        let before = names.seen.site(innovation, site).ok();
        let blank = SiteInput {
            name,
            kind: SiteKind::Other,
            organisation: None,
            council: None,
            eligible: Eligible::Unknown,
            eligible_reason: None,
            wave: None,
            eligible_people: None,
            planned_live_on: None,
            forecast_live_on: None,
            lead: None,
            adaptations: vec![],
        };
        let here = before.map_or(blank, |before| SiteInput::of(before));
        let label = |one: SiteKind| one.label().to_owned();
        let kind = names.choice(row, ImportField::Kind, told.kind.as_ref(), SiteKind::ALL, SiteKind::key, label);
        let eligible = self.eligible(row, told.eligible.as_ref());
        let council = names.council(row, ImportField::Council, told.council.as_ref());
        if let (Some(here), Some(told)) = (here.planned_live_on, told.planned_live_on)
            && here != told
        {
            names.note(row, ImportField::PlannedLive, ImportSaid::FirstPlanStays(here));
        }
        let people = self.people(row, ImportField::EligiblePeople, told.eligible_people);
        let input = SiteInput {
            kind: kind.unwrap_or(here.kind),
            organisation: told.organisation.clone().or(here.organisation),
            council: council.or(here.council),
            eligible: eligible.unwrap_or(here.eligible),
            eligible_reason: told.eligible_reason.clone().or(here.eligible_reason),
            // Too large for a wave is out of its range.
            wave: told.wave.map(|wave| u8::try_from(wave).unwrap_or(0)).or(here.wave),
            eligible_people: people.or(here.eligible_people),
            planned_live_on: here.planned_live_on.or(told.planned_live_on),
            forecast_live_on: told.forecast_live_on.or(here.forecast_live_on),
            lead: told.lead.clone().or(here.lead),
            ..here
        };
        names.refuse(row, &names.seen.site_problems(before.map(|one| &**one), &input), column_of);
        let entry = before.map_or_else(Entry::default, |before| before.entry);
        let after = input.into_site(site, entry, innovation);
        draft.take(match before {
            Some(before) => Decision::change(before, after),
            None => Decision::add::<Site>(after),
        });
    }

    /// Also by a letter alone.
    fn eligible(&self, row: &mut ImportRow, cell: Option<&Line>) -> Option<Eligible> {
        match cell.map(|cell| plain(cell)).as_deref() {
            Some("y") => Some(Eligible::Yes),
            Some("n") => Some(Eligible::No),
            _ => {
                let label = |one: Eligible| one.label().to_owned();
                self.named.choice(row, ImportField::Eligible, cell, Eligible::ALL, Eligible::key, label)
            }
        }
    }

    /// For the rows below.
    fn remember(&mut self, row: &ImportRow, told: &SiteRow, site: SiteId) {
        let first = || Above { row: row.number, told: Box::new(told.clone()), points: BTreeSet::new() };
        self.above.entry(site).or_insert_with(first).points.extend(points(told));
    }
}

fn points(told: &SiteRow) -> BTreeSet<Point> {
    let live = told.live_on.map(Point::Live);
    let state = told.state.as_ref().map(|state| Point::State(plain(state), told.state_on));
    let counted = told.reached.and(told.counted_to).map(Point::Counted);
    live.into_iter().chain(state).chain(counted).collect()
}

/// Whether a later row says of the place itself what the first one does not.
fn differ(later: &SiteRow, first: &SiteRow) -> bool {
    fn differs<T: PartialEq>(later: Option<&T>, first: Option<&T>) -> bool {
        later.is_some() && later != first
    }
    differs(later.kind.as_ref(), first.kind.as_ref())
        || differs(later.organisation.as_ref(), first.organisation.as_ref())
        || differs(later.council.as_ref(), first.council.as_ref())
        || differs(later.eligible.as_ref(), first.eligible.as_ref())
        || differs(later.eligible_reason.as_ref(), first.eligible_reason.as_ref())
        || differs(later.wave.as_ref(), first.wave.as_ref())
        || differs(later.planned_live_on.as_ref(), first.planned_live_on.as_ref())
        || differs(later.forecast_live_on.as_ref(), first.forecast_live_on.as_ref())
        || differs(later.lead.as_ref(), first.lead.as_ref())
}

/// Which column gave the answer to a field of the form.
fn column_of(field: &str) -> ImportField {
    match field {
        "eligible_reason" => ImportField::EligibleReason,
        "wave" => ImportField::Wave,
        "council" => ImportField::Council,
        "planned_live_on" => ImportField::PlannedLive,
        "forecast_live_on" => ImportField::ForecastLive,
        "from_on" => ImportField::CountedFrom,
        "to_on" => ImportField::CountedTo,
        "reached_people" => ImportField::Reached,
        _ => ImportField::Innovation,
    }
}
