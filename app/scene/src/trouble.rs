//! Issues: what went wrong, who solved it, and how.
use crate::{
    deed::{Deeds, id, words},
    innovation::Row,
};
use chrono::NaiveDate;
use domain::{IssueId, IssueInput, MembershipId, ResolutionInput, Severity};

/// Days ago; to come is negative.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Trouble {
    pub title: &'static str,
    pub severity: Severity,
    pub raised: i64,
    pub due: i64,
    /// When and how.
    pub resolved: Option<(i64, &'static str)>,
}

pub(crate) const fn trouble(title: &'static str, severity: Severity, raised: i64, due: i64) -> Trouble {
    Trouble { title, severity, raised, due, resolved: None }
}

impl Trouble {
    pub const fn resolved(self, ago: i64, how: &'static str) -> Self {
        Self { resolved: Some((ago, how)), ..self }
    }

    pub fn input(&self, owner: MembershipId, raised_on: NaiveDate, due_on: NaiveDate) -> IssueInput {
        IssueInput { title: words(self.title), severity: self.severity, raised_on, owner, due_on, decision: None }
    }
}

impl Row {
    pub fn suffer(&'static self, trouble: &'static Trouble, deeds: &mut Deeds) {
        let issue = IssueId(id(&format!("issue {} {}", self.code, trouble.title)));
        let (by, due_on) = (self.lead_on(trouble.raised), deeds.day(trouble.due));
        deeds.add(trouble.raised, by, move |seen, today| {
            seen.raise_issue(issue, self.id(), trouble.input(by.place(), today, due_on), today)
        });
        if let Some((ago, how)) = trouble.resolved {
            deeds.tell(ago, self.lead_on(ago), move |seen, today| {
                let version = seen.issue(self.id(), issue)?.entry.version;
                let input = ResolutionInput { resolved_on: today, resolution: words(how) };
                seen.resolve_issue(self.id(), issue, input, version, today)
            });
        }
    }
}
