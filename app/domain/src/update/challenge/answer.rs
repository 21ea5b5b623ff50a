//! What the author did about a challenge, kept with the update.
use super::{Challenge, ChallengeCode, Evidence};
use crate::Reason;
use serde::{Deserialize, Serialize};

/// Fewest characters that explain anything.
pub(in crate::update) const EXPLAINED: usize = 40;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "is")]
pub enum ChallengeAnswer {
    /// Shown, and posted all the same.
    Unanswered,
    /// Another colour was chosen, and the challenge no longer fires.
    Changed,
    Explained {
        reason: Reason,
    },
}

/// A challenge as it stood when the update was posted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnsweredChallenge {
    pub code: ChallengeCode,
    pub text: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    pub answer: ChallengeAnswer,
}

impl AnsweredChallenge {
    pub(in crate::update) fn new(challenge: Challenge, answer: ChallengeAnswer) -> Self {
        let Challenge { code, text, evidence } = challenge;
        Self { code, text, evidence, answer }
    }

    #[must_use]
    pub fn explanation(&self) -> Option<&Reason> {
        match &self.answer {
            ChallengeAnswer::Explained { reason } => Some(reason),
            ChallengeAnswer::Unanswered | ChallengeAnswer::Changed => None,
        }
    }

    /// It fired for the colour that was posted, and nobody explained it.
    #[must_use]
    pub fn is_unanswered(&self) -> bool {
        self.answer == ChallengeAnswer::Unanswered
    }
}
