//! What a risk or an issue is about: one innovation, or the organisation as a whole. Its addresses and its forms.
use crate::{
    failure::Failure,
    form::Sheet,
    here::Here,
    innovation_frame::named,
    page::Page,
    short_form::{ShortForm, crumbs},
};
use domain::{Act, Innovation, InnovationId};
use leptos::prelude::*;
use std::sync::Arc;

#[derive(Clone)]
pub struct About {
    pub innovation: Option<Arc<Innovation>>,
}

impl About {
    /// By the number of the address; without one it is the organisation.
    pub fn read(here: &Here, number: Option<u32>) -> Result<Self, Failure> {
        let innovation = number.map(|number| here.seen().numbered(number)).transpose()?.cloned();
        Ok(Self { innovation })
    }

    /// For a form: who may not do this is told so.
    pub fn changed(here: &Here, number: Option<u32>, act: Act) -> Result<Self, Failure> {
        let about = Self::read(here, number)?;
        here.seen().must(act, about.innovation.as_deref())?;
        Ok(about)
    }

    #[must_use]
    pub fn of(innovation: &Arc<Innovation>) -> Self {
        Self { innovation: Some(innovation.clone()) }
    }

    #[must_use]
    pub fn id(&self) -> Option<InnovationId> {
        self.innovation.as_ref().map(|one| one.id)
    }

    #[must_use]
    pub fn may(&self, here: &Here, act: Act) -> bool {
        !here.looks_back() && here.seen().may(act, self.innovation.as_deref())
    }

    /// "innovations/5/risks", or "risks".
    #[must_use]
    pub fn link(&self, here: &Here, path: &str) -> String {
        match &self.innovation {
            Some(innovation) => here.link(&format!("innovations/{}/{path}", innovation.number)),
            None => here.link(path),
        }
    }

    /// "AC-5 Home First Repairs Robot", or the organisation's name.
    #[must_use]
    pub fn title(&self, here: &Here) -> String {
        match &self.innovation {
            Some(innovation) => named(here, innovation),
            None => here.seen().organisation().name.to_string(),
        }
    }

    /// The pages above, the highest first.
    #[must_use]
    pub fn above(&self, here: &Here) -> Vec<(String, String)> {
        match &self.innovation {
            Some(innovation) => vec![
                ("Board".into(), here.link("board")),
                (named(here, innovation), here.link(&format!("innovations/{}", innovation.number))),
                ("Risks".into(), self.link(here, "risks")),
            ],
            None => vec![("Risks".into(), here.link("risks"))],
        }
    }

    pub fn crumbs(&self, here: &Here) -> impl IntoView + use<> {
        crumbs(self.above(here))
    }

    /// A page with one form.
    pub fn form<V: IntoView + 'static>(
        &self,
        here: &Here,
        form: ShortForm,
        sheet: Sheet,
        questions: impl FnOnce(&Here, &Sheet) -> V + Send + 'static,
    ) -> Page {
        let (form, inside) = (ShortForm { above: self.above(here), ..form }, here.clone());
        let stops = form.stops;
        let questions = move |sheet: &Sheet| questions(&inside, sheet).into_any();
        if stops { form.page(here, sheet, questions) } else { form.long_page(here, sheet, questions) }
    }
}
