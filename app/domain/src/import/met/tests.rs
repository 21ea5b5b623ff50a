//! A log of engagements on the small council, with what people said and what became of it.
use super::super::{AmountUnit, ImportCounts, ImportKind, ImportPreview, Mapping, NamedGroup, SaidRow};
use super::*;
use crate::{
    CountBand, EngagementLevel, EngagementMethod, FeedbackResponse, FeedbackState, Group, Impossible, PersonalData,
    Place, Portfolio, Refusal, Rule, StakeholderKind, Version, Voice, testing::*,
};
use uuid::Uuid;

const FIRST: ImportId = ImportId(Uuid::from_u128(970));
const SECOND: ImportId = ImportId(Uuid::from_u128(971));

fn known() -> Portfolio {
    let other =
        Stakeholder { id: StakeholderId(Uuid::from_u128(7001)), name: text("Carers in touch"), ..stakeholder() };
    applied(&portfolio(), Decision::add(stakeholder()).and_add(other))
}

fn group(name: &str, people: Option<u32>) -> NamedGroup {
    NamedGroup { name: text(name), people }
}

fn row(number: usize, reference: &str, on: &str) -> ImportRow {
    let met = EngagementRow {
        innovations: vec![text("Smart street lamps")],
        on: Some(day(on)),
        purpose: Some(text("Where is it dark?")),
        level: Some(text("Ask")),
        method: Some(text("Drop-in or event")),
        groups: vec![group("People of Mill Lane", Some(12))],
        ..EngagementRow::default()
    };
    let reference = (!reference.is_empty()).then(|| text(reference));
    ImportRow { number, reference, engagement: Some(Box::new(met)), ..ImportRow::default() }
}

fn said(number: usize, reference: &str, on: &str, words: &str) -> ImportRow {
    with(row(number, reference, on), |met| met.said.said = Some(text(words)))
}

/// Something that was said, answered and told back.
fn closed(number: usize, reference: &str) -> ImportRow {
    with(said(number, reference, "2026-05-04", "It is too dark by the bridge"), |met| {
        met.said = SaidRow {
            said: met.said.said.take(),
            theme: Some(text("Light")),
            count_band: Some(text("5 to 19")),
            sentiment: Some(text("Worried")),
            response: Some(text("We did")),
            answer: Some(text("A lamp was added")),
            answered_on: Some(day("2026-05-20")),
            told_back_on: Some(day("2026-05-28")),
            changed: Some(text("The lamp by the bridge is lit until midnight now")),
            ..SaidRow::default()
        };
    })
}

fn with(mut row: ImportRow, change: impl FnOnce(&mut EngagementRow)) -> ImportRow {
    change(row.engagement.as_mut().expect("told"));
    row
}

fn input(rows: Vec<ImportRow>) -> ImportInput {
    ImportInput {
        file: text("log.csv"),
        kind: ImportKind::Engagements,
        report_on: None,
        stage: Place::Idea,
        council: None,
        unit: AmountUnit::Pounds,
        new_groups: None,
        mapping: Mapping::new(vec![("Ref".into(), ImportField::Reference), ("Who".into(), ImportField::Groups)]),
        rows,
    }
}

fn import(portfolio: &Portfolio, id: ImportId, rows: Vec<ImportRow>) -> Portfolio {
    after(portfolio, MANAGER, |seen| seen.import(id, &input(rows), today()))
}

fn preview(portfolio: &Portfolio, id: ImportId, rows: Vec<ImportRow>) -> ImportPreview {
    as_person(portfolio, MANAGER, |seen| seen.preview(id, &input(rows), today())).expect("allowed")
}

fn problems(rows: Vec<ImportRow>) -> Vec<(usize, String, ImportRule)> {
    let preview = preview(&known(), FIRST, rows);
    preview.problems().map(|(row, one)| (row.number, one.column.clone(), one.rule.clone())).collect()
}

