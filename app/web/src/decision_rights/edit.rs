use crate::{
    budget::pounds,
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
use domain::{Act, DecisionRights, Pence, Record, Slug};
use leptos::prelude::*;

const LEAD: Field = Field::new("lead_limit", "More money than approved that the lead may decide on, in pounds")
    .hint("Leave blank where it is not settled; 0 for none");
const LEAD_DAYS: Field = Field::new("lead_limit_days", "Days later than agreed that the lead may decide on");
const SPONSOR: Field =
    Field::new("sponsor_limit", "More money than approved that the sponsor may decide on, in pounds");
const SPONSOR_DAYS: Field = Field::new("sponsor_limit_days", "Days later than agreed that the sponsor may decide on");
const SCOPE: Field = Field::new("scope", "What else the lead may change, and what not")
    .hint("Such as “the order of sites, but not the number”. Assume this could be disclosed");

type Address = Path<(Slug, u32)>;

pub async fn show(now: Now, Path((_, number)): Address) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?;
    page(&now, number, filled(&innovation.rights).about(innovation.entry.version))
}

pub async fn submit(now: Now, Path((_, number)): Address, mut sheet: Sheet) -> Result<Response, Failure> {
    let id = now.seen().numbered(number)?.id;
    if let Some(rights) = rights(&mut sheet) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, _, _| seen.set_decision_rights(id, rights, version));
        if decided.await?.is_some() {
            let back = now.link(&format!("innovations/{number}/decisions"));
            return Ok(done(&back, Note::DecisionRightsSet));
        }
    }
    Ok(page(&now, number, sheet)?.into_response())
}

fn filled(rights: &DecisionRights) -> Sheet {
    Sheet::default()
        .with_any(LEAD, rights.lead_limit.map(pounds))
        .with_any(LEAD_DAYS, rights.lead_limit_days)
        .with_any(SPONSOR, rights.sponsor_limit.map(pounds))
        .with_any(SPONSOR_DAYS, rights.sponsor_limit_days)
        .with_any(SCOPE, rights.scope.as_ref())
}

/// As somebody else left it.
fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Innovation(innovation) => filled(&innovation.rights),
        _ => Sheet::default(),
    }
}

fn rights(sheet: &mut Sheet) -> Option<DecisionRights> {
    let days = 0..=i64::from(DecisionRights::DAYS);
    let (lead, sponsor) = (sheet.read_any::<Pence>(LEAD), sheet.read_any::<Pence>(SPONSOR));
    let lead_days = sheet.read_any_whole::<u32>(LEAD_DAYS, days.clone());
    let (sponsor_days, scope) = (sheet.read_any_whole::<u32>(SPONSOR_DAYS, days), sheet.read_any(SCOPE));
    Some(DecisionRights {
        lead_limit: lead?,
        lead_limit_days: lead_days?,
        sponsor_limit: sponsor?,
        sponsor_limit_days: sponsor_days?,
        scope: scope?,
    })
}

fn page(here: &Here, number: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::SettleRights, None)?;
    let form = InnovationForm::new("Who decides what", &innovation.title, "Save")
        .lead("What the lead may decide alone, and what the sponsor may. Beyond that it is asked of whoever may.");
    Ok(form.page(here, &innovation, sheet, |_, sheet| {
        view! {
            {sheet.short(LEAD)}
            {sheet.short(LEAD_DAYS)}
            {sheet.short(SPONSOR)}
            {sheet.short(SPONSOR_DAYS)}
            {sheet.area(SCOPE, 3)}
        }
    }))
}
