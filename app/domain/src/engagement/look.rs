//! Which engagements somebody may read.
use super::{Engagement, Group};
use crate::{
    EngagementId, InnovationId, Refusal, Seen,
    id::{FIRST, LAST},
};
use std::sync::Arc;

/// Fewer people than this are told as "<5" to anyone outside the team.
const FEW: u32 = 5;

impl<'a> Seen<'a> {
    /// Those about an innovation, the latest first.
    #[must_use]
    pub fn engagements(self, innovation: InnovationId) -> Vec<&'a Arc<Engagement>> {
        if self.innovation(innovation).is_err() {
            return vec![];
        }
        let range = (innovation, EngagementId(FIRST))..=(innovation, EngagementId(LAST));
        let shelf = &self.portfolio.shelves.engagements;
        let shared = shelf.values().filter(|one| one.also.contains(&innovation));
        let mut found: Vec<_> = shelf.range(range).map(|(_, one)| one).chain(shared).collect();
        found.sort_by_key(|one| std::cmp::Reverse((one.on, one.entry.at, one.id)));
        found
    }

    /// Every one about an innovation that may be read, each once, the latest first.
    #[must_use]
    pub fn all_engagements(self) -> Vec<&'a Arc<Engagement>> {
        let readable = |one: &&Arc<Engagement>| one.innovations().any(|id| self.innovation(id).is_ok());
        let mut found: Vec<_> = self.portfolio.shelves.engagements.values().filter(readable).collect();
        found.sort_by_key(|one| std::cmp::Reverse((one.on, one.entry.at, one.id)));
        found
    }

    /// By an innovation that it is about.
    ///
    /// # Errors
    /// `NotFound` when it is not there or may not be seen.
    pub fn engagement(self, innovation: InnovationId, id: EngagementId) -> Result<&'a Arc<Engagement>, Refusal> {
        self.innovation(innovation)?;
        let shelf = &self.portfolio.shelves.engagements;
        let shared = || shelf.values().find(|one| one.id == id && one.also.contains(&innovation));
        shelf.get(&(innovation, id)).or_else(shared).ok_or(Refusal::NotFound)
    }

    /// How many of a group took part, as the actor may know it: `Err` where it is only told that they were few.
    ///
    /// # Errors
    /// `Few` where the number is 1 to 4 and the actor is outside the team.
    pub fn people_told(self, engagement: &Engagement, group: &Group) -> Result<Option<u32>, Few> {
        match group.people {
            Some(people) if people < FEW && !self.may_edit_engagement(engagement) => Err(Few),
            people => Ok(people),
        }
    }

    /// How many took part in all, as far as that gives no small number away. None where nobody counted.
    ///
    /// # Errors
    /// `Few` where the sum would tell a number that is only told as few.
    pub fn people_in_all(self, engagement: &Engagement) -> Result<Option<u32>, Few> {
        let told: Result<Vec<_>, _> = engagement.groups.iter().map(|one| self.people_told(engagement, one)).collect();
        let counted: Vec<u32> = told?.into_iter().flatten().collect();
        Ok((!counted.is_empty()).then(|| counted.into_iter().sum()))
    }
}

/// Fewer than five, and no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Few;
