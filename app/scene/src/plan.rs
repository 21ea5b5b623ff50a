//! Milestones, agreed, slipped and done.
use crate::{
    deed::{Deeds, id, said, words},
    innovation::Row,
};
use domain::{Milestone, MilestoneId, MilestoneInput, MilestoneKind};

/// Days ago; to come is negative.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Point {
    pub title: &'static str,
    pub kind: MilestoneKind,
    pub critical: bool,
    pub acceptance: &'static str,
    /// When it was planned and agreed.
    pub planned: i64,
    /// The day agreed: the first baseline.
    pub due: i64,
    /// When it was said, the day expected from then on, and why.
    pub slips: &'static [(i64, i64, &'static str)],
    pub done: Option<i64>,
}

/// A milestone of the plan that was agreed on a day and is due on another.
pub(crate) const fn point(title: &'static str, kind: MilestoneKind, planned: i64, due: i64) -> Point {
    Point { title, kind, critical: false, acceptance: "", planned, due, slips: &[], done: None }
}

impl Point {
    pub const fn slipped(self, slips: &'static [(i64, i64, &'static str)]) -> Self {
        Self { slips, ..self }
    }

    pub const fn done(self, ago: i64) -> Self {
        Self { done: Some(ago), ..self }
    }

    pub const fn critical(self, acceptance: &'static str) -> Self {
        Self { critical: true, acceptance, ..self }
    }
}

impl Row {
    pub fn plan(&'static self, deeds: &mut Deeds) {
        for point in self.plan {
            let milestone = MilestoneId(id(&format!("milestone {} {}", self.code, point.title)));
            let (due, owner) = (deeds.day(point.due), self.lead_on(point.planned).place());
            deeds.add(point.planned, self.lead_on(point.planned), move |seen, today| {
                let input = MilestoneInput {
                    title: words(point.title),
                    kind: point.kind,
                    critical: point.critical,
                    owner: Some(owner),
                    acceptance: said(point.acceptance),
                    forecast_on: due,
                    reason: None,
                    done_on: None,
                };
                seen.add_milestone(milestone, self.id(), input, true, today)
            });
            for (ago, expected, reason) in point.slips {
                let forecast_on = deeds.day(*expected);
                deeds.tell(*ago, self.lead_on(*ago), move |seen, today| {
                    let before = seen.milestone(self.id(), milestone)?;
                    let input = MilestoneInput { forecast_on, reason: Some(words(reason)), ..as_it_is(before) };
                    seen.edit_milestone(self.id(), milestone, input, before.entry.version, today)
                });
            }
            if let Some(ago) = point.done {
                deeds.tell(ago, self.lead_on(ago), move |seen, today| {
                    let before = seen.milestone(self.id(), milestone)?;
                    let input = MilestoneInput { done_on: Some(today), ..as_it_is(before) };
                    seen.edit_milestone(self.id(), milestone, input, before.entry.version, today)
                });
            }
        }
    }
}

fn as_it_is(one: &Milestone) -> MilestoneInput {
    MilestoneInput {
        title: one.title.clone(),
        kind: one.kind,
        critical: one.critical,
        owner: one.owner,
        acceptance: one.acceptance.clone(),
        forecast_on: one.forecast_on(),
        reason: None,
        done_on: one.done_on,
    }
}
