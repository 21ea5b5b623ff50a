//! Which risks may be read: those of innovations that may be read, and those of the organisation as a whole.
use super::Risk;
use crate::{
    Act, Impossible, Innovation, InnovationId, Refusal, RiskId, Seen,
    id::{FIRST, LAST},
};
use std::sync::Arc;

impl<'a> Seen<'a> {
    /// Of one innovation, or of the organisation as a whole; none where they may not be read.
    pub fn risks(self, about: impl Into<Option<InnovationId>>) -> impl DoubleEndedIterator<Item = &'a Arc<Risk>> {
        let about = about.into();
        let visible = self.read_about(about).is_ok();
        let range = (about, RiskId(FIRST))..=(about, RiskId(LAST));
        self.portfolio.shelves.risks.range(range).map(|(_, one)| one).filter(move |_| visible)
    }

    /// Every risk that may be read.
    pub fn all_risks(self) -> impl Iterator<Item = &'a Arc<Risk>> {
        self.portfolio.shelves.risks.values().filter(move |one| self.read_about(one.innovation).is_ok())
    }

    /// # Errors
    /// `NotFound` when it is not there or may not be seen.
    pub fn risk(self, about: impl Into<Option<InnovationId>>, id: RiskId) -> Result<&'a Arc<Risk>, Refusal> {
        let about = about.into();
        self.read_about(about)?;
        self.portfolio.shelves.risks.get(&(about, id)).ok_or(Refusal::NotFound)
    }

    /// The innovation, if it is about one.
    ///
    /// # Errors
    /// `NotFound` when what it is about is not there or may not be read.
    pub fn read_about(self, about: Option<InnovationId>) -> Result<Option<&'a Arc<Innovation>>, Refusal> {
        match about {
            Some(id) => self.innovation(id).map(Some),
            None if self.reads_inside() => Ok(None),
            None => Err(Refusal::NotFound),
        }
    }

    /// What somebody may do this to: an innovation that has not been stopped, or the organisation as a whole.
    pub(crate) fn open_for(
        self,
        act: Act,
        about: Option<InnovationId>,
    ) -> Result<Option<&'a Arc<Innovation>>, Refusal> {
        let innovation = self.read_about(about)?;
        self.must(act, innovation.map(|one| &**one))?;
        if innovation.is_some_and(|one| self.place_of(one) == crate::Place::Stopped) {
            return Err(Refusal::Impossible(Impossible::Stopped));
        }
        Ok(innovation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, Portfolio, RiskKind, Score, testing::*};

    fn with_risk_of_all() -> Portfolio {
        let risk = Risk { innovation: None, ..risk_scored(Score { likelihood: 4, impact: 5 }) };
        applied(&portfolio(), Decision::add(risk))
    }

    #[test]
    fn a_risk_of_the_organisation_is_read_by_its_people_and_not_by_a_viewer_for_partners() {
        let portfolio = with_risk_of_all();
        for (person, reads) in
            [(ADMINISTRATOR, true), (MANAGER, true), (LEAD, true), (EXECUTIVE, true), (VIEWER, false)]
        {
            let found = as_person(&portfolio, person, |seen| {
                (seen.risk(None, RISK).is_ok(), seen.all_risks().count(), seen.risks(LAMPS).count())
            });
            assert_eq!(found, (reads, usize::from(reads), 0), "{person}");
        }
    }

    #[test]
    fn a_programme_manager_enters_a_risk_of_the_organisation() {
        let add = |person| {
            as_person(&portfolio(), person, |seen| {
                seen.add_risk(RISK, None, RiskKind::Threat, risk_input(), scoring(3, 4), today())
            })
        };
        assert!(add(MANAGER).is_ok());
        assert_eq!(add(LEAD), Err(Refusal::NotAllowed(Act::EditInnovation)));
        assert_eq!(add(VIEWER), Err(Refusal::NotFound));
    }
}
