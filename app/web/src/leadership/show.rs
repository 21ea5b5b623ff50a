use super::{action::action, figures, figures_at, map::map, words};
use crate::{
    failure::Failure,
    here::Here,
    together::{ACTIONS, LEADING},
    ui::words::date,
};
use axum::{extract::Query, response::Response};
use chrono::Days;
use domain::{Action, Leadership, PriorityAreaId, Scope, TREND_DAYS, Verdict};
use leptos::prelude::*;
use serde::Deserialize;
use std::sync::Arc;

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    area: String,
}

pub async fn show(here: Here, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let scope = scope(&here, &asked)?;
    let earlier = earlier(&here, scope).await?;
    here.answer(|here| {
        let inside = here.clone();
        Ok(here.page("Ten actions", move || {
            let here = &inside;
            let found = figures(here, scope);
            let actions: Vec<_> =
                found.actions.iter().map(|one| action(here, &found, earlier.as_deref(), one)).collect();
            view! {
                {heading(here, &found).into_any()}
                {LEADING.tabs(here, ACTIONS).into_any()}
                {areas(here, scope)}
                <div class="stack stack-l">
                    {to_do(&found)}
                    {actions}
                    {map(here, &found)}
                    {others()}
                </div>
            }
        }))
    })
}

/// An area that is not there is no scope.
fn scope(here: &Here, asked: &Asked) -> Result<Scope, Failure> {
    if asked.area.is_empty() {
        return Ok(Scope::Organisation);
    }
    let area: PriorityAreaId = asked.area.parse().map_err(|_| Failure::NotFound)?;
    here.seen().priority_area(area).map(|area| Scope::PriorityArea(area.id)).ok_or(Failure::NotFound)
}

/// The same a quarter before, from what had been recorded by then; none where the organisation was not there yet.
async fn earlier(here: &Here, scope: Scope) -> Result<Option<Arc<Leadership>>, Failure> {
    let Some(day) = here.today.checked_sub_days(Days::new(TREND_DAYS)) else { return Ok(None) };
    match here.store().reach_at(here.reach(), day).await {
        Ok(then) => Ok(Some(figures_at(here, &then, scope, day))),
        Err(store::Error::Refused(domain::Refusal::NotFound)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// "Strong in 1 and some in 1": the finding, never an average.
fn counted(found: &Leadership) -> String {
    let told: Vec<_> = [Verdict::Strong, Verdict::Some, Verdict::None, Verdict::NotEnoughYet]
        .into_iter()
        .filter_map(|verdict| match found.count(verdict) {
            0 => None,
            count => Some(format!("{} in {count}", verdict.label().to_lowercase())),
        })
        .collect();
    match &told[..] {
        [] => "Nothing is told yet".into(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

fn heading(here: &Here, found: &Leadership) -> impl IntoView + use<> {
    let seen = here.seen();
    let thresholds = seen.thresholds();
    let anew = seen.is_recalculated(here.today).then(|| {
        let text = format!("Worked out anew with {}, settled on {}. ", words::version(thresholds), date(thresholds.on));
        view! { <p class="s">{text}</p> }
    });
    let limited = (!found.is_everything).then(|| view! { <p class="s">"Of what you may see."</p> });
    view! {
        <div class="ph"><div class="ph-top">
            <div>
                <h1>{format!("Evidence for {} of ten actions: {}", found.actions.len(), counted(found))}</h1>
                <p class="quiet prose">
                    "Worked out from what people log. It describes the record, not the people: absence of a record is not absence of the act. Compare it with your own past, and with nobody else."
                </p>
                {limited}
                {anew}
            </div>
        </div></div>
    }
}

fn areas(here: &Here, scope: Scope) -> Option<AnyView> {
    let seen = here.seen();
    let mut areas: Vec<_> = seen.priority_areas().filter(|area| area.is_active(here.today)).collect();
    if areas.is_empty() {
        return None;
    }
    areas.sort_by(|one, other| one.title.cmp(&other.title));
    let current = |is: bool| is.then_some("page");
    let links: Vec<_> = areas
        .into_iter()
        .map(|area| {
            let to = here.link(&format!("{ACTIONS}?area={}", area.id));
            let is_current = scope == Scope::PriorityArea(area.id);
            view! { <a href=to aria-current=current(is_current)>{area.title.to_string()}</a> }
        })
        .collect();
    let all = here.link(ACTIONS);
    Some(
        view! {
            <nav class="tabs tabs-inside no-print" aria-label="Priority area">
                <a href=all aria-current=current(scope == Scope::Organisation)>"Everything"</a>
                {links}
            </nav>
        }
        .into_any(),
    )
}

fn to_do(found: &Leadership) -> Option<AnyView> {
    if found.to_do.is_empty() {
        return None;
    }
    let rows: Vec<_> = found
        .to_do
        .iter()
        .map(|one| {
            let to = format!("#action-{}", one.action.number());
            view! { <li><p>{one.text.clone()}</p><p class="s"><a href=to>{format!("Action {}", one.action.number())}</a></p></li> }
        })
        .collect();
    let heading = match found.to_do.len() {
        1 => "One thing to do this month",
        2 => "Two things to do this month",
        _ => "Three things to do this month",
    };
    Some(
        view! {
            <section class="panel" aria-labelledby="to-do">
                <h2 id="to-do" class="mb">{heading}</h2>
                <ol class="rows">{rows}</ol>
            </section>
        }
        .into_any(),
    )
}

/// Said openly: nothing is computed of them.
fn others() -> Option<AnyView> {
    let others: Vec<_> = Action::ALL.iter().filter(|one| !one.is_collected()).collect();
    if others.is_empty() {
        return None;
    }
    let rows: Vec<_> =
        others.iter().map(|one| view! { <li>{format!("{}. {}", one.number(), one.label())}</li> }).collect();
    Some(
        view! {
            <section class="panel" aria-labelledby="others">
                <h2 id="others" class="mb">"Not collected yet"</h2>
                <p class="s quiet mb">"Nothing is worked out for these actions yet, so they have no verdict."</p>
                <ul class="rows">{rows}</ul>
            </section>
        }
        .into_any(),
    )
}
