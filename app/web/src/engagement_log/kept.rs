//! The page that a browser keeps, to open it without a network.
use super::page::{Shown, page};
use crate::{failure::Failure, form::Sheet, here::Here};
use axum::response::Response;
use domain::Act;

pub async fn show(here: Here) -> Result<Response, Failure> {
    here.seen().must(Act::LogEngagement, None)?;
    here.answer(|here| Ok(page(here, super::when::filled(Sheet::default()), None, Shown::Kept)))
}
