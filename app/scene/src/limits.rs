//! Who is named when a threat is over tolerance, and what the councils of a partnership accept.
use crate::{
    deed::{Deeds, id, said, words},
    organisation::{Organisation, council},
    people::Who,
};
use domain::{AppetiteBand, AppetiteId, CouncilAppetiteInput, EscalationContacts, Pence, RiskCategory, Version};

pub(crate) struct Limits {
    /// Days ago.
    pub settled: i64,
    pub finance_lead: Option<Who>,
    pub breach_process: &'static str,
    pub key_decision: Pence,
    pub councils: &'static [Accepts],
}

/// What a member council accepts, and who said so.
pub(crate) struct Accepts {
    pub by: Who,
    pub council: &'static str,
    pub bands: &'static [(RiskCategory, AppetiteBand)],
}

impl Organisation {
    pub fn settle_limits(&'static self, deeds: &mut Deeds) {
        let limits = &self.limits;
        deeds.tell(limits.settled, self.administrator, move |seen, _| {
            let contacts = EscalationContacts {
                finance_lead: limits.finance_lead.map(|one| one.place()),
                breach_process: said(limits.breach_process),
                ..EscalationContacts::default()
            };
            seen.set_escalation(contacts, Some(limits.key_decision), seen.organisation().entry.version)
        });
        for Accepts { by, council: name, bands } in limits.councils {
            deeds.tell(limits.settled, *by, move |seen, _| {
                let mut next = 0;
                let new_id = || {
                    next += 1;
                    AppetiteId(id(&format!("appetite {name} {next}")))
                };
                let bands = bands.iter().map(|(category, band)| (*category, Some(*band))).collect();
                let input =
                    CouncilAppetiteInput { bands, reason: Some(words("As the council’s own risk policy says.")) };
                seen.set_council_appetite(council(name), input, new_id, Version::NONE)
            });
        }
    }
}
