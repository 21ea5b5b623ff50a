//! What one person sees of a portfolio. Everything drawn or decided goes through here.
use crate::{
    Act, Actor, BudgetLine, Council, CouncilId, Dependency, DependencyId, Experiment, Import, Impossible, Innovation,
    InnovationId, Measure, MeasureId, MeasureOf, Membership, MembershipId, Message, MessageId, Milestone, MilestoneId,
    Organisation, Outcome, Partner, PartnerId, Place, Portfolio, PriorityArea, PriorityAreaId, Problem, Quiet,
    QuietPeriod, Reading, Refusal, Reminder, ReminderId, Role, Rule, Spend, StageKind, StageModel, StageMove,
    StatusUpdate, TimeGiven, WorkItem,
    id::{FIRST, LAST},
};
use crate::{
    BudgetLineId, Commitment, CommitmentId, EmbeddingCheck, EmbeddingCheckId, FidelityCheck, FidelityCheckId,
    OutcomeId, ReachCount, ReachCountId, ReadingId, Setback, SetbackId, Site, SiteId, SiteMove, SustainmentReview,
    SustainmentReviewId,
};
use chrono::NaiveDate;
use std::sync::Arc;

/// A portfolio and who looks at it. Copied freely: two references.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    pub(crate) portfolio: &'a Portfolio,
    pub actor: &'a Actor,
    /// The day of the actor's rights: today, also when looking back.
    pub(crate) rights_on: NaiveDate,
}

