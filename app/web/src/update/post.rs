//! The form of an update, with the facts beside it.
use super::{challenges, confidence_state, explain, facts, fields};
use crate::{
    failure::Failure,
    form::Sheet,
    here::{Here, Now},
    innovation_frame::crumbs,
    leadership::evidence_for,
    page::Page,
    ui::words::date,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, Impossible, Innovation, Place, SignalName, Slug, StatusUpdate, StatusUpdateId};
use leptos::prelude::*;
use std::sync::Arc;

type Address = Path<(Slug, u32)>;

pub async fn show(now: Now, Path((_, number)): Address) -> Result<Page, Failure> {
    let innovation = allowed(&now, number)?;
    if now.seen().place_of(&innovation) == Place::Stopped {
        return Err(Failure::Impossible(Impossible::Stopped));
    }
    let since = facts::gather(&now, &innovation).await?;
    let last = now.seen().latest_update(&innovation, now.today).cloned();
    let drafted = since.as_ref().map(|(_, facts)| domain::drafted(facts)).unwrap_or_default();
    let sheet = fields::filled(&now, last.as_deref(), drafted);
    Ok(page(&now, innovation, sheet, since))
}

pub async fn submit(now: Now, Path((_, number)): Address, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = allowed(&now, number)?;
    let (id, last) = (innovation.id, now.seen().latest_update(&innovation, now.today).cloned());
    if let Some(input) = fields::input(&mut sheet, last.as_deref()) {
        let decided = now.decide(&mut sheet, None, |seen, today, submission| {
            seen.post_update(StatusUpdateId(submission.0), id, input, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/updates")), Note::UpdatePosted));
        }
    }
    if sheet.is_challenged() {
        sheet = fields::note_challenges(&now, &innovation, sheet, last.as_deref());
    }
    let since = facts::gather(&now, &innovation).await?;
    Ok(page(&now, innovation, sheet, since).into_response())
}

fn allowed(now: &Now, number: u32) -> Result<Arc<Innovation>, Failure> {
    let innovation = now.seen().numbered(number)?;
    now.seen().must(Act::PostUpdate, Some(innovation))?;
    Ok(innovation.clone())
}

fn page(now: &Now, innovation: Arc<Innovation>, sheet: Sheet, since: facts::Since) -> Page {
    let last = now.seen().latest_update(&innovation, now.today).cloned();
    let here = now.0.clone();
    now.form("Post an update", &sheet.clone(), move || {
        let number = innovation.number;
        let back = here.link(&format!("innovations/{number}/updates"));
        let name = here.seen().organisation().name.to_string();
        view! {
            {crumbs(&here, &innovation)}
            {sheet.summary()}
            {explain::alert(&sheet)}
            <div class="ph"><p class="kicker">{innovation.title.to_string()}</p><h1>"Post an update"</h1></div>
            <div class="split split-form">
                <aside class="stack aside-first" aria-label="Facts to check before you write">
                    {facts::panel(&here, since.as_ref()).into_any()}
                    {last.as_deref().map(|last| last_time(&here, &innovation, last)).into_any()}
                </aside>
                <form method="post" class="stack stack-l update-form" novalidate>
                    {sheet.hidden()}
                    {fields::questions(&here, &innovation, &sheet, last.as_deref()).into_any()}
                    <div class="row">
                        <button class="btn btn-go btn-big btn-wide">"Post update"</button>
                        {here.keep_as_draft("Post an update")}
                        <a class="btn btn-text btn-big" href=back>"Cancel"</a>
                    </div>
                    <p class="s quiet">
                        {format!("Everyone at {name} who can see this innovation will see it. To correct it, post another for the same day.")}
                    </p>
                    {evidence_for(&here, innovation.id, &[SignalName::Fresh, SignalName::Honest])}
                </form>
            </div>
            {last.is_some().then(|| still_true_form(&here, number))}
        }
    })
}

/// The last words, and the button for when they still hold. Its form stands after the long one.
fn last_time(here: &Here, innovation: &Innovation, last: &StatusUpdate) -> impl IntoView + use<> {
    let fired = here.seen().still_challenged(innovation, last, here.today);
    let fired = (!fired.is_empty()).then(|| {
        view! {
            <div class="stack stack-s mt">
                <p class="s">"This would stand beside it, without an answer unless you gave one last time:"</p>
                {challenges::notes(here, innovation, &fired)}
            </div>
        }
    });
    view! {
        <section class="panel" aria-labelledby="last">
            <h2 id="last">"Nothing new to say?"</h2>
            <p class="s row">{format!("For {}, last time:", date(last.period_end))} {confidence_state(last.confidence)}</p>
            <p class="mt"><button class="btn" form="still-true">"Still true"</button></p>
            <p class="hint mt">"Posts the last update again for today, marked as still true."</p>
            {fired}
        </section>
    }
}

fn still_true_form(here: &Here, number: u32) -> impl IntoView + use<> {
    let action = here.link(&format!("innovations/{number}/updates/still-true"));
    let carried = Sheet::blank();
    view! { <form method="post" id="still-true" action=action>{carried.hidden()}</form> }
}
