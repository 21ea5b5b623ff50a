//! Figures of the ten actions, computed once for each change, day and set of innovations that may be seen.
use chrono::NaiveDate;
use domain::{InnovationId, Leadership, OrganisationId, Scope, Sequence};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

/// Most figures that are kept; the longest unused goes first.
const MOST: usize = 64;

/// Everything that the figures hang on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    pub organisation: OrganisationId,
    /// How far the portfolio has come, and how far the organisation has: they differ while looking back.
    pub sequences: [Sequence; 2],
    pub day: NaiveDate,
    pub scope: Scope,
    pub inside: bool,
    /// Who sees the same innovations sees the same figures.
    pub visible: Vec<InnovationId>,
}

/// Copied freely: one reference.
#[derive(Clone, Default)]
pub struct KeptLeadership(Arc<Mutex<Shelf>>);

#[derive(Default)]
struct Shelf {
    figures: HashMap<Key, (Arc<Leadership>, u64)>,
    uses: u64,
}

impl KeptLeadership {
    pub(super) fn get(&self, key: Key, compute: impl FnOnce() -> Leadership) -> Arc<Leadership> {
        if let Some(kept) = self.find(&key) {
            return kept;
        }
        // Outside the lock: two who ask at once may both compute, and nobody waits for the other.
        let figures = Arc::new(compute());
        let mut shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.uses += 1;
        let now = shelf.uses;
        shelf.figures.insert(key, (figures.clone(), now));
        if shelf.figures.len() > MOST {
            let oldest = shelf.figures.iter().min_by_key(|(_, (_, used))| *used).map(|(key, _)| key.clone());
            oldest.and_then(|key| shelf.figures.remove(&key));
        }
        figures
    }

    fn find(&self, key: &Key) -> Option<Arc<Leadership>> {
        let mut shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.uses += 1;
        let now = shelf.uses;
        let (figures, used) = shelf.figures.get_mut(key)?;
        *used = now;
        Some(figures.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::testing::*;
    use std::cell::Cell;

    fn key(sequence: i64) -> Key {
        Key {
            organisation: NORTHSHIRE,
            sequences: [Sequence(sequence); 2],
            day: today(),
            scope: Scope::Organisation,
            inside: true,
            visible: vec![],
        }
    }

    #[test]
    fn figures_are_computed_once_until_something_changes() {
        let (kept, computed) = (KeptLeadership::default(), Cell::new(0));
        let portfolio = portfolio();
        let ask = |sequence| {
            kept.get(key(sequence), || {
                computed.set(computed.get() + 1);
                as_person(&portfolio, LEAD, |seen| seen.leadership(Scope::Organisation, today()))
            })
        };
        for sequence in [1, 1, 2, 1] {
            ask(sequence);
        }
        assert_eq!(computed.get(), 2);
        for sequence in 3..=66 {
            ask(sequence);
        }
        assert_eq!(computed.get(), 66);
        ask(66);
        assert_eq!(computed.get(), 66, "still there");
        ask(2);
        assert_eq!(computed.get(), 67, "the longest unused has gone");
    }
}
