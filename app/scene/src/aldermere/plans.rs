//! Milestones: planned, slipped, done. Days are days ago; to come is negative.
use crate::plan::{Point, point, wait, wait_for};
use domain::MilestoneKind::{Benefit, Decision, Delivery, External, Gate};

pub(crate) static AC_1: &[Point] = &[
    point("First library lends things", Delivery, 1290, 1240).done(1236),
    point("Seven libraries lend things", Delivery, 890, 800)
        .slipped(&[(815, 770, "Two libraries were being rewired.")])
        .done(770),
    point("Decide whether it goes into the base budget", Gate, 690, 420).done(405),
    point("Review after 12 months", Benefit, 760, 405).done(405),
];
pub(crate) static AC_2: &[Point] = &[
    point("First street signed up", Delivery, 780, 700).done(694),
    point("58 homes insulated", Delivery, 600, 480)
        .critical("Every home is signed off by the resident and the surveyor.")
        .slipped(&[(505, 462, "Scaffolding was short all over the county.")])
        .done(462),
    point("Evaluation of the pilot", Benefit, 600, 440)
        .slipped(&[(446, 427, "One winter month of meter data was missing.")])
        .done(427),
    point("Decide on a rollout or an end", Gate, 600, 380)
        .critical("The Cabinet has decided on a paper with the cost for each home.")
        .slipped(&[
            (390, 300, "The paper waits for a price for each home."),
            (306, 180, "Moved behind the budget."),
            (184, 36, "The sponsor asked for another option."),
            (40, 11, "No room on the agenda before the half-term break."),
        ])
        .waits(&[wait_for(200, "The contractor: a price for each home", 21, None)]),
    point("Contractor’s prices end", External, 300, -75),
];
pub(crate) static AC_3: &[Point] = &[
    point("First three wards live", Delivery, 610, 540).done(533),
    point("18 of 18 wards live", Delivery, 398, 360)
        .slipped(&[(372, 345, "The last two wards waited for new handsets.")])
        .done(345),
    point("Review after 6 months", Benefit, 340, 163).slipped(&[(165, 100, "The reviewer was ill.")]).done(100),
    point("Review after 12 months", Benefit, 340, -20),
    point("Decide whether it is the way we work", Gate, 168, -48),
    point("Crews close reports themselves in all depots", Delivery, 168, 30).slipped(&[(
        38,
        8,
        "One depot still shares four handsets.",
    )]),
    point("Reports reach the desks in the localities", Delivery, 90, -35),
];
pub(crate) static AC_4: &[Point] = &[
    point("Wave 1: four localities", Delivery, 288, 210)
        .critical("A link worker sits at the desk every morning.")
        .done(206),
    point("Wave 2: four localities", Delivery, 288, 60)
        .critical("A link worker sits at the desk every morning.")
        .slipped(&[
            (92, 30, "Two link workers withdrew after the interviews."),
            (34, -45, "Three are live; the fourth practice moves house in December."),
        ])
        .agreed_anew(33, -45, "The fourth practice can only open once it has moved.")
        .waits(&[
            wait(80, "AC-3", "Reports reach the desks in the localities", 21),
            wait_for(34, "Riverside practice: a room in the new house", 14, Some(-20)),
        ]),
    point("Review of the first embedded locality", Benefit, 200, 30)
        .slipped(&[(44, 20, "The practice manager was away.")])
        .done(20),
    point("Wave 3: four localities", Delivery, 288, -150).waits(&[
        wait(200, "AC-4", "Wave 2: four localities", 60),
        wait(140, "AC-4", "Training for link workers agreed with the college", 100),
    ]),
    point("Training for link workers agreed with the college", Decision, 150, -14).slipped(&[(
        25,
        -28,
        "The college meets in December.",
    )]),
    point("Decide whether it is embedded", Gate, 288, -230).waits(&[wait(200, "AC-4", "Wave 3: four localities", 60)]),
];
/// Four have slipped on what was first agreed, by 30, 45, 60 and 75 days; two of them by 14 days this month.
pub(crate) static AC_5: &[Point] = &[
    point("Robot answers its first call", Delivery, 235, 205).done(201),
    point("Two contractors take bookings from the robot", Delivery, 235, 140).done(130),
    point("Robot speaks with the repairs diary", Delivery, 235, 95).done(84),
    point("All estates on the new line", Delivery, 235, -6).slipped(&[(
        118,
        -36,
        "The supplier asked for more time to test.",
    )]),
    point("Report of the tenants’ panel", Delivery, 235, -15)
        .slipped(&[(97, -46, "The panel has two empty seats."), (15, -60, "The panel wants to hear more recordings.")]),
    point("Second supplier can take over", External, 235, -5).slipped(&[
        (150, -35, "Contract terms are with legal services."),
        (88, -65, "Terms went back to the supplier."),
    ]),
    point("Decide on Scale", Gate, 235, -10)
        .critical("Four in ten repairs are booked without a person, and no tenant is worse off.")
        .slipped(&[
            (112, -41, "More calls are needed to judge it."),
            (61, -71, "The figures come from the supplier and are late."),
            (12, -85, "The panel’s report comes first."),
        ])
        .waits(&[
            wait(100, "AC-5", "Report of the tenants’ panel", 25),
            wait(100, "AC-5", "Second supplier can take over", 14),
            wait(100, "AC-5", "All estates on the new line", 21),
        ]),
    point("A person to ring for tenants without a screen", Delivery, 20, -40).nobodys(),
];
pub(crate) static AC_6: &[Point] = &[
    point("First lots advertised", Delivery, 410, 330)
        .slipped(&[(338, 312, "Legal services checked the form twice.")])
        .done(312),
    point("Ten micro firms have bid", Benefit, 298, 200).done(204),
    point("The new law on lots is in force", External, 195, -30),
];
