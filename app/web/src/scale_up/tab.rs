//! Where it is live, how fast it spreads, and whether it will last.
use super::{adaptations, chart, lasting, moving, reach, sites, spread, vitals};
use crate::{
    commitment, embedding,
    failure::Failure,
    fidelity,
    here::Here,
    innovation_frame::{Tab, frame},
    leadership::evidence_for,
    scale_plan, setback, sustainment,
};
use axum::{extract::Path, response::Response};
use domain::{Act, Innovation, Place, SignalName, Slug};
use leptos::prelude::*;
use std::sync::Arc;

/// What the page is evidence for.
const EVIDENCE: [SignalName; 4] =
    [SignalName::Moving, SignalName::RolledOut, SignalName::Lasting, SignalName::Committed];

pub async fn show(here: Here, Path((_, number)): Path<(Slug, u32)>) -> Result<Response, Failure> {
    here.answer(|here| {
        let innovation = here.seen().numbered(number)?.clone();
        let here = here.clone();
        Ok(here.clone().page(format!("Scale-up of {}", innovation.title), move || {
            let content = content(&here, &innovation).into_any();
            frame(&here, &innovation, Tab::ScaleUp, content)
        }))
    })
}

fn may_edit(here: &Here, innovation: &Innovation) -> bool {
    let stopped = here.seen().place_of(innovation) == Place::Stopped;
    !stopped && !here.looks_back() && here.seen().may(Act::EditInnovation, Some(innovation))
}

fn content(here: &Here, innovation: &Arc<Innovation>) -> impl IntoView + use<> {
    let may = may_edit(here, innovation);
    let sights = here.seen().site_sights(innovation.id, here.today);
    let begun = here.seen().scale_plan(innovation.id).is_some();
    let spreads = !sights.is_empty();
    let plan = scale_plan::panel(here, innovation, may).into_any();
    // What to do first stands first.
    let (above, below) = if begun { (None, Some(plan)) } else { (Some(plan), None) };
    view! {
        <div class="stack stack-l">
            {(begun || spreads).then(|| vitals::vitals(here, innovation).into_any())}
            {moving::panel(here, innovation).map(IntoAny::into_any)}
            {above}
            <div class="halves">
                {spreads.then(|| chart::panel(here, innovation).map(IntoAny::into_any))}
                {embedding::panel(here, innovation, None).into_any()}
            </div>
            {spreads.then(|| spread::panel(here, innovation).into_any())}
            {sites::panel(here, innovation, &sights, may).into_any()}
            {spreads.then(|| view! {
                <div class="halves">{reach::panel(here, innovation, may).into_any()} {fidelity::panel(here, innovation).into_any()}</div>
            })}
            {sites::blocks(here, innovation, &sights).map(IntoAny::into_any)}
            {sustainment::panel(here, innovation, may).map(IntoAny::into_any)}
            <div class="halves">
                {commitment::panel(here, innovation, may).into_any()}
                {lasting::panel(here, innovation).map(IntoAny::into_any)}
            </div>
            {setback::panel(here, innovation, may).into_any()}
            {adaptations::panel(here, innovation, &sights).map(IntoAny::into_any)}
            {below}
            {evidence_for(here, innovation.id, &EVIDENCE)}
        </div>
    }
}
