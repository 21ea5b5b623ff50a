//! Measures with their readings, and money. Days are days ago; to come is negative.
use super::people::{SALTMARSH, THORNBECK};
use crate::{
    measure::{Measured, outcome, trial},
    money::{Money, line},
};
use domain::{
    Better::{Higher, Lower},
    BudgetKind::{Base, Grant, NilCost, Reserve},
};

pub(crate) const TS_INDEPENDENT: Measured = outcome(
    "People over 75 who feel alone on most days",
    "%",
    Lower,
    [(34.0, 800), (25.0, -480)],
    "Residents’ survey",
    &[(610, 34.0, ""), (428, 33.0, ""), (246, 31.5, ""), (64, 30.0, "")],
);
pub(crate) const TS_HOMES: Measured = outcome(
    "Weeks from losing a home to having another",
    "weeks",
    Lower,
    [(21.0, 800), (8.0, -480)],
    "Housing options",
    &[(610, 20.0, ""), (428, 17.0, ""), (246, 14.5, ""), (64, 12.0, "")],
);
pub(crate) const TS_PLACES: Measured = outcome(
    "Waste of each household",
    "kilograms",
    Lower,
    [(512.0, 800), (440.0, -480)],
    "Waste data returns",
    &[(610, 509.0, ""), (428, 503.0, ""), (246, 497.0, ""), (64, 494.0, "")],
);
pub(crate) const TS_SERVICES: Measured = outcome(
    "Householder applications that are right on arrival",
    "%",
    Higher,
    [(61.0, 800), (85.0, -480)],
    "Planning register",
    &[(610, 62.0, ""), (428, 64.0, ""), (246, 65.0, ""), (64, 66.0, "")],
);
pub(crate) const TS_MONEY: Measured = outcome(
    "Households behind with council tax that keep a plan",
    "%",
    Higher,
    [(22.0, 800), (45.0, -480)],
    "Revenues system",
    &[(610, 22.0, ""), (428, 23.5, ""), (246, 24.0, ""), (64, 27.0, "")],
);
pub(crate) static TS_1: &[Measured] = &[
    trial(
        "People who hold a lease",
        "people",
        Higher,
        [(0.0, 680), (90.0, -200)],
        "Housing options",
        675,
        &[
            (550, 6.0, ""),
            (450, 17.0, ""),
            (360, 29.0, ""),
            (262, 38.0, ""),
            (170, 49.0, ""),
            (80, 57.0, ""),
            (10, 61.0, ""),
        ],
    ),
    trial(
        "Leases that last a year",
        "%",
        Higher,
        [(54.0, 680), (85.0, -120)],
        "Housing options",
        675,
        &[(360, 80.0, ""), (262, 84.0, ""), (170, 86.0, ""), (80, 88.0, "")],
    ),
];
pub(crate) static TS_2: &[Measured] = &[trial(
    "Tablets used in the last week",
    "%",
    Higher,
    [(0.0, 290), (50.0, 150)],
    "Device reports",
    288,
    &[(230, 61.0, ""), (190, 39.0, ""), (150, 28.0, "After eight weeks at home.")],
)];
pub(crate) static TS_3: &[Measured] = &[trial(
    "Days from an alert to a visit",
    "days",
    Lower,
    [(31.0, 290), (5.0, -120)],
    "Repairs system",
    285,
    &[(210, 27.0, ""), (145, 16.0, ""), (96, 11.0, ""), (24, 8.0, "")],
)];
pub(crate) static TS_4: &[Measured] = &[trial(
    "Households that answer the first letter",
    "%",
    Higher,
    [(66.0, 100), (72.0, -60)],
    "Revenues system, 600 letters of each kind",
    98,
    &[(40, 70.0, "Offer B."), (8, 77.0, "Offer C: 11 points more than the old letter.")],
)];
pub(crate) static TS_1_MONEY: &[Money] = &[
    line(Grant, "Rough sleeping grant", 405_000, Some(412_000), [560, -120], 556).of(SALTMARSH),
    line(Grant, "Rough sleeping grant", 275_000, Some(275_000), [560, -120], 556).of(THORNBECK),
    line(Reserve, "Housing reserve", 60_000, Some(60_000), [270, -490], 268).of(SALTMARSH),
    line(Reserve, "Housing reserve", 45_000, Some(45_000), [270, -490], 268).of(THORNBECK),
];
pub(crate) static TS_2_MONEY: &[Money] = &[
    line(Grant, "Digital inclusion fund", 24_000, Some(16_800), [300, 140], 296).of(THORNBECK),
    line(Base, "Communities", 6_000, Some(4_100), [300, 140], 296).of(SALTMARSH),
];
pub(crate) static TS_3_MONEY: &[Money] = &[
    line(Base, "Housing revenue account", 210_000, Some(218_000), [300, -494], 296).of(SALTMARSH),
    line(Base, "Housing revenue account", 40_000, Some(40_000), [150, -494], 148).of(THORNBECK),
];
pub(crate) static TS_4_MONEY: &[Money] = &[
    line(Base, "Revenues", 9_000, Some(8_200), [200, -128], 196).of(THORNBECK),
    line(Base, "Revenues", 9_000, Some(8_200), [200, -128], 196).of(SALTMARSH),
];
pub(crate) static TS_5_MONEY: &[Money] = &[line(Base, "Planning", 12_000, None, [70, -128], 66).of(THORNBECK)];
pub(crate) static TS_6_MONEY: &[Money] = &[Money {
    nil_reason: "Volunteers bring their own tools, and the bench was on the tip.",
    ..line(NilCost, "Volunteers", 0, None, [40, -90], 39).of(THORNBECK)
}];
