//! The page of a form of a move.
use super::decided;
use crate::{failure::Failure, form::Sheet, here::Here, innovation_frame::crumbs, page::Page};
use domain::{Act, Innovation};
use leptos::prelude::*;
use std::sync::Arc;

pub struct Words {
    pub title: String,
    pub lead: String,
    pub button: &'static str,
    /// Class of the button: "btn-go" or "btn-stop".
    pub weight: &'static str,
}

/// The page with the questions of one form before those that all share.
pub fn page<V: IntoView + 'static>(
    here: &Here,
    number: u32,
    sheet: Sheet,
    words: Words,
    questions: impl FnOnce(&Here, &Arc<Innovation>, &Sheet) -> V + Send + 'static,
) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::Move, Some(&innovation))?;
    let inside = here.clone();
    Ok(here
        .form(format!("{}: {}", words.title, innovation.title), &sheet.clone(), move || {
            let back = inside.link(&format!("innovations/{number}"));
            let name = words.title.clone();
            let class = format!("btn {} btn-big btn-wide", words.weight);
            view! {
                {crumbs(&inside, &innovation)}
                {sheet.summary()}
                <div class="ph">
                    <p class="kicker">{innovation.title.to_string()}</p>
                    <h1>{words.title}</h1>
                    <p class="quiet prose">{words.lead}</p>
                </div>
                <form method="post" class="stack stack-l" novalidate>
                    {decided::hidden(&sheet)}
                    {questions(&inside, &innovation, &sheet)}
                    {decided::questions(&inside, &innovation, &sheet)}
                    <div class="row">
                        <button class=class>{words.button}</button>
                        {inside.keep_as_draft(&name)}
                        <a class="btn btn-text btn-big" href=back>"Cancel"</a>
                    </div>
                </form>
            }
        })
        .narrow())
}
