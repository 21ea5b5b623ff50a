//! One risk: how it stands, what must happen, what holds it in check, what is done, and every look at it.
use super::{
    escalation,
    watched::{At, Watched},
    words::{capital, due, moved, name, scored, sentence, standing, stricter},
};
use crate::{
    failure::Failure,
    here::Here,
    issue,
    ui::words::{ago, count, date},
};
use axum::{extract::Path, response::Response};
use domain::{Act, Control, Risk, RiskCategory, RiskState, YesNo, days};
use leptos::prelude::*;

pub async fn show(here: Here, Path(at): Path<At>) -> Result<Response, Failure> {
    here.answer(|here| {
        let watched = Watched::read(here, at)?;
        let here = here.clone();
        Ok(here.clone().page(capital(&watched.risk.event), move || {
            let risk = &watched.risk;
            let changes = watched.about.may(&here, Act::EditInnovation) && risk.is_open();
            view! {
                {watched.about.crumbs(&here)}
                <div class="ph">
                    <p class="kicker">{format!("{}, {}", risk.kind.label(), risk.category.label().to_lowercase())}</p>
                    <h1>{capital(&risk.event)}</h1>
                    <p class="quiet prose">{sentence(risk)}</p>
                    {buttons(&here, &watched).into_any()}
                </div>
                <div class="stack stack-l">
                {prompt(&here, &watched, changes).into_any()}
                <section class="panel" aria-labelledby="stands">
                    <h2 id="stands" class="mb">{standing(&here, risk).0}</h2>
                    {facts(&here, &watched).into_any()}
                </section>
                {escalation_panel(&here, &watched)}
                {card_panel(&watched, &here, changes)}
                {control_panel(&here, &watched, changes)}
                {action_panel(&here, &watched, changes)}
                {review_panel(&here, risk)}
                </div>
            }
        }))
    })
}

/// What whoever looks may do with it.
fn buttons(here: &Here, watched: &Watched) -> impl IntoView + use<> {
    let risk = &watched.risk;
    let may_edit = watched.about.may(here, Act::EditInnovation);
    let may_accept = here.seen().acceptance_of(risk).is_some_and(|act| watched.about.may(here, act));
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
        .map(|(_, path, word, class)| view! { <a class=class href=below(here, watched, path)>{word}</a> })
        .collect();
    (!links.is_empty()).then(|| view! { <div class="row mt no-print">{links}</div> })
}

/// An address below the page of the risk.
fn below(here: &Here, watched: &Watched, path: &str) -> String {
    watched.about.link(here, &format!("risks/{}/{path}", watched.risk.id))
}

/// A threat that is almost certain within a month.
fn prompt(here: &Here, watched: &Watched, changes: bool) -> Option<impl IntoView + use<>> {
    watched.risk.may_be_issue().then(|| {
        let link = changes.then(|| {
            let address = below(here, watched, "happened");
            view! { " "<a href=address>"Yes: record what happened"</a> }
        });
        view! { <p class="flash flash-warn">"Almost certain within a month. Is this already an issue?"{link}</p> }
    })
}

