use super::{
    OfInnovation,
    fields::{STAKEHOLDER, input, questions},
    kept, list, over,
};
use crate::{
    failure::Failure,
    form::{Choice, Sheet},
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::StakeId;
use leptos::prelude::*;
use std::collections::BTreeSet;

pub async fn show(now: Now, Path((_, number)): OfInnovation) -> Result<Page, Failure> {
    page(&now, number, Sheet::blank())
}

pub async fn submit(now: Now, Path((_, number)): OfInnovation, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = kept(&now, number)?;
    if let Some(input) = input(&mut sheet) {
        let id = StakeId(sheet.submission().0);
        let decided = now.decide(&mut sheet, None, |seen, today, _| seen.add_stake(id, innovation.id, input, today));
        if decided.await?.is_some() {
            return Ok(done(&list(&now, &innovation), Note::StakeAdded));
        }
    }
    Ok(page(&now, number, sheet)?.into_response())
}

fn page(here: &Here, number: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = kept(here, number)?;
    let seen = here.seen();
    let taken: BTreeSet<_> = seen.stakes(innovation.id).map(|one| seen.stakeholder_now(one.stakeholder)).collect();
    let free = seen.stakeholders().into_iter().filter(|one| !taken.contains(&one.id));
    let free: Vec<_> = free.map(|one| Choice::new(one.id, &one.name)).collect();
    let form = ShortForm {
        above: over(here, &innovation),
        heading: "Name a stakeholder".into(),
        about: Some("Who is affected, and how far they should share in the decision.".into()),
        button: "Name stakeholder",
        ..ShortForm::default()
    };
    let inside = here.clone();
    Ok(form.long_page(here, sheet, move |sheet| {
        let new = inside.link("stakeholders/new");
        let who = view! {
            {sheet.select(STAKEHOLDER, free)}
            <p class="s">"Not in the list? "<a href=new>"Add it to the register"</a>" first."</p>
        };
        questions(&inside, sheet, who)
    }))
}
