//! What every form of a move asks: when it was decided, and by whom.
use crate::{
    failure::Failure,
    form::{Field, Sheet},
    here::{Here, Now},
    innovation::{link_rows, read_links},
};
use axum::http::StatusCode;
use domain::{Decided, Innovation, InnovationId, Place};
use leptos::prelude::*;
use std::sync::Arc;

const ON: Field = Field::new("on", "Date of the decision");
const DECIDED_BY: Field = Field::new("decided_by", "Who decided?");
const MOVES_SEEN: Field = Field::hidden("moves_seen");

/// Ready to be sent about where the innovation is now.
///
/// # Errors
/// When nobody may make such a move, or not this person, or not from there.
pub fn ready(now: &Now, innovation: &Innovation, to: Place) -> Result<Sheet, Failure> {
    let needs = now.seen().move_needs(innovation, to, now.today)?;
    let sheet = Sheet::blank().with(ON, now.today).with(MOVES_SEEN, needs.moves_seen);
    Ok(sheet.with_any(DECIDED_BY, needs.decider))
}

pub fn read(sheet: &mut Sheet) -> Option<Decided> {
    let (on, by, links) = (sheet.read_day(ON), sheet.read_any(DECIDED_BY), read_links(sheet));
    let moves_seen = sheet.typed(MOVES_SEEN).parse().unwrap_or(0);
    Some(Decided { on: on?, by: by?, links: links?, moves_seen })
}

/// After somebody else moved it first: about where it is now, so that the form can be sent again.
pub async fn met(now: &Now, innovation: InnovationId, sheet: Sheet) -> Result<Sheet, Failure> {
    if sheet.status() != StatusCode::CONFLICT {
        return Ok(sheet);
    }
    let newest = now.again().await?;
    let last = newest.seen().stage_moves(innovation).next_back().map_or(0, |last| last.ordinal);
    Ok(sheet.with(MOVES_SEEN, last))
}

/// The form sends along which moves were seen.
pub fn hidden(sheet: &Sheet) -> impl IntoView + use<> {
    let moves = sheet.typed(MOVES_SEEN).to_owned();
    view! {
        {sheet.hidden()}
        <input type="hidden" name=MOVES_SEEN.name value=moves/>
    }
}

/// Date, decider and papers. A lead who decides by delegation is not asked who did.
pub fn questions(here: &Here, innovation: &Arc<Innovation>, sheet: &Sheet) -> impl IntoView + use<> {
    let who = if here.seen().may_flag() {
        sheet.select(DECIDED_BY, here.people()).into_any()
    } else {
        let text = format!("You decide this as the lead of {}.", innovation.title);
        view! { <p class="hint">{text}</p> }.into_any()
    };
    view! { {sheet.date(ON)} {who} {link_rows(sheet)} }
}
