//! How many a row says were reached at a site in one period.
use super::{
    super::{ImportField, ImportRow, ImportSaid, SiteRow, plan::derived},
    Draft, Planner, column_of,
};
use crate::{InnovationId, Line, Problem, ReachCount, ReachCountId, ReachInput, Rule, SiteId};
use std::sync::Arc;

/// Most people that can be counted at one place.
const MOST: u32 = 10_000_000;

impl<'a> Planner<'a> {
    /// One that is here for the same period is put right.
    pub(super) fn counted(
        &self,
        row: &mut ImportRow,
        told: &SiteRow,
        innovation: InnovationId,
        site: SiteId,
        draft: &mut Draft<'a>,
    ) {
        let names = &self.named;
        let Some(reached) = self.people(row, ImportField::Reached, told.reached) else { return };
        for (field, day) in [(ImportField::CountedFrom, told.counted_from), (ImportField::CountedTo, told.counted_to)] {
            if day.is_none() {
                names.missing(row, field);
            }
        }
        let once = names.yes(row, ImportField::CountedOnce, told.counted_once.as_ref());
        let (Some(from_on), Some(to_on)) = (told.counted_from, told.counted_to) else { return };
        if let Some(above) = self.above.get(&site)
            && above.points.contains(&super::Point::Counted(to_on))
        {
            // It says so of a step as well; the period was told above.
            if above.told.counted_to == Some(to_on) && above.told.reached != Some(reached) {
                names.note(row, ImportField::Reached, ImportSaid::FirstRowCounts(above.row));
            }
            return;
        }
        let seen = draft.seen();
        let counts = || seen.reach_counts(innovation, site);
        let here = counts().find(|one| one.to_on == to_on);
        let last: Option<&Arc<ReachCount>> = here.or_else(|| counts().max_by_key(|one| one.to_on));
        let of_others = || seen.reach_counts_of(innovation).max_by_key(|one| one.to_on).map(|one| one.unit.clone());
        let meant_for = self.people(row, ImportField::EligiblePeople, told.eligible_people);
        let unit = told.counted.clone().or_else(|| last.map(|one| one.unit.clone())).or_else(of_others);
        let known = here.and_then(|one| one.eligible_people);
        let known = known.or_else(|| seen.site(innovation, site).ok().and_then(|one| one.eligible_people));
        let Some(unit) = unit.or_else(|| Line::cut("people")) else { return };
        let input = ReachInput {
            site,
            from_on,
            to_on,
            eligible_people: meant_for.or(known),
            reached_people: Some(reached),
            unit,
            unique: once.unwrap_or(last.is_none_or(|one| one.unique)),
        };
        let id = ReachCountId(derived(self.id, "reach count", &format!("{site}\n{to_on}")));
        let decided = match here {
            Some(here) => seen.edit_reach(innovation, here.id, &input, here.entry.version, names.today),
            None => seen.count_reach(innovation, &[(id, input)], names.today),
        };
        match decided {
            Ok(decision) => draft.take(decision),
            Err(refusal) => names.refuse_all(row, refusal, column_of),
        }
    }

    /// As the forms have it; none where it is out of range, which is a problem.
    pub(super) fn people(&self, row: &mut ImportRow, field: ImportField, people: Option<u32>) -> Option<u32> {
        if people.is_some_and(|people| people > MOST) {
            let problem = Problem::new("people", Rule::OutOfRange(0, MOST.into()));
            self.named.refuse(row, &[problem], |_| field);
            return None;
        }
        people
    }
}
