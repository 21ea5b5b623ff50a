//! How much risk a member council of a partnership accepts: shown beside the partnership where it is less.
use super::appetite::field;
use crate::{
    failure::Failure,
    form::{Choice, Field, SEEN, Sheet},
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, AppetiteBand, AppetiteId, CouncilAppetiteInput, CouncilId, RiskCategory, Slug};
use leptos::prelude::*;
use uuid::Uuid;

const REASON: Field = Field::new("reason", "Where did the council say so?").hint("Such as a minute. May be left out");

pub async fn form(now: Now, Path((_, council)): Path<(Slug, CouncilId)>) -> Result<Page, Failure> {
    let seen = now.seen();
    let filled = RiskCategory::ALL.iter().fold(Sheet::default(), |sheet, category| {
        sheet.with_any(field(*category), seen.council_appetite(council, *category).map(AppetiteBand::key))
    });
    page(&now, council, filled.about(seen.appetite_version(Some(council))))
}

pub async fn submit(
    now: Now,
    Path((_, council)): Path<(Slug, CouncilId)>,
    mut sheet: Sheet,
) -> Result<Response, Failure> {
    if let Some(input) = input(&mut sheet) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, None, |seen, _, submission| {
            let mut next = 0;
            let new_id = || {
                next += 1;
                AppetiteId(Uuid::from_u128(submission.0.as_u128() ^ next))
            };
            seen.set_council_appetite(council, input, new_id, version)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link("appetite"), Note::AppetiteSet));
        }
        // The version of a single category says nothing about the nine of this form.
        sheet = sheet.with(SEEN, now.seen().appetite_version(Some(council)));
    }
    Ok(page(&now, council, sheet)?.into_response())
}

fn input(sheet: &mut Sheet) -> Option<CouncilAppetiteInput> {
    let read: Vec<_> = RiskCategory::ALL.iter().map(|one| (*one, sheet.read_any(field(*one)))).collect();
    let reason = sheet.read_any(REASON);
    let bands: Option<Vec<_>> = read.into_iter().map(|(category, band)| Some((category, band?))).collect();
    Some(CouncilAppetiteInput { bands: bands?, reason: reason? })
}

fn page(here: &Here, council: CouncilId, sheet: Sheet) -> Result<Page, Failure> {
    let name = here.seen().council(council).ok_or(Failure::NotFound)?.name.to_string();
    here.seen().must(Act::EditAppetite, None)?;
    let form = ShortForm {
        above: vec![("Risks".into(), here.link("risks")), ("How much risk we accept".into(), here.link("appetite"))],
        kicker: Some(name),
        heading: "What this council accepts".into(),
        about: Some("Leave out what the council has not said. Where it accepts less than the partnership, its level stands beside each risk.".into()),
        button: "Save appetite",
        ..ShortForm::default()
    };
    Ok(form.page(here, sheet, |sheet| {
        let bands = || {
            let words = |one: &AppetiteBand| {
                format!("{}: up to {}, tolerated to {}", one.label(), one.appetite(), one.tolerance())
            };
            AppetiteBand::ALL.iter().map(|one| Choice::new(one.key(), words(one))).collect::<Vec<_>>()
        };
        let questions = RiskCategory::ALL.iter().map(|one| sheet.select(field(*one), bands())).collect_view();
        view! { {questions} {sheet.area(REASON, 2)} }
    }))
}
