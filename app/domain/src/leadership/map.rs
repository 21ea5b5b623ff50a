//! The evidence map: innovations by actions.
use super::{Action, LeadershipAction, Signal};
use crate::InnovationId;
use std::collections::BTreeSet;

/// What an innovation is evidence for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapCell {
    /// Credited in every signal that counts it.
    Full,
    Half,
    Empty,
    /// No signal of the action counts it.
    Dash,
}

/// One innovation, with a cell for each action that is collected.
#[derive(Clone, Debug, PartialEq)]
pub struct MapRow {
    pub innovation: InnovationId,
    pub cells: Vec<(Action, MapCell)>,
}

impl LeadershipAction {
    #[must_use]
    pub fn cell(&self, innovation: InnovationId) -> MapCell {
        let counting = self.signals.iter().filter_map(|one| one.innovations.get(&innovation));
        let (mut all, mut credited) = (0, 0);
        for is_credited in counting {
            all += 1;
            credited += u32::from(*is_credited);
        }
        match (all, credited) {
            (0, _) => MapCell::Dash,
            (_, 0) => MapCell::Empty,
            (all, credited) if all == credited => MapCell::Full,
            _ => MapCell::Half,
        }
    }

    /// The signals that count an innovation.
    pub fn counting(&self, innovation: InnovationId) -> impl Iterator<Item = &Signal> {
        self.signals.iter().filter(move |one| one.innovations.contains_key(&innovation))
    }
}

/// In the order of ids.
pub(super) fn map(actions: &[LeadershipAction]) -> Vec<MapRow> {
    let counted = actions.iter().flat_map(|one| &one.signals).flat_map(|one| one.innovations.keys());
    let innovations: BTreeSet<_> = counted.copied().collect();
    let row = |innovation| MapRow {
        innovation,
        cells: actions.iter().map(|one| (one.action, one.cell(innovation))).collect(),
    };
    innovations.into_iter().map(row).collect()
}
