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

const MET: Field = Field::new("met_on", "Met on");

pub async fn show(now: Now, Path((_, number, milestone, id)): OfDependency) -> Result<Page, Failure> {
    let found = found(&now, number, milestone, id)?;
    let sheet = Sheet::default().with(MET, now.today).about(found.dependency.entry.version);
    page(&now, &found, sheet)
}

pub async fn submit(
    now: Now,
    Path((_, number, milestone, id)): OfDependency,
    mut sheet: Sheet,
) -> Result<Response, Failure> {
    let found = found(&now, number, milestone, id)?;
    let innovation = found.innovation.id;
    if let Some(met_on) = sheet.read_day(MET) {
        let version = sheet.seen();
        let decided =
            now.decide(&mut sheet, None, |seen, today, _| seen.meet_dependency(innovation, id, met_on, version, today));
        if decided.await?.is_some() {
            return Ok(done(&home(&now, number, milestone), Note::DependencyMet));
        }
    }
    Ok(page(&now, &found, sheet)?.into_response())
}

fn page(here: &Here, found: &Found, sheet: Sheet) -> Result<Page, Failure> {
    let form = form(here, found, "It need not wait any longer", "Mark as met")?;
    Ok(form.page(here, &found.innovation, sheet, |_, sheet| sheet.date(MET)))
}
