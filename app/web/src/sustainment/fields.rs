//! The questions that recording a review and putting one right share.
use crate::form::{Choice, Field, Sheet};
use domain::{OutcomeHeld, YesNo};
use leptos::prelude::*;

pub const DONE: Field = Field::new("done_on", "Reviewed on");
pub const IN_USE: Field = Field::new("still_in_use", "Is it still in use?");
pub const HELD: Field = Field::new("outcome_held", "Has the outcome held?").hint("By the figures, not by feeling");
pub const ACTION: Field = Field::new("action", "What follows from it?");

pub fn found(sheet: &Sheet) -> impl IntoView + use<> {
    let in_use = YesNo::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    let held = OutcomeHeld::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    view! {
        {sheet.short_radios(IN_USE, in_use)}
        {sheet.short_radios(HELD, held)}
        {sheet.area(ACTION, 2)}
        {sheet.date(DONE)}
    }
}
