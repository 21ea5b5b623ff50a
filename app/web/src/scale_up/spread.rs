//! The spread map: every site by how far it has come, who left and why, and who slipped back.
use crate::{
    here::Here,
    site::site_link,
    ui::words::{date, ended},
};
use domain::{Innovation, Spread, SpreadCell};
use leptos::prelude::*;

/// The four on the way, each with what it means.
const WAY: [(Spread, &str); 4] = [
    (Spread::Aware, "identified or engaged"),
    (Spread::Trying, "agreed or preparing"),
    (Spread::Using, "live"),
    (Spread::Normal, "embedded"),
];

pub fn panel(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    let map = here.seen().spread_map(innovation.id, here.today);
    let boxes = WAY.map(|(spread, about)| {
        let cells: Vec<_> = map.of(spread).collect();
        let names = cells.iter().map(|cell| {
            let slipped = cell
                .slipped_on
                .map(|on| view! { " "<span class="soon xs">{format!("slipped back {}", date(on))}</span> });
            view! { <li>{site_link(here, innovation.number, cell.sight.site)}{slipped}</li> }
        });
        let names = names.collect_view();
        view! {
            <div>
                <h3>{spread.label()}" "<span class="quiet">{cells.len()}</span></h3>
                <p class="xs quiet">{about}</p>
                <ul class="s">{names}</ul>
            </div>
        }
    });
    let off: Vec<_> = [Spread::Paused, Spread::Left].into_iter().flat_map(|spread| map.of(spread)).collect();
    let rows = off.iter().map(|cell| gone(here, innovation, cell)).collect_view();
    let rest = (!off.is_empty()).then(|| {
        view! { <h3 class="s mt">"Paused, declined, gone back or not meant for it"</h3><ul class="rows s">{rows}</ul> }
    });
    let normal = map.of(Spread::Normal).count();
    let using = map.of(Spread::Using).count() + normal;
    let slipped = map.0.iter().filter(|cell| cell.slipped_on.is_some()).count();
    let heading = match slipped {
        0 => format!("{using} of {} sites use it, {normal} as a matter of course", map.0.len()),
        _ => format!("{using} of {} sites use it, {normal} as a matter of course; {slipped} slipped back", map.0.len()),
    };
    view! {
        <section class="panel" aria-labelledby="spread">
            <h2 id="spread">{heading}</h2>
            <div class="site-map">{boxes.collect_view()}</div>
            {rest}
        </section>
    }
}

/// One that is not on the way, with what was said.
fn gone(here: &Here, innovation: &Innovation, cell: &SpreadCell) -> impl IntoView + use<> {
    let sight = &cell.sight;
    let last = sight.moves.last();
    let since = sight.since.map(|on| format!(", {}", date(on))).unwrap_or_default();
    let said = cell.reason.or_else(|| last.and_then(|last| last.reason.as_ref()));
    let said = said.map_or_else(|| "No reason given".into(), ToString::to_string);
    let review = last.and_then(|last| last.review_on).filter(|_| cell.spread == Spread::Paused);
    let late = review.is_some_and(|on| on < here.today);
    let review = review.map(|on| view! { " "<span class:late=late>{format!("Look again on {}.", date(on))}</span> });
    let slipped = cell.slipped_on.map(|_| view! { " "<span class="soon">"It used it before."</span> });
    view! {
        <li>{site_link(here, innovation.number, sight.site)}{format!(" {}{since}: {}", sight.state.label().to_lowercase(), ended(&said))}{slipped}{review}</li>
    }
}
