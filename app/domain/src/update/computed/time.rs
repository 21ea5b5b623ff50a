//! Time, by the plan or by the pace of the team.
use super::{Confidence, Evidence, Finding, Part};
use crate::{FlowForecast, Innovation, InnovationId, Milestone, MilestoneKind, Seen, TrackingMethod, days};
use chrono::NaiveDate;
use std::sync::Arc;

/// When the team will have finished what is on its board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Landing {
    /// As likely as not done by then.
    p50_on: NaiveDate,
    /// Done by then with a chance of 85%.
    p85_on: NaiveDate,
}

impl Seen<'_> {
    pub(super) fn time_finding(self, innovation: &Innovation, today: NaiveDate) -> Finding {
        let milestones: Vec<_> = self.milestones(innovation.id).collect();
        let plan = || by_plan(&milestones, today);
        let flow = || by_flow(self.landing(innovation.id, today), &milestones);
        match innovation.tracking {
            TrackingMethod::Plan => plan(),
            TrackingMethod::Agile => Some(flow()).filter(|flow| flow.says.is_some()).unwrap_or_else(plan),
            TrackingMethod::Both => worse(plan(), flow()),
        }
    }

    /// None without a board, or where its pace tells nothing.
    fn landing(self, innovation: InnovationId, today: NaiveDate) -> Option<Landing> {
        match self.flow_forecast(innovation, today) {
            FlowForecast::Finish(finish) => Some(Landing { p50_on: finish.p50.on, p85_on: finish.p85.on }),
            FlowForecast::NothingLeft => {
                self.work_items(innovation).next().map(|_| Landing { p50_on: today, p85_on: today })
            }
            FlowForecast::None(_) => None,
        }
    }
}

/// One that says nothing loses to one that says something.
fn worse(plan: Finding, flow: Finding) -> Finding {
    if flow.says > plan.says { flow } else { plan }
}

fn is_key(one: &Milestone) -> bool {
    one.done_on.is_none() && one.baseline_on().is_some() && (one.kind == MilestoneKind::Gate || one.critical)
}

fn by_plan(milestones: &[&Arc<Milestone>], today: NaiveDate) -> Finding {
    let open = |one: &&&Arc<Milestone>| one.done_on.is_none();
    if !milestones.iter().filter(open).any(|one| one.baseline_on().is_some()) {
        return Finding::unknown(Part::Time, "No open milestone has an agreed date");
    }
    let slip = |one: &Milestone| one.slip().unwrap_or(0);
    let key: Vec<_> = milestones.iter().filter(|one| is_key(one)).copied().collect();
    let rules: [(Confidence, Vec<&Arc<Milestone>>); 3] = [
        (Confidence::OffTrack, key.iter().filter(|one| one.overdue(today) > 30 || slip(one) > 60).copied().collect()),
        (Confidence::AtRisk, key.iter().filter(|one| slip(one) > 14).copied().collect()),
        (Confidence::AtRisk, milestones.iter().filter(open).filter(|one| one.overdue(today) > 14).copied().collect()),
    ];
    for (says, found) in rules {
        let late = |one: &Milestone| slip(one).max(one.overdue(today));
        let worst = found.iter().max_by_key(|one| late(one));
        if let Some(worst) = worst {
            let reason = if worst.overdue(today) > slip(worst) {
                format!("{} is {} days past its forecast", worst.title, worst.overdue(today))
            } else {
                format!("{} is expected {} days after the agreed date", worst.title, slip(worst))
            };
            return Finding::new(Part::Time, says, reason, evidence(&found));
        }
    }
    let due: Vec<_> =
        milestones.iter().filter(|one| one.baseline_on().is_some_and(|on| on <= today)).copied().collect();
    let missed: Vec<_> = due.iter().filter(|one| one.done_on.is_none()).copied().collect();
    // 15% in whole numbers, so that nothing is rounded at the edge.
    if due.len() >= 5 && missed.len() * 100 >= due.len() * 15 {
        let reason = format!("{} of {} milestones that have fallen due are not done", missed.len(), due.len());
        return Finding::new(Part::Time, Confidence::AtRisk, reason, evidence(&missed));
    }
    Finding::new(Part::Time, Confidence::OnTrack, "No milestone that matters is more than 14 days late", evidence(&key))
}

/// Against the agreed date of the next gate.
fn by_flow(finish: Option<Landing>, milestones: &[&Arc<Milestone>]) -> Finding {
    let gates = milestones.iter().filter(|one| one.kind == MilestoneKind::Gate && one.done_on.is_none());
    let Some(gate) = gates.min_by_key(|one| one.forecast_on()) else {
        return Finding::unknown(Part::Time, "No gate is planned");
    };
    let Some(agreed) = gate.baseline_on() else {
        return Finding::unknown(Part::Time, "The next gate has no agreed date");
    };
    let Some(finish) = finish else { return Finding::unknown(Part::Time, "No forecast of the team’s work") };
    let found = vec![Evidence::Work, Evidence::Milestone(gate.id)];
    let after = |day| days(agreed, day);
    if finish.p50_on > agreed {
        let reason =
            format!("As likely as not the work ends {} or more days after {}", after(finish.p50_on), gate.title);
        return Finding::new(Part::Time, Confidence::OffTrack, reason, found);
    }
    if finish.p85_on > agreed {
        let reason =
            format!("To be 85% sure, the work needs {} days more than {} allows", after(finish.p85_on), gate.title);
        return Finding::new(Part::Time, Confidence::AtRisk, reason, found);
    }
    Finding::new(Part::Time, Confidence::OnTrack, format!("At this pace the work is done before {}", gate.title), found)
}

