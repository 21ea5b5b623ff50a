//! Handing over what somebody answered for: each record once, whatever they held in it.
use super::{EndInput, Membership, Side, owned::What};
use crate::{
    Decision, Dependency, DependencyId, FollowUp, FollowUpId, FormalDecision, FormalDecisionId, InnovationId, Issue,
    IssueId, MembershipId, Milestone, MilestoneId, PostKind, PriorityArea, PriorityAreaId, Risk, RiskId, Seen,
    StageMove, StatusUpdate, StatusUpdateId, TakenBy,
};
use chrono::NaiveDate;
use std::sync::Arc;

impl Seen<'_> {
    /// Everything that a place answers for, to whoever follows.
    pub(super) fn handed_over(
        self,
        leaver: MembershipId,
        input: &EndInput,
        successor: Option<&Arc<Membership>>,
        day_after: NaiveDate,
    ) -> Decision {
        // A record in which they hold several things is listed once for each and changed once.
        let mut whats: Vec<What> = Vec::new();
        for one in self.owned_by(leaver, day_after) {
            let what = match one.what {
                What::Post(id, _) => What::Post(id, PostKind::Lead),
                what => what,
            };
            if !whats.contains(&what) {
                whats.push(what);
            }
        }
        let hand = |what| match what {
            What::Post(id, _) => self.posts_passed(id, leaver, input, successor, day_after),
            What::Milestone(innovation, id) => self.milestone_passed(innovation, id, successor?),
            What::Dependency(innovation, id) => self.dependency_passed(innovation, id, successor?),
            What::Risk(about, id) => self.risk_passed(about, id, leaver, successor?),
            What::Issue(about, id) => self.issue_passed(about, id, successor?),
            What::Move(innovation, ordinal) => self.conditions_passed(innovation, ordinal, leaver, successor?),
            What::Update(innovation) => self.update_passed(innovation, leaver, successor?, day_after),
            What::Asked(innovation, update) => self.question_passed(innovation, update, successor?, day_after),
            What::Decision(id) => self.decision_passed(id, successor?),
            What::FollowUp(id) => self.follow_up_passed(id, successor?),
            What::Area(id) => self.area_passed(id, leaver, successor?),
        };
        whats.into_iter().filter_map(hand).fold(Decision::default(), Decision::and)
    }

    fn posts_passed(
        self,
        id: InnovationId,
        leaver: MembershipId,
        input: &EndInput,
        successor: Option<&Arc<Membership>>,
        day_after: NaiveDate,
    ) -> Option<Decision> {
        let before = self.innovation(id).ok()?;
        let mut after = (**before).clone();
        for kind in PostKind::ALL {
            let mut holders: Vec<_> = after.holders(*kind, day_after).collect();
            if !holders.contains(&leaver) {
                continue;
            }
            let follows = successor.filter(|one| *kind != PostKind::PoliticalSponsor || one.side == Side::Political);
            holders.retain(|one| *one != leaver);
            if let Some(next) = follows.filter(|next| !holders.contains(&next.id)) {
                holders.push(next.id);
            }
            after.posts = after.with_holders(*kind, &holders, day_after);
            if let Some(note) = &input.handover_note {
                let ended = |post: &&mut crate::Post| {
                    post.kind == *kind && post.membership == leaver && post.to_on == Some(input.to_on)
                };
                after.posts.iter_mut().filter(ended).for_each(|post| post.handover_note = Some(note.clone()));
            }
        }
        Some(Decision::change(before, after))
    }

    fn milestone_passed(self, innovation: InnovationId, id: MilestoneId, next: &Membership) -> Option<Decision> {
        let before = self.milestone(innovation, id).ok()?;
        Some(Decision::change(before, Milestone { owner: Some(next.id), ..(**before).clone() }))
    }

    fn dependency_passed(self, innovation: InnovationId, id: DependencyId, next: &Membership) -> Option<Decision> {
        let before = self.dependency(innovation, id).ok()?;
        Some(Decision::change(before, Dependency { owner: next.id, ..(**before).clone() }))
    }

    fn issue_passed(self, about: Option<InnovationId>, id: IssueId, next: &Membership) -> Option<Decision> {
        let before = self.issue(about, id).ok()?;
        Some(Decision::change(before, Issue { owner: next.id, ..(**before).clone() }))
    }

    fn risk_passed(
        self,
        about: Option<InnovationId>,
        id: RiskId,
        leaver: MembershipId,
        next: &Membership,
    ) -> Option<Decision> {
        let before = self.risk(about, id).ok()?;
        let mut after = Risk { ..(**before).clone() };
        if after.owner == leaver {
            after.owner = next.id;
        }
        for action in after.actions.iter_mut().filter(|one| one.owner == leaver && one.done_on.is_none()) {
            action.owner = next.id;
        }
        Some(Decision::change(before, after))
    }

    fn conditions_passed(
        self,
        innovation: InnovationId,
        ordinal: u32,
        leaver: MembershipId,
        next: &Membership,
    ) -> Option<Decision> {
        let before = self.stage_moves(innovation).find(|one| one.ordinal == ordinal)?;
        let mut after: StageMove = (**before).clone();
        for condition in after.conditions.iter_mut().filter(|one| one.owner == leaver && one.met_on.is_none()) {
            condition.owner = next.id;
        }
        Some(Decision::change(before, after))
    }

    /// The words stay as they were posted: only who is asked, and who promised, becomes somebody else. The same ask in
    /// earlier updates goes along, or it would begin anew.
    fn update_passed(
        self,
        innovation: InnovationId,
        leaver: MembershipId,
        next: &Membership,
        today: NaiveDate,
    ) -> Option<Decision> {
        let innovation = self.innovation(innovation).ok()?;
        let latest = self.latest_update(innovation, today)?;
        let asking = self.ask_of(innovation, today).filter(|one| one.ask.of_whom == leaver);
        let made = asking.and_then(|_| self.ask_made_in(innovation, latest, today));
        let mut updates = made.map(|one| one.updates).unwrap_or_default();
        if updates.iter().all(|one| one.id != latest.id) {
            updates.push(latest);
        }
        let pass = |before: &Arc<StatusUpdate>| {
            let mut after: StatusUpdate = (**before).clone();
            if let Some(ask) = after.ask.as_mut().filter(|one| one.of_whom == leaver) {
                ask.of_whom = next.id;
            }
            let path = after.path_to_green.as_mut().filter(|one| before.id == latest.id && one.owner == leaver);
            if let Some(path) = path {
                path.owner = next.id;
            }
            Decision::change(before, after)
        };
        Some(updates.into_iter().map(pass).fold(Decision::default(), Decision::and))
    }

    /// Whoever is asked becomes somebody else in every update that asked.
    fn question_passed(
        self,
        innovation: InnovationId,
        update: StatusUpdateId,
        next: &Membership,
        today: NaiveDate,
    ) -> Option<Decision> {
        let made = self.asks_made(self.innovation(innovation).ok()?, today);
        let made = made.into_iter().find(|one| one.updates.iter().any(|other| other.id == update))?;
        let pass = |before: &Arc<StatusUpdate>| {
            let mut after: StatusUpdate = (**before).clone();
            if let Some(ask) = &mut after.ask {
                ask.of_whom = next.id;
            }
            Decision::change(before, after)
        };
        Some(made.updates.into_iter().map(pass).fold(Decision::default(), Decision::and))
    }

    fn decision_passed(self, id: FormalDecisionId, next: &Membership) -> Option<Decision> {
        let before = self.decision(id).ok()?;
        let taken_by = Some(TakenBy::Person(next.id));
        Some(Decision::change(before, FormalDecision { taken_by, ..(**before).clone() }))
    }

    fn follow_up_passed(self, id: FollowUpId, next: &Membership) -> Option<Decision> {
        let before = self.follow_up(id).ok()?;
        Some(Decision::change(before, FollowUp { owner: next.id, ..(**before).clone() }))
    }

    fn area_passed(self, id: PriorityAreaId, leaver: MembershipId, next: &Membership) -> Option<Decision> {
        let before = self.priority_area(id)?;
        let mut after: PriorityArea = (**before).clone();
        let sponsors =
            [(&mut after.political_sponsor, Side::Political), (&mut after.officer_sponsor, Side::Managerial)];
        for (sponsor, side) in sponsors {
            if *sponsor == Some(leaver) && next.side == side {
                *sponsor = Some(next.id);
            }
        }
        Some(Decision::change(before, after))
    }
}
