//! Spend, time, meetings, decisions and what was promised. Days are days ago; to come is negative.
use super::{
    PARTNERSHIP,
    people::{
        CHIEF_SALTMARSH, CHIEF_THORNBECK, COMMUNITIES, CREW, HOUSING, LEADER_SALTMARSH, LEADER_THORNBECK, MANAGER,
        REVENUES, SALTMARSH, THORNBECK,
    },
};
use crate::{
    deed::Deeds,
    people::Who,
    record::{By, Decides, Meets, decides, promise},
    spend::{Given, gave},
};
use domain::{
    FormalDecisionKind::{Funding, Other, Scope},
    MeetingKind::{Joint, Retrospective},
};

pub(super) fn tell(deeds: &mut Deeds) {
    PARTNERSHIP.spend(&[], deeds);
    PARTNERSHIP.give(TIME, deeds);
    PARTNERSHIP.meet(MEETINGS, deeds);
    PARTNERSHIP.decide(DECISIONS, deeds);
}

/// In half days. Only the damp sensors have a lead with eight days.
static TIME: &[Given] = &[
    gave("TS-1", COMMUNITIES, 12, &[12, 11, 12], 12),
    gave("TS-1", CHIEF_SALTMARSH, 2, &[2, 2, 1], 12),
    gave("TS-3", HOUSING, 18, &[17, 18, 16, 18], 12),
    gave("TS-3", CHIEF_SALTMARSH, 2, &[1, 2, 2], 12),
    gave("TS-4", REVENUES, 14, &[14, 13, 14], 5),
    gave("TS-5", COMMUNITIES, 8, &[8, 7], 1),
    gave("TS-6", CREW, 6, &[6], 1),
];

const BOARD: &[Who] = &[CHIEF_THORNBECK, LEADER_THORNBECK, LEADER_SALTMARSH, MANAGER, COMMUNITIES, HOUSING, REVENUES];

const MEETING: Meets = Meets {
    body: "Joint Innovation Board",
    kind: Joint,
    ago: 0,
    team: "",
    chair: LEADER_THORNBECK,
    attendees: BOARD,
    others: "The housing association",
    notes: "",
    promises: &[],
};

/// A team looks back at how it works.
const RETROSPECTIVE: Meets = Meets { kind: Retrospective, ..MEETING };

/// Four of what was promised is overdue.
static MEETINGS: &[Meets] = &[
    Meets {
        ago: 98,
        notes: "Landlords may leave with two months’ notice. The sensors go to a third estate.",
        promises: &[
            promise("Tell landlords about the new notice", COMMUNITIES, 77, Some(80)),
            promise("Ask the fire service about the sensors’ batteries", HOUSING, 56, None),
        ],
        ..MEETING
    },
    Meets {
        ago: 56,
        notes: "The letter trial goes on with three offers.",
        promises: &[
            promise("Find who speaks for tenants with a disability", REVENUES, 28, None),
            promise("Cost a second data-sharing agreement", HOUSING, 21, None),
        ],
        ..MEETING
    },
    Meets {
        ago: 14,
        notes: "Thornbeck agrees to carry on the lettings guarantee; Saltmarsh waits for its budget.",
        promises: &[
            promise("Set out what happens when the grant ends", COMMUNITIES, 4, None),
            promise("Show the householder form to three agents", COMMUNITIES, -21, None),
        ],
        ..MEETING
    },
    Meets { ago: -14, ..MEETING },
    Meets {
        body: "Damp Sensors team",
        ago: 22,
        team: "TS-3",
        chair: HOUSING,
        attendees: &[HOUSING],
        others: "",
        notes: "What held us up was one annex. Next time the lawyers sit at the table from the first week.",
        ..RETROSPECTIVE
    },
    Meets {
        body: "Pay by Plan team",
        ago: 32,
        team: "TS-4",
        chair: REVENUES,
        attendees: &[REVENUES],
        others: "The contact centre",
        notes: "Two letters in one week were too much for those who answer them: one at a time from now on.",
        ..RETROSPECTIVE
    },
];

