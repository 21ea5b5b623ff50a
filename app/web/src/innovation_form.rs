//! A page with one form about an innovation.
use crate::{form::Sheet, here::Here, innovation_frame::above, page::Page, short_form::ShortForm};
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
        let inside = here.clone();
        let form = ShortForm {
            above: above(here, innovation),
            kicker: Some(self.kicker),
            heading: self.title.into(),
            about: self.lead,
            button: self.button,
            stops: self.is_stop,
        };
        let questions = move |sheet: &Sheet| questions(&inside, sheet).into_any();
        if self.is_stop { form.page(here, sheet, questions) } else { form.long_page(here, sheet, questions) }
    }
}