fn facts(here: &Here, watched: &Watched) -> impl IntoView + use<> {
    let risk = &watched.risk;
    let (ended, body) = match &risk.state {
        RiskState::Open => (None, None),
        RiskState::Closed { reason, .. } => (Some(("Why it was closed", reason.to_string())), None),
        RiskState::Happened { what, .. } => (Some(("What happened", what.to_string())), None),
        RiskState::Accepted { reason, body, .. } => (
            Some(("Why it was accepted", reason.to_string())),
            body.as_ref().map(|body| ("Body that was asked", body.to_string())),
        ),
    };
    let target = risk.target.map(|score| {
        let by = risk.target_on.map(|day| format!(", by {}", date(day))).unwrap_or_default();
        ("Aim", format!("{}{by}", scored(score)))
    });
    let facts = [
        Some(("Now", scored(risk.score()))),
        Some(("Against 91 days ago", moved(here, risk))).filter(|_| risk.is_open()),
        Some(("Before controls", scored(risk.inherent))),
        target,
        stricter(here, risk).map(|text| ("Stricter", text)),
        Some(("Owner", name(here, risk.owner))),
        Some(("When it could happen", risk.proximity.label().into())),
        Some(("Response", risk.response.label().into())),
        Some(("Next review", date(risk.review_due_on))).filter(|_| risk.is_open()),
        ended,
        body,
    ];
    let rows = facts.into_iter().flatten().map(|(term, fact)| view! { <dt>{term}</dt><dd>{fact}</dd> });
    let issue = match &risk.state {
        RiskState::Happened { issue: Some(_), .. } => Some(issue::list(here, &watched.about)),
        _ => None,
    };
    let issue = issue.map(|address| view! { <dt>"Issue"</dt><dd><a href=address>"The issue it became"</a></dd> });
    view! { <dl class="dl">{rows.collect_view()}{issue}</dl> }
}

fn escalation_panel(here: &Here, watched: &Watched) -> Option<AnyView> {
    let risk = &watched.risk;
    let steps = here.seen().escalation_of(risk, here.today);
    (!steps.is_empty()).then(|| {
        let open = steps.iter().filter(|step| !step.is_met).count();
        let heading = match open {
            0 => "What must happen is done".into(),
            1 => "One thing must happen".into(),
            open => format!("{open} things must happen"),
        };
        let breach = (risk.category == RiskCategory::DataProtection)
            .then(|| here.seen().organisation().escalation.breach_process.as_ref().map(ToString::to_string))
            .flatten();
        let breach = breach.map(|address| {
            view! { <p class="s mt">"Has there been a breach? "<a href=address>"Follow the council’s own process"</a></p> }
        });
        view! {
            <section class="panel" aria-labelledby="escalation">
                <h2 id="escalation" class="mb">{heading}</h2>
                {escalation::steps(here, &steps)}
                {breach}
            </section>
        }
        .into_any()
    })
}

/// What is gained, what is the worst, and when to stop; offered where nothing is said yet.
fn card_panel(watched: &Watched, here: &Here, changes: bool) -> Option<AnyView> {
    let card = &watched.risk.considered;
    if card.is_blank() && !changes {
        return None;
    }
    let edit = changes.then(|| {
        let word = if card.is_blank() { "Fill in the card" } else { "Edit the card" };
        view! { <a class="btn no-print" href=below(here, watched, "consider")>{word}</a> }
    });
    let heading = if card.is_whole() { "A considered risk" } else { "Not yet considered to the end" };
    let said = [("We gain", &card.upside), ("The worst", &card.worst_case), ("We stop when", &card.stop_at)];
    let rows = said.map(|(term, text)| {
        let text = text.as_ref().map_or_else(|| "– not said yet".to_owned(), ToString::to_string);
        view! { <dt>{term}</dt><dd>{text}</dd> }
    });
    let panel = view! {
        <section class="panel" aria-labelledby="card">
            <div class="row spread mb"><h2 id="card">{heading}</h2>{edit}</div>
            <dl class="dl">{rows.collect_view()}</dl>
        </section>
    };
    Some(panel.into_any())
}

