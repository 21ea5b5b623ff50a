//! What happened to the direction, in words that complete "Programme Manager …".
use super::{ClosedReason, Measure, Number, Outcome, PriorityArea, Reading};
use crate::{MembershipId, Seen, calendar::in_words};

pub(crate) fn area_sentence(before: Option<&PriorityArea>, after: &PriorityArea, seen: Seen) -> String {
    let title = &after.title;
    let Some(before) = before else {
        return format!("added the priority area “{title}”");
    };
    match (before.active_to, after.active_to) {
        (None, Some(last)) => {
            let reason = after.closed_reason.map_or("", ClosedReason::label).to_lowercase();
            return format!("closed the priority area “{title}” from the end of {}: {reason}", in_words(last));
        }
        (Some(_), None) => return format!("took up the priority area “{title}” again"),
        _ => {}
    }
    let mut parts = Vec::new();
    if before.title != after.title {
        parts.push(format!("renamed the priority area “{}” to “{title}”", before.title));
    }
    let sponsors = [
        ("political", before.political_sponsor, after.political_sponsor),
        ("officer", before.officer_sponsor, after.officer_sponsor),
    ];
    for (kind, was, is) in sponsors {
        if was != is {
            parts.push(format!("made {} the {kind} sponsor of “{title}”", name(is, seen)));
        }
    }
    if before.review_on != after.review_on {
        let day = after.review_on.map_or_else(|| "no day".into(), in_words);
        parts.push(format!("set the next review of “{title}” to {day}"));
    }
    or(parts, || format!("edited the priority area “{title}”"))
}

pub(crate) fn outcome_sentence(before: Option<&Outcome>, after: &Outcome, _: Seen) -> String {
    let statement = &after.statement;
    match before {
        _ if after.entry.removed => format!("removed the outcome “{statement}”"),
        None => format!("added the outcome “{statement}”"),
        Some(before) => format!("changed the outcome “{}” to “{statement}”", before.statement),
    }
}

pub(crate) fn measure_sentence(before: Option<&Measure>, after: &Measure, _: Seen) -> String {
    let title = &after.title;
    let Some(before) = before else {
        return format!("added the measure “{title}”");
    };
    if after.entry.removed {
        return format!("removed the measure “{title}”");
    }
    let value = |value: Option<f64>| value.map_or_else(|| "none".into(), |value| Number(value).with_unit(&after.unit));
    let mut parts = Vec::new();
    if before.title != after.title {
        parts.push(format!("renamed the measure “{}” to “{title}”", before.title));
    }
    for (kind, was, is) in [
        ("baseline", before.baseline, after.baseline),
        ("target", before.target, after.target),
        ("floor", before.floor, after.floor),
    ] {
        if was != is {
            parts.push(format!("changed the {kind} of “{title}” from {} to {}", value(was), value(is)));
        }
    }
    if before.target_on != after.target_on
        && let Some(day) = after.target_on
    {
        parts.push(format!("set the day of the target of “{title}” to {}", in_words(day)));
    }
    or(parts, || format!("edited the measure “{title}”"))
}

pub(crate) fn reading_sentence(_: Option<&Reading>, after: &Reading, seen: Seen) -> String {
    let measure = seen.measure(after.measure).ok();
    let value = Number(after.value).with_unit(measure.map_or("", |one| &one.unit));
    let title = measure.map_or_else(|| "a measure".into(), |one| format!("“{}”", one.title));
    let day = in_words(after.on);
    if after.entry.removed {
        return format!("removed the reading {value} of {title} for {day}");
    }
    let note = after.note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
    format!("read {value} for {title} on {day}{note}")
}

fn name(id: Option<MembershipId>, seen: Seen) -> String {
    id.and_then(|id| seen.membership(id)).map_or_else(|| "nobody".into(), |one| one.name.to_string())
}

/// The parts joined, or something general where no part has words of its own.
fn or(parts: Vec<String>, general: impl FnOnce() -> String) -> String {
    if parts.is_empty() { general() } else { parts.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::direction::testing::*;
    use crate::testing::*;
    use crate::{Decision, Edit, Entry, MeasureId, ReadingId, Record};
    use uuid::Uuid;

    /// What the changes of a decision are told as.
    fn told(before: &crate::Portfolio, decision: Decision) -> Vec<String> {
        as_person(&applied(before, decision.clone()), MANAGER, |seen| {
            let one = |Edit { before, after }: Edit| match (before, after) {
                (Some(Record::PriorityArea(before)), Record::PriorityArea(after)) => {
                    area_sentence(Some(&before), &after, seen)
                }
                (Some(Record::Measure(before)), Record::Measure(after)) => {
                    measure_sentence(Some(&before), &after, seen)
                }
                (Some(Record::Outcome(before)), Record::Outcome(after)) => {
                    outcome_sentence(Some(&before), &after, seen)
                }
                (None, Record::Reading(after)) => reading_sentence(None, &after, seen),
                _ => "something else".into(),
            };
            decision.edits.into_iter().map(one).collect()
        })
    }

    #[test]
    fn what_happened_to_the_direction_is_told_in_sentences() {
        let portfolio = with_measure();
        let decision = as_person(&portfolio, MANAGER, |seen| {
            let area = seen.priority_area(CARE).expect("there");
            let changed = PriorityArea {
                title: text("Help at home"),
                political_sponsor: None,
                review_on: Some(day("2027-03-03")),
                ..(**area).clone()
            };
            let closed = PriorityArea {
                active_to: Some(day("2026-11-24")),
                closed_reason: Some(ClosedReason::Achieved),
                ..(**area).clone()
            };
            let measure = seen.measure(CALLS).expect("there");
            let harder = Measure { target: Some(20.0), ..(**measure).clone() };
            let reading = Reading {
                id: ReadingId(Uuid::from_u128(1)),
                entry: Entry::default(),
                measure: CALLS,
                innovation: None,
                on: day("2026-11-01"),
                value: 33.0,
                note: None,
            };
            let outcome = seen.outcome(CARE, HOME).expect("there");
            Decision::change(area, changed)
                .and_change(area, closed)
                .and_change(measure, harder)
                .and_add(reading)
                .and(Decision::remove(outcome))
        });
        let said: Vec<_> = told(&portfolio, decision).into_iter().map(|text| text.replace('\u{a0}', " ")).collect();
        assert_eq!(
            said,
            [
                "renamed the priority area “Care at home” to “Help at home”, made nobody the political sponsor of “Help at \
                 home”, set the next review of “Help at home” to 3 March 2027",
                "closed the priority area “Care at home” from the end of 24 November 2026: achieved",
                "changed the target of “Calls ending in an assessment that leads to nothing” from 25% to 20%",
                "read 33% for “Calls ending in an assessment that leads to nothing” on 1 November 2026",
                "removed the outcome “Older people are helped at the first call by the end of 2027”",
            ]
        );
    }

    #[test]
    fn a_reading_of_a_measure_that_is_gone_is_still_told() {
        let reading = Reading {
            id: ReadingId(Uuid::from_u128(1)),
            entry: Entry::default(),
            measure: MeasureId(Uuid::nil()),
            innovation: None,
            on: day("2026-11-01"),
            value: 33.0,
            note: None,
        };
        let said = as_person(&portfolio(), MANAGER, |seen| reading_sentence(None, &reading, seen));
        assert_eq!(said.replace('\u{a0}', " "), "read 33 for a measure on 1 November 2026");
    }
}
