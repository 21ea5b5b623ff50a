//! How sure the sponsor is, beside what the team says.
use super::{Confidence, StatusUpdate};
use crate::{
    Act, Decision, Impossible, InnovationId, MembershipId, PostKind, Problem, Reason, Refusal, Rule, Seen, Version,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The sponsor's own view on an update.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SponsorView {
    pub by: MembershipId,
    pub on: NaiveDate,
    pub confidence: Option<Confidence>,
    /// Chance in per cent that the next gate is met by its forecast date.
    pub confidence_pct: Option<u8>,
    pub note: Option<Reason>,
}

/// A colour, a chance in per cent, or words: at least one of the three.
#[derive(Clone, Debug)]
pub struct SponsorViewInput {
    pub sponsor_confidence: Option<Confidence>,
    pub sponsor_pct: Option<u8>,
    pub sponsor_note: Option<Reason>,
}

impl Seen<'_> {
    /// On the update that counts today; given again it takes the place of the first. What the team said stays as it is.
    pub fn give_sponsor_view(
        self,
        innovation: InnovationId,
        ordinal: u32,
        input: SponsorViewInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let innovation = self.open_innovation(Act::GiveSponsorView, innovation)?;
        let before = self.updates(innovation.id).find(|one| one.ordinal == ordinal).ok_or(Refusal::NotFound)?;
        if self.latest_update(innovation, today).is_some_and(|latest| latest.ordinal != ordinal) {
            return Err(Refusal::Impossible(Impossible::NewerUpdate));
        }
        Refusal::unless_seen(seen, before)?;
        let SponsorViewInput { sponsor_confidence: confidence, sponsor_pct: confidence_pct, sponsor_note: note } =
            input;
        if confidence.is_none() && confidence_pct.is_none() && note.is_none() {
            return Err(Refusal::invalid("sponsor_confidence", Rule::Missing));
        }
        let out_of_range = confidence_pct.filter(|chance| *chance > 100);
        Refusal::unless_sound(
            out_of_range.map(|_| Problem::new("sponsor_pct", Rule::OutOfRange(0, 100))).into_iter().collect(),
        )?;
        let mut held = innovation.holders(PostKind::Sponsor, today).filter(|id| self.actor.holds(*id));
        let by = held.next().ok_or(Refusal::NotAllowed(Act::GiveSponsorView))?;
        let view = SponsorView { by, on: today, confidence, confidence_pct, note };
        Ok(Decision::change(before, StatusUpdate { sponsor_view: Some(view), ..(**before).clone() }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{testing::*, update::post::tests::posted};

    fn input(chance: Option<u8>) -> SponsorViewInput {
        SponsorViewInput { sponsor_confidence: None, sponsor_pct: chance, sponsor_note: None }
    }

    #[test]
    fn the_sponsor_alone_gives_a_view_and_only_on_the_latest_update() {
        let one = posted(&portfolio(), "2026-11-10", Confidence::OnTrack);
        let two = posted(&one, "2026-11-20", Confidence::OnTrack);
        let give = |portfolio: &crate::Portfolio, person, ordinal, chance| {
            as_person(portfolio, person, |seen| {
                seen.give_sponsor_view(LAMPS, ordinal, input(chance), Version::FIRST, today())
            })
        };
        for person in [MANAGER, LEAD, ADMINISTRATOR] {
            assert_eq!(give(&two, person, 2, Some(40)), Err(Refusal::NotAllowed(Act::GiveSponsorView)));
        }
        assert_eq!(give(&two, EXECUTIVE, 1, Some(40)), Err(Refusal::Impossible(Impossible::NewerUpdate)));
        assert_eq!(give(&two, EXECUTIVE, 3, Some(40)), Err(Refusal::NotFound));
        assert_eq!(give(&two, EXECUTIVE, 2, None), Err(Refusal::invalid("sponsor_confidence", Rule::Missing)));
        let over = Err(Refusal::invalid("sponsor_pct", Rule::OutOfRange(0, 100)));
        assert_eq!(give(&two, EXECUTIVE, 2, Some(101)), over);
        let given = applied(&two, give(&two, EXECUTIVE, 2, Some(40)).expect("allowed"));
        as_person(&given, LEAD, |seen| {
            let last = seen.latest_update(&innovation(), today()).expect("there");
            let view = last.sponsor_view.as_ref().expect("given");
            assert_eq!((view.by, view.on, view.confidence_pct), (place(EXECUTIVE), today(), Some(40)));
            assert_eq!(last.confidence, Confidence::OnTrack, "the team's word stays");
        });
        let again = give(&given, EXECUTIVE, 2, Some(50));
        assert!(matches!(again, Err(Refusal::Outdated { .. })), "read before the first was given");
    }
}
