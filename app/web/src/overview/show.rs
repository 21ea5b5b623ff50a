use super::{aside::aside, panels::panels};
use crate::{
    failure::Failure,
    here::Here,
    innovation_frame::{Tab, frame},
};
use axum::{extract::Path, response::Response};
use domain::Slug;
use leptos::prelude::*;

pub async fn show(here: Here, Path((_, number)): Path<(Slug, u32)>) -> Result<Response, Failure> {
    here.answer(|here| {
        let innovation = here.seen().numbered(number)?.clone();
        let inside = here.clone();
        Ok(here.page(innovation.title.to_string(), move || {
            let content = view! {
                <div class="split">
                    <div class="stack stack-l">{panels(&inside, &innovation)}</div>
                    {aside(&inside, &innovation)}
                </div>
            };
            frame(&inside, &innovation, Tab::Overview, content)
        }))
    })
}
