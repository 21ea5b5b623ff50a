use crate::{
    failure::Failure,
    here::Here,
    leadership::limit,
    together::{LEADING, THRESHOLDS},
    ui::words::date,
};
use axum::response::Response;
use domain::{Act, Action, Limit, Settled};
use leptos::prelude::*;

pub async fn show(here: Here) -> Result<Response, Failure> {
    here.answer(|here| {
        let inside = here.clone();
        Ok(here.page("Thresholds", move || {
            let here = &inside;
            let thresholds = here.seen().thresholds();
            let may_edit = !here.looks_back() && here.seen().may(Act::ManagePeople, None);
            let edit = here.link(&format!("{THRESHOLDS}/edit"));
            let edit = may_edit.then(|| view! { <a class="btn btn-go" href=edit>"Edit thresholds"</a> });
            view! {
                <div class="ph"><div class="ph-top">
                    <div>
                        <h1>{heading(thresholds)}</h1>
                        <p class="quiet prose">
                            "Verdicts on the leadership actions hang on these weights and limits. They are not yet calibrated against outcomes. A new version works out the past anew, and says so."
                        </p>
                    </div>
                    <div class="row no-print">{edit}</div>
                </div></div>
                {LEADING.tabs(here, THRESHOLDS).into_any()}
                <div class="stack stack-l">
                    {weights(thresholds)}
                    {limits(thresholds)}
                    {versions(here)}
                </div>
            }
        }))
    })
}

fn heading(thresholds: &Settled) -> String {
    if thresholds.is_preset() {
        "Version 1: the thresholds are as the product ships".into()
    } else {
        format!("Version {} of the thresholds, settled on {}", thresholds.number, date(thresholds.on))
    }
}

fn weights(thresholds: &Settled) -> AnyView {
    let collected = Action::ALL.iter().filter(|one| one.is_collected());
    let rows: Vec<_> = collected
        .flat_map(|action| action.signals().iter().map(move |signal| (action, signal)))
        .map(|(action, signal)| {
            let changed = thresholds.weight(*signal) != signal.preset_weight();
            view! {
                <tr>
                    <th scope="row">{signal.label()}</th>
                    <td data-l="Action">{format!("{}. {}", action.number(), action.label())}</td>
                    <td class="num" data-l="Points of 100">{thresholds.weight(*signal)}</td>
                    <td class="num" data-l="As shipped">{signal.preset_weight()}</td>
                    <td data-l="Changed">{if changed { "Yes" } else { "No" }}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <section class="panel" aria-labelledby="weights">
            <h2 id="weights" class="mb">"What each signal weighs"</h2>
            <table class="table table-cards">
                <thead><tr>
                    <th scope="col">"Signal"</th>
                    <th scope="col">"Action"</th>
                    <th scope="col" class="num">"Points of 100"</th>
                    <th scope="col" class="num">"As shipped"</th>
                    <th scope="col">"Changed"</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn limits(thresholds: &Settled) -> AnyView {
    let rows: Vec<_> = Limit::ALL
        .iter()
        .map(|one| {
            let (now, shipped) = (thresholds.limit(*one), one.preset());
            view! {
                <tr>
                    <th scope="row">{one.label()}</th>
                    <td class="num" data-l="Limit">{limit(now, one.unit())}</td>
                    <td class="num" data-l="As shipped">{limit(shipped, one.unit())}</td>
                    <td data-l="Changed">{if now == shipped { "No" } else { "Yes" }}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <section class="panel" aria-labelledby="limits">
            <h2 id="limits" class="mb">"Where each limit lies"</h2>
            <table class="table table-cards">
                <thead><tr>
                    <th scope="col">"Limit"</th>
                    <th scope="col" class="num">"Set at"</th>
                    <th scope="col" class="num">"As shipped"</th>
                    <th scope="col">"Changed"</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

/// Newest first, each with its reason.
fn versions(here: &Here) -> Option<AnyView> {
    let kept = here.seen().thresholds_kept()?;
    let rows: Vec<_> = kept
        .versions
        .iter()
        .rev()
        .map(|one| {
            let reason = one.reason.as_ref().map(ToString::to_string);
            view! { <li><p><b>{format!("Version {}, {}", one.number, date(one.on))}</b></p><p class="s prose">{reason}</p></li> }
        })
        .collect();
    Some(
        view! {
            <section class="panel" aria-labelledby="versions">
                <h2 id="versions" class="mb">"Why they were changed"</h2>
                <ol class="rows">{rows}</ol>
            </section>
        }
        .into_any(),
    )
}
