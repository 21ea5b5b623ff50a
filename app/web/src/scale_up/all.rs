//! Scale-up of every innovation: which do not move, what ends soon, and what has become ordinary service.
use super::{
    all_sections::{Section, cliffs, plateaus, purgatory, reviews, stalled, watched},
    all_tables::{mainstreamed, spreading},
};
use crate::{
    failure::Failure,
    here::Here,
    innovation_frame::named,
    together::{LASTING, SCALE_UP},
};
use axum::response::Response;
use domain::{Innovation, Motion, ReviewCounts, Stall};
use leptos::prelude::*;
use std::sync::Arc;

pub async fn show(here: Here) -> Result<Response, Failure> {
    here.answer(|here| {
        let here = here.clone();
        Ok(here.clone().page("Scale-up", move || {
            let mut all: Vec<_> = here.seen().innovations().collect();
            all.sort_by_key(|one| one.number);
            let sights = Sights::of(&here, &all);
            let sections = [
                purgatory(&here, &sights),
                stalled(&here, &sights),
                plateaus(&here, &sights),
                cliffs(&here),
                reviews(&here, &sights),
            ];
            let (some, none): (Vec<_>, Vec<_>) = sections.into_iter().partition(|one| !one.rows.is_empty());
            let shown: Vec<_> = some.into_iter().map(Section::view).collect();
            let quiet: Vec<_> = none.iter().map(|one| one.nothing).collect();
            let quiet = (!quiet.is_empty()).then(|| view! { <p class="quiet s prose">{quiet.join(" ")}</p> });
            view! {
                <div class="ph"><div class="ph-top"><div><h1>"Scale-up"</h1><p class="lead">{sights.finding()}</p></div></div></div>
                {LASTING.tabs(&here, SCALE_UP).into_any()}
                <div class="stack stack-l">
                    {shown}
                    {watched(&here, &sights).map(IntoAny::into_any)}
                    {quiet}
                    {mainstreamed(&here, &all).into_any()}
                    {spreading(&here, &all).into_any()}
                </div>
            }
        }))
    })
}

/// What stands out, worked out once.
pub struct Sights<'a> {
    /// With the days over the longest time for a pilot.
    pub purgatory: Vec<(&'a Arc<Innovation>, i64)>,
    pub stalled: Vec<(&'a Arc<Innovation>, Stall)>,
    pub watched: Vec<(&'a Arc<Innovation>, Stall)>,
    pub plateaus: Vec<&'a Arc<Innovation>>,
    pub reviews: Vec<(&'a Arc<Innovation>, ReviewCounts)>,
}

impl<'a> Sights<'a> {
    fn of(here: &'a Here, all: &[&'a Arc<Innovation>]) -> Self {
        let (seen, today) = (here.seen(), here.today);
        let times = all.iter().map(|one| (*one, seen.stage_time(one, today)));
        let mut purgatory: Vec<_> =
            times.filter(|(_, time)| time.in_purgatory).map(|(one, time)| (one, time.over_days)).collect();
        purgatory.sort_by_key(|(_, over)| std::cmp::Reverse(*over));
        let stalls: Vec<_> = all.iter().filter_map(|one| Some((*one, seen.stall(one, today)?))).collect();
        let of = |motion| stalls.iter().filter(move |(_, stall)| stall.motion == motion).cloned();
        let mut stalled: Vec<_> = of(Motion::Stalled).collect();
        stalled.sort_by_key(|(_, stall)| !stall.is_long);
        let watched = of(Motion::Watch).collect();
        let plateaus = all.iter().copied().filter(|one| seen.is_on_plateau(one, today)).collect();
        let counts = all.iter().map(|one| (*one, ReviewCounts::of(&seen.reviews(one, today), today)));
        let reviews = counts.filter(|(_, counts)| counts.due > 0).collect();
        Self { purgatory, stalled, watched, plateaus, reviews }
    }

    fn overdue(&self) -> usize {
        self.reviews.iter().map(|(_, counts)| counts.overdue).sum()
    }

    /// What matters most, in a sentence.
    fn finding(&self) -> String {
        let parts = [
            (self.purgatory.len(), "pilot past its time", "pilots past their time"),
            (self.stalled.len(), "innovation stalled", "innovations stalled"),
            (self.plateaus.len(), "spreading no further", "spreading no further"),
            (self.overdue(), "review overdue", "reviews overdue"),
        ];
        let parts: Vec<_> = parts
            .into_iter()
            .filter(|(number, ..)| *number > 0)
            .map(|(number, one, many)| format!("{number} {}", if number == 1 { one } else { many }))
            .collect();
        if parts.is_empty() { "Everything under way moves.".into() } else { format!("{}.", parts.join(", ")) }
    }
}

pub fn title(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    let address = here.link(&format!("innovations/{}/scale-up", innovation.number));
    view! { <a href=address>{named(here, innovation)}</a> }
}
