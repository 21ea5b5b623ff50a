//! The questions about a piece of work.
use crate::form::{Choice, Field, Sheet, read};
use domain::{Record, WorkItem, WorkItemInput, WorkItemKind};

pub const TITLE: Field = Field::new("title", "What is to be done");
pub const KIND: Field = Field::new("kind", "Kind");
pub const OWNER: Field = Field::new("owner", "Owner").hint("May be left out until it is begun");
pub const FIXED: Field = Field::new("fixed_on", "Must be done by")
    .hint("Only where the day cannot move, such as a committee or a print run");

pub fn filled(item: &WorkItem) -> Sheet {
    Sheet::default()
        .with(TITLE, &item.title)
        .with(KIND, item.kind.key())
        .with_any(OWNER, item.owner)
        .with_any(FIXED, item.fixed_on)
}

/// As somebody else left it.
pub fn theirs(record: &Record) -> Sheet {
    match record {
        Record::WorkItem(item) => filled(item),
        _ => Sheet::default(),
    }
}

pub fn input(sheet: &mut Sheet) -> Option<WorkItemInput> {
    read!(sheet, WorkItemInput { title: TITLE, kind: KIND, owner: any OWNER, fixed_on: any day FIXED })
}

pub fn kinds() -> Vec<Choice> {
    WorkItemKind::ALL.iter().map(|kind| Choice::new(kind.key(), kind.label())).collect()
}
