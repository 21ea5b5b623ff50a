use crate::{
    Confidence, Innovation, Milestone, MilestoneKind, OpenRisks, Outlook, PriorityArea, Seen, Shown, ShownConfidence,
    StageMove, StageTime, Stall, WaitingAsk, days,
};
use chrono::NaiveDate;
use std::sync::Arc;

/// One innovation on the board, with the facts that its card tells.
#[derive(Clone, Debug, PartialEq)]
pub struct Card<'a> {
    pub innovation: &'a Arc<Innovation>,
    pub area: Option<&'a Arc<PriorityArea>>,
    pub shown: ShownConfidence<'a>,
    /// What the record alone says; none where too little is recorded, or where it is in no active stage.
    pub computed: Option<Confidence>,
    pub stage: StageTime,
    pub next: Option<NextMilestone<'a>>,
    /// The next gate, where it is not the next milestone anyway.
    pub gate: Option<NextMilestone<'a>>,
    pub risks: OpenRisks,
    pub ask: Option<WaitingAsk<'a>>,
    /// Conditions of its moves that are past their day.
    pub conditions_overdue: usize,
    /// The move that took it where it is.
    pub last_move: Option<&'a Arc<StageMove>>,
    /// Whether it moves; none where it is in no active stage.
    pub stall: Option<Stall>,
    pub outlook: Outlook,
}

/// A milestone to come; days below zero are late.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NextMilestone<'a> {
    pub milestone: &'a Arc<Milestone>,
    pub days: i64,
}

impl<'a> Card<'a> {
    /// What is shown is what somebody declared, and not a state or that nothing was said.
    #[must_use]
    pub fn shows_declared(&self) -> bool {
        matches!(self.shown.shown, Shown::OnTrack | Shown::AtRisk | Shown::OffTrack)
    }

    /// Computed, where it is not what is shown: the one case in which a card needs both.
    #[must_use]
    pub fn differs(&self) -> Option<Confidence> {
        self.computed.filter(|computed| Shown::from(*computed) != self.shown.shown)
    }

    #[must_use]
    pub fn of(seen: Seen<'a>, innovation: &'a Arc<Innovation>, today: NaiveDate) -> Self {
        let open: Vec<_> = seen.milestones(innovation.id).filter(|one| one.done_on.is_none()).collect();
        let next_of = |wanted: fn(&Milestone) -> bool| {
            let wanted = open.iter().copied().filter(|one| wanted(one));
            let milestone = wanted.min_by_key(|one| (one.forecast_on(), one.id))?;
            Some(NextMilestone { milestone, days: days(today, milestone.forecast_on()) })
        };
        let next = next_of(|_| true);
        let gate = next_of(|one| one.kind == MilestoneKind::Gate);
        let late = |one: &&StageMove| -> usize {
            one.conditions.iter().filter(|condition| condition.met_on.is_none() && condition.due_on < today).count()
        };
        let shown = seen.shown(innovation, today);
        let stage = seen.stage_time(innovation, today);
        Self {
            innovation,
            area: innovation.priority_area.and_then(|area| seen.priority_area(area)),
            computed: seen.computed_now(innovation, today),
            stall: seen.stall(innovation, today),
            outlook: seen.outlook(innovation, stage.kind, today),
            stage,
            gate: gate.filter(|gate| next.is_none_or(|next| next.milestone.id != gate.milestone.id)),
            next,
            risks: seen.open_risks(innovation.id, today),
            ask: shown.latest.and_then(|update| seen.ask_in(innovation, update, today)),
            shown,
            conditions_overdue: seen.stage_moves(innovation.id).map(|one| late(&&**one)).sum(),
            last_move: seen.stage_moves(innovation.id).next_back(),
        }
    }
}
