//! What somebody answers for, and must be handed over when they leave.
use crate::{
    DependencyId, DependencySight, FollowUpId, FormalDecision, FormalDecisionId, Innovation, InnovationId, IssueId,
    MembershipId, MilestoneId, Place, PostKind, PriorityAreaId, RiskId, Seen, StatusUpdateId, TakenBy, Title,
    choice::choices,
};
use chrono::NaiveDate;
use std::sync::Arc;

choices! {
    /// As what somebody answers for a record.
    OwnedAs {
        Lead "lead" "Lead",
        Sponsor "sponsor" "Sponsor",
        PoliticalSponsor "political-sponsor" "Political sponsor",
        Team "team" "Team",
        Milestone "milestone" "Owner of a milestone",
        Dependency "dependency" "Owner of a dependency",
        Risk "risk" "Owner of a risk",
        RiskAction "risk-action" "Owner of a risk action",
        Condition "condition" "Owner of a condition",
        Ask "ask" "Asked for a decision or help",
        PathToGreen "path-to-green" "Owner of a path to green",
        Decision "decision" "Asked to decide",
        FollowUp "follow-up" "Promised to do",
        Issue "issue" "Owner of an issue",
        AreaPoliticalSponsor "area-political-sponsor" "Political sponsor of a priority area",
        AreaOfficerSponsor "area-officer-sponsor" "Officer sponsor of a priority area",
    }
}

/// One thing that a place answers for.
#[derive(Clone, Debug, PartialEq)]
pub struct Owned {
    pub owned_as: OwnedAs,
    /// What it is called: of a post the innovation.
    pub title: String,
    /// The innovation it belongs to: id, number, title.
    pub innovation: Option<(InnovationId, u32, Title)>,
    pub(super) what: What,
}

/// Which record it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum What {
    Post(InnovationId, PostKind),
    Milestone(InnovationId, MilestoneId),
    Dependency(InnovationId, DependencyId),
    Risk(Option<InnovationId>, RiskId),
    Issue(Option<InnovationId>, IssueId),
    /// The conditions of one move, by its ordinal.
    Move(InnovationId, u32),
    /// What the latest update asks and promises.
    Update(InnovationId),
    /// What was asked in this update and became an open question.
    Asked(InnovationId, StatusUpdateId),
    /// A question that they put off.
    Decision(FormalDecisionId),
    FollowUp(FollowUpId),
    Area(PriorityAreaId),
}

impl Seen<'_> {
    /// Posts, open milestones, open risks and their actions, conditions to be met, what the latest update asks of or
    /// promises by them, questions that they are asked or have put off, promises they made, open issues, and
    /// sponsorships of a place on a day.
    ///
    /// Innovations that have been stopped ask nothing of anybody. Only what the actor may read is listed.
    #[must_use]
    pub fn owned_by(self, membership: MembershipId, today: NaiveDate) -> Vec<Owned> {
        let mut owned: Vec<Owned> = Vec::new();
        let mut innovations: Vec<_> = self.innovations().filter(|one| self.place_of(one) != Place::Stopped).collect();
        innovations.sort_by_key(|one| one.number);
        for innovation in innovations {
            owned.extend(posts_held(innovation, membership, today));
            owned.extend(self.milestones_owned(innovation, membership));
            owned.extend(self.dependencies_owned(innovation, membership, today));
            owned.extend(self.risks_owned(Some(innovation), membership));
            owned.extend(self.issues_owned(Some(innovation), membership));
            owned.extend(self.conditions_owned(innovation, membership));
            owned.extend(self.asked_or_promised(innovation, membership, today));
            owned.extend(self.questions_asked(innovation, membership, today));
        }
        owned.extend(self.questions_put_off(membership));
        owned.extend(self.promises_made(membership));
        owned.extend(self.risks_owned(None, membership));
        owned.extend(self.issues_owned(None, membership));
        owned.extend(self.areas_sponsored(membership, today));
        owned
    }

    fn milestones_owned(self, innovation: &Arc<Innovation>, membership: MembershipId) -> impl Iterator<Item = Owned> {
        let open = self.milestones(innovation.id).filter(|one| one.done_on.is_none());
        open.filter(move |one| one.owner == Some(membership)).map(|one| {
            Owned::on(Some(innovation), OwnedAs::Milestone, &one.title, What::Milestone(innovation.id, one.id))
        })
    }

    fn dependencies_owned(
        self,
        innovation: &Arc<Innovation>,
        membership: MembershipId,
        today: NaiveDate,
    ) -> impl Iterator<Item = Owned> {
        let open = self.waits_of(innovation.id, today).into_iter().filter(DependencySight::is_open);
        open.filter(move |one| one.dependency.owner == membership).map(|one| {
            let what = What::Dependency(innovation.id, one.dependency.id);
            Owned::on(Some(innovation), OwnedAs::Dependency, &one.waits.title, what)
        })
    }

    fn risks_owned(
        self,
        innovation: Option<&Arc<Innovation>>,
        membership: MembershipId,
    ) -> impl Iterator<Item = Owned> {
        let about = innovation.map(|one| one.id);
        self.risks(about).filter(|one| one.is_open()).flat_map(move |one| {
            let what = What::Risk(about, one.id);
            let risk = (one.owner == membership).then(|| Owned::on(innovation, OwnedAs::Risk, &one.event, what));
            let actions =
                one.actions.iter().filter(move |action| action.owner == membership && action.done_on.is_none());
            let actions = actions.map(move |action| Owned::on(innovation, OwnedAs::RiskAction, &action.text, what));
            risk.into_iter().chain(actions)
        })
    }

    fn conditions_owned(self, innovation: &Arc<Innovation>, membership: MembershipId) -> impl Iterator<Item = Owned> {
        self.stage_moves(innovation.id).flat_map(move |one| {
            let what = What::Move(innovation.id, one.ordinal);
            let open = one.conditions.iter().filter(move |one| one.owner == membership && one.met_on.is_none());
            open.map(move |one| Owned::on(Some(innovation), OwnedAs::Condition, &one.text, what))
        })
    }

    fn issues_owned(
        self,
        innovation: Option<&Arc<Innovation>>,
        membership: MembershipId,
    ) -> impl Iterator<Item = Owned> {
        let about = innovation.map(|one| one.id);
        let open = self.issues(about).filter(move |one| one.is_open() && one.owner == membership);
        open.map(move |one| Owned::on(innovation, OwnedAs::Issue, &one.title, What::Issue(about, one.id)))
    }

    fn areas_sponsored(self, membership: MembershipId, today: NaiveDate) -> impl Iterator<Item = Owned> {
        let open = self.priority_areas().filter(move |one| one.active_to.is_none_or(|last| today <= last));
        open.flat_map(move |one| {
            let political = (one.political_sponsor, OwnedAs::AreaPoliticalSponsor);
            let officer = (one.officer_sponsor, OwnedAs::AreaOfficerSponsor);
            let held = [political, officer].into_iter().filter(move |(holder, _)| *holder == Some(membership));
            held.map(|(_, owned_as)| Owned {
                owned_as,
                title: one.title.to_string(),
                innovation: None,
                what: What::Area(one.id),
            })
        })
    }
}