/// Twelve in half a year: four by leads and sponsors; the board took 19 days in the middle. One waits for a council.
static DECISIONS: &[Decides] = &[
    Decides {
        with: &["Guild of Private Landlords"],
        ..decides(
            "TS-1",
            "Let landlords leave with two months’ notice",
            Scope,
            107,
            &[(Some(SALTMARSH), Some(By::Meeting(98)))],
            "Three landlords who left said that a year was why; two months is what the market has.",
        )
    },
    decides(
        "TS-3",
        "Take the sensors to a third estate",
        Scope,
        122,
        &[(Some(SALTMARSH), Some(By::Meeting(98)))],
        "Two estates have shown that the alerts come in time; the third has the oldest homes.",
    ),
    decides(
        "TS-3",
        "Pay for a second year of the sensors’ data line",
        Funding,
        128,
        &[(Some(SALTMARSH), Some(By::Meeting(98)))],
        "Without it the sensors in place fall silent in March, and the trial has no winter.",
    ),
    decides(
        "TS-4",
        "Go on with three of the four letters",
        Scope,
        68,
        &[(Some(THORNBECK), Some(By::Meeting(56)))],
        "The fourth letter brought fewer answers than the old one in each of six weeks.",
    ),
    decides(
        "TS-1",
        "Raise the guarantee to £3,000 a lease",
        Funding,
        97,
        &[(Some(SALTMARSH), Some(By::Meeting(56)))],
        "Claims stand at a fifth of what was set aside, and rents have gone up by 9%.",
    ),
    decides(
        "TS-4",
        "Offer the plan to small firms as well",
        Scope,
        74,
        &[(Some(THORNBECK), Some(By::Meeting(56))), (Some(SALTMARSH), Some(By::Meeting(56)))],
        "Business rates are collected by the same team, and 40 firms have asked for it.",
    ),
    decides(
        "TS-3",
        "Share the damp readings with public health",
        Other,
        30,
        &[(Some(SALTMARSH), Some(By::Meeting(14)))],
        "The agreement is signed, and no reading can be traced to a person.",
    ),
    decides(
        "TS-6",
        "Open a repair bench at the second tip",
        Scope,
        34,
        &[(Some(THORNBECK), Some(By::Meeting(14)))],
        "It costs nothing, and a third of what was brought in the first month was mended.",
    ),
    decides(
        "TS-1",
        "Visit each new lease after two weeks",
        Scope,
        52,
        &[
            (Some(THORNBECK), Some(By::Person(CHIEF_THORNBECK, 45))),
            (Some(SALTMARSH), Some(By::Person(CHIEF_SALTMARSH, 45))),
        ],
        "Four of five leases that failed did so in the first month, and nobody had been there.",
    ),
    decides(
        "TS-3",
        "Send alerts to the tenant first",
        Scope,
        46,
        &[(Some(SALTMARSH), Some(By::Person(CHIEF_SALTMARSH, 40)))],
        "Tenants asked for it, and half of what is found can be put right by opening a vent.",
    ),
    Decides {
        with: &["Debt advice centre"],
        ..decides(
            "TS-4",
            "Write the letters in plain English only",
            Other,
            36,
            &[(Some(THORNBECK), Some(By::Person(CHIEF_THORNBECK, 33)))],
            "The legal wording stays on the back; the trial shows that people read the front.",
        )
    },
    Decides {
        with: &["Forum of planning agents"],
        ..decides(
            "TS-5",
            "Try the check on householder applications only",
            Scope,
            55,
            &[(Some(THORNBECK), Some(By::Person(COMMUNITIES, 50)))],
            "A third of them come in without what is needed; the rest are too few to learn from.",
        )
    },
    Decides {
        planned_for: Some(-14),
        ..decides(
            "TS-1",
            "Carry on the lettings guarantee when the grant ends",
            Funding,
            40,
            &[(Some(THORNBECK), Some(By::Meeting(14))), (Some(SALTMARSH), None)],
            "Each lease costs a quarter of a year in temporary housing; Thornbeck’s share is in its budget.",
        )
    },
];
