//! Where a measure is looked at from: the priorities, or the innovation it belongs to.
use crate::{failure::Failure, here::Here, innovation_frame};
use domain::{Act, Innovation, Measure, MeasureId, MeasureOf, OutcomeId, PriorityAreaId, Refusal};
use serde::Deserialize;
use std::sync::Arc;

/// The parts of any address about measures; which are there says where it is looked at from.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Address {
    pub number: Option<u32>,
    pub area: Option<PriorityAreaId>,
    pub outcome: Option<OutcomeId>,
    pub measure: Option<MeasureId>,
}

/// What is measured, and the pages around it.
pub struct Measured {
    pub of: MeasureOf,
    /// What may be needed to change it from here.
    pub act: Act,
    pub innovation: Option<Arc<Innovation>>,
    /// The outcome or the innovation in words.
    pub title: String,
}

impl Measured {
    /// Of a new measure, or of one that is there; a measure of something else is not found here.
    pub fn at(here: &Here, address: Address) -> Result<Self, Failure> {
        let measure = address.measure.map(|id| here.seen().measure(id)).transpose()?;
        let found = match (address.number, address.outcome, measure) {
            (Some(number), _, _) => Self::of_innovation(here.seen().numbered(number)?.clone()),
            (None, Some(outcome), None) => {
                let area = address.area.ok_or(Refusal::NotFound)?;
                here.seen().outcome(area, outcome)?;
                Self::of_outcome(here, outcome)?
            }
            (None, _, Some(measure)) => match measure.of {
                MeasureOf::Outcome(outcome) => Self::of_outcome(here, outcome)?,
                MeasureOf::Innovation(id) => {
                    let innovation = here.seen().innovation(id)?.clone();
                    Self { act: Act::EditDirection, ..Self::of_innovation(innovation) }
                }
            },
            (None, None, None) => return Err(Failure::NotFound),
        };
        if measure.is_some_and(|one| one.of != found.of) {
            return Err(Failure::NotFound);
        }
        Ok(found)
    }

    fn of_innovation(innovation: Arc<Innovation>) -> Self {
        Self {
            of: MeasureOf::Innovation(innovation.id),
            act: Act::EditInnovation,
            title: innovation.title.to_string(),
            innovation: Some(innovation),
        }
    }

    fn of_outcome(here: &Here, outcome: OutcomeId) -> Result<Self, Failure> {
        let title = here.seen().outcome_by_id(outcome)?.statement.to_string();
        Ok(Self { of: MeasureOf::Outcome(outcome), act: Act::EditDirection, innovation: None, title })
    }

    pub fn must_change(&self, here: &Here) -> Result<(), Failure> {
        Ok(here.seen().must(self.act, self.innovation.as_deref())?)
    }

    #[must_use]
    pub fn may_change(&self, here: &Here) -> bool {
        !here.looks_back() && here.seen().may(self.act, self.innovation.as_deref())
    }

    /// The list of measures it is in, after the organisation.
    #[must_use]
    pub fn list(&self) -> String {
        match &self.innovation {
            Some(innovation) => format!("innovations/{}/measures", innovation.number),
            None => "priorities".into(),
        }
    }

    /// The page of one measure, after the organisation, for who looks at it from here.
    #[must_use]
    pub fn address(&self, measure: &Measure) -> String {
        match (&self.innovation, self.act) {
            (Some(innovation), Act::EditInnovation) => {
                format!("innovations/{}/measures/{}", innovation.number, measure.id)
            }
            _ => format!("measures/{}", measure.id),
        }
    }

    #[must_use]
    pub fn above(&self, here: &Here) -> Vec<(String, String)> {
        match &self.innovation {
            Some(innovation) => vec![
                (innovation_frame::named(here, innovation), here.link(&format!("innovations/{}", innovation.number))),
                ("Measures".into(), here.link(&self.list())),
            ],
            None => vec![("Priorities".into(), here.link("priorities"))],
        }
    }
}
