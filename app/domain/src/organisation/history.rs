//! What happened to the organisation and its people, in words that complete "Administrator …".
use super::{Council, Ending, Membership, Organisation, QuietPeriod};
use crate::{Name, Seen, calendar::in_words};

pub(crate) fn organisation_sentence(before: Option<&Organisation>, after: &Organisation, _: Seen) -> String {
    let Some(before) = before else {
        return format!("set up {}", after.name);
    };
    let changed = [
        (before.name != after.name, format!("renamed {} to {}", before.name, after.name)),
        (before.short_code != after.short_code, format!("changed the short code to {}", after.short_code)),
        (before.accessibility != after.accessibility, "changed the accessibility statement".into()),
        (before.privacy != after.privacy, "changed the privacy notice".into()),
        (before.key_decision != after.key_decision, key_decision(after)),
        (before.escalation != after.escalation, "changed who is named when a threat is over tolerance".into()),
        (before.stage_models != after.stage_models, "changed the stages".into()),
        (before.key_decision != after.key_decision, "changed which decisions are key".into()),
        (before.call_in_days != after.call_in_days, "changed the days for calling in".into()),
        (before.level_labels != after.level_labels, "changed what the levels of engagement are called".into()),
        (before.lead_limit != after.lead_limit, "changed how much one person should lead".into()),
        (before.ending != after.ending, ending(&after.name, after.ending.as_ref())),
    ];
    let parts: Vec<_> = changed.into_iter().filter(|(is, _)| *is).map(|(_, part)| part).collect();
    if parts.is_empty() { format!("edited {}", after.name) } else { parts.join(", ") }
}

fn ending(name: &Name, ending: Option<&Ending>) -> String {
    let Some(ending) = ending else { return format!("took back that {name} ends") };
    let names: Vec<_> = ending.successors.iter().map(ToString::to_string).collect();
    let followed = if names.is_empty() { String::new() } else { format!(", followed by {}", names.join(", ")) };
    format!("recorded that {name} ends on {}{followed}", in_words(ending.on))
}

fn key_decision(after: &Organisation) -> String {
    after
        .key_decision
        .map_or("took away the key-decision level".into(), |level| format!("set the key-decision level to {level}"))
}

pub(crate) fn council_sentence(before: Option<&Council>, after: &Council, _: Seen) -> String {
    let name = &after.name;
    match (before, after.to_on) {
        (None, _) => format!("added {name} as a member council from {}", in_words(after.from_on)),
        (Some(before), Some(last)) if before.to_on != after.to_on => {
            format!("ended the membership of {name} on {}", in_words(last))
        }
        (Some(before), _) if before.name != after.name => format!("renamed {} to {name}", before.name),
        (Some(before), _) if before.ending != after.ending => ending(name, after.ending.as_ref()),
        (Some(before), _) if before.organisation != after.organisation => match after.organisation {
            Some(_) => format!("let the people of {name} read the innovations that list it"),
            None => format!("no longer lets the people of {name} read here"),
        },
        _ => format!("edited the member council {name}"),
    }
}

pub(crate) fn quiet_period_sentence(before: Option<&QuietPeriod>, after: &QuietPeriod, _: Seen) -> String {
    let span = format!("{} to {}", in_words(after.from_on), in_words(after.to_on));
    match before {
        _ if after.entry.removed => format!("removed the quiet period “{}”, {span}", after.label),
        None => format!("set a quiet period “{}”, {span}", after.label),
        Some(_) => format!("changed the quiet period “{}” to {span}", after.label),
    }
}

pub(crate) fn membership_sentence(before: Option<&Membership>, after: &Membership, _: Seen) -> String {
    let (name, role) = (&after.name, after.role.label().to_lowercase());
    let Some(before) = before else {
        return format!("gave {name} a place as {role} from {}", in_words(after.from_on));
    };
    match after.to_on {
        Some(last) if before.to_on != after.to_on => {
            return format!("ended the place of {name} as {role} on {}", in_words(last));
        }
        _ => {}
    }
    let changed = [
        (before.name != after.name, format!("renamed {} to {name}", before.name)),
        (before.role != after.role, format!("made {name} {role}, until then {}", before.role.label().to_lowercase())),
        (
            before.title != after.title,
            match &after.title {
                Some(title) => format!("changed the title of {name} to {title}"),
                None => format!("took the title of {name} away"),
            },
        ),
    ];
    let parts: Vec<_> = changed.into_iter().filter(|(is, _)| *is).map(|(_, part)| part).collect();
    if parts.is_empty() { format!("edited the place of {name}") } else { parts.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;
    use crate::{Entry, QuietPeriodId, Role};
    use uuid::Uuid;

    #[test]
    fn what_happened_to_people_and_settings_is_told_in_sentences() {
        as_person(&portfolio(), ADMINISTRATOR, |seen| {
            let lead = seen.membership(place(LEAD)).expect("there");
            let promoted = Membership { role: Role::Executive, title: Some(text("Director")), ..(**lead).clone() };
            let left = Membership { to_on: Some(day("2026-12-31")), ..(**lead).clone() };
            let organisation = seen.organisation();
            let renamed = Organisation { name: text("Northshire"), ..(**organisation).clone() };
            let end = Ending { on: day("2028-03-31"), successors: vec![text("Greater Northshire")] };
            let ended = Organisation { ending: Some(end), ..(**organisation).clone() };
            let quiet = QuietPeriod {
                id: QuietPeriodId(Uuid::nil()),
                entry: Entry::default(),
                from_on: day("2026-12-21"),
                to_on: day("2027-01-03"),
                label: text("Christmas"),
                closed: true,
            };
            let said = [
                membership_sentence(None, lead, seen),
                membership_sentence(Some(lead), &promoted, seen),
                membership_sentence(Some(lead), &left, seen),
                organisation_sentence(Some(organisation), &renamed, seen),
                organisation_sentence(Some(organisation), &ended, seen),
                organisation_sentence(Some(&ended), organisation, seen),
                quiet_period_sentence(None, &quiet, seen),
            ];
            assert_eq!(
                said.map(|text| text.replace('\u{a0}', " ")),
                [
                    "gave Team member a place as team member from 1 January 2026",
                    "made Team member executive, until then team member, changed the title of Team member to Director",
                    "ended the place of Team member as team member on 31 December 2026",
                    "renamed Northshire Council to Northshire",
                    "recorded that Northshire Council ends on 31 March 2028, followed by Greater Northshire",
                    "took back that Northshire Council ends",
                    "set a quiet period “Christmas”, 21 December 2026 to 3 January 2027",
                ]
            );
        });
    }
}
