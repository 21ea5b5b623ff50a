//! How long an innovation has been where it is, against what its stage allows. Quiet periods do not stop this clock.
use super::{
    Innovation, StageMove,
    visit::{this_visit, visits},
};
use crate::{Place, Seen, StageKind, StageModel, days, london_day};
use chrono::NaiveDate;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageTime {
    pub place: Place,
    pub kind: StageKind,
    /// What people call the place.
    pub stage: String,
    /// The day the present visit began.
    pub entered_on: NaiveDate,
    /// Days of the present visit; a pause does not count, and neither a pause nor a repeat ends it.
    pub this_visit_days: i64,
    /// Days over all visits to stages of this kind.
    pub in_kind_days: i64,
    /// What all stages of this kind allow together.
    pub max_days: Option<i64>,
    /// Days in the kind beyond `max_days`; 0 when it is not over.
    pub over_days: i64,
    /// A pilot that is over its time and that nobody has decided to go on with.
    pub in_purgatory: bool,
    /// Of a paused innovation.
    pub pause: Option<PauseTime>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PauseTime {
    pub review_on: NaiveDate,
    /// 0 until the day of the review has passed.
    pub overdue_days: i64,
    /// The place to which it is resumed.
    pub resumes_to: Place,
}

impl StageTime {
    #[must_use]
    pub fn is_over_max(&self) -> bool {
        self.over_days > 0
    }
}

impl Seen<'_> {
    #[must_use]
    pub fn stage_time(self, innovation: &Innovation, today: NaiveDate) -> StageTime {
        let moves: Vec<_> = self.stage_moves(innovation.id).map(|one| &**one).collect();
        stage_time(self.stage_model_of(innovation), &moves, london_day(innovation.entry.at), today)
    }

    /// The place to which a paused innovation is resumed; none where it is not paused.
    #[must_use]
    pub fn resumes_to(self, innovation: &Innovation) -> Option<Place> {
        let last = self.stage_moves(innovation.id).next_back();
        last.filter(|last| last.to == Place::Paused).map(|pause| resumes_to(pause))
    }
}

/// Days by kind of stage over all visits; what is not in the answer was never entered.
#[must_use]
pub fn time_in_stage(model: &StageModel, moves: &[&StageMove], today: NaiveDate) -> Vec<(StageKind, i64)> {
    let mut by_kind: Vec<(StageKind, i64)> = Vec::new();
    for visit in visits(moves.iter().copied(), today) {
        let kind = model.kind(visit.place);
        match by_kind.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, sum)) => *sum += visit.days(),
            None => by_kind.push((kind, visit.days())),
        }
    }
    by_kind
}

/// `since` stands for the day of entry where no move has been recorded.
fn stage_time(model: &StageModel, moves: &[&StageMove], since: NaiveDate, today: NaiveDate) -> StageTime {
    let visits = visits(moves.iter().copied(), today);
    let place = visits.last().map_or(Place::Idea, |last| last.place);
    let kind = model.kind(place);
    let in_kind_days: i64 = visits.iter().filter(|one| model.kind(one.place) == kind).map(super::Visit::days).sum();
    let max_days = model.max_days(kind);
    let over_days = max_days.map_or(0, |most| (in_kind_days - most).max(0));
    // The pilot is answered for by a decision to repeat it; repeating an earlier stage says nothing of it.
    let answered = |most: i64| {
        let counts = |days: i64| (0..most).contains(&days);
        visits.iter().any(|one| one.is_repeat && model.kind(one.place) == kind && counts(days(one.from_on, today)))
    };
    let silent = max_days.is_some_and(|most| !answered(most));
    StageTime {
        place,
        kind,
        stage: model.name(place).into(),
        entered_on: this_visit(&visits).last().map_or(since, |first| first.from_on),
        this_visit_days: this_visit(&visits).map(super::Visit::days).sum(),
        in_kind_days,
        max_days,
        over_days,
        in_purgatory: kind == StageKind::Pilot && over_days > 0 && silent,
        pause: pause(moves, today),
    }
}

fn pause(moves: &[&StageMove], today: NaiveDate) -> Option<PauseTime> {
    let last = moves.iter().rev().find(|one| one.on <= today).filter(|last| last.to == Place::Paused)?;
    let review_on = last.review_on?;
    Some(PauseTime { review_on, overdue_days: days(review_on, today).max(0), resumes_to: resumes_to(last) })
}

