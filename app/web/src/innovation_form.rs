//! A page with one form about an innovation: the frame that such forms share.
use crate::{form::Sheet, here::Here, innovation_frame::crumbs, page::Page};
use domain::Innovation;
use leptos::prelude::*;

/// What stands around the questions.
pub struct InnovationForm {
    pub title: &'static str,
    /// Above the heading: what it is about.
    pub kicker: String,
    /// Below the heading: what to know before answering.
    pub lead: Option<String>,
    pub button: &'static str,
    /// It ends or removes something.
    pub is_stop: bool,
}

impl InnovationForm {
    pub fn new(title: &'static str, kicker: impl ToString, button: &'static str) -> Self {
        Self { title, kicker: kicker.to_string(), lead: None, button, is_stop: false }
    }

    pub fn lead(self, lead: impl Into<String>) -> Self {
        Self { lead: Some(lead.into()), ..self }
    }

    pub fn stop(self) -> Self {
        Self { is_stop: true, ..self }
    }

    pub fn page<V: IntoView + 'static>(
        self,
        here: &Here,
        innovation: &Innovation,
        sheet: Sheet,
        questions: impl FnOnce(&Here, &Sheet) -> V + Send + 'static,
    ) -> Page {
        let (inside, innovation) = (here.clone(), innovation.clone());
        let page = here.form(self.title, &sheet.clone(), move || {
            let button = if self.is_stop { "btn btn-stop btn-big btn-wide" } else { "btn btn-go btn-big btn-wide" };
            view! {
                {crumbs(&inside, &innovation)}
                {sheet.summary()}
                <div class="ph">
                    <p class="kicker">{self.kicker}</p>
                    <h1>{self.title}</h1>
                    {self.lead.map(|lead| view! { <p class="quiet">{lead}</p> })}
                </div>
                <form method="post" class="stack stack-l" novalidate>
                    {sheet.hidden()}
                    {questions(&inside, &sheet).into_any()}
                    <div class="row">
                        <button class=button>{self.button}</button>
                        {(!self.is_stop).then(|| inside.keep_as_draft(self.title))}
                    </div>
                </form>
            }
        });
        page.narrow()
    }
}
