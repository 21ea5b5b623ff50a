use super::{Found, OfDependency, form, found, home};
use crate::{
    failure::Failure,
    form::{Field, Sheet},
    here::{Here, Now},
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};

const REASON: Field =
    Field::new("reason", "Why does it not wait on that?").hint("If it is there now, mark it as met instead");

pub async fn show(now: Now, Path((_, number, milestone, id)): OfDependency) -> Result<Page, Failure> {
    let found = found(&now, number, milestone, id)?;
    let sheet = Sheet::default().about(found.dependency.entry.version);
    page(&now, &found, sheet)
}

pub async fn submit(
    now: Now,
    Path((_, number, milestone, id)): OfDependency,
    mut sheet: Sheet,
) -> Result<Response, Failure> {
    let found = found(&now, number, milestone, id)?;
    let innovation = found.innovation.id;
    if let Some(reason) = sheet.read(REASON) {
        let version = sheet.seen();
        let decided =
            now.decide(&mut sheet, None, |seen, _, _| seen.remove_dependency(innovation, id, reason, version));
        if decided.await?.is_some() {
            return Ok(done(&home(&now, number, milestone), Note::DependencyRemoved));
        }
    }
    Ok(page(&now, &found, sheet)?.into_response())
}

fn page(here: &Here, found: &Found, sheet: Sheet) -> Result<Page, Failure> {
    let form = form(here, found, "It does not wait on that", "Remove dependency")?.stop();
    Ok(form.page(here, &found.innovation, sheet, |_, sheet| sheet.area(REASON, 2)))
}
