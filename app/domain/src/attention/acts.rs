//! What a sponsor did lately. Only what names the sponsor counts.
use crate::{Innovation, MembershipId, PostKind, Seen, TakenBy, choice::choices, days};
use chrono::NaiveDate;

/// Days of the window.
const WINDOW: i64 = 60;

choices! {
    AttentionAct {
        Decided "decided" "Took a decision about it",
        Viewed "viewed" "Gave a view on an update",
        Fronted "fronted" "Told people why",
        Met "met" "Met the people it affects",
        Moved "moved" "Decided on its stage",
    }
}

/// What the sponsor and the political sponsor did in the last sixty days, newest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attention(pub Vec<(NaiveDate, AttentionAct)>);

impl Attention {
    #[must_use]
    pub fn is_there(&self) -> bool {
        !self.0.is_empty()
    }
}

impl Seen<'_> {
    #[must_use]
    pub fn attention(self, innovation: &Innovation, today: NaiveDate) -> Attention {
        let id = innovation.id;
        let sponsors = |who: MembershipId, on: NaiveDate| {
            let kinds = [PostKind::Sponsor, PostKind::PoliticalSponsor];
            kinds.into_iter().any(|kind| innovation.holders(kind, on).any(|held| self.is_same_person(held, who)))
        };
        let decided = self.decisions_about(id).filter_map(|one| match (one.decided_on, one.taken_by) {
            (Some(on), Some(TakenBy::Person(who))) => Some((on, who, AttentionAct::Decided)),
            _ => None,
        });
        let views = self.updates(id).filter_map(|one| one.sponsor_view.as_ref());
        let viewed = views.map(|one| (one.on, one.by, AttentionAct::Viewed));
        let fronted = self.messages(id).filter_map(|one| Some((one.on, one.fronted_by?, AttentionAct::Fronted)));
        let engagements = self.engagements(id);
        let met =
            engagements.iter().flat_map(|one| one.leaders_present.iter().map(|who| (one.on, *who, AttentionAct::Met)));
        let moved = self.stage_moves(id).filter_map(|one| Some((one.on, one.decided_by?, AttentionAct::Moved)));
        let all = decided.chain(viewed).chain(fronted).chain(met).chain(moved);
        let mut acts: Vec<_> = all
            .filter(|(on, who, _)| (0..WINDOW).contains(&days(*on, today)) && sponsors(*who, *on))
            .map(|(on, _, act)| (on, act))
            .collect();
        acts.sort_by(|one, other| other.cmp(one));
        Attention(acts)
    }

    /// One person may hold several places.
    fn is_same_person(self, one: MembershipId, other: MembershipId) -> bool {
        let person = |id| self.membership(id).map(|held| held.person);
        one == other || person(one).is_some() && person(one) == person(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, Message, Portfolio, StageMove, testing::*};

    fn acts(decision: Decision) -> Vec<AttentionAct> {
        let portfolio: Portfolio = applied(&portfolio(), decision);
        as_person(&portfolio, LEAD, |seen| {
            seen.attention(&innovation(), today()).0.iter().map(|(_, act)| *act).collect()
        })
    }

    #[test]
    fn what_the_sponsor_did_in_sixty_days_counts() {
        let fronted = |on: &str, by| Decision::add(Message { on: day(on), fronted_by: Some(place(by)), ..message() });
        assert_eq!(acts(fronted("2026-09-26", EXECUTIVE)), [AttentionAct::Fronted]);
        assert_eq!(acts(fronted("2026-09-25", EXECUTIVE)), [], "sixty days ago is too long");
        assert_eq!(acts(fronted("2026-11-20", MANAGER)), [], "somebody else");
        assert_eq!(acts(Decision::add(decided("2026-11-20"))), [AttentionAct::Decided]);
        let met = crate::Engagement { leaders_present: vec![place(EXECUTIVE)], ..engagement(1, "2026-11-20") };
        let moved = entered(LAMPS, 2, crate::Place::Stage(0), crate::Place::Stage(1), day("2026-11-22"));
        let moved = StageMove { decided_by: Some(place(EXECUTIVE)), ..moved };
        assert_eq!(acts(Decision::add(met).and_add(moved)), [AttentionAct::Moved, AttentionAct::Met]);
        assert_eq!(acts(Decision::default()), []);
    }
}
