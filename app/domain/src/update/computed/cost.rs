//! Cost: what is expected to be spent against what was approved.
use super::{Confidence, Evidence, Finding, Part};
use crate::{Innovation, Seen};

impl Seen<'_> {
    pub(super) fn cost_finding(self, innovation: &Innovation, time: Option<Confidence>) -> Finding {
        finding(self.money(innovation.id).cost_ratio, time)
    }
}

/// Spending far too little is a sign only where time is short as well.
fn finding(ratio: Option<f64>, time: Option<Confidence>) -> Finding {
    let Some(ratio) = ratio else {
        return Finding::unknown(Part::Cost, "No approved money has a forecast");
    };
    let exceeds = |limit: f64| ratio > limit + 1e-12;
    let late = matches!(time, Some(Confidence::AtRisk | Confidence::OffTrack));
    let says = if exceeds(1.10) {
        Confidence::OffTrack
    } else if exceeds(1.05) || (late && ratio < 0.85 - 1e-12) {
        Confidence::AtRisk
    } else {
        Confidence::OnTrack
    };
    let reason = format!("The forecast is {:.0}% of the approved money", (ratio * 100.0).round());
    Finding::new(Part::Cost, says, reason, vec![Evidence::Money])
}

#[cfg(test)]
mod tests {
    use super::*;
    use Confidence::{AtRisk, OffTrack, OnTrack};

    #[test]
    fn re_10_to_14_the_forecast_must_exceed_a_limit_to_count_against_it() {
        for (ratio, time, says) in [
            (Some(210.0 / 200.0), None, Some(OnTrack)),
            (Some(214.0 / 200.0), None, Some(AtRisk)),
            (Some(220.0 / 200.0), None, Some(AtRisk)),
            (Some(221.0 / 200.0), None, Some(OffTrack)),
            (Some(168.0 / 200.0), None, Some(OnTrack)),
            (Some(168.0 / 200.0), Some(OnTrack), Some(OnTrack)),
            (Some(168.0 / 200.0), Some(AtRisk), Some(AtRisk)),
            (Some(168.0 / 200.0), Some(OffTrack), Some(AtRisk)),
            (Some(170.0 / 200.0), Some(OffTrack), Some(OnTrack)),
            (None, Some(OffTrack), None),
        ] {
            assert_eq!(finding(ratio, time).says, says, "{ratio:?} {time:?}");
        }
    }
}
