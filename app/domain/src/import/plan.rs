//! What one row does: a new innovation with its first records, or more about one that is here.
//!
//! Of an innovation that is here nothing is touched but what the file is about: another update, a forecast, a budget
//! line. Title and summary stay as they are, because a record does not tell whether a person has reworded them. Only
//! of an innovation that the same file brings does a later report give the name.
use super::{
    Fate, ImportField, ImportInput, ImportNote, ImportProblem, ImportRow, ImportRule, ImportSaid, PlannedRow,
    order::repeats,
};
use crate::{
    Baseline, BudgetKind, BudgetLine, BudgetLineId, Decision, Edit, Entry, ExternalRef, Forecast, ImportId, Innovation,
    InnovationId, Milestone, MilestoneId, MilestoneKind, MoveOutcome, OrganisationKind, Pence, Place, Post, PostKind,
    Seen, StageMove, StageMoveId, StatusUpdate, StatusUpdateId, Title,
};
use chrono::{Datelike, NaiveDate};
use std::{collections::HashMap, sync::Arc};
use uuid::Uuid;

/// Goes through the rows once and knows what is here.
pub(super) struct Planner<'a> {
    seen: Seen<'a>,
    id: ImportId,
    input: &'a ImportInput,
    today: NaiveDate,
    by_reference: HashMap<ExternalRef, &'a Arc<Innovation>>,
    by_title: HashMap<String, Vec<&'a Arc<Innovation>>>,
    next_number: u32,
}

impl<'a> Planner<'a> {
    pub fn new(seen: Seen<'a>, id: ImportId, input: &'a ImportInput, today: NaiveDate) -> Self {
        let mut by_reference = HashMap::new();
        let mut by_title: HashMap<String, Vec<_>> = HashMap::new();
        for one in seen.innovations() {
            by_title.entry(one.title.to_lowercase()).or_default().push(one);
            if let Some(reference) = &one.external_ref {
                by_reference.insert(reference.clone(), one);
            }
        }
        Self { seen, id, input, today, by_reference, by_title, next_number: seen.portfolio.next_number() }
    }

    /// `above`: the row that says the same of the same day.
    pub fn row(&mut self, mut row: ImportRow, above: Option<usize>) -> (PlannedRow, Vec<Edit>) {
        let on = self.report_day(&mut row);
        row.problems.extend(above.map(|above| repeats(self.input, above)));
        if row.start.zip(row.end).is_some_and(|(start, end)| end < start) {
            row.problems.push(self.problem(ImportField::End, ImportRule::EndBeforeStart));
        }
        let known = match self.known(&row) {
            Ok(known) => known,
            Err(problem) => {
                row.problems.push(problem);
                None
            }
        };
        if known.is_some_and(|one| self.seen.place_of(one) == Place::Stopped) {
            row.problems.push(self.problem(ImportField::Reference, ImportRule::Stopped));
        }
        let innovation = known.map(|one| one.number);
        if !row.problems.is_empty() {
            return (PlannedRow { row, fate: Fate::Refused, innovation }, vec![]);
        }
        match (known, row.title.clone(), on) {
            (Some(known), _, Some(on)) => self.more(row, known, on),
            (None, Some(title), Some(on)) => self.new_one(row, title, on),
            _ => (PlannedRow { row, fate: Fate::Refused, innovation }, vec![]),
        }
    }

    /// The row's own day, or that of the file; noted in the row.
    fn report_day(&self, row: &mut ImportRow) -> Option<NaiveDate> {
        let column = self.input.mapping.title(ImportField::ReportOn);
        if row.problems.iter().any(|one| one.column == column) {
            return None;
        }
        row.report_on = row.report_on.or(self.input.report_on);
        match row.report_on {
            None => row.problems.push(self.problem(ImportField::ReportOn, ImportRule::Missing)),
            Some(day) if day > self.today => {
                row.problems.push(self.problem(ImportField::ReportOn, ImportRule::AfterToday));
            }
            Some(_) => {}
        }
        row.report_on
    }

