//! How a risk ends, and how it comes back: three forms with one question each.
use super::{OfRisk, address, words::capital};
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
use domain::{Act, RiskId};

/// The three ways.
#[derive(Clone, Copy)]
enum End {
    Close,
    Happened,
    Reopen,
}

impl End {
    const fn question(self) -> Field {
        match self {
            Self::Close => Field::new("reason", "Why can it not happen any more?"),
            Self::Happened => Field::new("what", "What happened?").hint("Assume this could be disclosed"),
            Self::Reopen => Field::new("reason", "Why is it open again?"),
        }
    }

    const fn note(self) -> Note {
        match self {
            Self::Close => Note::RiskClosed,
            Self::Happened => Note::RiskHappened,
            Self::Reopen => Note::RiskReopened,
        }
    }

    fn form(self, event: &str) -> InnovationForm {
        let event = capital(event);
        match self {
            Self::Close => InnovationForm::new("Close a risk", event, "Close risk").stop(),
            Self::Happened => InnovationForm::new("It happened", event, "Record what happened").stop(),
            Self::Reopen => InnovationForm::new("Open a risk again", event, "Open risk again"),
        }
    }
}

pub async fn show_close(now: Now, address: OfRisk) -> Result<Page, Failure> {
    show(&now, address, End::Close)
}

pub async fn submit_close(now: Now, address: OfRisk, sheet: Sheet) -> Result<Response, Failure> {
    submit(now, address, sheet, End::Close).await
}

pub async fn show_happened(now: Now, address: OfRisk) -> Result<Page, Failure> {
    show(&now, address, End::Happened)
}

pub async fn submit_happened(now: Now, address: OfRisk, sheet: Sheet) -> Result<Response, Failure> {
    submit(now, address, sheet, End::Happened).await
}

pub async fn show_reopen(now: Now, address: OfRisk) -> Result<Page, Failure> {
    show(&now, address, End::Reopen)
}

pub async fn submit_reopen(now: Now, address: OfRisk, sheet: Sheet) -> Result<Response, Failure> {
    submit(now, address, sheet, End::Reopen).await
}

fn show(now: &Now, Path((_, number, id)): OfRisk, end: End) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let version = now.seen().risk(innovation, id)?.entry.version;
    page(now, number, id, Sheet::default().about(version), end)
}

async fn submit(now: Now, Path((_, number, id)): OfRisk, mut sheet: Sheet, end: End) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(why) = sheet.read(end.question()) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, None, |seen, today, _| match end {
            End::Close => seen.close_risk(innovation, id, why, version, today),
            End::Happened => seen.risk_happened(innovation, id, why, version, today),
            End::Reopen => seen.reopen_risk(innovation, id, why, version),
        });
        if decided.await?.is_some() {
            return Ok(done(&address(&now, number, id), end.note()));
        }
    }
    Ok(page(&now, number, id, sheet, end)?.into_response())
}

fn page(here: &Here, number: u32, id: RiskId, sheet: Sheet, end: End) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let form = end.form(&here.seen().risk(innovation.id, id)?.event);
    Ok(form.page(here, &innovation, sheet, move |_, sheet| sheet.area(end.question(), 3)))
}
