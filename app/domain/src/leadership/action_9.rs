//! Action 9, "Track the development of priority innovations": four signals, each a function of what may be seen on a
//! day.
use super::{
    Counted, Limit, Signal, SignalName,
    credit::{Written, once},
    live_plan::live_plan,
    scope::Field,
    signal::lin,
};
use crate::{Evidence, Figures, Innovation, Measure, Prose, Seen, StatusUpdate, calendar::in_words};
use chrono::NaiveDate;
use std::sync::Arc;

pub(super) fn signals(of: &Field) -> Vec<Signal> {
    vec![fresh(of), live_plan(of), honest(of), measured(of)]
}

/// How much of the window the updates of what is under way were in date, on average.
fn fresh(of: &Field) -> Signal {
    let shape = |share: f64| lin(share, of.thresholds.share(Limit::FreshFrom), of.thresholds.share(Limit::FreshTo));
    let counted = of.active.iter().filter_map(|one| {
        let found = of.seen.freshness(one, of.since(), of.today)?;
        let credit = found.share();
        let latest = of.seen.latest_update(one, of.today);
        let posted = of.seen.updates(one.id).filter(|one| in_window(of, one));
        Some(Counted {
            innovation: one.id,
            what: None,
            credit,
            is_credited: super::reaches(shape(credit), of.thresholds.share(Limit::FreshGate)),
            says: format!("An update was in date on {} of {} days", found.in_date, found.active),
            records: latest.map(|one| Evidence::Update(one.ordinal).into()).into_iter().collect(),
            authors: posted.map(|one| one.entry.by).collect(),
        })
    });
    Signal::share(SignalName::Fresh, counted.collect(), of.least(), shape)
}

fn in_window(of: &Field, update: &StatusUpdate) -> bool {
    update.submitted_on <= of.today && (of.since()..=of.today).contains(&update.period_end)
}

/// Which updates were no greener than the record, with every challenge answered.
fn honest(of: &Field) -> Signal {
    let gap = i8::try_from(of.thresholds.limit(Limit::HonestGap)).unwrap_or(i8::MAX);
    let mut counted = Vec::new();
    for one in &of.active {
        let updates = of.seen.computed_updates(one, of.since(), of.today);
        let mut updates = once(updates, |one| written(one));
        updates.sort_by_key(|one| one.period_end);
        counted.extend(updates.into_iter().map(|update| heard(one, update, gap)));
    }
    let mut signal =
        Signal::share(SignalName::Honest, counted, of.thresholds.count(Limit::LeastUpdates), |share| share);
    signal.credit_by_own_share(|own| super::reaches(own, of.thresholds.share(Limit::HonestGate)));
    signal
}

fn written(update: &Arc<StatusUpdate>) -> Written {
    let said = |words: &Option<Prose>| words.as_ref().map(ToString::to_string).unwrap_or_default();
    let text = format!("{}\n{}\n{}", said(&update.done), said(&update.next), update.confidence.key());
    Written { by: update.entry.by, at: update.entry.at, text }
}

fn heard(innovation: &Innovation, update: &StatusUpdate, gap: i8) -> Counted {
    let is_credited = update.is_honest_within(gap).unwrap_or(false);
    let computed = update.computed.and_then(|one| one.overall);
    let says = computed.map_or_else(String::new, |one| one.label().to_lowercase());
    let unanswered = match update.challenges.iter().filter(|one| one.is_unanswered()).count() {
        0 => String::new(),
        1 => "; a challenge was left unanswered".into(),
        some => format!("; {some} challenges were left unanswered"),
    };
    let says = format!("Said {}, the record {says}{unanswered}", update.confidence.label().to_lowercase());
    Counted {
        innovation: innovation.id,
        what: None,
        credit: if is_credited { 1.0 } else { 0.0 },
        is_credited,
        says,
        records: vec![Evidence::Update(update.ordinal).into()],
        authors: [update.entry.by].into(),
    }
}

/// Which of those in Pilot or later have an outcome figure that is in date.
fn measured(of: &Field) -> Signal {
    let counted = of.later.iter().map(|one| measured_one(of.seen, one, of.today));
    Signal::share(SignalName::Measured, counted.collect(), of.least(), |share| share)
}

fn measured_one(seen: Seen, innovation: &Innovation, today: NaiveDate) -> Counted {
    let all: Vec<_> =
        seen.own_measures(innovation).map(|one| (one, one.figures(seen.readings(one.id), today))).collect();
    let fresh: Vec<_> = all.iter().filter(|(_, figures)| !figures.is_stale).collect();
    let is_credited = !fresh.is_empty();
    let latest = all.iter().filter_map(|(_, figures)| figures.latest.as_ref()).max_by_key(|one| one.on);
    let says = match (all.is_empty(), is_credited, latest) {
        (true, ..) => "It has no measure".into(),
        (_, _, None) if is_credited => "A measure is new and waits for its first reading".into(),
        (_, _, None) => "No reading was ever recorded".into(),
        (_, true, Some(latest)) => format!("The latest figure is for {}", in_words(latest.on)),
        (_, false, Some(latest)) => format!("No figure since {}", in_words(latest.on)),
    };
    let entered = |figures: &Figures, measure: &Measure| {
        figures.latest.as_ref().map_or(measure.entry.by, |latest| latest.entry.by)
    };
    Counted {
        innovation: innovation.id,
        what: None,
        credit: if is_credited { 1.0 } else { 0.0 },
        is_credited,
        says,
        records: all.iter().map(|(measure, _)| Evidence::Measure(measure.id).into()).collect(),
        authors: fresh.iter().map(|(measure, figures)| entered(figures, measure)).collect(),
    }
}
