//! What happened to an engagement, as words that follow the name of who did it.
use super::Engagement;
use crate::{Seen, calendar::in_words};

pub(crate) fn sentence(before: Option<&Engagement>, after: &Engagement, names: Seen) -> String {
    let with = groups(after, names);
    let on = in_words(after.on);
    let Some(before) = before else {
        return format!("logged an engagement with {with} on {on}");
    };
    if after.entry.removed {
        return format!("removed the engagement with {with} on {on}");
    }
    if before.on != after.on {
        return format!("moved the engagement with {with} from {} to {on}", in_words(before.on));
    }
    format!("edited the engagement with {with} on {on}")
}

/// "Carers and 2 other groups".
fn groups(one: &Engagement, names: Seen) -> String {
    let mut named =
        one.groups.iter().filter_map(|group| names.group(group.stakeholder)).map(|group| group.name.to_string());
    let first = named.next();
    match (first, named.count(), one.partners.len()) {
        (None, _, 1) => "a partner".into(),
        (None, ..) => "partners".into(),
        (Some(first), 0, _) => first,
        (Some(first), 1, _) => format!("{first} and another group"),
        (Some(first), more, _) => format!("{first} and {more} other groups"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, testing::*};

    #[test]
    fn each_step_of_an_engagement_is_told() {
        let portfolio = applied(&portfolio(), Decision::add(stakeholder()));
        as_person(&portfolio, LEAD, |seen| {
            let said =
                |before: Option<&Engagement>, after: &Engagement| sentence(before, after, seen).replace('\u{a0}', " ");
            let first = engagement(1, "2026-11-10");
            assert_eq!(said(None, &first), "logged an engagement with People of Mill Lane on 10 November 2026");
            let moved = Engagement { on: day("2026-11-12"), ..first.clone() };
            let told = "moved the engagement with People of Mill Lane from 10 November 2026 to 12 November 2026";
            assert_eq!(said(Some(&first), &moved), told);
            assert_eq!(
                said(None, &Engagement { groups: vec![], ..first }),
                "logged an engagement with partners on 10 November 2026"
            );
        });
    }
}
