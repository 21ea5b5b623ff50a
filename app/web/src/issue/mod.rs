//! Issues: problems that have happened, listed with the risks that they may have come from.
mod edit;
pub mod fields;
mod panel;
mod raise;
mod resolve;

pub use panel::{open, panel};

use crate::{
    about::About,
    failure::Failure,
    here::Here,
    risk::at_both,
    route::{Routes, Who},
};
use domain::{Act, InnovationId, Issue, IssueId};
use serde::Deserialize;
use std::sync::Arc;

/// The parts of any address about issues; without a number it is about the organisation.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct At {
    pub number: Option<u32>,
    pub id: Option<IssueId>,
}

/// The issue that an address names, for a form about it.
pub struct Found {
    pub about: About,
    pub issue: Arc<Issue>,
}

impl Found {
    pub fn changed(here: &Here, at: At) -> Result<Self, Failure> {
        let about = About::read(here, at.number)?;
        let issue = here.seen().issue(about.id(), at.id.ok_or(Failure::NotFound)?)?.clone();
        here.seen().must(Act::EditInnovation, about.innovation.as_deref())?;
        Ok(Self { about, issue })
    }

    #[must_use]
    pub fn key(&self) -> (Option<InnovationId>, IssueId) {
        (self.issue.innovation, self.issue.id)
    }
}

/// Where issues are listed.
pub fn list(here: &Here, about: &About) -> String {
    format!("{}#issues", about.link(here, "risks"))
}

pub fn routes(routes: Routes) -> Routes {
    let edit = Who::May(Act::EditInnovation);
    let routes = at_both!(routes, edit, form "issues/new", raise::show, "title=The+lamps+have+not+come", raise::submit);
    let routes = at_both!(routes, edit, form "issues/{id}/edit", edit::show, "title=The+lamps", edit::submit);
    at_both!(routes, edit, form "issues/{id}/resolve", resolve::show, "resolution=They+came", resolve::submit)
}
