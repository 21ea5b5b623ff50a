//! Of the whole organisation, for people inside.
use super::{
    inside::{is_told, preview, standing, stays_inside},
    public_address,
};
use crate::{
    failure::Failure,
    here::Here,
    innovation_frame::named,
    listening::{YOU_SAID, sections},
};
use axum::response::Response;
use domain::Innovation;
use leptos::prelude::*;
use std::sync::Arc;

pub async fn show(here: Here) -> Result<Response, Failure> {
    here.answer(|here| {
        let here = here.clone();
        Ok(here.clone().page("You said, we did", move || {
            let mut told: Vec<_> = here.seen().innovations().filter(|one| is_told(&here, one)).cloned().collect();
            told.sort_by_key(|one| one.number);
            let slug = &here.seen().organisation().slug;
            let published = told.iter().filter(|one| one.is_published()).count();
            let open = (published > 0).then(|| {
                let address = public_address(slug, None);
                view! { <p class="s">"Everyone can read what is published at "<a href=address.clone()>{address.clone()}</a></p> }
            });
            let panels = told.iter().map(|one| panel(&here, one).into_any()).collect_view();
            let empty = told.is_empty().then(|| {
                view! { <p class="empty">"Nothing is told back yet. Answer what people said, and tell them."</p> }
            });
            view! {
                <div class="ph">
                    <h1>"You said, we did"</h1>
                    <p class="lead">{finding(told.len(), published)}</p>
                    {open}
                </div>
                {sections(&here, YOU_SAID)}
                <div class="stack stack-l">{empty}{panels}</div>
            }
        }))
    })
}

fn finding(told: usize, published: usize) -> String {
    match (told, published) {
        (0, _) => "What people said and what came of it, once they were told.".into(),
        (1, 0) => "People were told about one innovation; it is not published.".into(),
        (1, _) => "People were told about one innovation, and everyone can read of it.".into(),
        (told, 0) => format!("People were told about {told} innovations; none is published."),
        (told, published) => format!("People were told about {told} innovations; everyone can read of {published}."),
    }
}

fn panel(here: &Here, innovation: &Arc<Innovation>) -> impl IntoView + use<> {
    let id = format!("innovation-{}", innovation.number);
    let home = here.link(&format!("innovations/{}/you-said-we-did", innovation.number));
    view! {
        <section class="stack" aria-labelledby=id.clone()>
            <h2 id=id.clone()><a href=home>{named(here, innovation)}</a></h2>
            {standing(here, innovation)}
            {preview(here, innovation)}
            {stays_inside(here, innovation)}
        </section>
    }
}
