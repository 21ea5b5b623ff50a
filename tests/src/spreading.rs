//! A record of each noun about spreading and lasting, for the furnished organisation; every text holds the mark.
use crate::furnished::id;
use domain::{testing::*, *};

/// With the decision that founds it. The site has gone live.
pub fn spreading(founding: Decision, organisation: OrganisationId, said: &str) -> Decision {
    let site_id = SiteId(id(organisation, 71));
    let component = |one: CoreComponent| CoreComponent { name: text(said), why: text(said), ..one };
    let plan = scale_plan();
    let moves = site_moves(1, &[(SiteState::Live, "2026-05-01")]);
    let moves = moves.into_iter().map(|one| SiteMove { site: site_id, reason: Some(text(said)), ..one });
    let check = fidelity_check(1, &[(3, YesNo::Yes)]);
    let score = |one: ComponentScore| ComponentScore { component: text(said), ..one };
    let founding = founding
        .and_add(ScalePlan {
            id: ScalePlanId(id(organisation, 70)),
            goal: text(said),
            owner: Some(text(said)),
            core_components: plan.core_components.clone().into_iter().map(component).collect(),
            vertical_targets: vec![VerticalTarget { kind: VerticalKind::Roles, what: text(said), reached_on: None }],
            ..plan
        })
        .and_add(Site { id: site_id, name: text(said), lead: Some(text(said)), ..site(1) })
        .and_add(ReachCount {
            id: ReachCountId(id(organisation, 72)),
            site: site_id,
            unit: text(said),
            ..reach_count(1, 130, 200)
        })
        .and_add(FidelityCheck {
            id: FidelityCheckId(id(organisation, 73)),
            site: site_id,
            note: Some(text(said)),
            scores: check.scores.clone().into_iter().map(score).collect(),
            ..check
        })
        .and_add(EmbeddingCheck {
            id: EmbeddingCheckId(id(organisation, 74)),
            note: Some(text(said)),
            ..embedding_check(LEAD, &[Some(2)])
        })
        .and_add(SustainmentReview {
            id: SustainmentReviewId(id(organisation, 75)),
            sites: vec![site_id],
            action: Some(text(said)),
            ..review(ReviewKind::SixMonths, "2026-11-01", "2026-11-01")
        })
        .and_add(Commitment {
            id: CommitmentId(id(organisation, 76)),
            by: text(said),
            organisation: Some(text(said)),
            ..commitment(1, CommitmentKind::Funding, Some("2027-03-31"))
        })
        .and_add(Setback {
            id: SetbackId(id(organisation, 77)),
            what: text(said),
            response: Some(text(said)),
            responded_on: Some(day("2026-11-01")),
            ..setback(1, "2026-10-01")
        });
    moves.fold(founding, Decision::and_add)
}
