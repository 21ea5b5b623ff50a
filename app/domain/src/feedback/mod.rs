//! What people said, what we answered, and whether they were told.
mod add;
mod answer;
pub(crate) mod history;
mod look;
mod table;

pub use add::FeedbackInput;
pub use answer::{AnswerInput, AnswerRow};
pub use table::FeedbackFilter;

use crate::{
    EngagementId, Entry, FeedbackId, FormalDecisionId, InnovationId, MembershipId, Name, PartnerId, Prose,
    StakeholderId, choice::choices, record::noun,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    /// How many said it, about.
    CountBand {
        UnderFive "under-5" "Fewer than 5",
        FiveToNineteen "5-to-19" "5 to 19",
        TwentyToFortyNine "20-to-49" "20 to 49",
        FiftyToNinetyNine "50-to-99" "50 to 99",
        HundredOrMore "100-or-more" "100 or more",
    }

    Sentiment {
        Worried "worried" "Worried",
        Mixed "mixed" "Mixed",
        Supportive "supportive" "Supportive",
    }

    FeedbackResponse {
        WeDid "we-did" "We did",
        WeWill "we-will" "We will",
        /// The answer is the reason, of 40 characters or more.
        WeCannot "we-cannot" "We cannot",
        /// The answer says to whom.
        PassedOn "passed-on" "We passed it on",
    }

    FeedbackState {
        Unanswered "unanswered" "Not answered",
        Answered "answered" "Answered, not told back",
        Closed "closed" "Told back",
    }
}

impl Sentiment {
    /// -1, 0 or 1.
    #[must_use]
    pub const fn value(self) -> i8 {
        self as i8 - 1
    }
}

/// Who said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Voice {
    Stakeholder(StakeholderId),
    Partner(PartnerId),
}

/// What we said to it, in the words that people read under "You said, we did".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    pub response: FeedbackResponse,
    pub text: Prose,
    pub responded_on: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Feedback {
    pub id: FeedbackId,
    pub entry: Entry,
    /// One of those that the engagement was about; it does not change.
    pub innovation: InnovationId,
    pub engagement: EngagementId,
    /// None where nobody wrote down who of several it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Voice>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<Name>,
    pub said: Prose,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count_band: Option<CountBand>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentiment: Option<Sentiment>,
    pub raised_on: NaiveDate,
    /// Who sees to it that it is answered; none for whoever leads the innovation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<MembershipId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// What is different because of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Prose>,
    /// The decision that cites it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<FormalDecisionId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_back_on: Option<NaiveDate>,
    /// It may stand on the page that everyone reads, once it is closed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub public: bool,
}

noun!(
    Feedback,
    "feedback",
    (InnovationId, FeedbackId) = |one| (one.innovation, one.id),
    innovation = Some(one.innovation)
);

impl Feedback {
    /// Fewest characters of a reason why not, and of what is different.
    pub const REASON: usize = 40;

    #[must_use]
    pub const fn is_answered(&self) -> bool {
        self.answer.is_some()
    }

    /// Answered, and people were told.
    #[must_use]
    pub const fn is_closed(&self) -> bool {
        self.answer.is_some() && self.told_back_on.is_some()
    }

    /// Something is different because of it: we did, or a decision cites it.
    #[must_use]
    pub fn is_influential(&self) -> bool {
        let did = self.answer.as_ref().is_some_and(|answer| answer.response == FeedbackResponse::WeDid);
        self.changed.as_ref().is_some_and(is_long_enough) && (did || self.decision.is_some())
    }

    /// We said that we cannot, and why.
    #[must_use]
    pub fn is_reasoned_refusal(&self) -> bool {
        let refused = |answer: &Answer| answer.response == FeedbackResponse::WeCannot && is_long_enough(&answer.text);
        self.answer.as_ref().is_some_and(refused)
    }

    /// Whether everyone would read the same of both: other words are published by somebody who may.
    pub(crate) fn reads_as(&self, other: &Self) -> bool {
        let read = |one: &Self| (one.from, one.said.clone(), one.count_band, one.answer.clone(), one.changed.clone());
        read(self) == read(other)
    }

    #[must_use]
    pub const fn state(&self) -> FeedbackState {
        match (self.is_answered(), self.is_closed()) {
            (_, true) => FeedbackState::Closed,
            (true, _) => FeedbackState::Answered,
            _ => FeedbackState::Unanswered,
        }
    }
}

fn is_long_enough(text: &Prose) -> bool {
    text.chars().count() >= Feedback::REASON
}

#[cfg(test)]
mod tests;
