//! A challenge that is useful disagreement, and no fault.
use super::{Case, Challenge, ChallengeCode};
use crate::{Evidence, days};

/// C11: in the last 60 days the sponsor gave a chance that is 25 points or more from the team's.
pub(super) fn sponsor_differs(case: &Case) -> Option<Challenge> {
    let team = case.saying.confidence_pct?;
    let updates = case.seen.updates(case.innovation.id);
    let recent = updates.filter(|one| (0..=60).contains(&days(one.period_end, case.today)));
    let viewed = recent.filter_map(|one| Some((one, one.sponsor_view.as_ref()?.confidence_pct?)));
    let (update, sponsor) = viewed.max_by_key(|(one, _)| (one.period_end, one.ordinal))?;
    (team.abs_diff(sponsor) >= 25).then(|| Challenge {
        code: ChallengeCode::SponsorDiffers,
        text: format!("The team says {team}%, the sponsor says {sponsor}%. Worth a talk."),
        evidence: vec![Evidence::Update(update.ordinal)],
    })
}
