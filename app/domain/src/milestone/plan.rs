//! Planning, forecasting, agreeing, completing and removing milestones.
use super::{Baseline, Forecast, Milestone, MilestoneKind};
use crate::{
    Act, Decision, Entry, Impossible, InnovationId, MembershipId, MilestoneId, Problem, Prose, Reason, Refusal, Rule,
    Seen, Title, Version, seen::plausible,
};
use chrono::NaiveDate;

/// What somebody says of a milestone, new or changed.
#[derive(Clone, Debug)]
pub struct MilestoneInput {
    pub title: Title,
    pub kind: MilestoneKind,
    pub critical: bool,
    pub owner: Option<MembershipId>,
    pub acceptance: Option<Prose>,
    pub forecast_on: NaiveDate,
    /// Why the forecast moved; required when it does.
    pub reason: Option<Reason>,
    pub done_on: Option<NaiveDate>,
}

/// A date agreed by somebody who may.
#[derive(Clone, Debug)]
pub struct BaselineInput {
    pub baseline_on: NaiveDate,
    pub reason: Option<Reason>,
    pub approver: Option<MembershipId>,
}

impl Seen<'_> {
    /// The planned date is the first forecast; with an owner and `baselined` it is also the first baseline.
    pub fn add_milestone(
        self,
        id: MilestoneId,
        innovation: InnovationId,
        input: MilestoneInput,
        baselined: bool,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let innovation = self.open_innovation(Act::EditInnovation, innovation)?;
        let mut problems = self.milestone_problems(&input, baselined, today);
        if input.done_on.is_some() && !baselined && input.forecast_on > today {
            problems.push(Problem::new("forecast_on", Rule::After(today)));
        }
        Refusal::unless_sound(problems)?;
        let baseline = Baseline { on: today, baseline_on: input.forecast_on, reason: None, approver: None };
        Ok(Decision::add(Milestone {
            id,
            entry: Entry::default(),
            innovation: innovation.id,
            title: input.title,
            owner: input.owner,
            kind: input.kind,
            critical: input.critical,
            acceptance: input.acceptance,
            baselines: if baselined { vec![baseline] } else { vec![] },
            forecasts: vec![self.forecast(input.forecast_on, None, today)],
            done_on: input.done_on,
        }))
    }

    /// A changed forecast adds to the trail and needs a reason; completing writes the day.
    pub fn edit_milestone(
        self,
        innovation: InnovationId,
        id: MilestoneId,
        input: MilestoneInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        let before = self.milestone(innovation, id)?;
        Refusal::unless_seen(seen, before)?;
        let moves = input.forecast_on != before.forecast_on();
        let mut problems = self.milestone_problems(&input, !before.baselines.is_empty(), today);
        if moves && before.done_on.is_some() && input.done_on.is_some() {
            return Err(Refusal::Impossible(Impossible::MilestoneDone));
        }
        if moves && input.reason.is_none() {
            problems.push(Problem::new("reason", Rule::Missing));
        }
        Refusal::unless_sound(problems)?;
        let mut forecasts = before.forecasts.clone();
        if moves {
            forecasts.retain(|one| one.recorded_on != today);
            forecasts.push(self.forecast(input.forecast_on, input.reason.clone(), today));
        }
        let after = Milestone {
            title: input.title,
            owner: input.owner,
            kind: input.kind,
            critical: input.critical,
            acceptance: input.acceptance,
            forecasts,
            done_on: input.done_on,
            ..(**before).clone()
        };
        Ok(Decision::change(before, after).because(input.reason))
    }

    /// Done, on the day it really was.
    pub fn complete_milestone(
        self,
        innovation: InnovationId,
        id: MilestoneId,
        done_on: NaiveDate,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        let before = self.milestone(innovation, id)?;
        Refusal::unless_seen(seen, before)?;
        if before.done_on.is_some() {
            return Err(Refusal::Impossible(Impossible::MilestoneDone));
        }
        let mut problems: Vec<_> = plausible("done_on", done_on).into_iter().collect();
        if done_on > today {
            problems.push(Problem::new("done_on", Rule::After(today)));
        }
        Refusal::unless_sound(problems)?;
        Ok(Decision::change(before, Milestone { done_on: Some(done_on), ..(**before).clone() }))
    }

    /// The first agreed date needs no reason; every later one names a reason and who approved it.
    pub fn change_baseline(
        self,
        innovation: InnovationId,
        id: MilestoneId,
        input: BaselineInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::ChangeBaseline, innovation)?;
        let before = self.milestone(innovation, id)?;
        Refusal::unless_seen(seen, before)?;
        if before.done_on.is_some() {
            return Err(Refusal::Impossible(Impossible::MilestoneDone));
        }
        let mut problems = self.unknown_people([("approver", input.approver)]);
        problems.extend(plausible("baseline_on", input.baseline_on));
        if before.owner.is_none() {
            problems.push(Problem::new("owner", Rule::Missing));
        }
        if before.baseline_on() == Some(input.baseline_on) {
            problems.push(Problem::new("baseline_on", Rule::Unchanged));
        }
        if !before.baselines.is_empty() {
            let missing = [("reason", input.reason.is_none()), ("approver", input.approver.is_none())];
            let missing = missing.into_iter().filter(|(_, missing)| *missing);
            problems.extend(missing.map(|(field, _)| Problem::new(field, Rule::Missing)));
        }
        Refusal::unless_sound(problems)?;
        let reason = input.reason.clone();
        let agreed =
            Baseline { on: today, baseline_on: input.baseline_on, reason: input.reason, approver: input.approver };
        let mut after = (**before).clone();
        after.baselines.push(agreed);
        Ok(Decision::change(before, after).because(reason))
    }

    /// Hidden with a reason, with what it waited on; the history keeps both.
    pub fn remove_milestone(
        self,
        innovation: InnovationId,
        id: MilestoneId,
        reason: Reason,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        let before = self.milestone(innovation, id)?;
        Refusal::unless_seen(seen, before)?;
        let waits = self.dependencies(innovation).filter(|one| one.waits == id);
        let gone = waits.fold(Decision::remove(before), |all, one| all.and(Decision::remove(one)));
        Ok(gone.because(Some(reason)))
    }

    fn milestone_problems(self, input: &MilestoneInput, baselined: bool, today: NaiveDate) -> Vec<Problem> {
        let mut problems = self.unknown_people([("owner", input.owner)]);
        problems.extend(plausible("forecast_on", input.forecast_on));
        if baselined && input.owner.is_none() {
            problems.push(Problem::new("owner", Rule::Missing));
        }
        if input.done_on.is_some_and(|done| done > today) {
            problems.push(Problem::new("done_on", Rule::After(today)));
        }
        problems
    }

    fn forecast(self, forecast_on: NaiveDate, reason: Option<Reason>, today: NaiveDate) -> Forecast {
        Forecast { recorded_on: today, forecast_on, reason, by: self.actor.person }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;
    use uuid::Uuid;

    const TRIAL: MilestoneId = MilestoneId(Uuid::from_u128(200));

    fn input(forecast_on: &str) -> MilestoneInput {
        MilestoneInput {
            title: text("Trial on Mill Lane"),
            kind: MilestoneKind::Delivery,
            critical: false,
            owner: Some(place(LEAD)),
            acceptance: None,
            forecast_on: day(forecast_on),
            reason: None,
            done_on: None,
        }
    }

    #[test]
    fn a_forecast_moves_only_with_a_reason_and_leaves_a_trail() {
        let planned =
            after(&portfolio(), LEAD, |seen| seen.add_milestone(TRIAL, LAMPS, input("2027-02-01"), true, today()));
        let edit = |reason: Option<&str>| {
            let changed = MilestoneInput { reason: reason.map(text), ..input("2027-03-01") };
            as_person(&planned, LEAD, |seen| seen.edit_milestone(LAMPS, TRIAL, changed, Version::FIRST, today()))
        };
        assert_eq!(edit(None), Err(Refusal::invalid("reason", Rule::Missing)));
        let moved = applied(&planned, edit(Some("Lamps came late")).expect("allowed"));
        let found = as_person(&moved, LEAD, |seen| seen.milestone(LAMPS, TRIAL).cloned()).expect("there");
        assert_eq!((found.slip_first(), found.baselines.len()), (Some(28), 1));
        assert_eq!(found.entry.version, Version(2));
    }

    #[test]
    fn agreeing_another_date_names_who_approved_it_and_keeps_the_first() {
        let planned =
            after(&portfolio(), MANAGER, |seen| seen.add_milestone(TRIAL, LAMPS, input("2027-02-01"), true, today()));
        let agree = |approver: Option<MembershipId>, person| {
            let input = BaselineInput { baseline_on: day("2027-04-01"), reason: Some(text("Scope grew")), approver };
            as_person(&planned, person, |seen| seen.change_baseline(LAMPS, TRIAL, input, Version::FIRST, today()))
        };
        assert_eq!(agree(None, MANAGER), Err(Refusal::invalid("approver", Rule::Missing)));
        assert_eq!(agree(Some(place(EXECUTIVE)), LEAD), Err(Refusal::NotAllowed(Act::ChangeBaseline)));
        let agreed = applied(&planned, agree(Some(place(EXECUTIVE)), EXECUTIVE).expect("the sponsor may"));
        let found = as_person(&agreed, LEAD, |seen| seen.milestone(LAMPS, TRIAL).cloned()).expect("there");
        assert_eq!(found.first_baseline_on(), Some(day("2027-02-01")));
        assert_eq!(found.baseline_on(), Some(day("2027-04-01")));
    }

    #[test]
    fn whoever_read_an_older_version_is_shown_the_newer_one() {
        let planned =
            after(&portfolio(), LEAD, |seen| seen.add_milestone(TRIAL, LAMPS, input("2027-02-01"), false, today()));
        let refused =
            as_person(&planned, LEAD, |seen| seen.remove_milestone(LAMPS, TRIAL, text("Not needed"), Version(7)));
        assert!(matches!(refused, Err(Refusal::Outdated { .. })));
    }

    #[test]
    fn a_milestone_is_completed_once_and_not_in_the_future() {
        let planned =
            after(&portfolio(), LEAD, |seen| seen.add_milestone(TRIAL, LAMPS, input("2027-02-01"), true, today()));
        let complete = |portfolio: &crate::Portfolio, done_on: &str, version| {
            as_person(portfolio, LEAD, |seen| {
                seen.complete_milestone(LAMPS, TRIAL, day(done_on), Version(version), today())
            })
        };
        let early = complete(&planned, "2026-11-25", 1);
        assert_eq!(early, Err(Refusal::invalid("done_on", Rule::After(today()))));
        let done = applied(&planned, complete(&planned, "2026-11-20", 1).expect("allowed"));
        assert_eq!(complete(&done, "2026-11-21", 2), Err(Refusal::Impossible(Impossible::MilestoneDone)));
    }

    #[test]
    fn a_removed_milestone_is_hidden_and_its_memory_given_back() {
        let before = portfolio();
        let planned =
            after(&before, LEAD, |seen| seen.add_milestone(TRIAL, LAMPS, input("2027-02-01"), false, today()));
        let removed =
            after(&planned, LEAD, |seen| seen.remove_milestone(LAMPS, TRIAL, text("Not needed"), Version::FIRST));
        assert_eq!(as_person(&removed, LEAD, |seen| seen.milestones(LAMPS).count()), 0);
        assert_eq!(removed.bytes, before.bytes);
    }
}
