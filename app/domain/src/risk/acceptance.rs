//! Taking a threat over appetite on purpose, by name and for a time.
use super::{Risk, RiskKind, RiskStanding, RiskState};
use crate::{
    Act, Decision, Impossible, Innovation, InnovationId, Line, MembershipId, PostKind, Problem, Reason, Refusal,
    RiskId, Role, Rule, Seen, Version,
};
use chrono::{Days, NaiveDate};
use std::sync::Arc;

#[derive(Clone, Debug)]
pub struct AcceptanceInput {
    pub reason: Reason,
    /// The body that was asked, such as the programme board.
    pub body: Option<Line>,
    /// The last day it counts; from today to `MOST_DAYS` ahead.
    pub until: NaiveDate,
}

impl AcceptanceInput {
    pub const MOST_DAYS: u64 = 180;

    /// The furthest day that may be chosen.
    #[must_use]
    pub fn last_day(today: NaiveDate) -> NaiveDate {
        today.checked_add_days(Days::new(Self::MOST_DAYS)).unwrap_or(today)
    }
}

impl Seen<'_> {
    /// What somebody must be allowed to do to accept a risk as it stands; none where nothing is to be accepted.
    #[must_use]
    pub fn acceptance_of(self, risk: &Risk) -> Option<Act> {
        if risk.kind == RiskKind::Opportunity || !risk.is_open() {
            return None;
        }
        match RiskStanding::of(risk.score(), self.appetite_of(risk.category)) {
            RiskStanding::OverTolerance => Some(Act::AcceptRiskAboveTolerance),
            RiskStanding::OverAppetite => Some(Act::AcceptRisk),
            RiskStanding::Within | RiskStanding::Accepted => None,
        }
    }

    /// Within tolerance by an executive or the sponsor, above it by an executive only.
    pub fn accept_risk(
        self,
        about: impl Into<Option<InnovationId>>,
        id: RiskId,
        input: AcceptanceInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let about = about.into();
        let before = self.risk(about, id)?;
        let wanted = self.acceptance_of(before);
        let innovation = self.open_for(wanted.unwrap_or(Act::AcceptRisk), about)?;
        Refusal::unless_seen(seen, before)?;
        if !before.is_open() {
            return Err(Refusal::Impossible(Impossible::RiskClosed));
        }
        if wanted.is_none() {
            return Err(Refusal::Impossible(Impossible::NothingToAccept));
        }
        let by = self.accepts_as(innovation).ok_or(Refusal::NotAllowed(Act::AcceptRisk))?;
        let AcceptanceInput { reason, body, until } = input;
        let last = AcceptanceInput::last_day(today);
        let rules = [(until < today, Rule::Before(today)), (until > last, Rule::After(last))];
        let broken = rules.into_iter().filter(|(broken, _)| *broken);
        Refusal::unless_sound(broken.map(|(_, rule)| Problem::new("until", rule)).collect())?;
        let state = RiskState::Accepted { by, body, reason: reason.clone(), on: today, until };
        Ok(Decision::change(before, Risk { state, ..(**before).clone() }).because(Some(reason)))
    }

    /// The place that gives the right: as an executive, else as the sponsor.
    fn accepts_as(self, innovation: Option<&Arc<Innovation>>) -> Option<MembershipId> {
        let executive = self.actor.memberships().find(|held| held.role == Role::Executive).map(|held| held.id);
        let mut sponsors = innovation.into_iter().flat_map(|one| one.holders(PostKind::Sponsor, self.rights_on));
        executive.or_else(|| sponsors.find(|held| self.actor.holds(*held)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Portfolio, Post, testing::*};

    fn accept(portfolio: &Portfolio, person: crate::PersonId, until: &str) -> Result<Decision, Refusal> {
        let input = AcceptanceInput { reason: text("Worth trying"), body: None, until: day(until) };
        as_person(portfolio, person, |seen| seen.accept_risk(LAMPS, RISK, input, Version::FIRST, today()))
    }

    /// "Smart street lamps" with the team member as its sponsor.
    fn sponsored_by_lead(likelihood: u8, impact: u8) -> Portfolio {
        let before = with_risk(likelihood, impact);
        let innovation = as_person(&before, MANAGER, |seen| seen.innovation(LAMPS).cloned()).expect("there");
        let post = Post {
            kind: PostKind::Sponsor,
            membership: place(LEAD),
            from_on: day("2026-01-01"),
            to_on: None,
            handover_note: None,
        };
        let changed = Innovation { posts: vec![post], ..(*innovation).clone() };
        applied(&before, Decision::change(&innovation, changed))
    }

    #[test]
    fn over_appetite_an_executive_or_the_sponsor_accepts() {
        let over_appetite = with_risk(4, 4);
        for person in [LEAD, MANAGER, ADMINISTRATOR] {
            assert_eq!(accept(&over_appetite, person, "2027-01-31"), Err(Refusal::NotAllowed(Act::AcceptRisk)));
        }
        assert!(accept(&over_appetite, EXECUTIVE, "2027-01-31").is_ok());
        let accepted = accept(&sponsored_by_lead(4, 4), LEAD, "2027-01-31").expect("the sponsor may");
        let accepted = applied(&sponsored_by_lead(4, 4), accepted);
        let state = as_person(&accepted, LEAD, |seen| seen.risk(LAMPS, RISK).map(|risk| risk.state.clone()));
        assert!(matches!(state, Ok(RiskState::Accepted { by, .. }) if by == place(LEAD)));
    }

    #[test]
    fn above_tolerance_only_an_executive_accepts() {
        let refused = accept(&sponsored_by_lead(4, 5), LEAD, "2027-01-31");
        assert_eq!(refused, Err(Refusal::NotAllowed(Act::AcceptRiskAboveTolerance)));
        assert!(accept(&with_risk(4, 5), EXECUTIVE, "2027-01-31").is_ok());
    }

    #[test]
    fn an_acceptance_ends_within_180_days() {
        let last = day("2027-05-23");
        let over = with_risk(4, 4);
        assert!(accept(&over, EXECUTIVE, "2027-05-23").is_ok());
        assert!(accept(&over, EXECUTIVE, "2026-11-24").is_ok());
        assert_eq!(accept(&over, EXECUTIVE, "2027-05-24"), Err(Refusal::invalid("until", Rule::After(last))));
        assert_eq!(accept(&over, EXECUTIVE, "2026-11-23"), Err(Refusal::invalid("until", Rule::Before(today()))));
    }

    #[test]
    fn within_appetite_there_is_nothing_to_accept() {
        let refused = accept(&with_risk(3, 4), EXECUTIVE, "2027-01-31");
        assert_eq!(refused, Err(Refusal::Impossible(Impossible::NothingToAccept)));
    }

    #[test]
    fn who_may_not_see_the_innovation_learns_nothing_of_its_risks() {
        assert_eq!(accept(&with_risk(4, 4), VIEWER, "2027-01-31"), Err(Refusal::NotFound));
    }
}
