//! One record of each noun of scale-up.
use crate::furnished::id;
use domain::{testing::*, *};

/// Where it has spread to, whether it lasts, and who backs it.
pub(crate) fn spread(organisation: OrganisationId, said: &str) -> Decision {
    let ward = SiteId(id(organisation, 70));
    let step = site_moves(1, &[(SiteState::Live, "2026-05-01")]).remove(0);
    let adaptation =
        Adaptation { of: AdaptationOf::Peripheral, what: text(said), why: text(said), approved_by: Some(place(LEAD)) };
    let component = |one: CoreComponent| CoreComponent { name: text(said), why: text(said), ..one };
    let target = VerticalTarget { kind: VerticalKind::Roles, what: text(said), reached_on: None };
    let plan = ScalePlan {
        id: ScalePlanId(id(organisation, 76)),
        goal: text(said),
        owner: Some(text(said)),
        core_components: scale_plan().core_components.into_iter().map(component).collect(),
        vertical_targets: vec![target],
        ..scale_plan()
    };
    Decision::add(plan)
        .and_add(Site { id: ward, name: text(said), lead: Some(text(said)), adaptations: vec![adaptation], ..site(1) })
        .and_add(SiteMove { id: SiteMoveId(id(organisation, 77)), site: ward, reason: Some(text(said)), ..step })
        .and_add(ReachCount {
            id: ReachCountId(id(organisation, 71)),
            site: ward,
            unit: text(said),
            ..reach_count(1, 130, 200)
        })
        .and_add(FidelityCheck {
            id: FidelityCheckId(id(organisation, 72)),
            site: ward,
            note: Some(text(said)),
            ..fidelity_check(1, &[(3, YesNo::Yes), (2, YesNo::Partly)])
        })
        .and_add(EmbeddingCheck {
            id: EmbeddingCheckId(id(organisation, 78)),
            note: Some(text(said)),
            ..embedding_check(LEAD, &[Some(2), Some(1), None, Some(0)])
        })
        .and_add(SustainmentReview {
            id: SustainmentReviewId(id(organisation, 73)),
            sites: vec![ward],
            action: Some(text(said)),
            ..review(ReviewKind::SixMonths, "2026-11-01", "2026-11-10")
        })
        .and_add(Commitment {
            id: CommitmentId(id(organisation, 74)),
            by: text(said),
            organisation: Some(text(said)),
            ..commitment(1, CommitmentKind::Funding, Some("2027-03-24"))
        })
        .and_add(Setback { id: SetbackId(id(organisation, 75)), what: text(said), ..setback(1, "2026-06-01") })
}
