//! The decisions about one innovation, beside its moves.
use super::words::{self, outcome_state, taken_by};
use crate::{
    here::Here,
    ui::words::{count, date},
};
use domain::{Act, FormalDecision, Innovation};
use leptos::prelude::*;
use std::{cmp::Reverse, sync::Arc};

pub fn panel(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    let mut all: Vec<_> = here.seen().decisions_about(innovation.id).cloned().collect();
    all.sort_by_key(|one| (!one.is_open(), Reverse(one.decided_on), one.id));
    let open = all.iter().filter(|one| one.is_open()).count();
    let heading = match (all.len(), open) {
        (0, _) => "No other decisions".to_owned(),
        (taken, 0) => count(taken.try_into().unwrap_or(i64::MAX), "other decision"),
        (_, open) => format!("{open} waiting for a decision"),
    };
    let may = !here.looks_back() && here.seen().may(Act::RecordDecision, Some(innovation));
    let new = here.link(&format!("decisions/new?innovation={}", innovation.number));
    let add = may.then(|| view! { <a class="btn" href=new>"Add a decision"</a> });
    let rows = all.iter().map(|one| row(here, one)).collect_view();
    let content = if all.is_empty() {
        view! { <p class="empty">"Money, scope, risks accepted: what was settled about it stands here, with who decided and why."</p> }.into_any()
    } else {
        view! { <ol class="tl">{rows}</ol> }.into_any()
    };
    view! {
        <section class="panel" aria-labelledby="formal">
            <div class="row spread mb"><h2 id="formal">{heading}</h2> {add}</div>
            {content}
        </section>
    }
}

fn row(here: &Here, one: &Arc<FormalDecision>) -> impl IntoView + use<> {
    let when = match (one.decided_on, one.waiting(here.today)) {
        (Some(on), _) => date(on),
        (None, Some(days)) => format!("waiting {}", count(days, "day")),
        (None, None) => "open".into(),
    };
    let by = one.decided_on.map(|_| format!("Decided by {}. ", taken_by(here, one.taken_by)));
    let council = words::council(here, one).map(|name| format!("{name}. "));
    let warning = words::warning(here, one).map(|text| view! { <p class="s late">{text}</p> });
    let later = here.seen().replaced_by(one.id).next().map(|later| {
        let address = here.link(&format!("decisions/{}", later.id));
        view! { <p class="s">"Replaced by "<a href=address>{later.what.to_string()}</a></p> }
    });
    let reason = one.reason.as_ref().map(|text| view! { <p class="s prose lines">{text.to_string()}</p> });
    view! {
        <li>
            <svg aria-hidden="true" viewBox="0 0 16 16"><use href="#i-flag"></use></svg>
            <div class="row spread">
                <b><a href=here.link(&format!("decisions/{}", one.id))>{one.what.to_string()}</a></b>
                <span class="xs quiet">{when}</span>
            </div>
            <p class="row s">{outcome_state(one.outcome)} <span class="quiet">{by}{council}{one.kind.label()}</span></p>
            {later}
            {reason}
            {warning}
        </li>
    }
}
