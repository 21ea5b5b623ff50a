//! Measures with their readings, and money. Days are days ago; to come is negative.
use crate::{
    measure::{Measured, outcome, trial},
    money::{Money, line},
};
use domain::{
    Better::{Higher, Lower},
    BudgetKind::{Base, Partner, Reserve},
};

pub(crate) const AC_INDEPENDENT: Measured = outcome(
    "Adults still at home 91 days after leaving hospital",
    "%",
    Higher,
    [(79.0, 1400), (88.0, -500)],
    "Adult social care return",
    &[
        (1210, 79.5, ""),
        (1028, 80.4, ""),
        (846, 80.9, ""),
        (664, 82.1, ""),
        (482, 83.0, ""),
        (300, 84.2, ""),
        (118, 85.1, ""),
    ],
);
pub(crate) const AC_HOMES: Measured = outcome(
    "Households in temporary homes",
    "households",
    Lower,
    [(412.0, 1400), (260.0, -500)],
    "Housing return",
    &[
        (1210, 418.0, ""),
        (1028, 431.0, "A block of 40 flats was closed for fire safety."),
        (846, 420.0, ""),
        (664, 399.0, ""),
        (482, 371.0, ""),
        (300, 352.0, ""),
        (118, 338.0, ""),
    ],
);
pub(crate) const AC_PLACES: Measured = outcome(
    "Carbon from council buildings and vehicles",
    "tonnes",
    Lower,
    [(18_400.0, 1400), (11_000.0, -500)],
    "Energy team, from meters and fuel cards",
    &[
        (1210, 18_150.0, ""),
        (1028, 17_300.0, ""),
        (846, 16_900.0, ""),
        (664, 15_800.0, ""),
        (482, 15_100.0, ""),
        (300, 14_400.0, ""),
        (118, 13_900.0, ""),
    ],
);
pub(crate) const AC_SERVICES: Measured = outcome(
    "Requests settled at the first contact",
    "%",
    Higher,
    [(58.0, 1400), (75.0, -500)],
    "Contact centre",
    &[
        (1210, 58.0, ""),
        (1028, 57.0, "The telephone system failed for nine days."),
        (846, 60.0, ""),
        (664, 63.0, ""),
        (482, 65.0, ""),
        (300, 68.0, ""),
        (118, 70.0, ""),
    ],
);
/// Nobody has agreed a target.
pub(crate) const AC_MONEY: Measured = Measured {
    baseline: None,
    target: None,
    ..outcome(
        "Spending with firms in the city",
        "%",
        Higher,
        [(0.0, 1400), (0.0, -500)],
        "Purchase ledger",
        &[(846, 31.0, ""), (482, 32.5, ""), (118, 32.0, "")],
    )
};

pub(crate) static AC_2: &[Measured] = &[trial(
    "Energy used by a pilot home",
    "% of the year before",
    Lower,
    [(100.0, 790), (80.0, 400)],
    "Smart meters of 58 homes, weather taken out",
    780,
    &[
        (690, 99.0, ""),
        (560, 92.0, ""),
        (500, 86.0, ""),
        (430, 81.0, "The evaluation: 19% saved."),
        (240, 81.0, ""),
        (80, 81.5, ""),
    ],
)];
pub(crate) static AC_3: &[Measured] = &[
    trial(
        "Reports that came twice",
        "%",
        Lower,
        [(41.0, 690), (15.0, 60)],
        "Street services system",
        680,
        &[(600, 40.0, ""), (500, 31.0, ""), (390, 24.0, ""), (280, 19.0, ""), (160, 16.0, ""), (66, 14.0, "")],
    ),
    trial(
        "Residents content with the answer",
        "%",
        Higher,
        [(52.0, 690), (70.0, -60)],
        "Text message after each report",
        680,
        &[(600, 53.0, ""), (500, 58.0, ""), (390, 61.0, ""), (280, 64.0, ""), (160, 65.0, ""), (66, 67.0, "")],
    ),
];
pub(crate) static AC_4: &[Measured] = &[
    trial(
        "Callers who leave with something arranged",
        "%",
        Higher,
        [(18.0, 590), (60.0, -180)],
        "Front desk log",
        585,
        &[(470, 24.0, ""), (380, 37.0, ""), (285, 44.0, ""), (190, 47.0, ""), (95, 51.0, ""), (12, 53.0, "")],
    ),
    trial(
        "Weeks of waiting for an assessment",
        "weeks",
        Lower,
        [(9.0, 590), (4.0, -180)],
        "Adult services system",
        585,
        &[(470, 9.0, ""), (380, 8.2, ""), (285, 7.1, ""), (190, 6.8, ""), (95, 6.0, ""), (12, 5.6, "")],
    ),
];
/// Agreed and never read.
pub(crate) static AC_5: &[Measured] = &[trial(
    "Repairs booked without a person",
    "%",
    Higher,
    [(0.0, 240), (40.0, -10)],
    "Voice robot’s own log",
    238,
    &[],
)];

pub(crate) static AC_1_MONEY: &[Money] = &[
    line(Reserve, "Innovation reserve", 42_000, Some(39_500), [1300, 770], 1296),
    line(Base, "Libraries", 61_000, Some(61_000), [769, -495], 765),
];
pub(crate) static AC_2_MONEY: &[Money] = &[
    line(Reserve, "Climate reserve", 480_000, Some(496_000), [800, 130], 798),
    line(Base, "Housing revenue account", 60_000, Some(60_000), [236, -128], 236),
];
pub(crate) static AC_3_MONEY: &[Money] = &[
    line(Reserve, "Digital reserve", 155_000, Some(149_000), [700, 172], 698),
    line(Base, "Street services", 118_000, Some(118_000), [171, -494], 168),
    line(Reserve, "Digital reserve", 46_000, Some(46_000), [171, -128], 168),
];
pub(crate) static AC_4_MONEY: &[Money] = &[
    line(Base, "Adult services", 640_000, Some(655_000), [480, -494], 476),
    line(Partner, "NHS integrated care board", 310_000, Some(310_000), [290, -250], 284),
];
/// Seven tenths of its time have gone.
pub(crate) static AC_5_MONEY: &[Money] = &[line(Reserve, "Digital reserve", 260_000, Some(248_000), [210, -90], 208)];
pub(crate) static AC_6_MONEY: &[Money] = &[line(Base, "Procurement", 38_000, Some(21_000), [420, -128], 416)];