/// Records of one innovation, in the order of their keys.
macro_rules! of_innovation {
    ($($(#[$about:meta])* $name:ident, $shelf:ident, $noun:ident, $id:ident;)*) => {$(
        $(#[$about])*
        pub fn $name(self, innovation: InnovationId) -> impl DoubleEndedIterator<Item = &'a Arc<$noun>> {
            let range = (innovation, $id(FIRST))..=(innovation, $id(LAST));
            let visible = self.innovation(innovation).is_ok();
            self.portfolio.shelves.$shelf.range(range).map(|(_, one)| one).filter(move |_| visible)
        }
    )*};
}

/// Records of one site, and of all sites of an innovation site by site.
macro_rules! of_site {
    ($($(#[$about:meta])* $name:ident, $all:ident, $shelf:ident, $noun:ident, $first:expr, $last:expr;)*) => {$(
        $(#[$about])*
        pub fn $name(self, innovation: InnovationId, site: SiteId) -> impl DoubleEndedIterator<Item = &'a Arc<$noun>> {
            let range = (innovation, site, $first)..=(innovation, site, $last);
            let visible = self.innovation(innovation).is_ok();
            self.portfolio.shelves.$shelf.range(range).map(|(_, one)| one).filter(move |_| visible)
        }

        /// Site by site.
        pub fn $all(self, innovation: InnovationId) -> impl DoubleEndedIterator<Item = &'a Arc<$noun>> {
            let range = (innovation, SiteId(FIRST), $first)..=(innovation, SiteId(LAST), $last);
            let visible = self.innovation(innovation).is_ok();
            self.portfolio.shelves.$shelf.range(range).map(|(_, one)| one).filter(move |_| visible)
        }
    )*};
}

macro_rules! numbered {
    ($($(#[$about:meta])* $name:ident, $shelf:ident, $noun:ident;)*) => {$(
        $(#[$about])*
        pub fn $name(self, innovation: InnovationId) -> impl DoubleEndedIterator<Item = &'a Arc<$noun>> {
            let visible = self.innovation(innovation).is_ok();
            let range = (innovation, 0)..=(innovation, u32::MAX);
            self.portfolio.shelves.$shelf.range(range).map(|(_, one)| one).filter(move |_| visible)
        }
    )*};
}

impl<'a> Seen<'a> {
    /// Only the store makes these for people; tests make their own.
    #[must_use]
    pub fn new(portfolio: &'a Portfolio, actor: &'a Actor, rights_on: NaiveDate) -> Self {
        Self { portfolio, actor, rights_on }
    }

    /// # Panics
    /// Never: a portfolio is reached only once it is founded.
    #[must_use]
    pub fn organisation(self) -> &'a Arc<Organisation> {
        self.portfolio.organisation().expect("a portfolio is reached only once it is founded")
    }

    #[must_use]
    pub fn quiet(self) -> Vec<Quiet> {
        self.portfolio.quiet()
    }

    #[must_use]
    pub fn may(self, act: Act, innovation: Option<&Innovation>) -> bool {
        self.actor.may(act, innovation, self.rights_on)
    }

    /// # Errors
    /// `NotAllowed` with what it was, so that the page can say who may.
    pub fn must(self, act: Act, innovation: Option<&Innovation>) -> Result<(), Refusal> {
        if self.may(act, innovation) { Ok(()) } else { Err(Refusal::NotAllowed(act)) }
    }

    /// Whether the actor reads what is for people of the organisation alone: guests and neighbours do not.
    #[must_use]
    pub fn reads_inside(self) -> bool {
        self.actor.is_political() || self.actor.memberships().any(|held| held.role != Role::Viewer)
    }

    /// Innovations that may be read, by id.
    pub fn innovations(self) -> impl Iterator<Item = &'a Arc<Innovation>> {
        self.portfolio.shelves.innovations.values().filter(move |one| self.may(Act::Read, Some(one)))
    }

    /// # Errors
    /// `NotFound` when it is not there or may not be seen.
    pub fn innovation(self, id: InnovationId) -> Result<&'a Arc<Innovation>, Refusal> {
        let found = self.portfolio.shelves.innovations.get(&id);
        found.filter(|one| self.may(Act::Read, Some(one))).ok_or(Refusal::NotFound)
    }

    /// By its number, as addresses name it.
    ///
    /// # Errors
    /// `NotFound` when it is not there or may not be seen.
    pub fn numbered(self, number: u32) -> Result<&'a Arc<Innovation>, Refusal> {
        self.innovations().find(|one| one.number == number).ok_or(Refusal::NotFound)
    }

    /// An innovation on which somebody may do this, and that has not been stopped.
    pub(crate) fn open_innovation(self, act: Act, id: InnovationId) -> Result<&'a Arc<Innovation>, Refusal> {
        let innovation = self.innovation(id)?;
        self.must(act, Some(innovation))?;
        if self.place_of(innovation) == Place::Stopped {
            return Err(Refusal::Impossible(Impossible::Stopped));
        }
        Ok(innovation)
    }

    /// Problems with people chosen: each must hold or have held a place here.
    pub(crate) fn unknown_people<const N: usize>(
        self,
        chosen: [(&'static str, Option<MembershipId>); N],
    ) -> Vec<Problem> {
        let unknown = |(_, id): &(&str, Option<MembershipId>)| id.is_some_and(|id| self.membership(id).is_none());
        chosen.into_iter().filter(unknown).map(|(field, _)| Problem::new(field, Rule::Choose)).collect()
    }

    of_innovation! {
        reminders, reminders, Reminder, ReminderId;
        milestones, milestones, Milestone, MilestoneId;
        dependencies, dependencies, Dependency, DependencyId;
        budget_lines, budget_lines, BudgetLine, BudgetLineId;
        /// Those who have left too.
        partners, partners, Partner, PartnerId;
        messages, messages, Message, MessageId;
        sites, sites, Site, SiteId;
        /// Of the innovation as a whole and of its sites.
        embedding_checks, embedding_checks, EmbeddingCheck, EmbeddingCheckId;
        sustainment_reviews, sustainment_reviews, SustainmentReview, SustainmentReviewId;
        /// Those withdrawn too.
        commitments, commitments, Commitment, CommitmentId;
        setbacks, setbacks, Setback, SetbackId;
    }

    of_site! {
        /// In date order.
        site_moves, site_moves_of, site_moves, SiteMove, 0, u32::MAX;
        reach_counts, reach_counts_of, reach_counts, ReachCount, ReachCountId(FIRST), ReachCountId(LAST);
        fidelity_checks, fidelity_checks_of, fidelity_checks, FidelityCheck, FidelityCheckId(FIRST), FidelityCheckId(LAST);
    }

    /// What was spent on an innovation, line by line, in the order of months.
    pub fn spends(self, innovation: InnovationId) -> impl DoubleEndedIterator<Item = &'a Arc<Spend>> {
        let first = (innovation, BudgetLineId(FIRST), NaiveDate::MIN);
        let last = (innovation, BudgetLineId(LAST), NaiveDate::MAX);
        let visible = self.innovation(innovation).is_ok();
        self.portfolio.shelves.spends.range(first..=last).map(|(_, one)| one).filter(move |_| visible)
    }

    /// In the order of months.
    pub fn spends_of_line(
        self,
        innovation: InnovationId,
        line: BudgetLineId,
    ) -> impl DoubleEndedIterator<Item = &'a Arc<Spend>> {
        let range = (innovation, line, NaiveDate::MIN)..=(innovation, line, NaiveDate::MAX);
        let visible = self.innovation(innovation).is_ok();
        self.portfolio.shelves.spends.range(range).map(|(_, one)| one).filter(move |_| visible)
    }

    /// In the order of months.
    pub fn times_given(self, innovation: InnovationId) -> impl DoubleEndedIterator<Item = &'a Arc<TimeGiven>> {
        let first = (innovation, NaiveDate::MIN, MembershipId(FIRST));
        let last = (innovation, NaiveDate::MAX, MembershipId(LAST));
        let visible = self.innovation(innovation).is_ok();
        self.portfolio.shelves.times_given.range(first..=last).map(|(_, one)| one).filter(move |_| visible)
    }

    numbered! {
        /// In date order.
        stage_moves, stage_moves, StageMove;
        /// In the order of submission.
        updates, status_updates, StatusUpdate;
        /// In the order in which they were added.
        work_items, work_items, WorkItem;
        experiments, experiments, Experiment;
    }

    /// # Errors
    /// `NotFound` when it is not there or may not be seen.
    pub fn milestone(self, innovation: InnovationId, id: MilestoneId) -> Result<&'a Arc<Milestone>, Refusal> {
        self.innovation(innovation)?;
        self.portfolio.shelves.milestones.get(&(innovation, id)).ok_or(Refusal::NotFound)
    }

    /// # Errors
    /// `NotFound` when it is not there or may not be seen.
    pub fn budget_line(self, innovation: InnovationId, id: BudgetLineId) -> Result<&'a Arc<BudgetLine>, Refusal> {
        self.innovation(innovation)?;
        self.portfolio.shelves.budget_lines.get(&(innovation, id)).ok_or(Refusal::NotFound)
    }

    /// The stage model that an innovation follows.
    #[must_use]
    pub fn stage_model_of(self, innovation: &Innovation) -> &'a StageModel {
        self.organisation().stage_model_of(innovation.stage_model)
    }

    /// Where an innovation is: where its last move took it.
    #[must_use]
    pub fn place_of(self, innovation: &Innovation) -> Place {
        self.stage_moves(innovation.id).next_back().map_or(Place::Idea, |last| last.to)
    }

    #[must_use]
    pub fn kind_of(self, innovation: &Innovation) -> StageKind {
        self.stage_model_of(innovation).kind(self.place_of(innovation))
    }

    /// Everyone who holds or held a place, by id.
    pub fn memberships(self) -> impl Iterator<Item = &'a Arc<Membership>> {
        self.portfolio.shelves.memberships.values()
    }

    #[must_use]
    pub fn membership(self, id: MembershipId) -> Option<&'a Arc<Membership>> {
        self.portfolio.shelves.memberships.get(&id)
    }

    pub fn councils(self) -> impl Iterator<Item = &'a Arc<Council>> {
        self.portfolio.shelves.councils.values()
    }

    #[must_use]
    pub fn council(self, id: CouncilId) -> Option<&'a Arc<Council>> {
        self.portfolio.shelves.councils.get(&id)
    }

    pub fn quiet_periods(self) -> impl Iterator<Item = &'a Arc<QuietPeriod>> {
        self.portfolio.shelves.quiet_periods.values()
    }

    pub fn priority_areas(self) -> impl Iterator<Item = &'a Arc<PriorityArea>> {
        self.portfolio.shelves.priority_areas.values()
    }

    #[must_use]
    pub fn priority_area(self, id: PriorityAreaId) -> Option<&'a Arc<PriorityArea>> {
        self.portfolio.shelves.priority_areas.get(&id)
    }

    pub fn outcomes(self, area: PriorityAreaId) -> impl Iterator<Item = &'a Arc<Outcome>> {
        let range = (area, OutcomeId(FIRST))..=(area, OutcomeId(LAST));
        self.portfolio.shelves.outcomes.range(range).map(|(_, one)| one)
    }

    /// Measures that may be read: those of outcomes, and those of innovations that may be read.
    pub fn measures(self) -> impl Iterator<Item = &'a Arc<Measure>> {
        let visible = move |one: &&Arc<Measure>| match one.of {
            MeasureOf::Innovation(id) => self.innovation(id).is_ok(),
            MeasureOf::Outcome(id) => self.is_outcome_in_sight(id),
        };
        self.portfolio.shelves.measures.values().filter(visible)
    }

    /// # Errors
    /// `NotFound` when it is not there or may not be seen.
    pub fn measure(self, id: MeasureId) -> Result<&'a Arc<Measure>, Refusal> {
        self.measures().find(|one| one.id == id).ok_or(Refusal::NotFound)
    }

    /// Of a measure, by id.
    pub fn readings(self, measure: MeasureId) -> impl Iterator<Item = &'a Arc<Reading>> {
        let range = (measure, ReadingId(FIRST))..=(measure, ReadingId(LAST));
        self.portfolio.shelves.readings.range(range).map(|(_, one)| one)
    }

    pub fn imports(self) -> impl Iterator<Item = &'a Arc<Import>> {
        self.portfolio.shelves.imports.values()
    }
}

/// The problem of a date that nobody plans for.
pub(crate) fn plausible(field: &'static str, day: NaiveDate) -> Option<Problem> {
    (!crate::is_plausible(day)).then_some(Problem::new(field, Rule::NotADate))
}
