//! How each partner sees it, beside what the council declares. Differences are shown, never averaged.
use super::words::{against, since};
use crate::{
    here::Here,
    ui::words::date,
    update::{confidence_state, shown_state},
};
use domain::{Confidence, Innovation, PartnerSight, PartnerView};
use leptos::prelude::*;

pub fn panel(here: &Here, innovation: &Innovation, sights: &[PartnerSight]) -> impl IntoView + use<> {
    let declared = here.seen().shown(innovation, here.today).latest.map(|update| update.confidence);
    let views = sights.iter().filter_map(|one| one.partner.view(here.today)).collect::<Vec<_>>();
    let rows = sights.iter().map(|one| row(here, one, declared)).collect_view();
    view! {
        <section class="panel" aria-labelledby="beside">
            <h2 id="beside" class="mb">{heading(&views, declared)}</h2>
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">"Who"</th><th scope="col">"Sees it as"</th><th scope="col">"In its words"</th>
                        <th scope="col">"What it promised"</th>
                    </tr>
                </thead>
                <tbody>{ours(here, innovation)}{rows}</tbody>
            </table>
            <p class="xs quiet mt">"Each view stands for itself. They are not averaged, and they change nothing in what the council declares."</p>
        </section>
    }
}

/// The finding, not the topic.
fn heading(views: &[&PartnerView], declared: Option<Confidence>) -> String {
    let differs = views.iter().filter(|view| declared.is_some_and(|declared| declared != view.confidence)).count();
    match (views.len(), differs) {
        (0, _) => "No partner has said yet how it sees this".into(),
        (1, 0) => "The partner that has spoken sees it as the council does".into(),
        (1, _) => "The partner that has spoken sees it differently from the council".into(),
        (all, 0) => format!("All {all} partners that have spoken see it as the council does"),
        (all, differs) => format!("{differs} of {all} partners see it differently from the council"),
    }
}

/// What the council itself declares, first.
fn ours(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    let shown = here.seen().shown(innovation, here.today);
    let told = shown.latest.map_or_else(
        || "Nothing declared yet".to_owned(),
        |update| format!("Declared for {}", date(update.period_end)),
    );
    view! {
        <tr>
            <th scope="row">{here.seen().organisation().name.to_string()}</th>
            <td data-l="Sees it as">{shown_state(shown.shown)}</td>
            <td data-l="In its words">{told}</td>
            <td data-l="What it promised">"–"</td>
        </tr>
    }
}

fn row(here: &Here, sight: &PartnerSight, declared: Option<Confidence>) -> impl IntoView + use<> {
    let partner = sight.partner;
    let (sees, said) = match partner.view(here.today) {
        None => ("Not asked yet".into_any(), "–".into_any()),
        Some(view) => {
            let differs = declared.is_some_and(|declared| declared != view.confidence);
            let words = against(declared, view.confidence);
            let sees = view! {
                {confidence_state(view.confidence)}<br/><span class="xs" class:soon=differs class:quiet=!differs>{words}</span>
            };
            let said = view! {
                {view.said.to_string()}<br/><span class="xs quiet">{since(here, view)}</span>
            };
            (sees.into_any(), said.into_any())
        }
    };
    let kept = partner.view(here.today).and_then(|view| view.kept).map(|kept| {
        view! { <br/><span class="xs quiet">{format!("Kept so far: {}", kept.label().to_lowercase())}</span> }
    });
    let pledge = match &partner.pledge {
        None => "–".into_any(),
        Some(pledge) => view! { {pledge.to_string()}{kept} }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">{partner.name.to_string()}<br/><span class="xs quiet">{partner.role.label()}</span></th>
            <td data-l="Sees it as">{sees}</td>
            <td data-l="In its words">{said}</td>
            <td data-l="What it promised">{pledge}</td>
        </tr>
    }
}
