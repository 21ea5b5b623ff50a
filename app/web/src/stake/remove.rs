//! A group no longer matters to an innovation.
use super::{OfStake, found, list, over};
use crate::{
    failure::Failure,
    form::Sheet,
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::StakeId;
use leptos::prelude::*;

pub async fn show(now: Now, Path((_, number, id)): OfStake) -> Result<Page, Failure> {
    let (_, stake) = found(&now, number, id)?;
    page(&now, number, id, Sheet::default().about(stake.entry.version))
}

pub async fn submit(now: Now, Path((_, number, id)): OfStake, mut sheet: Sheet) -> Result<Response, Failure> {
    let (innovation, _) = found(&now, number, id)?;
    let version = sheet.seen();
    let decided = now.decide(&mut sheet, None, |seen, today, _| seen.remove_stake(innovation.id, id, version, today));
    if decided.await?.is_some() {
        return Ok(done(&list(&now, &innovation), Note::StakeRemoved));
    }
    Ok(page(&now, number, id, sheet)?.into_response())
}

fn page(here: &Here, number: u32, id: StakeId, sheet: Sheet) -> Result<Page, Failure> {
    let (innovation, stake) = found(here, number, id)?;
    let form = ShortForm {
        above: over(here, &innovation),
        kicker: here.seen().group(stake.stakeholder).map(|one| one.name.to_string()),
        heading: "Take off the list".into(),
        about: Some("It no longer counts for this innovation. What was heard from it stays on record.".into()),
        button: "Take off",
        stops: true,
    };
    Ok(form.page(here, sheet, |_| None::<AnyView>))
}
