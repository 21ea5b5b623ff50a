//! How a risk ends without having happened, and how it comes back: two forms with one question each.
use super::watched::{At, Watched};
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

/// The two ways.
#[derive(Clone, Copy)]
enum End {
    Close,
    Reopen,
}

impl End {
    const fn question(self) -> Field {
        match self {
            Self::Close => Field::new("reason", "Why can it not happen any more?"),
            Self::Reopen => Field::new("reason", "Why is it open again?"),
        }
    }

    const fn note(self) -> Note {
        match self {
            Self::Close => Note::RiskClosed,
            Self::Reopen => Note::RiskReopened,
        }
    }

    fn form(self) -> ShortForm {
        let (heading, button, stops) = match self {
            Self::Close => ("Close a risk", "Close risk", true),
            Self::Reopen => ("Open a risk again", "Open risk again", false),
        };
        ShortForm { heading: heading.into(), button, stops, ..ShortForm::default() }
    }
}

pub async fn show_close(now: Now, Path(at): Path<At>) -> Result<Page, Failure> {
    show(&now, at, End::Close)
}

pub async fn submit_close(now: Now, Path(at): Path<At>, sheet: Sheet) -> Result<Response, Failure> {
    submit(now, at, sheet, End::Close).await
}

pub async fn show_reopen(now: Now, Path(at): Path<At>) -> Result<Page, Failure> {
    show(&now, at, End::Reopen)
}

pub async fn submit_reopen(now: Now, Path(at): Path<At>, sheet: Sheet) -> Result<Response, Failure> {
    submit(now, at, sheet, End::Reopen).await
}

fn show(now: &Now, at: At, end: End) -> Result<Page, Failure> {
    let version = Watched::changed(now, at)?.version();
    page(now, at, Sheet::default().about(version), end)
}

async fn submit(now: Now, at: At, mut sheet: Sheet, end: End) -> Result<Response, Failure> {
    let watched = Watched::changed(&now, at)?;
    if let Some(why) = sheet.read(end.question()) {
        let (version, (about, id)) = (sheet.seen(), watched.key());
        let decided = now.decide(&mut sheet, None, |seen, today, _| match end {
            End::Close => seen.close_risk(about, id, why, version, today),
            End::Reopen => seen.reopen_risk(about, id, why, version),
        });
        if decided.await?.is_some() {
            return Ok(done(&watched.address(&now), end.note()));
        }
    }
    Ok(page(&now, at, sheet, end)?.into_response())
}

fn page(here: &Here, at: At, sheet: Sheet, end: End) -> Result<Page, Failure> {
    let watched = Watched::changed(here, at)?;
    Ok(watched.form(here, end.form(), sheet, move |_, sheet| sheet.area(end.question(), 3)))
}
