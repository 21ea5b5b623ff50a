//! Text that looks as if it named a resident is questioned once before it is saved. It warns and never refuses: the
//! same form is shown with what was found, to be changed or saved all the same.
use super::{Field, Sheet};
use domain::{Personal, personal_data};
use leptos::prelude::*;

/// Which findings the person has seen.
const SEEN: Field = Field::hidden("named");

/// What nobody has agreed to yet.
#[derive(Clone, Debug)]
pub struct Question {
    found: Vec<(Field, Personal)>,
    mark: String,
}

/// None where nothing is found, or where these very findings were seen and the form sent all the same.
pub fn question(sheet: &Sheet, fields: impl IntoIterator<Item = Field>) -> Option<Question> {
    let looked = |field: Field| personal_data(sheet.typed(field)).into_iter().map(move |one| (field, one));
    let found = fields.into_iter().flat_map(looked);
    let found: Vec<_> = found.collect();
    let mark = found.iter().map(|(field, one)| format!("{} {}", field.name, one.text)).collect::<Vec<_>>().join("; ");
    (!found.is_empty() && sheet.typed(SEEN) != mark).then_some(Question { found, mark })
}

impl Question {
    /// Stands first in the form, or before it: then `form` is the form's id.
    pub fn panel(&self, form: Option<&'static str>) -> impl IntoView + use<> {
        let rows = self.found.iter().map(|(field, one)| {
            let looks = format!(" looks like {}. ", one.looks_like.label());
            let (address, label) = (format!("#{}", field.name), format!("Change it: {}", one.text));
            view! { <li><b>{one.text.clone()}</b>{looks}<a href=address aria-label=label>"Change it"</a></li> }
        });
        view! {
            <section class="panel" role="alert" aria-labelledby="named" tabindex="-1" autofocus>
                <h2 id="named">"Nothing is saved yet: does this name a resident?"</h2>
                <ul class="rows">{rows.collect_view()}</ul>
                <p class="s mb">"What people said is kept without anybody’s name, number or address."</p>
                <button class="btn" form=form name=SEEN.name value=self.mark.clone()>"Save anyway"</button>
            </section>
        }
    }
}
