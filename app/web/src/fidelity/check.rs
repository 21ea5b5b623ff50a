use crate::{
    failure::Failure,
    form::{Choice, Field, Sheet, read},
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    ui::words::ended,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, FidelityCheckId, FidelityInput, Impossible, ScalePlan, SiteId, Slug, YesNo};
use leptos::prelude::*;
use std::sync::Arc;

const ON: Field = Field::new("on", "Checked on");
const RATER: Field = Field::new("rater", "Who checked?").hint("Leave blank if it was you");
const NOTE: Field = Field::new("note", "What did you see?");

macro_rules! components {
    ($($number:literal)*) => {
        const COMPONENTS: [Field; 8] =
            [$(Field::new(concat!("component_", $number), concat!("Core component ", $number))),*];
    };
}
components!(1 2 3 4 5 6 7 8);

type OfSite = Path<(Slug, u32, SiteId)>;

pub async fn show(now: Now, Path((_, number, id)): OfSite) -> Result<Page, Failure> {
    page(&now, number, id, Sheet::blank().with(ON, now.today))
}

pub async fn submit(now: Now, Path((_, number, id)): OfSite, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let plan = plan(&now, number)?;
    let count = plan.core_components.len();
    let scores: Vec<Option<Option<YesNo>>> =
        COMPONENTS.into_iter().take(count).map(|field| sheet.read_any(field)).collect();
    let input = read!(sheet, FidelityInput {
        site: given Some(id),
        on: day ON,
        rater: any RATER,
        scores: given scores.into_iter().collect::<Option<Vec<_>>>(),
        note: any NOTE,
    });
    if let Some(input) = input {
        let decided = now.decide(&mut sheet, None, |seen, today, check| {
            seen.check_fidelity(FidelityCheckId(check.0), innovation, input, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/sites/{id}")), Note::FidelityChecked));
        }
    }
    Ok(page(&now, number, id, sheet)?.into_response())
}

fn plan(here: &Here, number: u32) -> Result<Arc<ScalePlan>, Failure> {
    let innovation = here.seen().numbered(number)?;
    here.seen().must(Act::EditInnovation, Some(innovation))?;
    here.seen().scale_plan(innovation.id).cloned().ok_or(Failure::Impossible(Impossible::NoScalePlan))
}

fn page(here: &Here, number: u32, id: SiteId, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    let name = here.seen().site(innovation.id, id)?.name.to_string();
    let plan = plan(here, number)?;
    let form = InnovationForm::new("Is the core being done?", name, "Save check")
        .lead("Answer for every core component of the plan. An agreed change around the core is no loss.");
    Ok(form.page(here, &innovation, sheet, move |here, sheet| questions(here, &plan, sheet)))
}

fn questions(here: &Here, plan: &ScalePlan, sheet: &Sheet) -> impl IntoView + use<> {
    let asked = COMPONENTS.into_iter().zip(&plan.core_components).map(|(field, component)| {
        let answers = YesNo::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
        let heading = format!("{} {} Weight {}.", ended(&component.name), ended(&component.why), component.weight);
        view! { <div class="stack stack-s"><p>{heading}</p>{sheet.short_radios(field, answers)}</div> }
    });
    let asked = asked.collect_view();
    view! {
        {asked}
        {sheet.date(ON)}
        {sheet.select(RATER, here.people())}
        {sheet.area(NOTE, 2)}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_of_the_form_are_those_in_which_problems_are_told() {
        assert_eq!(COMPONENTS.map(|field| field.name), FidelityInput::FIELDS);
    }
}
