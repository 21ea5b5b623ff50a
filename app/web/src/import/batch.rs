//! An import without pages: for the command line.
use super::{answers, file::open, guess, rows::rows, said};
use axum::body::Bytes;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{AmountUnit, ImportCounts, ImportField, ImportId, ImportInput, Line, Mapping, Place, Slug, SubmissionId};
use spreadsheet::Unreadable;
use store::{Asked, Store};
use uuid::Uuid;

/// What is to be brought in, and in whose name.
#[derive(Clone, Debug)]
pub struct Batch {
    pub name: String,
    pub body: Vec<u8>,
    /// Of a workbook; none: the first.
    pub sheet: Option<String>,
    pub organisation: Slug,
    pub by: domain::PersonId,
    /// Of rows that do not say it themselves.
    pub report_on: Option<NaiveDate>,
    /// The name of a stage; none: the first.
    pub stage: Option<String>,
    /// The name of the council that pays, in a partnership; none: money is left out.
    pub council: Option<String>,
    /// None: as an earlier file or a column's title says. A file with money and neither is refused.
    pub unit: Option<AmountUnit>,
    /// Corrects the guess: column title and key of the field.
    pub columns: Vec<(String, String)>,
}

/// What came of it, ready to be printed.
#[derive(Clone, Debug)]
pub struct Brought {
    pub mapping: Mapping,
    pub counts: ImportCounts,
    /// "Row 5, End date: This is not a date. …"
    pub problems: Vec<String>,
    /// "Second rating: The rating is taken from this column (rows 3, 4 and 80 more)"
    pub notes: Vec<String>,
    /// None when no row would change anything.
    pub import: Option<ImportId>,
}

#[derive(Debug)]
pub enum Refused {
    File(Unreadable),
    NoSuchColumn(String),
    /// The key, and whether it is given to two columns.
    NoSuchField(String),
    FieldTwice(ImportField),
    NoTitle,
    NoSuchStage(String),
    NoSuchCouncil(String),
    /// Amounts without a unit, and nobody says what they count.
    NoUnit,
    ReportDate,
    Store(store::Error),
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(why) => why.fmt(f),
            Self::NoSuchColumn(title) => write!(f, "The file has no column “{title}”."),
            Self::NoSuchField(key) => {
                let keys: Vec<_> = ImportField::ALL.iter().map(|one| one.key()).collect();
                write!(f, "A column cannot be “{key}”. Choose one of {}.", keys.join(", "))
            }
            Self::FieldTwice(field) => {
                write!(f, "Two columns are “{}”. Name one of them “ignore” with --columns.", field.key())
            }
            Self::NoTitle => f.write_str("No column was recognised as the title. Name it: --columns \"Column=title\"."),
            Self::NoSuchStage(name) => write!(f, "The organisation has no stage “{name}”."),
            Self::NoSuchCouncil(name) => write!(f, "The organisation has no council “{name}”."),
            Self::NoUnit => f.write_str("Say what the amounts count: --unit pounds, thousands or millions."),
            Self::ReportDate => f.write_str("The report date must be a real day, and today at the latest."),
            Self::Store(store::Error::Refused(domain::Refusal::NotFound)) => {
                f.write_str("There is no such organisation, or this person holds no place in it.")
            }
            Self::Store(store::Error::Refused(domain::Refusal::NotAllowed(act))) => {
                write!(f, "This person may not {}: a programme manager may.", act.label())
            }
            Self::Store(error) => write!(f, "The database: {error}"),
        }
    }
}

impl std::error::Error for Refused {}

