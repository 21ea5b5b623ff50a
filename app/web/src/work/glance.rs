//! "Seen it": what changed up to the moment the page was drawn is not shown again.
use crate::{
    failure::Failure,
    form::{Field, Sheet},
    here::Now,
    visit::{Note, done},
};
use axum::response::Response;
use chrono::{DateTime, Utc};

/// The moment up to which the page showed what changed.
pub const UNTIL: Field = Field::hidden("until");

pub async fn submit(now: Now, sheet: Sheet) -> Result<Response, Failure> {
    let until = sheet.typed(UNTIL).parse::<DateTime<Utc>>().map_or(now.now, |until| until.min(now.now));
    now.store().keep_glance(now.reach(), until).await?;
    Ok(done(&now.link(""), Note::Glanced))
}
