//! The questions about an issue.
use crate::{
    form::{Choice, Field, Sheet, read},
    here::Here,
};
use domain::{InnovationId, Issue, IssueInput, Record, Severity};
use leptos::prelude::*;

pub const TITLE: Field = Field::new("title", "What is the problem?").hint("Assume this could be disclosed");
pub const SEVERITY: Field = Field::new("severity", "Severity");
pub const RAISED: Field = Field::new("raised_on", "Since");
pub const OWNER: Field = Field::new("owner", "Who solves it");
pub const DUE: Field = Field::new("due_on", "To be solved by");

pub const DECISION: Field = Field::new("decision", "What was decided about it").hint("May be left out");

pub fn filled(issue: &Issue) -> Sheet {
    Sheet::default()
        .with(TITLE, &issue.title)
        .with(SEVERITY, issue.severity.key())
        .with(RAISED, issue.raised_on)
        .with(OWNER, issue.owner)
        .with(DUE, issue.due_on)
        .with_any(DECISION, issue.decision)
}

/// As somebody else left it.
pub fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Issue(issue) => filled(issue),
        _ => Sheet::default(),
    }
}

pub fn input(sheet: &mut Sheet) -> Option<IssueInput> {
    read!(sheet, IssueInput { title: TITLE, severity: SEVERITY, raised_on: day RAISED, owner: OWNER, due_on: day DUE, decision: any DECISION })
}

/// `about` is the innovation whose decisions may have settled it; none: the organisation.
pub fn questions(here: &Here, sheet: &Sheet, about: Option<InnovationId>) -> impl IntoView + use<> {
    let decided = here.seen().decisions().filter(|one| one.innovation == about);
    let decisions: Vec<_> = decided.map(|one| Choice::new(one.id, &one.what)).collect();
    // Nothing to choose from: nothing to ask.
    let decision = (!decisions.is_empty()).then(|| sheet.select(DECISION, decisions));
    let severities = Severity::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    view! {
        {sheet.text(TITLE)}
        {sheet.radios(SEVERITY, severities)}
        {sheet.date(RAISED)}
        {sheet.select(OWNER, here.people())}
        {sheet.date(DUE)}
        {decision}
    }
}