impl From<store::Error> for Refused {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

/// All good rows come in as one decision; the others are listed.
pub async fn bring(store: &Store, batch: Batch, now: DateTime<Utc>) -> Result<Brought, Refused> {
    let reach = store.reach(&batch.organisation, batch.by, now).await?;
    let seen = reach.seen();
    seen.must(domain::Act::Import, None).map_err(store::Error::from)?;
    let table = open(batch.name.clone(), Bytes::from(batch.body), batch.sheet).await.map_err(Refused::File)?;
    let before = seen.latest_import().map(|one| &**one);
    let mapping = corrected(guess::mapping(&table, before), &batch.columns)?;
    let stages: Vec<_> = seen.organisation().stage_model().columns().collect();
    let stage = match &batch.stage {
        None => stages.first().map(|(place, _)| *place),
        Some(name) => {
            let same = |(place, stage): &&(Place, &domain::Stage)| {
                stage.name.to_lowercase() == name.to_lowercase() || place.key() == *name
            };
            stages.iter().find(same).map(|(place, _)| *place)
        }
    };
    let stage = stage.ok_or_else(|| Refused::NoSuchStage(batch.stage.clone().unwrap_or_default()))?;
    let council = batch.council.as_ref().map(|name| {
        let named = seen.councils().find(|one| one.name.to_lowercase() == name.to_lowercase());
        named.map(|one| one.id).ok_or_else(|| Refused::NoSuchCouncil(name.clone()))
    });
    let council = council.transpose()?;
    let has_money = answers::has_money(&mapping);
    let unit = batch.unit.or_else(|| guess::unit(&table, &mapping, before));
    let unit = if has_money { unit.ok_or(Refused::NoUnit)? } else { AmountUnit::default() };
    let file = Line::cut(&batch.name).or_else(|| Line::cut("Spreadsheet")).ok_or(Refused::NoTitle)?;
    let read = rows(&table, &mapping, unit);
    let today = domain::london_day(now);
    let says_itself = mapping.column(ImportField::ReportOn).is_some();
    let report_on = batch.report_on.or((!says_itself).then_some(today));
    let input = ImportInput { file, report_on, stage, council, unit, mapping, rows: read };
    let id = SubmissionId(Uuid::now_v7());
    let preview = match seen.preview(ImportId(id.0), &input, today) {
        Ok(preview) => preview,
        Err(domain::Refusal::Invalid(_)) => return Err(Refused::ReportDate),
        Err(refusal) => return Err(store::Error::from(refusal).into()),
    };
    let problem = |(row, one): (&domain::ImportRow, &domain::ImportProblem)| {
        format!("Row {}, {}: {}", row.number, one.column, said::problem(&one.rule))
    };
    let problems = preview.problems().map(problem).collect();
    let notes = said::notes(&preview).into_iter();
    let notes = notes.map(|(column, text, rows)| format!("{column}: {text} ({})", said::rows(&rows))).collect();
    let counts = preview.counts;
    let import = if counts.good() == 0 {
        None
    } else {
        let asked = Asked { at: now, submission: id };
        store.decide(&reach, asked, |seen, today| seen.import(ImportId(id.0), &input, today)).await?;
        Some(ImportId(id.0))
    };
    Ok(Brought { mapping: input.mapping, counts, problems, notes, import })
}

/// The guess, with what the person says of single columns in its place.
fn corrected(guess: Mapping, said: &[(String, String)]) -> Result<Mapping, Refused> {
    let mut columns: Vec<_> = guess.columns().map(|(title, field)| (title.to_owned(), field)).collect();
    for (title, key) in said {
        let field: ImportField = key.parse().map_err(|_| Refused::NoSuchField(key.clone()))?;
        if !columns.iter().any(|(known, _)| known == title) {
            return Err(Refused::NoSuchColumn(title.clone()));
        }
        for (known, is) in &mut columns {
            if known == title {
                *is = field;
            } else if *is == field {
                *is = ImportField::Ignore;
            }
        }
    }
    let mapping = Mapping::new(columns);
    if let Some(twice) = mapping.given_twice() {
        return Err(Refused::FieldTwice(twice));
    }
    mapping.column(ImportField::Title).ok_or(Refused::NoTitle)?;
    Ok(mapping)
}
