//! Taking an outcome or a measure away, with a reason; the history keeps both.
use super::measured::{Address, Measured};
use crate::{
    failure::Failure,
    form::{Field, Sheet},
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, OutcomeId, PriorityAreaId, Reason, Slug};

const REASON: Field = Field::new("reason", "Why is it removed?").hint("Assume this could be disclosed");

type OutcomeAddress = Path<(Slug, PriorityAreaId, OutcomeId)>;

pub async fn show_outcome(now: Now, Path((_, area, id)): OutcomeAddress) -> Result<Page, Failure> {
    let version = now.seen().outcome(area, id)?.entry.version;
    outcome_page(&now, area, id, Sheet::default().about(version))
}

pub async fn outcome(now: Now, Path((_, area, id)): OutcomeAddress, mut sheet: Sheet) -> Result<Response, Failure> {
    if let Some(reason) = sheet.read::<Reason>(REASON) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, None, |seen, _, _| seen.remove_outcome(area, id, reason, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link("priorities"), Note::OutcomeRemoved));
        }
    }
    Ok(outcome_page(&now, area, id, sheet)?.into_response())
}

fn outcome_page(here: &Here, area: PriorityAreaId, id: OutcomeId, sheet: Sheet) -> Result<Page, Failure> {
    here.seen().must(Act::EditDirection, None)?;
    let form = ShortForm {
        above: vec![("Priorities".into(), here.link("priorities"))],
        kicker: Some(here.seen().outcome(area, id)?.statement.to_string()),
        heading: "Remove an outcome".into(),
        about: Some("It can be removed once nothing measures it. Its history is kept.".into()),
        button: "Remove outcome",
        stops: true,
    };
    Ok(form.page(here, sheet, |sheet| sheet.area(REASON, 2)))
}

pub async fn show_measure(now: Now, Path(address): Path<Address>) -> Result<Page, Failure> {
    let version = now.seen().measure(address.measure.ok_or(Failure::NotFound)?)?.entry.version;
    measure_page(&now, address, Sheet::default().about(version))
}

pub async fn measure(now: Now, Path(address): Path<Address>, mut sheet: Sheet) -> Result<Response, Failure> {
    let measured = Measured::at(&now, address)?;
    measured.must_change(&now)?;
    let id = address.measure.ok_or(Failure::NotFound)?;
    if let Some(reason) = sheet.read::<Reason>(REASON) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, None, |seen, _, _| seen.remove_measure(id, reason, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&measured.list()), Note::MeasureRemoved));
        }
    }
    Ok(measure_page(&now, address, sheet)?.into_response())
}

fn measure_page(here: &Here, address: Address, sheet: Sheet) -> Result<Page, Failure> {
    let measured = Measured::at(here, address)?;
    measured.must_change(here)?;
    let measure = here.seen().measure(address.measure.ok_or(Failure::NotFound)?)?;
    let form = ShortForm {
        above: measured.above(here),
        kicker: Some(measure.title.to_string()),
        heading: "Remove a measure".into(),
        about: Some("Its readings are removed with it. The history keeps both.".into()),
        button: "Remove measure",
        stops: true,
    };
    Ok(form.page(here, sheet, |sheet| sheet.area(REASON, 2)))
}
