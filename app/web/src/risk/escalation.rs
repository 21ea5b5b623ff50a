//! What must happen about a threat over appetite, as a list; and the form that says who is named.
use super::words::name;
use crate::{
    failure::Failure,
    form::{Field, Sheet, read},
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    ui::words::{date, until},
    visit::{Note, done},
};
use axum::response::{IntoResponse, Response};
use domain::{Act, Escalation, EscalationContacts, EscalationStep, Office, Organisation, Pence, Record, days};
use leptos::prelude::*;

const FINANCE: Field = Field::new("finance_lead", "Finance lead").hint("The section 151 officer. May be left out");
const MONITORING: Field = Field::new("monitoring_officer", "Monitoring Officer").hint("May be left out");
const PROTECTION: Field = Field::new("data_protection_officer", "Data protection officer").hint("May be left out");
const BREACH: Field = Field::new("breach_process", "Address of your process for a data breach")
    .hint("Such as https://intranet.example.gov.uk/breach. May be left out");
const LEVEL: Field = Field::new("key_decision", "Key-decision level, in pounds")
    .hint("Each council sets its own; check your constitution. May be left out");

/// What must happen, by whom and by when; what is late first catches the eye.
pub fn steps(here: &Here, steps: &[EscalationStep]) -> impl IntoView + use<> {
    let rows = steps.iter().map(|step| {
        let late = step.is_late(here.today);
        let when = if step.is_met { "Done".into() } else { due(here, step) };
        view! {
            <li>
                <div class="row spread"><b>{what(step)}</b><span class:late=late>{when}</span></div>
                <p class="s quiet">{who(here, step)}</p>
            </li>
        }
    });
    view! { <ul class="rows">{rows.collect_view()}</ul> }
}

fn due(here: &Here, step: &EscalationStep) -> String {
    format!("By {}, {}", date(step.by), until(days(here.today, step.by)))
}

fn what(step: &EscalationStep) -> &'static str {
    match (step.what, step.is_met) {
        (Escalation::Action, true) => "An action is due within 30 days",
        (what, _) => what.label(),
    }
}

fn who(here: &Here, step: &EscalationStep) -> String {
    let office = step.office.label();
    match (step.holder, step.office) {
        (Some(holder), _) => format!("{office}: {}", name(here, holder)),
        (None, Office::ProgrammeBoard) => office.into(),
        (None, Office::ManagementTeam) => format!("{office}; no political sponsor is named"),
        (None, _) => format!("{office}: nobody is named yet"),
    }
}

pub async fn form(now: Now) -> Result<Page, Failure> {
    let organisation = now.seen().organisation();
    page(&now, filled(organisation).about(organisation.entry.version))
}

pub async fn submit(now: Now, mut sheet: Sheet) -> Result<Response, Failure> {
    let contacts = read!(sheet, EscalationContacts {
        finance_lead: any FINANCE,
        monitoring_officer: any MONITORING,
        data_protection_officer: any PROTECTION,
        breach_process: any BREACH,
    });
    let level = sheet.read_any::<Pence>(LEVEL);
    if let (Some(contacts), Some(level)) = (contacts, level) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, _, _| seen.set_escalation(contacts, level, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link("settings"), Note::EscalationSet));
        }
    }
    Ok(page(&now, sheet)?.into_response())
}

fn filled(organisation: &Organisation) -> Sheet {
    let named = &organisation.escalation;
    Sheet::default()
        .with_any(FINANCE, named.finance_lead)
        .with_any(MONITORING, named.monitoring_officer)
        .with_any(PROTECTION, named.data_protection_officer)
        .with_any(BREACH, named.breach_process.as_ref())
        .with_any(LEVEL, organisation.key_decision)
}

fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Organisation(organisation) => filled(organisation),
        _ => Sheet::default(),
    }
}

fn page(here: &Here, sheet: Sheet) -> Result<Page, Failure> {
    here.seen().must(Act::ManagePeople, None)?;
    let form = ShortForm {
        above: vec![("Settings".into(), here.link("settings"))],
        heading: "Who is named when a threat is over tolerance".into(),
        about: Some("The finance lead is named for a financial threat whose effect could be above the key-decision level; while there is no level, for each of them.".into()),
        button: "Save",
        ..ShortForm::default()
    };
    let people = here.people();
    Ok(form.page(here, sheet, move |sheet| {
        view! {
            {sheet.select(FINANCE, people.clone())}
            {sheet.select(MONITORING, people.clone())}
            {sheet.select(PROTECTION, people)}
            {sheet.text(BREACH)}
            {sheet.short(LEVEL)}
        }
        .into_any()
    }))
}