    /// By its reference; in a file without references by its title.
    fn known(&self, row: &ImportRow) -> Result<Option<&'a Arc<Innovation>>, ImportProblem> {
        if self.input.mapping.column(ImportField::Reference).is_some() {
            return Ok(row.reference.as_ref().and_then(|one| self.by_reference.get(one)).copied());
        }
        match row.title.as_ref().map_or(&[][..], |title| self.so_called(title)) {
            [] => Ok(None),
            [one] => Ok(Some(*one)),
            _ => Err(self.problem(ImportField::Title, ImportRule::SeveralSoCalled)),
        }
    }

    fn so_called(&self, title: &Title) -> &[&'a Arc<Innovation>] {
        self.by_title.get(&title.to_lowercase()).map_or(&[], Vec::as_slice)
    }

    fn new_one(&mut self, mut row: ImportRow, title: Title, reported: NaiveDate) -> (PlannedRow, Vec<Edit>) {
        let number = self.next_number;
        self.next_number += 1;
        let id = self.id_here(&row, &title);
        let model = self.seen.organisation().stage_model();
        let on = row.start.filter(|start| *start <= reported);
        if on.is_none() {
            row.notes.push(self.note(ImportField::Start, ImportSaid::StartsOnReportDate));
        }
        let on = on.unwrap_or(reported);
        if let [other, ..] = self.so_called(&title) {
            row.notes.push(self.note(ImportField::Title, ImportSaid::SoCalledToo(other.number)));
        }
        let innovation = Innovation {
            summary: row.summary.clone(),
            service: row.service.clone(),
            external_ref: row.reference.clone(),
            priority_area: self.priority_area(&mut row),
            posts: self.lead(&mut row, on).into_iter().collect(),
            ..Innovation::blank(id, number, model.version, title)
        };
        let move_id = StageMoveId(derived(self.id, "move", &id.to_string()));
        let (from, outcome) = (Place::Idea, MoveOutcome::Imported);
        let entered = StageMove::bare(move_id, id, 1, from, self.input.stage, on, outcome);
        let owner = innovation.holder(PostKind::Lead, self.today);
        let mut decision = Decision::add(innovation).and_add(entered);
        decision = decision.and(self.update(&row, id, reported));
        if let Some(end) = row.end {
            decision = decision.and_add(Milestone { owner, ..self.end(id, end, reported) });
        }
        decision = decision.and(self.money(&mut row, id, on));
        (PlannedRow { row, fate: Fate::New, innovation: Some(number) }, decision.edits)
    }

    /// The same import and row give the same id, without any chance.
    fn id_here(&self, row: &ImportRow, title: &Title) -> InnovationId {
        let known_as = row.reference.as_ref().map_or_else(|| title.to_lowercase(), ExternalRef::to_string);
        InnovationId(derived(self.id, "innovation", &known_as))
    }

    fn more(&self, mut row: ImportRow, known: &Arc<Innovation>, on: NaiveDate) -> (PlannedRow, Vec<Edit>) {
        let mut decision = self.named(&mut row, known);
        let began = self.seen.stage_moves(known.id).next().map_or(on, |first| first.on);
        decision = decision.and(self.update(&row, known.id, on));
        decision = decision.and(self.forecast(&mut row, known.id, on));
        decision = decision.and(self.money(&mut row, known.id, began));
        let fate = if decision.edits.is_empty() { Fate::Unchanged } else { Fate::Updated };
        (PlannedRow { row, fate, innovation: Some(known.number) }, decision.edits)
    }

    /// A later report of what this file brings names it anew; what was here before keeps its words.
    fn named(&self, row: &mut ImportRow, known: &Arc<Innovation>) -> Decision {
        if let Some(title) = &row.title
            && self.id_here(row, title) == known.id
        {
            let summary = row.summary.clone().or_else(|| known.summary.clone());
            let service = row.service.clone().or_else(|| known.service.clone());
            return Decision::change(known, Innovation { title: title.clone(), summary, service, ..(**known).clone() });
        }
        if row.title.as_ref().is_some_and(|title| *title != known.title) {
            row.notes.push(self.note(ImportField::Title, ImportSaid::TitleStays(known.title.clone())));
        }
        if row.summary.is_some() && row.summary != known.summary {
            row.notes.push(self.note(ImportField::Summary, ImportSaid::SummaryStays));
        }
        Decision::default()
    }

    fn priority_area(&self, row: &mut ImportRow) -> Option<crate::PriorityAreaId> {
        let wanted = row.priority_area.as_ref()?;
        let same = |title: &Title| title.to_lowercase() == wanted.to_lowercase();
        let active = self.seen.priority_areas().filter(|one| one.is_active(self.today));
        let found = active.into_iter().find(|one| same(&one.title)).map(|one| one.id);
        if found.is_none() {
            row.notes.push(self.note(ImportField::PriorityArea, ImportSaid::NoSuchPriorityArea));
        }
        found
    }

    /// Matched by name among those who hold a place today; two of one name match nobody.
    fn lead(&self, row: &mut ImportRow, from_on: NaiveDate) -> Option<Post> {
        let wanted = row.lead.as_ref()?.to_lowercase();
        let current = self.seen.memberships().filter(|one| one.is_current(self.today));
        let mut named = current.filter(|one| one.name.to_lowercase() == wanted);
        let (Some(one), None) = (named.next(), named.next()) else {
            row.notes.push(self.note(ImportField::Lead, ImportSaid::NoSuchPerson));
            return None;
        };
        Some(Post { kind: PostKind::Lead, membership: one.id, from_on, to_on: None, handover_note: None })
    }

    /// Another update for the report date, unless the same came from a file before.
    fn update(&self, row: &ImportRow, innovation: InnovationId, on: NaiveDate) -> Decision {
        let Some(rated) = &row.rated else { return Decision::default() };
        let update = StatusUpdate {
            id: StatusUpdateId(derived(self.id, "update", &format!("{innovation}\n{on}"))),
            entry: Entry::default(),
            innovation,
            ordinal: self.seen.updates(innovation).next_back().map_or(1, |last| last.ordinal + 1),
            author: None,
            period_end: on,
            submitted_on: self.today,
            confidence: rated.confidence,
            confidence_pct: None,
            done: row.narrative.clone(),
            next: None,
            ask: None,
            path_to_green: None,
            still_true: false,
            original_word: (*rated.word != *rated.confidence.label()).then(|| rated.word.clone()),
            links: vec![],
            computed: None,
            challenges: vec![],
            sponsor_view: None,
        };
        let says = |one: &StatusUpdate| {
            (one.author, one.period_end, one.confidence, one.done.clone(), one.original_word.clone())
        };
        if self.seen.updates(innovation).any(|one| says(one) == says(&update)) {
            return Decision::default();
        }
        Decision::add(update)
    }

    fn end(&self, innovation: InnovationId, end: NaiveDate, on: NaiveDate) -> Milestone {
        let by = self.seen.actor.person;
        Milestone {
            id: MilestoneId(derived(self.id, END, &innovation.to_string())),
            entry: Entry::default(),
            innovation,
            title: Title::cut("End").expect("it fits"),
            owner: None,
            kind: MilestoneKind::Delivery,
            critical: true,
            acceptance: None,
            baselines: vec![Baseline { on, baseline_on: end, reason: None, approver: None }],
            forecasts: vec![Forecast { recorded_on: on, forecast_on: end, reason: None, by }],
            done_on: None,
        }
    }

    /// What an earlier report planned goes on: the report date's forecast joins the trail, what was agreed stays. One
    /// that is said again joins it too: a trail that is flat because the day held is not one that nobody looked at.
    fn forecast(&self, row: &mut ImportRow, innovation: InnovationId, on: NaiveDate) -> Decision {
        let Some(end) = row.end else { return Decision::default() };
        let ours = |id: Uuid| self.seen.milestone(innovation, MilestoneId(id)).ok();
        let Some(before) = self.brought(END, innovation).find_map(ours) else {
            return Decision::add(self.end(innovation, end, on));
        };
        let then = before.forecasts.iter().rev().find(|one| one.recorded_on <= on);
        let as_before = then.is_some_and(|then| then.forecast_on == end);
        if as_before && (before.done_on.is_some() || then.is_some_and(|then| then.recorded_on == on)) {
            return Decision::default();
        }
        if before.done_on.is_some() {
            row.notes.push(self.note(ImportField::End, ImportSaid::EndIsDone));
            return Decision::default();
        }
        let mut after = (**before).clone();
        after.forecasts.retain(|one| one.recorded_on != on);
        let place = after.forecasts.partition_point(|one| one.recorded_on < on);
        let by = self.seen.actor.person;
        after.forecasts.insert(place, Forecast { recorded_on: on, forecast_on: end, reason: None, by });
        Decision::change(before, after)
    }

    /// The line that an earlier file brought follows this one; nobody's own lines are touched.
    fn money(&self, row: &mut ImportRow, innovation: InnovationId, began: NaiveDate) -> Decision {
        if row.approved.is_none() && row.forecast.is_none() {
            return Decision::default();
        }
        if self.seen.organisation().kind == OrganisationKind::Partnership && self.input.council.is_none() {
            row.notes.push(self.note(ImportField::Approved, ImportSaid::NoCouncil));
            return Decision::default();
        }
        let ours = |id: Uuid| self.seen.budget_line(innovation, BudgetLineId(id)).ok();
        if let Some(before) = self.brought(MONEY, innovation).find_map(ours) {
            if row.report_on.is_some_and(|on| self.is_reported_after(innovation, on)) {
                return Decision::default();
            }
            let from_on = row.start.unwrap_or(before.from_on);
            let after = BudgetLine {
                approved: row.approved.unwrap_or(before.approved),
                forecast: row.forecast.or(before.forecast),
                from_on,
                to_on: row.end.unwrap_or(before.to_on).max(from_on),
                ..(**before).clone()
            };
            return Decision::change(before, after);
        }
        let Some(approved) = row.approved else {
            row.notes.push(self.note(ImportField::Forecast, ImportSaid::NothingApproved));
            return Decision::default();
        };
        Decision::add(self.budget_line(row, innovation, approved, began))
    }

    /// Whether a file has told of a later day: an older report that comes after it does not turn the money back.
    fn is_reported_after(&self, innovation: InnovationId, on: NaiveDate) -> bool {
        self.seen.updates(innovation).any(|one| one.author.is_none() && one.period_end > on)
    }

    fn budget_line(&self, row: &ImportRow, innovation: InnovationId, approved: Pence, began: NaiveDate) -> BudgetLine {
        // Without a start the innovation's own; without an end the financial year of the report.
        let from_on = row.start.unwrap_or_else(|| row.end.map_or(began, |end| began.min(end)));
        let reported = row.report_on.unwrap_or(from_on);
        let to_on = row.end.unwrap_or_else(|| end_of_financial_year(reported.max(from_on)));
        BudgetLine {
            id: BudgetLineId(derived(self.id, MONEY, &innovation.to_string())),
            entry: Entry::default(),
            innovation,
            council: self.input.council,
            kind: BudgetKind::Base,
            source: Some(self.input.file.clone()),
            nil_reason: None,
            approved,
            forecast: row.forecast,
            from_on,
            to_on,
        }
    }

    /// The ids that earlier imports, or an earlier report of this one, would have given to a record of this innovation.
    fn brought(&self, what: &'static str, innovation: InnovationId) -> impl Iterator<Item = Uuid> + use<'a> {
        let imports = self.seen.imports().map(|import| import.id).chain(std::iter::once(self.id));
        imports.map(move |import| derived(import, what, &innovation.to_string()))
    }

    fn problem(&self, field: ImportField, rule: ImportRule) -> ImportProblem {
        ImportProblem { column: self.input.mapping.title(field).to_owned(), rule }
    }

    fn note(&self, field: ImportField, said: ImportSaid) -> ImportNote {
        ImportNote { column: self.input.mapping.title(field).to_owned(), said }
    }
}

const END: &str = "end";
const MONEY: &str = "money";

/// The same import and row give the same id, without any chance.
pub(super) fn derived(import: ImportId, what: &str, of: &str) -> Uuid {
    Uuid::new_v5(&import.0, format!("{what}\n{of}").as_bytes())
}

/// The next 31 March, that day included.
fn end_of_financial_year(day: NaiveDate) -> NaiveDate {
    let of = |year| NaiveDate::from_ymd_opt(year, 3, 31).unwrap_or(day);
    let this = of(day.year());
    if day <= this { this } else { of(day.year() + 1) }
}
