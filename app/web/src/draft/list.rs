//! Unfinished forms, for My work.
use super::{
    address::opening,
    throw_away::{LISTED, OF},
};
use crate::{failure::Failure, here::Here, innovation_frame::named, ui::words::when};
use leptos::prelude::*;
use store::Draft;

/// Newest first; about what can still be seen.
pub async fn gather(here: &Here) -> Result<Vec<Draft>, Failure> {
    if !here.reach().has_drafts() {
        return Ok(vec![]);
    }
    let mut drafts = here.store().drafts(here.reach().portfolio().id, here.session.person, here.now).await?;
    drafts.retain(|one| number(&one.address).is_none_or(|number| here.seen().numbered(number).is_ok()));
    Ok(drafts)
}

pub fn panel(here: &Here, drafts: &[Draft]) -> Option<impl IntoView + use<>> {
    let rows = drafts.iter().map(|one| row(here, one)).collect_view();
    (!drafts.is_empty()).then(|| {
        view! {
            <section class="panel" aria-labelledby="unfinished">
                <h2 id="unfinished">{format!("Unfinished forms ({})", drafts.len())}</h2>
                <ul class="rows">{rows}</ul>
            </section>
        }
    })
}

fn row(here: &Here, draft: &Draft) -> impl IntoView + use<> {
    let name = if draft.form.is_empty() { "A form".to_owned() } else { draft.form.clone() };
    let innovation = number(&draft.address).and_then(|number| here.seen().numbered(number).ok());
    let about = innovation.map(|one| named(here, one)).unwrap_or_default();
    let (address, action) = (here.link(&opening(&draft.address)), here.link("drafts/throw-away"));
    let label = format!("Throw away the draft: {name} {about}");
    let kept = format!("Kept {}", when(draft.saved_at, here.now));
    view! {
        <li class="row spread">
            <div class="s"><a href=address>{name}</a><br/><span class="quiet">{about}</span></div>
            <form method="post" action=action class="row">
                <span class="s quiet">{kept}</span>
                <input type="hidden" name=OF.name value=draft.address.clone()/>
                <input type="hidden" name=LISTED.name value="yes"/>
                <button class="btn btn-text" aria-label=label>"Throw away"</button>
            </form>
        </li>
    }
}

/// Of the innovation that a form is about, if of one.
fn number(address: &str) -> Option<u32> {
    address.strip_prefix("innovations/")?.split(['/', '?']).next()?.parse().ok()
}
