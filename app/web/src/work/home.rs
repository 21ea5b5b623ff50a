//! The page itself.
use super::{due, first_run, news};
use crate::{draft, failure::Failure, here::Here};
use axum::response::Response;
use domain::MyWork;
use leptos::prelude::*;

pub async fn show(here: Here) -> Result<Response, Failure> {
    if here.seen().innovations().next().is_none() {
        return Ok(Here::fresh(first_run::page(&here)));
    }
    let news = if here.looks_back() { None } else { news::gather(&here).await? };
    let drafts = if here.looks_back() { vec![] } else { draft::gather(&here).await? };
    let inside = here.clone();
    // Not by tag: what was seen is no part of the portfolio.
    let page = here.page("My work", move || {
        let work = inside.seen().my_work(inside.today);
        let updates = inside.link("updates/new");
        let report = (!inside.looks_back() && !inside.seen().my_innovations(inside.today).is_empty())
            .then(|| view! { <a class="btn btn-go" href=updates>"Post update"</a> });
        let aside = news.as_ref().map(|news| news::panel(&inside, news));
        view! {
            <div class="ph">
                <div class="ph-top">
                    <div><h1>"My work"</h1><p class="lead">{finding(&work)}</p></div>
                    <div class="row no-print">{report}</div>
                </div>
            </div>
            <div class="split">
                <div class="stack stack-l">{draft::panel(&inside, &drafts)} {due::panels(&inside, &work)}</div>
                <div class="stack stack-l">{aside}</div>
            </div>
        }
    });
    Ok(Here::fresh(page))
}

/// What matters most, in a sentence.
fn finding(work: &MyWork) -> String {
    let late = work.updates.iter().filter(|one| one.late > 0).count();
    match (work.count(), late, work.asks.len()) {
        (0, ..) => "Nothing is waiting for you.".into(),
        (1, 0, 0) => "One thing is waiting for you.".into(),
        (all, 0, 0) => format!("{all} things are waiting for you."),
        (_, 1, 0) => "One update is late.".into(),
        (_, late, 0) => format!("{late} updates are late."),
        (_, _, 1) => "Somebody is waiting for your decision or help.".into(),
        (.., asks) => format!("{asks} innovations are waiting for your decision or help."),
    }
}
