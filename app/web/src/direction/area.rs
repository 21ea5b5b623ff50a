use crate::{
    failure::Failure,
    form::{Choice, Field, Sheet, read},
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    ui::words::date,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, MembershipId, PriorityArea, PriorityAreaId, PriorityAreaInput, Record, Refusal, Side, Slug};
use leptos::prelude::*;

const TITLE: Field = Field::new("title", "Priority area").hint("A theme that leaders have agreed, in a few words");
const FROM: Field = Field::new("active_from", "Active from");
const POLITICAL: Field = Field::new("political_sponsor", "Political sponsor").hint("Leader, cabinet member or chair");
const OFFICER: Field =
    Field::new("officer_sponsor", "Officer sponsor").hint("Chief executive, director or head of service");
const REVIEW: Field =
    Field::new("review_on", "Next review").hint("When leaders have agreed to look again. May be left blank");

type Address = Path<(Slug, PriorityAreaId)>;

pub async fn show_new(now: Now) -> Result<Page, Failure> {
    page(&now, None, Sheet::blank().with(FROM, now.today))
}

pub async fn add(now: Now, mut sheet: Sheet) -> Result<Response, Failure> {
    if let Some(input) = input(&mut sheet) {
        let decided =
            now.decide(&mut sheet, None, |seen, today, id| seen.add_priority_area(PriorityAreaId(id.0), input, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link("priorities"), Note::PriorityAreaAdded));
        }
    }
    Ok(page(&now, None, sheet)?.into_response())
}

pub async fn show(now: Now, Path((_, id)): Address) -> Result<Page, Failure> {
    let area = now.seen().priority_area(id).ok_or(Refusal::NotFound)?;
    page(&now, Some(id), filled(area).about(area.entry.version))
}

pub async fn edit(now: Now, Path((_, id)): Address, mut sheet: Sheet) -> Result<Response, Failure> {
    if let Some(input) = input(&mut sheet) {
        let version = sheet.seen();
        let decided =
            now.decide(&mut sheet, Some(theirs), |seen, today, _| seen.edit_priority_area(id, input, version, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link("priorities"), Note::PriorityAreaSaved));
        }
    }
    Ok(page(&now, Some(id), sheet)?.into_response())
}

fn filled(area: &PriorityArea) -> Sheet {
    Sheet::default()
        .with(TITLE, &area.title)
        .with(FROM, area.active_from)
        .with_any(POLITICAL, area.political_sponsor)
        .with_any(OFFICER, area.officer_sponsor)
        .with_any(REVIEW, area.review_on)
}

fn theirs(record: &Record) -> Sheet {
    match record {
        Record::PriorityArea(area) => filled(area),
        _ => Sheet::default(),
    }
}

fn input(sheet: &mut Sheet) -> Option<PriorityAreaInput> {
    read!(sheet, PriorityAreaInput {
        title: TITLE,
        active_from: day FROM,
        political_sponsor: any POLITICAL,
        officer_sponsor: any OFFICER,
        review_on: any day REVIEW,
    })
}

fn page(here: &Here, id: Option<PriorityAreaId>, sheet: Sheet) -> Result<Page, Failure> {
    here.seen().must(Act::EditDirection, None)?;
    let area = id.map(|id| here.seen().priority_area(id).cloned().ok_or(Refusal::NotFound)).transpose()?;
    let (heading, button) = match &area {
        Some(_) => ("Edit a priority area", "Save priority area"),
        None => ("Add a priority area", "Add priority area"),
    };
    let review = here.seen().line_of_sight(here.today).next_review_on;
    let form = ShortForm {
        above: vec![("Priorities".into(), here.link("priorities"))],
        kicker: area.as_ref().map(|area| area.title.to_string()),
        heading: heading.into(),
        about: review
            .map(|day| format!("The next agreed review is on {}. This is a change between reviews.", date(day))),
        button,
        ..ShortForm::default()
    };
    let political = sponsors(here, Side::Political, area.as_ref().and_then(|area| area.political_sponsor));
    let officers = sponsors(here, Side::Managerial, area.as_ref().and_then(|area| area.officer_sponsor));
    Ok(form.long_page(here, sheet, move |sheet| {
        view! {
            {sheet.text(TITLE)}
            {sheet.date(FROM)}
            {sheet.select(POLITICAL, political)}
            {sheet.select(OFFICER, officers)}
            {sheet.date(REVIEW)}
        }
    }))
}

/// Those of the side who are in post, and whoever is the sponsor now.
fn sponsors(here: &Here, side: Side, now: Option<MembershipId>) -> Vec<Choice> {
    let fits =
        here.seen().memberships().filter(|one| Some(one.id) == now || one.side == side && one.is_current(here.today));
    let mut choices: Vec<_> = fits
        .map(|one| match &one.title {
            Some(title) => Choice::new(one.id, format!("{}, {title}", one.name)),
            None => Choice::new(one.id, &one.name),
        })
        .collect();
    choices.sort_by(|one, other| one.label.cmp(&other.label));
    choices
}
