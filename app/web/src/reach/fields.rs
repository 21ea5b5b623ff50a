//! The questions that counting many sites and putting one count right share.
use crate::form::{Field, Sheet};
use leptos::prelude::*;

pub const FROM: Field = Field::new("from_on", "Counted from");
pub const TO: Field = Field::new("to_on", "Counted to");
pub const UNIT: Field = Field::new("unit", "What is counted?")
    .hint("Such as people, households or visits. The same word for every site, or they cannot be added");
pub const UNIQUE: Field = Field::new("unique", "Nobody is counted at another site as well")
    .hint("Leave it blank if you are not sure. Counts that may overlap are shown, but never added");
pub const REACHED: Field = Field::new("reached_people", "Reached");
pub const ELIGIBLE: Field = Field::new("eligible_people", "Meant for");

/// Most people that can be counted at one place.
pub const MOST: i64 = 10_000_000;

pub fn period(sheet: &Sheet) -> impl IntoView + use<> {
    view! {
        <div class="row-fields">{sheet.date(FROM)} {sheet.date(TO)}</div>
        {sheet.short(UNIT)}
        {sheet.tick(UNIQUE)}
    }
}
