//! The board of an agile team: what was taken up, waited and was finished.
use crate::{
    clock::Calendar,
    deed::{Deeds, id, words},
    innovation::Row,
    people::Who,
};
use chrono::NaiveDate;
use domain::{
    AddWorkInput, Decision, InnovationId, Refusal, Seen, WaitInput, WaitReason, WorkItem, WorkItemInput, WorkItemKind,
    WorkMoveInput, WorkState,
};
use std::{cmp::Reverse, collections::BTreeMap, sync::Arc};

pub(crate) struct Board {
    pub code: &'static str,
    /// Told day by day.
    pub pieces: &'static [Piece],
    pub rhythm: Option<Rhythm>,
}

/// Days are days ago.
pub(crate) struct Piece {
    pub title: &'static str,
    pub kind: WorkItemKind,
    pub owner: Who,
    pub added: i64,
    pub steps: &'static [(i64, Step)],
    /// To come is negative.
    pub fixed: Option<i64>,
}

#[derive(Clone, Copy)]
pub(crate) enum Step {
    Doing,
    Waits(WaitReason),
    Done,
}

/// So much was finished in each of the last complete weeks, whatever day it is today.
pub(crate) struct Rhythm {
    /// Oldest first.
    pub weekly: &'static [i64],
    /// Titles, in the order in which they were finished.
    pub finished: &'static [&'static str],
    pub to_do: &'static [&'static str],
    /// Those who took turns.
    pub people: &'static [Who],
    /// What one in four of the finished pieces waited for, in turn.
    pub waits: &'static [WaitReason],
}

impl Board {
    pub fn tell(&'static self, row: &'static Row, deeds: &mut Deeds) {
        let mut told: Vec<Told> = self.pieces.iter().map(|piece| piece.told(deeds.calendar)).collect();
        if let Some(rhythm) = &self.rhythm {
            told.extend(rhythm.told(deeds.calendar));
        }
        let mut added = BTreeMap::<(Reverse<i64>, WorkItemKind), Vec<&'static str>>::new();
        for piece in &told {
            added.entry((Reverse(piece.added), piece.kind)).or_default().push(piece.title);
        }
        for ((Reverse(ago), kind), titles) in added {
            deeds.tell(ago, row.lead_on(ago), move |seen, today| {
                let titles = titles.iter().map(|title| words(title)).collect();
                let name = id(&format!("work {} {ago} {}", row.code, kind.key()));
                seen.add_work(name, row.id(), AddWorkInput { titles, kind, owner: None }, today)
            });
        }
        for piece in told {
            piece.tell(row, deeds);
        }
    }
}

/// A piece of work on days that somebody works.
struct Told {
    title: &'static str,
    kind: WorkItemKind,
    owner: Who,
    added: i64,
    steps: Vec<(i64, Step)>,
    fixed: Option<i64>,
}

impl Piece {
    fn told(&'static self, calendar: Calendar) -> Told {
        let Self { title, kind, owner, fixed, .. } = *self;
        let steps = self.steps.iter().map(|(ago, step)| (calendar.working_day(*ago), *step));
        Told { title, kind, owner, added: calendar.working_day(self.added), steps: steps.collect(), fixed }
    }
}

impl Rhythm {
    /// How many days before it was finished a piece was begun, in turn.
    const TOOK: [i64; 8] = [1, 3, 8, 2, 5, 13, 4, 21];

    fn told(&'static self, calendar: Calendar) -> impl Iterator<Item = Told> {
        let weeks = calendar.worked_weeks(self.weekly.len());
        let first = weeks.first().copied().unwrap_or_default();
        let in_week = weeks.clone().into_iter().zip(self.weekly);
        // From Tuesday on, one a day.
        let done = in_week.flat_map(|(monday, count)| (1..=*count).map(move |day| monday - day.min(4)));
        let turns = (0..).zip(self.people.iter().cycle());
        let finished = self.finished.iter().zip(done).zip(turns).map(move |((title, done), (turn, owner))| {
            let begun = calendar.working_day((done + Self::TOOK[turn % 8]).min(first));
            // Nobody begins anything over Christmas.
            let begun = (done..=begun).rev().find(|ago| !calendar.is_closed(*ago)).unwrap_or(done);
            let waits = (turn % 4 == 2 && begun > done + 3).then(|| self.waits[turn / 4 % self.waits.len()]);
            let mut steps = vec![(begun, Step::Doing), (done, Step::Done)];
            if let Some(reason) = waits {
                steps.insert(1, (begun - 1, Step::Waits(reason)));
            }
            // What was begun early stood on the board from the start; the rest was added a week ahead.
            let added = calendar.working_day(begun + 7).min(first);
            Told { title, kind: WorkItemKind::Task, owner: *owner, added, steps, fixed: None }
        });
        // The rest was added bit by bit.
        let batches = weeks.into_iter().skip(3).step_by(2).cycle();
        let to_do = self.to_do.iter().zip(batches).map(move |(title, added)| Told {
            title,
            kind: WorkItemKind::Story,
            owner: self.people[0],
            added,
            steps: vec![],
            fixed: None,
        });
        finished.chain(to_do)
    }
}

impl Told {
    fn tell(self, row: &'static Row, deeds: &mut Deeds) {
        let Self { title, owner, added, steps, fixed, .. } = self;
        if let Some(fixed_on) = fixed.map(|ago| deeds.day(ago)) {
            deeds.tell(added, row.lead_on(added), move |seen, _| {
                let before = find(seen, row.id(), title)?;
                let input = WorkItemInput {
                    title: words(title),
                    kind: before.kind,
                    owner: Some(owner.place()),
                    fixed_on: Some(fixed_on),
                };
                seen.edit_work_item(row.id(), before.ordinal, input, before.entry.version)
            });
        }
        for (ago, step) in steps {
            deeds.tell(ago, row.lead_on(ago), move |seen, today| go(seen, row.id(), title, owner, step, today));
        }
    }
}

fn go(
    seen: Seen<'_>,
    innovation: InnovationId,
    title: &str,
    owner: Who,
    step: Step,
    today: NaiveDate,
) -> Result<Decision, Refusal> {
    let before = find(seen, innovation, title)?;
    let (to, reason) = match step {
        Step::Doing => (WorkState::Doing, None),
        Step::Waits(reason) => (WorkState::Waiting, Some(reason)),
        Step::Done => (WorkState::Done, None),
    };
    let wait = WaitInput { reason, note: None };
    let input = WorkMoveInput { to, on: today, owner: Some(owner.place()), wait };
    seen.move_work_item(innovation, before.ordinal, input, before.entry.version, today)
}

fn find<'a>(seen: Seen<'a>, innovation: InnovationId, title: &str) -> Result<&'a Arc<WorkItem>, Refusal> {
    seen.work_items(innovation).find(|one| &*one.title == title).ok_or(Refusal::NotFound)
}
