//! "You said, we did": what everyone may read, without signing in, of what people said and what came of it.
//!
//! These types hold nothing else, so that a page that is made from them can show nothing else. Who said it is told by
//! the kind of group, since the name of a small one can give a person away.
mod publish;
#[cfg(test)]
mod tests;

pub use publish::{PublishInput, PublishRow};

use crate::{
    CountBand, Feedback, FeedbackId, FeedbackResponse, Innovation, InnovationId, Name, Portfolio, Prose, Seen,
    StakeholderKind, Title, Visibility, Voice,
    id::{FIRST, LAST},
};
use chrono::NaiveDate;
use std::{cmp::Reverse, sync::Arc};

/// Of a whole organisation: innovations that everyone may see and that are published, by number.
#[derive(Clone, Debug, PartialEq)]
pub struct YouSaid {
    pub organisation: Name,
    pub innovations: Vec<PublicInnovation>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PublicInnovation {
    pub number: u32,
    pub title: Title,
    /// Those told back last first.
    pub heard: Vec<PublicFeedback>,
}

/// One thing that people said, and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct PublicFeedback {
    /// None where nobody wrote down who it was.
    pub who: Option<PublicVoice>,
    pub count: Option<CountBand>,
    pub said: Prose,
    pub response: FeedbackResponse,
    /// What we did or will do, why we cannot, or to whom it was passed on.
    pub answer: Prose,
    pub changed: Option<Prose>,
    pub told_back_on: NaiveDate,
}

/// Who said it, as far as everyone may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublicVoice {
    Group(StakeholderKind),
    Partner,
}

impl PublicVoice {
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Group(kind) => kind.label(),
            Self::Partner => "A partner",
        }
    }
}

impl Innovation {
    /// Whether everyone may read its page. Both are needed: it was published, and everyone may see it.
    #[must_use]
    pub fn is_published(&self) -> bool {
        self.published_on.is_some() && self.visible_to == Visibility::Public
    }
}

impl Portfolio {
    /// What is published; None where nothing is, as of an organisation that is not there. Nobody is asked who they are.
    #[must_use]
    pub fn you_said(&self) -> Option<YouSaid> {
        let organisation = self.organisation()?.name.clone();
        let published = self.shelves.innovations.values().filter(|one| one.is_published());
        let mut innovations: Vec<_> = published.map(|one| self.public_innovation(one)).collect();
        innovations.sort_by_key(|one| one.number);
        (!innovations.is_empty()).then_some(YouSaid { organisation, innovations })
    }

    fn public_innovation(&self, innovation: &Innovation) -> PublicInnovation {
        let range = (innovation.id, FeedbackId(FIRST))..=(innovation.id, FeedbackId(LAST));
        let all = self.shelves.feedback.range(range).map(|(_, one)| one);
        let mut heard: Vec<_> = all.filter(|one| one.public).filter_map(|one| self.public_feedback(one)).collect();
        heard.sort_by_key(|one| Reverse(one.told_back_on));
        PublicInnovation { number: innovation.number, title: innovation.title.clone(), heard }
    }

    /// None until people were told.
    fn public_feedback(&self, one: &Feedback) -> Option<PublicFeedback> {
        let (answer, told_back_on) = (one.answer.as_ref()?, one.told_back_on?);
        let who = one.from.and_then(|from| match from {
            Voice::Stakeholder(id) => self.shelves.stakeholders.get(&id).map(|group| PublicVoice::Group(group.kind)),
            Voice::Partner(_) => Some(PublicVoice::Partner),
        });
        Some(PublicFeedback {
            who,
            count: one.count_band,
            said: one.said.clone(),
            response: answer.response,
            answer: answer.text.clone(),
            changed: one.changed.clone(),
            told_back_on,
        })
    }
}

impl YouSaid {
    /// The page of one innovation; None unless it is published.
    #[must_use]
    pub fn only(self, number: u32) -> Option<Self> {
        let innovations: Vec<_> = self.innovations.into_iter().filter(|one| one.number == number).collect();
        (!innovations.is_empty()).then_some(Self { innovations, ..self })
    }

    /// How many things that people said stand on the page.
    #[must_use]
    pub fn heard(&self) -> usize {
        self.innovations.iter().map(|one| one.heard.len()).sum()
    }
}

impl PublicInnovation {
    /// What was answered in one way, refusals included.
    pub fn answered(&self, response: FeedbackResponse) -> impl Iterator<Item = &PublicFeedback> {
        self.heard.iter().filter(move |one| one.response == response)
    }
}

impl<'a> Seen<'a> {
    /// What everyone reads of an innovation, or would read if it were published as it stands; None if it is not there
    /// or may not be seen.
    #[must_use]
    pub fn public_view(self, innovation: InnovationId) -> Option<PublicInnovation> {
        self.innovation(innovation).ok().map(|one| self.portfolio.public_innovation(one))
    }

    /// Told back, and not for everyone; those told back last first.
    #[must_use]
    pub fn told_inside(self, innovation: InnovationId) -> Vec<&'a Arc<Feedback>> {
        let mut inside: Vec<_> = self.feedback_about(innovation).filter(|one| one.is_closed() && !one.public).collect();
        inside.sort_by_key(|one| (Reverse(one.told_back_on), one.id));
        inside
    }
}
