//! What happened to an innovation, as a sentence that completes "Programme manager …".
use super::{Innovation, MoveOutcome, PostKind, StageMove};
use crate::{MembershipId, Place, Seen};
use chrono::NaiveDate;

pub(crate) fn sentence(before: Option<&Innovation>, after: &Innovation, names: Seen) -> String {
    let title = &after.title;
    match before {
        _ if after.entry.removed => format!("removed “{title}”"),
        None => format!("added “{title}”"),
        Some(before) => {
            let mut said: Vec<_> = posts(before, after, names);
            said.extend(published(before, after));
            let parts = changed(before, after);
            if !parts.is_empty() {
                said.insert(0, format!("changed {} of “{title}”", listed(&parts)));
            }
            if said.is_empty() { format!("saved “{title}” as it was") } else { said.join("; ") }
        }
    }
}

pub(crate) fn move_sentence(before: Option<&StageMove>, after: &StageMove, names: Seen) -> String {
    if let Some(before) = before {
        return conditions_changed(before, after, names);
    }
    let innovation = names.innovation(after.innovation).ok();
    let title = innovation.map_or_else(|| "the innovation".into(), |one| format!("“{}”", one.title));
    let called = |place: Place| match innovation {
        Some(one) => names.stage_model_of(one).name(place).to_owned(),
        None => place.key(),
    };
    let (from, to) = (called(after.from), called(after.to));
    let what = match after.outcome {
        _ if after.from == Place::Idea => format!("took {title} into {to}"),
        MoveOutcome::Proceed => format!("moved {title} from {from} to {to}"),
        MoveOutcome::ProceedWithConditions => {
            let count = after.conditions.len();
            let plural = if count == 1 { "" } else { "s" };
            format!("moved {title} from {from} to {to} with {count} condition{plural}")
        }
        MoveOutcome::Repeat => format!("repeated {to} for {title}"),
        MoveOutcome::Back => format!("moved {title} back from {from} to {to}"),
        MoveOutcome::Pause => format!("paused {title}"),
        MoveOutcome::Resume => format!("resumed {title} in {to}"),
        MoveOutcome::Stop => format!("stopped {title}"),
        MoveOutcome::Imported => format!("recorded {title} in {to} from a file"),
    };
    let by = after.decided_by.and_then(|by| names.membership(by)).map(|one| format!(", decided by {}", one.name));
    let against = after.overrides.as_ref().map(|one| format!(", against what the record shows: “{}”", one.reason));
    format!("{what} on {}{}{}", day(after.on), by.unwrap_or_default(), against.unwrap_or_default())
}

fn conditions_changed(before: &StageMove, after: &StageMove, names: Seen) -> String {
    let pairs = || before.conditions.iter().zip(&after.conditions);
    let passed = pairs().filter(|(one, two)| one.owner != two.owner).map(|(_, one)| {
        let owner = names.membership(one.owner).map_or("somebody", |owner| &*owner.name);
        format!("gave the condition “{}” to {owner}", one.text)
    });
    let met = pairs().filter(|(one, two)| one.met_on != two.met_on);
    let met = met.filter_map(|(_, one)| Some(format!("said that “{}” was met on {}", one.text, day(one.met_on?))));
    let said: Vec<_> = passed.chain(met).collect();
    if said.is_empty() { "corrected a decision".into() } else { said.join("; ") }
}

fn posts(before: &Innovation, after: &Innovation, names: Seen) -> Vec<String> {
    let name = |id: MembershipId| names.membership(id).map_or_else(|| "somebody".into(), |one| one.name.to_string());
    let held = |one: &Innovation, kind| -> Vec<MembershipId> {
        one.posts.iter().filter(|post| post.kind == kind && post.to_on.is_none()).map(|post| post.membership).collect()
    };
    let mut said = Vec::new();
    for kind in PostKind::ALL {
        let (was, is) = (held(before, *kind), held(after, *kind));
        let label = kind.label().to_lowercase();
        let role = if *kind == PostKind::Team { "a member of the team".to_owned() } else { label };
        said.extend(is.iter().filter(|id| !was.contains(id)).map(|id| format!("made {} {role}", name(*id))));
        let gone = was.iter().filter(|id| !is.contains(id));
        said.extend(gone.map(|id| format!("noted that {} is no longer {role}", name(*id))));
    }
    said
}

fn published(before: &Innovation, after: &Innovation) -> Option<String> {
    match (before.published_on, after.published_on) {
        (None, Some(_)) => Some("published what people said and what came of it".into()),
        (Some(_), None) => Some("closed the public page".into()),
        _ => None,
    }
}

fn changed(before: &Innovation, after: &Innovation) -> Vec<&'static str> {
    let parts = [
        (before.title != after.title, "the title"),
        (before.summary != after.summary, "the summary"),
        (before.why.parts() != after.why.parts(), "the why"),
        (before.priority_area != after.priority_area, "the priority area"),
        (before.is_priority != after.is_priority, "the priority flag"),
        (before.tracking != after.tracking, "how it is run"),
        (before.councils != after.councils, "the councils"),
        (before.service != after.service, "the service"),
        (before.characteristics != after.characteristics, "the groups affected"),
        (before.equality_assessed_on != after.equality_assessed_on, "the equality assessment"),
        (before.data_protection_assessed_on != after.data_protection_assessed_on, "the data protection assessment"),
        (before.internal_only != after.internal_only, "who is affected"),
        (before.visible_to != after.visible_to, "who may read it"),
        (before.stage_model != after.stage_model, "the stages it follows"),
        (before.links != after.links, "the links"),
        (before.rights != after.rights, "who decides what"),
    ];
    parts.into_iter().filter(|(changed, _)| *changed).map(|(_, part)| part).collect()
}

/// "the title, the why and the links".
fn listed(parts: &[&str]) -> String {
    match parts {
        [] => String::new(),
        [one] => (*one).into(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

fn day(day: NaiveDate) -> String {
    day.format("%-d\u{a0}%B %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    #[test]
    fn an_edit_names_what_changed_and_who_serves() {
        let before = innovation();
        let mut after = Innovation { title: text("Smart lamps"), is_priority: false, ..innovation() };
        after.posts = after.with_holder(PostKind::Lead, Some(place(MANAGER)), today());
        let said = as_person(&portfolio(), MANAGER, |seen| sentence(Some(&before), &after, seen));
        let expected = "changed the title and the priority flag of “Smart lamps”; made Programme manager lead; noted \
                        that Team member is no longer lead";
        assert_eq!(said, expected);
    }

    #[test]
    fn a_move_says_where_from_and_who_decided() {
        let one = StageMove {
            decided_by: Some(place(EXECUTIVE)),
            ..entered(LAMPS, 2, Place::Stage(0), Place::Stage(1), today())
        };
        let said = as_person(&portfolio(), MANAGER, |seen| move_sentence(None, &one, seen));
        let expected = "moved “Smart street lamps” from Explore to Test on 24\u{a0}November 2026, decided by Executive";
        assert_eq!(said, expected);
    }
}
