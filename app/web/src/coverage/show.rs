use super::{figures, grid, lists, unheard};
use crate::{
    failure::Failure,
    here::Here,
    listening::{COVERAGE, sections},
};
use axum::response::Response;
use domain::EngagementFigures;
use leptos::prelude::*;

pub async fn show(here: Here) -> Result<Response, Failure> {
    here.answer(|here| {
        let inside = here.clone();
        Ok(here.page("Who has been heard", move || {
            let here = &inside;
            let found = here.seen().engagement_figures(here.today);
            let limited = !here.seen().reads_inside();
            view! {
                <div class="ph"><div class="ph-top">
                    <div>
                        <h1>{heading(&found)}</h1>
                        <p class="quiet prose">"From what people logged. Nothing logged does not mean that nobody listened."</p>
                    </div>
                </div></div>
                {sections(here, COVERAGE)}
                {limited.then(|| view! { <p class="s quiet mb">"Of what you may see. How groups stand is for people of the organisation."</p> })}
                {figures::figures(&found).into_any()}
                <div class="stack stack-l">
                    {praise(&found)}
                    {unheard::panel(here)}
                    {lists::groups(here, &found)}
                    {grid::panel(here)}
                    {lists::equality(here, &found)}
                    {lists::closed_loop(here, &found)}
                    {lists::influence(here, &found)}
                    {lists::refusals(here, &found)}
                    {lists::depth(here, &found)}
                    {lists::consultations(here)}
                </div>
            }
        }))
    })
}

/// The finding, not the topic.
fn heading(found: &EngagementFigures) -> String {
    let (late, all) = (found.coverage.failing.len(), found.coverage.bottom());
    match (all, late) {
        (0, _) => "Map your stakeholders first".into(),
        (1, 0) => "The priority group was met as agreed".into(),
        (1, _) => "The priority group is overdue".into(),
        (all, 0) => format!("All {all} priority groups were met as agreed"),
        (all, late) => format!("{late} of {all} priority groups are overdue"),
    }
}

fn praise(found: &EngagementFigures) -> Option<impl IntoView + use<>> {
    let of = found.praise.of;
    found.praise.is_all_praise().then(|| {
        view! { <p class="flash flash-warn">{format!("Of {of} things said in half a year nearly all are praise. Who have you not heard from?")}</p> }
    })
}
