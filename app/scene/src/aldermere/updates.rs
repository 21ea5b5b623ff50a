//! What leads wrote: how sure they were, and the words, chapter by chapter. Days are days ago; to come is negative.
use super::people;
use crate::report::{Explained, Reporting, asking, at_risk, chapter, explaining, reporting, sure, with_bursts};
use domain::ChallengeCode;

pub(crate) const AC_1: Reporting = reporting(
    403,
    &[],
    &[sure(1400, 85), at_risk(830, 60, "Open the two libraries in rewired rooms one by one"), sure(775, 90)],
    &[
        chapter(
            912,
            770,
            (3, 7),
            &[
                ("{n} libraries lend things. The carpet cleaner is out every day.", "Train staff in the next library."),
                (
                    "Volunteers mended eleven things on Saturday; {n} libraries take part.",
                    "Agree opening hours for the repair table.",
                ),
                (
                    "Nothing was lost this fortnight in {n} libraries, and one tent came back cleaner than it went.",
                    "Count loans by ward.",
                ),
            ],
        ),
        chapter(
            769,
            400,
            (640, 1450),
            &[
                (
                    "{n} loans in the month. Drills and carpet cleaners lead, gazebos follow the weather.",
                    "Ask borrowers what they did not buy.",
                ),
                (
                    "{n} loans. Libraries now order their own spare parts.",
                    "Hand the stock list over to the libraries’ own system.",
                ),
                ("{n} loans, and a waiting list for the sewing machines.", "Buy two more from the income."),
                (
                    "{n} loans. Staff say that it takes them no more time than books do.",
                    "Write it into the caretakers’ job descriptions.",
                ),
            ],
        ),
    ],
);

/// At risk since the evaluation, and silent for a season.
pub(crate) const AC_2: Reporting = with_bursts(AC_2_SAID, &[68]);

const AC_2_SAID: Reporting = asking(
    reporting(
        6,
        &[(151, 69)],
        &[
            sure(920, 80),
            at_risk(520, 60, "Hire scaffolding from two counties away"),
            sure(470, 80),
            at_risk(392, 50, "Bring the paper on a rollout to the Cabinet"),
            sure(184, 70),
            at_risk(168, 50, "Bring the paper on a rollout to the Cabinet"),
            at_risk(66, 40, "Get a day for the decision before the contractor’s prices end"),
        ],
        &[
            chapter(
                912,
                800,
                (4, 21),
                &[
                    (
                        "{n} residents in two streets told us what keeps them from insulating their homes.",
                        "Walk the streets with a surveyor.",
                    ),
                    (
                        "Met three contractors; one would do a street at a time. {n} doorsteps so far.",
                        "Ask what a whole street would cost.",
                    ),
                    ("{n} doorsteps. Nobody wants scaffolding twice.", "Draw up a plan for one street."),
                ],
            ),
            chapter(
                800,
                610,
                (2, 34),
                &[
                    ("{n} households have signed up in the first street.", "Hold an evening in the school hall."),
                    (
                        "Surveyed {n} homes. Two have asbestos, which the price now covers.",
                        "Settle the order in which homes are done.",
                    ),
                    (
                        "{n} signed. The last doubters asked their neighbours and not us.",
                        "Let the first families show their homes.",
                    ),
                ],
            ),
            chapter(
                610,
                427,
                (3, 58),
                &[
                    ("{n} of 58 homes are done.", "Start on the next terrace on Monday."),
                    (
                        "{n} of 58 homes are done, and the meters report every hour.",
                        "Compare the first homes with those that wait.",
                    ),
                    (
                        "Rain stopped work for two days; {n} of 58 homes are done.",
                        "Make up the time with a second team.",
                    ),
                    (
                        "{n} homes done. A family turned the heating off in the evening for the first time.",
                        "Film it, if they agree.",
                    ),
                    ("The surveyor signed off another row: {n} of 58.", "Mend two gutters that the scaffolding bent."),
                ],
            ),
            chapter(
                426,
                160,
                (3, 51),
                &[
                    (
                        "The evaluation is done: 19% saved. {n} questions from members are answered.",
                        "Finish the paper with a price for each home.",
                    ),
                    (
                        "Waited for the finance team’s price; {n} residents have asked what comes next.",
                        "Meet finance again.",
                    ),
                    (
                        "The paper was not reached at Cabinet. {n} calls from residents so far.",
                        "Ask for a place on the next agenda.",
                    ),
                    (
                        "Kept the team together with small jobs. {n} residents now wait for an answer.",
                        "Find out how long the contractor’s prices hold.",
                    ),
                    (
                        "Another option was asked for and is being costed. {n} calls from residents.",
                        "Bring both options to the sponsor.",
                    ),
                ],
            ),
            chapter(
                159,
                67,
                (52, 54),
                &[
                    (
                        "A surveyor has left. Both options are costed; {n} residents wait for an answer.",
                        "Bring both options to the sponsor.",
                    ),
                    ("The sponsor has both options. {n} residents wait.", "Hear from the sponsor."),
                ],
            ),
            chapter(
                66,
                1,
                (55, 66),
                &[
                    (
                        "After a summer without news: both options still wait, and so do {n} residents.",
                        "Ask what is missing for a decision.",
                    ),
                    (
                        "Nothing is missing, we are told. {n} residents wait for an answer.",
                        "Get a day for the decision.",
                    ),
                    (
                        "The contractor confirmed in writing that the prices end in spring. {n} residents wait.",
                        "Tell the sponsor what a new tender would cost.",
                    ),
                    (
                        "A new tender would make each home £1,900 dearer. The sponsor knows; {n} residents wait.",
                        "Show the same figures to the Leader’s office.",
                    ),
                    (
                        "The meters say that the pilot homes still save as much. {n} residents wait.",
                        "Add a second winter to the evaluation.",
                    ),
                    (
                        "A third surveyor has given notice. {n} residents wait.",
                        "Find out whether they would stay for a rollout.",
                    ),
                    ("They would stay, if it is decided by Christmas. {n} residents wait.", "Tell the sponsor."),
                    (
                        "Gave the figures to a ward member who asked for them; {n} residents wait.",
                        "Ask for half an hour with the Leader.",
                    ),
                    (
                        "Half an hour with the Leader is in the diary for December. {n} residents wait.",
                        "Write one page for it.",
                    ),
                    (
                        "The page is written: what it costs to go on, to stop and to wait. {n} residents wait.",
                        "Hear the decision.",
                    ),
                ],
            ),
        ],
    ),
    "Decide whether Warm Streets goes on to a rollout or ends: the contractor’s prices hold until spring",
    people::LEADER,
    -9,
);

