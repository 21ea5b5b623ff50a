//! Risks: what was feared, how it was scored over time, and what is done. Days are days ago; to come is negative.
use super::people;
use crate::{
    risk::{Hazard, opportunity, threat},
    trouble::{Trouble, trouble},
};
use domain::RiskCategory::{
    DataProtection, Delivery, Finance, Legal, Partners, People, Reputation, Safeguarding, Technology,
};
use domain::{Severity, YesNo};

pub(crate) static TS_1: &[Hazard] = &[
    threat(
        Finance,
        [
            "the grant ends and neither council has decided who pays",
            "a funding cliff",
            "end the guarantee while people hold leases",
        ],
        (5, 5),
        (3, 5),
        268,
    )
    .reviewed(&[
        (160, 3, 5, "Both leaders know."),
        (70, 4, 5, "Neither budget has a line for it."),
        (17, 4, 5, "Not on either agenda this month."),
    ])
    .finished("Write to both leaders with the cost of each month", 150, 110, 108)
    .due(-45),
    threat(
        Reputation,
        ["one lease in ten breaks down", "a story of damage told by a landlord", "frighten other landlords away"],
        (4, 4),
        (3, 4),
        540,
    )
    .reviewed(&[(300, 2, 4, "Repairs are paid within a week."), (60, 2, 4, "No landlord has left because of damage.")])
    .due(-33),
    opportunity(
        Partners,
        ["the housing association has empty flats", "a tenth cluster", "house eleven more people"],
        (3, 3),
        90,
    )
    .due(-20),
];

pub(crate) static TS_2: &[Hazard] = &[
    threat(
        People,
        ["the first lesson is short", "tablets that stay in a drawer", "waste the trial"],
        (4, 3),
        (4, 3),
        296,
    )
    .reviewed(&[(200, 4, 3, "Use falls after the third week.")])
    .closed(141, "The trial has ended."),
    threat(
        Safeguarding,
        ["people are new to the web", "somebody cheated of money", "hurt a person we meant to help"],
        (3, 4),
        (2, 3),
        294,
    )
    .controls("Tablets open five pages only.")
    .closed(141, "The trial has ended and nobody was cheated."),
];

pub(crate) static TS_3: &[Hazard] = &[
    threat(
        Technology,
        ["a sensor speaks up at every shower", "alert fatigue", "hide the alert that matters"],
        (4, 3),
        (3, 3),
        148,
    )
    .reviewed(&[
        (92, 4, 3, "41 alerts in a week, six of them real."),
        (26, 3, 3, "Alerts now wait for two wet nights."),
    ])
    .action("Agree with the repairs team which alerts count", 92, -16)
    .due(-65),
    threat(
        DataProtection,
        ["readings show when people are at home", "readings used for something else", "break the trust of tenants"],
        (3, 5),
        (2, 4),
        310,
    )
    .controls("The assessment is done; readings are kept for 90 days and seen by two people.")
    .tested(YesNo::Yes, 31)
    .considered(
        30,
        [
            "Damp is found weeks before anybody rings",
            "Readings are used to say who is at home",
            "One request for readings by anybody but the repairs team",
        ],
    )
    .reviewed(&[(150, 2, 4, "Assessment done."), (31, 2, 4, "The agreement is signed.")])
    .accepted(
        people::CHIEF_SALTMARSH,
        29,
        -120,
        "The agreement is signed, the assessment is done, and damp hurts children now. I look at it again in spring.",
    )
    .due(-60),
    threat(
        Partners,
        ["sensors speak to one supplier only", "supplier lock-in", "make a second estate cost what the supplier likes"],
        (4, 4),
        (4, 3),
        146,
    )
    .reviewed(&[(58, 4, 3, "A second supplier can read half of the sensors.")])
    .action("Write open readings into the next order", 58, 8),
];

pub(crate) static TS_4: &[Hazard] = &[
    threat(
        Reputation,
        ["some households get the old letter", "a feeling of being treated worse", "bring complaints to members"],
        (3, 3),
        (2, 3),
        92,
    )
    .reviewed(&[(34, 2, 3, "Two questions, no complaint.")]),
    threat(
        Legal,
        [
            "only older residents have been asked",
            "a letter that works worse for some",
            "treat disabled people or some communities less well",
        ],
        (3, 4),
        (3, 3),
        90,
    )
    .reviewed(&[(30, 3, 3, "Groups of disabled residents have not been asked yet.")])
    .action("Ask two groups of disabled residents to read offer C", 30, -11),
    threat(
        Delivery,
        ["letters go out with the yearly bills", "a queue at the printer", "move the next trial by a month"],
        (3, 3),
        (3, 2),
        60,
    ),
    opportunity(
        Finance,
        ["offer C brings eleven points more", "plans instead of courts", "spare 1,000 households £95 each"],
        (4, 3),
        8,
    ),
];

pub(crate) static TS_5: &[Hazard] = &[
    threat(
        Delivery,
        [
            "the workshop changed what is to be built",
            "a test that starts late",
            "miss the spring in which most people build",
        ],
        (4, 3),
        (3, 3),
        18,
    )
    .action("Agree the smaller scope with the supplier", 18, -8),
    threat(
        Partners,
        [
            "agents send two in three applications",
            "agents who do not use it",
            "leave the number of invalid ones as it is",
        ],
        (4, 3),
        (3, 3),
        62,
    )
    .reviewed(&[(19, 2, 3, "Nine of twelve agents want to try it.")]),
    threat(
        Technology,
        ["the portal belongs to somebody else", "a check outside the portal", "make people type everything twice"],
        (3, 3),
        (3, 3),
        60,
    )
    .due(6),
];

pub(crate) static TS_6: &[Hazard] = &[
    threat(
        Safeguarding,
        ["things from the tip carry current", "a shock at the bench", "hurt a volunteer"],
        (3, 4),
        (1, 4),
        36,
    )
    .controls("An electrician checks each Saturday; the bench has its own switch.")
    .tested(YesNo::Yes, 10)
    .action("Ask the Library of Things in Aldermere for its guide", 36, -5),
    threat(
        People,
        ["four volunteers have said yes", "a Saturday without anybody", "send people home with broken things"],
        (3, 2),
        (3, 2),
        34,
    ),
];

pub(crate) static ISSUES: &[(&str, Trouble)] = &[
    (
        "TS-1",
        trouble("A landlord has waited eight weeks for a repair to be paid", Severity::Three, 130, 110)
            .resolved(112, "Paid; the repairs fund is now drawn on every week."),
    ),
    (
        "TS-3",
        trouble("The data-sharing agreement is not signed by the second council", Severity::One, 120, 60)
            .resolved(31, "Signed by both."),
    ),
    ("TS-3", trouble("Eleven sensors on the second estate are silent", Severity::Three, 14, -21)),
];
