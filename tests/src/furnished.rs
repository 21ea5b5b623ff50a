//! An organisation with a record of every noun, so that every address has something to show or to hide.
use crate::spread::spread;
use domain::{testing::*, *};
use uuid::Uuid;
use web::Route;

/// The id of the n-th record of an organisation.
pub(crate) fn id(organisation: OrganisationId, n: u128) -> Uuid {
    Uuid::from_u128(organisation.0.as_u128() + n)
}

/// The address of a route in an organisation, with the ids of another where asked.
#[must_use]
pub fn address(route: &Route, slug: &str, ids: OrganisationId) -> String {
    let mut before = "";
    let parts = route.path.split('/').map(|part| {
        let name = part.strip_prefix('{').and_then(|part| part.strip_suffix('}'));
        let value = match name {
            None => part.to_owned(),
            Some("organisation") => slug.to_owned(),
            Some(name) => value_of(ids, route.path, before, name),
        };
        before = part;
        value
    });
    parts.collect::<Vec<_>>().join("/")
}

/// What an address of one organisation is filled with, by its pattern, the part before the name, and the name.
fn value_of(organisation: OrganisationId, path: &str, before: &str, name: &str) -> String {
    match (before, name) {
        (_, "number" | "ordinal" | "action" | "control") => "1".into(),
        (_, "index") => "0".into(),
        (_, "statement") => "privacy".into(),
        ("milestones", _) => id(organisation, 1).to_string(),
        ("dependencies", _) => id(organisation, 12).to_string(),
        ("risks", _) if path.contains("{number}") => id(organisation, 2).to_string(),
        ("risks", _) => id(organisation, 42).to_string(),
        ("issues", _) if path.contains("{number}") => id(organisation, 43).to_string(),
        ("issues", _) => id(organisation, 44).to_string(),
        ("money", _) => id(organisation, 3).to_string(),
        ("priorities", _) => id(organisation, 4).to_string(),
        ("outcomes", _) => id(organisation, 5).to_string(),
        ("measures", _) if path.contains("{number}") => id(organisation, 11).to_string(),
        ("measures", _) => id(organisation, 6).to_string(),
        ("work" | "experiments", "item" | "experiment") => "1".into(),
        ("quiet-periods", _) => id(organisation, 8).to_string(),
        ("councils", _) => id(organisation, 9).to_string(),
        ("meetings", _) => id(organisation, 20).to_string(),
        ("decisions", _) => id(organisation, 21).to_string(),
        ("stakeholders", _) => id(organisation, 30).to_string(),
        ("stakes", _) => id(organisation, 31).to_string(),
        ("engagements", _) => id(organisation, 32).to_string(),
        ("feedback", _) => id(organisation, 33).to_string(),
        ("follow-ups", _) => id(organisation, 22).to_string(),
        ("partners", _) => id(organisation, 60).to_string(),
        ("messages", _) => id(organisation, 61).to_string(),
        ("sites", _) => id(organisation, 70).to_string(),
        ("reach", _) => id(organisation, 71).to_string(),
        ("reviews", _) => id(organisation, 73).to_string(),
        ("commitments", _) => id(organisation, 74).to_string(),
        ("setbacks", _) => id(organisation, 75).to_string(),
        ("people", _) => place(LEAD).0.to_string(),
        _ => id(organisation, 99).to_string(),
    }
}

