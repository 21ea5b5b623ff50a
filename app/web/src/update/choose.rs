//! Which innovation? Mine first, the latest owed at the top.
use crate::{
    failure::Failure,
    here::Now,
    ui::{icon::state, words::until},
};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::NaiveDate;
use domain::{Act, Innovation, Place, days};
use leptos::prelude::*;
use std::sync::Arc;

pub async fn show(now: Now) -> Result<Response, Failure> {
    let seen = now.seen();
    let may = |one: &&Arc<Innovation>| seen.may(Act::PostUpdate, Some(one)) && seen.place_of(one) != Place::Stopped;
    let due = |one: &Innovation| seen.owed_update(one, now.today).map_or(NaiveDate::MAX, |owed| owed.due_on);
    let mut all: Vec<_> = seen.innovations().filter(may).cloned().collect();
    all.sort_by_key(|one| (due(one), one.number));
    let (mine, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| seen.is_mine(one, now.today));
    if let ([only], true) = (&mine[..], others.is_empty()) {
        let address = now.link(&format!("innovations/{}/updates/new", only.number));
        return Ok(Redirect::to(&address).into_response());
    }
    let here = now.0.clone();
    let page = now.page("Post an update", move || {
        let nothing = mine.is_empty() && others.is_empty();
        let nothing = nothing.then(|| {
            view! {
                <p class="empty">
                    "There is no innovation on which you can post an update. Ask its lead or your programme manager to name you on one."
                </p>
            }
        });
        let titles = if mine.is_empty() { "Innovations" } else { "Others you may report on" };
        view! {
            <div class="ph"><h1>"Post an update"</h1><p class="quiet">"On which innovation?"</p></div>
            <div class="stack stack-l">
                {nothing} {list(&here, "yours", "Yours", &mine)} {list(&here, "others", titles, &others)}
            </div>
        }
    });
    Ok(page.narrow().into_response())
}

fn list(
    here: &crate::here::Here,
    id: &'static str,
    title: &'static str,
    innovations: &[Arc<Innovation>],
) -> Option<impl IntoView + use<>> {
    let row = |one: &Arc<Innovation>| {
        let address = here.link(&format!("innovations/{}/updates/new", one.number));
        let shown = here.seen().shown(one, here.today).shown;
        let due = here.seen().owed_update(one, here.today).map(|owed| match owed.late {
            0 => format!("due {}", until(days(here.today, owed.due_on))),
            late => until(-late),
        });
        let late = due.as_ref().is_some_and(|due| due.ends_with("late"));
        view! {
            <li class="row spread">
                <a href=address>{one.title.to_string()}</a>
                <span class="row s">{state(super::shown_shape(shown), shown.label())} <span class:late=late>{due}</span></span>
            </li>
        }
    };
    let rows = innovations.iter().map(row).collect_view();
    (!innovations.is_empty()).then(|| {
        view! { <section class="panel" aria-labelledby=id><h2 id=id>{title}</h2><ul class="rows">{rows}</ul></section> }
    })
}
