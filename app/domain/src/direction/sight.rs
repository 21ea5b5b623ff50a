//! The line of sight: what leaders want, what will be different, what shows it, what is being done; and the gaps.
use super::{Alignment, Figures, Measure, MeasureOf, Outcome, PriorityArea, WellDefined, alignment, focus};
use crate::{
    Actor, Innovation, MeasureId, Membership, OutcomeId, Pence, PriorityAreaId, Reading, Seen, Side, Standing,
};
use chrono::NaiveDate;
use std::sync::Arc;

/// Everything the page of priorities draws.
#[derive(Clone, Debug, PartialEq)]
pub struct LineOfSight {
    /// Active ones first, then those to come, then those closed; each by title.
    pub areas: Vec<AreaSight>,
    pub active: usize,
    /// 0 to 1, from the number of active areas.
    pub focus: f64,
    pub alignment: Option<Alignment>,
    pub gaps: Gaps,
    /// The next agreed review; changing the set before it is changing it between reviews.
    pub next_review_on: Option<NaiveDate>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct AreaSight {
    pub area: Arc<PriorityArea>,
    pub is_active: bool,
    pub political_sponsor: Option<Arc<Membership>>,
    pub officer_sponsor: Option<Arc<Membership>>,
    pub well_defined: WellDefined,
    pub outcomes: Vec<OutcomeSight>,
    /// Under way and linked to it, by number.
    pub innovations: Vec<Arc<Innovation>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeSight {
    pub outcome: Arc<Outcome>,
    pub measures: Vec<MeasureSight>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct MeasureSight {
    pub measure: Arc<Measure>,
    pub figures: Figures,
    /// Those that count, oldest first.
    pub readings: Vec<Arc<Reading>>,
}

/// What is missing in the line, both ways. Only innovations under way and active areas count.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gaps {
    pub innovations_without_area: Vec<Arc<Innovation>>,
    pub areas_without_innovation: Vec<Arc<PriorityArea>>,
    pub outcomes_without_measure: Vec<Arc<Outcome>>,
    /// No reading at all for too long, or the latest is too old.
    pub measures_without_reading: Vec<Arc<Measure>>,
}

impl Gaps {
    #[must_use]
    pub fn count(&self) -> usize {
        self.innovations_without_area.len()
            + self.areas_without_innovation.len()
            + self.outcomes_without_measure.len()
            + self.measures_without_reading.len()
    }
}

impl<'a> Seen<'a> {
    #[must_use]
    pub fn line_of_sight(self, today: NaiveDate) -> LineOfSight {
        let mut areas: Vec<_> = self
            .priority_areas()
            .filter(|one| self.is_in_sight(one.id))
            .map(|one| self.area_sight(one, today))
            .collect();
        areas.sort_by_key(|one| (!one.is_active, one.area.active_from <= today, one.area.title.clone()));
        let active = areas.iter().filter(|one| one.is_active).count();
        let reviews = areas.iter().filter(|one| one.is_active).filter_map(|one| one.area.review_on);
        LineOfSight {
            active,
            focus: focus(active),
            alignment: self.alignment(today),
            gaps: self.gaps(&areas, today),
            next_review_on: reviews.filter(|day| today < *day).min(),
            areas,
        }
    }

    /// With its outcomes, measures and innovations.
    #[must_use]
    pub fn area_sight(self, area: &Arc<PriorityArea>, today: NaiveDate) -> AreaSight {
        let outcomes: Vec<_> = self
            .outcomes(area.id)
            .map(|one| OutcomeSight {
                outcome: one.clone(),
                measures: self.measure_sights(MeasureOf::Outcome(one.id), today),
            })
            .collect();
        let mut innovations: Vec<_> =
            self.under_way().filter(|one| one.priority_area == Some(area.id)).cloned().collect();
        innovations.sort_by_key(|one| one.number);
        let held = |id: Option<_>| id.and_then(|id| self.membership(id)).cloned();
        AreaSight {
            area: area.clone(),
            is_active: area.is_active(today),
            political_sponsor: held(area.political_sponsor),
            officer_sponsor: held(area.officer_sponsor),
            well_defined: self.well_defined(area, &outcomes, today),
            outcomes,
            innovations,
        }
    }

    /// The measures of an outcome or an innovation with what their readings say, by title.
    #[must_use]
    pub fn measure_sights(self, of: MeasureOf, today: NaiveDate) -> Vec<MeasureSight> {
        let mut measures: Vec<_> = self.measures_of(of).map(|one| self.measure_sight(one, today)).collect();
        measures.sort_by(|a, b| a.measure.title.cmp(&b.measure.title));
        measures
    }

    #[must_use]
    pub fn measure_sight(self, measure: &Arc<Measure>, today: NaiveDate) -> MeasureSight {
        let figures = measure.figures(self.readings(measure.id), today);
        let readings = self.readings_that_count(measure.id, today).into_iter().cloned().collect();
        MeasureSight { measure: measure.clone(), figures, readings }
    }

    /// Of each day up to this one the reading that was entered last, oldest first.
    #[must_use]
    pub fn readings_that_count(self, measure: MeasureId, today: NaiveDate) -> Vec<&'a Arc<Reading>> {
        let mut readings: Vec<_> = self.readings(measure).filter(|one| one.on <= today).collect();
        readings.sort_by_key(|one| (one.on, std::cmp::Reverse((one.entry.at, one.id))));
        readings.dedup_by_key(|one| one.on);
        readings
    }

    /// Share of the innovations under way that serve an active priority area.
    #[must_use]
    pub fn alignment(self, today: NaiveDate) -> Option<Alignment> {
        let weighed: Vec<_> = self
            .under_way()
            .map(|one| {
                let approved: Pence = self.budget_lines(one.id).map(|line| line.approved).sum();
                (Some(approved), self.serves_active_area(one, today))
            })
            .collect();
        alignment(&weighed)
    }

    fn gaps(self, areas: &[AreaSight], today: NaiveDate) -> Gaps {
        let active = || areas.iter().filter(|one| one.is_active);
        let outcomes = || active().flat_map(|one| &one.outcomes);
        let mut without_area: Vec<_> =
            self.under_way().filter(|one| !self.serves_active_area(one, today)).cloned().collect();
        without_area.sort_by_key(|one| one.number);
        let of_innovations = self.under_way().flat_map(|one| self.measure_sights(MeasureOf::Innovation(one.id), today));
        let measures = outcomes().flat_map(|one| one.measures.clone()).chain(of_innovations);
        Gaps {
            innovations_without_area: without_area,
            areas_without_innovation: active()
                .filter(|one| one.innovations.is_empty())
                .map(|one| one.area.clone())
                .collect(),
            outcomes_without_measure: outcomes()
                .filter(|one| one.measures.is_empty())
                .map(|one| one.outcome.clone())
                .collect(),
            measures_without_reading: measures.filter(|one| one.figures.is_stale).map(|one| one.measure).collect(),
        }
    }

    fn well_defined(self, area: &PriorityArea, outcomes: &[OutcomeSight], today: NaiveDate) -> WellDefined {
        let stated = || {
            let long = |one: &&OutcomeSight| one.outcome.statement.chars().count() >= WellDefined::STATEMENT;
            outcomes.iter().filter(long)
        };
        let is_whole = |one: &Measure| one.baseline.is_some() && one.target.is_some() && one.target_on.is_some();
        WellDefined {
            has_outcome: stated().next().is_some(),
            has_measure: stated().flat_map(|one| &one.measures).any(|one| is_whole(&one.measure)),
            has_political_sponsor: self.is_in_post(area.political_sponsor, Side::Political, today),
            has_officer_sponsor: self.is_in_post(area.officer_sponsor, Side::Managerial, today),
        }
    }

    /// The active set, as far as it may be read.
    pub(crate) fn under_way(self) -> impl Iterator<Item = &'a Arc<Innovation>> {
        self.innovations().filter(move |one| self.kind_of(one).is_active())
    }

