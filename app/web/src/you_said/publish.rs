//! Opening the public page of an innovation, and choosing what stands on it.
use super::OfInnovation;
use crate::{
    failure::Failure,
    feedback::words::{heads, voices},
    form::{Field, Sheet, impossible},
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{
    Act, Feedback, FeedbackId, Innovation, PublishInput, PublishRow, Record, Refusal, Visibility, personal_data,
};
use leptos::prelude::*;
use std::{collections::BTreeMap, sync::Arc};

const OPEN: Field = Field::new("open", "Everyone may read the page, without signing in");
/// Which of them stand on it.
const PUBLIC: Field = Field::hidden("public");

type Marks = BTreeMap<FeedbackId, String>;

pub async fn show(now: Now, Path((_, number)): OfInnovation) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.clone();
    let sheet = filled(&innovation);
    let sheet =
        closed(&now, &innovation).iter().filter(|one| one.public).fold(sheet, |sheet, one| sheet.and(PUBLIC, one.id));
    page(&now, &innovation, sheet.about(innovation.entry.version), Marks::default())
}

pub async fn submit(now: Now, Path((_, number)): OfInnovation, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.clone();
    let id = innovation.id;
    now.seen().must(Act::Publish, Some(&innovation))?;
    let rows = rows(&now, &innovation, &sheet);
    let mut marks = Marks::default();
    if let Some(is_open) = sheet.read_flag(OPEN) {
        let input = PublishInput { is_open, rows: rows.clone() };
        let version = sheet.seen();
        let decided =
            now.decide(&mut sheet, Some(theirs), |seen, today, _| seen.publish_you_said(id, &input, version, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/you-said-we-did")), Note::YouSaidSaved));
        }
        for (index, refusal) in sheet.rows().to_vec() {
            let Some(row) = rows.get(index) else { continue };
            let told = match refusal {
                Refusal::Outdated { theirs } => {
                    sheet.put(&seen_name(row.feedback), theirs.entry().version);
                    let who = now.last_editor(&theirs).await?;
                    format!("{who} changed it meanwhile. These are the words now: read them, and save again.")
                }
                Refusal::Impossible(why) => impossible(why).to_owned(),
                _ => continue,
            };
            marks.insert(row.feedback, told);
        }
    }
    // The words that stand there now.
    let newest = now.again().await?;
    let innovation = newest.seen().numbered(number)?.clone();
    Ok(page(&newest, &innovation, sheet, marks)?.into_response())
}

fn filled(innovation: &Innovation) -> Sheet {
    Sheet::default().with_any(OPEN, innovation.published_on.map(|_| "yes"))
}

/// As somebody else left it.
fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Innovation(one) => filled(one),
        _ => Sheet::default(),
    }
}

/// Carries the version whose words were read.
fn seen_name(id: FeedbackId) -> String {
    format!("seen-{id}")
}

/// Told back, so that it may stand on the page; those told last first.
fn closed(here: &Here, innovation: &Innovation) -> Vec<Arc<Feedback>> {
    let all = here.seen().feedback_about(innovation.id).filter(|one| one.is_closed() || one.public);
    let mut all: Vec<_> = all.cloned().collect();
    all.sort_by_key(|one| (std::cmp::Reverse(one.told_back_on), one.id));
    all
}

/// Of what stood in the form.
fn rows(here: &Here, innovation: &Innovation, sheet: &Sheet) -> Vec<PublishRow> {
    let public: Vec<&str> = sheet.all(PUBLIC).collect();
    let row = |one: &Arc<Feedback>| {
        let seen = sheet.typed_as(&seen_name(one.id)).parse().ok()?;
        Some(PublishRow { feedback: one.id, seen, public: public.contains(&one.id.to_string().as_str()) })
    };
    closed(here, innovation).iter().filter_map(row).collect()
}

fn page(here: &Here, innovation: &Arc<Innovation>, sheet: Sheet, marks: Marks) -> Result<Page, Failure> {
    here.seen().must(Act::Publish, Some(innovation))?;
    let lead = match innovation.visible_to {
        Visibility::Public => {
            "Choose what stands on the page. People read what was said, by which kind of group, and the answer. No name of a \
             group or a person is shown. What you take back is gone from it within a minute."
        }
        _ => impossible(domain::Impossible::NotPublic),
    };
    let form =
        InnovationForm::new("Publish what people said and what came of it", &innovation.title, "Save").lead(lead);
    let all = closed(here, innovation);
    let is_public = innovation.visible_to == Visibility::Public;
    Ok(form.page(here, innovation, sheet, move |here, sheet| {
        let none = all.is_empty().then(|| {
            view! { <p class="empty">"Nothing is told back yet, so the page would be empty."</p> }
        });
        let items = all.iter().map(|one| item(here, sheet, one, &marks)).collect_view();
        view! {
            {(is_public || sheet.typed(OPEN) == "yes").then(|| sheet.tick(OPEN))}
            {none}
            <fieldset class="field">
                <legend>"What stands on it"</legend>
                <div class="stack stack-s full">{items}</div>
            </fieldset>
        }
    }))
}

fn item(here: &Here, sheet: &Sheet, one: &Feedback, marks: &Marks) -> impl IntoView + use<> {
    let key = one.id.to_string();
    let checked = sheet.all(PUBLIC).any(|typed| typed == key);
    let read = sheet.typed_as(&seen_name(one.id));
    let version = if read.is_empty() { one.entry.version.to_string() } else { read.to_owned() };
    let answer = one.answer.as_ref().map(|answer| format!("{}: {}", heads(answer.response), answer.text));
    let changed = one.changed.as_ref().map(|text| format!("What is different: {text}"));
    let texts = [Some(one.said.to_string()), answer.clone(), changed.clone()];
    let names = texts.iter().flatten().flat_map(|text| personal_data(text));
    let names = names.map(|found| {
        let told = format!("“{}” looks like {}. Edit it before it is published.", found.text, found.looks_like.label());
        view! { <p class="err">{told}</p> }
    });
    let names = names.collect_view();
    let mark = marks.get(&one.id).cloned();
    let mark = mark.map(|told| view! { <p class="err"><span class="vh">"Error: "</span>{told}</p> });
    let who = voices(here, one);
    view! {
        <div class="stack stack-s">
            {mark}
            {names}
            <input type="hidden" name=seen_name(one.id) value=version/>
            <label class="pick">
                <input type="checkbox" name=PUBLIC.name value=key checked=checked/>
                <span>
                    <span class="lines">{one.said.to_string()}</span>
                    {answer.map(|text| view! { <br/><span class="s lines">{text}</span> })}
                    {changed.map(|text| view! { <br/><span class="s lines">{text}</span> })}
                    <br/><span class="s quiet">{who}</span>
                </span>
            </label>
        </div>
    }
}