#[test]
fn rows_of_one_reference_are_one_engagement_with_all_that_was_said_there() {
    let rows = vec![closed(2, "E1"), said(3, "E1", "2026-05-04", "More benches"), row(4, "E2", "2026-06-01")];
    let counts = preview(&known(), FIRST, rows.clone()).counts;
    assert_eq!((counts.new, counts.updated), (2, 1));
    as_person(&import(&known(), FIRST, rows), LEAD, |seen| {
        let met = seen.engagements(LAMPS);
        assert_eq!(met.iter().map(|one| one.on).collect::<Vec<_>>(), [day("2026-06-01"), day("2026-05-04")]);
        let first = met[1];
        assert_eq!((first.level, first.method), (EngagementLevel::Ask, EngagementMethod::DropIn));
        assert_eq!(first.groups, [Group { stakeholder: stakeholder().id, people: Some(12) }]);
        assert_eq!(&*first.stage_then[0].stage, "Explore", "the stage of the day");
        let one = seen.feedback_of(first).into_iter().find(|one| one.is_answered()).expect("answered");
        assert_eq!((one.state(), one.is_influential(), one.public), (FeedbackState::Closed, true, false));
        assert_eq!((one.count_band, one.raised_on), (Some(CountBand::FiveToNineteen), day("2026-05-04")));
        assert_eq!(one.from, Some(Voice::Stakeholder(stakeholder().id)), "the only group there was");
        assert_eq!((seen.feedback_of(first).len(), seen.feedback_of(met[0]).len()), (2, 0));
        let import = seen.imports().next().expect("kept");
        assert_eq!((import.report_on, import.last_number), (day("2026-06-01"), 0));
    });
}

#[test]
fn the_same_file_again_brings_nothing_with_references_and_without() {
    for reference in ["E1", ""] {
        let rows = vec![closed(2, reference), said(3, reference, "2026-05-04", "More benches")];
        let once = import(&known(), FIRST, rows.clone());
        let counts = preview(&once, SECOND, rows).counts;
        assert_eq!(counts, ImportCounts { unchanged: 2, ..ImportCounts::default() }, "{reference}");
    }
}

#[test]
fn a_later_file_adds_what_became_of_it_and_puts_right_what_it_says() {
    let open = said(2, "E1", "2026-05-04", "It is too dark by the bridge");
    let once = import(&known(), FIRST, vec![open]);
    let later = with(closed(2, "E1"), |met| {
        met.on = Some(day("2026-05-05"));
        met.groups = vec![group("People of Mill Lane", None), group("Carers in touch", Some(3))];
        met.said.said = Some(text("it is too dark  by the bridge"));
    });
    let twice = import(&once, SECOND, vec![later]);
    as_person(&twice, LEAD, |seen| {
        let met = seen.engagements(LAMPS);
        let people: Vec<_> = met[0].groups.iter().map(|one| one.people).collect();
        assert_eq!((met.len(), met[0].on, people), (1, day("2026-05-05"), vec![Some(12), Some(3)]));
        let said = seen.feedback_of(met[0]);
        assert_eq!((said.len(), said[0].state()), (1, FeedbackState::Closed));
        assert_eq!(&*said[0].said, "It is too dark by the bridge");
    });
}

#[test]
fn one_that_was_logged_by_hand_is_known_by_innovation_day_and_what_it_was_about() {
    let by_hand = Engagement { purpose: Some(text("Where is it dark?")), ..engagement(1, "2026-05-04") };
    let before = applied(&known(), Decision::add(by_hand));
    as_person(&import(&before, FIRST, vec![closed(2, "")]), LEAD, |seen| {
        assert_eq!((seen.engagements(LAMPS).len(), seen.feedback_about(LAMPS).count()), (1, 1));
    });
}