impl<'a> Seen<'a> {
    /// What an earlier update asked and somebody took up, as long as it is open. What the latest asks is listed as that.
    fn questions_asked(
        self,
        innovation: &'a Arc<Innovation>,
        membership: MembershipId,
        today: NaiveDate,
    ) -> impl Iterator<Item = Owned> {
        let latest = self.latest_update(innovation, today).map(|one| one.id);
        let made = self.asks_made(innovation, today).into_iter();
        let open = made.filter(move |one| one.ask.of_whom == membership && one.matter.is_some() && !one.is_answered());
        let open = open.filter(move |one| one.updates.iter().all(|update| Some(update.id) != latest));
        open.filter_map(move |one| {
            let what = What::Asked(innovation.id, one.updates.first()?.id);
            Some(Owned::on(Some(innovation), OwnedAs::Decision, &one.ask.what, what))
        })
    }

    fn questions_put_off(self, membership: MembershipId) -> impl Iterator<Item = Owned> {
        let mine = move |one: &&Arc<FormalDecision>| one.is_open() && one.taken_by == Some(TakenBy::Person(membership));
        self.decisions().filter(mine).map(move |one| {
            let about = one.innovation.and_then(|id| self.innovation(id).ok());
            Owned::on(about, OwnedAs::Decision, &one.what, What::Decision(one.id))
        })
    }

    fn promises_made(self, membership: MembershipId) -> impl Iterator<Item = Owned> {
        let open = self.follow_ups().into_iter().filter(move |one| one.is_open() && one.owner == membership);
        open.map(move |one| {
            let about = one.innovation.and_then(|id| self.innovation(id).ok());
            Owned::on(about, OwnedAs::FollowUp, &one.text, What::FollowUp(one.id))
        })
    }

    fn asked_or_promised(
        self,
        innovation: &'a Arc<Innovation>,
        membership: MembershipId,
        today: NaiveDate,
    ) -> impl Iterator<Item = Owned> {
        let what = What::Update(innovation.id);
        let ask = self.ask_of(innovation, today).filter(|one| one.ask.of_whom == membership);
        let ask = ask.map(|one| Owned::on(Some(innovation), OwnedAs::Ask, &one.ask.what, what));
        let path = self.latest_update(innovation, today).and_then(|one| one.path_to_green.as_ref());
        let path = path.filter(|one| one.owner == membership);
        let path = path.map(|one| Owned::on(Some(innovation), OwnedAs::PathToGreen, &one.action, what));
        ask.into_iter().chain(path)
    }
}

fn posts_held(innovation: &Arc<Innovation>, membership: MembershipId, today: NaiveDate) -> impl Iterator<Item = Owned> {
    let held = innovation.posts.iter().filter(move |post| post.membership == membership && post.is_current(today));
    held.map(|post| {
        let owned_as = match post.kind {
            PostKind::Lead => OwnedAs::Lead,
            PostKind::Sponsor => OwnedAs::Sponsor,
            PostKind::PoliticalSponsor => OwnedAs::PoliticalSponsor,
            PostKind::Team => OwnedAs::Team,
        };
        Owned::on(Some(innovation), owned_as, &innovation.title, What::Post(innovation.id, post.kind))
    })
}

impl Owned {
    fn on(innovation: Option<&Arc<Innovation>>, owned_as: OwnedAs, title: &str, what: What) -> Self {
        let of = innovation.map(|one| (one.id, one.number, one.title.clone()));
        Self { owned_as, title: title.to_owned(), innovation: of, what }
    }
}