fn control_panel(here: &Here, watched: &Watched, changes: bool) -> AnyView {
    let controls = &watched.risk.controls;
    let works = controls.iter().filter(|one| one.effective == Some(YesNo::Yes)).count();
    let heading = match controls.len() {
        0 => "Nothing holds it in check yet".into(),
        all => format!("{works} of {} known to work", count(i64::try_from(all).unwrap_or(i64::MAX), "control")),
    };
    let add = changes
        .then(|| view! { <a class="btn no-print" href=below(here, watched, "controls/new")>"Add a control"</a> });
    let rows = controls.iter().map(|one| control(here, watched, one, changes)).collect_view();
    let table = (!controls.is_empty()).then(|| {
        view! {
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">"Control"</th>
                        <th scope="col">"Works"</th>
                        <th scope="col">"Last tested"</th>
                        {changes.then(|| view! { <th scope="col" class="no-print">"Change"</th> })}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    });
    view! {
        <section class="panel" aria-labelledby="controls">
            <div class="row spread mb"><h2 id="controls">{heading}</h2>{add}</div>
            {table}
        </section>
    }
    .into_any()
}

fn control(here: &Here, watched: &Watched, one: &Control, changes: bool) -> impl IntoView + use<> {
    let works = one.effective.map_or("– not judged yet", YesNo::label);
    let tested = one
        .last_tested_on
        .map_or_else(|| "– never".into(), |on| format!("{}, {}", date(on), ago(days(on, here.today))));
    let links = changes.then(|| {
        let links = [("edit", "Edit"), ("remove", "Take away")].map(|(path, word)| {
            let label = format!("{word}: {}", one.text);
            let address = below(here, watched, &format!("controls/{}/{path}", one.number));
            view! { <a href=address aria-label=label>{word}</a>" " }
        });
        view! { <td data-l="Change" class="no-print"><span class="row">{links.collect_view()}</span></td> }
    });
    view! {
        <tr>
            <th scope="row">{one.text.to_string()}</th>
            <td data-l="Works">{works}</td>
            <td data-l="Last tested">{tested}</td>
            {links}
        </tr>
    }
}

fn action_panel(here: &Here, watched: &Watched, changes: bool) -> AnyView {
    let risk = &watched.risk;
    let open = risk.actions.iter().filter(|action| action.is_open()).count();
    let late = risk.actions.iter().filter(|action| action.is_overdue(here.today)).count();
    let heading = match (risk.actions.len(), open, late) {
        (0, ..) => "No actions yet".into(),
        (_, 0, _) => "Every action is done".into(),
        (_, open, 0) => format!("{open} to do"),
        (_, open, late) => format!("{open} to do, {late} overdue"),
    };
    let content = if risk.actions.is_empty() {
        view! { <p class="empty">"An action says who does what about this risk, and by when."</p> }.into_any()
    } else {
        let rows = risk.actions.iter().map(|action| {
            let links = (changes && action.is_open()).then(|| {
                [("finish", "Finish"), ("edit", "Edit")].map(|(path, word)| {
                    let label = format!("{word}: {}", action.text);
                    let address = below(here, watched, &format!("actions/{}/{path}", action.number));
                    view! { <a href=address aria-label=label>{word}</a>" " }
                })
            });
            view! {
                <tr>
                    <th scope="row">{action.text.to_string()}</th>
                    <td data-l="Owner">{name(here, action.owner)}</td>
                    <td data-l="Due" class:late=action.is_overdue(here.today)>{due(action, here)}</td>
                    {changes.then(|| view! { <td data-l="Change" class="no-print"><span class="row">{links}</span></td> })}
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
                        {changes.then(|| view! { <th scope="col" class="no-print">"Change"</th> })}
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

/// Newest first. How it was entered is the first look.
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
    let open_days = risk.review_age(&here.seen().quiet(), here.today);
    let age = open_days.filter(|_| risk.is_open()).map(|age| {
        view! { <p class="s quiet mb">{format!("{} since, quiet periods left out.", count(age, "day"))}</p> }
    });
    let last = risk
        .reviewed_on()
        .map_or_else(|| "Never reviewed".into(), |on| format!("Last reviewed {}", ago(days(on, here.today))));
    view! {
        <section class="panel" aria-labelledby="reviews">
            <h2 id="reviews" class="mb">{last}</h2>
            {age}
            <ol class="rows">{reviews.collect_view()}</ol>
        </section>
    }
    .into_any()
}
