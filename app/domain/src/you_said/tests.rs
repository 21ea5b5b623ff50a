use super::*;
use crate::{Act, AnswerInput, Decision, FeedbackInput, Impossible, InnovationInput, Refusal, Version, testing::*};

fn told(number: u32, response: FeedbackResponse, on: &str) -> Feedback {
    Feedback { told_back_on: Some(day(on)), ..answered(feedback(number, "2026-09-01"), response, "2026-10-01") }
}

/// Two told back, one only answered; everyone may see the innovation.
fn heard() -> Portfolio {
    let said = Decision::add(stakeholder()).and_add(engagement(1, "2026-09-01"));
    let said = said.and_add(told(1, FeedbackResponse::WeDid, "2026-10-02"));
    let said = said.and_add(told(2, FeedbackResponse::WeCannot, "2026-10-03"));
    let said = said.and_add(answered(feedback(3, "2026-09-01"), FeedbackResponse::WeWill, "2026-10-01"));
    let before = applied(&portfolio(), said);
    let public = InnovationInput { visible_to: Visibility::Public, ..InnovationInput::of(&innovation(), today()) };
    let shown = as_person(&before, MANAGER, |seen| seen.edit_innovation(LAMPS, public, Version::FIRST, today()));
    applied(&before, shown.expect("may"))
}

fn row(number: u32, public: bool) -> PublishRow {
    PublishRow { feedback: feedback(number, "2026-09-01").id, seen: Version::FIRST, public }
}

fn open(rows: &[PublishRow]) -> PublishInput {
    PublishInput { is_open: true, rows: rows.to_vec() }
}

fn publish(portfolio: &Portfolio, person: crate::PersonId, input: &PublishInput) -> Result<Decision, Refusal> {
    as_person(portfolio, person, |seen| {
        let version = seen.innovation(LAMPS)?.entry.version;
        seen.publish_you_said(LAMPS, input, version, today())
    })
}

fn published() -> Portfolio {
    let rows = [row(1, true), row(2, true)];
    applied(&heard(), publish(&heard(), MANAGER, &open(&rows)).expect("may"))
}

#[test]
fn nothing_is_public_until_it_is_published_and_then_refusals_stand_there_too() {
    assert_eq!(heard().you_said(), None);
    let page = published().you_said().expect("published");
    assert_eq!((page.organisation.to_string(), page.heard()), ("Northshire Council".into(), 2));
    let lamps = &page.innovations[0];
    assert_eq!(lamps.heard[0].told_back_on, day("2026-10-03"));
    assert_eq!(lamps.heard[0].who, Some(PublicVoice::Group(StakeholderKind::Residents)));
    assert_eq!(lamps.answered(FeedbackResponse::WeCannot).count(), 1);
    assert!(page.clone().only(1).is_some() && page.only(2).is_none());
}

#[test]
fn who_may_publish_is_asked_and_words_not_told_back_stay_inside() {
    for (person, refused) in
        [(LEAD, Refusal::NotAllowed(Act::Publish)), (ADMINISTRATOR, Refusal::NotAllowed(Act::Publish))]
    {
        assert_eq!(publish(&heard(), person, &open(&[])), Err(refused));
    }
    assert!(publish(&heard(), EXECUTIVE, &open(&[])).is_ok());
    let early = publish(&heard(), MANAGER, &open(&[row(3, true)]));
    assert_eq!(early, Err(Refusal::Rows(vec![(0, Refusal::Impossible(Impossible::NotToldBack))])));
    let unread = PublishRow { seen: Version(7), ..row(1, true) };
    assert!(matches!(publish(&heard(), MANAGER, &open(&[unread])), Err(Refusal::Rows(rows)) if rows.len() == 1));
}

#[test]
fn what_not_everyone_may_see_cannot_be_published_and_hiding_it_closes_the_page() {
    assert_eq!(publish(&portfolio(), MANAGER, &open(&[])), Err(Refusal::Impossible(Impossible::NotPublic)));
    let edit = |portfolio: &Portfolio, visible_to| {
        let edited = as_person(portfolio, MANAGER, |seen| {
            let one = seen.innovation(LAMPS)?;
            let input = InnovationInput { visible_to, ..InnovationInput::of(one, today()) };
            seen.edit_innovation(LAMPS, input, one.entry.version, today())
        });
        applied(portfolio, edited.expect("may"))
    };
    let hidden = edit(&published(), Visibility::Partners);
    assert_eq!(hidden.you_said(), None);
    assert_eq!(edit(&hidden, Visibility::Public).you_said(), None, "it is published again by somebody");
    let closed = publish(&published(), MANAGER, &PublishInput::default()).expect("may");
    assert_eq!(applied(&published(), closed).you_said(), None);
}

#[test]
fn other_words_of_somebody_who_may_not_publish_come_off_the_page() {
    let id = feedback(1, "2026-09-01").id;
    let answer = |person, text: &str| {
        let before = published();
        let decided = as_person(&before, person, |seen| {
            let one = seen.feedback(LAMPS, id)?;
            let words = crate::testing::text(text);
            let input = AnswerInput { text: words, ..AnswerInput::of(one).expect("answered") };
            seen.answer_feedback(LAMPS, id, input, one.entry.version, today())
        });
        applied(&before, decided.expect("may")).you_said().map(|page| page.heard())
    };
    assert_eq!([answer(LEAD, "Something else"), answer(MANAGER, "Something else")], [Some(1), Some(2)]);
    let before = published();
    let edited = as_person(&before, LEAD, |seen| {
        let one = seen.feedback(LAMPS, id)?;
        let input = FeedbackInput { said: text("Ring Ann on 01632 960001"), ..FeedbackInput::of(one) };
        seen.edit_feedback(LAMPS, id, input, one.entry.version, today())
    });
    assert_eq!(applied(&before, edited.expect("may")).you_said().map(|page| page.heard()), Some(1));
}

#[test]
fn a_viewer_sees_neither_the_preview_nor_what_stays_inside() {
    as_person(&published(), LEAD, |seen| {
        assert_eq!(seen.public_view(LAMPS).map(|one| one.heard.len()), Some(2));
        assert_eq!(seen.told_inside(LAMPS).len(), 0);
    });
    as_person(&applied(&portfolio(), Decision::default()), VIEWER, |seen| {
        assert_eq!((seen.public_view(LAMPS), seen.told_inside(LAMPS).len()), (None, 0));
    });
}
