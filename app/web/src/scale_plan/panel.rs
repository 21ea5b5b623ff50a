//! The plan on the page of scale-up.
use crate::{
    here::Here,
    ui::words::{date, ended, until},
};
use domain::{Innovation, ScalePlan, VerticalTarget, days};
use leptos::prelude::*;

pub fn panel(here: &Here, innovation: &Innovation, may: bool) -> impl IntoView + use<> {
    let address = here.link(&format!("innovations/{}/scale-up/plan", innovation.number));
    let plan = here.seen().scale_plan(innovation.id);
    let word = if plan.is_some() { "Change the plan" } else { "Write the plan" };
    let class = if plan.is_some() { "btn no-print" } else { "btn btn-go no-print" };
    let link = may.then(|| view! { <a class=class href=address>{word}</a> });
    let content = match plan {
        None => view! { <p class="empty">"Begin here: say what is to be true when it has spread, and name the three to eight parts that must be the same everywhere."</p> }.into_any(),
        Some(plan) => told(here, plan).into_any(),
    };
    view! {
        <section class="panel" aria-labelledby="plan">
            <div class="row spread mb"><h2 id="plan">{plan.map_or("No plan to spread it yet", |_| "The plan to spread it")}</h2>{link}</div>
            {content}
        </section>
    }
}

fn told(here: &Here, plan: &ScalePlan) -> impl IntoView + use<> {
    let core = plan.core_components.iter().map(|one| {
        let weight = format!(" Weight {}.", one.weight);
        view! { <li><b>{ended(&one.name)}</b>" "{ended(&one.why)}<span class="quiet">{weight}</span></li> }
    });
    let upwards = plan.vertical_targets.iter().map(target).collect_view();
    let upwards =
        (!plan.vertical_targets.is_empty()).then(|| view! { <dt>"To be written into"</dt><dd><ul>{upwards}</ul></dd> });
    let owner = plan.owner.as_ref().map(|owner| view! { <dt>"Owner in the service"</dt><dd>{owner.to_string()}</dd> });
    let paid = plan.funding_to.map(|last| {
        let (words, late) = (format!("{}, {}", date(last), until(days(here.today, last))), last < here.today);
        view! { <dt>"Rollout is paid to"</dt><dd class:late=late>{words}</dd> }
    });
    view! {
        <p class="prose mb">{plan.goal.to_string()}</p>
        <dl class="dl">
            <dt>"How"</dt><dd>{plan.approach.label()}</dd>
            <dt>"From and to"</dt><dd>{format!("{} to {}", date(plan.starts_on), date(plan.ends_on))}</dd>
            {paid}
            {owner}
            <dt>"The same everywhere"</dt><dd><ul>{core.collect_view()}</ul></dd>
            {upwards}
        </dl>
    }
}

fn target(one: &VerticalTarget) -> impl IntoView + use<> {
    let reached = one.reached_on.map_or("not yet".into(), |on| format!("reached {}", date(on)));
    view! { <li>{format!("{}: {}, {reached}", one.kind.label(), one.what)}</li> }
}
