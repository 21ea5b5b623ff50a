//! A partner's own line: how it sees the confidence, and whether what it promised is kept.
use super::Partner;
use crate::{
    Act, Confidence, Decision, InnovationId, PartnerId, PersonId, Problem, Reason, Refusal, Rule, Seen, Version, YesNo,
    seen::plausible,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a partner said on a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PartnerView {
    pub on: NaiveDate,
    pub confidence: Confidence,
    /// In its own words.
    pub said: Reason,
    /// Whether its pledge is kept so far; none where it has pledged nothing, or said nothing of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<YesNo>,
    /// Who wrote it down.
    pub by: PersonId,
}

#[derive(Clone, Debug)]
pub struct PartnerViewInput {
    /// From the day it became a partner on, and not in the future.
    pub on: NaiveDate,
    pub confidence: Confidence,
    pub said: Reason,
    pub kept: Option<YesNo>,
}

impl Seen<'_> {
    /// One more line; those before it stay.
    pub fn say_partner_view(
        self,
        innovation: InnovationId,
        id: PartnerId,
        input: PartnerViewInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditPartners, innovation)?;
        let before = self.partner(innovation, id)?;
        Refusal::unless_seen(seen, before)?;
        let mut problems: Vec<_> = plausible("on", input.on).into_iter().collect();
        if input.on > today {
            problems.push(Problem::new("on", Rule::After(today)));
        }
        if input.on < before.from_on {
            problems.push(Problem::new("on", Rule::Before(before.from_on)));
        }
        Refusal::unless_sound(problems)?;
        let PartnerViewInput { on, confidence, said, kept } = input;
        let view = PartnerView { on, confidence, said, kept, by: self.actor.person };
        let mut after = Partner { ..(**before).clone() };
        after.views.push(view);
        Ok(Decision::change(before, after))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    fn say(on: &str, confidence: Confidence, version: i64) -> Result<Decision, Refusal> {
        let before = applied(&portfolio(), Decision::add(partner()));
        let input = PartnerViewInput { on: day(on), confidence, said: text("Crews are short"), kept: None };
        as_person(&before, LEAD, |seen| seen.say_partner_view(LAMPS, partner().id, input, Version(version), today()))
    }

    #[test]
    fn a_partner_says_how_it_sees_it_between_its_first_day_and_today() {
        let wrong = |on: &str, rule| assert_eq!(say(on, Confidence::AtRisk, 1), Err(Refusal::invalid("on", rule)));
        wrong("2026-11-25", Rule::After(today()));
        wrong("2025-12-31", Rule::Before(day("2026-01-01")));
        assert!(matches!(say("2026-11-20", Confidence::AtRisk, 7), Err(Refusal::Outdated { .. })));
        assert!(say("2026-01-01", Confidence::AtRisk, 1).is_ok());
    }

    #[test]
    fn the_newest_view_counts_and_the_others_stay() {
        let view =
            |on: &str, confidence| PartnerView { on: day(on), confidence, said: text("Said"), kept: None, by: LEAD };
        let views = vec![
            view("2026-11-10", Confidence::AtRisk),
            view("2026-11-02", Confidence::OnTrack),
            view("2026-11-10", Confidence::OffTrack),
        ];
        let partner = Partner { views, ..partner() };
        let seen = |on: &str| partner.view(day(on)).map(|view| view.confidence);
        let days = ["2026-11-01", "2026-11-09", "2026-11-24"].map(seen);
        assert_eq!(days, [None, Some(Confidence::OnTrack), Some(Confidence::OffTrack)]);
    }
}
