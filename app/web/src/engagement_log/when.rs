//! On which day: nearly always today.
use crate::form::{Choice, Field, Sheet};
use chrono::NaiveDate;
use domain::Rule;
use leptos::prelude::*;

const WHEN: Field = Field::new("when", "When?");
const ON: Field = Field::new("on", "On which day?");
/// The day on which it was written: "today" and "yesterday" count from it, whenever the form arrives.
pub const WRITTEN: Field = Field::hidden("written_on");

const TODAY: &str = "today";
const YESTERDAY: &str = "yesterday";
const OTHER: &str = "other";

/// An empty form's answer.
pub fn filled(sheet: Sheet) -> Sheet {
    sheet.with(WHEN, TODAY)
}

pub fn day(sheet: &mut Sheet, today: NaiveDate) -> Option<NaiveDate> {
    match sheet.typed(WHEN) {
        OTHER => sheet.read_day(ON),
        TODAY | "" => Some(written(sheet, today)),
        YESTERDAY => written(sheet, today).pred_opt(),
        _ => sheet.wrong(WHEN, Rule::Choose),
    }
}

fn written(sheet: &Sheet, today: NaiveDate) -> NaiveDate {
    // A clock that runs ahead does not bring tomorrow.
    sheet.typed(WRITTEN).parse().ok().map_or(today, |day: NaiveDate| day.min(today))
}

/// For a page shown on a later day: what was "today" is called by its date.
pub fn dated(sheet: Sheet, today: NaiveDate) -> Sheet {
    let written = written(&sheet, today);
    let on = match sheet.typed(WHEN) {
        TODAY => Some(written),
        YESTERDAY => written.pred_opt(),
        _ => None,
    };
    let sheet = match on {
        Some(on) if written != today => sheet.with(WHEN, OTHER).with(ON, on),
        _ => sheet,
    };
    sheet.with(WRITTEN, today)
}

pub fn question(sheet: &Sheet) -> impl IntoView + use<> {
    let choices = [(TODAY, "Today"), (YESTERDAY, "Yesterday"), (OTHER, "Another day")];
    let choices = choices.into_iter().map(|(key, label)| Choice::new(key, label)).collect();
    view! { <div class="when">{sheet.short_radios(WHEN, choices)} {sheet.date(ON)}</div> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn today_is_the_day_on_which_it_was_written() {
        let today = "2026-11-24".parse().unwrap();
        for (written, when, on) in [
            ("", TODAY, "2026-11-24"),
            ("2026-11-24", YESTERDAY, "2026-11-23"),
            ("2026-11-22", TODAY, "2026-11-22"),
            ("2026-11-22", YESTERDAY, "2026-11-21"),
            ("2027-01-01", TODAY, "2026-11-24"),
            ("soon", TODAY, "2026-11-24"),
        ] {
            let sheet = Sheet::default().with(WHEN, when).with(WRITTEN, written);
            let on = on.parse().ok();
            assert_eq!(day(&mut sheet.clone(), today), on, "{when}, written {written}");
            assert_eq!(day(&mut dated(sheet, today), today), on, "shown again: {when}, written {written}");
        }
    }
}
