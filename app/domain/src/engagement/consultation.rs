use crate::FormalDecisionId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A question put to people for a time, while somebody has yet to decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consultation {
    pub opened_on: NaiveDate,
    /// The last day to answer; it may lie ahead.
    pub closed_on: NaiveDate,
    /// When it opened, what to do had not been decided.
    pub decision_still_open: bool,
    /// It is about a change to a service, which wants more time.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub changes_service: bool,
    /// The decision that waits for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<FormalDecisionId>,
}
