//! What the record says happened since a moment, found by comparing the portfolio then with the portfolio now.
mod drafted;
mod fact;
mod told;

pub use drafted::drafted;
pub use fact::Fact;

use crate::{Innovation, InnovationId, Seen};
use std::sync::Arc;

/// Of one innovation, moves first, then milestones, risks, money, time given, decisions, engagements, feedback
/// and readings.
#[must_use]
pub fn facts_since(then: Seen, now: Seen, innovation: InnovationId) -> Vec<Fact> {
    let mut facts = vec![];
    if let Ok(found) = now.innovation(innovation) {
        moves(then, now, found, &mut facts);
    }
    let (before, after) =
        (then.milestones(innovation).collect::<Vec<_>>(), now.milestones(innovation).collect::<Vec<_>>());
    compare(&before, &after, |one| one.id, told::milestone, &mut facts);
    let (before, after) = (then.risks(innovation).collect::<Vec<_>>(), now.risks(innovation).collect::<Vec<_>>());
    compare(&before, &after, |one| one.id, told::risk, &mut facts);
    let (before, after) =
        (then.budget_lines(innovation).collect::<Vec<_>>(), now.budget_lines(innovation).collect::<Vec<_>>());
    compare(&before, &after, |one| one.id, told::money, &mut facts);
    told::spending(then, now, innovation, &mut facts);
    told::time_given(then, now, innovation, &mut facts);
    told::decisions(then, now, innovation, &mut facts);
    told::engagements(then, now, innovation, &mut facts);
    told::feedback(then, now, innovation, &mut facts);
    if let Ok(found) = now.innovation(innovation) {
        for measure in now.own_measures(found) {
            told::reading(then, now, measure, &mut facts);
        }
    }
    facts
}

fn moves(then: Seen, now: Seen, innovation: &Innovation, facts: &mut Vec<Fact>) {
    let known = then.stage_moves(innovation.id).count();
    let model = now.stage_model_of(innovation);
    facts.extend(
        now.stage_moves(innovation.id)
            .skip(known)
            .filter(|one| one.from != one.to)
            .map(|one| Fact::StageMoved { to: model.name(one.to).to_owned(), on: one.on }),
    );
}

/// Both lists are in the order of their ids.
fn compare<T, Id: Ord>(
    before: &[&Arc<T>],
    after: &[&Arc<T>],
    id: impl Fn(&T) -> Id,
    tell: impl Fn(Option<&T>, Option<&T>, &mut Vec<Fact>),
    facts: &mut Vec<Fact>,
) {
    let find = |list: &[&Arc<T>], wanted: &T| list.binary_search_by_key(&id(wanted), |one| id(one)).ok();
    for now in after {
        match find(before, now).and_then(|index| before.get(index)) {
            Some(then) if Arc::ptr_eq(then, now) => {}
            then => tell(then.map(|one| &***one), Some(&***now), facts),
        }
    }
    for then in before.iter().filter(|then| find(after, then).is_none()) {
        tell(Some(&***then), None, facts);
    }
}

#[cfg(test)]
mod tests;
