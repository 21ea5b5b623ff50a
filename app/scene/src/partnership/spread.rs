//! Where Street to Lease has spread to. Days are days ago; to come is negative.
use super::people::{SALTMARSH, THORNBECK};
use crate::spread::{Reviewed, Spreads, spot};
use domain::{
    OutcomeHeld, ReviewKind, ScaleApproach, SiteKind,
    SiteState::{Agreed, Engaged, Live, Preparing},
    VerticalKind, YesNo,
};

pub(super) static SPREADS: &[Spreads] = &[Spreads {
    code: "TS-1",
    planned: 276,
    goal: "Nine clusters of private landlords let with the guarantee, in both districts.",
    approach: ScaleApproach::Adapt,
    core: &[
        ("The councils guarantee the rent", "It is what landlords ask for first.", 3),
        ("A lease of one’s own", "A licence can be ended within a day.", 3),
        ("Somebody to ring, also at weekends", "Trouble comes on a Saturday.", 2),
    ],
    vertical: &[(VerticalKind::Policy, "The guarantee in the housing strategy of both councils", None)],
    owner: "Housing options manager",
    from: 270,
    to: -110,
    kind: SiteKind::Estate,
    places: &[
        spot("Bridge Street cluster", 1, 9, 240, &[(Agreed, 268, ""), (Live, 240, "")]).of(SALTMARSH),
        spot("Harbour Row cluster", 1, 8, 240, &[(Agreed, 268, ""), (Live, 238, "")]).of(SALTMARSH),
        spot("Station cluster", 1, 8, 240, &[(Agreed, 266, ""), (Live, 236, "")]).of(THORNBECK),
        spot("Market cluster", 2, 7, 110, &[(Engaged, 180, ""), (Live, 100, "")]).of(THORNBECK),
        spot("Priory cluster", 2, 7, 110, &[(Engaged, 178, ""), (Live, 100, "")]).of(SALTMARSH),
        spot("Canal cluster", 2, 6, 30, &[(Engaged, 150, ""), (Agreed, 125, ""), (Preparing, 30, "")]).of(SALTMARSH),
        spot("Moor Lane cluster", 2, 6, 30, &[(Engaged, 148, "")]).of(THORNBECK),
        spot("Quay cluster", 3, 6, -62, &[(Engaged, 140, ""), (Agreed, 118, "")]).of(SALTMARSH),
        spot("Upper Town cluster", 3, 5, -62, &[]).of(THORNBECK),
    ],
    rated: &[],
    checked: &[],
    counted: &[],
    reviewed: &[Reviewed {
        ago: 50,
        kind: ReviewKind::SixMonths,
        places: &["Bridge Street cluster"],
        in_use: YesNo::Yes,
        held: OutcomeHeld::Yes,
        action: "",
    }],
}];