/// Where a pause began; one that came paused from a file goes on in the first stage.
pub(super) fn resumes_to(pause: &StageMove) -> Place {
    match pause.from {
        Place::Stage(_) => pause.from,
        _ => Place::Stage(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{MoveOutcome, Preset, testing::*};

    fn path(steps: &[(Place, &str)]) -> Vec<StageMove> {
        let mut from = Place::Idea;
        let step = |(ordinal, (to, on)): (u32, &(Place, &str))| {
            let outcome = if from == *to { MoveOutcome::Repeat } else { MoveOutcome::Proceed };
            let one = StageMove { outcome, ..entered(LAMPS, ordinal, from, *to, day(on)) };
            from = *to;
            one
        };
        (1..).zip(steps).map(step).collect()
    }

    fn times(preset: Preset, steps: &[(Place, &str)]) -> (StageTime, Vec<(StageKind, i64)>) {
        let moves = path(steps);
        let moves: Vec<_> = moves.iter().collect();
        let model = preset.model();
        (stage_time(&model, &moves, today(), today()), time_in_stage(&model, &moves, today()))
    }

    fn days_ago(days: u64) -> String {
        (today() - chrono::Days::new(days)).to_string()
    }

    const EXPLORE: Place = Place::Stage(0);
    const TEST: Place = Place::Stage(1);
    const PILOT: Place = Place::Stage(2);

    #[test]
    fn st_1_every_day_from_the_start_belongs_to_one_kind() {
        let (time, by_kind) = times(
            Preset::Default,
            &[
                (EXPLORE, "2026-01-05"),
                (TEST, "2026-03-02"),
                (Place::Paused, "2026-04-13"),
                (TEST, "2026-06-08"),
                (PILOT, "2026-07-20"),
                (TEST, "2026-09-07"),
                (PILOT, "2026-10-05"),
            ],
        );
        assert_eq!(
            by_kind,
            [(StageKind::Explore, 56), (StageKind::Test, 112), (StageKind::Paused, 56), (StageKind::Pilot, 99)]
        );
        assert_eq!(by_kind.iter().map(|(_, days)| days).sum::<i64>(), days(day("2026-01-05"), today()));
        assert_eq!((time.this_visit_days, time.in_kind_days), (50, 99));
        assert_eq!((time.entered_on, time.stage.as_str()), (day("2026-10-05"), "Pilot"));
    }

    #[test]
    fn st_2_to_5_a_pilot_is_in_purgatory_once_it_exceeds_its_time_and_nobody_decided() {
        for (in_pilot, repeated, over, purgatory) in [
            (364, None, 0, false),
            (365, None, 1, true),
            (610, None, 246, true),
            (400, Some(30), 36, false),
            (400, Some(363), 36, false),
            (800, Some(364), 436, true),
        ] {
            let (entered, again) = (days_ago(in_pilot), days_ago(repeated.unwrap_or(0)));
            let mut steps = vec![(PILOT, entered.as_str())];
            steps.extend(repeated.map(|_| (PILOT, again.as_str())));
            let (time, _) = times(Preset::Default, &steps);
            assert_eq!((time.over_days, time.in_purgatory), (over, purgatory), "{in_pilot} days");
            assert_eq!(time.this_visit_days, i64::try_from(in_pilot).expect("small"), "a repeat does not end a visit");
        }
    }

    #[test]
    fn st_6_a_pause_is_overdue_from_the_day_after_its_review() {
        for (review_on, overdue_days) in [("2026-11-12", 12), ("2026-11-24", 0), ("2026-12-01", 0)] {
            let mut moves = path(&[(TEST, "2026-03-02"), (Place::Paused, "2026-10-01")]);
            moves[1].review_on = Some(day(review_on));
            let moves: Vec<_> = moves.iter().collect();
            let time = stage_time(&Preset::Default.model(), &moves, today(), today());
            let expected = PauseTime { review_on: day(review_on), overdue_days, resumes_to: TEST };
            assert_eq!(time.pause, Some(expected));
            assert_eq!((time.kind, time.max_days, time.this_visit_days), (StageKind::Paused, None, 54));
        }
    }

    #[test]
    fn st_8_two_stages_of_one_kind_share_their_time() {
        let (entered, case) = (days_ago(470), days_ago(100));
        let (time, _) = times(Preset::EightSteps, &[(PILOT, &entered), (Place::Stage(3), &case)]);
        assert_eq!((time.in_kind_days, time.max_days, time.over_days), (470, Some(476), 0));
        assert_eq!(time.this_visit_days, 100);
    }

    proptest::proptest! {
        #[test]
        fn every_day_since_the_first_move_belongs_to_exactly_one_kind(steps in steps()) {
            let steps: Vec<_> = steps.iter().map(|(place, on)| (*place, on.as_str())).collect();
            let (time, by_kind) = times(Preset::EightSteps, &steps);
            let since = day(steps[0].1);
            proptest::prop_assert_eq!(by_kind.iter().map(|(_, days)| days).sum::<i64>(), days(since, today()));
            proptest::prop_assert!(time.this_visit_days <= time.in_kind_days);
            proptest::prop_assert!(time.this_visit_days <= days(time.entered_on, today()));
        }
    }

    /// Places in any order, with days that do not go back.
    fn steps() -> impl proptest::strategy::Strategy<Value = Vec<(Place, String)>> {
        use proptest::prelude::*;
        let place = prop_oneof![4 => (0u8..6).prop_map(Place::Stage), 1 => Just(Place::Paused)];
        prop::collection::vec((place, 0u64..200), 1..12).prop_map(|mut steps| {
            steps.sort_by_key(|(_, ago)| std::cmp::Reverse(*ago));
            steps.into_iter().map(|(place, ago)| (place, days_ago(ago))).collect()
        })
    }

    #[test]
    fn a_pause_within_a_visit_does_not_count_and_does_not_end_it() {
        let steps = [(TEST, "2026-09-01"), (Place::Paused, "2026-10-01"), (TEST, "2026-11-14")];
        let (time, _) = times(Preset::Default, &steps);
        assert_eq!((time.this_visit_days, time.entered_on), (40, day("2026-09-01")));
    }
}
