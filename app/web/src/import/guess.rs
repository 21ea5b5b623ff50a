//! What the columns of a file are likely to be, by their titles and by what is in them.
use super::rows::year_end;
use domain::{AmountUnit, Import, ImportField, Mapping, RatedAs, is_explanation, rated_as};
use spreadsheet::{Sheet, Unit};

use ImportField::{
    Approved, End, Forecast, Ignore, Lead, Narrative, PriorityArea, Rating, Reference, ReportOn, SecondRating, Service,
    Start, Summary, Title,
};

/// Titles in full, then words that a title may hold; the first field that fits takes the column.
const KNOWN: [(ImportField, &[&str], &[&str]); 13] = [
    (Reference, &["reference", "ref", "id", "project number", "project id", "code", "number"], &["reference", "ref"]),
    (
        Title,
        &["title", "name", "project name", "project", "innovation", "initiative", "project title"],
        &["title", "name"],
    ),
    (
        Narrative,
        &[
            "rating comment",
            "comment on rating",
            "comments",
            "narrative",
            "commentary",
            "what was done",
            "progress",
            "done",
        ],
        &["rating comment", "narrative", "progress"],
    ),
    (Summary, &["summary", "description", "description aims", "aims", "about"], &["description", "summary"]),
    (
        Rating,
        &["rating", "dca", "rag", "confidence", "colour rating", "rag rating", "delivery confidence", "status"],
        &["rating", "rag", "dca", "confidence"],
    ),
    (
        ReportOn,
        &["report date", "report year", "reporting date", "report on", "reported on", "as at", "facts as of", "year"],
        &["report date", "report year", "reporting date"],
    ),
    (Start, &["start", "start date", "started", "begins"], &["start date"]),
    (
        End,
        &["end", "end date", "finish", "finish date", "completion date", "due"],
        &["end date", "finish", "completion"],
    ),
    (
        Approved,
        &["approved", "approved cost", "budget", "cost", "whole life cost", "wlc"],
        &["whole life", "wlc", "approved"],
    ),
    (Forecast, &["forecast", "forecast cost", "forecast outturn", "expected cost"], &["forecast"]),
    (PriorityArea, &["priority area", "priority", "theme", "category", "report category"], &["priority area", "theme"]),
    (Service, &["service", "department", "directorate", "team"], &["department", "directorate", "service area"]),
    (Lead, &["lead", "owner", "project lead", "lead officer", "sro", "manager"], &["lead officer", "project manager"]),
];

/// What was last said of columns with these titles here; for the others a guess.
#[must_use]
pub fn mapping(sheet: &Sheet, before: Option<&Import>) -> Mapping {
    let titles = || sheet.columns.iter().map(String::as_str);
    let mut fields = before.map_or_else(|| vec![None; sheet.columns.len()], |one| Mapping::remembered(one, titles()));
    let remembered = fields.clone();
    for exact in [true, false] {
        for (index, title) in titles().enumerate() {
            if fields[index].is_none() {
                fields[index] = by_title(title, exact).filter(|field| fits(sheet, index, *field)).and_then(|field| {
                    let free = |field| !fields.contains(&Some(field));
                    match field {
                        Rating if !free(Rating) => free(SecondRating).then_some(SecondRating),
                        field => free(field).then_some(field),
                    }
                });
            }
        }
    }
    // A year's forecast stands beside a whole life's cost in many returns: it would look like a fall.
    let column = |field| fields.iter().position(|one| *one == Some(field));
    if let (Some(approved), Some(forecast)) = (column(Approved), column(Forecast))
        && remembered[forecast].is_none()
        && is_of_a_year(sheet, approved, forecast)
    {
        fields[forecast] = None;
    }
    Mapping::new(titles().map(str::to_owned).zip(fields.into_iter().map(|field| field.unwrap_or(Ignore))).collect())
}

/// What amounts count, where a title or an earlier file says so.
#[must_use]
pub fn unit(sheet: &Sheet, mapping: &Mapping, before: Option<&Import>) -> Option<AmountUnit> {
    let known = before
        .filter(|one| one.mapping.iter().any(|(_, key)| [Approved.key(), Forecast.key()].contains(&key.as_str())));
    if let Some(before) = known {
        return Some(before.unit);
    }
    let money = [Approved, Forecast].into_iter().filter_map(|field| mapping.column(field));
    let titles: Vec<_> = money.map(|index| words(&sheet.columns[index])).collect();
    let says = |hints: &[&str]| titles.iter().any(|title| title.split(' ').any(|word| hints.contains(&word)));
    if says(&["m", "£m", "millions", "million"]) {
        Some(AmountUnit::Millions)
    } else if says(&["k", "£k", "000", "£000", "£000s", "thousands"]) {
        Some(AmountUnit::Thousands)
    } else {
        None
    }
}

/// Lower case, words apart: `Project_Number` gives "project number".
fn words(title: &str) -> String {
    let spaced: String =
        title.to_lowercase().chars().map(|one| if one.is_alphanumeric() || one == '£' { one } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn by_title(title: &str, exact: bool) -> Option<ImportField> {
    let title = words(title);
    let holds = |part: &&str| format!(" {title} ").contains(&format!(" {part} "));
    let found = KNOWN.iter().find(
        |(_, whole, parts)| {
            if exact { whole.contains(&title.as_str()) } else { parts.iter().any(holds) }
        },
    );
    let field = found.map(|(field, ..)| *field)?;
    let is_remark = !exact && field != Narrative && title.contains("comment");
    (!is_remark).then_some(field)
}

/// Whether what is in a column could be what its title says: half of what is filled in.
fn fits(sheet: &Sheet, index: usize, field: ImportField) -> bool {
    let filled = || sheet.rows.iter().map(|row| row.cells[index].trim()).filter(|cell| !is_explanation(cell));
    let of = |good: fn(&str) -> bool| {
        let (all, good) = (filled().count(), filled().filter(|cell| good(cell)).count());
        good * 2 >= all
    };
    match field {
        Rating | SecondRating => of(|cell| matches!(rated_as(cell), RatedAs::Rating(_))),
        ReportOn => of(|cell| year_end(cell).is_some() || spreadsheet::date(cell).is_ok()),
        Start | End => of(|cell| spreadsheet::date(cell).is_ok()),
        Approved | Forecast => of(|cell| spreadsheet::amount(cell, Unit::Pounds).is_ok()),
        _ => true,
    }
}

/// Whether the forecasts, where both are given, come to less than half of what is approved.
fn is_of_a_year(sheet: &Sheet, approved: usize, forecast: usize) -> bool {
    let amount = |cell: &str| spreadsheet::amount(cell, Unit::Pounds).ok().map(i128::from);
    let both = sheet.rows.iter().filter_map(|row| amount(&row.cells[approved]).zip(amount(&row.cells[forecast])));
    let (approved, forecast) = both.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    forecast * 2 < approved
}
