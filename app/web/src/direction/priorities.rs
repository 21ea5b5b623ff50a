//! The line of sight on one page.
use super::{area_panel::area_panel, gaps::gaps_panel};
use crate::{
    failure::Failure,
    here::Here,
    ui::words::{count, date},
};
use axum::response::Response;
use domain::{Act, Alignment, LineOfSight};
use leptos::prelude::*;

pub async fn show(here: Here) -> Result<Response, Failure> {
    here.answer(|here| {
        let here = here.clone();
        Ok(here.clone().page("Priorities", move || {
            let sight = here.seen().line_of_sight(here.today);
            let may_edit = !here.looks_back() && here.seen().may(Act::EditDirection, None);
            let add = may_edit.then(|| {
                view! { <a class="btn btn-go" href=here.link("priorities/new")>"Add a priority area"</a> }
            });
            let areas = sight.areas.iter().map(|one| area_panel(&here, one, may_edit)).collect_view();
            let empty = sight.areas.is_empty().then(|| empty(may_edit));
            let gaps = (!sight.areas.is_empty()).then(|| gaps_panel(&here, &sight.gaps));
            view! {
                <div class="ph">
                    <div class="ph-top">
                        <div>
                            <h1>"Priorities"</h1>
                            {facts(&sight).into_iter().map(|text| view! { <p class="quiet">{text}</p> }).collect_view()}
                        </div>
                        <div class="row no-print">
                            <a class="btn" href=here.link("partners")>"Partners"</a>
                            <a class="btn" href=here.link("messages")>"Messages"</a>
                            {add}
                        </div>
                    </div>
                </div>
                <div class="split">
                    <div class="stack stack-l">{empty}{areas}</div>
                    <div class="stack">{gaps}</div>
                </div>
            }
        }))
    })
}

/// What the whole shows, each number with its base.
fn facts(sight: &LineOfSight) -> Vec<String> {
    let mut facts = Vec::new();
    if sight.active > 0 {
        facts.push(focus(sight.active));
    }
    if let Some(Alignment { share, is_weighted }) = sight.alignment {
        let share = percent(share);
        facts.push(if is_weighted {
            format!("{share} of the approved money for innovations under way serves an active priority area.")
        } else {
            format!("{share} of the innovations under way serve an active priority area.")
        });
    }
    if let Some(day) = sight.next_review_on {
        facts.push(format!(
            "The next agreed review is on {}. A change before that day is a change between reviews.",
            date(day)
        ));
    }
    facts
}

fn focus(active: usize) -> String {
    let areas = count(i64::try_from(active).unwrap_or(i64::MAX), "active priority area");
    match active {
        3..=7 => format!("{areas}: few enough to concentrate on."),
        ..3 => format!("{areas}. Most councils concentrate on 3 to 7."),
        _ => format!("{areas}. More than 7 are hard to concentrate on."),
    }
}

/// A share as a whole per cent.
pub(super) fn percent(share: f64) -> String {
    // Adding nought takes the sign off a nought.
    format!("{}%", (share * 100.0).round() + 0.0)
}

fn empty(may_edit: bool) -> impl IntoView {
    let next = if may_edit {
        "Add the 3 to 7 themes of your council plan that innovation should serve."
    } else {
        "Programme managers and executives can add them."
    };
    view! {
        <p class="empty">
            "No priority areas yet. A priority area is a theme that leaders have agreed to concentrate on. " {next}
        </p>
    }
}
