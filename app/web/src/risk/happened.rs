//! A risk came true. Of a threat the issue that it now is is raised in the same step.
use super::{
    watched::{At, Watched},
    words::capital,
};
use crate::{
    failure::Failure,
    form::{Field, Sheet},
    here::{Here, Now},
    issue::fields,
    page::Page,
    short_form::ShortForm,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{HappenedInput, IssueId, RiskKind, Title};
use leptos::prelude::*;

const WHAT: Field = Field::new("what", "What happened?").hint("Assume this could be disclosed");

pub async fn show(now: Now, Path(at): Path<At>) -> Result<Page, Failure> {
    let watched = Watched::changed(&now, at)?;
    let risk = &watched.risk;
    let sheet = Sheet::default()
        .with_any(fields::TITLE, Title::cut(&capital(&risk.event)))
        .with(fields::RAISED, now.today)
        .with(fields::OWNER, risk.owner);
    page(&now, at, sheet.about(watched.version()))
}

pub async fn submit(now: Now, Path(at): Path<At>, mut sheet: Sheet) -> Result<Response, Failure> {
    let watched = Watched::changed(&now, at)?;
    let what = sheet.read(WHAT);
    let issue = match watched.risk.kind {
        RiskKind::Threat => fields::input(&mut sheet).map(Some),
        RiskKind::Opportunity => Some(None),
    };
    if let (Some(what), Some(issue)) = (what, issue) {
        let (version, (about, id)) = (sheet.seen(), watched.key());
        let new = IssueId(sheet.submission().0);
        let input = HappenedInput { what, issue };
        let decided =
            now.decide(&mut sheet, None, |seen, today, _| seen.risk_happened(about, id, input, new, version, today));
        if decided.await?.is_some() {
            return Ok(done(&watched.address(&now), Note::RiskHappened));
        }
    }
    Ok(page(&now, at, sheet)?.into_response())
}

fn page(here: &Here, at: At, sheet: Sheet) -> Result<Page, Failure> {
    let watched = Watched::changed(here, at)?;
    let is_threat = watched.risk.kind == RiskKind::Threat;
    let form = ShortForm {
        heading: "It happened".into(),
        about: is_threat.then(|| "The risk ends, and the issue that it now is stands in the list of issues.".into()),
        button: "Record what happened",
        stops: true,
        ..ShortForm::default()
    };
    let of = watched.risk.innovation;
    Ok(watched.form(here, form, sheet, move |here, sheet| {
        view! {
            {sheet.area(WHAT, 3)}
            {is_threat.then(|| view! { <h2>"The issue"</h2> {fields::questions(here, sheet, of)} }.into_any())}
        }
    }))
}