const AC_3_SAID: Reporting = reporting(
    10,
    &[(100, 45)],
    &[
        sure(800, 75),
        at_risk(380, 65, "Borrow handsets for the last two wards"),
        sure(346, 85),
        at_risk(100, 70, "Move the last depot to its own handsets"),
        sure(44, 80),
    ],
    &[
        chapter(
            800,
            700,
            (4, 14),
            &[
                (
                    "Mapped {n} of the 14 forms. Three of them ask for the same thing.",
                    "Sit with the contact centre for a day.",
                ),
                (
                    "{n} forms mapped. Residents call a pothole eleven different things.",
                    "Try one open question instead of a list.",
                ),
            ],
        ),
        chapter(
            700,
            620,
            (40, 900),
            &[
                ("{n} test reports came in one form, and most found the right crew.", "Let crews say which did not."),
                ("{n} test reports. Pictures help more than the map does.", "Ask for the picture first."),
            ],
        ),
        chapter(
            620,
            400,
            (2, 3),
            &[
                (
                    "{n} wards use it. Double reports fall from week to week.",
                    "Watch the weekend, when nobody answers yet.",
                ),
                ("Crews in {n} wards close reports with a picture.", "Sort out handsets that do not like rain."),
                (
                    "A storm brought 900 reports in a day, and {n} wards kept up.",
                    "Write down what we did for the next storm.",
                ),
                (
                    "The contact centre takes a third fewer calls from {n} wards.",
                    "Show the figures to the other depots.",
                ),
            ],
        ),
        chapter(
            400,
            345,
            (5, 18),
            &[
                ("{n} of 18 wards are live.", "Train the next two depots."),
                ("{n} of 18 wards are live; two wait for handsets.", "Borrow handsets from parks."),
            ],
        ),
        chapter(
            344,
            170,
            (11, 15),
            &[
                (
                    "All 18 wards are live. {n} people in the service now run it.",
                    "Watch whether it lasts without the project.",
                ),
                ("All 18 wards kept it up through the leaves. {n} people run it.", "Agree which post pays for what."),
                (
                    "Answers within two days for nine reports in ten; {n} people run it.",
                    "Hand the training over to the depots.",
                ),
            ],
        ),
        chapter(
            169,
            1,
            (71, 84),
            &[
                (
                    "It is in the job descriptions of crews. {n}% of checks on how it is done were passed.",
                    "Look at what fails most.",
                ),
                (
                    "Pictures in the dark fail most. Crews have lamps now; {n}% of checks passed.",
                    "Find a day for the late review.",
                ),
                (
                    "The review after six months, late because the reviewer was ill, said yes. {n}% of checks passed.",
                    "Get the third post into the base budget.",
                ),
                ("One depot still shares four handsets; {n}% of checks passed.", "Order handsets for it."),
                (
                    "The handsets are here next month, and the third post is in the draft budget. {n}% of checks passed.",
                    "Prepare the review after twelve months.",
                ),
            ],
        ),
    ],
);

