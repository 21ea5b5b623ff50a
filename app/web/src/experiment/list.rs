use super::words::{result, standing, threshold, wanted};
use crate::{
    failure::Failure,
    here::Here,
    innovation_frame::{Tab, frame},
    ui::words::{count, date},
};
use axum::{extract::Path, response::Response};
use domain::{Act, Experiment, Innovation, Slug};
use leptos::prelude::*;
use std::sync::Arc;

pub async fn show(here: Here, Path((_, number)): Path<(Slug, u32)>) -> Result<Response, Failure> {
    here.answer(|here| {
        let innovation = here.seen().numbered(number)?.clone();
        let here = here.clone();
        Ok(here.clone().page(format!("Experiments of {}", innovation.title), move || {
            let mut all: Vec<_> = here.seen().experiments(innovation.id).cloned().collect();
            all.reverse();
            let may = !here.looks_back() && here.seen().may(Act::EditInnovation, Some(&innovation));
            let add = here.link(&format!("innovations/{number}/experiments/new"));
            let add = may.then(|| view! { <a class="btn btn-go" href=add>"Plan an experiment"</a> });
            let rows = all.iter().map(|one| row(&here, &innovation, one)).collect_view();
            let list = if all.is_empty() {
                let text = "Before you build, test the assumption that would hurt most if it were wrong. Say beforehand what result would convince you.";
                view! { <p class="empty">{text}</p> }.into_any()
            } else {
                view! { <ul class="rows">{rows}</ul> }.into_any()
            };
            let content = view! {
                <section class="panel" aria-labelledby="experiments">
                    <div class="row spread mb"><h2 id="experiments">{heading(&all)}</h2>{add}</div>
                    {list}
                    <p class="xs quiet mt">"A negative result is as complete as a positive one: it counts the same, with what was learned."</p>
                </section>
            };
            frame(&here, &innovation, Tab::Experiments, content)
        }))
    })
}

/// The finding, not the topic.
fn heading(all: &[Arc<Experiment>]) -> String {
    let complete = all.iter().filter(|one| one.is_complete()).count();
    match (all.len(), complete) {
        (0, _) => "No experiment yet".into(),
        (1, 1) => "One experiment, complete".into(),
        (all, complete) if all == complete => format!("{all} experiments, all complete"),
        (all, complete) => format!("{complete} of {} complete", count(i64::try_from(all).unwrap_or(0), "experiment")),
    }
}

fn row(here: &Here, innovation: &Innovation, one: &Experiment) -> impl IntoView + use<> {
    let address = here.link(&format!("innovations/{}/experiments/{}", innovation.number, one.ordinal));
    let told = result(one).unwrap_or_else(|| format!("With {}", threshold(one)));
    let learned = one.learning.as_ref().map(|text| view! { <p class="s prose">{text.to_string()}</p> });
    let wanted = wanted(one).map(|words| view! { <p class="s stale">{words}</p> });
    view! {
        <li class="stack stack-s">
            <div class="row spread"><a href=address><b>{one.hypothesis.to_string()}</b></a><span class="tag">{standing(one, here)}</span></div>
            <p class="s quiet">{format!("{}: {told}. {} to {}", one.measure, date(one.starts_on), date(one.ends_on))}</p>
            {learned}
            {wanted}
        </li>
    }
}
