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

pub(crate) static AC_1: &[Hazard] = &[
    threat(
        Safeguarding,
        ["tools are lent without a lesson", "an injury at home", "hurt a resident and close the service"],
        (3, 4),
        (2, 3),
        1150,
    )
    .controls("Every tool is tested and goes out with a one-page guide.")
    .tested(YesNo::Yes, 420)
    .reviewed(&[(760, 1, 3, "No injury in 9,000 loans."), (420, 1, 3, "Still none; looked at with the insurer.")])
    .due(-60),
    threat(
        Finance,
        ["things wear out sooner than planned", "a bill for new stock", "use up the libraries’ small budget"],
        (4, 3),
        (3, 2),
        700,
    )
    .reviewed(&[(430, 2, 2, "Repairs by volunteers keep the cost down.")])
    .closed(401, "Part of the libraries’ budget now."),
];

pub(crate) static AC_2: &[Hazard] = &[
    threat(
        Delivery,
        ["no decision has followed the evaluation", "the team breaking up", "lose what was learned about street work"],
        (5, 4),
        (3, 4),
        420,
    )
    .reviewed(&[(300, 4, 4, "Two of five surveyors have left."), (64, 4, 4, "A third has given notice.")])
    .action("Ask the Leader for a day on which it is decided", 64, -9),
    threat(
        Finance,
        ["the contractor’s prices end in spring", "a new tender at higher prices", "make each home £1,900 dearer"],
        (4, 4),
        (3, 4),
        300,
    )
    .reviewed(&[(62, 4, 4, "The contractor has confirmed the day.")])
    .due(-10),
    threat(
        Partners,
        ["the energy company changes its grants", "less help for each home", "leave owners with a larger share"],
        (3, 4),
        (3, 3),
        590,
    )
    .reviewed(&[
        (400, 3, 3, "The company has promised one more year."),
        (60, 2, 3, "Promised in writing until summer."),
    ]),
    threat(
        People,
        [
            "residents have waited a year for an answer",
            "neighbours who no longer want to take part",
            "break streets into single homes",
        ],
        (4, 3),
        (2, 3),
        380,
    )
    .reviewed(&[(58, 3, 3, "Seven of 58 homes would not do it again.")])
    .finished("Write to every pilot home with the results", 200, 150, 148),
    threat(
        Technology,
        ["walls were wrapped quickly", "damp behind the new layer", "mean repairs in homes that were sound"],
        (3, 4),
        (1, 4),
        560,
    )
    .controls("A surveyor opens one wall in ten after the first winter.")
    .tested(YesNo::Yes, 360)
    .reviewed(&[(360, 1, 4, "Six walls opened, all dry.")])
    .due(20),
    opportunity(
        Finance,
        ["a national scheme opens in spring", "money for whole streets", "pay for half of a rollout"],
        (3, 4),
        180,
    )
    .due(-30),
];

pub(crate) static AC_3: &[Hazard] = &[
    threat(
        Technology,
        ["the old street system is no longer supported", "a failure in a storm", "lose the reports of a day"],
        (4, 4),
        (3, 3),
        610,
    )
    .controls("Reports are copied every hour and can be read without the system.")
    .tested(YesNo::Yes, 70)
    .reviewed(&[
        (390, 3, 3, "Tested with the supplier."),
        (170, 2, 3, "Two storms without a loss."),
        (70, 2, 3, "No change."),
    ]),
    threat(
        People,
        [
            "crews type on small handsets in the rain",
            "reports closed without a picture",
            "make residents doubt the answer",
        ],
        (4, 3),
        (3, 3),
        520,
    )
    .reviewed(&[(280, 2, 3, "Pictures with nine in ten."), (72, 2, 3, "No change.")])
    .finished("Give each depot four handsets that can get wet", 500, 430, 422),
    threat(
        Finance,
        ["a post is paid from the reserve", "the post ending in spring", "leave the weekend without an answer"],
        (4, 3),
        (3, 3),
        168,
    )
    .reviewed(&[(68, 3, 3, "In the draft budget.")])
    .action("Put the third post into the base budget", 160, -128),
    threat(
        Reputation,
        [
            "every answer carries a picture",
            "a picture of somebody’s home or child",
            "embarrass a family and the council",
        ],
        (3, 4),
        (2, 4),
        480,
    )
    .controls("Pictures are looked at before they go out.")
    .tested(YesNo::Partly, 74)
    .reviewed(&[(200, 2, 4, "One complaint, answered in a day."), (74, 2, 4, "None since.")]),
    threat(
        Delivery,
        ["one depot works as it always did", "two ways of working", "double the work of the office"],
        (3, 3),
        (3, 2),
        168,
    )
    .due(12),
    opportunity(
        Partners,
        ["the county has the same forms", "one report for both councils", "spare residents from knowing who does what"],
        (3, 3),
        150,
    )
    .due(-50),
];

