//! Whether what was spread is still in use, by the reviews that fell due.
use super::{Behind, Counted, Limit, Signal, SignalName, scope::Field};
use crate::{Innovation, ReviewSight, YesNo, calendar::in_words};
use std::sync::Arc;

/// Reviews on time of those closed, times how far they found it still in use.
pub(super) fn lasting(of: &Field) -> Signal {
    let mut counted = Vec::new();
    let (mut in_use, mut done) = (0.0, 0_u32);
    for one in &of.all {
        for sight in of.seen.reviews(one, of.today).iter().filter(|one| one.is_closed()) {
            if let Some(review) = sight.review {
                in_use += worth(review.still_in_use);
                done += 1;
            }
            counted.push(reviewed(of, one, sight));
        }
    }
    let least = of.thresholds.count(Limit::LeastReviews);
    let mut signal = Signal::share(SignalName::Lasting, counted, least, |on_time| lasted(on_time, in_use, done));
    signal.credit_by_own_share(|own| super::reaches(own, of.thresholds.share(Limit::LastingGate)));
    signal
}

/// From the share of closed reviews that were on time, and what was found still in use of those done. None done: nobody
/// knows whether it lasted.
fn lasted(on_time: f64, in_use: f64, done: u32) -> f64 {
    if done == 0 { 0.0 } else { on_time * in_use / f64::from(done) }
}

const fn worth(still_in_use: YesNo) -> f64 {
    match still_in_use {
        YesNo::Yes => 1.0,
        YesNo::Partly => 0.5,
        YesNo::No => 0.0,
    }
}

fn reviewed(of: &Field, innovation: &Arc<Innovation>, sight: &ReviewSight) -> Counted {
    let kind = sight.kind.label();
    let on_time = sight.review.filter(|one| one.is_on_time());
    let says = match sight.review {
        None => format!("After {kind}, due {}: overdue", in_words(sight.due_on)),
        Some(review) => {
            let late = if on_time.is_some() { "on time" } else { "not on time" };
            let used = match review.still_in_use {
                YesNo::Yes => "still in use",
                YesNo::Partly => "partly in use",
                YesNo::No => "no longer in use",
            };
            format!("After {kind}, done {}, {late}: {used}", in_words(review.done_on))
        }
    };
    Counted {
        what: None,
        innovation: innovation.id,
        credit: on_time.map_or(0.0, |one| of.thresholds.credit(one.done_on, &one.entry, of.today)),
        is_credited: on_time.is_some_and(|one| one.still_in_use != YesNo::No),
        says,
        records: vec![sight.review.map_or(Behind::Reviews, |one| Behind::Review(one.id))],
        authors: sight.review.map(|one| one.entry.by).into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn la_10_what_lasted_is_what_was_looked_at_in_time_and_still_in_use() {
        let in_use = 4.0 * worth(YesNo::Yes) + worth(YesNo::Partly);
        assert!((lasted(3.0 / 5.0, in_use, 5) - 0.54).abs() < 1e-12);
        assert!((lasted(1.0 / 3.0, 1.0, 1) - 0.333_3).abs() < 0.000_05);
        assert!(lasted(0.0, 0.0, 0).abs() < 1e-12, "none was done");
    }
}
