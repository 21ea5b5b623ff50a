//! A small organisation for the tests beside the code: one person of each role, one innovation.
mod spread;

pub use spread::*;

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
        published_on: None,
        external_ref: None,
        links: vec![],
        restarts: None,
        rights: DecisionRights::default(),
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
        overrides: None,
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
        ending: None,
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
        key_decision: None,
        call_in_days: None,
        lead_limit: None,
        capacity_days: None,
        level_labels: vec![],
        ending: None,
        escalation: EscalationContacts::default(),
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

/// As `applied`, where each record keeps who entered it and when.
pub fn applied_as_entered(portfolio: &Portfolio, decision: Decision) -> Portfolio {
    let records = decision.edits.into_iter().map(|edit| edit.after);
    Portfolio::from_records(
        portfolio.id,
        portfolio.sequence.next(),
        portfolio.changed_at,
        portfolio.all().collect::<Vec<_>>().into_iter().chain(records),
    )
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
    }
}

/// Inherent 20.
pub fn scoring(likelihood: u8, impact: u8) -> ScoringInput {
    ScoringInput {
        inherent: Score { likelihood: 4, impact: 5 },
        score: Score { likelihood, impact },
        note: None,
        review_due_on: day("2027-01-24"),
        control: None,
    }
}

/// An open delivery threat of "Smart street lamps", entered on the first of January.
pub fn risk_scored(score: Score) -> Risk {
    let input = risk_input();
    Risk {
        id: RISK,
        entry: Entry::default(),
        innovation: Some(LAMPS),
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
        controls: vec![],
        considered: Considered::default(),
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

/// Thirty-eight pounds of that line in October 2026.
pub fn spend() -> Spend {
    Spend {
        id: SpendId(Uuid::from_u128(410)),
        entry: Entry::default(),
        innovation: LAMPS,
        budget_line: budget_line().id,
        month: day("2026-10-01"),
        pence: Pence(3_800),
        note: None,
    }
}

/// The lead's October: seven and a half of eight days.
pub fn time_given() -> TimeGiven {
    TimeGiven {
        id: TimeGivenId(Uuid::from_u128(420)),
        entry: Entry::default(),
        innovation: LAMPS,
        membership: place(LEAD),
        month: day("2026-10-01"),
        days_promised: HalfDays::days(8),
        days_given: HalfDays(15),
    }
}

/// A board of 10 November 2026.
pub fn meeting() -> Meeting {
    Meeting {
        id: MeetingId(Uuid::from_u128(430)),
        entry: Entry::default(),
        body: text("Transformation Board"),
        kind: MeetingKind::Board,
        innovation: None,
        held_on: day("2026-11-10"),
        chair: Some(place(EXECUTIVE)),
        attendees: vec![place(LEAD), place(MANAGER)],
        others: None,
        agenda: vec![],
        pack: None,
        notes: None,
    }
}

/// A question about "Smart street lamps", asked on 20 October 2026 and still open.
pub fn asked() -> FormalDecision {
    let id = FormalDecisionId(Uuid::from_u128(440));
    FormalDecision {
        id,
        entry: Entry::default(),
        matter: id,
        council: None,
        innovation: Some(LAMPS),
        risk: None,
        priority_area: None,
        ask: None,
        what: text("Buy forty more lamps"),
        kind: FormalDecisionKind::Funding,
        asked_on: Some(day("2026-10-20")),
        decided_on: None,
        outcome: None,
        taken_by: None,
        deferred_to: None,
        reason: None,
        partners: vec![],
        jointly_with: None,
        effect: None,
        key_decision: false,
        published_on: None,
        planned_for: None,
        replaces: None,
    }
}

/// The same, agreed by its sponsor on a day.
pub fn decided(on: &str) -> FormalDecision {
    FormalDecision {
        decided_on: Some(day(on)),
        outcome: Some(DecisionOutcome::Agreed),
        taken_by: Some(TakenBy::Person(place(EXECUTIVE))),
        reason: Some(text("The trial on Mill Lane paid for itself within a year.")),
        ..asked()
    }
}

/// The lead promised that board to count the lamps by 1 December 2026.
pub fn follow_up() -> FollowUp {
    FollowUp {
        id: FollowUpId(Uuid::from_u128(450)),
        entry: Entry::default(),
        from: Source::Meeting(meeting().id),
        innovation: None,
        text: text("Count the lamps"),
        owner: place(LEAD),
        due_on: day("2026-12-01"),
        done_on: None,
        note: None,
    }
}

/// The lighting trust, which delivers "Smart street lamps" with the council.
pub fn partner() -> Partner {
    Partner {
        id: PartnerId(Uuid::from_u128(460)),
        entry: Entry::default(),
        innovation: LAMPS,
        name: text("Lighting trust"),
        organisation: None,
        role: PartnerRole::Delivery,
        on_board: false,
        can_read: None,
        contact_title: None,
        from_on: day("2026-01-01"),
        to_on: None,
        pledge: None,
        views: vec![],
    }
}

/// What the street lighting crews were told on 20 November 2026.
pub fn message() -> Message {
    Message {
        id: MessageId(Uuid::from_u128(470)),
        entry: Entry::default(),
        innovation: LAMPS,
        on: day("2026-11-20"),
        audience: Audience::AffectedStaff,
        channel: Channel::Meeting,
        fronted_by: None,
        why_version: None,
        text: Some(text("Why the lamps dim, at the depot")),
        link: None,
        asked_count: None,
        agreed_count: None,
    }
}

/// An update of "Smart street lamps" for a day, posted on it, that says only that all is well.
pub fn status_update(ordinal: u32, on: &str) -> StatusUpdate {
    StatusUpdate {
        id: StatusUpdateId(Uuid::from_u128(2000 + u128::from(ordinal))),
        entry: Entry::default(),
        innovation: LAMPS,
        ordinal,
        author: Some(place(LEAD)),
        period_end: day(on),
        submitted_on: day(on),
        confidence: Confidence::OnTrack,
        confidence_pct: None,
        done: None,
        next: None,
        ask: None,
        path_to_green: None,
        still_true: false,
        original_word: None,
        links: vec![],
        computed: None,
        challenges: vec![],
        sponsor_view: None,
    }
}

/// "Well lit streets", without anything else said.
pub fn priority_area(id: PriorityAreaId) -> PriorityArea {
    PriorityArea {
        id,
        entry: Entry::default(),
        title: text("Well lit streets"),
        active_from: day("2026-01-01"),
        active_to: None,
        closed_reason: None,
        political_sponsor: None,
        officer_sponsor: None,
        review_on: None,
    }
}

/// "People of Mill Lane".
pub fn stakeholder() -> Stakeholder {
    Stakeholder {
        id: StakeholderId(Uuid::from_u128(7000)),
        entry: Entry::default(),
        name: text("People of Mill Lane"),
        kind: StakeholderKind::Residents,
        area: None,
        characteristics: vec![text("Age")],
        merged_into: None,
    }
}

/// How they stand towards "Smart street lamps" since the first of January: a priority, to be asked once a quarter.
pub fn stake() -> Stake {
    Stake {
        id: StakeId(Uuid::from_u128(7100)),
        entry: Entry::default(),
        innovation: LAMPS,
        stakeholder: stakeholder().id,
        power: 3,
        interest: 4,
        impact: 5,
        stance_now: None,
        stance_wanted: None,
        target_level: EngagementLevel::Ask,
        cadence_days: 91,
        owner: Some(place(LEAD)),
        priority_anyway: false,
        added_on: day("2026-01-01"),
        removed_on: None,
    }
}

/// Twelve of them were asked on a day.
pub fn engagement(number: u32, on: &str) -> Engagement {
    Engagement {
        id: EngagementId(Uuid::from_u128(7200 + u128::from(number))),
        entry: Entry::default(),
        innovation: LAMPS,
        also: vec![],
        on: day(on),
        purpose: None,
        level: EngagementLevel::Ask,
        method: EngagementMethod::DropIn,
        led_by: Some(place(LEAD)),
        leaders_present: vec![],
        groups: vec![Group { stakeholder: stakeholder().id, people: Some(12) }],
        partners: vec![],
        next_step: None,
        stage_then: vec![StageThen { innovation: LAMPS, kind: StageKind::Explore, stage: text("Explore") }],
        information_link: None,
        formats: vec![],
        languages: None,
        consultation: None,
    }
}

/// What they said on a day, at the first of these engagements; without an answer.
pub fn feedback(number: u32, raised_on: &str) -> Feedback {
    Feedback {
        id: FeedbackId(Uuid::from_u128(7300 + u128::from(number))),
        entry: Entry::default(),
        innovation: LAMPS,
        engagement: engagement(1, raised_on).id,
        from: Some(Voice::Stakeholder(stakeholder().id)),
        theme: None,
        said: text("It is too dark by the bridge"),
        count_band: None,
        sentiment: None,
        raised_on: day(raised_on),
        owner: None,
        answer: None,
        changed: None,
        decision: None,
        told_back_on: None,
        public: false,
    }
}

/// The answer to it, given on a day.
pub fn answered(feedback: Feedback, response: FeedbackResponse, on: &str) -> Feedback {
    let words = "The lamp by the bridge stays at full light until midnight.";
    Feedback { answer: Some(Answer { response, text: text(words), responded_on: day(on) }), ..feedback }
}
