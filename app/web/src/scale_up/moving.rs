//! Whether it moves: the signs of a stall in words, and a plateau.
use crate::{
    here::Here,
    ui::words::{ago, date},
};
use domain::{Flag, Innovation, Motion, Raised, Stall, days};
use leptos::prelude::*;

/// None where it moves and nothing is to be said.
pub fn panel(here: &Here, innovation: &Innovation) -> Option<impl IntoView + use<>> {
    let innovation = here.seen().innovation(innovation.id).ok()?;
    let stall = here.seen().stall(innovation, here.today);
    let stall = stall.filter(|stall| !stall.flags.is_empty());
    let plateau = here.seen().is_on_plateau(innovation, here.today);
    if stall.is_none() && !plateau {
        return None;
    }
    let heading = stall.as_ref().map_or("It spreads no further".into(), finding);
    let is_stalled = stall.as_ref().is_some_and(|stall| stall.motion == Motion::Stalled);
    let rows =
        stall.iter().flat_map(|stall| &stall.flags).map(|one| view! { <li>{told(here, *one)}</li> }).collect_view();
    let plateau = plateau.then(|| view! { <p class="soon">"The rest are not coming. Ask those who declined why."</p> });
    Some(view! {
        <section class="panel" aria-labelledby="moving">
            <h2 id="moving" class:late=is_stalled>{heading}</h2>
            <ul class="bullets s">{rows}</ul>
            {plateau}
            <p class="xs quiet mt">"Cleared by what happens, never by an edit."</p>
        </section>
    })
}

pub fn finding(stall: &Stall) -> String {
    match stall.motion {
        Motion::Stalled if stall.is_long => "Stalled for half a year, and shown as if it moved".into(),
        Motion::Stalled => "Stalled".into(),
        Motion::Watch => "Watch: two signs that it does not move".into(),
        Motion::Moving if stall.is_too_soon => "Moving: too soon in its stage to say more".into(),
        Motion::Moving => "Moving, with one sign to watch".into(),
    }
}

/// "No decision for 90 days: the last was on 3 March 2026, 8 months ago".
pub fn told(here: &Here, one: Raised) -> String {
    let since = one.since.map(|on| format!(", since {}, {}", date(on), ago(days(on, here.today)))).unwrap_or_default();
    let more = match one.flag {
        Flag::OverMax | Flag::NothingFinished | Flag::NoSiteAdvance | Flag::NoDecision => "",
        Flag::FlatUse => ": less than two points gained in 91 days",
        Flag::OldNumbers => ": every figure is old, or there is none",
    };
    format!("{}{more}{since}", one.flag.label())
}
