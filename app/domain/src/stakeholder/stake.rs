//! How a group stands towards one innovation, and what is agreed about meeting it.
use super::Stakeholder;
use crate::{
    Act, Decision, EngagementLevel, Entry, Innovation, InnovationId, MembershipId, Problem, Refusal, Rule, Seen,
    StakeId, StakeholderId, Version, choice::choices, record::noun,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, sync::Arc};

choices! {
    Stance {
        Opposed "opposed" "Opposed",
        Doubtful "doubtful" "Doubtful",
        Neutral "neutral" "Neutral",
        Supportive "supportive" "Supportive",
        Leading "leading" "Leading it",
    }
}

impl Stance {
    /// From -2, opposed, to 2.
    #[must_use]
    pub const fn value(self) -> i8 {
        self as i8 - 2
    }
}

/// Unless set, a group that matters is met once a quarter.
const CADENCE: u32 = 91;

/// Power, interest and impact are 1 to 5; impact is how much the innovation affects the group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stake {
    pub id: StakeId,
    pub entry: Entry,
    pub innovation: InnovationId,
    pub stakeholder: StakeholderId,
    pub power: u8,
    pub interest: u8,
    pub impact: u8,
    pub stance_now: Option<Stance>,
    pub stance_wanted: Option<Stance>,
    /// The level that is right for this group; a higher one is not always better.
    pub target_level: EngagementLevel,
    /// Days between two engagements.
    pub cadence_days: u32,
    pub owner: Option<MembershipId>,
    /// Little power and much at stake: somebody said yes to counting it as a priority.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub priority_anyway: bool,
    pub added_on: NaiveDate,
    /// The day it stopped mattering here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removed_on: Option<NaiveDate>,
}

noun!(Stake, "stake", (InnovationId, StakeId) = |one| (one.innovation, one.id), innovation = Some(one.innovation));

/// What somebody says of how a group stands, new or changed.
#[derive(Clone, Debug, PartialEq)]
pub struct StakeInput {
    pub stakeholder: StakeholderId,
    pub power: u8,
    pub interest: u8,
    pub impact: u8,
    pub stance_now: Option<Stance>,
    pub stance_wanted: Option<Stance>,
    pub target_level: EngagementLevel,
    /// None for a quarter.
    pub cadence_days: Option<u32>,
    pub owner: Option<MembershipId>,
    pub priority_anyway: bool,
}

impl StakeInput {
    /// As it stands, to start a form from.
    #[must_use]
    pub fn of(one: &Stake) -> Self {
        Self {
            stakeholder: one.stakeholder,
            power: one.power,
            interest: one.interest,
            impact: one.impact,
            stance_now: one.stance_now,
            stance_wanted: one.stance_wanted,
            target_level: one.target_level,
            cadence_days: Some(one.cadence_days),
            owner: one.owner,
            priority_anyway: one.priority_anyway,
        }
    }

    /// Much at stake and little power, and nobody said whether it is a priority anyway.
    #[must_use]
    pub fn may_fall_out(&self) -> bool {
        let nil = StakeId(crate::id::FIRST);
        self.clone().stake(nil, Entry::default(), InnovationId(crate::id::FIRST), NaiveDate::MIN).may_fall_out()
    }

    pub(crate) fn stake(self, id: StakeId, entry: Entry, innovation: InnovationId, added_on: NaiveDate) -> Stake {
        Stake {
            id,
            entry,
            innovation,
            stakeholder: self.stakeholder,
            power: self.power,
            interest: self.interest,
            impact: self.impact,
            stance_now: self.stance_now,
            stance_wanted: self.stance_wanted,
            target_level: self.target_level,
            cadence_days: self.cadence_days.unwrap_or(CADENCE),
            owner: self.owner,
            priority_anyway: self.priority_anyway,
            added_on,
            removed_on: None,
        }
    }
}

impl<'a> Seen<'a> {
    pub fn add_stake(
        self,
        id: StakeId,
        innovation: InnovationId,
        input: StakeInput,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let innovation = self.open_innovation(Act::EditStakeholders, innovation)?.id;
        let mut problems = self.stake_problems(&input);
        if self.stakes(innovation).any(|one| self.is_same(one.stakeholder, input.stakeholder)) {
            problems.push(Problem::new("stakeholder", Rule::Taken));
        }
        Refusal::unless_sound(problems)?;
        Ok(Decision::add(input.stake(id, Entry::default(), innovation, today)))
    }

