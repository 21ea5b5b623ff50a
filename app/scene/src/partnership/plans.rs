//! Milestones: planned, slipped, done. Days are days ago; to come is negative.
use crate::plan::{Point, point, wait, wait_for};
use domain::MilestoneKind::{Decision, Delivery, External, Gate};

pub(crate) static TS_1: &[Point] = &[
    point("First guaranteed lease", Delivery, 680, 610).done(602),
    point("Three clusters live", Delivery, 268, 240).done(236),
    point("Seven clusters live", Delivery, 268, 30)
        .critical("A landlord, a support worker and a first tenant in each.")
        .slipped(&[(120, -30, "Two landlords sold."), (41, -62, "A new landlord starts after Christmas.")])
        .waits(&[wait(60, "TS-3", "Sensors in 320 homes", 14)]),
    point("Helpline open at weekends", Delivery, 160, 45).slipped(&[(60, 30, "The rota was agreed later.")]).done(30),
    point("Decide which cluster comes next", Decision, 120, 45).done(45),
    point("Grant ends", External, 268, -120),
    point("Decide who pays after the grant", Decision, 110, 14).slipped(&[(
        18,
        -24,
        "Neither Cabinet had room on its agenda.",
    )]),
    point("Decide whether it is embedded", Gate, 268, -180).waits(&[
        wait(100, "TS-1", "Decide who pays after the grant", 90),
        wait(100, "TS-1", "Seven clusters live", 60),
    ]),
];
pub(crate) static TS_2: &[Point] = &[
    point("Fifty tablets lent", Delivery, 298, 220).done(212),
    point("Result after eight weeks", Decision, 298, 155).done(150),
];
pub(crate) static TS_3: &[Point] = &[
    point("Data-sharing agreement signed", Decision, 220, 120)
        .critical("Both councils and the supplier have signed.")
        .slipped(&[
            (126, 80, "The supplier’s lawyers changed."),
            (84, 45, "One annex is missing."),
            (48, 30, "Signature next week."),
        ])
        .done(30),
    point("Sensors on the first estate", Delivery, 148, 110).done(104),
    point("Sensors in 320 homes", Delivery, 148, 10)
        .slipped(&[(64, -44, "The second estate waited for the agreement.")])
        .waits(&[
            wait(147, "TS-3", "Data-sharing agreement signed", 30),
            wait_for(120, "Housing association: data-sharing agreement for the third estate", 21, Some(90)),
        ]),
    point("Leaflet in six languages", Delivery, 100, 20).slipped(&[(24, 6, "Two translations are being checked.")]),
    point("Tenants see their own readings", Delivery, 60, -35),
    point("Decide on Scale", Gate, 148, -150)
        .waits(&[wait(90, "TS-3", "Sensors in 320 homes", 90), wait(58, "TS-3", "Tenants see their own readings", 60)]),
];
pub(crate) static TS_4: &[Point] = &[
    point("First 600 letters sent", Delivery, 93, 70).done(68),
    point("Third offer measured", Delivery, 60, 12).done(8),
    point("Decide on a pilot", Gate, 93, -100)
        .slipped(&[(26, -114, "The third offer was worth waiting for.")])
        .waits(&[wait(58, "TS-4", "Third offer measured", 21)]),
];
pub(crate) static TS_5: &[Point] =
    &[point("Workshop with twelve agents", Delivery, 64, 22).done(20), point("Decide on a test", Gate, 64, 18)];
pub(crate) static TS_6: &[Point] = &[
    point("First corner opens", Delivery, 38, -16).waits(&[wait_for(
        30,
        "Library of Things, Aldermere: two benches on loan",
        7,
        Some(-5),
    )]),
    point("Decide on a test", Gate, 38, -51),
];
