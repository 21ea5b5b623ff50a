//! Fidelity on the page of scale-up and on that of a site.
use crate::{
    here::Here,
    site::site_link,
    ui::words::{ago, count, date, ended},
};
use domain::{Fidelity, FidelityBand, FidelityCheck, Innovation, Site, days};
use leptos::prelude::*;
use std::sync::Arc;

pub fn panel(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    let fidelity = here.seen().fidelity(innovation.id, here.today);
    let rows = fidelity.counted.iter().map(|one| row(here, innovation.number, one, false));
    let rows: Vec<_> = rows.chain(fidelity.old.iter().map(|one| row(here, innovation.number, one, true))).collect();
    let table = (!rows.is_empty()).then(|| {
        view! {
            <details class="details">
                <summary>"Site by site"</summary>
                <div>
                    <table class="table table-cards">
                        <thead><tr><th scope="col">"Site"</th><th scope="col" class="num">"Fidelity"</th><th scope="col">"Not done, or partly"</th><th scope="col">"Checked"</th></tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        }
    });
    let unchecked = unchecked(here, innovation.number, &fidelity.unchecked);
    let is_poor = fidelity.band() == Some(FidelityBand::Poor);
    view! {
        <section class="panel" aria-labelledby="fidelity">
            <h2 id="fidelity" class="mb" class:late=is_poor>{finding(&fidelity)}</h2>
            {table}
            {unchecked}
            <p class="xs quiet mt">"Fidelity is how much of the core is being done, by weight, from 0 to 100. The figure is the middle of the latest checks of the sites that use it. Checks older than half a year are shown and not counted."</p>
        </section>
    }
}

fn finding(fidelity: &Fidelity) -> String {
    match (fidelity.score, fidelity.band()) {
        (Some(score), Some(band)) => {
            let words = match band {
                FidelityBand::Good => "The core is being done",
                FidelityBand::Watch => "Watch whether the core is being done",
                FidelityBand::Poor => "The core is not being done",
            };
            format!("{words}: fidelity {score:.1}, {}", band.label().to_lowercase())
        }
        _ if fidelity.old.is_empty() => "Nobody has checked whether the core is being done".into(),
        _ => "Nobody has checked in half a year whether the core is being done".into(),
    }
}

fn row(here: &Here, number: u32, check: &Arc<FidelityCheck>, is_old: bool) -> AnyView {
    let site = here.seen().site(check.innovation, check.site).ok();
    let name = site.map(|site| site_link(here, number, site));
    let when = format!("{}, {}", ago(days(check.on, here.today)), date(check.on));
    view! {
        <tr class:quiet=is_old>
            <th scope="row">{name}</th>
            <td class="num" data-l="Fidelity">{scored(check)}</td>
            <td data-l="Not done, or partly">{missing(check)}</td>
            <td data-l="Checked">{when}{is_old.then_some(" (too old to count)")}</td>
        </tr>
    }
    .into_any()
}

fn scored(check: &FidelityCheck) -> String {
    check.score().map_or("–".into(), |score| format!("{score:.1}, {}", FidelityBand::of(score).label()))
}

/// "A local contact (partly), A notice (no)".
fn missing(check: &FidelityCheck) -> String {
    let missing = check.scores.iter().filter(|one| one.done.value() < 1.0);
    let missing: Vec<_> =
        missing.map(|one| format!("{} ({})", one.component, one.done.label().to_lowercase())).collect();
    if missing.is_empty() { "Everything is done".into() } else { missing.join(", ") }
}

fn unchecked(here: &Here, number: u32, sites: &[&Arc<Site>]) -> Option<impl IntoView + use<>> {
    if sites.is_empty() {
        return None;
    }
    let links = sites.iter().map(|site| view! { <li>{site_link(here, number, site)}</li> }).collect_view();
    let heading = format!("{} never checked", count(sites.len().try_into().unwrap_or(0), "site"));
    Some(view! { <details class="details"><summary>{heading}</summary><div><ul>{links}</ul></div></details> })
}

/// The checks of one site, newest first.
pub fn checks(here: &Here, site: &Site) -> impl IntoView + use<> {
    let mut all: Vec<_> =
        here.seen().fidelity_checks(site.innovation, site.id).filter(|one| one.on <= here.today).collect();
    all.sort_by_key(|one| std::cmp::Reverse((one.on, one.entry.at)));
    if all.is_empty() {
        return view! { <p class="empty">"Not checked yet."</p> }.into_any();
    }
    let rows = all.into_iter().map(|check| {
        let rater = here.seen().membership(check.rater).map_or("Somebody who left".into(), |one| one.name.to_string());
        let note = check.note.as_ref().map(|note| view! { <p class="s">{note.to_string()}</p> });
        view! {
            <li><b>{scored(check)}</b>{format!(", {} by {rater}. {}", date(check.on), ended(&missing(check)))}{note}</li>
        }
    });
    view! { <ul class="rows s">{rows.collect_view()}</ul> }.into_any()
}
