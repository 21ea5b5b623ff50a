//! What is shown of an innovation: its declared confidence while that is in date, otherwise its state.
use super::{Confidence, StatusUpdate};
use crate::{Innovation, Place, Quiet, Seen, StageKind, StageModel, StageMove, choice::choices, open_days};
use chrono::NaiveDate;
use std::sync::Arc;

choices! {
    /// What stands on a card.
    Shown {
        OnTrack "on-track" "On track",
        AtRisk "at-risk" "At risk",
        OffTrack "off-track" "Off track",
        /// None, or out of date: never counted as on track.
        NoUpdate "no-update" "No update",
        Paused "paused" "Paused",
        Stopped "stopped" "Stopped",
        Mainstreamed "mainstreamed" "Mainstreamed",
        Idea "idea" "Idea",
    }
}

impl From<Confidence> for Shown {
    fn from(declared: Confidence) -> Self {
        match declared {
            Confidence::OnTrack => Self::OnTrack,
            Confidence::AtRisk => Self::AtRisk,
            Confidence::OffTrack => Self::OffTrack,
        }
    }
}

/// What is shown, with the update it comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShownConfidence<'a> {
    pub shown: Shown,
    /// Also when it is out of date.
    pub latest: Option<&'a Arc<StatusUpdate>>,
    /// Open days since the day the latest update is for.
    pub age_days: Option<i64>,
    /// There is an update, the innovation is active, and the update is too old to count.
    pub is_stale: bool,
}

/// Open days for which an update counts: the cadence and half of it, rounded up.
#[must_use]
pub fn stale_after(cadence_days: u32) -> i64 {
    i64::from(cadence_days) + i64::from(cadence_days.div_ceil(2))
}

impl<'a> Seen<'a> {
    /// What is shown of an innovation on a day.
    #[must_use]
    pub fn shown(self, innovation: &Innovation, today: NaiveDate) -> ShownConfidence<'a> {
        let latest = self.latest_update(innovation, today);
        let quiet = self.quiet();
        let age_days = latest.map(|one| open_days(one.period_end, today, &quiet));
        let (model, moves) = (self.stage_model_of(innovation), self.stage_moves(innovation.id).collect::<Vec<_>>());
        let kind = model.kind(place_among(&moves, today).unwrap_or(Place::Idea));
        let limit = stale_after(cadence_days(model, &moves, today, &quiet));
        let is_stale = kind.is_active() && age_days.is_some_and(|age| age > limit);
        let declared = latest.filter(|_| !is_stale).map_or(Shown::NoUpdate, |one| one.confidence.into());
        let shown = match kind {
            StageKind::Paused => Shown::Paused,
            StageKind::Stopped => Shown::Stopped,
            StageKind::Mainstreamed => Shown::Mainstreamed,
            StageKind::Idea => Shown::Idea,
            _ => declared,
        };
        ShownConfidence { shown, latest, age_days, is_stale }
    }

    /// The update that counts on a day: the one for the latest day, and of several for that day the last submitted.
    #[must_use]
    pub fn latest_update(self, innovation: &Innovation, day: NaiveDate) -> Option<&'a Arc<StatusUpdate>> {
        let submitted = self.updates(innovation.id).filter(|one| one.submitted_on <= day && one.period_end <= day);
        submitted.max_by_key(|one| (one.period_end, one.ordinal))
    }

    /// Where it was at the end of a day; none before its first move.
    pub(super) fn place_on(self, innovation: &Innovation, day: NaiveDate) -> Option<Place> {
        self.stage_moves(innovation.id).rfind(|one| one.on <= day).map(|one| one.to)
    }
}

/// As `Seen::place_on`, for whoever holds the moves.
pub(super) fn place_among(moves: &[&Arc<StageMove>], day: NaiveDate) -> Option<Place> {
    moves.iter().rfind(|one| one.on <= day).map(|one| one.to)
}

