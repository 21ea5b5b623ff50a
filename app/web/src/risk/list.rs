use super::{
    address, heat,
    words::{capital, due, name, sentence, standing},
};
use crate::{
    about::About,
    failure::Failure,
    here::Here,
    innovation_frame::{Tab, frame},
    issue,
    ui::words::{count, date},
};
use axum::{extract::Path, response::Response};
use domain::{Act, OpenRisks, Risk, RiskKind, Slug};
use leptos::prelude::*;
use std::sync::Arc;

pub async fn show(here: Here, Path((_, number)): Path<(Slug, u32)>) -> Result<Response, Failure> {
    here.answer(|here| {
        let innovation = here.seen().numbered(number)?.clone();
        let here = here.clone();
        Ok(here.clone().page(format!("Risks of {}", innovation.title), move || {
            let about = About::of(&innovation);
            let may_edit = !here.looks_back() && here.seen().may(Act::EditInnovation, Some(&innovation));
            let summary = here.seen().open_risks(innovation.id, here.today);
            let mut risks: Vec<_> = here.seen().risks(innovation.id).cloned().collect();
            risks.sort_by_key(|risk| (std::cmp::Reverse(risk.score().value()), risk.review_due_on, risk.id));
            let (open, ended): (Vec<_>, Vec<_>) = risks.into_iter().partition(|risk| risk.is_open());
            let (threats, opportunities): (Vec<_>, Vec<_>) =
                open.into_iter().partition(|risk| risk.kind == RiskKind::Threat);
            let new = about.link(&here, "risks/new");
            let add = may_edit.then(|| view! { <a class="btn btn-go no-print" href=new>"Add a risk"</a> });
            let content = view! {
                <div class="stack stack-l">
                <section class="panel" aria-labelledby="threats">
                    <div class="row spread mb"><h2 id="threats">{heading(&summary)}</h2> {add}</div>
                    {notes(&here, &summary, &threats)}
                    {threat_table(&here, &about, &threats)}
                </section>
                {heat::map(&here, &about, &threats)}
                {opportunity_panel(&here, &about, &opportunities)}
                {issue::panel(&here, &about)}
                {ended_panel(&here, &about, &ended)}
                </div>
            };
            frame(&here, &innovation, Tab::Risks, content)
        }))
    })
}

/// The finding, not the topic.
fn heading(risks: &OpenRisks) -> String {
    let Some(highest) = risks.highest else {
        return if risks.opportunities > 0 { "No threats recorded".into() } else { "No risks recorded".into() };
    };
    let trend = if risks.is_rising { ", and rising" } else { "" };
    let threats = count(as_number(risks.threats), "open threat");
    let finding = match (risks.over_tolerance, risks.over_appetite, risks.accepted) {
        (0, 0, 0) => "all within appetite".into(),
        (0, 0, accepted) => format!("{accepted} of them accepted"),
        (0, over, _) => format!("{over} of them over appetite"),
        (over, ..) => format!("{over} of them over tolerance"),
    };
    format!("{threats}, {finding}: highest score {}{trend}", highest.value())
}

fn notes(here: &Here, risks: &OpenRisks, threats: &[Arc<Risk>]) -> impl IntoView + use<> {
    let certain = threats.iter().filter(|one| one.may_be_issue()).map(|one| {
        view! { <li>{format!("Almost certain within a month: {}. Is this already an issue?", one.event)}</li> }
    });
    let certain = certain.collect_view();
    let waits = (risks.unanswered > 0).then(|| {
        let text = format!("{} over appetite with no action in date.", count(as_number(risks.unanswered), "threat"));
        view! { <li class="late">{text}</li> }
    });
    let overdue = (risks.reviews_overdue > 0).then(|| {
        let text = format!("{} overdue.", count(as_number(risks.reviews_overdue), "review"));
        view! { <li class="late">{text}</li> }
    });
    view! {
        <ul class="s mb">
            {waits}
            {overdue}
            {certain}
            <li><a href=here.link("appetite")>"How much risk we accept"</a></li>
        </ul>
    }
}

fn threat_table(here: &Here, about: &About, threats: &[Arc<Risk>]) -> AnyView {
    if threats.is_empty() {
        let text = "A threat is something uncertain that would do harm. If you are sure there are none, say so in your next update.";
        return view! { <p class="empty">{text}</p> }.into_any();
    }
    table(here, about, threats)
}

/// Apart from threats: the same scores, never added to them.
fn opportunity_panel(here: &Here, about: &About, opportunities: &[Arc<Risk>]) -> Option<AnyView> {
    (!opportunities.is_empty()).then(|| {
        let word = if opportunities.len() == 1 { "opportunity" } else { "opportunities" };
        let heading = format!("{} {word} to take", opportunities.len());
        view! {
            <section class="panel" aria-labelledby="opportunities">
                <h2 id="opportunities" class="mb">{heading}</h2>
                {table(here, about, opportunities)}
            </section>
        }
        .into_any()
    })
}

fn ended_panel(here: &Here, about: &About, ended: &[Arc<Risk>]) -> Option<AnyView> {
    (!ended.is_empty()).then(|| {
        let rows = ended.iter().map(|risk| {
            let link = address(here, about, risk.id);
            view! { <li><a href=link>{capital(&risk.event)}</a>" – "{standing(here, risk).0}</li> }
        });
        view! {
            <details class="details">
                <summary>{format!("{} closed or happened", ended.len())}</summary>
                <div><ul class="rows s">{rows.collect_view()}</ul></div>
            </details>
        }
        .into_any()
    })
}

fn table(here: &Here, about: &About, risks: &[Arc<Risk>]) -> AnyView {
    let rows = risks.iter().map(|risk| row(here, about, risk)).collect_view();
    view! {
        <table class="table table-cards">
            <thead>
                <tr>
                    <th scope="col" class="num">"Score"</th>
                    <th scope="col">"Risk"</th>
                    <th scope="col">"Likelihood, impact"</th>
                    <th scope="col">"Standing"</th>
                    <th scope="col">"Owner"</th>
                    <th scope="col">"What we are doing"</th>
                    <th scope="col">"Next review"</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(here: &Here, about: &About, risk: &Arc<Risk>) -> impl IntoView + use<> {
    let (score, (standing, calls)) = (risk.score(), standing(here, risk));
    let link = address(here, about, risk.id);
    view! {
        <tr>
            <td class="num" data-l="Score"><span class="heat-key">{score.value()}</span></td>
            <th scope="row">
                <a href=link>{capital(&risk.event)}</a>
                <br/>
                <span class="xs quiet">{format!("{}. {}", risk.category.label(), sentence(risk))}</span>
            </th>
            <td data-l="Likelihood, impact">{format!("{}: {}", score.level().label(), score.words().to_lowercase())}</td>
            <td data-l="Standing" class:late=calls>{standing}</td>
            <td data-l="Owner">{name(here, risk.owner)}</td>
            <td data-l="Doing">{doing(here, risk)}</td>
            <td data-l="Next review" class:late=risk.is_review_overdue(here.today)>{date(risk.review_due_on)}</td>
        </tr>
    }
}

fn doing(here: &Here, risk: &Risk) -> impl IntoView + use<> {
    let open = risk.actions.iter().filter(|action| action.is_open());
    let lines = open.map(|action| {
        let late = action.is_overdue(here.today);
        view! { <span class:late=late>{format!("{}. {}", action.text, due(action, here))}</span><br/> }
    });
    let lines = lines.collect_view();
    if lines.is_empty() {
        return format!("{}; no action", risk.response.label()).into_any();
    }
    lines.into_any()
}

fn as_number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