pub(crate) static AC_4: &[Hazard] = &[
    threat(
        People,
        [
            "every health service in the county looks for the same people",
            "link-worker posts that stay empty",
            "hold up the second and third wave",
        ],
        (5, 4),
        (3, 4),
        286,
    )
    .reviewed(&[
        (190, 3, 4, "Two posts were filled, two were not."),
        (92, 4, 4, "Two withdrew after the interviews."),
        (33, 4, 4, "One more has started; two posts are open."),
    ])
    .action("Offer the posts to care assistants with a paid course", 92, -21)
    .aim(2, 4, -120)
    .considered(
        80,
        [
            "A thousand people a year who do not come back to hospital",
            "Two localities open without a link worker and people are sent from desk to desk",
            "Two posts still open at the end of January: the third wave waits",
        ],
    )
    .due(-58),
    threat(
        Partners,
        ["the NHS partner’s budget is set each spring", "the partner leaving", "take away half of the link workers"],
        (4, 4),
        (3, 4),
        470,
    )
    .reviewed(&[(280, 2, 4, "The partner has signed until after next spring."), (36, 2, 4, "No change.")])
    .due(-55),
    threat(
        DataProtection,
        ["desks of two organisations share notes", "a note read by somebody who should not", "break a confidence"],
        (3, 4),
        (2, 3),
        440,
    )
    .controls("Each desk sees its own callers only; looked at every month.")
    .tested(YesNo::Yes, 38)
    .reviewed(&[(200, 2, 3, "Two audits, nothing found."), (38, 2, 3, "A third audit.")])
    .due(-53),
];

pub(crate) static AC_5: &[Hazard] = &[
    threat(
        Safeguarding,
        [
            "a third of tenants have low digital access",
            "tenants with low digital access giving up on the line",
            "leave the most fragile in homes that are not safe",
        ],
        (4, 4),
        (4, 4),
        232,
    )
    .reviewed(&[(140, 4, 4, "No figures yet."), (49, 4, 4, "Still no figures.")])
    .due(-42),
    threat(
        Technology,
        [
            "the robot learns from clear voices",
            "faults that are heard wrongly",
            "send the wrong trade to one visit in eight",
        ],
        (4, 3),
        (3, 3),
        230,
    )
    .reviewed(&[(120, 3, 3, "The supplier is training it on local voices.")])
    .due(29),
    threat(
        Partners,
        ["one supplier knows how it works", "a supplier who raises the price", "make going on dearer than going back"],
        (4, 3),
        (3, 3),
        228,
    )
    .reviewed(&[(118, 3, 4, "A second supplier is slow to sign.")])
    .due(27),
    threat(
        Delivery,
        ["the figures come from the supplier", "late or flattering figures", "put off the decision on the pilot"],
        (3, 3),
        (2, 3),
        200,
    )
    .reviewed(&[(62, 3, 3, "Late twice.")])
    .happened(
        "The figures for the third quarter have not come.",
        trouble("The supplier’s figures for the quarter are missing", Severity::Two, 20, 3),
    ),
    threat(
        Reputation,
        ["a talking robot is news", "a recording in the papers", "turn tenants and members against it"],
        (3, 4),
        (2, 4),
        226,
    )
    .reviewed(&[(90, 2, 4, "None so far.")])
    .due(-5),
];

pub(crate) static AC_6: &[Hazard] = &[
    threat(
        Legal,
        [
            "the law on splitting contracts changes",
            "lots that have to be run again",
            "cost bidders and the council a year",
        ],
        (4, 4),
        (3, 2),
        295,
    )
    .reviewed(&[(205, 5, 3, "The bill has been published.")])
    .accepted(people::FINANCE, 190, 12, "Nothing is advertised while it is paused, so nothing can go wrong.")
    .due(12),
    threat(
        Delivery,
        ["more contracts need more buyers", "a queue in procurement", "hold up services that buy nothing local"],
        (4, 3),
        (3, 3),
        290,
    )
    .due(15),
    threat(
        Finance,
        ["small lots cost more to run", "dearer contracts", "spend what local firms bring in"],
        (3, 3),
        (2, 3),
        280,
    )
    .reviewed(&[(200, 2, 3, "The first lots cost 2% more.")])
    .due(-20),
];

pub(crate) static ISSUES: &[(&str, Trouble)] = &[
    ("AC-2", trouble("Nobody is left who can survey stone houses", Severity::Two, 62, -16)),
    (
        "AC-3",
        trouble("Pictures from two depots did not come through", Severity::Three, 260, 240)
            .resolved(246, "The handsets had an old certificate."),
    ),
    ("AC-4", trouble("The desk in the north has no room for private talks", Severity::Three, 40, -30)),
];
