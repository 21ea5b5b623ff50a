use super::{
    figures::{exposure, figures},
    filter::{Asked, form},
    squares::{FEWEST, squares},
    table::{table, unanswered},
};
use crate::{failure::Failure, here::Here, issue};
use axum::{extract::Query, response::Response};
use domain::{Act, RiskKind, RiskStanding, RiskTable};
use leptos::prelude::*;

pub async fn show(here: Here, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    here.answer(|here| {
        let inside = here.clone();
        Ok(here
            .page("Risks", move || {
                let seen = inside.seen();
                let found = seen.risk_table(&asked.filter(), inside.today);
                let numbers = seen.risk_figures(inside.today);
                view! {
                    {heading(&inside, &asked, &found).into_any()}
                    {figures(&inside, &numbers).into_any()}
                    <div class="stack stack-l">
                        {unanswered(&inside, &found)}
                        <div class="split">
                            {squares_panel(&inside, &asked, &found).into_any()}
                            {exposure(&numbers, &found).into_any()}
                        </div>
                        {threats(&inside, &asked, &found).into_any()}
                        {opportunities(&inside, &asked, &found)}
                        {issue::open(&inside)}
                    </div>
                }
            })
            .wide())
    })
}

fn heading(here: &Here, asked: &Asked, found: &RiskTable) -> impl IntoView + use<> {
    let csv = here.link(&asked.address("risks.csv"));
    let adds = !here.looks_back() && here.seen().may(Act::EditInnovation, None);
    let add = adds.then(|| view! { <a class="btn btn-go" href=here.link("risks/new")>"Add a risk"</a> });
    view! {
        <div class="ph">
            <div class="ph-top">
                <div><h1>"Risks"</h1><p class="lead">{finding(found)}</p></div>
                <div class="row no-print">
                    <a class="btn" href=csv>"Download as CSV"</a>
                    <a class="btn" href=here.link("appetite")>"How much risk we accept"</a>
                    {add}
                </div>
            </div>
            {form(here, asked)}
        </div>
    }
}

/// What matters most, in a sentence.
fn finding(found: &RiskTable) -> String {
    let over = found.threats.iter().filter(|one| one.standing == Some(RiskStanding::OverTolerance)).count();
    let undecided = found.threats.iter().filter(|one| one.is_undecided).count();
    let of = match found.threats.len() {
        0 => return "No open threats here.".into(),
        1 => "the one open threat".into(),
        all => format!("{all} open threats"),
    };
    match (over, undecided) {
        (0, 0) => format!("Of {of} none is over tolerance, and each over appetite has an answer."),
        (over, 0) => format!("{over} of {of} over tolerance, each with an action in date."),
        (over, undecided) => format!("{over} of {of} over tolerance; {undecided} over appetite are no one’s decision."),
    }
}

fn squares_panel(here: &Here, asked: &Asked, found: &RiskTable) -> impl IntoView + use<> {
    view! {
        <section class="panel" aria-labelledby="squares">
            <h2 id="squares" class="mb">"Where the threats stand"</h2>
            {squares(here, asked, &found.heat, RiskKind::Threat)}
        </section>
    }
}

fn threats(here: &Here, asked: &Asked, found: &RiskTable) -> impl IntoView + use<> {
    let narrow = asked.filter().is_narrow();
    let heading = match (found.threats.len(), narrow) {
        (1, true) => "1 threat matches".into(),
        (all, true) => format!("{all} threats match"),
        (1, false) => "1 open threat".into(),
        (all, false) => format!("{all} open threats"),
    };
    let everything = narrow.then(|| view! { <a class="s no-print" href=here.link("risks")>"Show everything"</a> });
    let content = if found.threats.is_empty() {
        let text = if narrow { "Nothing matches." } else { "No threat is recorded, which is not good news." };
        view! { <p class="empty">{text}</p> }.into_any()
    } else {
        table(here, &found.threats)
    };
    view! {
        <section class="panel" aria-labelledby="threats">
            <div class="row spread mb"><h2 id="threats">{heading}</h2>{everything}</div>
            {content}
        </section>
    }
}

/// Apart from threats: the same scores on squares of their own, never added to them.
fn opportunities(here: &Here, asked: &Asked, found: &RiskTable) -> Option<AnyView> {
    let all = found.opportunities.len();
    (all > 0).then(|| {
        let word = if all == 1 { "opportunity" } else { "opportunities" };
        let map = (found.opportunity_heat.iter().flatten().sum::<usize>() >= FEWEST)
            .then(|| squares(here, asked, &found.opportunity_heat, RiskKind::Opportunity));
        view! {
            <section class="panel" aria-labelledby="opportunities">
                <h2 id="opportunities" class="mb">{format!("{all} {word} to take")}</h2>
                {map}
                {table(here, &found.opportunities)}
            </section>
        }
        .into_any()
    })
}
