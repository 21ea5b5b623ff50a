use super::{
    fair::check,
    words::{feedback, groups, how},
};
use crate::{
    failure::Failure,
    here::Here,
    innovation_frame::{above, named},
    short_form::crumbs,
    ui::words::{count, date},
};
use axum::{extract::Path, response::Response};
use domain::{Engagement, EngagementId, Few, MembershipId, Slug};
use leptos::prelude::*;
use std::sync::Arc;

pub async fn show(here: Here, Path((_, number, id)): Path<(Slug, u32, EngagementId)>) -> Result<Response, Failure> {
    here.answer(|here| {
        let innovation = here.seen().numbered(number)?.clone();
        let one = here.seen().engagement(innovation.id, id)?.clone();
        let inside = here.clone();
        Ok(here.page(format!("Engagement on {}", date(one.on)), move || {
            let here = &inside;
            let mut pages = above(here, &innovation);
            pages.push(("Engagement".into(), here.link(&format!("innovations/{number}/engagement"))));
            view! {
                {crumbs(pages)}
                <div class="ph"><div class="ph-top">
                    <div>
                        <p class="kicker">{named(here, &innovation)}</p>
                        <h1>{format!("Engagement on {}", date(one.on))}</h1>
                        {one.purpose.as_ref().map(|text| view! { <p class="quiet prose">{text.to_string()}</p> })}
                    </div>
                    {actions(here, number, &one)}
                </div></div>
                <div class="stack stack-l">
                    {facts(here, &one)}
                    {check(here, &one)}
                    {said(here, &one)}
                </div>
            }
        }))
    })
}

fn actions(here: &Here, number: u32, one: &Engagement) -> Option<impl IntoView + use<>> {
    let may = !here.looks_back() && here.seen().may_edit_engagement(one);
    may.then(|| {
        let base = format!("innovations/{number}/engagements/{}", one.id);
        let links = [("edit", "Edit", "btn"), ("remove", "Remove", "btn btn-stop")];
        let links = links
            .map(|(path, word, class)| view! { <a class=class href=here.link(&format!("{base}/{path}"))>{word}</a> });
        view! { <div class="row no-print">{links}</div> }
    })
}

fn facts(here: &Here, one: &Engagement) -> AnyView {
    let seen = here.seen();
    let name = |id: MembershipId| seen.membership(id).map(|place| place.name.to_string());
    let people = match seen.people_in_all(one) {
        Err(Few) => "Not told, so that no small number is given away".to_owned(),
        Ok(None) => "Not counted".into(),
        Ok(Some(people)) => people.to_string(),
    };
    let about = one.innovations().filter_map(|id| seen.innovation(id).ok()).map(|one| named(here, one));
    let about: Vec<_> = about.collect();
    let leaders: Vec<_> = one.leaders_present.iter().filter_map(|id| name(*id)).collect();
    let formats: Vec<_> = one.formats.iter().map(|format| format.label()).collect();
    let stages: Vec<_> = one.stage_then.iter().filter(|then| seen.innovation(then.innovation).is_ok()).collect();
    let stages: Vec<_> = stages.into_iter().map(|then| then.stage.to_string()).collect();
    let rows = [
        ("About", Some(about.join(", "))),
        ("How", Some(how(here, one))),
        ("Who took part", Some(groups(here, one))),
        ("People in all", Some(people)),
        ("Stage then", Some(stages.join(", "))),
        ("Led by", one.led_by.and_then(name)),
        ("Leaders there", (!leaders.is_empty()).then(|| leaders.join(", "))),
        ("What happens next", one.next_step.as_ref().map(ToString::to_string)),
        ("Formats", (!formats.is_empty()).then(|| formats.join(", "))),
        ("Languages besides English", one.languages.as_ref().map(ToString::to_string)),
    ];
    let rows = rows.into_iter().filter_map(|(word, value)| {
        let value = value?;
        Some(view! { <dt>{word}</dt><dd>{value}</dd> })
    });
    let link = one.information_link.as_ref().map(|address| {
        view! { <dt>"What people could read"</dt><dd><a href=address.to_string() rel="noreferrer">{address.to_string()}</a></dd> }
    });
    view! {
        <section class="panel" aria-labelledby="facts">
            <h2 id="facts" class="mb">"What was logged"</h2>
            <dl class="dl">{rows.collect_view()}{link}</dl>
        </section>
    }
    .into_any()
}

fn said(here: &Here, one: &Engagement) -> AnyView {
    let mut all: Vec<_> = here.seen().feedback_of(one).into_iter().cloned().collect();
    all.sort_by_key(|one: &Arc<domain::Feedback>| (one.raised_on, one.id));
    let heading = match all.len() {
        0 => "Nothing that people said is written down".to_owned(),
        said => format!("People said {}", count(i64::try_from(said).unwrap_or(0), "thing")),
    };
    view! { <section class="panel" aria-labelledby="said"><h2 id="said" class="mb">{heading}</h2>{feedback(here, &all)}</section> }
        .into_any()
}
