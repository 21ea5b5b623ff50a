//! Two groups turn out to be one.
use super::{Of, above};
use crate::{
    failure::Failure,
    form::{Choice, Field, Sheet},
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, Stakeholder, StakeholderId};
use std::sync::Arc;

const INTO: Field = Field::new("into", "It is the same as").hint("Everything is told under this name from now on");

pub async fn show(now: Now, Path((_, id)): Of) -> Result<Page, Failure> {
    let one = found(&now, id)?;
    page(&now, id, Sheet::default().about(one.entry.version))
}

pub async fn submit(now: Now, Path((_, id)): Of, mut sheet: Sheet) -> Result<Response, Failure> {
    found(&now, id)?;
    if let Some(into) = sheet.read(INTO) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, None, |seen, _, _| seen.merge_stakeholder(id, into, version));
        if decided.await?.is_some() {
            return Ok(done(&super::address(&now, into), Note::StakeholdersMerged));
        }
    }
    Ok(page(&now, id, sheet)?.into_response())
}

fn found(here: &Here, id: StakeholderId) -> Result<Arc<Stakeholder>, Failure> {
    let one = here.seen().stakeholder(id)?.clone();
    here.seen().must(Act::EditStakeholders, None)?;
    Ok(one)
}

fn page(here: &Here, id: StakeholderId, sheet: Sheet) -> Result<Page, Failure> {
    let one = found(here, id)?;
    let others = here.seen().stakeholders().into_iter().filter(|other| other.id != id);
    let others: Vec<_> = others.map(|one| Choice::new(one.id, &one.name)).collect();
    let form = ShortForm {
        above: above(here),
        kicker: Some(one.name.to_string()),
        heading: "This is the same as another".into(),
        about: Some("What was heard from either is told under one name. Where both stand towards the same innovation, the one that stays counts.".into()),
        button: "Make them one",
        stops: true,
    };
    Ok(form.page(here, sheet, move |sheet| sheet.select(INTO, others)))
}