#[test]
fn groups_that_nobody_knows_are_a_problem_or_are_added_as_somebody_says() {
    let rows = || {
        let strange = with(row(2, "E1", "2026-05-04"), |met| met.groups.push(group("Night workers", None)));
        let refused = with(row(3, "E2", "2026-12-04"), |met| met.groups = vec![group("Never met", None)]);
        vec![
            strange,
            refused,
            with(said(4, "E3", "2026-05-06", "Late buses"), |met| {
                met.groups.push(group("night workers", Some(4)));
                met.said.by = Some(text("Night Workers"));
            }),
        ]
    };
    let no_such = |name: &str| ImportRule::NoSuchGroup(name.into());
    let found: Vec<_> = problems(rows()).into_iter().map(|(row, _, rule)| (row, rule)).collect();
    assert_eq!(found[..2], [(2, no_such("Night workers")), (3, no_such("Never met"))]);
    let file = ImportInput { new_groups: Some(StakeholderKind::FrontlineStaff), ..input(rows()) };
    let after = after(&known(), MANAGER, |seen| seen.import(FIRST, &file, today()));
    as_person(&after, MANAGER, |seen| {
        let names: Vec<_> = seen.stakeholders().iter().map(|one| (one.name.to_string(), one.entry.version)).collect();
        let expected = ["Carers in touch", "Night workers", "People of Mill Lane"];
        assert_eq!(names, expected.map(|name| (name.to_owned(), Version::FIRST)), "a row left out adds none");
        assert_eq!(seen.stakeholders()[1].kind, StakeholderKind::FrontlineStaff);
        let said = seen.all_feedback().next().expect("said");
        assert_eq!(said.from, Some(Voice::Stakeholder(seen.stakeholders()[1].id)));
    });
}

#[test]
fn what_is_wrong_is_told_by_row_and_column_as_the_forms_tell_it() {
    let rows = vec![
        with(row(2, "E1", "2026-05-04"), |met| met.innovations = vec![text("Nowhere")]),
        with(row(3, "E2", "2026-05-04"), |met| (met.level, met.groups) = (None, vec![])),
        row(4, "E3", "2026-12-04"),
        with(row(5, "E4", "2026-05-04"), |met| met.groups[0].people = Some(0)),
        with(closed(6, "E5"), |met| met.said.answered_on = Some(day("2026-05-03"))),
        with(closed(7, "E6"), |met| {
            (met.said.response, met.said.changed) = (Some(text("we cannot")), Some(text("Short")));
        }),
        with(closed(8, "E7"), |met| (met.said.response, met.said.answer) = (None, None)),
        with(closed(9, "E8"), |met| met.said.said = None),
        with(closed(10, "E9"), |met| met.said.by = Some(text("Carers in touch"))),
        row(11, "E10", "2026-05-04"),
        row(12, "E10", "2026-05-04"),
    ];
    let expected = [
        (2, "Innovation", ImportRule::NoSuchInnovation("Nowhere".into())),
        (3, "Level", ImportRule::Missing),
        (3, "Who", ImportRule::Missing),
        (4, "Day of the engagement", ImportRule::Broken(Rule::After(today()))),
        (5, "How many people", ImportRule::Broken(Rule::OutOfRange(1, 1_000_000))),
        (6, "Answered on", ImportRule::Broken(Rule::Before(day("2026-05-04")))),
        (7, "Answer or reason", ImportRule::Broken(Rule::TooShort(40))),
        (7, "What is different", ImportRule::Broken(Rule::TooShort(40))),
        (8, "Response", ImportRule::Missing),
        (8, "Answer or reason", ImportRule::Missing),
        (9, "What people said", ImportRule::Missing),
        (10, "Who said it", ImportRule::Broken(Rule::Choose)),
        (12, "Day of the engagement", ImportRule::Repeated(11)),
    ];
    assert_eq!(problems(rows), expected.map(|(row, column, rule)| (row, column.to_owned(), rule)));
}