/// The founding of the domain's tests and one record of each other noun; every text holds the mark.
#[must_use]
pub fn furnished(organisation: OrganisationId, slug: &str, mark: &str) -> Decision {
    let entry = Entry::default();
    let (said, on) = (format!("{mark} text"), day("2026-11-01"));
    with_agile_team(founding(organisation, slug))
        .and_add(Milestone {
            id: MilestoneId(id(organisation, 1)),
            title: text(&said),
            acceptance: Some(text(&said)),
            baselines: vec![Baseline { on, baseline_on: on, reason: Some(text(&said)), approver: None }],
            ..milestone()
        })
        .and_add(risk(organisation, 2, Some(LAMPS), &said))
        .and_add(risk(organisation, 42, None, &said))
        .and_add(issue(organisation, 43, Some(LAMPS), &said))
        .and_add(issue(organisation, 44, None, &said))
        .and_add(Dependency {
            id: DependencyId(id(organisation, 12)),
            entry,
            innovation: LAMPS,
            waits: MilestoneId(id(organisation, 1)),
            on: DependsOn::Partner(text(&said)),
            lag_days: 5,
            need_by: None,
            promised_on: None,
            met_on: None,
            owner: place(LEAD),
        })
        .and_add(BudgetLine {
            id: BudgetLineId(id(organisation, 3)),
            entry,
            innovation: LAMPS,
            council: None,
            kind: BudgetKind::Grant,
            source: Some(text(&said)),
            nil_reason: None,
            approved: Pence(100_000),
            forecast: None,
            from_on: on,
            to_on: day("2027-03-31"),
        })
        .and_add(Spend { budget_line: BudgetLineId(id(organisation, 3)), note: Some(text(&said)), ..spend() })
        .and_add(time_given())
        .and_add(Thresholds {
            id: ThresholdsId(id(organisation, 70)),
            entry,
            versions: vec![Settled { number: 2, on, weights: vec![], limits: vec![], reason: Some(text(&said)) }],
        })
        .and_add(Meeting {
            id: MeetingId(id(organisation, 20)),
            body: text(&said),
            others: Some(text(&said)),
            agenda: vec![AgendaItem { item: text(&said), innovation: None, ask: None }],
            notes: Some(text(&said)),
            ..meeting()
        })
        .and_add(FormalDecision {
            id: FormalDecisionId(id(organisation, 21)),
            matter: FormalDecisionId(id(organisation, 21)),
            innovation: None,
            priority_area: Some(PriorityAreaId(id(organisation, 4))),
            what: text(&said),
            ..asked()
        })
        .and_add(FollowUp {
            id: FollowUpId(id(organisation, 22)),
            from: Source::Meeting(MeetingId(id(organisation, 20))),
            text: text(&said),
            owner: place(MANAGER),
            note: Some(text(&said)),
            ..follow_up()
        })
        .and_add(Stakeholder {
            id: StakeholderId(id(organisation, 30)),
            name: text(&said),
            area: Some(text(&said)),
            characteristics: vec![text(&said)],
            ..stakeholder()
        })
        .and_add(Stake {
            id: StakeId(id(organisation, 31)),
            stakeholder: StakeholderId(id(organisation, 30)),
            ..stake()
        })
        .and_add(Engagement {
            id: EngagementId(id(organisation, 32)),
            purpose: Some(text(&said)),
            groups: vec![Group { stakeholder: StakeholderId(id(organisation, 30)), people: Some(3) }],
            next_step: Some(text(&said)),
            languages: Some(text(&said)),
            ..engagement(1, "2026-11-01")
        })
        .and_add(Feedback {
            id: FeedbackId(id(organisation, 33)),
            engagement: EngagementId(id(organisation, 32)),
            from: Some(Voice::Stakeholder(StakeholderId(id(organisation, 30)))),
            theme: Some(text(&said)),
            said: text(&said),
            ..feedback(1, "2026-11-01")
        })
        .and_add(PriorityArea {
            id: PriorityAreaId(id(organisation, 4)),
            entry,
            title: text(&said),
            active_from: on,
            active_to: None,
            closed_reason: None,
            political_sponsor: None,
            officer_sponsor: None,
            review_on: None,
        })
        .and_add(Outcome {
            id: OutcomeId(id(organisation, 5)),
            entry,
            priority_area: PriorityAreaId(id(organisation, 4)),
            statement: text(&said),
        })
        .and_add(measure(organisation, 6, MeasureOf::Outcome(OutcomeId(id(organisation, 5))), &said))
        .and_add(measure(organisation, 11, MeasureOf::Innovation(LAMPS), &said))
        .and_add(Reading {
            id: ReadingId(id(organisation, 7)),
            entry,
            measure: MeasureId(id(organisation, 6)),
            innovation: None,
            on,
            value: 5.0,
            note: Some(text(&said)),
        })
        .and_add(QuietPeriod {
            id: QuietPeriodId(id(organisation, 8)),
            entry,
            from_on: day("2026-12-21"),
            to_on: day("2027-01-03"),
            label: text(&said),
            closed: true,
        })
        .and_add(StatusUpdate {
            id: StatusUpdateId(id(organisation, 10)),
            entry,
            innovation: LAMPS,
            ordinal: 1,
            author: Some(place(LEAD)),
            period_end: on,
            submitted_on: on,
            confidence: Confidence::AtRisk,
            confidence_pct: Some(60),
            done: Some(text(&said)),
            next: Some(text(&said)),
            ask: Some(Ask { what: text(&said), of_whom: place(EXECUTIVE), by: on }),
            path_to_green: None,
            still_true: false,
            original_word: None,
            links: vec![],
            computed: None,
            challenges: vec![],
            sponsor_view: None,
        })
        .and_add(WorkItem {
            id: WorkItemId(id(organisation, 22)),
            title: text(&said),
            waits: vec![Wait { reason: WaitReason::Other, from_on: on, to_on: None, note: Some(text(&said)) }],
            ..work_item(1, "2026-10-01", &[(WorkState::Waiting, "2026-11-01")])
        })
        .and_add(Experiment {
            id: ExperimentId(id(organisation, 23)),
            hypothesis: text(&said),
            measure: text(&said),
            unit: Some(text(&said)),
            stop_rule: text(&said),
            learning: Some(text(&said)),
            ..experiment(1, "2026-10-01")
        })
        .and_add(Partner {
            id: PartnerId(id(organisation, 60)),
            name: text(&said),
            organisation: Some(text(&said)),
            contact_title: Some(text(&said)),
            pledge: Some(text(&said)),
            views: vec![PartnerView { on, confidence: Confidence::AtRisk, said: text(&said), kept: None, by: LEAD }],
            ..partner()
        })
        .and_add(Message { id: MessageId(id(organisation, 61)), text: Some(text(&said)), ..message() })
        .and(spread(organisation, &said))
}

