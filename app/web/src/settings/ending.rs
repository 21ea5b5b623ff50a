//! The end of the organisation or of a member council: its last day, and who follows.
use crate::{
    failure::Failure,
    form::{Field, Sheet},
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, CouncilId, Ending, Name, Record, Refusal, Slug, Version};
use leptos::prelude::*;

const ON: Field = Field::new("ends_on", "Last day on which it exists")
    .hint("As the order that reorganises it says. Leave blank if it goes on");
const SUCCESSORS: Field = Field::new("successors", "Which councils follow it?")
    .hint("One on each line, named as in what they promise. Leave blank as long as it is not known");

type Address = Path<(Slug, CouncilId)>;

pub async fn show(now: Now) -> Result<Page, Failure> {
    open(&now, None)
}

pub async fn submit(now: Now, sheet: Sheet) -> Result<Response, Failure> {
    settle(&now, None, sheet).await
}

pub async fn show_of_council(now: Now, Path((_, id)): Address) -> Result<Page, Failure> {
    open(&now, Some(id))
}

pub async fn submit_of_council(now: Now, Path((_, id)): Address, sheet: Sheet) -> Result<Response, Failure> {
    settle(&now, Some(id), sheet).await
}

fn open(now: &Now, council: Option<CouncilId>) -> Result<Page, Failure> {
    let of = of(now, council)?;
    page(now, council, filled(of.ending.as_ref()).about(of.version))
}

async fn settle(now: &Now, council: Option<CouncilId>, mut sheet: Sheet) -> Result<Response, Failure> {
    now.seen().must(Act::ManagePeople, None)?;
    if let Some(ending) = read(&mut sheet) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, _, _| seen.settle_ending(council, ending, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link("settings"), Note::EndingSettled));
        }
    }
    Ok(page(now, council, sheet)?.into_response())
}

/// Whose end is asked for, as it stands.
struct Of {
    name: Name,
    ending: Option<Ending>,
    version: Version,
}

fn of(here: &Here, council: Option<CouncilId>) -> Result<Of, Failure> {
    let Some(id) = council else {
        let one = here.seen().organisation();
        return Ok(Of { name: one.name.clone(), ending: one.ending.clone(), version: one.entry.version });
    };
    let one = here.seen().council(id).ok_or(Refusal::NotFound)?;
    Ok(Of { name: one.name.clone(), ending: one.ending.clone(), version: one.entry.version })
}

fn filled(ending: Option<&Ending>) -> Sheet {
    let successors = ending.map(|one| one.successors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
    Sheet::default().with_any(ON, ending.map(|one| one.on)).with_any(SUCCESSORS, successors)
}

fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Organisation(one) => filled(one.ending.as_ref()),
        Record::Council(one) => filled(one.ending.as_ref()),
        _ => Sheet::default(),
    }
}

/// None within: it goes on. Who follows is told only of what ends.
fn read(sheet: &mut Sheet) -> Option<Option<Ending>> {
    sheet.ask(SUCCESSORS);
    let lines = sheet.typed(SUCCESSORS).lines().map(str::trim).filter(|line| !line.is_empty());
    let successors: Result<Vec<Name>, _> = lines.map(str::parse).collect();
    let ends = !matches!(&successors, Ok(none) if none.is_empty());
    let on = if ends { sheet.read_day(ON).map(Some) } else { sheet.read_any_day(ON) };
    let successors = match successors {
        Ok(successors) => Some(successors),
        Err(rule) => sheet.wrong(SUCCESSORS, rule),
    };
    let (on, successors) = (on?, successors?);
    Some(on.map(|on| Ending { on, successors }))
}

fn page(here: &Here, council: Option<CouncilId>, sheet: Sheet) -> Result<Page, Failure> {
    here.seen().must(Act::ManagePeople, None)?;
    let form = ShortForm {
        above: vec![("Settings".into(), here.link("settings"))],
        kicker: Some(of(here, council)?.name.to_string()),
        heading: "When does it end, and who follows?".into(),
        about: Some(
            "For a council that is to be reorganised. Whatever is promised beyond its last day is warned of, until a \
             successor has promised it as well."
                .into(),
        ),
        button: "Save the end",
        stops: false,
    };
    Ok(form.page(here, sheet, |sheet| view! { {sheet.date(ON)} {sheet.area(SUCCESSORS, 3)} }))
}
