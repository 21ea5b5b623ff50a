//! What the record alone says, part by part, beside what is declared.
use super::{confidence_state, evidence};
use crate::here::Here;
use domain::{ComputedConfidence, Confidence, Finding, Innovation};
use leptos::prelude::*;

/// How far the author and the record are apart, in words.
pub fn gap_words(declared: Confidence, computed: Confidence) -> &'static str {
    match declared.gap(computed) {
        0 => "The record agrees with the author",
        1 => "The record is more cautious than the author",
        2.. => "The record is much more cautious than the author",
        _ => "The record is more hopeful than the author",
    }
}

/// What is computed, short: as shape and word, or why there is nothing.
pub fn computed_state(computed: Option<Confidence>) -> AnyView {
    match computed {
        Some(computed) => confidence_state(computed).into_any(),
        None => view! { <span class="quiet">"– too little recorded to compute"</span> }.into_any(),
    }
}

/// The six parts with their reasons; a part that says nothing tells why.
pub fn parts(here: &Here, innovation: &Innovation, computed: &ComputedConfidence) -> impl IntoView + use<> {
    let rows = computed.findings.iter().map(|one| row(here, innovation, one)).collect_view();
    view! { <ul class="rows s">{rows}</ul> }
}

fn row(here: &Here, innovation: &Innovation, finding: &Finding) -> impl IntoView + use<> {
    let says = match finding.says {
        Some(says) => confidence_state(says).into_any(),
        None => view! { <span class="quiet" aria-label="Not known">"–"</span> }.into_any(),
    };
    view! {
        <li>
            <div class="row spread"><b>{finding.part.label()}</b> {says}</div>
            <p class="quiet">{format!("{}.", finding.reason)}</p>
            {evidence::links(here, innovation, &finding.evidence)}
        </li>
    }
}

/// On the innovation's page: the whole, how it stands to the last word of the author, and the parts.
pub fn computed_panel(here: &Here, innovation: &Innovation) -> Option<impl IntoView + use<>> {
    let seen = here.seen();
    if !seen.kind_of(innovation).is_active() {
        return None;
    }
    let computed = seen.computed_confidence(innovation, here.today);
    let declared = seen.latest_update(innovation, here.today).map(|one| one.confidence);
    let gap = declared.zip(computed.overall).map(|(declared, computed)| gap_words(declared, computed));
    let gap = gap.map(|words| view! { <p class="s quiet">{format!("{words}.")}</p> });
    Some(view! {
        <section class="panel" aria-labelledby="record-says">
            <h2 id="record-says">"What the record alone says"</h2>
            <p class="row">{computed_state(computed.overall)}</p>
            {gap}
            <details class="details s mt">
                <summary>"Six parts, with reasons"</summary>
                <div>{parts(here, innovation, &computed)}</div>
            </details>
        </section>
    })
}