/// The innovation has a board of work as well as a plan.
fn with_agile_team(mut founding: Decision) -> Decision {
    for edit in &mut founding.edits {
        if let Record::Innovation(one) = &edit.after {
            edit.after = Innovation { tracking: TrackingMethod::Both, ..(**one).clone() }.into();
        }
    }
    founding
}

fn measure(organisation: OrganisationId, n: u128, of: MeasureOf, said: &str) -> Measure {
    Measure {
        id: MeasureId(id(organisation, n)),
        entry: Entry::default(),
        of,
        title: text(said),
        unit: text(said),
        better: Better::Higher,
        baseline: None,
        baseline_on: None,
        target: None,
        target_on: None,
        floor: None,
        interval_days: 91,
        source: text(said),
    }
}

fn risk(organisation: OrganisationId, n: u128, innovation: Option<InnovationId>, said: &str) -> Risk {
    let (score, on) = (Score { likelihood: 4, impact: 5 }, day("2026-11-01"));
    let card = Some(text(said));
    Risk {
        id: RiskId(id(organisation, n)),
        entry: Entry::default(),
        innovation,
        kind: RiskKind::Threat,
        cause: text(said),
        event: text(said),
        effect: text(said),
        category: RiskCategory::Delivery,
        owner: place(LEAD),
        inherent: score,
        reviews: vec![RiskReview { on, score, note: Some(text(said)), by: LEAD }],
        target: None,
        target_on: None,
        proximity: Proximity::Now,
        response: RiskResponse::Treat,
        controls: vec![Control { number: 1, text: text(said), effective: None, last_tested_on: None }],
        considered: Considered { upside: card.clone(), worst_case: card.clone(), stop_at: card },
        actions: vec![RiskAction { number: 1, text: text(said), owner: place(LEAD), due_on: on, done_on: None }],
        review_due_on: on,
        state: RiskState::Open,
    }
}

fn issue(organisation: OrganisationId, n: u128, innovation: Option<InnovationId>, said: &str) -> Issue {
    Issue {
        id: IssueId(id(organisation, n)),
        entry: Entry::default(),
        innovation,
        from_risk: None,
        title: text(said),
        severity: Severity::Two,
        raised_on: day("2026-11-01"),
        owner: place(LEAD),
        due_on: day("2026-12-10"),
        resolved_on: None,
        resolution: None,
        decision: None,
    }
}
