use super::*;
use crate::{Act, Decision, Impossible, PersonId, Portfolio, Problem, Refusal, Rule, Version, testing::*};

fn said() -> Portfolio {
    let first = Decision::add(stakeholder()).and_add(engagement(1, "2026-10-01"));
    let said = first.and_add(feedback(1, "2026-10-01")).and_add(feedback(2, "2026-10-05"));
    applied(&portfolio(), said)
}

fn input(response: FeedbackResponse, text: &str) -> AnswerInput {
    AnswerInput {
        response,
        text: crate::testing::text(text),
        responded_on: today(),
        changed: None,
        decision: None,
        told_back_on: None,
        public: true,
    }
}

fn answer(portfolio: &Portfolio, person: PersonId, input: AnswerInput) -> Result<Decision, Refusal> {
    as_person(portfolio, person, |seen| {
        seen.answer_feedback(LAMPS, feedback(1, "2026-10-01").id, input, Version(1), today())
    })
}

#[test]
fn who_is_named_on_the_innovation_answers() {
    let we_did = || input(FeedbackResponse::WeDid, "A lamp was added");
    assert!(answer(&said(), LEAD, we_did()).is_ok() && answer(&said(), MANAGER, we_did()).is_ok());
    assert_eq!(answer(&said(), ADMINISTRATOR, we_did()), Err(Refusal::NotAllowed(Act::AnswerFeedback)));
    assert_eq!(answer(&said(), VIEWER, we_did()), Err(Refusal::NotFound));
}

#[test]
fn only_who_may_publish_is_heard_on_what_everyone_reads() {
    for (person, public) in [(LEAD, false), (MANAGER, true)] {
        let after = applied(&said(), answer(&said(), person, input(FeedbackResponse::WeDid, "A lamp")).expect("may"));
        as_person(&after, person, |seen| {
            assert_eq!(seen.feedback(LAMPS, feedback(1, "2026-10-01").id).map(|one| one.public), Ok(public));
        });
    }
}

#[test]
fn a_refusal_says_why_in_forty_characters_and_days_follow_each_other() {
    let short = "x".repeat(39);
    let table = [
        (input(FeedbackResponse::WeCannot, &short), Problem::new("text", Rule::TooShort(40))),
        (
            AnswerInput { changed: Some(text(&short)), ..input(FeedbackResponse::WeDid, "A lamp") },
            Problem::new("changed", Rule::TooShort(40)),
        ),
        (
            AnswerInput { responded_on: day("2026-09-30"), ..input(FeedbackResponse::WeDid, "A lamp") },
            Problem::new("responded_on", Rule::Before(day("2026-10-01"))),
        ),
        (
            AnswerInput { told_back_on: Some(day("2026-11-23")), ..input(FeedbackResponse::WeDid, "A lamp") },
            Problem::new("told_back_on", Rule::Before(today())),
        ),
    ];
    for (input, problem) in table {
        assert_eq!(answer(&said(), LEAD, input), Err(Refusal::Invalid(vec![problem])));
    }
    assert!(answer(&said(), LEAD, input(FeedbackResponse::WeCannot, &"x".repeat(40))).is_ok());
}

#[test]
fn many_are_answered_with_the_same_words_or_none() {
    let row = |number, version| AnswerRow {
        innovation: LAMPS,
        feedback: feedback(number, "2026-10-01").id,
        seen: Version(version),
    };
    let many = |rows: &[AnswerRow]| {
        as_person(&said(), LEAD, |seen| {
            seen.answer_many(rows, &input(FeedbackResponse::WeWill, "In spring we add a lamp"), today())
        })
    };
    assert_eq!(many(&[row(1, 1), row(2, 1)]).map(|one| one.edits.len()), Ok(2));
    assert!(matches!(many(&[row(1, 1), row(2, 3)]), Err(Refusal::Rows(rows)) if rows.len() == 1 && rows[0].0 == 1));
    assert_eq!(many(&[]), Err(Refusal::invalid("feedback", Rule::Missing)));
}

#[test]
fn people_are_told_once_there_is_an_answer() {
    let id = feedback(1, "2026-10-01").id;
    let tell = |portfolio: &Portfolio, on: &str, version| {
        as_person(portfolio, LEAD, |seen| seen.tell_back(LAMPS, id, day(on), Version(version), today()))
    };
    assert_eq!(tell(&said(), "2026-11-24", 1), Err(Refusal::Impossible(Impossible::NotAnswered)));
    let early = AnswerInput { responded_on: day("2026-11-01"), ..input(FeedbackResponse::WeDid, "A lamp") };
    let answered = applied(&said(), answer(&said(), LEAD, early).expect("may"));
    let refused = Refusal::invalid("told_back_on", Rule::Before(day("2026-11-01")));
    assert_eq!(tell(&answered, "2026-10-31", 2), Err(refused));
    let told = applied(&answered, tell(&answered, "2026-11-02", 2).expect("may"));
    as_person(&told, LEAD, |seen| {
        let found = seen.feedback(LAMPS, id).expect("there");
        assert_eq!((found.state(), found.is_closed()), (FeedbackState::Closed, true));
    });
}

#[test]
fn what_is_different_counts_where_we_did_it_or_a_decision_cites_it() {
    let changed = |length: usize| Some(text("x".repeat(length).as_str()));
    let decision = Some(FormalDecisionId(uuid::Uuid::from_u128(1)));
    for (response, changed, decision, influential) in [
        (FeedbackResponse::WeDid, changed(40), None, true),
        (FeedbackResponse::WeDid, changed(39), None, false),
        (FeedbackResponse::WeDid, None, decision, false),
        (FeedbackResponse::WeWill, changed(40), None, false),
        (FeedbackResponse::WeWill, changed(40), decision, true),
    ] {
        let one = Feedback { changed, decision, ..answered(feedback(1, "2026-10-01"), response, "2026-11-01") };
        assert_eq!(one.is_influential(), influential, "{response:?} {:?}", one.changed);
    }
    assert!(answered(feedback(1, "2026-10-01"), FeedbackResponse::WeCannot, "2026-11-01").is_reasoned_refusal());
    assert_eq!(Sentiment::ALL.iter().map(|one| one.value()).collect::<Vec<_>>(), [-1, 0, 1]);
}