    pub(crate) fn serves_active_area(self, innovation: &Innovation, today: NaiveDate) -> bool {
        let area = innovation.priority_area.and_then(|id| self.priority_area(id));
        area.is_some_and(|area| area.is_active(today))
    }

    /// Whether the measures of an outcome may be read.
    pub(crate) fn is_outcome_in_sight(self, id: OutcomeId) -> bool {
        let is_member = matches!(self.actor.standing, Standing::Member(_));
        is_member || self.outcome_by_id(id).is_ok_and(|one| self.is_in_sight(one.priority_area))
    }

    /// People of a member council see the areas that their own innovations serve.
    fn is_in_sight(self, area: PriorityAreaId) -> bool {
        match self.actor {
            Actor { standing: Standing::Member(_), .. } => true,
            Actor { standing: Standing::Neighbour(_), .. } => {
                self.innovations().any(|one| one.priority_area == Some(area))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::direction::testing::*;
    use crate::testing::*;
    use crate::{CouncilId, Decision, MembershipId, Number, PersonId, Portfolio, ReadingId, ReadingInput, Version};
    use uuid::Uuid;

    fn sight(portfolio: &Portfolio) -> LineOfSight {
        as_person(portfolio, MANAGER, |seen| seen.line_of_sight(today()))
    }

    fn linked(portfolio: &Portfolio) -> Portfolio {
        let decision = as_person(portfolio, MANAGER, |seen| {
            let lamps = seen.innovation(LAMPS).expect("there");
            Decision::change(lamps, Innovation { priority_area: Some(CARE), ..(**lamps).clone() })
        });
        applied(portfolio, decision)
    }

    #[test]
    fn the_gaps_are_listed_both_ways() {
        let other = OutcomeId(Uuid::from_u128(711));
        let before =
            after(&with_measure(), MANAGER, |seen| seen.add_outcome(other, CARE, outcome("Nobody waits at night")));
        let gaps = sight(&before).gaps;
        assert_eq!(gaps.innovations_without_area.iter().map(|one| one.id).collect::<Vec<_>>(), [LAMPS]);
        assert_eq!(gaps.areas_without_innovation.iter().map(|one| one.id).collect::<Vec<_>>(), [CARE]);
        assert_eq!(gaps.outcomes_without_measure.iter().map(|one| one.id).collect::<Vec<_>>(), [other]);
        assert_eq!(gaps.measures_without_reading.len(), 1, "the records of a test are entered in 1970");
        assert_eq!(gaps.count(), 4);
    }

    #[test]
    fn a_whole_line_has_no_gap() {
        let read = after(&linked(&with_measure()), MANAGER, |seen| {
            let input = ReadingInput { on: day("2026-11-01"), value: Number(33.0), note: None };
            seen.add_reading(ReadingId(Uuid::from_u128(1)), CALLS, input, today())
        });
        let sight = sight(&read);
        assert_eq!(sight.gaps, Gaps::default());
        assert_eq!((sight.active, sight.alignment), (1, Some(Alignment { share: 1.0, is_weighted: false })));
        assert!(sight.areas[0].well_defined.is_met());
        assert_eq!(sight.areas[0].innovations.len(), 1);
    }

    #[test]
    fn a_closed_area_leaves_its_innovations_without_one() {
        let closed = after(&linked(&with_measure()), MANAGER, |seen| {
            let input = crate::ClosePriorityAreaInput {
                active_to: day("2026-11-20"),
                closed_reason: crate::ClosedReason::Dropped,
                reason: None,
            };
            seen.close_priority_area(CARE, input, Version::FIRST)
        });
        let sight = sight(&closed);
        assert_eq!(sight.gaps.innovations_without_area.len(), 1);
        assert_eq!((sight.gaps.count(), sight.active), (1, 0), "a closed area has no gaps of its own");
    }

    #[test]
    fn a_sponsor_who_has_left_is_not_in_post() {
        let before = linked(&with_measure());
        let decision = as_person(&before, MANAGER, |seen| {
            let leader = seen.membership(place(LEADER)).expect("there");
            Decision::change(leader, Membership { to_on: Some(day("2026-11-23")), ..(**leader).clone() })
        });
        let found = sight(&applied(&before, decision));
        let defined = found.areas[0].well_defined;
        assert!(!defined.has_political_sponsor && defined.has_officer_sponsor && defined.has_measure);
        assert_eq!(found.areas[0].political_sponsor.as_ref().map(|one| one.id), Some::<MembershipId>(place(LEADER)));
    }

    #[test]
    fn a_viewer_is_not_told_of_innovations_they_may_not_read() {
        let seen = as_person(&linked(&with_measure()), VIEWER, |seen| seen.line_of_sight(today()));
        assert!(seen.areas[0].innovations.is_empty() && seen.gaps.innovations_without_area.is_empty());
        assert_eq!(seen.alignment, None);
    }

    #[test]
    fn people_of_a_member_council_see_the_areas_that_their_innovations_serve() {
        let council = CouncilId(Uuid::from_u128(1));
        let neighbour = Actor { person: PersonId(Uuid::from_u128(9)), standing: Standing::Neighbour(vec![council]) };
        let served = linked(&with_measure());
        let listed = as_person(&served, MANAGER, |seen| {
            let lamps = seen.innovation(LAMPS).expect("there");
            Decision::change(lamps, Innovation { councils: vec![council], ..(**lamps).clone() })
        });
        for (portfolio, areas) in [(&served, 0), (&applied(&served, listed), 1)] {
            let seen = Seen::new(portfolio, &neighbour, today());
            assert_eq!((seen.line_of_sight(today()).areas.len(), seen.measures().count()), (areas, areas));
        }
    }
}
