//! What happened to a partner, as words that follow the name of who did it.
use super::Partner;
use crate::{Seen, calendar::in_words};

pub(crate) fn sentence(before: Option<&Partner>, after: &Partner, _names: Seen) -> String {
    let name = &after.name;
    let Some(before) = before else {
        return format!("named {name} as a partner ({})", after.role.label().to_lowercase());
    };
    if after.entry.removed {
        return format!("removed the partner {name}");
    }
    if after.views.len() > before.views.len()
        && let Some(view) = after.views.last()
    {
        let confidence = view.confidence.label().to_lowercase();
        return format!("noted that {name} sees it as {confidence} on {}", in_words(view.on));
    }
    match (before.to_on, after.to_on) {
        (None, Some(last)) => format!("noted that {name} is a partner until {}", in_words(last)),
        _ if before.role != after.role => {
            let (was, is) = (before.role.label().to_lowercase(), after.role.label().to_lowercase());
            format!("changed what {name} does as a partner from “{was}” to “{is}”")
        }
        _ if before.pledge != after.pledge => format!("changed what {name} has promised"),
        _ => format!("edited the partner {name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Confidence, PartnerRole, PartnerView, testing::*};

    #[test]
    fn each_step_of_a_partner_is_told() {
        let said = |before: Option<&Partner>, after: &Partner| {
            as_person(&portfolio(), LEAD, |seen| sentence(before, after, seen).replace('\u{a0}', " "))
        };
        let before = partner();
        let (confidence, on) = (Confidence::AtRisk, day("2026-11-20"));
        let view = PartnerView { on, confidence, said: text("Crews are short"), kept: None, by: LEAD };
        for (before, after, words) in [
            (None, partner(), "named Lighting trust as a partner (delivers)"),
            (
                Some(&before),
                Partner { views: vec![view], ..partner() },
                "noted that Lighting trust sees it as at risk on 20 November 2026",
            ),
            (
                Some(&before),
                Partner { to_on: Some(on), ..partner() },
                "noted that Lighting trust is a partner until 20 November 2026",
            ),
            (
                Some(&before),
                Partner { role: PartnerRole::CoLead, ..partner() },
                "changed what Lighting trust does as a partner from “delivers” to “leads with us”",
            ),
            (
                Some(&before),
                Partner { pledge: Some(text("Two crews")), ..partner() },
                "changed what Lighting trust has promised",
            ),
            (Some(&before), Partner { on_board: true, ..partner() }, "edited the partner Lighting trust"),
        ] {
            assert_eq!(said(before, &after), words);
        }
    }
}
