//! A milestone cannot wait on itself, however long the way round.
use super::DependsOn;
use crate::{InnovationId, MilestoneId, Seen, milestone::MilestoneKey};
use std::collections::{BTreeMap, VecDeque};

impl Seen<'_> {
    /// The names along the loop that would be closed if `waits` waited on `on`, beginning and ending with `waits`; none
    /// where there would be no loop. All links count, whether or not the actor may see them; only the names are kept
    /// back.
    pub(super) fn loop_closed_by(self, waits: MilestoneKey, on: MilestoneKey) -> Option<Vec<String>> {
        let mut after: BTreeMap<MilestoneKey, Vec<MilestoneKey>> = BTreeMap::new();
        for one in self.portfolio.shelves.dependencies.values() {
            if let DependsOn::Milestone { innovation, milestone } = one.on {
                after.entry((innovation, milestone)).or_default().push((one.innovation, one.waits));
            }
        }
        let mut came_from: BTreeMap<MilestoneKey, MilestoneKey> = BTreeMap::new();
        let mut queue = VecDeque::from([waits]);
        while let Some(one) = queue.pop_front() {
            if one == on {
                return Some(self.names_back(waits, on, &came_from));
            }
            for next in after.get(&one).into_iter().flatten() {
                if *next != waits && !came_from.contains_key(next) {
                    came_from.insert(*next, one);
                    queue.push_back(*next);
                }
            }
        }
        None
    }

    fn names_back(
        self,
        first: MilestoneKey,
        last: MilestoneKey,
        came_from: &BTreeMap<MilestoneKey, MilestoneKey>,
    ) -> Vec<String> {
        let mut names = vec![self.name_of_milestone(first)];
        let mut at = last;
        while at != first {
            names.push(self.name_of_milestone(at));
            let Some(earlier) = came_from.get(&at) else { break };
            at = *earlier;
        }
        names.push(self.name_of_milestone(first));
        names.reverse();
        names
    }

    fn name_of_milestone(self, (innovation, id): (InnovationId, MilestoneId)) -> String {
        self.milestone(innovation, id).map_or_else(|_| "something you may not see".into(), |one| one.title.to_string())
    }
}