/// Once more than asked, and one slip explained.
pub(crate) const AC_3: Reporting = explaining(
    with_bursts(AC_3_SAID, &[104, 35]),
    &[
        Explained {
            from: 165,
            to: 155,
            code: ChallengeCode::Slipped,
            reason: "Both have a new day that the wards agreed to, and neither holds up anything else.",
        },
        Explained {
            from: 135,
            to: 125,
            code: ChallengeCode::SameWords,
            reason: "Nothing has moved this month: every ward is live and the checks come in the autumn.",
        },
    ],
);

const AC_4_SAID: Reporting = asking(
    reporting(
        4,
        &[(76, 60)],
        &[
            sure(720, 80),
            at_risk(520, 65, "Agree the data-sharing annex"),
            sure(470, 85),
            at_risk(98, 65, "Fill two link-worker posts with people from the care teams"),
            sure(40, 80),
        ],
        &[
            chapter(
                720,
                600,
                (9, 100),
                &[
                    (
                        "Listened to {n} people who asked for care. Most wanted something smaller.",
                        "Sit at two front desks for a week.",
                    ),
                    ("{n} callers followed up. A handrail takes seven weeks.", "Find out who could say yes sooner."),
                ],
            ),
            chapter(
                600,
                480,
                (20, 180),
                &[
                    ("A link worker at one desk has seen {n} callers.", "Let them spend up to £100."),
                    ("{n} callers seen. Half left with something arranged.", "Raise the limit to £250 and see."),
                    (
                        "The practice asked to keep the link worker after {n} callers.",
                        "Measure how many come back within a month.",
                    ),
                ],
            ),
            chapter(
                480,
                290,
                (200, 1310),
                &[
                    (
                        "{n} callers so far. Doctors send people to the desk themselves.",
                        "Compare with two desks that have nobody.",
                    ),
                    ("Fewer assessments end in no, after {n} callers.", "Go through ten cases with the care team."),
                    ("{n} callers. One family had a ramp within four days.", "Write down how that was done."),
                    (
                        "The link workers swapped desks for a week, and it still worked. {n} callers.",
                        "Write the guide for new link workers.",
                    ),
                    ("The pilot’s figures are complete: {n} callers.", "Cost each desk at full scale."),
                ],
            ),
            chapter(
                290,
                129,
                (1350, 2980),
                &[
                    (
                        "{n} callers since the beginning. The desks of the first wave are steady.",
                        "Meet the practices of the second wave.",
                    ),
                    (
                        "{n} callers. Training with the college was tried with six people.",
                        "Agree who pays for the next course.",
                    ),
                    (
                        "{n} callers. Health visitors now send people to the desk as well.",
                        "Write down what a link worker may promise.",
                    ),
                    (
                        "{n} callers; one in twelve came back within a month, half as many as before.",
                        "Share it with the NHS partner.",
                    ),
                    (
                        "A link worker fell ill, and the one next door looked after both desks. {n} callers.",
                        "Make that the rule.",
                    ),
                ],
            ),
            chapter(
                128,
                1,
                (3000, 4210),
                &[
                    ("{n} callers. Interviews for the second wave are over: four good people.", "Send the offers."),
                    (
                        "Two of the four have withdrawn for posts in the hospital. {n} callers.",
                        "Offer the posts to care assistants, with a paid course.",
                    ),
                    (
                        "A practice said no because of staff turnover; two others are live. {n} callers.",
                        "Ask it again in summer.",
                    ),
                    (
                        "Three of four localities in the second wave are live. {n} callers.",
                        "Help the fourth, which moves house in December.",
                    ),
                    (
                        "A care assistant has started as a link worker and knows everyone. {n} callers.",
                        "Ask her to talk to the next course.",
                    ),
                    (
                        "{n} callers. The first locality passed its check at 90 and needs us no more.",
                        "Let its manager tell the others.",
                    ),
                    (
                        "The college teaches link workers from spring, if we book twelve places. {n} callers.",
                        "Book the places.",
                    ),
                    (
                        "{n} callers, and wave three has its list of desks. Two posts in it have no money yet.",
                        "Get the two posts agreed before January.",
                    ),
                ],
            ),
        ],
    ),
    "Agree two more link-worker posts for the third wave, so that we can advertise in January",
    people::CHIEF,
    -14,
);

