//! Who is named when a threat goes too far. An administrator settles it.
use crate::{Act, Decision, MembershipId, Organisation, Pence, Refusal, Seen, Version, WebAddress};
use serde::{Deserialize, Serialize};

/// Who is named in the organisation, and where a breach is dealt with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EscalationContacts {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finance_lead: Option<MembershipId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub monitoring_officer: Option<MembershipId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_protection_officer: Option<MembershipId>,
    /// The council's own process for a breach of data protection.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub breach_process: Option<WebAddress>,
}

impl EscalationContacts {
    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}

impl Seen<'_> {
    /// Who is named, and from which effect on the finance lead is. An administrator settles it as other limits.
    pub fn set_escalation(
        self,
        contacts: EscalationContacts,
        key_decision: Option<Pence>,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        let before = self.organisation();
        self.must(Act::ManagePeople, None)?;
        Refusal::unless_seen(seen, before)?;
        Refusal::unless_sound(self.unknown_people([
            ("finance_lead", contacts.finance_lead),
            ("monitoring_officer", contacts.monitoring_officer),
            ("data_protection_officer", contacts.data_protection_officer),
        ]))?;
        Ok(Decision::change(before, Organisation { escalation: contacts, key_decision, ..(**before).clone() }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Escalation, Portfolio, Risk, RiskCategory, Score, testing::*};

    #[test]
    fn an_administrator_says_who_is_named() {
        let contacts = EscalationContacts { finance_lead: Some(place(EXECUTIVE)), ..EscalationContacts::default() };
        let named = after_deciding(&contacts);
        as_person(&named, LEAD, |seen| {
            let score = Score { likelihood: 4, impact: 5 };
            let risk = Risk { category: RiskCategory::Finance, ..risk_scored(score) };
            let step = seen.escalation_of(&risk, today()).into_iter().find(|one| one.what == Escalation::Finance);
            assert_eq!(step.and_then(|one| one.holder), Some(place(EXECUTIVE)));
        });
        let refused = as_person(&named, MANAGER, |seen| seen.set_escalation(contacts, None, Version(2)));
        assert_eq!(refused, Err(Refusal::NotAllowed(Act::ManagePeople)));
    }

    fn after_deciding(contacts: &EscalationContacts) -> Portfolio {
        after(&portfolio(), ADMINISTRATOR, |seen| {
            seen.set_escalation(contacts.clone(), Some(Pence(50_000_000)), Version::FIRST)
        })
    }
}
