//! One issue for the tests beside the code.
use super::{IssueInput, Severity};
use crate::{IssueId, testing::*};
use uuid::Uuid;

pub const ISSUE: IssueId = IssueId(Uuid::from_u128(800));

pub fn issue_input(due_on: &str) -> IssueInput {
    IssueInput {
        title: text("The lamps have not come"),
        severity: Severity::Two,
        raised_on: today(),
        owner: place(LEAD),
        due_on: day(due_on),
        decision: None,
    }
}
