//! What to do next: one sentence for each action, and three things for the month.
use super::{Behind, Counted, GateOf, LeadershipAction, Limit, Settled, Signal, SignalName, Verdict};
use crate::{Action, Seen, days, open_days};
use chrono::NaiveDate;

#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    pub action: Action,
    pub signal: SignalName,
    /// Points of the action that it costs; twice that among the things to do where its gate is not true.
    pub loss: f64,
    /// A sentence with its full stop.
    pub text: String,
}

impl LeadershipAction {
    /// The signal that costs most; of equals the earlier. None where there is no score, or little to gain.
    #[must_use]
    pub fn costliest(&self, thresholds: &Settled) -> Option<(&Signal, f64)> {
        self.greatest(thresholds, |_| 1.0)
    }

    fn greatest(&self, thresholds: &Settled, times: impl Fn(&Signal) -> f64) -> Option<(&Signal, f64)> {
        if self.verdict == Verdict::NotEnoughYet {
            return None;
        }
        let least = f64::from(thresholds.limit(Limit::Advice));
        let mut found: Option<(&Signal, f64)> = None;
        for one in &self.signals {
            let Some(loss) = one.loss(thresholds) else { continue };
            if !super::reaches(loss, least) {
                continue;
            }
            let loss = loss * times(one);
            if found.is_none_or(|(_, greatest)| loss > greatest + 1e-9) {
                found = Some((one, loss));
            }
        }
        found
    }

    pub(super) fn advice(&self, seen: Seen, thresholds: &Settled, today: NaiveDate) -> Option<Advice> {
        let (signal, loss) = self.costliest(thresholds)?;
        Some(Advice { action: self.action, signal: signal.name, loss, text: sentence(seen, signal, today) })
    }
}

/// The three that gain most, one for each action: what holds an action back at a gate counts twice.
pub(super) fn things_to_do(
    all: &[LeadershipAction],
    seen: Seen,
    thresholds: &Settled,
    today: NaiveDate,
) -> Vec<Advice> {
    const MOST: usize = 3;
    let twice = |one: &LeadershipAction, signal: &Signal| {
        let gate = one.gates.iter().find(|gate| gate.of == GateOf::Signal(signal.name));
        if gate.is_some_and(|gate| gate.is_met != Some(true)) { 2.0 } else { 1.0 }
    };
    let mut found: Vec<_> = all
        .iter()
        .filter_map(|one| {
            let (signal, loss) = one.greatest(thresholds, |signal| twice(one, signal))?;
            Some(Advice { action: one.action, signal: signal.name, loss, text: sentence(seen, signal, today) })
        })
        .collect();
    found.sort_by(|one, other| other.loss.total_cmp(&one.loss));
    found.truncate(MOST);
    found
}

fn sentence(seen: Seen, signal: &Signal, today: NaiveDate) -> String {
    let failing: Vec<_> = signal.failing().collect();
    let who = listed(seen, &failing);
    let (has, is) = if failing.len() == 1 { ("has", "is") } else { ("have", "are") };
    match signal.name {
        SignalName::Fresh => {
            let silent = failing.iter().filter_map(|one| silent_days(seen, one, today)).max();
            match silent {
                _ if failing.is_empty() => "A few updates came late: post them as they fall due.".into(),
                Some(days) => format!("{who} {has} been silent for up to {days} days."),
                None => format!("{who} {has} no update."),
            }
        }
        SignalName::LivePlan => format!("{who} {has} nothing live to steer by."),
        SignalName::Honest => {
            let updates = if failing.len() == 1 { "update was" } else { "updates were" };
            format!("{} {updates} greener than their own dates, money and risks.", failing.len())
        }
        SignalName::Measured => format!("{who} {is} running with no outcome figure in date."),
        SignalName::Moving => format!("Stalled: {who}. Unblock, pause or stop."),
        SignalName::RolledOut => {
            let places: Vec<_> = failing.iter().filter_map(|one| one.what.clone()).collect();
            let live = signal.bottom - failing.len();
            format!("{live} of {} places due are live; late: {}.", signal.bottom, joined(places))
        }
        SignalName::Lasting => {
            let missing = failing.iter().filter(|one| one.records == [Behind::Reviews]).count();
            match missing {
                0 => "Reviews were late, or found it no longer in use: look at what would bring it back.".into(),
                1 => "1 follow-up review is overdue: you do not know whether it lasted.".into(),
                some => format!("{some} follow-up reviews are overdue: you do not know whether it lasted."),
            }
        }
        SignalName::Committed => {
            let months = seen.thresholds().limit(Limit::Horizon);
            format!("{who} {has} a sponsor or money for less than {months} months, or changed hands without a note.")
        }
    }
}

/// Open days of the longest silence that ends in the window, the present one included. It begins with an update, or with
/// the innovation where there is none before.
fn silent_days(seen: Seen, one: &Counted, today: NaiveDate) -> Option<i64> {
    let quiet = seen.quiet();
    let posted = seen.updates(one.innovation).map(|one| one.period_end);
    let mut ends: Vec<_> =
        seen.started_on(one.innovation).into_iter().chain(posted).filter(|on| *on <= today).collect();
    ends.sort_unstable();
    ends.push(today);
    let in_window = |pair: &&[NaiveDate]| days(pair[1], today) < 182;
    ends.windows(2).filter(in_window).map(|pair| open_days(pair[0], pair[1], &quiet)).max()
}

/// "Warm Streets and One Report It"; of many the first three.
fn listed(seen: Seen, failing: &[&Counted]) -> String {
    let mut names: Vec<_> = failing.iter().filter_map(|one| seen.innovation(one.innovation).ok()).collect();
    names.sort_by_key(|one| one.number);
    names.dedup_by_key(|one| one.number);
    joined(names.into_iter().map(|one| one.title.to_string()).collect())
}

/// Of many the first three.
fn joined(mut names: Vec<String>) -> String {
    const MOST: usize = 3;
    let more = names.len().saturating_sub(MOST);
    names.truncate(MOST);
    if more > 0 {
        names.push(format!("{more} more"));
    }
    match &names[..] {
        [] => "some".into(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
