//! The member councils of a partnership.
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
use domain::{Act, Council, CouncilId, CouncilInput, OrganisationId, Record, Refusal, Rule, Slug};
use leptos::prelude::*;

const NAME: Field = Field::new("name", "Council");
const FROM: Field = Field::new("from_on", "Member from");
const LINK: Field = Field::new("link", "Its own portfolio here").hint(
    "The first part of its address, such as northshire-council. Its people may then read the innovations that list it. \
     May be left blank",
);
const LAST: Field = Field::new("to_on", "Last day as a member");

type Address = Path<(Slug, CouncilId)>;

pub async fn show_new(now: Now) -> Result<Page, Failure> {
    page(&now, None, Sheet::blank().with(FROM, now.today))
}

pub async fn add(now: Now, mut sheet: Sheet) -> Result<Response, Failure> {
    now.seen().must(Act::ManagePeople, None)?;
    if let Some(input) = input(&now, &mut sheet).await? {
        let decided = now.decide(&mut sheet, None, |seen, _, id| seen.add_council(CouncilId(id.0), input));
        if decided.await?.is_some() {
            return Ok(done(&now.link("settings"), Note::CouncilAdded));
        }
    }
    Ok(page(&now, None, sheet)?.into_response())
}

pub async fn show(now: Now, Path((_, id)): Address) -> Result<Page, Failure> {
    now.seen().must(Act::ManagePeople, None)?;
    let council = now.seen().council(id).ok_or(Refusal::NotFound)?.clone();
    let linked = match council.organisation {
        Some(organisation) => slug_of(&now, organisation).await?,
        None => None,
    };
    page(&now, Some(id), filled(&council).with_any(LINK, linked).about(council.entry.version))
}

pub async fn edit(now: Now, Path((_, id)): Address, mut sheet: Sheet) -> Result<Response, Failure> {
    now.seen().must(Act::ManagePeople, None)?;
    if let Some(input) = input(&now, &mut sheet).await? {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, _, _| seen.edit_council(id, input, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link("settings"), Note::CouncilSaved));
        }
    }
    Ok(page(&now, Some(id), sheet)?.into_response())
}

pub async fn show_end(now: Now, Path((_, id)): Address) -> Result<Page, Failure> {
    let council = now.seen().council(id).ok_or(Refusal::NotFound)?;
    end_page(&now, id, Sheet::default().with_any(LAST, council.to_on).about(council.entry.version))
}

pub async fn end(now: Now, Path((_, id)): Address, mut sheet: Sheet) -> Result<Response, Failure> {
    if let Some(last) = sheet.read_day(LAST) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, None, |seen, _, _| seen.end_council(id, last, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link("settings"), Note::CouncilEnded));
        }
    }
    Ok(end_page(&now, id, sheet)?.into_response())
}

fn filled(council: &Council) -> Sheet {
    Sheet::default().with(NAME, &council.name).with(FROM, council.from_on)
}

fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Council(council) => filled(council),
        _ => Sheet::default(),
    }
}

/// The organisation is named by its address; one that is not there is a wrong answer.
async fn input(now: &Now, sheet: &mut Sheet) -> Result<Option<CouncilInput>, Failure> {
    let (name, from_on, link) = (sheet.read(NAME), sheet.read_day(FROM), sheet.read_any::<Slug>(LINK));
    let organisation = match link {
        Some(Some(slug)) => match now.store().find(&slug).await? {
            Some((id, _)) if id != now.reach().portfolio().id => Some(Some(id)),
            _ => sheet.wrong(LINK, Rule::Choose),
        },
        Some(None) => Some(None),
        None => None,
    };
    Ok((|| Some(CouncilInput { name: name?, organisation: organisation?, from_on: from_on? }))())
}

async fn slug_of(now: &Now, organisation: OrganisationId) -> Result<Option<Slug>, Failure> {
    let all = now.store().organisations().await?;
    Ok(all.into_iter().find(|(id, _)| *id == organisation).map(|(_, slug)| slug))
}

fn page(here: &Here, id: Option<CouncilId>, sheet: Sheet) -> Result<Page, Failure> {
    here.seen().must(Act::ManagePeople, None)?;
    let council = id.map(|id| here.seen().council(id).ok_or(Refusal::NotFound)).transpose()?;
    let (heading, button) = match council {
        Some(_) => ("Edit a member council", "Save council"),
        None => ("Add a member council", "Add council"),
    };
    let form = ShortForm {
        above: vec![("Settings".into(), here.link("settings"))],
        kicker: council.map(|council| council.name.to_string()),
        heading: heading.into(),
        button,
        ..ShortForm::default()
    };
    Ok(form.page(here, sheet, |sheet| view! { {sheet.text(NAME)} {sheet.date(FROM)} {sheet.short(LINK)} }))
}

fn end_page(here: &Here, id: CouncilId, sheet: Sheet) -> Result<Page, Failure> {
    here.seen().must(Act::ManagePeople, None)?;
    let council = here.seen().council(id).ok_or(Refusal::NotFound)?;
    let form = ShortForm {
        above: vec![("Settings".into(), here.link("settings"))],
        kicker: Some(council.name.to_string()),
        heading: "End a council’s membership".into(),
        about: Some("Its people no longer read here from the day after. What was recorded stays.".into()),
        button: "End membership",
        stops: true,
    };
    Ok(form.page(here, sheet, |sheet| sheet.date(LAST)))
}
