//! The strip at the top of an innovation's page: its way through the stages.
use crate::{here::Here, ui::words::date};
use domain::{Innovation, Place, Step, StepState};
use leptos::prelude::*;

/// Stages in order, with the days they began and ended.
pub fn stage_track(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    let steps = here.seen().stage_track(innovation, here.today).into_iter().map(|step| {
        let class = (step.state == StepState::Done).then_some("done");
        let current = (step.state == StepState::Current).then_some("step");
        let about = about(&step);
        view! { <li class=class aria-current=current>{step.name}<small>{about}</small></li> }
    });
    view! { <ol class="steps" aria-label="Stage">{steps.collect_view()}</ol> }
}

fn about(step: &Step) -> Option<String> {
    let dated = |day: Option<chrono::NaiveDate>| day.map(date);
    match (step.state, step.halted) {
        (StepState::Current, Some((Place::Paused, since))) => Some(format!("Paused since {}", date(since))),
        (StepState::Current, Some((_, on))) => Some(format!("Stopped on {}", date(on))),
        (StepState::Current, None) => dated(step.from_on).map(|since| format!("Since {since}")),
        (StepState::Skipped, _) => Some("Skipped".into()),
        (StepState::Ahead, _) => dated(step.to_on).map(|left| format!("Left {left}")),
        (StepState::Done, _) => Some(format!("{} to {}", dated(step.from_on)?, dated(step.to_on)?)),
    }
}
