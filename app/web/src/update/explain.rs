//! The challenges of the colour that was chosen, each with room for an explanation.
use super::{evidence, fields};
use crate::{
    form::{Field, Sheet},
    here::Here,
};
use domain::{Challenge, ChallengeCode, Innovation, StatusUpdate};
use leptos::prelude::*;

/// The colour for which challenges were shown first.
pub const CHALLENGED: Field = Field::hidden("challenged");
/// The challenges that have been shown.
pub const SHOWN: Field = Field::hidden("shown");

pub const fn explanation(code: ChallengeCode) -> Field {
    Field::new(code.field(), code.label())
}

/// Notes what is shown now, so that it is not shown as new when it is sent again.
pub fn note(sheet: Sheet, fired: &[Challenge], chosen: &str) -> Sheet {
    let known: Vec<_> = sheet.all(SHOWN).map(ToOwned::to_owned).collect();
    let first = sheet.typed(CHALLENGED).to_owned();
    let sheet = sheet.with(CHALLENGED, if first.is_empty() { chosen } else { &first });
    let fresh = fired.iter().map(|one| one.code.key()).filter(|key| !known.iter().any(|known| known == key));
    fresh.fold(sheet, |sheet, key| sheet.and(SHOWN, key))
}

/// Whether something has been challenged, so that there are questions to answer.
pub fn asks(sheet: &Sheet) -> bool {
    sheet.all(SHOWN).next().is_some() && fields::colour(sheet).is_some()
}

/// Shown once something has been challenged.
pub fn questions(
    here: &Here,
    innovation: &Innovation,
    sheet: &Sheet,
    last: Option<&StatusUpdate>,
) -> Option<impl IntoView + use<>> {
    let shown: Vec<_> = sheet.all(SHOWN).map(ToOwned::to_owned).collect();
    if !asks(sheet) {
        return None;
    }
    let fired = fields::saying(here, sheet, last, |saying| here.seen().challenges(innovation, saying, here.today));
    let boxes = fired.iter().map(|one| {
        view! {
            <div class="stack stack-s">
                <div class="note">{one.text.clone()} {evidence::links(here, innovation, &one.evidence)}</div>
                {sheet.area(explanation(one.code), 2)}
            </div>
        }
    });
    let boxes: Vec<_> = boxes.collect();
    let hidden = shown.into_iter().map(|key| view! { <input type="hidden" name=SHOWN.name value=key/> }).collect_view();
    let first = sheet.typed(CHALLENGED).to_owned();
    Some(view! {
        <input type="hidden" name=CHALLENGED.name value=first/>
        {hidden}
        {(!boxes.is_empty()).then(|| view! {
            <fieldset class="stack challenged" id="explain">
                <legend class="q">"Why is that colour right all the same?"</legend>
                <p class="hint full">
                    "Choose another colour above, or say why in 40 characters or more. What you leave blank is posted as not answered."
                </p>
                {boxes}
            </fieldset>
        })}
    })
}

/// At the top of the page that asks.
pub fn alert(sheet: &Sheet) -> Option<impl IntoView + use<>> {
    sheet.is_challenged().then(|| {
        view! {
            <div class="flash flash-warn" role="alert" tabindex="-1" autofocus>
                <p>
                    <b>"Before it is posted: the record sits oddly with this colour."</b>
                    " Choose another, or say why it is right. "
                    <a href="#explain">"See what does not fit"</a>
                </p>
            </div>
        }
    })
}
