use super::{
    OfLine,
    fields::{filled, input, questions, theirs},
};
use crate::{
    failure::Failure,
    form::Sheet,
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, BudgetLineId};

pub async fn show(now: Now, Path((_, number, id)): OfLine) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let line = now.seen().budget_line(innovation, id)?;
    page(&now, number, id, filled(line).about(line.entry.version))
}

pub async fn submit(now: Now, Path((_, number, id)): OfLine, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(input) = input(&mut sheet) {
        let version = sheet.seen();
        let decided =
            now.decide(&mut sheet, Some(theirs), |seen, _, _| seen.edit_budget_line(innovation, id, input, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/money")), Note::BudgetLineSaved));
        }
    }
    Ok(page(&now, number, id, sheet)?.into_response())
}

fn page(here: &Here, number: u32, id: BudgetLineId, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditMoney, Some(&innovation))?;
    here.seen().budget_line(innovation.id, id)?;
    let form = InnovationForm::new("Edit a budget line", &innovation.title, "Save budget line");
    Ok(form.page(here, &innovation, sheet, questions))
}
