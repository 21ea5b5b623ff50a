use super::OfLine;
use crate::{
    failure::Failure,
    form::{Field, Sheet},
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

const REASON: Field = Field::new("reason", "Why is it no longer in the budget?");

pub async fn show(now: Now, Path((_, number, id)): OfLine) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let version = now.seen().budget_line(innovation, id)?.entry.version;
    page(&now, number, id, Sheet::default().about(version))
}

pub async fn submit(now: Now, Path((_, number, id)): OfLine, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(reason) = sheet.read(REASON) {
        let version = sheet.seen();
        let decided =
            now.decide(&mut sheet, None, |seen, _, _| seen.remove_budget_line(innovation, id, reason, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/money")), Note::BudgetLineRemoved));
        }
    }
    Ok(page(&now, number, id, sheet)?.into_response())
}

fn page(here: &Here, number: u32, id: BudgetLineId, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditMoney, Some(&innovation))?;
    let line = here.seen().budget_line(innovation.id, id)?;
    let source = line.source.as_ref().map_or_else(|| line.kind.label().to_owned(), ToString::to_string);
    let kicker = format!("{source}, {}", line.approved);
    let form = InnovationForm::new("Remove a budget line", kicker, "Remove budget line").stop();
    Ok(form.page(here, &innovation, sheet, |_, sheet| sheet.area(REASON, 2)))
}
