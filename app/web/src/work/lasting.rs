//! What the lead has to do so that an innovation lasts.
use super::due::{line, panel};
use crate::{here::Here, ui::words::count};
use domain::{Commitment, Due, MyWork, ReviewSight, Setback};
use leptos::prelude::*;
use std::sync::Arc;

pub fn panels(here: &Here, work: &MyWork) -> impl IntoView + use<> {
    view! { {reviews(here, work)} {setbacks(here, work)} {endings(here, work)} }
}

fn reviews(here: &Here, work: &MyWork) -> Option<impl IntoView + use<>> {
    let row = |one: &Due<ReviewSight>| {
        let sites = match one.what.sites.len() {
            0 => String::new(),
            all => format!(" of {}", count(i64::try_from(all).unwrap_or(i64::MAX), "site")),
        };
        let words = format!("Is it still in use? The review after {}{sites}", one.what.kind.label());
        let what = view! { <b>{words}</b> }.into_any();
        line(here, one, what, there(here, one, "reviews/new"), "Record the review")
    };
    panel("lasting", "Reviews of whether it lasted", work.reviews.iter().map(row).collect())
}

fn setbacks(here: &Here, work: &MyWork) -> Option<impl IntoView + use<>> {
    let row = |one: &Due<&Arc<Setback>>| {
        let what = view! { <b>{one.what.what.to_string()}</b> }.into_any();
        line(here, one, what, there(here, one, "scale-up#setbacks"), "Say what was done")
    };
    panel("setbacks", "Setbacks without an answer", work.setbacks.iter().map(row).collect())
}

fn endings(here: &Here, work: &MyWork) -> Option<impl IntoView + use<>> {
    let row = |one: &Due<&Arc<Commitment>>| {
        let words = format!("{}: {}", one.what.kind.label(), one.what.by);
        let what = view! { <b>{words}</b> <br/> <span class="quiet">"Nothing is promised after it"</span> }.into_any();
        line(here, one, what, there(here, one, "scale-up#commitments"), "Open the commitments")
    };
    panel("endings", "Backing that ends", work.endings.iter().map(row).collect())
}

fn there<T>(here: &Here, one: &Due<T>, path: &str) -> String {
    here.link(&format!("innovations/{}/{path}", one.innovation.number))
}
