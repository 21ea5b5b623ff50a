use super::address::is_address;
use crate::{
    failure::Failure,
    form::{Field, Sheet},
    here::Now,
    visit::{Note, done},
};
use axum::response::Response;
use store::DraftKey;

/// The form's address below the organisation.
pub const OF: Field = Field::hidden("of");
/// Said where the list of drafts asks: it leads back there, and not to the form.
pub const LISTED: Field = Field::hidden("listed");

pub async fn submit(now: Now, sheet: Sheet) -> Result<Response, Failure> {
    let address = sheet.typed(OF);
    if !is_address(address) {
        return Err(Failure::NotFound);
    }
    let key = DraftKey { organisation: now.reach().portfolio().id, person: now.session.person, address };
    now.store().drop_draft(key).await?;
    let to = if sheet.typed(LISTED).is_empty() { address } else { "" };
    Ok(done(&now.link(to), Note::DraftThrownAway))
}
