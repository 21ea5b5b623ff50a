//! One value, read on a day: three questions, so that it can be answered on a phone in a corridor.
use super::{
    measure_table::latest,
    measured::{Address, Measured},
};
use crate::{
    failure::Failure,
    form::{Field, Sheet, read},
    here::{Here, Now},
    leadership::evidence_for,
    page::Page,
    short_form::ShortForm,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{ReadingId, ReadingInput, SignalName};
use leptos::prelude::*;

const VALUE: Field = Field::new("value", "Value");
const ON: Field = Field::new("on", "Day it was true for");
const NOTE: Field = Field::new("note", "Note")
    .hint("May be left blank. Where the day has a reading already, say what was wrong with it");

pub async fn show(now: Now, Path(address): Path<Address>) -> Result<Page, Failure> {
    page(&now, address, Sheet::blank().with(ON, now.today))
}

pub async fn submit(now: Now, Path(address): Path<Address>, mut sheet: Sheet) -> Result<Response, Failure> {
    let measured = Measured::at(&now, address)?;
    measured.must_change(&now)?;
    let id = address.measure.ok_or(Failure::NotFound)?;
    let back = measured.address(now.seen().measure(id)?);
    if let Some(input) = read!(sheet, ReadingInput { on: day ON, value: VALUE, note: any NOTE }) {
        let decided =
            now.decide(&mut sheet, None, |seen, today, new| seen.add_reading(ReadingId(new.0), id, input, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&back), Note::ReadingAdded));
        }
    }
    Ok(page(&now, address, sheet)?.into_response())
}

fn page(here: &Here, address: Address, sheet: Sheet) -> Result<Page, Failure> {
    let measured = Measured::at(here, address)?;
    measured.must_change(here)?;
    let measure = here.seen().measure(address.measure.ok_or(Failure::NotFound)?)?.clone();
    let sight = here.seen().measure_sight(&measure, here.today);
    let mut above = measured.above(here);
    above.push((measure.title.to_string(), here.link(&measured.address(&measure))));
    let line = measured.innovation.as_ref();
    let line = line.and_then(|one| evidence_for(here, one.id, &[SignalName::Measured]));
    let form = ShortForm {
        above,
        kicker: Some(measure.title.to_string()),
        heading: "Add a reading".into(),
        about: Some(format!("Last: {}. In {}.", latest(&measure, &sight.figures), measure.unit)),
        button: "Add reading",
        ..ShortForm::default()
    };
    Ok(form.page(here, sheet, |sheet| {
        view! { {sheet.short(VALUE)} {sheet.date(ON)} {sheet.area(NOTE, 2)} {line} }
    }))
}
