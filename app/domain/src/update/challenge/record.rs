//! Challenges read from risks, readings and money.
use super::{Case, Challenge, ChallengeCode, counted};
use crate::{Confidence, Evidence, days, months};
use chrono::{Days, NaiveDate};

/// C3: a threat above tolerance, and nothing due about it in the next 30 days.
pub(super) fn over_tolerance(case: &Case) -> Option<Challenge> {
    let soon = |due: NaiveDate| (0..=30).contains(&days(case.today, due));
    let over = case.seen.over_tolerance(case.innovation).into_iter().filter(|_| case.is_on_track());
    let idle: Vec<_> = over.filter(|one| !one.actions.iter().any(|act| act.is_open() && soon(act.due_on))).collect();
    let worst = idle.first()?;
    Some(Challenge {
        code: ChallengeCode::OverTolerance,
        text: format!(
            "On track, but ‘{}’ ({}) is above tolerance with no action due this month.",
            worst.event,
            worst.score().value()
        ),
        evidence: idle.iter().map(|one| Evidence::Risk(one.id)).collect(),
    })
}

/// C8: on track for three months, and none of its figures read for six. Without any measure there is nothing to read.
pub(super) fn no_numbers(case: &Case) -> Option<Challenge> {
    if !case.is_on_track() || !case.seen.kind_of(case.innovation).is_later() {
        return None;
    }
    let measures: Vec<_> = case.seen.own_measures(case.innovation).collect();
    let read =
        measures.iter().flat_map(|one| case.seen.readings(one.id)).map(|one| one.on).filter(|on| *on <= case.today);
    let last_read = read.max();
    let recent = |day: NaiveDate, within: u64| day + Days::new(within) > case.today;
    if measures.is_empty() || last_read.is_some_and(|on| recent(on, 182)) {
        return None;
    }
    let lately: Vec<_> = case.before.iter().rev().take_while(|one| recent(one.period_end, 91)).collect();
    if lately.len() < 2 || lately.iter().any(|one| one.confidence != Confidence::OnTrack) {
        return None;
    }
    let run = case.before.iter().rev().take_while(|one| one.confidence == Confidence::OnTrack);
    let began = run.last().map_or(case.saying.period_end, |one| one.period_end);
    // Not longer than nothing was read, or the sentence would not be true.
    let began = last_read.map_or(began, |read| began.max(read));
    let time = match months(began, case.today) {
        0 => counted(usize::try_from(days(began, case.today) / 7).unwrap_or(0), "week", "weeks"),
        months => counted(usize::try_from(months).unwrap_or(0), "month", "months"),
    };
    Some(Challenge {
        code: ChallengeCode::NoNumbers,
        text: format!("On track for {time}, yet no outcome figure has been recorded."),
        evidence: measures.iter().map(|one| Evidence::Measure(one.id)).collect(),
    })
}

/// C10: money and time 20 points or more apart, either way round.
pub(super) fn spend_behind(case: &Case) -> Option<Challenge> {
    let spending = case.seen.spending(case.innovation.id, case.today);
    let (spent, gone) = (spending.spent_share?, spending.planned_share?);
    let percent = |share: f64| (100.0 * share).round();
    (spending.gap()?.abs() >= 20.0 - 1e-9).then(|| Challenge {
        code: ChallengeCode::SpendBehind,
        text: format!("{:.0}% of the money is spent with {:.0}% of the time gone.", percent(spent), percent(gone)),
        evidence: vec![Evidence::Money],
    })
}
