//! What must hold whatever people log.
use super::testing::*;
use super::*;
use crate::testing::*;
use crate::{Confidence, Decision, Portfolio, Record};
use proptest::prelude::*;

/// Of an innovation, so many days ago.
#[derive(Clone, Debug)]
enum Logged {
    Update(u32, i64, Confidence, Option<Confidence>),
    Milestone(u32, i64),
    Reading(u32, i64),
}

fn confidence() -> impl Strategy<Value = Confidence> {
    prop::sample::select(Confidence::ALL)
}

fn logged() -> impl Strategy<Value = Logged> {
    let of = 1..=4_u32;
    prop_oneof![
        (of.clone(), 0..260_i64, confidence(), prop::option::of(confidence()))
            .prop_map(|(of, ago, said, computed)| Logged::Update(of, ago, said, computed)),
        (of.clone(), -60..200_i64).prop_map(|(of, ahead)| Logged::Milestone(of, ahead)),
        (of, 0..400_i64).prop_map(|(of, ago)| Logged::Reading(of, ago)),
    ]
}

/// Four innovations in Pilot, each with a measure, and what was logged about them.
fn records(all: &[Logged]) -> Vec<Record> {
    let start = applied(&with_priorities(4), (1..=4).fold(Decision::default(), |all, of| all.and_add(measure(of))));
    let mut records: Vec<Record> = start.all().collect();
    for (ordinal, one) in (1..).zip(all) {
        records.push(match *one {
            Logged::Update(of, ago, said, computed) => update(of, ordinal, ago, said, computed).into(),
            Logged::Milestone(of, ahead) => planned(of, ahead).into(),
            Logged::Reading(of, ago) => reading(of, ago).into(),
        });
    }
    records
}

fn portfolio_of(records: impl IntoIterator<Item = Record>) -> Portfolio {
    let start = with_priorities(4);
    Portfolio::from_records(start.id, start.sequence, start.changed_at, records)
}

fn found(portfolio: &Portfolio) -> Leadership {
    as_person(portfolio, EXECUTIVE, |seen| seen.leadership(Scope::Organisation, today()))
}

/// Values of all signals, in their order.
fn values(found: &Leadership) -> Vec<Option<f64>> {
    found.actions.iter().flat_map(|one| &one.signals).map(|one| one.value).collect()
}

fn at(name: SignalName) -> usize {
    SignalName::ALL.iter().position(|one| *one == name).expect("listed")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn signals_and_scores_stay_within_their_bounds(all in prop::collection::vec(logged(), 0..40)) {
        let found = found(&portfolio_of(records(&all)));
        prop_assert!(values(&found).into_iter().flatten().all(|value| (0.0..=1.0).contains(&value)));
        for one in &found.actions {
            prop_assert!(one.score.is_none_or(|score| (0.0..=100.0 + 1e-9).contains(&score)));
            prop_assert_eq!(one.verdict == Verdict::NotEnoughYet, one.score.is_none());
            for signal in &one.signals {
                prop_assert_eq!(signal.credited().count() + signal.failing().count(), signal.bottom);
            }
        }
    }

    #[test]
    fn the_order_of_records_does_not_matter(all in prop::collection::vec(logged(), 0..40)) {
        let records = records(&all);
        let backwards = portfolio_of(records.iter().rev().cloned());
        prop_assert_eq!(found(&portfolio_of(records)), found(&backwards));
    }

    #[test]
    fn a_record_that_satisfies_a_signal_never_lowers_it(
        all in prop::collection::vec(logged(), 0..40),
        of in 1..=4_u32,
        ago in 0..30_i64,
    ) {
        let before = records(&all);
        let plain = values(&found(&portfolio_of(before.clone())));
        let posted: Record = update(of, 900, ago, Confidence::OnTrack, Some(Confidence::OnTrack)).into();
        for (name, record) in [
            (SignalName::Fresh, posted.clone()),
            (SignalName::Honest, posted),
            (SignalName::LivePlan, planned(of, 20 + ago).into()),
            (SignalName::Measured, reading(of, ago).into()),
        ] {
            let after = values(&found(&portfolio_of(before.iter().cloned().chain([record]))));
            let (was, is) = (plain[at(name)], after[at(name)]);
            prop_assert!(is >= was || was.zip(is).is_some_and(|(was, is)| is > was - 1e-12), "{name:?}: {was:?} {is:?}");
        }
    }

    #[test]
    fn what_is_dated_later_changes_no_figure_of_a_day(
        all in prop::collection::vec(logged(), 0..40),
        of in 1..=4_u32,
        ahead in 1..90_i64,
    ) {
        let before = records(&all);
        let later: [Record; 2] =
            [update(of, 901, -ahead, Confidence::OnTrack, Some(Confidence::OffTrack)).into(), reading(of, -ahead).into()];
        let after = portfolio_of(before.iter().cloned().chain(later));
        prop_assert_eq!(values(&found(&portfolio_of(before))), values(&found(&after)));
    }
}
