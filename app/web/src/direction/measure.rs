//! Adding and editing a measure of an outcome or an innovation.
use super::{
    measure_fields::{blank, filled, input, questions, theirs},
    measured::{Address, Measured},
};
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
use domain::MeasureId;

pub async fn show_new(now: Now, Path(address): Path<Address>) -> Result<Page, Failure> {
    page(&now, address, blank())
}

pub async fn add(now: Now, Path(address): Path<Address>, mut sheet: Sheet) -> Result<Response, Failure> {
    let measured = Measured::at(&now, address)?;
    measured.must_change(&now)?;
    let of = measured.of;
    if let Some(input) = input(&mut sheet) {
        let decided =
            now.decide(&mut sheet, None, |seen, today, id| seen.add_measure(MeasureId(id.0), of, input, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&measured.list()), Note::MeasureAdded));
        }
    }
    Ok(page(&now, address, sheet)?.into_response())
}

pub async fn show(now: Now, Path(address): Path<Address>) -> Result<Page, Failure> {
    let measure = now.seen().measure(address.measure.ok_or(Failure::NotFound)?)?;
    page(&now, address, filled(measure).about(measure.entry.version))
}

pub async fn edit(now: Now, Path(address): Path<Address>, mut sheet: Sheet) -> Result<Response, Failure> {
    let measured = Measured::at(&now, address)?;
    measured.must_change(&now)?;
    let id = address.measure.ok_or(Failure::NotFound)?;
    if let Some(input) = input(&mut sheet) {
        let version = sheet.seen();
        let decided =
            now.decide(&mut sheet, Some(theirs), |seen, today, _| seen.edit_measure(id, input, version, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&measured.list()), Note::MeasureSaved));
        }
    }
    Ok(page(&now, address, sheet)?.into_response())
}

fn page(here: &Here, address: Address, sheet: Sheet) -> Result<Page, Failure> {
    let measured = Measured::at(here, address)?;
    measured.must_change(here)?;
    let (heading, button) = match address.measure {
        Some(_) => ("Edit a measure", "Save measure"),
        None => ("Add a measure", "Add measure"),
    };
    let form = ShortForm {
        above: measured.above(here),
        kicker: Some(measured.title),
        heading: heading.into(),
        button,
        ..ShortForm::default()
    };
    Ok(form.long_page(here, sheet, questions))
}
