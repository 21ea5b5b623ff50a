//! An import without pages: for the command line.
use super::{answers, file::open, guess, rows::rows, said};
use axum::body::Bytes;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    AmountUnit, ImportCounts, ImportField, ImportId, ImportInput, ImportKind, Line, Mapping, Place, Slug,
    StakeholderKind, SubmissionId,
};
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
    /// What its rows are; none: as its columns suggest.
    pub kind: Option<ImportKind>,
    /// Of rows that do not say it themselves.
    pub report_on: Option<NaiveDate>,
    /// The name of a stage; none: the first.
    pub stage: Option<String>,
    /// The name of the council that pays, in a partnership; none: money is left out.
    pub council: Option<String>,
    /// None: as an earlier file or a column's title says. A file with money and neither is refused.
    pub unit: Option<AmountUnit>,
    /// What groups are that an engagement names and the register does not; none: such rows are left out.
    pub new_groups: Option<StakeholderKind>,
    /// Corrects the guess: column title and key of the field.
    pub columns: Vec<(String, String)>,
}

/// What came of it, ready to be printed.
#[derive(Clone, Debug)]
pub struct Brought {
    pub kind: ImportKind,
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
    NoSuchField(String, ImportKind),
    FieldTwice(ImportField),
    /// No row can come in without it.
    NoColumn(ImportField),
    NoName,
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
            Self::NoSuchField(key, kind) => {
                let keys: Vec<_> = kind.fields().iter().map(|one| one.key()).collect();
                write!(f, "A column cannot be “{key}”. Choose one of {}.", keys.join(", "))
            }
            Self::FieldTwice(field) => {
                write!(f, "Two columns are “{}”. Name one of them “ignore” with --columns.", field.key())
            }
            Self::NoColumn(field) => {
                let (label, key) = (field.label().to_lowercase(), field.key());
                write!(f, "No column was recognised as the {label}. Name it: --columns \"Column={key}\".")
            }
            Self::NoName => f.write_str("The file has no name."),
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
    let latest = |kind| seen.latest_import(kind).map(|one| &**one);
    let kind = batch.kind.unwrap_or_else(|| guess::kind(&table, latest));
    let before = latest(kind);
    let mapping = corrected(guess::mapping(&table, kind, before), kind, &batch.columns)?;
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
    let file = Line::cut(&batch.name).or_else(|| Line::cut("Spreadsheet")).ok_or(Refused::NoName)?;
    let read = rows(&table, kind, &mapping, unit);
    let today = domain::london_day(now);
    let says_itself = mapping.column(ImportField::ReportOn).is_some();
    let report_on = batch.report_on.or((!says_itself).then_some(today));
    let new_groups = batch.new_groups;
    let input = ImportInput { file, kind, report_on, stage, council, unit, new_groups, mapping, rows: read };
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
    let (plain, personal) = said::notes(&preview);
    let notes = personal.into_iter().chain(plain);
    let notes = notes.map(|(column, text, rows)| format!("{column}: {text} ({})", said::rows(&rows))).collect();
    let counts = preview.counts;
    let import = if counts.good() == 0 {
        None
    } else {
        let asked = Asked { at: now, submission: id };
        store.decide(&reach, asked, |seen, today| seen.import(ImportId(id.0), &input, today)).await?;
        Some(ImportId(id.0))
    };
    Ok(Brought { kind, mapping: input.mapping, counts, problems, notes, import })
}

/// The guess, with what the person says of single columns in its place.
fn corrected(guess: Mapping, kind: ImportKind, said: &[(String, String)]) -> Result<Mapping, Refused> {
    let mut columns: Vec<_> = guess.columns().map(|(title, field)| (title.to_owned(), field)).collect();
    for (title, key) in said {
        let known = key.parse().ok().filter(|field| kind.fields().contains(field));
        let field: ImportField = known.ok_or_else(|| Refused::NoSuchField(key.clone(), kind))?;
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
    match kind.needed().iter().find(|field| mapping.column(**field).is_none()) {
        Some(field) => Err(Refused::NoColumn(*field)),
        None => Ok(mapping),
    }
}
