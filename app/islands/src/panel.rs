//! What a move needs, asked in place: the very form of the move's page, in a dialog over the board.
use crate::sent::{Answer, ask, send};
use leptos::{prelude::*, wasm_bindgen::JsCast};
use web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlFormElement};

/// What became of a move.
pub enum Ended {
    Saved,
    /// The dialog is open; it will be sent or cancelled.
    Asked,
    Refused(String),
}

const OFFLINE: &str = "Check your connection and try again.";

/// Begins a move: saves it at once where nothing is asked, otherwise shows what is.
pub async fn begin(dialog: &HtmlDialogElement, address: &str) -> Ended {
    match ask(address).await {
        Some(Answer::Form(content)) => match ready(&content) {
            Some(form) => end(dialog, send(address, &form).await),
            None => show(dialog, &content),
        },
        other => end(dialog, other),
    }
}

/// Sends the form that stands in the dialog.
pub async fn submit(dialog: &HtmlDialogElement, address: &str) -> Ended {
    let form = dialog.query_selector("form[method=post]").ok().flatten();
    match form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
        Some(form) => end(dialog, send(address, &form).await),
        None => Ended::Refused(OFFLINE.into()),
    }
}

fn end(dialog: &HtmlDialogElement, answer: Option<Answer>) -> Ended {
    match answer {
        Some(Answer::Done) => Ended::Saved,
        Some(Answer::Form(content)) => show(dialog, &content),
        Some(Answer::Refused(why)) => Ended::Refused(why),
        None => Ended::Refused(OFFLINE.into()),
    }
}

/// The form, if it needs no answer.
fn ready(content: &Element) -> Option<HtmlFormElement> {
    content.query_selector("[data-ready]").ok()??;
    content.query_selector("form[method=post]").ok()??.dyn_into().ok()
}

fn show(dialog: &HtmlDialogElement, content: &Element) -> Ended {
    dialog.replace_children_with_node_1(content);
    if !dialog.open() {
        let _ = dialog.show_modal();
    }
    let first = dialog.query_selector(".errors, select, textarea, input:not([type=hidden])").ok().flatten();
    if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
        let _ = first.focus();
    }
    Ended::Asked
}

/// Closes the dialog and forgets what stood in it.
pub fn close(dialog: &HtmlDialogElement) {
    dialog.close();
    dialog.set_inner_html("");
}

/// Whether something that was pressed cancels: the link that leads away from the form.
pub fn cancels(target: Option<web_sys::EventTarget>) -> bool {
    let pressed = target.and_then(|target| target.dyn_into::<Element>().ok());
    pressed.is_some_and(|pressed| pressed.closest("a").ok().flatten().is_some())
}

/// Loads the board again: what is saved is drawn by the server, with its note.
pub fn reload() {
    let _ = window().location().reload();
}
