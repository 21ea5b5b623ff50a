//! The records behind a signal: those that failed first, then those that are credited.
use crate::{here::Here, innovation_frame::named, update::evidence_link};
use domain::{Behind, Counted, Innovation, Signal};
use leptos::prelude::*;

/// Most records of a kind in a list; the rest is counted, and stands with its innovation.
const MOST: usize = 40;

/// Folded away below the table of signals.
pub fn records(here: &Here, signal: &Signal) -> impl IntoView + use<> {
    let all: Vec<_> = signal.failing().collect();
    let failing = list(here, "Did not count", &all);
    let all: Vec<_> = signal.credited().collect();
    let credited = list(here, "Counted", &all);
    let none = (signal.bottom == 0).then(|| view! { <p class="empty">"Nothing is recorded for this yet."</p> });
    let summary = match signal.bottom {
        0 => format!("{}: no record", signal.name.label()),
        all => format!("{}: {} of {all} did not count", signal.name.label(), signal.failing().count()),
    };
    view! {
        <details class="details">
            <summary>{summary}</summary>
            // A link to what is inside opens it.
            <div class="stack" id=format!("records-{}", signal.name.key())>{none}{failing}{credited}</div>
        </details>
    }
}

fn list(here: &Here, heading: &'static str, all: &[&Counted]) -> Option<AnyView> {
    if all.is_empty() {
        return None;
    }
    let rows: Vec<_> = all.iter().take(MOST).map(|one| row(here, one)).collect();
    let more = all.len().saturating_sub(MOST);
    let more =
        (more > 0).then(|| view! { <li class="s quiet">{format!("and {more} more, with their innovations")}</li> });
    Some(
        view! { <h3 class="s">{format!("{heading} ({})", all.len())}</h3><ul class="rows">{rows}{more}</ul> }
            .into_any(),
    )
}

fn row(here: &Here, one: &Counted) -> Option<AnyView> {
    let innovation = here.seen().innovation(one.innovation).ok()?;
    let to = here.link(&format!("innovations/{}", innovation.number));
    Some(
        view! {
            <li class="stack stack-s">
                <p><a href=to>{named(here, innovation)}</a></p>
                <p class="s">{format!("{}.", one.says)}</p>
                {links(here, innovation, &one.records)}
            </li>
        }
        .into_any(),
    )
}

/// Links to the records themselves, where they have a page of their own.
pub fn links(here: &Here, innovation: &Innovation, records: &[Behind]) -> Option<AnyView> {
    const FEW: usize = 4;
    let found: Vec<_> = records.iter().filter_map(|one| link(here, innovation, *one)).collect();
    let more = found.len().saturating_sub(FEW);
    let more = (more > 0).then(|| view! { <li class="quiet">{format!("and {more} more")}</li> });
    let shown: Vec<_> = found
        .into_iter()
        .take(FEW)
        .map(|(word, path)| {
            let to = here.link(&format!("innovations/{}{path}", innovation.number));
            view! { <li><a href=to>{word}</a></li> }
        })
        .collect();
    (!shown.is_empty()).then(|| view! { <ul class="evidence xs">{shown}{more}</ul> }.into_any())
}

fn link(here: &Here, innovation: &Innovation, one: Behind) -> Option<(String, String)> {
    match one {
        Behind::Found(found) => evidence_link(here, innovation, found),
        Behind::Stages => Some(("The decisions at its gates".into(), "/decisions".into())),
        Behind::Site(id) => {
            let site = here.seen().site(innovation.id, id).ok()?;
            Some((site.name.to_string(), format!("/sites/{id}")))
        }
        Behind::Review(_) | Behind::Reviews => Some(("Its reviews".into(), "/scale-up#reviews".into())),
        Behind::Backing => Some(("Who backs it".into(), "/scale-up#commitments".into())),
    }
}
