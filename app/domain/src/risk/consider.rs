//! The considered-risk card: a bold step is taken knowing what may be gained, what may be lost and when to stop.
use super::Risk;
use crate::{Decision, InnovationId, Reason, Refusal, RiskId, Seen, Version};
use serde::{Deserialize, Serialize};

/// All of it may be left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Considered {
    /// What we gain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upside: Option<Reason>,
    /// The worst that could happen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worst_case: Option<Reason>,
    /// The point at which we stop.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stop_at: Option<Reason>,
}

impl Considered {
    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    /// All three are said.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.upside.is_some() && self.worst_case.is_some() && self.stop_at.is_some()
    }
}

impl Seen<'_> {
    pub fn consider_risk(
        self,
        about: impl Into<Option<InnovationId>>,
        id: RiskId,
        considered: Considered,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        let before = self.open_risk(about, id, seen)?;
        Ok(Decision::change(before, Risk { considered, ..(**before).clone() }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    #[test]
    fn the_card_is_filled_in_bit_by_bit() {
        let upside = Considered { upside: Some(text("Half the energy")), ..Considered::default() };
        let begun =
            after(&with_risk(3, 4), LEAD, |seen| seen.consider_risk(LAMPS, RISK, upside.clone(), Version::FIRST));
        as_person(&begun, LEAD, |seen| {
            let card = &seen.risk(LAMPS, RISK).expect("there").considered;
            assert!(!card.is_blank() && !card.is_whole());
        });
        let again = as_person(&begun, LEAD, |seen| seen.consider_risk(LAMPS, RISK, upside, Version::FIRST));
        assert!(matches!(again, Err(Refusal::Outdated { .. })));
    }
}
