//! How much risk the organisation accepts, category by category.
use crate::{
    failure::Failure,
    form::{Choice, Field, SEEN, Sheet},
    here::{Here, Now},
    page::Page,
    visit::{Note, done},
};
use axum::response::{IntoResponse, Response};
use domain::{Act, AppetiteBand, AppetiteId, AppetiteInput, AppetiteLine, OrganisationKind, RiskCategory};
use leptos::prelude::*;
use uuid::Uuid;

const REASON: Field = Field::new("reason", "Why?").hint("Kept in the history. May be left out");

pub async fn show(here: Here) -> Result<Response, Failure> {
    here.answer(|here| {
        let here = here.clone();
        Ok(here.clone().page("How much risk we accept", move || {
            let edit = here.link("appetite/edit");
            let may_edit = !here.looks_back() && here.seen().may(Act::EditAppetite, None);
            let edit = may_edit.then(|| view! { <a class="btn btn-go" href=edit>"Edit appetite"</a> });
            let lines = here.seen().appetites(here.today);
            view! {
                <div class="ph">
                    <div class="ph-top">
                        <div>
                            <h1>"How much risk we accept"</h1>
                            <p class="quiet prose">
                                "A threat that scores up to the appetite needs nobody’s leave. Above it, an executive or the sponsor accepts it for a time, or something is done. Above the tolerance, only an executive accepts it. Opportunities are not held to this."
                            </p>
                        </div>
                        <div class="row no-print">
                            <a class="btn" href=here.link("risks")>"All risks"</a>
                            {edit}
                        </div>
                    </div>
                </div>
                <section class="panel" aria-labelledby="bands">
                    <h2 id="bands" class="mb">{heading(&lines)}</h2>
                    {table(&lines)}
                </section>
                {councils(&here, may_edit).into_any()}
            }
        }))
    })
}

pub async fn form(now: Now) -> Result<Page, Failure> {
    let lines = now.seen().appetites(now.today);
    let filled = lines.iter().fold(Sheet::default(), |sheet, line| sheet.with(field(line.category), line.band.key()));
    page(&now, filled.about(now.seen().appetite_version(None)))
}

pub async fn submit(now: Now, mut sheet: Sheet) -> Result<Response, Failure> {
    if let Some(input) = input(&mut sheet) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, None, |seen, _, submission| {
            let mut next = 0;
            let new_id = || {
                next += 1;
                AppetiteId(Uuid::from_u128(submission.0.as_u128() ^ next))
            };
            seen.set_appetite(input, new_id, version)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link("appetite"), Note::AppetiteSet));
        }
        // The version of a single category says nothing about the nine of this form.
        sheet = sheet.with(SEEN, now.seen().appetite_version(None));
    }
    Ok(page(&now, sheet)?.into_response())
}

fn page(here: &Here, sheet: Sheet) -> Result<Page, Failure> {
    here.seen().must(Act::EditAppetite, None)?;
    let lines = here.seen().appetites(here.today);
    let page = here.form("Edit appetite", &sheet.clone(), move || {
        let questions = lines.iter().map(|line| sheet.select(field(line.category), bands(line)));
        view! {
            {sheet.summary()}
            <div class="ph"><h1>"Edit appetite"</h1></div>
            <form method="post" class="stack stack-l" novalidate>
                {sheet.hidden()}
                {questions.collect_view()}
                {sheet.area(REASON, 2)}
                <div class="row"><button class="btn btn-go btn-big btn-wide">"Save appetite"</button></div>
            </form>
        }
    });
    Ok(page.narrow())
}

fn input(sheet: &mut Sheet) -> Option<AppetiteInput> {
    let read: Vec<_> = RiskCategory::ALL.iter().map(|one| (*one, sheet.read::<AppetiteBand>(field(*one)))).collect();
    let reason = sheet.read_any(REASON);
    let bands: Option<Vec<_>> = read.into_iter().map(|(category, band)| Some((category, band?))).collect();
    Some(AppetiteInput { bands: bands?, reason: reason? })
}

/// The question about a category is named as the category.
pub const fn field(category: RiskCategory) -> Field {
    Field::new(category.key(), category.label())
}

/// Each band with its two numbers; the one in force is marked.
fn bands(line: &AppetiteLine) -> Vec<Choice> {
    let words = |band: &AppetiteBand| {
        let now = if *band == line.band { ", as now" } else { "" };
        format!("{}: up to {}, tolerated to {}{now}", band.label(), band.appetite(), band.tolerance())
    };
    AppetiteBand::ALL.iter().map(|band| Choice::new(band.key(), words(band))).collect()
}

/// "; Saltmarsh Borough Council accepts 9".
fn stricter(line: &AppetiteLine) -> String {
    let said = line.stricter.iter().map(|one| format!("; {} accepts {}", one.council.name, one.band.appetite()));
    said.collect()
}

/// The finding, not the topic.
fn heading(lines: &[AppetiteLine]) -> String {
    match lines.iter().filter(|line| line.is_decided).count() {
        0 => "Nothing decided yet: these are the presets for innovation".into(),
        decided if decided == lines.len() => "Decided for every category".into(),
        decided => format!("Decided for {decided} of {} categories", lines.len()),
    }
}

/// The member councils of a partnership, with what each has said.
fn councils(here: &Here, may_edit: bool) -> Option<impl IntoView + use<>> {
    if here.seen().organisation().kind != OrganisationKind::Partnership {
        return None;
    }
    let mut councils: Vec<_> = here.seen().councils().filter(|one| one.is_member(here.today)).collect();
    councils.sort_by(|one, other| one.name.cmp(&other.name));
    let rows = councils.into_iter().map(|one| {
        let band = |category: &RiskCategory| here.seen().council_appetite(one.id, *category);
        let said: Vec<_> = RiskCategory::ALL
            .iter()
            .filter_map(|category| Some(format!("{} {}", category.label(), band(category)?.appetite())))
            .collect();
        let said = if said.is_empty() { "– nothing said yet".into() } else { said.join(", ") };
        let link = here.link(&format!("appetite/councils/{}", one.id));
        let label = format!("Edit what {} accepts", one.name);
        let edit = may_edit.then(|| view! { <a href=link aria-label=label>"Edit"</a> });
        view! { <li class="row spread"><span><b>{one.name.to_string()}</b>" "{said}</span>{edit}</li> }
    });
    Some(view! {
        <section class="panel" aria-labelledby="councils">
            <h2 id="councils" class="mb">"What each council accepts"</h2>
            <ul class="rows">{rows.collect_view()}</ul>
        </section>
    })
}

fn table(lines: &[AppetiteLine]) -> impl IntoView + use<> {
    let rows = lines.iter().map(|line| {
        let stricter = stricter(line);
        view! {
            <tr>
                <th scope="row">{line.category.label()}</th>
                <td data-l="Band">{line.band.label()}</td>
                <td class="num" data-l="Appetite">{line.band.appetite()}</td>
                <td class="num" data-l="Tolerance">{line.band.tolerance()}</td>
                <td data-l="Decided">{if line.is_decided { "Decided" } else { "Preset" }}{stricter}</td>
            </tr>
        }
    });
    view! {
        <table class="table table-cards">
            <thead>
                <tr>
                    <th scope="col">"Category"</th>
                    <th scope="col">"Band"</th>
                    <th scope="col" class="num">"Appetite"</th>
                    <th scope="col" class="num">"Tolerance"</th>
                    <th scope="col">"Decided or preset"</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}
