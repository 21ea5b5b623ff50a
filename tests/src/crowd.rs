//! Innovations by the hundred, with what their teams record: for what must hold however much there is.
use chrono::{Days, NaiveDate};
use domain::{testing::*, *};
use std::ops::RangeInclusive;
use uuid::Uuid;

/// More innovations for an organisation of the domain's tests, whose only one is number 1.
#[derive(Clone, Copy)]
pub struct Crowd {
    pub organisation: OrganisationId,
    pub today: NaiveDate,
}

const NAMES: [&str; 6] = [
    "Warm homes advice",
    "Street light sensors",
    "Repairs by appointment",
    "Home care rota",
    "Bus on demand",
    "Reuse hub",
];
const DONE: &str = "The second group of residents began on Monday. Thirty-one of forty have agreed to be asked again in \
    March, and the two surgeries have put the leaflet on their screens.";
const NEXT: &str = "Agree the questions with the evaluation team, train the last four officers, and bring the figures of \
    the first month to the board.";

impl Crowd {
    /// The id of the n-th record of an innovation.
    pub(crate) fn id(self, number: u32, n: u128) -> Uuid {
        Uuid::from_u128(self.organisation.0.as_u128() + (u128::from(number) << 24) + n)
    }

    pub(crate) fn innovation(self, number: u32) -> InnovationId {
        InnovationId(self.id(number, 0))
    }

    pub(crate) fn ago(self, days: u64) -> NaiveDate {
        self.today - Days::new(days)
    }

    /// Innovations with a plan, two risks and a budget each, spread over the five stages, and a lead for every twenty.
    #[must_use]
    pub fn begin(self, numbers: RangeInclusive<u32>) -> Decision {
        numbers.fold(Decision::default(), |all, number| self.begin_one(all, number))
    }

    fn begin_one(self, decision: Decision, number: u32) -> Decision {
        let id = self.innovation(number);
        let lead = number.is_multiple_of(20);
        let decision = if lead { decision.and_add(self.person(number)) } else { decision };
        let stage = u8::try_from(number % 5).expect("small");
        let began = entered(id, 1, Place::Idea, Place::Stage(0), self.ago(150));
        let decision = decision
            .and_add(Innovation {
                id,
                number,
                title: text(&format!("{} {number}", NAMES[usize::try_from(number).expect("fits") % NAMES.len()])),
                summary: Some(text(
                    "Residents are asked early, helped once, and not passed from one desk to the next.",
                )),
                is_priority: number.is_multiple_of(3),
                service: Some(text("Adult social care")),
                ..innovation()
            })
            .and_add(StageMove { id: StageMoveId(self.id(number, 1)), ..began });
        let decision = if stage == 0 {
            decision
        } else {
            let moved = entered(id, 2, Place::Stage(0), Place::Stage(stage), self.ago(60));
            decision.and_add(StageMove { id: StageMoveId(self.id(number, 2)), ..moved })
        };
        let decision = (0..3).fold(decision, |all, n| all.and_add(self.milestone(number, n)));
        let decision = (0..2).fold(decision, |all, n| all.and_add(self.risk(number, n)));
        decision.and_add(BudgetLine { id: BudgetLineId(self.id(number, 30)), innovation: id, ..budget_line() })
    }

    fn person(self, number: u32) -> Membership {
        Membership {
            id: MembershipId(self.id(number, 3)),
            entry: Entry::default(),
            person: PersonId(self.id(number, 4)),
            name: text(&format!("Team lead {number}")),
            role: Role::TeamMember,
            side: Side::Neither,
            band: Band::MiddleManager,
            title: None,
            service: None,
            council: None,
            from_on: self.ago(365),
            to_on: None,
        }
    }

    fn milestone(self, number: u32, n: u32) -> Milestone {
        let due = self.today + Days::new(u64::from(14 + 40 * n + number % 30));
        Milestone {
            id: MilestoneId(self.id(number, 10 + u128::from(n))),
            innovation: self.innovation(number),
            title: text(["Consent forms agreed", "First forty residents", "Report to the board"][n as usize]),
            critical: n == 1,
            forecasts: vec![Forecast { recorded_on: self.ago(140), forecast_on: due, reason: None, by: LEAD }],
            ..milestone()
        }
    }

    fn risk(self, number: u32, n: u8) -> Risk {
        let likelihood = 1 + u8::try_from(number % 5).expect("small");
        Risk {
            id: RiskId(self.id(number, 20 + u128::from(n))),
            innovation: Some(self.innovation(number)),
            ..risk_scored(Score { likelihood, impact: 2 + n })
        }
    }

    /// What a team says in one round; `ordinal` counts from 1.
    #[must_use]
    pub fn update(self, number: u32, ordinal: u32, on: NaiveDate) -> StatusUpdate {
        let confidence = match number % 6 {
            1 => Confidence::OffTrack,
            2 => Confidence::AtRisk,
            _ => Confidence::OnTrack,
        };
        let by = self.today + Days::new(20);
        let path = PathToGreen { action: text("Ask the supplier for a second engineer."), owner: place(LEAD), by };
        let ask = Ask { what: text("Agree the wording with the unions."), of_whom: place(EXECUTIVE), by };
        StatusUpdate {
            id: StatusUpdateId(self.id(number, 1_000 + u128::from(ordinal))),
            entry: Entry::default(),
            innovation: self.innovation(number),
            ordinal,
            author: Some(place(LEAD)),
            period_end: on,
            submitted_on: on,
            confidence,
            confidence_pct: Some(60),
            done: Some(text(DONE)),
            next: Some(text(NEXT)),
            ask: number.is_multiple_of(8).then_some(ask),
            path_to_green: (confidence != Confidence::OnTrack).then_some(path),
            still_true: false,
            original_word: None,
            links: vec![],
            computed: None,
            challenges: vec![],
            sponsor_view: None,
        }
    }

    /// A round of reports: everybody posts an update; every fourth time a date moves, every fourth a risk is reviewed.
    #[must_use]
    pub fn go_on(self, seen: Seen<'_>, numbers: RangeInclusive<u32>, round: u32, on: NaiveDate) -> Decision {
        numbers.fold(Decision::default(), |decision, number| {
            let decision = decision.and_add(self.update(number, round, on));
            match (round + number) % 4 {
                0 => self.move_date(seen, decision, number, round, on),
                2 => self.review(seen, decision, number, round, on),
                _ => decision,
            }
        })
    }

    fn move_date(self, seen: Seen<'_>, decision: Decision, number: u32, round: u32, on: NaiveDate) -> Decision {
        let mut plan = seen.milestones(self.innovation(number));
        let Some(before) = plan.nth((round as usize / 4) % 3) else { return decision };
        let mut after = Milestone::clone(before);
        let forecast_on = before.forecast_on() + Days::new(7);
        after.forecasts.push(Forecast { recorded_on: on, forecast_on, reason: None, by: LEAD });
        decision.and_change(before, after)
    }

    fn review(self, seen: Seen<'_>, decision: Decision, number: u32, round: u32, on: NaiveDate) -> Decision {
        let mut risks = seen.risks(self.innovation(number));
        let Some(before) = risks.nth((round as usize / 4) % 2) else { return decision };
        let mut after = Risk::clone(before);
        let score = Score { likelihood: 1 + u8::try_from(round % 5).expect("small"), impact: 3 };
        after.reviews.push(RiskReview { on, score, note: None, by: LEAD });
        decision.and_change(before, after)
    }
}
