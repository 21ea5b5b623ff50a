use super::{OfEngagement, edit::found, over};
use crate::{
    failure::Failure,
    form::{Field, Sheet},
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
use domain::EngagementId;

const REASON: Field = Field::new("reason", "Why is it removed?").hint("Such as: it was logged twice");

pub async fn show(now: Now, Path((_, number, id)): OfEngagement) -> Result<Page, Failure> {
    let (_, one) = found(&now, number, id)?;
    page(&now, number, id, Sheet::default().about(one.entry.version))
}

pub async fn submit(now: Now, Path((_, number, id)): OfEngagement, mut sheet: Sheet) -> Result<Response, Failure> {
    let (innovation, _) = found(&now, number, id)?;
    if let Some(reason) = sheet.read(REASON) {
        let version = sheet.seen();
        let decided =
            now.decide(&mut sheet, None, |seen, _, _| seen.remove_engagement(innovation.id, id, reason, version));
        if decided.await?.is_some() {
            let list = now.link(&format!("innovations/{number}/engagement"));
            return Ok(done(&list, Note::EngagementRemoved));
        }
    }
    Ok(page(&now, number, id, sheet)?.into_response())
}

fn page(here: &Here, number: u32, id: EngagementId, sheet: Sheet) -> Result<Page, Failure> {
    let (innovation, one) = found(here, number, id)?;
    let form = ShortForm {
        above: over(here, &innovation),
        kicker: Some(format!("Engagement on {}", date(one.on))),
        heading: "Remove an engagement".into(),
        about: Some("What people said there is removed with it. The history of both is kept.".into()),
        button: "Remove engagement",
        stops: true,
    };
    Ok(form.page(here, sheet, |sheet| sheet.area(REASON, 2)))
}
