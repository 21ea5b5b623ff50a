//! Setbacks on the page of scale-up, open ones first.
use crate::{
    here::Here,
    ui::words::{count, date, ended, span},
};
use domain::{Innovation, Setback, days};
use leptos::prelude::*;
use std::{cmp::Reverse, sync::Arc};

pub fn panel(here: &Here, innovation: &Innovation, may: bool) -> impl IntoView + use<> {
    let mut all: Vec<_> = here.seen().setbacks(innovation.id).filter(|one| one.on <= here.today).collect();
    all.sort_by_key(|one| (one.resolved_on.is_some(), Reverse(one.on)));
    let new = here.link(&format!("innovations/{}/setbacks/new", innovation.number));
    let add = may.then(|| view! { <a class="btn no-print" href=new>"Note a setback"</a> });
    let rows: Vec<_> = all.iter().map(|one| row(here, innovation, one, may)).collect();
    let content = if rows.is_empty() {
        view! { <p class="empty">"A cut, a lost supplier, people who left: what hit it, and what was done about it, stands here."</p> }.into_any()
    } else {
        view! { <ul class="rows s">{rows}</ul> }.into_any()
    };
    view! {
        <section class="panel" aria-labelledby="setbacks">
            <div class="row spread mb"><h2 id="setbacks">{finding(&all)}</h2>{add}</div>
            {content}
        </section>
    }
}

fn finding(all: &[&Arc<Setback>]) -> String {
    let silent = all.iter().filter(|one| one.resolved_on.is_none() && one.response.is_none()).count();
    let number = count(all.len().try_into().unwrap_or(i64::MAX), "setback");
    match (all.len(), silent) {
        (0, _) => "No setback noted".into(),
        (_, 0) => format!("{number}, none without an answer"),
        (_, silent) => format!("{number}, {silent} without an answer"),
    }
}

fn row(here: &Here, innovation: &Innovation, one: &Arc<Setback>, may: bool) -> AnyView {
    let base = format!("innovations/{}/setbacks/{}", innovation.number, one.id);
    let is_open = one.resolved_on.is_none();
    let answered = match (&one.response, one.responded_on) {
        (Some(response), Some(on)) => format!("Answered {}: {}", date(on), ended(response)),
        _ if is_open => format!("No answer, {} on.", span(days(one.on, here.today))),
        _ => "No answer.".into(),
    };
    let late = is_open && one.response.is_none();
    let over = one.resolved_on.map(|on| format!(" Over since {}.", date(on)));
    let word = if one.response.is_some() { "Change the answer" } else { "Answer" };
    let links = (may && is_open).then(|| {
        let links = [("answer", word), ("resolve", "It is over")].map(|(path, word)| {
            let label = format!("{word}: {}", one.what);
            view! { <a href=here.link(&format!("{base}/{path}")) aria-label=label>{word}</a>" " }
        });
        view! { <p class="row no-print">{links.collect_view()}</p> }
    });
    view! {
        <li>
            <b>{format!("{}, {}. ", one.kind.label(), date(one.on))}</b>{one.what.to_string()}
            <p class:late=late>{answered}{over}</p>
            {links}
        </li>
    }
    .into_any()
}