/// Days between two updates on a day.
///
/// A change of stage makes no update stale sooner: while the older cadence is the longer one it counts on, for as many
/// open days in the new stage as an update could still be in date under it.
pub(super) fn cadence_days(model: &StageModel, moves: &[&Arc<StageMove>], day: NaiveDate, quiet: &[Quiet]) -> u32 {
    let of = |place| model.stage(place).map_or(0, |stage| stage.cadence_days);
    let Some(place) = place_among(moves, day) else { return 0 };
    let (now, changed) = (of(place), |one: &&&Arc<StageMove>| {
        one.on <= day && one.to == place && one.from != place && one.from != Place::Paused
    });
    let Some(entry) = moves.iter().rev().find(changed) else { return now };
    let before = of(entry.from);
    if before > now && open_days(entry.on, day, quiet) <= stale_after(before) { before } else { now }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;
    use crate::{Decision, Portfolio, QuietPeriod, QuietPeriodId, update::post::tests::posted};
    use chrono::Days;
    use uuid::Uuid;

    /// "Smart street lamps" in Test (cadence 7) since 1 September, with updates for these days.
    fn in_test(updates: &[(&str, Confidence)]) -> Portfolio {
        let test = entered(LAMPS, 2, Place::Stage(0), Place::Stage(1), day("2026-09-01"));
        let start = applied(&portfolio(), Decision::add(test));
        updates.iter().fold(start, |portfolio, (on, confidence)| posted(&portfolio, on, *confidence))
    }

    fn shown(portfolio: &Portfolio, on: NaiveDate) -> (Shown, bool) {
        as_person(portfolio, MANAGER, |seen| {
            let found = seen.shown(&innovation(), on);
            (found.shown, found.is_stale)
        })
    }

    #[test]
    fn su_1_an_update_counts_for_one_and_a_half_cadences() {
        assert_eq!([7, 14, 30].map(stale_after), [11, 21, 45]);
    }

    #[test]
    fn su_4_an_update_counts_until_its_age_exceeds_the_limit() {
        let portfolio = in_test(&[("2026-10-01", Confidence::OnTrack)]);
        let on = |age| day("2026-10-01").checked_add_days(Days::new(age)).expect("a day");
        assert_eq!(shown(&portfolio, on(11)), (Shown::OnTrack, false));
        assert_eq!(shown(&portfolio, on(12)), (Shown::NoUpdate, true));
    }

    #[test]
    fn the_latest_day_wins_and_of_one_day_the_latest_submitted() {
        let three = [("2026-11-20", Confidence::OffTrack), ("2026-11-20", Confidence::AtRisk)];
        assert_eq!(shown(&in_test(&three), today()).0, Shown::AtRisk);
        let entered_late = [three[1], ("2026-11-10", Confidence::OnTrack)];
        assert_eq!(shown(&in_test(&entered_late), today()).0, Shown::AtRisk);
        assert_eq!(shown(&in_test(&[]), today()), (Shown::NoUpdate, false));
    }

    #[test]
    fn a_change_of_stage_makes_no_update_stale_sooner() {
        // Explore has 14 days (stale after 21), Test 7 (stale after 11); it moved on 1 September.
        let portfolio = in_test(&[("2026-08-20", Confidence::OnTrack)]);
        assert_eq!(shown(&portfolio, day("2026-09-10")), (Shown::OnTrack, false), "21 days old");
        assert_eq!(shown(&portfolio, day("2026-09-11")), (Shown::NoUpdate, true), "22 days old");
        let portfolio = in_test(&[("2026-09-09", Confidence::OnTrack)]);
        assert_eq!(shown(&portfolio, day("2026-09-22")).0, Shown::OnTrack, "13 days old, 21 days in the stage");
        assert_eq!(shown(&portfolio, day("2026-09-23")).0, Shown::NoUpdate, "22 days in the stage: its own cadence");
    }

    #[test]
    fn quiet_days_do_not_age_an_update() {
        let quiet = QuietPeriod {
            id: QuietPeriodId(Uuid::from_u128(1)),
            entry: crate::Entry::default(),
            from_on: day("2026-10-05"),
            to_on: day("2026-10-11"),
            label: text("Half term"),
            closed: false,
        };
        let portfolio = applied(&in_test(&[("2026-10-01", Confidence::OnTrack)]), Decision::add(quiet));
        assert_eq!(shown(&portfolio, day("2026-10-19")).0, Shown::OnTrack);
        assert_eq!(shown(&portfolio, day("2026-10-20")).0, Shown::NoUpdate);
    }

    #[test]
    fn off_the_board_the_state_itself_is_shown() {
        let portfolio = in_test(&[("2026-11-20", Confidence::OnTrack)]);
        for (to, expected) in [
            (Place::Paused, Shown::Paused),
            (Place::Stopped, Shown::Stopped),
            (Place::Mainstreamed, Shown::Mainstreamed),
        ] {
            let gone = entered(LAMPS, 3, Place::Stage(1), to, day("2026-11-21"));
            assert_eq!(shown(&applied(&portfolio, Decision::add(gone)), today()).0, expected);
        }
        assert_eq!(shown(&portfolio, day("2026-01-01")).0, Shown::Idea, "before it started");
    }
}
