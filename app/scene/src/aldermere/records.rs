//! Spend, time, meetings, decisions and what was promised. Days are days ago; to come is negative.
use super::{
    ALDERMERE,
    people::{ADMINISTRATOR, ADULTS, CHIEF, FINANCE, HOUSING, MANAGER, STREETS},
};
use crate::{
    deed::Deeds,
    people::Who,
    record::{By, Decides, Meets, decides, promise},
    spend::{Given, Slow, gave},
};
use domain::{
    DecisionOutcome::AgreedWithConditions,
    FormalDecisionKind::{Funding, Other, RiskAcceptance, Scope},
    MeetingKind::Board,
    OrganisationInput, Pence,
};

pub(super) fn tell(deeds: &mut Deeds) {
    // As its constitution says.
    deeds.tell(ALDERMERE.founded, ADMINISTRATOR, |seen, _| {
        let organisation = seen.organisation();
        let input = OrganisationInput {
            name: organisation.name.clone(),
            short_code: organisation.short_code.clone(),
            key_decision: Some(Pence(50_000_000)),
            call_in_days: None,
            lead_limit: None,
        };
        seen.edit_organisation(input, organisation.entry.version)
    });
    ALDERMERE.spend(SLOW, deeds);
    ALDERMERE.give(TIME, deeds);
    ALDERMERE.meet(MEETINGS, deeds);
    ALDERMERE.decide(DECISIONS, deeds);
}

/// The robot has spent 38 parts of a hundred when 70 parts of its time have gone.
const SLOW: &[Slow] = &[("AC-5", 0, 38)];

/// In half days. Two of four have a lead with eight days and a team that gives what it promised.
static TIME: &[Given] = &[
    gave("AC-2", HOUSING, 12, &[10, 6, 4, 2], 12),
    gave("AC-2", CHIEF, 2, &[2, 1, 0], 12),
    gave("AC-3", STREETS, 20, &[20, 18, 21, 19], 14),
    gave("AC-3", CHIEF, 2, &[2, 2, 1, 2], 14),
    gave("AC-4", ADULTS, 24, &[22, 26, 24, 23], 12),
    gave("AC-4", CHIEF, 4, &[4, 3, 4], 12),
    gave("AC-5", HOUSING, 12, &[12, 10, 8, 6], 8),
    gave("AC-5", FINANCE, 2, &[1, 2, 1], 8),
];

const BOARD: &[Who] = &[CHIEF, FINANCE, MANAGER, ADULTS, STREETS, HOUSING];

const MEETING: Meets = Meets {
    body: "Transformation Board",
    kind: Board,
    ago: 0,
    team: "",
    chair: CHIEF,
    attendees: BOARD,
    others: "",
    notes: "",
    promises: &[],
};

/// Five of what was promised is overdue.
static MEETINGS: &[Meets] = &[
    Meets {
        ago: 161,
        notes: "Front Door Plus is paid for in its second wave. The board wants to see the robot’s first month.",
        promises: &[
            promise("Send the wave 2 contracts to the four localities", ADULTS, 140, Some(143)),
            promise("Bring the robot’s first month to the board", HOUSING, 119, Some(119)),
        ],
        ..MEETING
    },
    Meets {
        ago: 119,
        notes: "The robot stays in three blocks until its sensors are mended.",
        promises: &[promise("Write to tenants about the sensors", HOUSING, 98, None)],
        ..MEETING
    },
    Meets {
        ago: 77,
        notes: "Local Pound waits for the new procurement rules.",
        promises: &[
            promise("Ask the monitoring officer when the new rules apply", MANAGER, 49, None),
            promise("Show where the backlog of reports stands", STREETS, 56, Some(58)),
        ],
        ..MEETING
    },
    Meets {
        ago: 49,
        notes: "One Report It has its base budget. Warm Streets has waited for a decision for more than a year.",
        promises: &[
            promise("Set out the two ways to roll out Warm Streets, with costs", HOUSING, 28, None),
            promise("Say what the NHS partner needs to stay", ADULTS, 21, None),
        ],
        ..MEETING
    },
    Meets {
        ago: 21,
        notes: "The third wave of Front Door Plus is agreed with a condition.",
        promises: &[
            promise("Find a venue for the third wave", ADULTS, 7, None),
            promise("Publish the survey of residents", STREETS, -14, None),
        ],
        ..MEETING
    },
    Meets { ago: -7, ..MEETING },
];

/// Ten about innovations in half a year: five by leads and sponsors; the board took 28 days in the middle. Nothing
/// about the robot for 90 days, nothing about Warm Streets since its evaluation.
static DECISIONS: &[Decides] = &[
    decides(
        "AC-4",
        "Pay for wave 2 in four localities",
        Funding,
        189,
        &[(None, Some(By::Meeting(161)))],
        "Wave 1 kept 61 people out of hospital, and the board’s limit covers the cost.",
    ),
    decides(
        "AC-5",
        "Keep the robot in three blocks until its sensors are mended",
        Scope,
        154,
        &[(None, Some(By::Meeting(119)))],
        "More blocks would only repeat the same fault; tenants would be called out for nothing.",
    ),
    decides(
        "AC-6",
        "Wait for the new procurement rules before lots are split",
        Scope,
        119,
        &[(None, Some(By::Meeting(77)))],
        "Lots split under the old rules would have to be let again within a year.",
    ),
    decides(
        "AC-3",
        "Give One Report It a base budget",
        Funding,
        70,
        &[(None, Some(By::Meeting(49)))],
        "All 18 wards use it, and the reserve that pays for it ends with the financial year.",
    ),
    Decides {
        outcome: AgreedWithConditions,
        with: &["NHS integrated care board"],
        ..decides(
            "AC-4",
            "Begin the third wave in April",
            Scope,
            35,
            &[(None, Some(By::Meeting(21)))],
            "Agreed if two link workers are in post by the end of February.",
        )
    },
    decides(
        "AC-4",
        "Let localities choose their own opening hours",
        Scope,
        147,
        &[(None, Some(By::Person(ADULTS, 140)))],
        "Two localities share a building with a school and cannot open before nine.",
    ),
    decides(
        "AC-4",
        "Accept that link workers are hired for one year only",
        RiskAcceptance,
        40,
        &[(None, Some(By::Person(CHIEF, 33)))],
        "A longer promise is not ours to make before the budget is set; the score is looked at each month.",
    ),
    decides(
        "AC-3",
        "Close the old e-mail address for street reports",
        Scope,
        98,
        &[(None, Some(By::Person(STREETS, 95)))],
        "Only 4 reports came that way last month, and each was typed in again by hand.",
    ),
    decides(
        "AC-3",
        "Share the reports with the water company each night",
        Other,
        30,
        &[(None, Some(By::Person(CHIEF, 26)))],
        "A third of flooding reports are theirs to mend; the data-sharing agreement is signed.",
    ),
    decides(
        "AC-1",
        "Lend pressure washers from two libraries only",
        Other,
        66,
        &[(None, Some(By::Person(STREETS, 61)))],
        "They need a drain to be cleaned over, which the other five do not have.",
    ),
    Decides {
        effect: Some(1_200_000),
        planned_for: Some(-7),
        ..decides("AC-2", "Roll Warm Streets out to 400 homes, or stop", Funding, 49, &[(None, None)], "")
    },
];
