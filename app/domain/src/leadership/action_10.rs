//! Action 10, "Persist: embed and scale up": four signals, each a function of what may be seen on a day.
use super::{Behind, Counted, Limit, Signal, SignalName, lasting::lasting, scope::Field, signal::lin};
use crate::{Innovation, Motion, Name, PersonId, StageKind};
use std::{collections::BTreeSet, sync::Arc};

pub(super) fn signals(of: &Field) -> Vec<Signal> {
    vec![moving(of), rolled_out(of), lasting(of), committed(of)]
}

/// Which priority innovations are not stalled.
fn moving(of: &Field) -> Signal {
    let counted = of.priority.iter().filter_map(|one| {
        let stall = of.seen.stall(one, of.today)?;
        let is_credited = stall.motion != Motion::Stalled;
        let flags: Vec<_> = stall.flags.iter().map(|one| one.flag.label()).collect();
        let says = match &flags[..] {
            [] => "It moves".to_owned(),
            flags => format!("{}: {}", stall.motion.label(), flags.join("; ").to_lowercase()),
        };
        Some(Counted {
            what: None,
            innovation: one.id,
            credit: if is_credited { 1.0 } else { 0.0 },
            is_credited,
            says,
            records: vec![Behind::Stages],
            authors: movers(of, one),
        })
    });
    Signal::share(SignalName::Moving, counted.collect(), of.least(), |share| share)
}

/// Who recorded the steps of an innovation: its stages, and milestones that were done in the window.
fn movers(of: &Field, innovation: &Innovation) -> BTreeSet<PersonId> {
    let stages = of.seen.stage_moves(innovation.id).filter(|one| one.on <= of.today).map(|one| one.entry.by);
    let done = of.seen.milestones(innovation.id);
    let done = done.filter(|one| one.done_on.is_some_and(|on| (of.since()..=of.today).contains(&on)));
    stages.chain(done.map(|one| one.entry.by)).collect()
}

/// How many of the places that were to be live by now use it, in what is being scaled, embedded or mainstreamed.
fn rolled_out(of: &Field) -> Signal {
    let shape = |share: f64| lin(share, of.thresholds.share(Limit::RolledFrom), of.thresholds.share(Limit::RolledTo));
    let scaled = of.all.iter().filter(|one| of.seen.kind_on(one, of.today).is_some_and(is_scaled));
    let mut counted = Vec::new();
    for one in scaled {
        let rollout = of.seen.rollout(one.id, of.today);
        let adopted = rollout.adopted.iter().map(|site| (site, true));
        for (sight, is_credited) in adopted.chain(rollout.late.iter().map(|site| (site, false))) {
            let name: &Name = &sight.site.name;
            counted.push(Counted {
                what: Some(name.to_string()),
                innovation: one.id,
                credit: if is_credited { 1.0 } else { 0.0 },
                is_credited,
                says: format!("{name}: {}", sight.state.label().to_lowercase()),
                records: vec![Behind::Site(sight.site.id)],
                authors: sight.moves.iter().map(|one| one.entry.by).collect(),
            });
        }
    }
    let mut signal = Signal::share(SignalName::RolledOut, counted, of.thresholds.count(Limit::LeastSites), shape);
    signal.credit_by_own_share(|own| super::reaches(shape(own), of.thresholds.share(Limit::RolledGate)));
    signal
}

const fn is_scaled(kind: StageKind) -> bool {
    matches!(kind, StageKind::Scale | StageKind::Embed | StageKind::Mainstreamed)
}

/// Which of those in Pilot or later are backed for long enough, with a lead and a sponsor in post.
fn committed(of: &Field) -> Signal {
    let counted = of.later.iter().map(|one| committed_one(of, one));
    Signal::share(SignalName::Committed, counted.collect(), of.least(), |share| share)
}

fn committed_one(of: &Field, one: &Arc<Innovation>) -> Counted {
    let horizon = of.seen.horizon(one.id, of.today).months;
    let continuity = of.seen.continuity(one, of.today).and_then(|found| found.share()).unwrap_or(0.0);
    let long = horizon >= of.thresholds.limit(Limit::Horizon);
    let steady = super::reaches(continuity, of.thresholds.share(Limit::Continuity));
    let months = if horizon == 1 { "month" } else { "months" };
    let share = (continuity * 100.0).round();
    Counted {
        what: None,
        innovation: one.id,
        credit: if long && steady { 1.0 } else { 0.0 },
        is_credited: long && steady,
        says: format!("Backed for {horizon} {months}; continuity of lead and sponsor {share}%"),
        records: vec![Behind::Backing],
        authors: of.seen.commitments(one.id).filter(|one| one.is_given(of.today)).map(|one| one.entry.by).collect(),
    }
}

/// Whether anything in scope was embedded or mainstreamed in the last three years; none where the scope is younger.
pub(super) fn embedded(of: &Field) -> Option<bool> {
    let old = of.thresholds.days(Limit::OldScope);
    if of.age_days()? <= old {
        return None;
    }
    let since = of.today - chrono::Duration::days(old);
    let is_embedded = |kind| matches!(kind, StageKind::Embed | StageKind::Mainstreamed);
    let visited = |one: &Arc<Innovation>| {
        let model = of.seen.stage_model_of(one);
        let visits = of.seen.visits(one, of.today);
        visits.iter().any(|visit| visit.to_on > since && is_embedded(model.kind(visit.place)))
    };
    Some(of.all.iter().any(|one| visited(one)))
}
