//! How many of the people it is meant for are reached, and which counts could not be added.
use super::vitals::reached;
use crate::{here::Here, site::site_link, ui::words::date};
use domain::{Innovation, Reach, ReachCount};
use leptos::prelude::*;

pub fn panel(here: &Here, innovation: &Innovation, may: bool) -> impl IntoView + use<> {
    let reach = here.seen().reach(innovation.id, here.today);
    let new = here.link(&format!("innovations/{}/reach/new", innovation.number));
    let add = (may && reach.adopted > 0).then(|| view! { <a class="btn no-print" href=new>"Count"</a> });
    let heading = match reach.share() {
        None => "Nobody has counted who is reached".to_owned(),
        Some(_) => format!("{} reached: {reach}", reached(&reach)),
    };
    let content = if reach.used.is_empty() && reach.left_out.is_empty() {
        view! { <p class="empty">"Once a site is live, count how many people it reaches there, month by month. Numbers, never names."</p> }.into_any()
    } else {
        told(here, innovation, &reach).into_any()
    };
    view! {
        <section class="panel" aria-labelledby="reach"><div class="row spread mb"><h2 id="reach">{heading}</h2>{add}</div>{content}</section>
    }
}

fn told(here: &Here, innovation: &Innovation, reach: &Reach) -> impl IntoView + use<> {
    let coverage = format!("From {} of {} sites that use it.", reach.used.len(), reach.adopted);
    let partial = reach.is_partial().then_some(" That is too few to speak for all.");
    let over = reach.is_over().then(|| view! { <p class="soon s">"More are reached than it is meant for: the count of those it is meant for is out of date."</p> });
    let rows = reach.used.iter().map(|one| row(here, innovation, one)).collect_view();
    let out = reach.left_out.iter().map(|one| {
        let site = here.seen().site(one.innovation, one.site).ok().map(|site| site_link(here, innovation.number, site));
        view! { <li>{site}{format!(": {}", why_not(one))}</li> }
    });
    let out = out.collect_view();
    let out = (!reach.left_out.is_empty()).then(|| view! { <h3 class="s mt">"Not added"</h3><ul class="s">{out}</ul> });
    view! {
        <p class="s quiet">{coverage}{partial}</p>
        {over}
        <details class="details">
            <summary>"The latest count of each site"</summary>
            <div>
                <table class="table table-cards">
                    <thead><tr><th scope="col">"Site"</th><th scope="col" class="num">"Reached"</th><th scope="col">"Counted to"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
        {out}
    }
}

fn row(here: &Here, innovation: &Innovation, one: &ReachCount) -> impl IntoView + use<> {
    let site = here.seen().site(one.innovation, one.site).ok().map(|site| site_link(here, innovation.number, site));
    let reached = format!("{} of {}", one.reached_people.unwrap_or_default(), one.eligible_people.unwrap_or_default());
    view! { <tr><th scope="row">{site}</th><td class="num" data-l="Reached">{reached}</td><td data-l="Counted to">{date(one.to_on)}</td></tr> }
}

fn why_not(one: &ReachCount) -> String {
    match (one.reached_people, one.eligible_people) {
        (None, _) => "nobody counted who was reached".into(),
        (_, None) => "nobody counted who it is meant for".into(),
        _ if !one.unique => "some of its people may be counted at another site as well".into(),
        _ => format!("it counts {}, the others do not", one.unit),
    }
}