    /// The group itself stays: another group is another stake.
    pub fn edit_stake(
        self,
        innovation: InnovationId,
        id: StakeId,
        input: StakeInput,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditStakeholders, innovation)?;
        let before = self.stake(innovation, id)?;
        Refusal::unless_seen(seen, before)?;
        Refusal::unless_sound(self.stake_problems(&input))?;
        let after =
            Stake { stakeholder: before.stakeholder, ..input.stake(id, before.entry, innovation, before.added_on) };
        Ok(Decision::change(before, after))
    }

    /// The group no longer matters here; what was heard from it stays.
    pub fn remove_stake(
        self,
        innovation: InnovationId,
        id: StakeId,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditStakeholders, innovation)?;
        let before = self.stake(innovation, id)?;
        Refusal::unless_seen(seen, before)?;
        Ok(Decision::change(before, Stake { removed_on: Some(today), ..(**before).clone() }))
    }

    /// Groups of another innovation that are not here yet, standing as they do there; without their owners. `ids` are
    /// those of the new stakes, as many as the other has groups.
    pub fn copy_stakes(
        self,
        innovation: InnovationId,
        from: InnovationId,
        ids: &[StakeId],
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let innovation = self.open_innovation(Act::EditStakeholders, innovation)?.id;
        if !self.reads_inside() || self.innovation(from).is_err() {
            return Err(Refusal::NotFound);
        }
        let new = self.stakes_to_copy(innovation, from);
        if new.is_empty() {
            return Err(Refusal::invalid("from", Rule::Choose));
        }
        let copies = ids.iter().zip(new).map(|(id, one)| {
            let input = StakeInput { owner: None, ..StakeInput::of(one) };
            input.stake(*id, Entry::default(), innovation, today)
        });
        Ok(copies.fold(Decision::default(), Decision::and_add))
    }

    /// Stakes of the second innovation in groups that the first does not have.
    #[must_use]
    pub fn stakes_to_copy(self, innovation: InnovationId, from: InnovationId) -> Vec<&'a Arc<Stake>> {
        let here: BTreeSet<_> = self.stakes(innovation).map(|one| self.stakeholder_now(one.stakeholder)).collect();
        self.stakes(from).filter(|one| !here.contains(&self.stakeholder_now(one.stakeholder))).collect()
    }

    /// Groups that count for an innovation: those not taken off. Only people of the organisation read them.
    pub fn stakes(self, innovation: InnovationId) -> impl DoubleEndedIterator<Item = &'a Arc<Stake>> {
        self.all_stakes(innovation).filter(|one| one.removed_on.is_none())
    }

    /// Also those taken off.
    pub fn all_stakes(self, innovation: InnovationId) -> impl DoubleEndedIterator<Item = &'a Arc<Stake>> {
        let visible = self.reads_inside() && self.innovation(innovation).is_ok();
        let range = (innovation, StakeId(crate::id::FIRST))..=(innovation, StakeId(crate::id::LAST));
        self.portfolio.shelves.stakes.range(range).map(|(_, one)| one).filter(move |_| visible)
    }

    /// # Errors
    /// `NotFound` when it is not there or may not be seen.
    pub fn stake(self, innovation: InnovationId, id: StakeId) -> Result<&'a Arc<Stake>, Refusal> {
        self.stakes(innovation).find(|one| one.id == id).ok_or(Refusal::NotFound)
    }

    /// Every group that counts for some innovation that may be read, with it.
    pub fn stakes_in(self, stakeholder: StakeholderId) -> Vec<(&'a Arc<Innovation>, &'a Arc<Stake>)> {
        let pairs = self.innovations().flat_map(|one| self.stakes(one.id).map(move |stake| (one, stake)));
        pairs.filter(|(_, stake)| self.is_same(stake.stakeholder, stakeholder)).collect()
    }

    fn is_same(self, one: StakeholderId, other: StakeholderId) -> bool {
        self.stakeholder_now(one) == self.stakeholder_now(other)
    }

    pub(crate) fn stake_problems(self, input: &StakeInput) -> Vec<Problem> {
        let mut problems = self.unknown_people([("owner", input.owner)]);
        let scores = [("power", input.power), ("interest", input.interest), ("impact", input.impact)];
        let odd = scores.into_iter().filter(|(_, score)| !(1..=5).contains(score));
        problems.extend(odd.map(|(field, _)| Problem::new(field, Rule::OutOfRange(1, 5))));
        if input.cadence_days.is_some_and(|days| !(1..=730).contains(&days)) {
            problems.push(Problem::new("cadence_days", Rule::OutOfRange(1, 730)));
        }
        if !self.is_in_register(input.stakeholder) {
            problems.push(Problem::new("stakeholder", Rule::Choose));
        }
        problems
    }

    /// Whether a group may be chosen: it is there and was not found to be another.
    pub(crate) fn is_in_register(self, id: StakeholderId) -> bool {
        let found: Option<&Arc<Stakeholder>> = self.portfolio.shelves.stakeholders.get(&id);
        found.is_some_and(|one| one.merged_into.is_none())
    }
}
