//! Every site in a table, and what keeps those that are live from being embedded.
use crate::{
    embedding::banded,
    form::embed_gap,
    here::Here,
    site::{coming, site_link, site_state},
    ui::words::count,
};
use domain::{FidelityBand, Innovation, SiteSight};
use leptos::prelude::*;

pub fn panel(here: &Here, innovation: &Innovation, sights: &[SiteSight], may: bool) -> impl IntoView + use<> {
    let base = format!("innovations/{}/sites", innovation.number);
    let number = i64::try_from(sights.len()).unwrap_or(i64::MAX);
    let heading = if sights.is_empty() { "No site yet".to_owned() } else { count(number, "site") };
    let links = may.then(|| {
        let many = (!sights.is_empty())
            .then(|| view! { <a class="btn" href=here.link(&format!("{base}/moves"))>"Change many"</a> });
        let list = here.link(&format!("{base}/new-list"));
        let one = here.link(&format!("{base}/new"));
        view! { <span class="row no-print">{many}<a class="btn" href=list>"Add a list"</a><a class="btn" href=one>"Add a site"</a></span> }
    });
    let content = if sights.is_empty() {
        view! { <p class="empty">"List the places where it could be used, also those that may say no. Each moves on from there, one at a time or many at once."</p> }.into_any()
    } else {
        let rows: Vec<_> = sights.iter().map(|one| row(here, innovation, one)).collect();
        view! {
            <table class="table table-cards">
                <thead><tr>
                    <th scope="col">"Site"</th><th scope="col">"Where it is"</th><th scope="col">"Goes live"</th>
                    <th scope="col" class="num">"Reached"</th><th scope="col" class="num">"Fidelity"</th><th scope="col">"Embedding"</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section class="panel" aria-labelledby="sites"><div class="row spread mb"><h2 id="sites">{heading}</h2>{links}</div>{content}</section>
    }
}

fn row(here: &Here, innovation: &Innovation, sight: &SiteSight) -> AnyView {
    let (seen, site) = (here.seen(), sight.site);
    let (when, late) = coming(here, sight);
    let latest =
        seen.reach_counts(innovation.id, site.id).filter(|one| one.to_on <= here.today).max_by_key(|one| one.to_on);
    let reached = latest.map_or("–".into(), |one| {
        let told = |people: Option<u32>| people.map_or("?".into(), |people| people.to_string());
        format!("{} of {}", told(one.reached_people), told(one.eligible_people))
    });
    let fidelity = seen.fidelity_of_site(site, here.today);
    let fidelity = fidelity.map_or("–".into(), |score| format!("{score:.1}, {}", FidelityBand::of(score).label()));
    let embedding = seen.embedding(innovation.id, Some(site.id), here.today);
    let embedding = if embedding.counted.is_empty() { "–".into() } else { banded(&embedding) };
    let wave = site.wave.map(|wave| format!(", wave {wave}")).unwrap_or_default();
    let not_meant = (site.eligible != domain::Eligible::Yes)
        .then(|| format!(", eligible: {}", site.eligible.label().to_lowercase()));
    let about = format!("{}{wave}{}", site.kind.label(), not_meant.unwrap_or_default());
    // On a phone, where each cell is a line, nothing is left out by a dash.
    let dash = |text: &str| text == "–";
    let (no_count, no_fidelity, no_embedding) = (dash(&reached), dash(&fidelity), dash(&embedding));
    view! {
        <tr>
            <th scope="row">{site_link(here, innovation.number, site)}<br/><span class="xs quiet">{about}</span></th>
            <td data-l="Where it is">{site_state(sight.state)}</td>
            <td data-l="Goes live" class:late=late>{when}</td>
            <td class="num" class:wide-only=no_count data-l="Reached">{reached}</td>
            <td class="num" class:wide-only=no_fidelity data-l="Fidelity">{fidelity}</td>
            <td class:wide-only=no_embedding data-l="Embedding">{embedding}</td>
        </tr>
    }
    .into_any()
}

/// None where no site is live.
pub fn blocks(here: &Here, innovation: &Innovation, sights: &[SiteSight]) -> Option<impl IntoView + use<>> {
    let live: Vec<_> = sights.iter().filter(|one| one.state == domain::SiteState::Live).collect();
    if live.is_empty() {
        return None;
    }
    let rows: Vec<_> = live
        .iter()
        .map(|sight| {
            let gaps = here.seen().blocks_embedding(sight, here.today);
            let told: Vec<_> = gaps.iter().map(|gap| view! { <li>{embed_gap(*gap)}</li> }).collect();
            let told = if gaps.is_empty() {
                view! { <p>"Nothing. It may be called embedded."</p> }.into_any()
            } else {
                view! { <ul class="bullets">{told}</ul> }.into_any()
            };
            view! { <li><h3 class="s">{site_link(here, innovation.number, sight.site)}</h3>{told}</li> }.into_any()
        })
        .collect();
    let free = live.iter().filter(|sight| here.seen().blocks_embedding(sight, here.today).is_empty()).count();
    let number = count(i64::try_from(live.len()).unwrap_or(i64::MAX), "live site");
    let heading = match free {
        0 => format!("None of {number} may be called embedded yet"),
        free => format!("{free} of {number} may be called embedded"),
    };
    Some(view! {
        <section class="panel" aria-labelledby="blocked">
            <h2 id="blocked">{heading}</h2>
            <details class="details"><summary>"What is missing, site by site"</summary><div><ul class="rows s">{rows}</ul></div></details>
        </section>
    })
}
