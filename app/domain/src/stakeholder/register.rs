//! The register: adding a group, editing it, and finding that two are one.
use super::{Stakeholder, StakeholderKind};
use crate::{Act, Decision, Entry, Line, Problem, Refusal, Rule, Seen, StakeholderId, Title, Version};
use std::{collections::BTreeSet, sync::Arc};

#[derive(Clone, Debug, PartialEq)]
pub struct StakeholderInput {
    pub name: Title,
    pub kind: StakeholderKind,
    /// None for the whole area.
    pub area: Option<Line>,
    pub characteristics: Vec<Line>,
}

impl StakeholderInput {
    pub(crate) fn stakeholder(self, id: StakeholderId, entry: Entry) -> Stakeholder {
        let Self { name, kind, area, characteristics } = self;
        Stakeholder { id, entry, name, kind, area, characteristics, merged_into: None }
    }
}

impl<'a> Seen<'a> {
    /// Whoever may log an engagement may name a group that is new, and put its name right.
    pub fn add_stakeholder(self, id: StakeholderId, input: StakeholderInput) -> Result<Decision, Refusal> {
        self.must(Act::LogEngagement, None)?;
        Refusal::unless_sound(self.name_problem("name", &input.name, None).into_iter().collect())?;
        Ok(Decision::add(input.stakeholder(id, Entry::default())))
    }

    pub fn edit_stakeholder(
        self,
        id: StakeholderId,
        input: StakeholderInput,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        let before = self.stakeholder(id)?;
        self.must(Act::LogEngagement, None)?;
        Refusal::unless_seen(seen, before)?;
        Refusal::unless_sound(self.name_problem("name", &input.name, Some(id)).into_iter().collect())?;
        Ok(Decision::change(before, input.stakeholder(id, before.entry)))
    }

    /// Two are one: from now on the first is told under the name of the second, with all that was heard from it. What
    /// the first speaks for, the second speaks for too.
    pub fn merge_stakeholder(self, id: StakeholderId, into: StakeholderId, seen: Version) -> Result<Decision, Refusal> {
        let before = self.stakeholder(id)?;
        self.must(Act::EditStakeholders, None)?;
        Refusal::unless_seen(seen, before)?;
        let Some(other) = self.stakeholder(into).ok().filter(|_| into != id) else {
            return Err(Refusal::invalid("into", Rule::Choose));
        };
        let mut kept = (**other).clone();
        kept.characteristics.extend(before.characteristics.iter().filter(|one| !other.speaks_for(one)).cloned());
        let merged = Stakeholder { merged_into: Some(into), ..(**before).clone() };
        let decision = Decision::change(before, merged).and_change(other, kept);
        Ok(self.without_doubled_stakes(decision, id, into))
    }

    /// Where both stand towards one innovation, the one that stays counts.
    fn without_doubled_stakes(self, mut decision: Decision, id: StakeholderId, into: StakeholderId) -> Decision {
        let is = |stake: &super::Stake, wanted| self.stakeholder_now(stake.stakeholder) == wanted;
        for innovation in self.portfolio.shelves.innovations.keys() {
            let range =
                (*innovation, crate::StakeId(crate::id::FIRST))..=(*innovation, crate::StakeId(crate::id::LAST));
            let open: Vec<_> = self.portfolio.shelves.stakes.range(range).map(|(_, one)| one).collect();
            let open: Vec<_> = open.into_iter().filter(|one| one.removed_on.is_none()).collect();
            if let (Some(double), true) = (open.iter().find(|one| is(one, id)), open.iter().any(|one| is(one, into))) {
                decision = decision.and(Decision::remove(*double));
            }
        }
        decision
    }

    /// Groups that may be chosen, by name. Only people of the organisation read the register.
    #[must_use]
    pub fn stakeholders(self) -> Vec<&'a Arc<Stakeholder>> {
        let all = self.portfolio.shelves.stakeholders.values().filter(|_| self.reads_inside());
        let mut found: Vec<_> = all.filter(|one| one.merged_into.is_none()).collect();
        found.sort_by_key(|one| (one.name.to_lowercase(), one.id));
        found
    }

    /// # Errors
    /// `NotFound` when it is not there, was found to be another, or may not be seen.
    pub fn stakeholder(self, id: StakeholderId) -> Result<&'a Arc<Stakeholder>, Refusal> {
        let found = self.portfolio.shelves.stakeholders.get(&id).filter(|_| self.reads_inside());
        found.filter(|one| one.merged_into.is_none()).ok_or(Refusal::NotFound)
    }

    /// The group under whose name another is told by now; itself for nearly all.
    #[must_use]
    pub fn stakeholder_now(self, id: StakeholderId) -> StakeholderId {
        let mut now = id;
        let mut met = BTreeSet::from([id]);
        while let Some(into) = self.portfolio.shelves.stakeholders.get(&now).and_then(|one| one.merged_into) {
            // Two that were merged into each other by two hands: the first stands.
            if !met.insert(into) {
                return id;
            }
            now = into;
        }
        now
    }

    /// Name, kind and what it speaks for, as it stands in what may be read about it.
    #[must_use]
    pub fn group(self, id: StakeholderId) -> Option<&'a Arc<Stakeholder>> {
        self.portfolio.shelves.stakeholders.get(&self.stakeholder_now(id))
    }

    /// A name stands once in the register.
    pub(crate) fn name_problem(
        self,
        field: &'static str,
        name: &Title,
        except: Option<StakeholderId>,
    ) -> Option<Problem> {
        let mut open = self.portfolio.shelves.stakeholders.values().filter(|one| one.merged_into.is_none());
        let taken = open.any(|one| Some(one.id) != except && one.name.to_lowercase() == name.to_lowercase());
        taken.then_some(Problem::new(field, Rule::Taken))
    }
}
