use super::{
    OfRisk, address,
    words::{capital, due, name, sentence, standing},
};
use crate::{
    failure::Failure,
    here::Here,
    innovation_frame::crumbs,
    ui::words::{ago, date},
};
use axum::{extract::Path, response::Response};
use domain::{Act, Innovation, Risk, RiskState, Score, days};
use leptos::prelude::*;
use std::sync::Arc;

pub async fn show(here: Here, Path((_, number, id)): OfRisk) -> Result<Response, Failure> {
    here.answer(|here| {
        let innovation = here.seen().numbered(number)?.clone();
        let risk = here.seen().risk(innovation.id, id)?.clone();
        let here = here.clone();
        Ok(here.clone().page(capital(&risk.event), move || {
            let may_edit = !here.looks_back() && here.seen().may(Act::EditInnovation, Some(&innovation));
            let all = here.link(&format!("innovations/{number}/risks"));
            view! {
                {crumbs(&here, &innovation)}
                <div class="ph">
                    <p class="kicker">{format!("{}, {}", risk.kind.label(), risk.category.label().to_lowercase())}</p>
                    <h1>{capital(&risk.event)}</h1>
                    <p class="quiet prose">{sentence(&risk)}</p>
                    {buttons(&here, &innovation, &risk, may_edit)}
                </div>
                <section class="panel" aria-labelledby="stands">
                    <h2 id="stands" class="mb">{standing(&here, &risk).0}</h2>
                    {facts(&here, &risk)}
                </section>
                {action_panel(&here, number, &risk, may_edit)}
                {review_panel(&here, &risk)}
                <p class="mt"><a href=all>"All risks of this innovation"</a></p>
            }
        }))
    })
}

/// What whoever looks may do with it.
fn buttons(here: &Here, innovation: &Innovation, risk: &Risk, may_edit: bool) -> impl IntoView + use<> {
    let base = format!("innovations/{}/risks/{}", innovation.number, risk.id);
    let may_accept =
        !here.looks_back() && here.seen().acceptance_of(risk).is_some_and(|act| here.seen().may(act, Some(innovation)));
    let open = risk.is_open();
    let offered = [
        (may_edit && open, "review", "Review risk", "btn btn-go"),
        (may_edit && open, "actions/new", "Add an action", "btn"),
        (may_accept, "accept", "Accept risk", "btn"),
        (may_edit && open, "edit", "Edit", "btn"),
        (may_edit && open, "happened", "It happened", "btn"),
        (may_edit && open, "close", "Close risk", "btn"),
        (may_edit && !open, "reopen", "Open again", "btn"),
    ];
    let links: Vec<_> = offered
        .into_iter()
        .filter(|(is_offered, ..)| *is_offered)
        .map(|(_, path, word, class)| view! { <a class=class href=here.link(&format!("{base}/{path}"))>{word}</a> })
        .collect();
    (!links.is_empty()).then(|| view! { <div class="row mt">{links}</div> })
}

fn facts(here: &Here, risk: &Risk) -> impl IntoView + use<> {
    let ended = match &risk.state {
        RiskState::Open => None,
        RiskState::Closed { reason, .. } => Some(("Why it was closed", reason.to_string())),
        RiskState::Happened { what, .. } => Some(("What happened", what.to_string())),
        RiskState::Accepted { reason, .. } => Some(("Why it was accepted", reason.to_string())),
    };
    let target = risk.target.map(|score| {
        let by = risk.target_on.map(|day| format!(", by {}", date(day))).unwrap_or_default();
        ("Aim", format!("{}{by}", scored(score)))
    });
    let facts = [
        Some(("Now", scored(risk.score()))),
        Some(("Before controls", scored(risk.inherent))),
        target,
        Some(("Owner", name(here, risk.owner))),
        Some(("When it could happen", risk.proximity.label().into())),
        Some(("Response", risk.response.label().into())),
        risk.controls.as_ref().map(|text| ("Holds it in check", text.to_string())),
        Some(("Next review", date(risk.review_due_on))).filter(|_| risk.is_open()),
        ended,
    ];
    let rows = facts.into_iter().flatten().map(|(term, fact)| view! { <dt>{term}</dt><dd>{fact}</dd> });
    view! { <dl class="dl">{rows.collect_view()}</dl> }
}

/// "12, high: possible, major".
fn scored(score: Score) -> String {
    format!("{}, {}: {}", score.value(), score.level().label().to_lowercase(), score.words().to_lowercase())
}

fn action_panel(here: &Here, number: u32, risk: &Arc<Risk>, may_edit: bool) -> AnyView {
    let open = risk.actions.iter().filter(|action| action.is_open()).count();
    let late = risk.actions.iter().filter(|action| action.is_overdue(here.today)).count();
    let heading = match (risk.actions.len(), open, late) {
        (0, ..) => "No actions yet".into(),
        (_, 0, _) => "Every action is done".into(),
        (_, open, 0) => format!("{open} to do"),
        (_, open, late) => format!("{open} to do, {late} overdue"),
    };
    let changes = may_edit && risk.is_open();
    let content = if risk.actions.is_empty() {
        view! { <p class="empty">"An action says who does what about this risk, and by when."</p> }.into_any()
    } else {
        let rows = risk.actions.iter().map(|action| {
            let links = (changes && action.is_open()).then(|| {
                let base = format!("{}/actions/{}", address(here, number, risk.id), action.number);
                [("finish", "Finish"), ("edit", "Edit")].map(|(path, word)| {
                    let label = format!("{word}: {}", action.text);
                    view! { <a href=format!("{base}/{path}") aria-label=label>{word}</a>" " }
                })
            });
            view! {
                <tr>
                    <th scope="row">{action.text.to_string()}</th>
                    <td data-l="Owner">{name(here, action.owner)}</td>
                    <td data-l="Due" class:late=action.is_overdue(here.today)>{due(action, here)}</td>
                    {changes.then(|| view! { <td data-l="Change"><span class="row">{links}</span></td> })}
                </tr>
            }
        });
        view! {
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">"Action"</th>
                        <th scope="col">"Owner"</th>
                        <th scope="col">"Due"</th>
                        {changes.then(|| view! { <th scope="col">"Change"</th> })}
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
        .into_any()
    };
    view! { <section class="panel" aria-labelledby="actions"><h2 id="actions" class="mb">{heading}</h2>{content}</section> }
    .into_any()
}

/// Newest first.
fn review_panel(here: &Here, risk: &Risk) -> AnyView {
    let reviews = risk.reviews.iter().rev().map(|review| {
        let by = here.reach().portfolio().name_of(review.by).unwrap_or("Somebody who left").to_owned();
        let note = review.note.as_ref().map(|note| view! { <p class="s">{note.to_string()}</p> });
        view! {
            <li>
                <div class="row spread"><b>{scored(review.score)}</b><time datetime=review.on.to_string()>{date(review.on)}</time></div>
                {note}
                <p class="xs quiet">{by}</p>
            </li>
        }
    });
    let last = risk
        .reviewed_on()
        .map_or_else(|| "Never reviewed".into(), |on| format!("Last reviewed {}", ago(days(on, here.today))));
    view! {
        <section class="panel" aria-labelledby="reviews">
            <h2 id="reviews" class="mb">{last}</h2>
            <ol class="rows">{reviews.collect_view()}</ol>
        </section>
    }
    .into_any()
}
