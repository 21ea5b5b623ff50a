//! One thing that people said, with the answer and the way to the next step.
use super::words;
use crate::{here::Here, ui::words::date};
use domain::{Act, Feedback, FeedbackState, Innovation};
use leptos::prelude::*;

pub fn item(here: &Here, innovation: &Innovation, one: &Feedback) -> impl IntoView + use<> {
    let theme = one.theme.as_ref().map(|theme| format!("{theme}. ")).unwrap_or_default();
    let feeling = one.sentiment.map(|one| format!(", {}", one.label().to_lowercase())).unwrap_or_default();
    let at = words::heard_at(here, one).map(|at| format!(" ({at})")).unwrap_or_default();
    let about = format!("{theme}{}{feeling}, {}{at}", words::voices(here, one), words::since(here, one));
    let answer = one.answer.as_ref().map(|answer| {
        let heads = words::heads(answer.response);
        view! { <p class="s lines"><b>{heads}": "</b>{answer.text.to_string()}</p> }
    });
    let changed = one.changed.as_ref().map(|text| {
        let counts = if one.is_influential() { "" } else { " (counts once we did it or a decision cites it)" };
        view! { <p class="s lines"><b>"What is different: "</b>{text.to_string()}<span class="quiet">{counts}</span></p> }
    });
    let told = one.told_back_on.map(|on| {
        let public = if one.public { ". It stands on the public page" } else { "" };
        view! { <p class="s quiet">{format!("People were told on {}{public}", date(on))}</p> }
    });
    view! {
        <li class="stack stack-s">
            <p class="lines">{one.said.to_string()}</p>
            <p class="s quiet">{about}</p>
            {answer}
            {changed}
            {told}
            <div class="row s no-print">{steps(here, innovation, one)}</div>
        </li>
    }
}

/// What may be done next, the next step first.
pub fn steps(here: &Here, innovation: &Innovation, one: &Feedback) -> impl IntoView + use<> {
    let seen = here.seen();
    let answers = !here.looks_back() && seen.may_answer(one);
    let edits = !here.looks_back() && seen.may_edit_feedback(one);
    let is = |state| one.state() == state;
    let wanted = [
        (answers && is(FeedbackState::Unanswered), "answer", "Answer"),
        (answers && is(FeedbackState::Answered), "tell-back", "Tell back"),
        (answers && !is(FeedbackState::Unanswered), "answer", "Edit the answer"),
        (edits, "edit", "Edit"),
    ];
    let said = one.said.to_string();
    let links = wanted.into_iter().filter(|(may, ..)| *may).map(|(_, path, word)| {
        let address = here.link(&format!("innovations/{}/feedback/{}/{path}", innovation.number, one.id));
        view! { <a href=address aria-label=format!("{word}: {said}")>{word}</a> }
    });
    links.collect_view()
}

/// Whether the actor may add what was said to an innovation.
pub fn may_add(here: &Here, innovation: &Innovation) -> bool {
    !here.looks_back() && here.seen().may(Act::LogEngagement, Some(innovation))
}
