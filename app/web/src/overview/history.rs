use crate::{
    failure::Failure,
    here::Here,
    innovation_frame::{Tab, frame},
    ui::words::when,
};
use axum::{extract::Path, response::Response};
use domain::{Change, Slug, sentence};
use leptos::prelude::*;

/// Most changes on the page.
const MOST: i64 = 200;

pub async fn show(here: Here, Path((_, number)): Path<(Slug, u32)>) -> Result<Response, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    let changes = here.store().history(here.reach(), innovation.id, MOST).await?;
    // Not by tag: "12 minutes ago" grows old without a change.
    let inside = here.clone();
    let page = here.page(format!("History of {}", innovation.title), move || {
        let decisions = inside.link(&format!("innovations/{number}/decisions"));
        let rows = changes.iter().map(|change| row(&inside, change)).collect_view();
        let content = view! {
            <section class="panel" aria-labelledby="history">
                <div class="row spread mb">
                    <h2 id="history">"What happened, newest first"</h2>
                    <a class="s" href=decisions>"Decisions at gates"</a>
                </div>
                <ol class="rows s">{rows}</ol>
                {(changes.len() >= 200).then(|| view! { <p class="s quiet mt">"Only the last 200 changes are shown."</p> })}
            </section>
        };
        frame(&inside, &innovation, Tab::History, content)
    });
    Ok(Here::fresh(page))
}

fn row(here: &Here, change: &Change) -> impl IntoView + use<> {
    let who = here.reach().portfolio().name_of(change.by).unwrap_or("Somebody who left").to_owned();
    let reason = change.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
    let told = format!("{who} {}{reason}. ", sentence(change, here.seen()));
    let (stamp, said) = (change.at.to_rfc3339(), when(change.at, here.now));
    view! { <li>{told}<time class="quiet" datetime=stamp>{said}</time></li> }
}
