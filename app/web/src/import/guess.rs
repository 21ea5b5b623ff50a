//! What the columns of a file are likely to be, by their titles and by what is in them.
use super::{headings::known, problems::PROBLEM, rows::year_end};
use domain::{
    AmountUnit, Import, ImportField, ImportKind, Mapping, RatedAs, SiteKind, SiteState, StakeholderKind,
    is_explanation, rated_as,
};
use spreadsheet::{Sheet, Unit};

use ImportField::{
    AddedOn, AnsweredOn, Approved, ClosedOn, CountedFrom, CountedTo, EligiblePeople, End, Forecast, ForecastLive,
    Ignore, Impact, Interest, Kind, LiveOn, MetOn, Narrative, OpenedOn, PlannedLive, Power, Rating, Reached, ReportOn,
    ReviewOn, SecondRating, Start, State, StateOn, ToldBackOn, Wave,
};

/// What the rows are likely to be: those of an earlier file with these columns; engagements where the columns that they
/// need are there and no rating is; sites likewise, where a column tells more of them; groups where a column holds
/// kinds of them; else innovations.
#[must_use]
pub fn kind<'a>(sheet: &Sheet, before: impl Fn(ImportKind) -> Option<&'a Import>) -> ImportKind {
    let knows =
        |import: &Import, title: &String| title == PROBLEM || import.mapping.iter().any(|(known, _)| known == title);
    let is_known =
        |kind: &ImportKind| before(*kind).is_some_and(|import| sheet.columns.iter().all(|title| knows(import, title)));
    if let Some(kind) = ImportKind::ALL.iter().copied().find(is_known) {
        return kind;
    }
    let has = |kind: ImportKind, fields: &[ImportField]| {
        let mapping = mapping(sheet, kind, None);
        fields.iter().all(|field| mapping.column(*field).is_some())
    };
    let is_rated = has(ImportKind::Innovations, &[Rating]);
    let tells_of_sites = || {
        let more =
            [State, LiveOn, PlannedLive, ForecastLive, ImportField::Eligible, Wave, EligiblePeople, Reached, Kind];
        more.into_iter().any(|field| has(ImportKind::Sites, &[field]))
    };
    if has(ImportKind::Engagements, ImportKind::Engagements.needed()) && !is_rated {
        ImportKind::Engagements
    } else if has(ImportKind::Sites, ImportKind::Sites.needed()) && !is_rated && tells_of_sites() {
        ImportKind::Sites
    } else if has(ImportKind::Stakeholders, &[ImportField::Stakeholder, Kind]) {
        ImportKind::Stakeholders
    } else {
        ImportKind::Innovations
    }
}

/// What was last said of columns with these titles here; for the others a guess.
#[must_use]
pub fn mapping(sheet: &Sheet, kind: ImportKind, before: Option<&Import>) -> Mapping {
    let titles = || sheet.columns.iter().map(String::as_str);
    let mut fields = before.map_or_else(|| vec![None; sheet.columns.len()], |one| Mapping::remembered(one, titles()));
    let remembered = fields.clone();
    for exact in [true, false] {
        for (index, title) in titles().enumerate() {
            if fields[index].is_none() {
                fields[index] =
                    by_title(title, kind, exact).filter(|field| fits(sheet, index, kind, *field)).and_then(|field| {
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

fn by_title(title: &str, kind: ImportKind, exact: bool) -> Option<ImportField> {
    let title = words(title);
    let holds = |part: &&str| format!(" {title} ").contains(&format!(" {part} "));
    let found = known(kind).iter().find(
        |(_, whole, parts)| {
            if exact { whole.contains(&title.as_str()) } else { parts.iter().any(holds) }
        },
    );
    let field = found.map(|(field, ..)| *field)?;
    let remark = [Narrative, ImportField::Said].contains(&field);
    let is_remark = !exact && !remark && title.contains("comment");
    (!is_remark).then_some(field)
}

/// Whether what is in a column could be what its title says: half of what is filled in.
fn fits(sheet: &Sheet, index: usize, kind: ImportKind, field: ImportField) -> bool {
    let filled = || sheet.rows.iter().map(|row| row.cells[index].trim()).filter(|cell| !is_explanation(cell));
    let of = |good: fn(&str) -> bool| {
        let (all, good) = (filled().count(), filled().filter(|cell| good(cell)).count());
        good * 2 >= all
    };
    match field {
        Rating | SecondRating => of(|cell| matches!(rated_as(cell), RatedAs::Rating(_))),
        ReportOn => of(|cell| year_end(cell).is_some() || spreadsheet::date(cell).is_ok()),
        // A kind by its label or key, as far as letters go: "Type" is a title of much else, and so is "Status".
        Kind if kind == ImportKind::Sites => {
            of(|cell| SiteKind::ALL.iter().any(|one| is_word(cell, one.key(), one.label())))
        }
        Kind => of(|cell| StakeholderKind::ALL.iter().any(|one| is_word(cell, one.key(), one.label()))),
        State => of(|cell| SiteState::ALL.iter().any(|one| is_word(cell, one.key(), one.label()))),
        Power | Interest | Impact | Wave => of(|cell| cell.parse::<u32>().is_ok()),
        EligiblePeople | Reached => of(|cell| cell.replace(',', "").parse::<u32>().is_ok()),
        Start | End | MetOn | AddedOn | AnsweredOn | ToldBackOn | OpenedOn | ClosedOn | LiveOn | PlannedLive
        | ForecastLive | StateOn | ReviewOn | CountedFrom | CountedTo => of(|cell| spreadsheet::date(cell).is_ok()),
        Approved | Forecast => of(|cell| spreadsheet::amount(cell, Unit::Pounds).is_ok()),
        _ => true,
    }
}

fn is_word(cell: &str, key: &str, label: &str) -> bool {
    let letters = |text: &str| text.to_lowercase().chars().filter(|one| one.is_alphanumeric()).collect::<String>();
    let cell = letters(cell);
    letters(key) == cell || letters(label) == cell
}

/// Whether the forecasts, where both are given, come to less than half of what is approved.
fn is_of_a_year(sheet: &Sheet, approved: usize, forecast: usize) -> bool {
    let amount = |cell: &str| spreadsheet::amount(cell, Unit::Pounds).ok().map(i128::from);
    let both = sheet.rows.iter().filter_map(|row| amount(&row.cells[approved]).zip(amount(&row.cells[forecast])));
    let (approved, forecast) = both.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    forecast * 2 < approved
}

#[cfg(test)]
mod tests;
