//! Who leads how much, and who has promised more than they can give.
use super::{HalfDays, TimeGiven, figures::RECENT};
use crate::{Innovation, PersonId, PostKind, Seen, calendar::last_of_month, days};
use chrono::NaiveDate;
use std::{collections::BTreeMap, sync::Arc};

/// More than this in one month is more than anybody has.
const MOST_PROMISED: HalfDays = HalfDays::days(20);

/// What one person leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Load<'a> {
    pub person: PersonId,
    /// Those in an active stage, by number.
    pub innovations: Vec<&'a Arc<Innovation>>,
    /// More than the organisation wants one person to lead.
    pub is_over: bool,
}

/// Somebody who promised more than twenty days of one month over all innovations in an active stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overpromised {
    pub person: PersonId,
    pub month: NaiveDate,
    pub promised: HalfDays,
}

impl<'a> Seen<'a> {
    /// Everyone who leads an innovation in an active stage; whoever leads most stands first.
    #[must_use]
    pub fn load(self, today: NaiveDate) -> Vec<Load<'a>> {
        let mut leads: BTreeMap<PersonId, Vec<_>> = BTreeMap::new();
        for innovation in self.active_innovations() {
            let lead = innovation.holder(PostKind::Lead, today).and_then(|lead| self.membership(lead));
            if let Some(lead) = lead {
                leads.entry(lead.person).or_default().push(innovation);
            }
        }
        let limit = self.organisation().lead_limit();
        let load = |(person, mut innovations): (_, Vec<&'a Arc<Innovation>>)| {
            innovations.sort_by_key(|one| one.number);
            Load { person, is_over: innovations.len() > limit, innovations }
        };
        let mut load: Vec<_> = leads.into_iter().map(load).collect();
        load.sort_by_key(|one| std::cmp::Reverse(one.innovations.len()));
        load
    }

    /// Of the latest month of which anything is recorded, unless it ended more than 60 days ago.
    #[must_use]
    pub fn overpromised(self, today: NaiveDate) -> Vec<Overpromised> {
        let Some((month, rows)) = self.latest_time(today) else { return vec![] };
        let mut sums: BTreeMap<PersonId, HalfDays> = BTreeMap::new();
        for row in rows {
            if let Some(place) = self.membership(row.membership) {
                let sum = sums.entry(place.person).or_default();
                *sum = [*sum, row.days_promised].into_iter().sum();
            }
        }
        let over = sums.into_iter().filter(|(_, promised)| *promised > MOST_PROMISED);
        over.map(|(person, promised)| Overpromised { person, month, promised }).collect()
    }

    /// What is recorded of the latest month over all innovations in an active stage, unless it ended more than 60
    /// days ago.
    pub(crate) fn latest_time(self, today: NaiveDate) -> Option<(NaiveDate, Vec<&'a Arc<TimeGiven>>)> {
        let mut rows: Vec<_> = self.active_innovations().flat_map(|one| self.times_given(one.id)).collect();
        let month = rows.iter().map(|one| one.month).filter(|month| *month <= today).max()?;
        rows.retain(|one| one.month == month);
        (days(last_of_month(month), today) <= RECENT).then_some((month, rows))
    }

    fn active_innovations(self) -> impl Iterator<Item = &'a Arc<Innovation>> {
        self.innovations().filter(move |one| self.kind_of(one).is_active())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, InnovationId, Place, Portfolio, StageMove, StageMoveId, testing::*};
    use uuid::Uuid;

    fn with_another(number: u32, place: Place) -> Decision {
        let id = InnovationId(Uuid::from_u128(100 + u128::from(number)));
        let start = StageMove { id: StageMoveId(id.0), ..entered(id, 1, Place::Idea, place, day("2026-02-01")) };
        Decision::add(Innovation { id, number, ..innovation() }).and_add(start)
    }

    fn three() -> Portfolio {
        let more = with_another(2, Place::Stage(2)).and(with_another(3, Place::Stage(1)));
        applied(&portfolio(), more.and(with_another(4, Place::Paused)))
    }

    #[test]
    fn three_innovations_in_an_active_stage_are_more_than_one_person_should_lead() {
        as_person(&portfolio(), LEAD, |seen| {
            let load = seen.load(today());
            assert_eq!((load.len(), load[0].innovations.len(), load[0].is_over), (1, 1, false));
        });
        as_person(&three(), LEAD, |seen| {
            let load = seen.load(today());
            let numbers: Vec<_> = load[0].innovations.iter().map(|one| one.number).collect();
            assert_eq!((numbers, load[0].is_over, load[0].person), (vec![1, 2, 3], true, LEAD));
        });
    }

    #[test]
    fn more_than_twenty_days_of_a_month_over_all_innovations_is_too_much() {
        let promised = |number: u32, days: &str| crate::TimeGiven {
            id: crate::TimeGivenId(Uuid::from_u128(900 + u128::from(number))),
            innovation: InnovationId(Uuid::from_u128(u128::from(number))),
            days_promised: text(days),
            ..time_given()
        };
        let with = |second: &str| {
            let decision = Decision::add(promised(100, "12")).and_add(promised(102, second));
            applied(&three(), decision)
        };
        as_person(&with("8"), LEAD, |seen| assert_eq!(seen.overpromised(today()), []));
        as_person(&with("8.5"), LEAD, |seen| {
            let over = Overpromised { person: LEAD, month: day("2026-10-01"), promised: text("20.5") };
            assert_eq!(seen.overpromised(today()), [over]);
            assert_eq!(seen.overpromised(day("2027-01-14")), [], "too long ago");
        });
    }
}