/// What sat oddly with the colour was explained the second time.
pub(crate) const AC_4: Reporting = explaining(
    with_bursts(AC_4_SAID, &[57]),
    &[
        Explained {
            from: 20,
            to: 10,
            code: ChallengeCode::Slipped,
            reason: "The new day of the second wave is agreed with the sponsor and the practices.",
        },
        Explained {
            from: 20,
            to: 10,
            code: ChallengeCode::OverTolerance,
            reason: "Two people from the care teams have said yes and begin after their notice.",
        },
    ],
);

/// The same words for three months. For eight weeks the missing figure was explained, and then no more.
pub(crate) const AC_5: Reporting = explaining(
    with_bursts(AC_5_SAID, &[176]),
    &[
        Explained {
            from: 181,
            to: 126,
            code: ChallengeCode::NoNumbers,
            reason: "The supplier is to send its first figures with the report of this quarter.",
        },
        Explained {
            from: 181,
            to: 126,
            code: ChallengeCode::OverTolerance,
            reason: "The line for tenants without a screen is on the agenda of the next board.",
        },
        Explained {
            from: 181,
            to: 126,
            code: ChallengeCode::SameWords,
            reason: "Nothing that matters has changed since: the robot answers and the diary fills.",
        },
    ],
);

const AC_5_SAID: Reporting = reporting(
    2,
    &[(128, 115)],
    &[sure(520, 85)],
    &[
        chapter(
            520,
            400,
            (300, 2100),
            &[
                ("Listened to {n} recorded calls. Half could be booked by rule.", "Look at two suppliers."),
                ("{n} calls sorted by fault. Leaks need a person.", "See the robot in another council."),
            ],
        ),
        chapter(
            400,
            240,
            (20, 640),
            &[
                ("{n} test calls by staff. It understands most faults.", "Let tenants on the panel try it."),
                ("{n} test calls. The diary takes its bookings.", "Teach it the names of streets."),
                ("The panel made {n} test calls and wants a person on request.", "Agree how to ask for one."),
            ],
        ),
        chapter(
            240,
            92,
            (150, 5200),
            &[
                ("{n} calls answered. The line is open day and night.", "Bring the next estate onto it."),
                ("{n} calls answered, and callers are polite to it.", "Look at calls that were cut off."),
                ("{n} calls answered. Two contractors take bookings.", "Speak with the diary’s supplier."),
                ("The supplier has put a new voice in; {n} calls so far.", "Listen to a sample."),
            ],
        ),
        chapter(
            91,
            1,
            (0, 0),
            &[(
                "The robot is answering calls and the roll-out is going to plan.",
                "Continue the roll-out to the remaining estates.",
            )],
        ),
    ],
);

pub(crate) const AC_6: Reporting = reporting(
    194,
    &[],
    &[sure(420, 75), at_risk(240, 55, "Ask for legal advice on lots under the new bill")],
    &[
        chapter(
            420,
            300,
            (6, 48),
            &[
                ("Spoke with {n} micro firms. The form is the wall.", "Cut the form to two pages."),
                ("{n} firms met. They want to be paid in ten days.", "Ask finance whether we can."),
            ],
        ),
        chapter(
            300,
            241,
            (2, 7),
            &[
                ("{n} lots advertised, none larger than £25,000.", "Hold a morning for bidders."),
                ("Bids for {n} lots, most of them from firms that never bid before.", "Tell those who lost why."),
                ("{n} lots let, four to firms with fewer than five staff.", "Pay the first invoice within ten days."),
            ],
        ),
        chapter(
            240,
            192,
            (7, 12),
            &[
                ("{n} lots let. A bill on splitting contracts has been published.", "Read it with legal services."),
                ("Legal services think that the bill would stop us. {n} lots let.", "Ask for advice from outside."),
                ("Ten micro firms have bid by now; {n} lots let.", "Go on with what is advertised."),
                ("The advice from outside says the same. {n} lots let.", "Advertise nothing new."),
                ("{n} lots let; two bidders asked us what comes next.", "Write to everyone who has bid."),
                ("{n} lots let, and they can all run to their end.", "Prepare a pause until the law is clear."),
                (
                    "Everyone who has bid knows about the pause. {n} lots let.",
                    "Pause, and look again when the law is in force.",
                ),
            ],
        ),
    ],
);
