//! The page of the log.
use super::{LOG, fields, recent::last_three, when};
use crate::{
    form::{Field, Question, Sheet},
    here::Here,
    listening::sections,
    page::Page,
};
use leptos::prelude::*;

/// Who wrote it: what waits on a device is not sent in the name of whoever signs in there next.
pub const BY: Field = Field::hidden("by");
/// The button that comes back to an empty form.
pub const AGAIN: Field = Field::new("again", "Save and log another");
/// Its id, for a button that stands outside of it.
const FORM: &str = "log";
const SCRIPTS: &[&str] = &["outbox.js", "engagement-log.js"];

/// Where the page is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    Now,
    /// Kept on a device, to open without a network: the names that the form needs, and nothing else.
    Kept,
}

pub fn page(here: &Here, sheet: Sheet, question: Option<Question>, shown: Shown) -> Page {
    let title = "Log engagement";
    let sheet = when::dated(sheet, here.today);
    let (here, status) = (here.clone(), sheet.status());
    let (log, offline) = (here.link(LOG), here.link("engagement/offline"));
    let manifest = here.link("engagement/app.webmanifest");
    let page = here.clone().page(title, move || {
        let kept = (shown == Shown::Kept).then_some("");
        let told = if kept.is_some() {
            "Opened from this device. What you save waits here until there is a network."
        } else {
            "Takes about a minute. You can add more later."
        };
        let recent = kept.is_none().then(|| last_three(&here));
        let others = kept.is_none().then(|| sections(&here, LOG));
        let action = kept.map(|_| log.clone());
        let by = [(BY.name, here.session.person.to_string()), (when::WRITTEN.name, sheet.typed(when::WRITTEN).into())];
        let by = by.map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
        view! {
            {sheet.summary()}
            {question.as_ref().map(|one| one.panel(Some(FORM)))}
            <div class="ph"><h1>{title}</h1><p class="quiet s log-about" data-kept=kept>{told}</p></div>
            <section class="flash flash-warn" aria-label="On this device" data-waiting hidden></section>
            <template data-entry>{entry()}</template>
            <p class="b log-told" role="status" data-told></p>
            <form method="post" novalidate id=FORM class="stack log" action=action data-log=log data-offline=offline>
                {sheet.hidden()}
                {by.collect_view()}
                {fields::essentials(&here, &sheet)}
                <div class="row">
                    <button class="btn btn-go btn-big btn-wide">"Save"</button>
                    <button class="btn btn-big btn-wide" name=AGAIN.name value="yes">{AGAIN.label}</button>
                </div>
                {fields::rest(&here, &sheet, kept.is_none())}
            </form>
            {recent}
            {others}
        }
    });
    page.narrow().with_status(status).running(SCRIPTS).installed_by(manifest)
}

/// One that waits on the device: the script fills it in.
fn entry() -> impl IntoView {
    view! {
        <div class="row spread full s">
            <span></span>
            <span class="row">
                <button type="button" class="btn">"Open"</button>
                <button type="button" class="btn btn-text">"Delete"</button>
            </span>
        </div>
    }
}
