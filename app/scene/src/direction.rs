//! What leaders agreed to concentrate on.
use crate::{
    deed::{Deeds, id, words},
    measure::Measured,
    organisation::Organisation,
    people::Who,
};
use domain::{MeasureOf, OutcomeId, OutcomeInput, PriorityAreaId, PriorityAreaInput};

pub(crate) struct Area {
    pub title: &'static str,
    pub political: Who,
    pub officer: Who,
    pub outcome: &'static str,
    pub measure: Measured,
}

/// Days to come until the direction is looked at again.
const REVIEW: i64 = -96;

impl Organisation {
    pub fn area(&self, number: usize) -> PriorityAreaId {
        PriorityAreaId(id(&format!("priority area {} {number}", self.code)))
    }

    fn outcome(&self, number: usize) -> OutcomeId {
        OutcomeId(id(&format!("outcome {} {number}", self.code)))
    }

    pub fn agree_direction(&'static self, deeds: &mut Deeds) {
        let ago = self.founded;
        let review_on = deeds.day(REVIEW);
        for (number, area) in (1..).zip(self.areas) {
            deeds.add(ago, self.manager, move |seen, today| {
                let input = PriorityAreaInput {
                    title: words(area.title),
                    active_from: today,
                    political_sponsor: Some(area.political.place()),
                    officer_sponsor: Some(area.officer.place()),
                    review_on: Some(review_on),
                };
                seen.add_priority_area(self.area(number), input, today)
            });
            deeds.add(ago - 1, self.manager, move |seen, _| {
                let input = OutcomeInput { statement: words(area.outcome) };
                seen.add_outcome(self.outcome(number), self.area(number), input)
            });
            let of = MeasureOf::Outcome(self.outcome(number));
            area.measure.tell(&format!("{} {number}", self.code), of, |_| self.manager, deeds);
        }
    }
}
