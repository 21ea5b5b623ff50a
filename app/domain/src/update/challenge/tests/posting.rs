//! What becomes of a challenge when an update is posted.
use super::*;

const NEW: StatusUpdateId = StatusUpdateId(Uuid::from_u128(9));

/// A gate that is 75 days late, so that C2 fires whenever it is said to be on track.
fn watermelon() -> Portfolio {
    with(&portfolio(), vec![planned(300, MilestoneKind::Gate, &[(200, -10)], &[(200, -10), (50, -85)])])
}

fn post(input: crate::UpdateInput) -> Result<Vec<AnsweredChallenge>, Refusal> {
    let before = watermelon();
    let decision = as_person(&before, LEAD, |seen| seen.post_update(NEW, LAMPS, input, today()))?;
    let after = applied(&before, decision);
    Ok(as_person(&after, LEAD, |seen| {
        let last = seen.latest_update(&innovation(), today()).expect("posted");
        assert_eq!(last.computed.and_then(|one| one.overall), Some(OffTrack), "75 days late");
        last.challenges.clone()
    }))
}

#[test]
fn a_challenge_is_shown_before_it_is_posted_and_never_blocks() {
    let first = crate::UpdateInput { shown: vec![], ..input(today(), OnTrack) };
    let Err(Refusal::Challenged(fired)) = post(first.clone()) else { panic!("shown first") };
    assert_eq!(fired.len(), 1);
    let again = crate::UpdateInput {
        challenged: Some(OnTrack),
        shown: vec![ChallengeCode::GateLate],
        ..input(today(), OnTrack)
    };
    let kept = post(again.clone()).expect("posted without a word");
    assert_eq!((kept[0].code, kept[0].is_unanswered()), (ChallengeCode::GateLate, true));
    let changed = post(crate::UpdateInput { confidence: AtRisk, ..again.clone() }).expect("posted");
    assert_eq!(changed.iter().map(|one| &one.answer).collect::<Vec<_>>(), [&ChallengeAnswer::Changed]);
    let explain = |reason: &str| vec![(ChallengeCode::GateLate, text(reason))];
    let reason = "The board moved the gate itself and has agreed.";
    let at_once = crate::UpdateInput { explained: explain(reason), ..first.clone() };
    assert_eq!(post(at_once).expect("explained")[0].explanation(), Some(&text(reason)));
    let short = crate::UpdateInput { explained: explain("The board moved the gate, and it knows."), ..again };
    assert_eq!(post(short), Err(Refusal::invalid("explain_c2", Rule::TooShort(40))));
    let beside =
        crate::UpdateInput { explained: vec![(ChallengeCode::NoAsk, text("Idle"))], confidence: AtRisk, ..first };
    assert_eq!(post(beside), Ok(vec![]), "what does not fire needs no explanation");
}

#[test]
fn still_true_keeps_what_was_explained_and_says_what_was_not() {
    let before = watermelon();
    let reason = "The board moved the gate itself and has agreed.";
    let explained = vec![(ChallengeCode::GateLate, text(reason))];
    let input = crate::UpdateInput { explained, ..input(back(40), OnTrack) };
    let once = after(&before, LEAD, |seen| seen.post_update(NEW, LAMPS, input, back(40)));
    let id = StatusUpdateId(Uuid::from_u128(10));
    let again = after(&once, LEAD, |seen| seen.still_true(id, LAMPS, today()));
    as_person(&again, LEAD, |seen| {
        let last = seen.latest_update(&innovation(), today()).expect("posted");
        let told = last.challenges.iter().map(|one| (one.code, one.is_unanswered()));
        assert_eq!(told.collect::<Vec<_>>(), [(ChallengeCode::GateLate, false), (ChallengeCode::SameWords, true)]);
        assert!(last.computed.is_some());
    });
}

#[test]
fn an_update_of_before_challenges_still_reads() {
    let update = posted(&portfolio(), "2026-11-10", OnTrack);
    let record = as_person(&update, LEAD, |seen| seen.updates(LAMPS).next().cloned()).expect("there");
    let old = StatusUpdate { computed: None, challenges: vec![], ..(*record).clone() };
    let text = serde_json::to_string(&old).expect("text");
    assert!(!text.contains("computed") && !text.contains("challenges") && !text.contains("sponsor"), "{text}");
    assert_eq!(serde_json::from_str::<StatusUpdate>(&text).expect("read"), old);
}