#[test]
fn two_days_make_a_consultation_and_one_wants_the_other() {
    let asked = with(row(2, "E1", "2026-05-04"), |met| {
        (met.opened_on, met.closed_on) = (Some(day("2026-05-04")), Some(day("2026-06-15")));
        (met.still_open, met.changes_service) = (Some(text("Yes")), Some(text("n")));
        met.information_link = Some(text("https://example.org/lamps"));
    });
    let once = import(&known(), FIRST, vec![asked]);
    let later = with(row(2, "E1", "2026-05-04"), |met| met.closed_on = Some(day("2026-06-16")));
    as_person(&import(&once, SECOND, vec![later]), LEAD, |seen| {
        let one = seen.engagements(LAMPS)[0];
        assert!(one.information_link.is_some(), "a blank cell leaves it");
        let asks = one.consultation.as_ref().expect("both days");
        assert_eq!((asks.opened_on, asks.closed_on), (day("2026-05-04"), day("2026-06-16")));
        assert_eq!((asks.decision_still_open, asks.changes_service), (true, false));
    });
    let rows = vec![
        with(row(2, "E1", "2026-05-04"), |met| met.opened_on = Some(day("2026-05-04"))),
        with(row(3, "E2", "2026-05-04"), |met| {
            (met.opened_on, met.closed_on) = (Some(day("2026-05-04")), Some(day("2026-05-03")));
        }),
        with(row(4, "E3", "2026-05-04"), |met| met.still_open = Some(text("perhaps"))),
    ];
    let expected = [
        (2, "Last day to answer", ImportRule::Missing),
        (3, "Last day to answer", ImportRule::Broken(Rule::Before(day("2026-05-04")))),
        (4, "Still undecided when it opened", ImportRule::NoneOf(vec!["Yes".into(), "No".into()])),
    ];
    assert_eq!(problems(rows), expected.map(|(row, column, rule)| (row, column.to_owned(), rule)));
}

#[test]
fn text_that_names_somebody_is_told_and_a_first_row_counts() {
    let rows = vec![
        said(2, "E1", "2026-05-04", "Ring me on 01632 960001"),
        with(said(3, "E1", "2026-05-06", "Write to jo@example.org"), |met| met.said.theme = Some(text("Near M1 1AE"))),
    ];
    let preview = preview(&known(), FIRST, rows);
    let notes: Vec<_> = preview.notes().map(|(row, note)| (row.number, &*note.column, note.said.clone())).collect();
    let personal = |text: &str, looks_like| ImportSaid::Personal(text.into(), looks_like);
    let expected = [
        (2, "What people said", personal("01632 960001", PersonalData::Telephone)),
        (3, "Theme", personal("M1 1AE", PersonalData::Postcode)),
        (3, "What people said", personal("jo@example.org", PersonalData::Email)),
        (3, "Day of the engagement", ImportSaid::FirstRowCounts(2)),
    ];
    assert_eq!(notes, expected);
}

#[test]
fn a_log_is_taken_back_as_one_unless_somebody_has_answered_or_added_since() {
    let before = known();
    let rows = vec![said(2, "E1", "2026-05-04", "It is too dark by the bridge")];
    let decision = as_person(&before, MANAGER, |seen| seen.import(FIRST, &input(rows), today())).expect("may");
    let changes: Vec<_> = decision.changes(before.sequence, before.changed_at, MANAGER).collect();
    let mut brought = before.clone();
    for change in &changes {
        brought.apply(change);
    }
    let undo = |portfolio: &Portfolio| as_person(portfolio, MANAGER, |seen| seen.undo_import(FIRST, &changes, today()));
    let back = applied(&brought, undo(&brought).expect("untouched"));
    as_person(&back, LEAD, |seen| assert_eq!((seen.engagements(LAMPS).len(), seen.all_feedback().count()), (0, 0)));
    let met = as_person(&brought, LEAD, |seen| seen.engagements(LAMPS)[0].id);
    let added = applied(&brought, Decision::add(crate::Feedback { engagement: met, ..feedback(9, "2026-05-04") }));
    assert_eq!(undo(&added), Err(Refusal::Impossible(Impossible::EditedSince)));
    let answered = after(&brought, LEAD, |seen| {
        let one = seen.all_feedback().next().expect("said");
        let input = crate::AnswerInput {
            response: FeedbackResponse::WeWill,
            text: text("In spring"),
            responded_on: today(),
            changed: None,
            decision: None,
            told_back_on: None,
            public: false,
        };
        seen.answer_feedback(LAMPS, one.id, input, one.entry.version, today())
    });
    assert_eq!(undo(&answered), Err(Refusal::Impossible(Impossible::EditedSince)));
}

#[test]
fn only_a_programme_manager_brings_a_log() {
    for person in [ADMINISTRATOR, LEAD, EXECUTIVE, VIEWER] {
        let refused = as_person(&known(), person, |seen| seen.import(FIRST, &input(vec![closed(2, "E1")]), today()));
        assert_eq!(refused, Err(Refusal::NotAllowed(crate::Act::Import)));
    }
}
