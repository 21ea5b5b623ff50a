use super::{ageing::ageing, cumulative::cumulative, cycle::cycle, forecast::forecast, waits::waits, weekly::weekly};
use crate::{
    failure::Failure,
    here::Here,
    innovation_frame::{Tab, frame},
};
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::Slug;
use leptos::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Asked {
    /// "How many by this day?", as it was typed.
    #[serde(default)]
    by: String,
}

pub async fn show(
    here: Here,
    Path((_, number)): Path<(Slug, u32)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    here.answer(|here| {
        let innovation = here.seen().numbered(number)?.clone();
        let here = here.clone();
        Ok(here.clone().page(format!("Flow of {}", innovation.title), move || {
            if !innovation.has_work_board() {
                let none = view! { <p class="empty">"There is no board of work, so nothing flows over it."</p> };
                return frame(&here, &innovation, Tab::Work, none).into_any();
            }
            let seen = here.seen();
            let flow = seen.flow(innovation.id, here.today);
            let board = here.link(&format!("innovations/{number}/work"));
            let content = view! {
                <div class="stack stack-l">
                    <p class="no-print"><a href=board>"Back to the board of work"</a></p>
                    {waits(&flow).into_any()}
                    {forecast(&here, &innovation, &asked.by).into_any()}
                    {ageing(&here, &innovation, &flow).into_any()}
                    <div class="flow-charts">
                        {cycle(&here, &flow).into_any()}
                        {weekly(&seen.weekly_throughput(innovation.id, here.today)).into_any()}
                        {cumulative(&seen.cumulative_flow(innovation.id, 91, here.today)).into_any()}
                    </div>
                </div>
            };
            frame(&here, &innovation, Tab::Work, content).into_any()
        }))
    })
}
