//! A piece of work in words.
use crate::{here::Here, ui::words::span};
use domain::{MembershipId, Wait, WaitReason, WorkItem, days};
use std::fmt::Write;

/// "Waits for legal advice, 12 days".
pub fn waits_for(item: &WorkItem, today: chrono::NaiveDate) -> Option<String> {
    let mut open = item.open_waits().map(|(_, one)| one);
    let first = open.next()?;
    let mut words = format!("Waits for {}", reason(first));
    for more in open {
        let _ = write!(words, " and for {}", reason(more));
    }
    let _ = write!(words, ", {}", span(days(first.from_on, today)));
    Some(words)
}

/// "legal advice", "IT", "something else: the printer".
pub fn reason(wait: &Wait) -> String {
    let word = match wait.reason {
        WaitReason::It => "IT".into(),
        reason => lower(reason.label()),
    };
    match (&wait.note, wait.reason) {
        (Some(note), WaitReason::Other) => format!("{word}: {note}"),
        _ => word,
    }
}

pub fn lower(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

pub fn name(here: &Here, owner: MembershipId) -> String {
    here.seen().membership(owner).map_or_else(|| "Somebody who left".into(), |one| one.name.to_string())
}
