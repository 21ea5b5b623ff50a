//! A small organisation for the tests beside the code: one person of each role, one innovation.
use crate::*;
use chrono::{DateTime, Duration, NaiveDate, Utc};
use uuid::Uuid;

pub const ADMINISTRATOR: PersonId = PersonId(Uuid::from_u128(1));
pub const MANAGER: PersonId = PersonId(Uuid::from_u128(2));
pub const LEAD: PersonId = PersonId(Uuid::from_u128(3));
pub const EXECUTIVE: PersonId = PersonId(Uuid::from_u128(4));
pub const VIEWER: PersonId = PersonId(Uuid::from_u128(5));
pub const NORTHSHIRE: OrganisationId = OrganisationId(Uuid::from_u128(50));
pub const LAMPS: InnovationId = InnovationId(Uuid::from_u128(100));

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// Tuesday 24 November 2026, as in the reference.
pub fn today() -> NaiveDate {
    day("2026-11-24")
}

pub fn text<T: std::str::FromStr<Err = Rule>>(text: &str) -> T {
    text.parse().expect("fits")
}

/// The place of a person: its id is the person's and a hundred more.
pub fn place(person: PersonId) -> MembershipId {
    MembershipId(Uuid::from_u128(person.0.as_u128() + 100))
}

pub fn milestone() -> Milestone {
    Milestone {
        id: MilestoneId(Uuid::from_u128(200)),
        entry: Entry::default(),
        innovation: LAMPS,
        title: text("Trial on Mill Lane"),
        owner: Some(place(LEAD)),
        kind: MilestoneKind::Delivery,
        critical: false,
        acceptance: None,
        baselines: vec![],
        forecasts: vec![Forecast {
            recorded_on: day("2026-01-01"),
            forecast_on: day("2027-02-01"),
            reason: None,
            by: MANAGER,
        }],
        done_on: None,
    }
}

pub fn innovation() -> Innovation {
    let post = |kind, person| Post {
        kind,
        membership: place(person),
        from_on: day("2026-01-01"),
        to_on: None,
        handover_note: None,
    };
    Innovation {
        id: LAMPS,
        entry: Entry::default(),
        number: 1,
        title: text("Smart street lamps"),
        summary: Some(text("Lamps that dim when nobody is there.")),
        why: Why::default(),
        priority_area: None,
        is_priority: true,
        tracking: TrackingMethod::Plan,
        posts: vec![post(PostKind::Lead, LEAD), post(PostKind::Sponsor, EXECUTIVE)],
        councils: vec![],
        service: None,
        characteristics: vec![],
        equality_assessed_on: None,
        data_protection_assessed_on: None,
        internal_only: false,
        stage_model: 1,
        visible_to: Visibility::Organisation,
        external_ref: None,
        links: vec![],
    }
}

pub fn entered(innovation: InnovationId, ordinal: u32, from: Place, to: Place, on: NaiveDate) -> StageMove {
    StageMove {
        id: StageMoveId(Uuid::from_u128(1000 + u128::from(ordinal))),
        entry: Entry::default(),
        innovation,
        ordinal,
        from,
        to,
        on,
        outcome: MoveOutcome::Proceed,
        decided_by: None,
        answers: vec![],
        conditions: vec![],
        note: None,
        review_on: None,
        stop: None,
        links: vec![],
    }
}

/// A council with one person of each role and "Smart street lamps" in Explore since January.
pub fn portfolio() -> Portfolio {
    applied(&Portfolio::blank(NORTHSHIRE), founding(NORTHSHIRE, "northshire"))
}

/// What `portfolio` holds, as the decision that founds it.
/// The council of `partnership`.
pub const COUNCIL: CouncilId = CouncilId(Uuid::from_u128(500));

/// The same as a partnership with one council.
pub fn partnership() -> Portfolio {
    let before = portfolio();
    let organisation = before.organisation().expect("founded").clone();
    let changed = Organisation { kind: OrganisationKind::Partnership, ..(*organisation).clone() };
    let council = Council {
        id: COUNCIL,
        entry: Entry::default(),
        name: text("Northshire"),
        organisation: None,
        from_on: day("2026-01-01"),
        to_on: None,
    };
    applied(&before, Decision::change(&organisation, changed).and_add(council))
}

pub fn founding(id: OrganisationId, slug: &str) -> Decision {
    let organisation = Organisation {
        id,
        entry: Entry::default(),
        kind: OrganisationKind::Council,
        name: text("Northshire Council"),
        slug: text(slug),
        short_code: text("NC"),
        stage_models: vec![Preset::Default.model()],
        accessibility: None,
        privacy: None,
    };
    let people = [
        (ADMINISTRATOR, Role::Administrator),
        (MANAGER, Role::ProgrammeManager),
        (LEAD, Role::TeamMember),
        (EXECUTIVE, Role::Executive),
        (VIEWER, Role::Viewer),
    ];
    let mut decision = Decision::add(organisation);
    for (person, role) in people {
        decision = decision.and_add(Membership {
            id: place(person),
            entry: Entry::default(),
            person,
            name: text(role.label()),
            role,
            side: Side::Neither,
            band: Band::MiddleManager,
            title: None,
            service: None,
            council: None,
            from_on: day("2026-01-01"),
            to_on: None,
        });
    }
    decision.and_add(innovation()).and_add(entered(LAMPS, 1, Place::Idea, Place::Stage(0), day("2026-01-05")))
}

