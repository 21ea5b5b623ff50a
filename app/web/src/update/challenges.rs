//! What sits oddly with a colour: before an update is posted, and wherever the colour is shown after.
use super::evidence;
use crate::here::Here;
use domain::{AnsweredChallenge, Challenge, ChallengeAnswer, Innovation, StatusUpdate};
use leptos::prelude::*;

/// Each with the records behind it.
pub fn notes(here: &Here, innovation: &Innovation, fired: &[Challenge]) -> impl IntoView + use<> {
    let note = |one: &Challenge| {
        view! {
            <li class="note">{one.text.clone()} {evidence::links(here, innovation, &one.evidence)}</li>
        }
    };
    view! { <ul class="stack stack-s">{fired.iter().map(note).collect_view()}</ul> }
}

/// Those of a posted update, with what the author said to them.
pub fn answers(here: &Here, innovation: &Innovation, update: &StatusUpdate) -> Option<impl IntoView + use<>> {
    let row = |one: &AnsweredChallenge| {
        let answer = match &one.answer {
            ChallengeAnswer::Unanswered => view! { <span class="late">"No answer."</span> }.into_any(),
            ChallengeAnswer::Changed => view! { <span>"The author chose another colour."</span> }.into_any(),
            ChallengeAnswer::Explained { reason } => {
                view! { <span><b>"The author explains:"</b> " " {reason.to_string()}</span> }.into_any()
            }
        };
        view! {
            <li class="note">{one.text.clone()} " " {answer} {evidence::links(here, innovation, &one.evidence)}</li>
        }
    };
    let rows: Vec<_> = update.challenges.iter().map(row).collect();
    (!rows.is_empty()).then(|| view! { <ul class="stack stack-s challenged">{rows}</ul> })
}

/// For a card: how many have no answer, and the first explanation.
pub fn short(update: &StatusUpdate) -> Option<impl IntoView + use<>> {
    /// A card has little room; the whole stands on the innovation's page.
    const CHARACTERS: usize = 100;
    let open = update.challenges.iter().filter(|one| one.is_unanswered()).count();
    let open = (open > 0).then(|| {
        let plural = if open == 1 { "" } else { "s" };
        view! { <span class="soon">{format!("{open} challenge{plural} not answered")}</span> }
    });
    let explained = update.challenges.iter().find_map(|one| one.explanation()).map(|reason| {
        let cut = reason.chars().count() > CHARACTERS;
        let text: String = reason.chars().take(CHARACTERS).collect();
        let end = if cut { "…" } else { "" };
        view! { <span>{format!("Explained: {}{end}", text.trim_end())}</span> }
    });
    (open.is_some() || explained.is_some()).then(|| view! { {open} {explained} })
}
