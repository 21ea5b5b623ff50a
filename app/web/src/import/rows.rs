//! Cells become values. What cannot is a problem of its row and column, or a note where it explains itself.
use chrono::NaiveDate;
use domain::{
    AmountUnit, ExternalRef, ImportField, ImportKind, ImportNote, ImportProblem, ImportRow, ImportRule, ImportSaid,
    Line, Mapping, Pence, Prose, Rated, RatedAs, Rule, Title, is_explanation, is_plausible, rated_as,
};
use spreadsheet::{NotADate, NotAnAmount, Row, Sheet, Unit};

/// Every row of a file, read by what its columns are.
#[must_use]
pub fn rows(sheet: &Sheet, kind: ImportKind, mapping: &Mapping, unit: AmountUnit) -> Vec<ImportRow> {
    let read = |row: &Row| {
        let into = ImportRow { number: row.number, ..ImportRow::default() };
        let reader = Reader { row, mapping, unit: counted(unit), into };
        match kind {
            ImportKind::Innovations => reader.innovation(),
            ImportKind::Stakeholders => reader.stakeholder(),
            ImportKind::Engagements => reader.engagement(),
            ImportKind::Sites => reader.site(),
        }
    };
    sheet.rows.iter().map(read).collect()
}

/// As the amounts of a file are read.
#[must_use]
pub fn counted(unit: AmountUnit) -> Unit {
    match unit {
        AmountUnit::Pounds => Unit::Pounds,
        AmountUnit::Thousands => Unit::Thousands,
        AmountUnit::Millions => Unit::Millions,
    }
}

pub(super) struct Reader<'a> {
    row: &'a Row,
    mapping: &'a Mapping,
    unit: Unit,
    pub(super) into: ImportRow,
}

