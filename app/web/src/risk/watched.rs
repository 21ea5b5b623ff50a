//! The risk that an address names, and the frame of the forms about it.
use super::words::capital;
use crate::{about::About, failure::Failure, form::Sheet, here::Here, page::Page, short_form::ShortForm};
use domain::{Act, InnovationId, Risk, RiskId, Version};
use leptos::prelude::*;
use serde::Deserialize;
use std::sync::Arc;

/// The parts of any address about risks; without a number it is about the organisation.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct At {
    pub number: Option<u32>,
    pub id: Option<RiskId>,
    pub action: Option<u32>,
    pub control: Option<u32>,
}

/// The page of a risk.
pub fn address(here: &Here, about: &About, id: RiskId) -> String {
    about.link(here, &format!("risks/{id}"))
}

pub struct Watched {
    pub about: About,
    pub risk: Arc<Risk>,
}

impl Watched {
    pub fn read(here: &Here, at: At) -> Result<Self, Failure> {
        let about = About::read(here, at.number)?;
        let risk = here.seen().risk(about.id(), at.id.ok_or(Failure::NotFound)?)?.clone();
        Ok(Self { about, risk })
    }

    /// For a form.
    pub fn changed(here: &Here, at: At) -> Result<Self, Failure> {
        let found = Self::read(here, at)?;
        here.seen().must(Act::EditInnovation, found.about.innovation.as_deref())?;
        Ok(found)
    }

    /// What names it in a decision.
    #[must_use]
    pub fn key(&self) -> (Option<InnovationId>, RiskId) {
        (self.risk.innovation, self.risk.id)
    }

    #[must_use]
    pub fn version(&self) -> Version {
        self.risk.entry.version
    }

    #[must_use]
    pub fn address(&self, here: &Here) -> String {
        address(here, &self.about, self.risk.id)
    }

    /// A form under the words of the risk.
    pub fn form<V: IntoView + 'static>(
        &self,
        here: &Here,
        form: ShortForm,
        sheet: Sheet,
        questions: impl FnOnce(&Here, &Sheet) -> V + Send + 'static,
    ) -> Page {
        let kicker = form.kicker.clone().or_else(|| Some(capital(&self.risk.event)));
        self.about.form(here, ShortForm { kicker, ..form }, sheet, questions)
    }
}
