//! One experiment: what was agreed, what came out, and whether the threshold moved after the start.
use super::words::{result, standing, threshold, wanted};
use crate::{
    failure::Failure,
    here::Here,
    innovation_frame::crumbs,
    ui::words::{count, date},
};
use axum::{extract::Path, response::Response};
use domain::{Act, Experiment, Innovation, Slug};
use leptos::prelude::*;

pub async fn show(here: Here, Path((_, number, ordinal)): Path<(Slug, u32, u32)>) -> Result<Response, Failure> {
    here.answer(|here| {
        let innovation = here.seen().numbered(number)?.clone();
        let one = here.seen().experiment(innovation.id, ordinal)?.clone();
        let here = here.clone();
        let page = here.clone().page(format!("Experiment: {}", one.measure), move || {
            let all = here.link(&format!("innovations/{number}/experiments"));
            view! {
                {crumbs(&here, &innovation)}
                <div class="ph">
                    <p class="kicker"><a href=all>"Experiments"</a>{format!(", number {ordinal}")}</p>
                    <div class="ph-top"><div><h1>{one.hypothesis.to_string()}</h1></div>{buttons(&here, &innovation, &one)}</div>
                </div>
                <div class="stack stack-l">
                    {outcome(&here, &one).into_any()}
                    {agreed(&here, &innovation, &one).into_any()}
                </div>
            }
        });
        Ok(page.narrow())
    })
}

fn buttons(here: &Here, innovation: &Innovation, one: &Experiment) -> Option<impl IntoView + use<>> {
    let may = !here.looks_back() && here.seen().may(Act::EditInnovation, Some(innovation));
    let begun = one.has_begun(here.today);
    let record = if one.outcome().is_some() { "Edit the result" } else { "Record the result" };
    let links = [
        (begun, "result", record, "btn btn-go"),
        (true, "edit", "Edit the plan", "btn"),
        (!begun, "remove", "Remove", "btn btn-stop"),
    ];
    let base = format!("innovations/{}/experiments/{}", innovation.number, one.ordinal);
    let links = links.into_iter().filter(|(fits, ..)| *fits).map(|(_, path, word, class)| {
        view! { <a class=class href=here.link(&format!("{base}/{path}"))>{word}</a> }
    });
    let links = links.collect_view();
    may.then(|| view! { <div class="row no-print">{links}</div> })
}

fn outcome(here: &Here, one: &Experiment) -> impl IntoView + use<> {
    let told = result(one).map(|words| view! { <p>{words}</p> });
    let late = one.late_thresholds().map(|(was, is)| {
        let by = here.reach().portfolio().name_of(is.by).unwrap_or("Somebody who left").to_owned();
        let why = is.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
        let words = format!(
            "The threshold was changed after the start, on {}, from {} to {} by {by}{why}",
            date(is.on),
            one.said(was),
            one.said(domain::Number(is.value))
        );
        view! { <p class="stale">{words}</p> }
    });
    let late = late.collect_view();
    let unclear = one.unclear.as_ref().map(|reason| view! { <p>{format!("Nothing can be concluded: {reason}")}</p> });
    let sample = one.sample_actual.map(|actual| {
        let planned = one.sample_planned.map(|planned| format!(" of {planned} planned")).unwrap_or_default();
        let thin = if one.is_thin() { ", fewer than half: treat with care" } else { "" };
        view! { <p class="s">{format!("{actual}{planned} took part{thin}")}</p> }
    });
    let learned = one
        .learning
        .as_ref()
        .map(|text| view! { <h3>"What we learned"</h3><p class="prose lines">{text.to_string()}</p> });
    view! {
        <section class="panel stack stack-s" aria-labelledby="outcome">
            <h2 id="outcome">{standing(one, here)}</h2>
            {told}
            {late}
            {unclear}
            {sample}
            {learned}
            {wanted(one).map(|words| view! { <p class="stale">{words}</p> })}
        </section>
    }
}

fn agreed(here: &Here, innovation: &Innovation, one: &Experiment) -> impl IntoView + use<> {
    let on = one.thresholds.first().map(|first| date(first.on));
    let measure = one.measure_id.and_then(|id| here.seen().measure(id).ok()).map(|measure| {
        let address = here.link(&format!("innovations/{}/measures/{}", innovation.number, measure.id));
        view! { <dt>"Outcome measure"</dt><dd><a href=address>{measure.title.to_string()}</a></dd> }
    });
    let sample = one.sample_planned.map_or_else(|| "Not said".into(), |sample| sample.to_string());
    let cap = one.cost_cap.map_or_else(|| "Not said".into(), |cap| cap.to_string());
    let span = domain::days(one.starts_on, one.ends_on) + 1;
    let runs = format!("{} to {}, {}", date(one.starts_on), date(one.ends_on), count(span, "day"));
    view! {
        <section class="panel" aria-labelledby="agreed">
            <h2 id="agreed">{format!("Agreed on {}, before the start", on.unwrap_or_default())}</h2>
            <dl class="dl">
                <dt>"Measured"</dt><dd>{one.measure.to_string()}</dd>
                {measure}
                <dt>"Works at"</dt><dd>{threshold(one)}</dd>
                <dt>"Taking part"</dt><dd>{sample}</dd>
                <dt>"Stop early if"</dt><dd>{one.stop_rule.to_string()}</dd>
                <dt>"Costs at most"</dt><dd>{cap}</dd>
                <dt>"Runs"</dt><dd>{runs}</dd>
            </dl>
        </section>
    }
}
