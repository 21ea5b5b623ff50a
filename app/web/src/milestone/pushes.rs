//! What new forecasts would push to later days, told before they are saved. It warns and never blocks: the same form
//! is shown with the list, and its button says "Save anyway".
use crate::{
    form::{Field, Sheet},
    here::Here,
    ui::words::date,
};
use chrono::NaiveDate;
use domain::{MilestoneKey, days};
use leptos::prelude::*;

/// Which list the person has seen.
const PUSHES: Field = Field::hidden("pushes");

/// A list that nobody has agreed to yet.
#[derive(Clone, Debug)]
pub struct Pushes {
    lines: Vec<Line>,
    mark: String,
}

#[derive(Clone, Debug)]
struct Line {
    address: String,
    title: String,
    innovation: String,
    from: NaiveDate,
    to: NaiveDate,
}

/// None where nothing is pushed, or where this very list was seen and the form sent all the same.
pub fn pushes(here: &Here, sheet: &Sheet, forecasts: &[(MilestoneKey, NaiveDate)]) -> Option<Pushes> {
    let pushed = here.seen().pushed(forecasts);
    let code = &here.seen().organisation().short_code;
    let line = |one: &domain::Pushed| Line {
        address: here.link(&format!("innovations/{}/milestones/{}", one.innovation.number, one.milestone.id)),
        title: one.milestone.title.to_string(),
        innovation: format!("{code}-{} {}", one.innovation.number, one.innovation.title),
        from: one.from,
        to: one.to,
    };
    let mark = pushed.iter().map(|one| format!("{}.{}", one.milestone.id, one.to)).collect::<Vec<_>>().join("_");
    let lines: Vec<_> = pushed.iter().map(line).collect();
    (!lines.is_empty() && sheet.typed(PUSHES) != mark).then_some(Pushes { lines, mark })
}

impl Pushes {
    /// Stands before the form.
    pub fn panel(&self) -> impl IntoView + use<> {
        let rows = self.lines.iter().map(|one| {
            let later = days(one.from, one.to);
            view! {
                <tr>
                    <th scope="row"><a href=one.address.clone()>{one.title.clone()}</a><br/><span class="xs quiet">{one.innovation.clone()}</span></th>
                    <td data-l="Could be done">{date(one.from)}</td>
                    <td data-l="Then not before">{date(one.to)}</td>
                    <td data-l="Later by" class="late">{crate::ui::words::count(later, "day")}</td>
                </tr>
            }
        });
        let heading = match self.lines.len() {
            1 => "Nothing is saved yet: this would push another milestone".into(),
            several => format!("Nothing is saved yet: this would push {several} other milestones"),
        };
        view! {
            <section class="panel mb" role="alert" aria-labelledby="pushes" tabindex="-1">
                <h2 id="pushes">{heading}</h2>
                <p class="s">"Their own forecasts stay as they are. Tell those who answer for them, or save another date."</p>
                <table class="table table-cards">
                    <thead>
                        <tr>
                            <th scope="col">"Milestone"</th>
                            <th scope="col">"Could be done"</th>
                            <th scope="col">"Then not before"</th>
                            <th scope="col">"Later by"</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </section>
        }
    }

    pub fn button(&self) -> impl IntoView + use<> {
        view! { <button class="btn btn-go btn-big btn-wide" name=PUSHES.name value=self.mark.clone()>"Save anyway"</button> }
    }
}
