//! What happened to a place, as words that follow the name of who did it.
use super::{Site, SiteMove, SiteState};
use crate::{Seen, calendar::in_words};

pub(crate) fn sentence(before: Option<&Site>, after: &Site, _names: Seen) -> String {
    let name = &after.name;
    let Some(before) = before else { return format!("listed {name} as a place where it may go") };
    if after.entry.removed {
        return format!("removed {name} from the places where it may go");
    }
    if before.eligible != after.eligible {
        let (was, is) = (before.eligible.label().to_lowercase(), after.eligible.label().to_lowercase());
        return format!("changed whether {name} is eligible from “{was}” to “{is}”");
    }
    match (before.forecast_live_on, after.forecast_live_on) {
        (was, Some(is)) if was != Some(is) => return format!("expects {name} to be live on {}", in_words(is)),
        _ => {}
    }
    if after.adaptations.len() > before.adaptations.len()
        && let Some(added) = after.adaptations.last()
    {
        return format!("noted what {name} does in another way: “{}”", added.what);
    }
    format!("edited the site {name}")
}

pub(crate) fn move_sentence(before: Option<&SiteMove>, after: &SiteMove, names: Seen) -> String {
    let site = names.site(after.innovation, after.site).map_or_else(|_| "a site".into(), |site| site.name.to_string());
    let on = in_words(after.on);
    let what = match (before, after.to) {
        (Some(_), _) => format!("corrected a step of {site}"),
        (_, SiteState::Live) if after.from == SiteState::Embedded => format!("noted that {site} is no longer embedded"),
        (_, SiteState::Live) => format!("noted that {site} is live"),
        (_, SiteState::Embedded) => format!("noted that {site} is embedded"),
        (_, SiteState::Declined) => format!("noted that {site} declined"),
        (_, SiteState::NotEligible) => format!("noted that {site} is not eligible"),
        (_, SiteState::Paused) => format!("paused {site}"),
        (_, SiteState::Reverted) => format!("noted that {site} went back to how it was before"),
        (_, to) => {
            let (from, to) = (after.from.label().to_lowercase(), to.label().to_lowercase());
            format!("moved {site} from {from} to {to}")
        }
    };
    let because = after.reason.as_ref().filter(|_| after.to.needs_reason());
    let because = because.map(|reason| format!(": “{reason}”")).unwrap_or_default();
    format!("{what} on {on}{because}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    #[test]
    fn each_step_of_a_site_is_told() {
        let before = with_sites(&[(site(1), vec![])]);
        let told = |from, to| {
            let one = SiteMove { from, to, ..site_moves(1, &[(SiteState::Live, "2026-06-01")]).remove(0) };
            as_person(&before, LEAD, |seen| move_sentence(None, &one, seen).replace('\u{a0}', " "))
        };
        for (from, to, words) in [
            (SiteState::Identified, SiteState::Engaged, "moved Ward 1 from identified to engaged on 1 June 2026"),
            (SiteState::Preparing, SiteState::Live, "noted that Ward 1 is live on 1 June 2026"),
            (SiteState::Embedded, SiteState::Live, "noted that Ward 1 is no longer embedded on 1 June 2026"),
            (
                SiteState::Agreed,
                SiteState::Declined,
                "noted that Ward 1 declined on 1 June 2026: “As agreed with the ward”",
            ),
        ] {
            assert_eq!(told(from, to), words);
        }
    }

    #[test]
    fn what_changed_about_a_site_is_told() {
        let told = |after: &Site| as_person(&portfolio(), LEAD, |seen| sentence(Some(&site(1)), after, seen));
        let no = super::super::Eligible::No;
        let words = "changed whether Ward 1 is eligible from “yes” to “no”";
        assert_eq!(told(&Site { eligible: no, ..site(1) }), words);
        let later = Site { forecast_live_on: Some(day("2027-01-01")), ..site(1) };
        assert_eq!(told(&later), "expects Ward 1 to be live on 1\u{a0}January 2027");
    }
}
