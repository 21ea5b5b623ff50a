//! What a page says about the draft of its form.
use super::{
    desk::{Desk, Offer},
    throw_away::OF,
};
use crate::here::Here;
use leptos::prelude::*;

const FORM: &str = "throw-away";

/// At the top of the form's page.
pub fn banner(desk: &Desk) -> Option<impl IntoView + use<>> {
    let words = match desk.offer()? {
        Offer::Waiting(when) => {
            let address = desk.opening();
            view! { {format!("You have a draft of this form, kept {when}. ")}<a href=address>"Go on with it"</a> }
                .into_any()
        }
        Offer::Opened(when) => {
            view! { {format!("This is your draft, kept {when}. Nothing is sent until you press the button.")} }
                .into_any()
        }
    };
    Some(view! {
        <section class="flash flash-draft" aria-label="Your draft">
            <svg aria-hidden="true" viewBox="0 0 16 16"><use href="#i-clock"></use></svg>
            <p>{words}</p>
            <button class="btn" form=FORM>"Throw it away"</button>
        </section>
    })
}

/// The form of the banner's button: after the form of the page, which comes first for everyone.
pub fn throw_away_form(desk: &Desk) -> Option<impl IntoView + use<>> {
    desk.offer()?;
    let (action, of) = (desk.throw_away(), desk.address().to_owned());
    Some(view! { <form method="post" id=FORM action=action><input type="hidden" name=OF.name value=of/></form> })
}

impl Here {
    /// The button beside the one that sends a long form. `name` is what the list of drafts calls the form.
    pub fn keep_as_draft(&self, name: &str) -> Option<impl IntoView + use<>> {
        let desk = self.visit.desk.as_ref()?;
        let word = if desk.waits() { "Keep in place of the earlier draft" } else { "Keep as draft" };
        Some(view! { <button class="btn btn-big" formaction=desk.drafts(name)>{word}</button> })
    }
}
