//! Challenges read from dates: what slipped, what was pushed, what was agreed anew.
use super::{Case, Challenge, ChallengeCode, counted};
use crate::{Evidence, Milestone, MilestoneKind, calendar::in_words, days};
use chrono::{Days, NaiveDate};
use std::{collections::BTreeSet, sync::Arc};

/// C1: one forecast has moved more than 30 days later since the reference, or several more than 7.
pub(super) fn slipped(case: &Case) -> Option<Challenge> {
    let since = case.reference.filter(|_| case.is_on_track())?.update.period_end;
    let open = case.seen.milestones(case.innovation.id).filter(|one| one.done_on.is_none());
    let moved: Vec<_> =
        open.filter_map(|one| Some((one, one.step_slip(since)?))).filter(|(_, days)| *days > 7).collect();
    let most = moved.iter().map(|(_, days)| *days).max()?;
    (moved.len() > 1 || most > 30).then(|| Challenge {
        code: ChallengeCode::Slipped,
        text: format!(
            "On track, but {} slipped up to {most} days since {}.",
            counted(moved.len(), "milestone has", "milestones have"),
            in_words(since)
        ),
        evidence: moved.iter().map(|(one, _)| Evidence::Milestone(one.id)).collect(),
    })
}

/// C2: against the date that was agreed first, however often another was agreed since.
pub(super) fn gate_late(case: &Case) -> Option<Challenge> {
    let gates = case.seen.milestones(case.innovation.id);
    let open = gates.filter(|one| one.kind == MilestoneKind::Gate && one.done_on.is_none());
    let next = open.min_by_key(|one| (one.forecast_on(), one.id)).filter(|_| case.is_on_track())?;
    let late = next.slip_first().filter(|days| *days > 30)?;
    Some(Challenge {
        code: ChallengeCode::GateLate,
        text: format!("On track, but the next gate is forecast {late} days after first planned."),
        evidence: vec![Evidence::Milestone(next.id)],
    })
}

/// C9: dates moved later again and again, about the day on which they fell due.
pub(super) fn date_pushing(case: &Case) -> Option<Challenge> {
    let pushed = case.seen.milestones(case.innovation.id).map(|one| (one, pushes(one, case.today)));
    let pushed: Vec<_> = pushed.filter(|(_, times)| *times > 0).collect();
    let times: usize = pushed.iter().map(|(_, times)| times).sum();
    (times >= 3).then(|| Challenge {
        code: ChallengeCode::DatePushing,
        text: format!("{times} dates were moved on or about the day they fell due."),
        evidence: pushed.iter().map(|(one, _)| Evidence::Milestone(one.id)).collect(),
    })
}

/// In the 182 days that end on the day.
fn pushes(one: &Milestone, today: NaiveDate) -> usize {
    let steps = one.forecasts.windows(2).filter(|step| {
        let [before, after] = step else { return false };
        let is_recent = after.recorded_on > back(today, 182) && after.recorded_on <= today;
        let is_about_due = days(before.forecast_on, after.recorded_on).abs() <= 3;
        is_recent && is_about_due && after.forecast_on > before.forecast_on
    });
    steps.count()
}

/// C12: days of the year on which agreed dates were agreed anew.
pub(super) fn rebaselined(case: &Case) -> Option<Challenge> {
    let recent = |on: NaiveDate| on > back(case.today, 365) && on <= case.today;
    let changed = |one: &Milestone| -> Vec<NaiveDate> {
        one.baselines.iter().skip(1).map(|one| one.on).filter(|on| recent(*on)).collect()
    };
    let all: Vec<(&Arc<Milestone>, Vec<NaiveDate>)> =
        case.seen.milestones(case.innovation.id).map(|one| (one, changed(one))).collect();
    let moved: Vec<_> = all.iter().filter(|(_, days)| !days.is_empty()).collect();
    let times = moved.iter().flat_map(|(_, days)| days).collect::<BTreeSet<_>>().len();
    let slip = moved.iter().filter_map(|(one, _)| one.slip_first()).max()?;
    (times >= 2).then(|| Challenge {
        code: ChallengeCode::Rebaselined,
        text: format!("Baselines changed {times} times this year; against the first the slip is {slip} days."),
        evidence: moved.iter().map(|(one, _)| Evidence::Milestone(one.id)).collect(),
    })
}

fn back(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN)
}