/// The portfolio after a decision, an hour later.
pub fn applied(portfolio: &Portfolio, decision: Decision) -> Portfolio {
    let mut after = portfolio.clone();
    let at: DateTime<Utc> = portfolio.changed_at + Duration::hours(1);
    for change in decision.changes(portfolio.sequence, at, MANAGER) {
        after.apply(&change);
    }
    after
}

/// What a person sees today, and can decide.
pub fn as_person<T>(portfolio: &Portfolio, person: PersonId, look: impl FnOnce(Seen) -> T) -> T {
    let actor = Actor::member(portfolio, person, today()).expect("holds a place");
    look(Seen::new(portfolio, &actor, today()))
}

/// The portfolio after a person decided.
pub fn after(
    portfolio: &Portfolio,
    person: PersonId,
    decide: impl FnOnce(Seen) -> Result<Decision, Refusal>,
) -> Portfolio {
    let decision = as_person(portfolio, person, decide).expect("allowed");
    applied(portfolio, decision)
}

pub const RISK: RiskId = RiskId(Uuid::from_u128(300));

pub fn risk_input() -> RiskInput {
    RiskInput {
        cause: text("there is one supplier"),
        event: text("a late delivery"),
        effect: text("delay the trial"),
        category: RiskCategory::Delivery,
        owner: place(LEAD),
        target: None,
        target_on: None,
        proximity: Proximity::OneToThree,
        response: RiskResponse::Treat,
        controls: None,
    }
}

/// Inherent 20.
pub fn scoring(likelihood: u8, impact: u8) -> ScoringInput {
    ScoringInput {
        inherent: Score { likelihood: 4, impact: 5 },
        score: Score { likelihood, impact },
        note: None,
        review_due_on: day("2027-01-24"),
    }
}

/// An open delivery threat of "Smart street lamps", entered on the first of January.
pub fn risk_scored(score: Score) -> Risk {
    let input = risk_input();
    Risk {
        id: RISK,
        entry: Entry::default(),
        innovation: LAMPS,
        kind: RiskKind::Threat,
        cause: input.cause,
        event: input.event,
        effect: input.effect,
        category: input.category,
        owner: input.owner,
        inherent: Score { likelihood: 4, impact: 5 },
        reviews: vec![RiskReview { on: day("2026-01-01"), score, note: None, by: LEAD }],
        target: None,
        target_on: None,
        proximity: input.proximity,
        response: input.response,
        controls: None,
        actions: vec![],
        review_due_on: day("2027-01-24"),
        state: RiskState::Open,
    }
}

/// The small council with that threat entered today.
pub fn with_risk(likelihood: u8, impact: u8) -> Portfolio {
    let score = Score { likelihood, impact };
    applied(&portfolio(), Decision::add(risk_scored(score)))
}

/// A hundred pounds for "Smart street lamps" in the financial year 2026 to 2027.
pub fn budget_line() -> BudgetLine {
    BudgetLine {
        id: BudgetLineId(Uuid::from_u128(400)),
        entry: Entry::default(),
        innovation: LAMPS,
        council: None,
        kind: BudgetKind::Base,
        source: Some(text("Street lighting budget")),
        nil_reason: None,
        approved: Pence(10_000),
        forecast: None,
        from_on: day("2026-04-01"),
        to_on: day("2027-03-31"),
    }
}

/// A task of "Smart street lamps" that was added on a day and then went through these steps; the lead has it.
pub fn work_item(ordinal: u32, added_on: &str, moves: &[(WorkState, &str)]) -> WorkItem {
    let step = |(state, on): &(WorkState, &str)| WorkMove { state: *state, on: day(on), by: LEAD };
    let steps = moves.iter().map(step);
    WorkItem {
        id: WorkItemId(Uuid::from_u128(5000 + u128::from(ordinal))),
        entry: Entry::default(),
        innovation: LAMPS,
        ordinal,
        title: text(&format!("Piece of work {ordinal}")),
        owner: Some(place(LEAD)),
        kind: WorkItemKind::Task,
        moves: std::iter::once(step(&(WorkState::ToDo, added_on))).chain(steps).collect(),
        fixed_on: None,
        waits: vec![],
    }
}

/// The small council, in which "Smart street lamps" has a plan and a board of work.
pub fn agile() -> Portfolio {
    let before = portfolio();
    let innovation = as_person(&before, MANAGER, |seen| seen.innovation(LAMPS).cloned()).expect("there");
    let agile = Innovation { tracking: TrackingMethod::Both, ..(*innovation).clone() };
    applied(&before, Decision::change(&innovation, agile))
}

/// The same with this work on the board.
pub fn with_work(items: impl IntoIterator<Item = WorkItem>) -> Portfolio {
    applied(&agile(), items.into_iter().fold(Decision::default(), Decision::and_add))
}

/// "At least 50% of the lamps dim", planned in September; without a result.
pub fn experiment(ordinal: u32, starts_on: &str) -> Experiment {
    Experiment {
        id: ExperimentId(Uuid::from_u128(6000 + u128::from(ordinal))),
        entry: Entry::default(),
        innovation: LAMPS,
        ordinal,
        hypothesis: text("At least half of the lamps dim without anybody minding"),
        measure: text("Lamps that dim"),
        unit: Some(text("%")),
        measure_id: None,
        better: Better::Higher,
        thresholds: vec![Threshold { on: day("2026-09-01"), value: 50.0, by: LEAD, reason: None }],
        sample_planned: Some(40),
        stop_rule: text("Stop at the first accident"),
        cost_cap: None,
        starts_on: day(starts_on),
        ends_on: day("2027-01-31"),
        result: None,
        sample_actual: None,
        unclear: None,
        learning: None,
        concluded_on: None,
    }
}
