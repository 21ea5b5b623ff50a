//! Milestones, agreed, slipped and done, and what they wait on.
use crate::{
    deed::{Deeds, id, said, words},
    innovation::Row,
};
use domain::{
    BaselineInput, DependencyId, DependencyInput, DependsOn, InnovationId, Milestone, MilestoneId, MilestoneInput,
    MilestoneKind,
};

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
    /// When the sponsor agreed another day, which, and why.
    pub agreed_anew: Option<(i64, i64, &'static str)>,
    pub waits: &'static [Wait],
    /// Not agreed yet either.
    pub is_nobodys: bool,
}

/// What a milestone waits on. Days ago; to come is negative.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wait {
    /// When it was noted.
    pub ago: i64,
    pub on: On,
    /// Days of work after it.
    pub lag: u32,
    pub promised: Option<i64>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum On {
    /// The code of an innovation and the title of a milestone of it.
    Milestone(&'static str, &'static str),
    Partner(&'static str),
}

/// Waiting on a milestone, noted so many days ago, with so many days of work after it.
pub(crate) const fn wait(ago: i64, code: &'static str, title: &'static str, lag: u32) -> Wait {
    Wait { ago, on: On::Milestone(code, title), lag, promised: None }
}

/// Waiting on a partner, who may have promised it for a day.
pub(crate) const fn wait_for(ago: i64, what: &'static str, lag: u32, promised: Option<i64>) -> Wait {
    Wait { ago, on: On::Partner(what), lag, promised }
}

/// A milestone of the plan that was agreed on a day and is due on another.
pub(crate) const fn point(title: &'static str, kind: MilestoneKind, planned: i64, due: i64) -> Point {
    Point {
        title,
        kind,
        critical: false,
        acceptance: "",
        planned,
        due,
        slips: &[],
        done: None,
        agreed_anew: None,
        waits: &[],
        is_nobodys: false,
    }
}

impl Point {
    pub const fn slipped(self, slips: &'static [(i64, i64, &'static str)]) -> Self {
        Self { slips, ..self }
    }

    pub const fn done(self, ago: i64) -> Self {
        Self { done: Some(ago), ..self }
    }

    pub const fn agreed_anew(self, ago: i64, due: i64, reason: &'static str) -> Self {
        Self { agreed_anew: Some((ago, due, reason)), ..self }
    }

    pub const fn nobodys(self) -> Self {
        Self { is_nobodys: true, ..self }
    }

    pub const fn waits(self, waits: &'static [Wait]) -> Self {
        Self { waits, ..self }
    }

    pub const fn critical(self, acceptance: &'static str) -> Self {
        Self { critical: true, acceptance, ..self }
    }
}

impl Row {
    pub fn plan(&'static self, deeds: &mut Deeds) {
        for point in self.plan {
            let milestone = milestone_id(self.code, point.title);
            self.wait(point, deeds);
            let owner = Some(self.lead_on(point.planned).place()).filter(|_| !point.is_nobodys);
            let due = deeds.day(point.due);
            deeds.add(point.planned, self.lead_on(point.planned), move |seen, today| {
                let input = MilestoneInput {
                    title: words(point.title),
                    kind: point.kind,
                    critical: point.critical,
                    owner,
                    acceptance: said(point.acceptance),
                    forecast_on: due,
                    reason: None,
                    done_on: None,
                };
                seen.add_milestone(milestone, self.id(), input, !point.is_nobodys, today)
            });
            for (ago, expected, reason) in point.slips {
                let forecast_on = deeds.day(*expected);
                deeds.tell(*ago, self.lead_on(*ago), move |seen, today| {
                    let before = seen.milestone(self.id(), milestone)?;
                    let input = MilestoneInput { forecast_on, reason: Some(words(reason)), ..as_it_is(before) };
                    seen.edit_milestone(self.id(), milestone, input, before.entry.version, today)
                });
            }
            if let Some((ago, due, reason)) = point.agreed_anew {
                let (baseline_on, approver) = (deeds.day(due), Some(self.sponsor.place()));
                deeds.tell(ago, self.sponsor, move |seen, today| {
                    let before = seen.milestone(self.id(), milestone)?;
                    let input = BaselineInput { baseline_on, reason: Some(words(reason)), approver };
                    seen.change_baseline(self.id(), milestone, input, before.entry.version, today)
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

impl Row {
    fn wait(&'static self, point: &'static Point, deeds: &mut Deeds) {
        let milestone = milestone_id(self.code, point.title);
        for (number, wait) in (1..).zip(point.waits) {
            let name = DependencyId(id(&format!("dependency {} {} {number}", self.code, point.title)));
            let (promised_on, owner) = (wait.promised.map(|day| deeds.day(day)), self.lead_on(wait.ago).place());
            deeds.tell(wait.ago, self.lead_on(wait.ago), move |seen, today| {
                let on = match wait.on {
                    On::Milestone(code, title) => DependsOn::Milestone {
                        innovation: InnovationId(id(&format!("innovation {code}"))),
                        milestone: milestone_id(code, title),
                    },
                    On::Partner(what) => DependsOn::Partner(words(what)),
                };
                let lag_days = wait.lag;
                let input = DependencyInput { on, lag_days, need_by: None, promised_on, met_on: None, owner };
                seen.add_dependency(name, self.id(), milestone, input, today)
            });
        }
    }
}

fn milestone_id(code: &str, title: &str) -> MilestoneId {
    MilestoneId(id(&format!("milestone {code} {title}")))
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
