//! One priority area with its outcomes, numbers and innovations.
use super::measure_table::measure_table;
use crate::{here::Here, ui::words::date};
use domain::{AreaSight, Membership, OutcomeSight, WellDefined};
use leptos::prelude::*;
use std::sync::Arc;

pub fn area_panel(here: &Here, sight: &AreaSight, may_edit: bool) -> impl IntoView + use<> {
    let area = &sight.area;
    let (id, title) = (format!("area-{}", area.id), area.title.to_string());
    let labelled_by = id.clone();
    let is_open = may_edit && area.active_to.is_none();
    let outcomes = sight.outcomes.iter().map(|one| outcome(here, sight, one, is_open)).collect_view();
    let none = sight.outcomes.is_empty().then(|| {
        view! { <p class="empty">"No outcome yet: what will be different, for whom, by when?"</p> }
    });
    let state = state(here, sight);
    let missing = (sight.is_active && !sight.well_defined.is_met()).then(|| missing(sight.well_defined));
    view! {
        <section class="panel stack" aria-labelledby=labelled_by>
            <div class="row spread"><h2 id=id>{title}</h2>{changes(here, sight, may_edit)}</div>
            <dl class="dl">
                <dt>"Active"</dt>
                <dd>{state}</dd>
                <dt>"Political sponsor"</dt>
                <dd>{sponsor(here, sight.political_sponsor.as_ref())}</dd>
                <dt>"Officer sponsor"</dt>
                <dd>{sponsor(here, sight.officer_sponsor.as_ref())}</dd>
                {area.review_on.map(|day| view! { <dt>"Next review"</dt><dd>{date(day)}</dd> })}
            </dl>
            {missing}
            {outcomes}
            {none}
            {innovations(here, sight)}
        </section>
    }
}

fn changes(here: &Here, sight: &AreaSight, may_edit: bool) -> impl IntoView + use<> {
    let base = format!("priorities/{}", sight.area.id);
    let words: &[(&str, &str)] = match (may_edit, sight.area.active_to) {
        (false, _) => &[],
        (true, None) => &[("outcomes/new", "Add an outcome"), ("edit", "Edit"), ("close", "Close")],
        (true, Some(_)) => &[("reopen", "Take up again")],
    };
    let links = words.iter().map(|(path, word)| {
        let label = format!("{word}: {}", sight.area.title);
        view! { <a href=here.link(&format!("{base}/{path}")) aria-label=label>{*word}</a> }
    });
    view! { <span class="row s">{links.collect_view()}</span> }
}

fn state(here: &Here, sight: &AreaSight) -> String {
    let area = &sight.area;
    let since = date(area.active_from);
    match (area.active_to, area.closed_reason) {
        (Some(last), reason) => {
            let reason = reason.map(|reason| format!(". {}", reason.label())).unwrap_or_default();
            format!("{since} to {}{reason}", date(last))
        }
        (None, _) if area.active_from > here.today => format!("from {since}"),
        (None, _) => format!("since {since}"),
    }
}

/// The title of the place rather than the name where there is one: this page is shared.
fn sponsor(here: &Here, place: Option<&Arc<Membership>>) -> impl IntoView + use<> {
    let Some(place) = place else { return view! { <span>"– none yet"</span> }.into_any() };
    let who = match &place.title {
        Some(title) => format!("{title}, {}", place.name),
        None => place.name.to_string(),
    };
    let left = (!place.is_current(here.today)).then(|| view! { <span class="late">" no longer in post"</span> });
    view! { <span>{who} {left}</span> }.into_any()
}

fn missing(found: WellDefined) -> impl IntoView {
    let parts = [
        (found.has_outcome, "an outcome stated in 40 characters or more"),
        (found.has_measure, "a measure under it with a baseline, a target and a date"),
        (found.has_political_sponsor, "a political sponsor in post"),
        (found.has_officer_sponsor, "an officer sponsor in post"),
    ];
    let parts: Vec<_> = parts.iter().filter(|(is_there, _)| !is_there).map(|(_, part)| *part).collect();
    view! { <p class="s"><strong>"Not well defined yet. "</strong>{format!("Missing: {}.", parts.join("; "))}</p> }
}

fn outcome(here: &Here, sight: &AreaSight, one: &OutcomeSight, may_edit: bool) -> impl IntoView + use<> {
    let id = format!("outcome-{}", one.outcome.id);
    let base = format!("priorities/{}/outcomes/{}", sight.area.id, one.outcome.id);
    let words = [("measures/new", "Add a measure"), ("edit", "Edit"), ("remove", "Remove")];
    let links = may_edit.then(|| {
        let links = words.map(|(path, word)| {
            let label = format!("{word}: {}", one.outcome.statement);
            view! { <a href=here.link(&format!("{base}/{path}")) aria-label=label>{word}</a> }
        });
        view! { <span class="row s">{links.collect_view()}</span> }
    });
    view! {
        <div class="stack stack-s">
            <div class="row spread"><h3 id=id class="prose">{one.outcome.statement.to_string()}</h3>{links}</div>
            {measure_table(here, &one.measures, "measures", may_edit)}
        </div>
    }
}

fn innovations(here: &Here, sight: &AreaSight) -> impl IntoView + use<> {
    if sight.innovations.is_empty() {
        let text = sight.is_active.then_some("No innovation under way serves it.");
        return view! { <p class="quiet s">{text}</p> }.into_any();
    }
    let links = sight.innovations.iter().map(|one| {
        let stage = here.seen().stage_model_of(one).name(here.seen().place_of(one)).to_owned();
        let address = here.link(&format!("innovations/{}", one.number));
        view! { <li><a href=address>{one.title.to_string()}</a>" " <span class="tag">{stage}</span></li> }
    });
    view! {
        <div>
            <h3 class="s">"Innovations under way"</h3>
            <ul class="rows s">{links.collect_view()}</ul>
        </div>
    }
    .into_any()
}
