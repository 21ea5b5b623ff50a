use super::*;
use crate::{testing::*, *};
use uuid::Uuid;

/// Numbered from 2, each in Pilot, with an update of this confidence so many days ago.
fn crowd(said: &[(Option<Confidence>, i64, bool)]) -> Portfolio {
    let mut decision = Decision::default();
    for (number, (confidence, days, asks)) in (2_u32..).zip(said) {
        let id = InnovationId(Uuid::from_u128(500 + u128::from(number)));
        decision = decision
            .and_add(Innovation { id, number, title: text(&format!("Number {number}")), ..innovation() })
            .and_add(entered(id, 1, Place::Idea, Place::Stage(2), day("2026-06-01")));
        if let Some(confidence) = *confidence {
            let period_end = today() - chrono::Duration::days(*days);
            let ask = asks.then(|| Ask { what: text("Decide"), of_whom: place(EXECUTIVE), by: today() });
            decision = decision.and_add(StatusUpdate {
                id: StatusUpdateId(Uuid::from_u128(900 + u128::from(number))),
                entry: Entry::default(),
                innovation: id,
                ordinal: 1,
                author: Some(place(LEAD)),
                period_end,
                submitted_on: period_end,
                confidence,
                confidence_pct: None,
                done: Some(text("Something")),
                next: Some(text("More")),
                ask,
                path_to_green: None,
                still_true: false,
                original_word: None,
                links: vec![],
                computed: None,
                challenges: vec![],
                sponsor_view: None,
            });
        }
    }
    applied(&portfolio(), decision)
}

fn numbers(lane: &Lane) -> Vec<u32> {
    lane.cards.iter().map(|card| card.innovation.number).collect()
}

#[test]
fn asks_come_first_then_off_track_at_risk_no_update_and_on_track_the_oldest_of_each_first() {
    use Confidence::{AtRisk, OffTrack, OnTrack};
    let portfolio = crowd(&[
        (Some(OnTrack), 2, false),
        (Some(AtRisk), 1, false),
        (Some(OffTrack), 1, false),
        (None, 0, false),
        (Some(OnTrack), 3, true),
        (Some(AtRisk), 5, false),
        (Some(OnTrack), 40, false),
    ]);
    as_person(&portfolio, MANAGER, |seen| {
        let board = seen.board(&BoardFilter::default(), today());
        assert_eq!(numbers(&board.lanes[2]), [6, 4, 7, 3, 5, 8, 2]);
        let counts = &board.counts;
        assert_eq!((counts.on_track, counts.at_risk, counts.off_track, counts.no_update), (2, 2, 1, 3));
    });
}

#[test]
fn a_filter_leaves_the_counts_as_they_are() {
    let portfolio = crowd(&[(Some(Confidence::AtRisk), 1, false), (Some(Confidence::OnTrack), 1, false)]);
    as_person(&portfolio, MANAGER, |seen| {
        let confidence = Some(ConfidenceFilter::AtRisk);
        let board = seen.board(&BoardFilter { confidence, ..BoardFilter::default() }, today());
        assert_eq!((board.found, board.counts.active()), (1, 3));
        let words = "nc-3".into();
        let board = seen.board(&BoardFilter { words, ..BoardFilter::default() }, today());
        assert_eq!(numbers(&board.lanes[2]), [3]);
    });
}

#[test]
fn a_viewer_sees_no_card_and_no_count_of_what_is_for_the_organisation() {
    let portfolio = crowd(&[(Some(Confidence::AtRisk), 1, false)]);
    as_person(&portfolio, VIEWER, |seen| {
        let board = seen.board(&BoardFilter::default(), today());
        assert_eq!((board.found, board.counts), (0, Counts::default()));
    });
}
