//! Who backs an innovation until when, and the blows it took.
use crate::{
    deed::{Deeds, id, said, words},
    innovation::Row,
    organisation::{Organisation, council},
};
use domain::{CommitmentId, CommitmentInput, CommitmentKind, Ending, SetbackId, SetbackInput, SetbackKind};

/// Days are days ago; to come is negative.
#[derive(Clone, Copy)]
pub(crate) struct Backs {
    pub code: &'static str,
    pub kind: CommitmentKind,
    pub by: &'static str,
    /// Another organisation that gave it; empty for our own.
    pub organisation: &'static str,
    pub council: Option<&'static str>,
    pub from: i64,
    /// None: no end has been set.
    pub to: Option<i64>,
}

#[derive(Clone, Copy)]
pub(crate) struct Blow {
    pub code: &'static str,
    pub kind: SetbackKind,
    pub ago: i64,
    pub what: &'static str,
    /// When, and what was done.
    pub answered: Option<(i64, &'static str)>,
    pub over: Option<i64>,
}

/// Given by a post or a body of our own from a day to another.
pub(crate) const fn backs(code: &'static str, kind: CommitmentKind, by: &'static str, from: i64, to: i64) -> Backs {
    Backs { code, kind, by, organisation: "", council: None, from, to: Some(to) }
}

impl Backs {
    pub const fn of(self, council: &'static str) -> Self {
        Self { council: Some(council), ..self }
    }

    pub const fn outside(self, organisation: &'static str) -> Self {
        Self { organisation, ..self }
    }
}

impl Organisation {
    /// When each member council ends, and when that was recorded.
    pub fn end_councils(&'static self, deeds: &mut Deeds) {
        let Some((recorded, ends)) = self.councils_end else { return };
        let on = deeds.day(ends);
        for name in self.councils {
            deeds.tell(recorded, self.administrator, move |seen, _| {
                let before = seen.council(council(name)).ok_or(domain::Refusal::NotFound)?;
                let ending = Some(Ending { on, successors: vec![] });
                seen.settle_ending(Some(before.id), ending, before.entry.version)
            });
        }
    }
}

impl Row {
    pub fn back(&'static self, number: usize, one: &'static Backs, deeds: &mut Deeds) {
        let to_on = one.to.map(|to| deeds.day(to));
        let name = CommitmentId(id(&format!("commitment {} {number}", self.code)));
        deeds.add(one.from, self.lead_on(one.from), move |seen, today| {
            let input = CommitmentInput {
                kind: one.kind,
                by: words(one.by),
                organisation: said(one.organisation),
                council: one.council.map(council),
                from_on: today,
                to_on,
                decision: None,
            };
            seen.add_commitment(name, self.id(), input)
        });
    }

    pub fn suffer_setback(&'static self, one: &'static Blow, deeds: &mut Deeds) {
        let name = SetbackId(id(&format!("setback {} {}", self.code, one.ago)));
        deeds.tell(one.ago, self.lead_on(one.ago), move |seen, today| {
            let input = SetbackInput { kind: one.kind, on: today, what: words(one.what) };
            seen.add_setback(name, self.id(), input, today)
        });
        let version = move |seen: domain::Seen<'_>| {
            let found = seen.setbacks(self.id()).find(|found| found.id == name);
            found.map(|found| found.entry.version).ok_or(domain::Refusal::NotFound)
        };
        if let Some((ago, response)) = one.answered {
            deeds.tell(ago, self.lead_on(ago), move |seen, today| {
                seen.answer_setback(self.id(), name, words(response), today, version(seen)?, today)
            });
        }
        if let Some(ago) = one.over {
            deeds.tell(ago, self.lead_on(ago), move |seen, today| {
                seen.resolve_setback(self.id(), name, today, version(seen)?, today)
            });
        }
    }
}