impl Reader<'_> {
    fn innovation(mut self) -> ImportRow {
        use ImportField::{Approved, End, Forecast, Lead, Narrative, PriorityArea, Service, Start, Summary};
        self.into.report_on = self.report_day();
        self.into.reference = self.reference();
        self.into.title = self.title();
        self.into.summary = self.prose(Summary);
        self.into.rated = self.rated();
        self.into.narrative = self.prose(Narrative);
        self.into.start = self.day(Start);
        self.into.end = self.day(End);
        self.into.approved = self.money(Approved);
        self.into.forecast = self.money(Forecast);
        self.into.priority_area = self.line(PriorityArea);
        self.into.service = self.line(Service);
        self.into.lead = self.line(Lead);
        self.into
    }

    /// The text of a cell, trimmed; none when there is no such column or nothing in it.
    pub(super) fn cell(&self, field: ImportField) -> Option<String> {
        let cell = self.row.cells.get(self.mapping.column(field)?)?;
        let text = cell.replace(['\r', '\0'], "");
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// As `cell`, on one line.
    pub(super) fn on_one_line(&self, field: ImportField) -> Option<String> {
        Some(self.cell(field)?.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    fn reference(&mut self) -> Option<ExternalRef> {
        let field = ImportField::Reference;
        self.mapping.column(field)?;
        let read = self.on_one_line(field).unwrap_or_default().parse();
        read.map_err(|rule| self.wrong(field, text_rule(rule))).ok()
    }

    fn title(&mut self) -> Option<Title> {
        let Some(text) = self.on_one_line(ImportField::Title) else {
            self.wrong(ImportField::Title, ImportRule::Missing);
            return None;
        };
        self.cut(ImportField::Title, &text, Title::LIMIT);
        Title::cut(&text)
    }

    pub(super) fn line(&mut self, field: ImportField) -> Option<Line> {
        let text = self.on_one_line(field)?;
        self.cut(field, &text, Line::LIMIT);
        Line::cut(&text)
    }

    pub(super) fn prose(&mut self, field: ImportField) -> Option<Prose> {
        let text = self.cell(field)?;
        self.cut(field, &text, Prose::LIMIT);
        Prose::cut(&text)
    }

    pub(super) fn cut(&mut self, field: ImportField, text: &str, limit: usize) {
        if text.chars().count() > limit {
            self.note(field, ImportSaid::Cut(limit));
        }
    }

    /// The first column, or where it is empty the second.
    fn rated(&mut self) -> Option<Rated> {
        let second = ImportField::SecondRating;
        let (field, word) = match (self.on_one_line(ImportField::Rating), self.on_one_line(second)) {
            (None, Some(word)) => (second, word),
            (word, _) => (ImportField::Rating, word.unwrap_or_default()),
        };
        if field == second {
            self.note(second, ImportSaid::TakenFromHere);
        }
        match rated_as(&word) {
            RatedAs::Rating(confidence) => Some(Rated { confidence, word: Line::cut(&word)? }),
            RatedAs::Unknown => {
                self.wrong(field, ImportRule::NotARating);
                None
            }
            RatedAs::Nothing => {
                if self.mapping.column(field).is_some() {
                    self.note(field, ImportSaid::NotRated(short(&word)));
                }
                None
            }
        }
    }

    /// A day, or a year alone: councils count years to the end of March.
    fn report_day(&mut self) -> Option<NaiveDate> {
        let field = ImportField::ReportOn;
        let Some(day) = self.on_one_line(field).as_deref().and_then(year_end) else { return self.day(field) };
        self.note(field, ImportSaid::YearAlone);
        Some(day)
    }

    pub(super) fn day(&mut self, field: ImportField) -> Option<NaiveDate> {
        let cell = self.on_one_line(field)?;
        match spreadsheet::date(&cell) {
            Ok(day) if is_plausible(day) => return Some(day),
            Err(NotADate::Blank) => {}
            Err(NotADate::NotUnderstood) if is_explanation(&cell) => {
                self.note(field, ImportSaid::LeftEmpty(short(&cell)));
            }
            Ok(_) | Err(NotADate::NoSuchDay) => self.wrong(field, ImportRule::NoSuchDay),
            Err(NotADate::NotUnderstood) => self.wrong(field, ImportRule::NotADate),
        }
        None
    }

    fn money(&mut self, field: ImportField) -> Option<Pence> {
        let cell = self.on_one_line(field)?;
        match spreadsheet::amount(&cell, self.unit) {
            Ok(pence) if (0..=Pence::MOST).contains(&pence) => return Some(Pence(pence)),
            Err(NotAnAmount::Blank) => {}
            Err(NotAnAmount::NotUnderstood) if is_explanation(&cell) => {
                self.note(field, ImportSaid::LeftEmpty(short(&cell)));
            }
            Ok(_) | Err(NotAnAmount::TooLarge) => self.wrong(field, ImportRule::AmountOutOfRange),
            Err(NotAnAmount::NotUnderstood) => self.wrong(field, ImportRule::NotAnAmount),
        }
        None
    }

    pub(super) fn wrong(&mut self, field: ImportField, rule: ImportRule) {
        let column = self.mapping.title(field).to_owned();
        self.into.problems.push(ImportProblem { column, rule });
    }

    fn note(&mut self, field: ImportField, said: ImportSaid) {
        let column = self.mapping.title(field).to_owned();
        self.into.notes.push(ImportNote { column, said });
    }
}

/// 31 March of a year that stands alone, as in "2026" or "2025/26".
#[must_use]
pub fn year_end(cell: &str) -> Option<NaiveDate> {
    let number =
        |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<i32>().ok()).flatten();
    let cell = cell.trim();
    let year = match cell.split_once(['/', '-']) {
        None if cell.len() == 4 => number(cell)?,
        Some((first, last)) if first.len() == 4 && matches!(last.len(), 2 | 4) => {
            let next = number(first)? + 1;
            let written = number(last)?;
            (written == next || (last.len() == 2 && written == next % 100)).then_some(next)?
        }
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, 3, 31).filter(|day| is_plausible(*day))
}

fn text_rule(rule: Rule) -> ImportRule {
    match rule {
        Rule::TooLong(limit) => ImportRule::TooLong(limit),
        _ => ImportRule::Missing,
    }
}

/// Enough of a text to know it by.
pub fn short(text: &str) -> String {
    const MOST: usize = 60;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let start: String = text.chars().take(MOST).collect();
    format!("{}…", start.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Confidence;

    fn read(cells: [&str; 5]) -> ImportRow {
        use ImportField::{Approved, End, Rating, SecondRating, Title};
        let sheet = Sheet {
            source: spreadsheet::Source::Csv { delimiter: Some(','), encoding: "UTF-8" },
            columns: ["Name", "RAG", "RAG (2)", "End", "Cost"].map(str::to_owned).to_vec(),
            rows: vec![Row { number: 2, cells: cells.map(str::to_owned).to_vec() }],
            ragged: vec![],
        };
        let fields = [Title, Rating, SecondRating, End, Approved];
        let mapping = Mapping::new(sheet.columns.iter().cloned().zip(fields).collect());
        rows(&sheet, ImportKind::Innovations, &mapping, AmountUnit::Millions).remove(0)
    }

    #[test]
    fn the_filled_one_of_two_ratings_is_taken_and_named() {
        let row = read(["A", "", "Amber/Green", "2027-03-31", "£2,013.02"]);
        assert_eq!(row.rated.map(|one| one.confidence), Some(Confidence::AtRisk));
        assert_eq!(row.notes, [ImportNote { column: "RAG (2)".into(), said: ImportSaid::TakenFromHere }]);
        assert_eq!(row.approved, Some(Pence(201_302_000_000)));
        assert_eq!(row.problems, []);
    }

    #[test]
    fn an_explanation_is_left_out_with_a_note_and_a_mistake_is_a_problem() {
        let exempt = "Exempt under Section 26 of the Freedom of Information Act 2000 (Defence)";
        let row = read(["A", exempt, "", exempt, exempt]);
        assert_eq!((row.problems.len(), row.notes.len()), (0, 3));
        let row = read(["", "Purple", "", "31/02/2027", "-5"]);
        let rules: Vec<_> = row.problems.into_iter().map(|one| one.rule).collect();
        let expected =
            [ImportRule::Missing, ImportRule::NotARating, ImportRule::NoSuchDay, ImportRule::AmountOutOfRange];
        assert_eq!(rules, expected);
    }

    #[test]
    fn a_year_alone_is_the_end_of_its_financial_year() {
        for (cell, day) in [
            ("2026", Some("2026-03-31")),
            ("2025/26", Some("2026-03-31")),
            ("2025-2026", Some("2026-03-31")),
            ("1999/00", Some("2000-03-31")),
            ("2025/27", None),
            ("2026-03-01", None),
            ("26", None),
            ("year", None),
        ] {
            assert_eq!(year_end(cell), day.map(|day| day.parse().expect("a day")), "{cell}");
        }
    }

    #[test]
    fn a_long_text_is_cut_and_that_is_said() {
        let row = read([&"x".repeat(130), "", "", "", ""]);
        assert_eq!(row.title.map(|title| title.len()), Some(120));
        assert_eq!(row.notes.iter().filter(|one| one.said == ImportSaid::Cut(120)).count(), 1);
    }
}
