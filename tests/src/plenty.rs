//! Much of everything that a single page draws: a plan, a register and a board of work of a size that hardly anybody has.
use crate::Crowd;
use chrono::Days;
use domain::{testing::*, *};
use std::ops::RangeInclusive;

impl Crowd {
    /// The innovations of it all, beside the first.
    pub const PLENTY: RangeInclusive<u32> = 2..=200;
    /// Whose board has `WORK` pieces of work.
    pub const BUSY: u32 = 2;
    pub const WORK: u32 = 2_000;
    /// Of which 30 records changed after its update.
    pub const CHANGED: u32 = 3;

    /// Innovations with 2,000 milestones and 3,000 risks, and a board with 2,000 pieces of work.
    #[must_use]
    pub fn plenty(self) -> Decision {
        let mut decision = self.begin(Self::PLENTY);
        for edit in &mut decision.edits {
            if let Record::Innovation(one) = &edit.after
                && one.number == Self::BUSY
            {
                edit.after = Innovation { tracking: TrackingMethod::Both, ..(**one).clone() }.into();
            }
        }
        for number in Self::PLENTY {
            let milestones = if number == Self::CHANGED { 17 } else { 7 };
            decision = (0..milestones).fold(decision, |all, n| all.and_add(self.further_milestone(number, n)));
            let risks = if number == Self::BUSY { 28 } else { 13 };
            decision = (0..risks).fold(decision, |all, n| all.and_add(self.further_risk(number, n)));
        }
        (1..=Self::WORK).fold(decision, |all, n| all.and_add(self.work(n)))
    }

    /// After an update of this innovation: 15 dates move and 15 risks are scored anew.
    #[must_use]
    pub fn change_much(self, seen: Seen<'_>) -> Decision {
        let (id, on) = (self.innovation(Self::CHANGED), self.today);
        let moved = seen.milestones(id).take(15).fold(Decision::default(), |all, before| {
            let mut after = Milestone::clone(before);
            let forecast_on = before.forecast_on() + Days::new(9);
            after.forecasts.push(Forecast { recorded_on: on, forecast_on, reason: None, by: LEAD });
            all.and_change(before, after)
        });
        seen.risks(id).take(15).fold(moved, |all, before| {
            let mut after = Risk::clone(before);
            after.reviews.push(RiskReview { on, score: Score { likelihood: 5, impact: 4 }, note: None, by: LEAD });
            all.and_change(before, after)
        })
    }

    fn further_milestone(self, number: u32, n: u32) -> Milestone {
        let due = self.today + Days::new(u64::from(20 + 31 * n + number % 30));
        Milestone {
            id: MilestoneId(self.id(number, 100 + u128::from(n))),
            innovation: self.innovation(number),
            title: text(&format!("Group {} has begun", n + 3)),
            critical: false,
            forecasts: vec![Forecast { recorded_on: self.ago(140), forecast_on: due, reason: None, by: LEAD }],
            ..milestone()
        }
    }

    fn further_risk(self, number: u32, n: u8) -> Risk {
        let score = Score { likelihood: 1 + (n + u8::try_from(number % 5).expect("small")) % 5, impact: 1 + n % 5 };
        Risk {
            id: RiskId(self.id(number, 200 + u128::from(n))),
            innovation: Some(self.innovation(number)),
            ..risk_scored(score)
        }
    }

    /// Two years of it: four of five are done, every seventh waited.
    fn work(self, n: u32) -> WorkItem {
        let added = self.ago(u64::from(Self::WORK - n) * 730 / u64::from(Self::WORK) + 1);
        let step = |state, days: u64| WorkMove { state, on: (added + Days::new(days)).min(self.today), by: LEAD };
        let mut moves = vec![step(WorkState::ToDo, 0)];
        if !n.is_multiple_of(10) {
            moves.push(step(WorkState::Doing, 2));
        }
        if !n.is_multiple_of(5) {
            moves.push(step(WorkState::Done, u64::from(3 + n % 12)));
        }
        let (from_on, to_on) = (added + Days::new(2), Some(added + Days::new(3)));
        let wait = Wait { reason: WaitReason::ALL[n as usize % 7], from_on, to_on, note: None };
        WorkItem {
            id: WorkItemId(self.id(Self::BUSY, 10_000 + u128::from(n))),
            innovation: self.innovation(Self::BUSY),
            title: text(&format!("Piece of work {n}")),
            moves,
            waits: if n.is_multiple_of(7) && !n.is_multiple_of(10) { vec![wait] } else { vec![] },
            ..work_item(n, "2026-01-01", &[])
        }
    }
}
