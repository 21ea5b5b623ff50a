//! Of one innovation, for people inside.
use super::{
    OfInnovation,
    inside::{preview, standing, stays_inside},
};
use crate::{failure::Failure, here::Here, innovation_frame::crumbs};
use axum::{extract::Path, response::Response};
use leptos::prelude::*;

pub async fn show(here: Here, Path((_, number)): OfInnovation) -> Result<Response, Failure> {
    here.answer(|here| {
        let innovation = here.seen().numbered(number)?.clone();
        let here = here.clone();
        Ok(here.clone().page(format!("You said, we did: {}", innovation.title), move || {
            let (id, heading) = ("everyone", "What everyone reads");
            let heading = if innovation.is_published() { heading } else { "What everyone would read" };
            view! {
                {crumbs(&here, &innovation)}
                <div class="ph">
                    <p class="kicker">{innovation.title.to_string()}</p>
                    <h1>"You said, we did"</h1>
                    {standing(&here, &innovation)}
                </div>
                <div class="stack stack-l">
                    <section class="stack" aria-labelledby=id><h2 id=id>{heading}</h2>{preview(&here, &innovation)}</section>
                    {stays_inside(&here, &innovation)}
                </div>
            }
        }))
    })
}
