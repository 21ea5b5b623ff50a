use crate::{
    failure::Failure,
    form::{Field, Sheet, read},
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
use domain::{Act, QuietPeriod, QuietPeriodId, QuietPeriodInput, Record, Slug};
use leptos::prelude::*;

const LABEL: Field = Field::new("label", "Quiet period").hint("Such as: before the election, August, Christmas");
const FROM: Field = Field::new("from_on", "First day").hint("Tomorrow at the earliest");
const TO: Field = Field::new("to_on", "Last day").hint("At most 60 days in all");
const CLOSED: Field = Field::new("closed", "No work is done at all: it also drops out of forecasts");

type Address = Path<(Slug, QuietPeriodId)>;

pub async fn show_new(now: Now) -> Result<Page, Failure> {
    page(&now, None, Sheet::blank())
}

pub async fn add(now: Now, mut sheet: Sheet) -> Result<Response, Failure> {
    if let Some(input) = input(&mut sheet) {
        let decided =
            now.decide(&mut sheet, None, |seen, today, id| seen.add_quiet_period(QuietPeriodId(id.0), input, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link("settings"), Note::QuietPeriodAdded));
        }
    }
    Ok(page(&now, None, sheet)?.into_response())
}

pub async fn show(now: Now, Path((_, id)): Address) -> Result<Page, Failure> {
    let period = now.seen().quiet_period(id)?;
    page(&now, Some(id), filled(period).about(period.entry.version))
}

pub async fn edit(now: Now, Path((_, id)): Address, mut sheet: Sheet) -> Result<Response, Failure> {
    if let Some(input) = input(&mut sheet) {
        let version = sheet.seen();
        let decided =
            now.decide(&mut sheet, Some(theirs), |seen, today, _| seen.edit_quiet_period(id, input, version, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link("settings"), Note::QuietPeriodSaved));
        }
    }
    Ok(page(&now, Some(id), sheet)?.into_response())
}

pub async fn show_remove(now: Now, Path((_, id)): Address) -> Result<Page, Failure> {
    let version = now.seen().quiet_period(id)?.entry.version;
    remove_page(&now, id, Sheet::default().about(version))
}

pub async fn remove(now: Now, Path((_, id)): Address, mut sheet: Sheet) -> Result<Response, Failure> {
    let version = sheet.seen();
    let decided = now.decide(&mut sheet, None, |seen, today, _| seen.remove_quiet_period(id, version, today));
    if decided.await?.is_some() {
        return Ok(done(&now.link("settings"), Note::QuietPeriodRemoved));
    }
    Ok(remove_page(&now, id, sheet)?.into_response())
}

fn filled(period: &QuietPeriod) -> Sheet {
    Sheet::default()
        .with(LABEL, &period.label)
        .with(FROM, period.from_on)
        .with(TO, period.to_on)
        .with(CLOSED, if period.closed { "yes" } else { "" })
}

fn theirs(record: &Record) -> Sheet {
    match record {
        Record::QuietPeriod(period) => filled(period),
        _ => Sheet::default(),
    }
}

fn input(sheet: &mut Sheet) -> Option<QuietPeriodInput> {
    read!(sheet, QuietPeriodInput {
        label: LABEL,
        from_on: day FROM,
        to_on: day TO,
        closed: flag CLOSED,
    })
}

fn page(here: &Here, id: Option<QuietPeriodId>, sheet: Sheet) -> Result<Page, Failure> {
    here.seen().must(Act::EditQuietPeriods, None)?;
    id.map(|id| here.seen().quiet_period(id)).transpose()?;
    let (heading, button) = match id {
        Some(_) => ("Edit a quiet period", "Save quiet period"),
        None => ("Add a quiet period", "Add quiet period"),
    };
    let form = ShortForm {
        above: vec![("Settings".into(), here.link("settings"))],
        heading: heading.into(),
        about: Some("Its days never count towards a late update, a stale reading or a late answer.".into()),
        button,
        ..ShortForm::default()
    };
    Ok(form.page(here, sheet, |sheet| {
        view! { {sheet.text(LABEL)} {sheet.date(FROM)} {sheet.date(TO)} {sheet.tick(CLOSED)} }
    }))
}

fn remove_page(here: &Here, id: QuietPeriodId, sheet: Sheet) -> Result<Page, Failure> {
    here.seen().must(Act::EditQuietPeriods, None)?;
    let period = here.seen().quiet_period(id)?;
    let form = ShortForm {
        above: vec![("Settings".into(), here.link("settings"))],
        kicker: Some(format!("{}, {} to {}", period.label, date(period.from_on), date(period.to_on))),
        heading: "Remove a quiet period".into(),
        about: Some("Its days will count like any other.".into()),
        button: "Remove quiet period",
        stops: true,
    };
    Ok(form.page(here, sheet, |_| ()))
}