fn evidence(found: &[&Arc<Milestone>]) -> Vec<Evidence> {
    found.iter().map(|one| Evidence::Milestone(one.id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;
    use crate::{Baseline, Forecast};
    use Confidence::{AtRisk, OffTrack, OnTrack};
    use chrono::Days;

    /// Agreed for one day, expected on another: days from today, negative before it.
    fn point(kind: MilestoneKind, agreed: Option<i64>, expected: i64) -> Arc<Milestone> {
        let on = |days: i64| today() + chrono::Duration::days(days);
        let agreed =
            agreed.map(|days| Baseline { on: day("2026-01-01"), baseline_on: on(days), reason: None, approver: None });
        let forecast =
            Forecast { recorded_on: day("2026-01-01"), forecast_on: on(expected), reason: None, by: MANAGER };
        Arc::new(Milestone { kind, baselines: agreed.into_iter().collect(), forecasts: vec![forecast], ..milestone() })
    }

    fn plan(milestones: &[Arc<Milestone>]) -> Option<Confidence> {
        by_plan(&milestones.iter().collect::<Vec<_>>(), today()).says
    }

    fn done(one: Arc<Milestone>) -> Arc<Milestone> {
        Arc::new(Milestone { done_on: Some(today() - Days::new(1)), ..(*one).clone() })
    }

    #[test]
    fn su_7_a_key_milestone_may_slip_14_days_and_not_more_than_60() {
        use MilestoneKind::{Delivery, Gate};
        let table = [(14, OnTrack), (15, AtRisk), (60, AtRisk), (61, OffTrack)];
        for (slip, says) in table {
            assert_eq!(plan(&[point(Gate, Some(100), 100 + slip)]), Some(says), "{slip} days");
        }
        assert_eq!(plan(&[point(Delivery, Some(100), 300)]), Some(OnTrack), "not a key milestone");
        let critical = Milestone { critical: true, ..(*point(Delivery, Some(100), 300)).clone() };
        assert_eq!(plan(&[Arc::new(critical)]), Some(OffTrack));
    }

    #[test]
    fn what_is_overdue_counts_by_its_forecast() {
        use MilestoneKind::{Delivery, Gate};
        for (kind, overdue, says) in [
            (Gate, 14, OnTrack),
            (Gate, 15, AtRisk),
            (Gate, 30, AtRisk),
            (Gate, 31, OffTrack),
            (Delivery, 14, OnTrack),
            (Delivery, 15, AtRisk),
            (Delivery, 31, AtRisk),
        ] {
            assert_eq!(plan(&[point(kind, Some(-overdue), -overdue)]), Some(says), "{kind:?} {overdue}");
        }
        let never_agreed = point(Delivery, None, -15);
        assert_eq!(plan(&[never_agreed.clone(), point(Delivery, Some(20), 20)]), Some(AtRisk), "any open milestone");
        assert_eq!(plan(&[never_agreed]), None);
        assert_eq!(plan(&[done(point(Gate, Some(-90), -10))]), None, "nothing is open");
    }

    #[test]
    fn su_5_and_su_6_15_in_a_hundred_of_what_fell_due_may_not_be_missing() {
        let due = |missed: usize, all: usize, overdue: i64| {
            let one = point(MilestoneKind::Delivery, Some(-overdue), -overdue);
            let done = std::iter::repeat_n(done(one.clone()), all - missed);
            plan(&std::iter::repeat_n(one, missed).chain(done).collect::<Vec<_>>())
        };
        assert_eq!(due(18, 110, 10), Some(AtRisk));
        assert_eq!(due(16, 110, 10), Some(OnTrack), "14.5%");
        assert_eq!(due(1, 4, 10), Some(OnTrack), "fewer than five have fallen due");
        assert_eq!(due(1, 5, 10), Some(AtRisk));
    }

    #[test]
    fn the_pace_of_the_team_is_held_against_the_agreed_date_of_the_next_gate() {
        let gate = point(MilestoneKind::Gate, Some(50), 80);
        let finish =
            |p50: u64, p85: u64| Landing { p50_on: today() + Days::new(p50), p85_on: today() + Days::new(p85) };
        let flow = |finish| by_flow(finish, &[&gate]).says;
        assert_eq!(flow(Some(finish(40, 50))), Some(OnTrack));
        assert_eq!(flow(Some(finish(50, 51))), Some(AtRisk));
        assert_eq!(flow(Some(finish(51, 70))), Some(OffTrack));
        assert_eq!(flow(None), None);
        assert_eq!(by_flow(Some(finish(1, 2)), &[]).says, None);
        assert_eq!(by_flow(Some(finish(1, 2)), &[&point(MilestoneKind::Gate, None, 80)]).says, None);
    }

    #[test]
    fn tracked_both_ways_the_worse_counts() {
        let says = |says: Option<Confidence>| Finding { says, ..Finding::unknown(Part::Time, "none") };
        assert_eq!(worse(says(Some(OnTrack)), says(Some(AtRisk))).says, Some(AtRisk));
        assert_eq!(worse(says(Some(OffTrack)), says(Some(AtRisk))).says, Some(OffTrack));
        assert_eq!(worse(says(Some(OnTrack)), says(None)).says, Some(OnTrack));
        assert_eq!(worse(says(None), says(Some(OnTrack))).says, Some(OnTrack));
    }
}
