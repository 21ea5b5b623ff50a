//! What spreads: wards, their steps, and what is counted and checked there.
use super::*;

/// From the first of January to the end of 2027: three core components, of weight 3, 2 and 1.
pub fn scale_plan() -> ScalePlan {
    let component =
        |name: &str, weight| CoreComponent { name: text(name), why: text("It does not work without"), weight };
    ScalePlan {
        id: ScalePlanId(Uuid::from_u128(8000)),
        entry: Entry::default(),
        innovation: LAMPS,
        goal: text("Lamps that dim in every ward"),
        approach: ScaleApproach::Replicate,
        core_components: vec![component("Sensors", 3), component("A local contact", 2), component("A notice", 1)],
        vertical_targets: vec![],
        owner: Some(text("Street lighting manager")),
        starts_on: day("2026-01-01"),
        ends_on: day("2027-12-31"),
        funding_to: None,
    }
}

/// An eligible ward, planned to go live on 1 October 2026.
pub fn site(number: u32) -> Site {
    Site {
        id: SiteId(Uuid::from_u128(8100 + u128::from(number))),
        entry: Entry::default(),
        innovation: LAMPS,
        name: text(&format!("Ward {number}")),
        kind: SiteKind::Ward,
        organisation: None,
        council: None,
        eligible: Eligible::Yes,
        eligible_reason: None,
        wave: Some(1),
        eligible_people: Some(1_000),
        planned_live_on: Some(day("2026-10-01")),
        forecast_live_on: None,
        lead: None,
        adaptations: vec![],
    }
}

/// The steps of that ward: each a state and the day on which it got there.
pub fn site_moves(number: u32, steps: &[(SiteState, &str)]) -> Vec<SiteMove> {
    let mut from = SiteState::Identified;
    let step = |(ordinal, (to, on)): (u32, &(SiteState, &str))| SiteMove {
        id: SiteMoveId(Uuid::from_u128(8_000_000 + u128::from(number) * 100 + u128::from(ordinal))),
        entry: Entry::default(),
        innovation: LAMPS,
        site: site(number).id,
        ordinal,
        from: std::mem::replace(&mut from, *to),
        to: *to,
        on: day(on),
        reason: Some(text("As agreed with the ward")),
        review_on: (*to == SiteState::Paused).then(|| day("2027-01-01")),
        by: LEAD,
    };
    (1..).zip(steps).map(step).collect()
}

/// The small council with these wards and their steps.
pub fn with_sites(sites: &[(Site, Vec<SiteMove>)]) -> Portfolio {
    let mut decision = Decision::add(scale_plan());
    for (site, moves) in sites.iter().cloned() {
        decision = moves.into_iter().fold(decision.and_add(site), Decision::and_add);
    }
    applied(&portfolio(), decision)
}

/// 130 of 200 people at a ward in October 2026.
pub fn reach_count(site_number: u32, reached: u32, eligible: u32) -> ReachCount {
    ReachCount {
        id: ReachCountId(Uuid::from_u128(8300 + u128::from(site_number))),
        entry: Entry::default(),
        innovation: LAMPS,
        site: site(site_number).id,
        from_on: day("2026-10-01"),
        to_on: day("2026-10-31"),
        eligible_people: Some(eligible),
        reached_people: Some(reached),
        unit: text("people"),
        unique: true,
    }
}

/// What somebody answered to E1, E2 and so on, on 1 November 2026: 0, 1 or 2, or none where it was left blank.
pub fn embedding_check(rater: PersonId, answers: &[Option<u8>]) -> EmbeddingCheck {
    let answer = |points| match points {
        0 => EmbeddingAnswer::No,
        1 => EmbeddingAnswer::Partly,
        _ => EmbeddingAnswer::Yes,
    };
    let items = EmbeddingItem::ALL.iter().zip(answers);
    EmbeddingCheck {
        id: EmbeddingCheckId(Uuid::from_u128(8400 + rater.0.as_u128())),
        entry: Entry::default(),
        innovation: LAMPS,
        site: None,
        on: day("2026-11-01"),
        rater: place(rater),
        answers: items.filter_map(|(item, one)| Some(ItemAnswer { item: *item, answer: answer((*one)?) })).collect(),
        note: None,
    }
}

/// Everything of that ward's core is done, on 1 November 2026.
pub fn fidelity_check(site_number: u32, scores: &[(u8, YesNo)]) -> FidelityCheck {
    let score = |(number, (weight, done)): (usize, &(u8, YesNo))| ComponentScore {
        component: text(&format!("Component {number}")),
        weight: *weight,
        done: *done,
    };
    FidelityCheck {
        id: FidelityCheckId(Uuid::from_u128(8500 + u128::from(site_number))),
        entry: Entry::default(),
        innovation: LAMPS,
        site: site(site_number).id,
        on: day("2026-11-01"),
        rater: place(LEAD),
        scores: scores.iter().enumerate().map(score).collect(),
        note: None,
    }
}

/// Still in use, done on a day; of the innovation without sites.
pub fn review(kind: ReviewKind, due_on: &str, done_on: &str) -> SustainmentReview {
    SustainmentReview {
        id: SustainmentReviewId(Uuid::from_u128(8600 + kind as u128)),
        entry: Entry::default(),
        innovation: LAMPS,
        sites: vec![],
        kind,
        due_on: day(due_on),
        done_on: day(done_on),
        still_in_use: YesNo::Yes,
        outcome_held: OutcomeHeld::Yes,
        action: None,
    }
}

/// Since the first of January 2026.
pub fn commitment(number: u32, kind: CommitmentKind, to_on: Option<&str>) -> Commitment {
    Commitment {
        id: CommitmentId(Uuid::from_u128(8700 + u128::from(number))),
        entry: Entry::default(),
        innovation: LAMPS,
        kind,
        by: text("Cabinet"),
        organisation: None,
        council: None,
        from_on: day("2026-01-01"),
        to_on: to_on.map(day),
        decision: None,
        withdrawn_on: None,
    }
}

/// The budget was cut on a day.
pub fn setback(number: u32, on: &str) -> Setback {
    Setback {
        id: SetbackId(Uuid::from_u128(8800 + u128::from(number))),
        entry: Entry::default(),
        innovation: LAMPS,
        kind: SetbackKind::BudgetCut,
        on: day(on),
        what: text("A third of the budget was cut"),
        response: None,
        responded_on: None,
        resolved_on: None,
    }
}
