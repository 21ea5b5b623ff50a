//! What people here call the five levels of engagement.
use crate::{
    failure::Failure,
    form::{Field, Sheet},
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    visit::{Note, done},
};
use axum::response::{IntoResponse, Response};
use domain::{Act, Name, Organisation, Record};
use leptos::prelude::*;

/// In the order of the levels.
const LEVELS: [Field; 5] = [
    Field::new("level_1", "1, Tell").hint("They know what is happening and why, in time to act on it"),
    Field::new("level_2", "2, Ask").hint("They get a real question while the answer can still change something"),
    Field::new("level_3", "3, Shape").hint("They help to draw up the options"),
    Field::new("level_4", "4, Share").hint("Decisions are made jointly"),
    Field::new("level_5", "5, Hand over").hint("They make the decision, inside limits agreed beforehand"),
];

pub async fn show(now: Now) -> Result<Page, Failure> {
    let organisation = now.seen().organisation();
    page(&now, filled(organisation).about(organisation.entry.version))
}

pub async fn submit(now: Now, mut sheet: Sheet) -> Result<Response, Failure> {
    now.seen().must(Act::ManagePeople, None)?;
    let read = LEVELS.map(|field| sheet.read_any::<Name>(field));
    if read.iter().all(Option::is_some) {
        let (labels, version) = (read.map(Option::flatten), sheet.seen());
        let decided = now.decide(&mut sheet, Some(theirs), |seen, _, _| seen.name_levels(labels, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link("settings#levels"), Note::LevelsSaved));
        }
    }
    Ok(page(&now, sheet)?.into_response())
}

fn filled(organisation: &Organisation) -> Sheet {
    let words = LEVELS.into_iter().enumerate();
    words.fold(Sheet::default(), |sheet, (index, field)| sheet.with_any(field, organisation.level_labels.get(index)))
}

fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Organisation(organisation) => filled(organisation),
        _ => Sheet::default(),
    }
}

fn page(here: &Here, sheet: Sheet) -> Result<Page, Failure> {
    here.seen().must(Act::ManagePeople, None)?;
    let form = ShortForm {
        above: vec![("Settings".into(), here.link("settings"))],
        heading: "What the levels are called".into(),
        about: Some("Five levels, from telling people to handing over. Leave one blank for the usual word.".into()),
        button: "Save levels",
        ..ShortForm::default()
    };
    Ok(form.page(here, sheet, |sheet| LEVELS.map(|field| sheet.short(field).into_any()).collect_view()))
}
