//! What happened to a dependency, as words that follow the name of who did it.
use super::{Dependency, DependsOn};
use crate::{Seen, calendar::in_words};

pub(crate) fn sentence(before: Option<&Dependency>, after: &Dependency, names: Seen) -> String {
    let waits = names.milestone(after.innovation, after.waits);
    let waits = waits.map_or_else(|_| "a milestone".into(), |one| format!("“{}”", one.title));
    let on = named(&after.on, names);
    let Some(before) = before else {
        return format!("noted that {waits} waits on {on}");
    };
    if after.entry.removed {
        return format!("noted that {waits} no longer waits on {on}");
    }
    match (before.met_on, after.met_on) {
        (None, Some(met)) => return format!("noted that {waits} has had {on} since {}", in_words(met)),
        (Some(_), None) => return format!("noted that {waits} still waits on {on}"),
        _ => {}
    }
    match (before.promised_on, after.promised_on) {
        (was, Some(is)) if was != Some(is) => {
            let was = was.map(|was| format!(" instead of {}", in_words(was))).unwrap_or_default();
            format!("noted that {on} is promised for {}{was}", in_words(is))
        }
        _ => format!("edited what {waits} waits on: {on}"),
    }
}

fn named(on: &DependsOn, names: Seen) -> String {
    let unseen = || "something you may not see".to_owned();
    match on {
        DependsOn::Milestone { innovation, milestone } => {
            names.milestone(*innovation, *milestone).map_or_else(|_| unseen(), |one| format!("“{}”", one.title))
        }
        DependsOn::Innovation(id) => names.innovation(*id).map_or_else(|_| unseen(), |one| format!("“{}”", one.title)),
        DependsOn::Partner(words) | DependsOn::Other(words) => words.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{dependency::keep::tests::*, testing::*};

    #[test]
    fn each_step_of_a_dependency_is_told() {
        let portfolio = two_innovations();
        let waiting =
            after(&portfolio, LEAD, |seen| seen.add_dependency(FIRST_LINK, LAMPS, milestone().id, on_gate(), today()));
        as_person(&waiting, LEAD, |seen| {
            let one = seen.dependency(LAMPS, FIRST_LINK).expect("there");
            let said = |before: Option<&Dependency>, after: &Dependency| sentence(before, after, seen);
            assert_eq!(said(None, one), "noted that “Trial on Mill Lane” waits on “Decide on a pilot”");
            let met = Dependency { met_on: Some(today()), ..(**one).clone() };
            let words = "noted that “Trial on Mill Lane” has had “Decide on a pilot” since 24\u{a0}November 2026";
            assert_eq!(said(Some(one), &met), words);
            let partner = Dependency { on: DependsOn::Partner(text("a lease from the grid")), ..met.clone() };
            let promised = Dependency { promised_on: Some(day("2027-01-01")), ..partner.clone() };
            let words = "noted that a lease from the grid is promised for 1\u{a0}January 2027";
            assert_eq!(said(Some(&partner), &promised), words);
        });
    }
}
