//! Links to the records behind a finding or a challenge.
use crate::{here::Here, ui::words::date};
use domain::{Evidence, Innovation};
use leptos::prelude::*;

/// Most links in a row; the rest is counted.
const MOST: usize = 4;

/// Those that are still there.
pub fn links(here: &Here, innovation: &Innovation, evidence: &[Evidence]) -> Option<impl IntoView + use<>> {
    let found: Vec<_> = evidence.iter().filter_map(|one| evidence_link(here, innovation, *one)).collect();
    let more = found.len().saturating_sub(MOST);
    let shown = found.into_iter().take(MOST).map(|(words, path)| {
        let address = here.link(&format!("innovations/{}{path}", innovation.number));
        view! { <li><a href=address>{words}</a></li> }
    });
    let shown: Vec<_> = shown.collect();
    let more = (more > 0).then(|| view! { <li class="quiet">{format!("and {more} more")}</li> });
    (!shown.is_empty()).then(|| view! { <ul class="evidence xs">{shown} {more}</ul> })
}

/// What it is called, and where it stands below the innovation.
pub fn evidence_link(here: &Here, innovation: &Innovation, one: Evidence) -> Option<(String, String)> {
    let seen = here.seen();
    Some(match one {
        Evidence::Milestone(id) => {
            (seen.milestone(innovation.id, id).ok()?.title.to_string(), format!("/milestones/{id}"))
        }
        Evidence::Risk(id) => (seen.risk(innovation.id, id).ok()?.event.to_string(), format!("/risks/{id}")),
        Evidence::Measure(id) => (seen.measure(id).ok()?.title.to_string(), format!("/measures/{id}")),
        Evidence::Update(ordinal) => {
            let update = seen.updates(innovation.id).find(|one| one.ordinal == ordinal)?;
            (format!("Update for {}", date(update.period_end)), format!("/updates#update-{ordinal}"))
        }
        Evidence::Money => ("The money".into(), "/money".into()),
        Evidence::People => ("The people".into(), "#people".into()),
        Evidence::Engagement => ("The engagement".into(), "/engagement".into()),
        Evidence::Work => ("The work".into(), String::new()),
    })
}
