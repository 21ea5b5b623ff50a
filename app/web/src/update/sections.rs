//! The parts of an update that can be said again without typing: a tick takes over the words of last time.
use crate::{
    form::{Field, Sheet},
    here::Here,
    ui::words::date,
};
use domain::StatusUpdate;
use leptos::prelude::*;

pub const DONE_STILL: Field = Field::new("done_still", "Still true");
pub const NEXT_STILL: Field = Field::new("next_still", "Still what comes next");
pub const ASK_STILL: Field = Field::new("ask_still", "Still needed");
pub const PATH_STILL: Field = Field::new("path_still", "Still the way back");

/// What was said last time, where its tick says that it still holds.
pub fn taken<T>(sheet: &Sheet, tick: Field, before: Option<T>) -> Option<T> {
    before.filter(|_| !sheet.typed(tick).is_empty())
}

/// The tick with the words that it takes over; nothing where nothing was said.
pub fn tick(sheet: &Sheet, field: Field, words: Option<String>) -> Option<impl IntoView + use<>> {
    words.map(|words| sheet.tick_with(field, words))
}

/// "Agree the second street. From Executive, by 1 December 2026".
pub fn asked(here: &Here, last: &StatusUpdate) -> Option<String> {
    // What has been answered is not asked again.
    let innovation = here.seen().innovation(last.innovation).ok()?;
    let ask = here.seen().ask_still_open(innovation, last, here.today)?;
    let name = here.seen().membership(ask.of_whom).map_or("somebody who left".into(), |one| one.name.to_string());
    Some(format!("{}. From {name}, by {}", ask.what.trim_end_matches('.'), date(ask.by)))
}

pub fn path(here: &Here, last: &StatusUpdate) -> Option<String> {
    let path = last.path_to_green.as_ref()?;
    let name = here.seen().membership(path.owner).map_or("Somebody who left".into(), |one| one.name.to_string());
    Some(format!("{}. {name}, by {}", path.action.trim_end_matches('.'), date(path.by)))
}
