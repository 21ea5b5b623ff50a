use super::{
    partners::HEARTH,
    people::{CHIEF_SALTMARSH, LEADER_THORNBECK},
};
use crate::heard::{
    Came::{Answered, Changed, Told, Waits},
    Heard, Met, Party, Stands, met, party, spoke,
};
use domain::{
    EngagementLevel::{Ask, Shape, Share, Tell},
    EngagementMethod::{Briefing, Conversation, DropIn, Online, Panel, Phone, Survey, TeamMeeting, Visit, Workshop},
    FeedbackResponse::{PassedOn, WeCannot, WeDid, WeWill},
    Sentiment::{Mixed, Supportive, Worried},
    StakeholderKind::{Business, Councillors, FrontlineStaff, Residents, ServiceUsers, Voluntary},
};

pub(super) static HEARD: Heard = Heard { groups: GROUPS, stakes: STAKES, met: MET };

static GROUPS: &[Party] = &[
    party("People with a lease of their own", ServiceUsers, "", &[]),
    party("People who sleep rough", ServiceUsers, "Saltmarsh town", &[]),
    party("Private landlords", Business, "", &[]),
    party("Disabled tenants", ServiceUsers, "", &["Disability"]),
    party("Women’s refuge", Voluntary, "", &["Sex"]),
    party("Older people who live alone", ServiceUsers, "", &["Age"]),
    party("Tenants of the three estates", ServiceUsers, "Saltmarsh", &[]),
    party("Parents of babies", ServiceUsers, "Saltmarsh", &["Pregnancy and maternity"]),
    party("Housing officers", FrontlineStaff, "", &[]),
    party("Households in arrears", ServiceUsers, "", &["Age"]),
    party("Disabled people’s alliance", Voluntary, "", &["Disability"]),
    party("Race equality network", Voluntary, "", &["Race"]),
    party("Debt advice agencies", Voluntary, "", &[]),
    party("Planning agents", Business, "", &[]),
    party("People who apply to extend", Residents, "", &[]),
    party("Parish councillors", Councillors, "Thornbeck", &[]),
    party("Waste crews", FrontlineStaff, "", &[]),
    party("Repair volunteers", Voluntary, "Thornbeck", &[]),
    party("Residents with things to mend", Residents, "", &[]),
];

static STAKES: &[Stands] = &[
    Stands {
        code: "TS-1",
        named: 380,
        groups: &[
            ("People with a lease of their own", [2, 4, 5], 91),
            ("Private landlords", [5, 4, 3], 91),
            ("Disabled tenants", [2, 3, 5], 91),
            ("Women’s refuge", [3, 4, 4], 91),
        ],
    },
    Stands {
        code: "TS-3",
        named: 380,
        groups: &[
            ("Tenants of the three estates", [2, 4, 5], 91),
            ("Parents of babies", [2, 4, 5], 182),
            ("Disabled tenants", [2, 3, 5], 91),
            ("Housing officers", [3, 3, 3], 91),
        ],
    },
    Stands {
        code: "TS-4",
        named: 195,
        groups: &[
            ("Households in arrears", [2, 4, 5], 91),
            ("Disabled people’s alliance", [3, 3, 4], 91),
            ("Race equality network", [3, 3, 4], 91),
            ("Debt advice agencies", [3, 3, 2], 182),
        ],
    },
    Stands {
        code: "TS-5",
        named: 65,
        groups: &[("Planning agents", [4, 4, 3], 91), ("People who apply to extend", [2, 4, 5], 91)],
    },
    Stands {
        code: "TS-6",
        named: 35,
        groups: &[
            ("Waste crews", [4, 4, 3], 91),
            ("Repair volunteers", [4, 5, 4], 30),
            ("Residents with things to mend", [1, 3, 3], 91),
        ],
    },
];

static MET: &[Met] = &[
    met("TS-1", 740, Ask, Conversation, "What stops you from renting?", &[("People who sleep rough", 23)], &[]),
    met(
        "TS-1",
        280,
        Shape,
        Workshop,
        "What would make you let to us?",
        &[("Private landlords", 14)],
        &[
            spoke(
                "I want one person to ring when the rent is late.",
                "Somebody to ring",
                Mixed,
                Changed(
                    "Every landlord has one name and one number.",
                    "Each of the nine clusters has one worker whom landlords ring; late rent is sorted in 6 days and was in 31.",
                ),
            ),
            spoke(
                "Guarantee two years and not one.",
                "The guarantee",
                Mixed,
                Told(
                    WeCannot,
                    "The money for the guarantee ends in four months. Nobody can promise two years until somebody else pays.",
                ),
            ),
        ],
    ),
    met(
        "TS-1",
        160,
        Shape,
        Visit,
        "What must a home have to be safe?",
        &[("Women’s refuge", 8)],
        &[
            spoke(
                "A door that locks and an address nobody has to give.",
                "Safety",
                Supportive,
                Told(WeDid, "Leases can be in the council’s name, and the address is kept off the public list."),
            ),
            spoke(
                "Let us see the home before she does.",
                "Safety",
                Supportive,
                Told(WeDid, "The refuge’s worker comes to the first viewing."),
            ),
        ],
    ),
    met(
        "TS-1",
        80,
        Ask,
        Phone,
        "How is it after half a year?",
        &[("People with a lease of their own", 33)],
        &[
            spoke(
                "The first month without money was the hardest.",
                "Money",
                Mixed,
                Told(WeDid, "The first two weeks’ rent is paid ahead since October."),
            ),
            spoke(
                "I would like to move nearer to my children.",
                "Moving on",
                Mixed,
                Answered(PassedOn, "To the lettings team of the other council."),
            ),
        ],
    ),
    Met {
        leaders: &[CHIEF_SALTMARSH],
        ..met(
            "TS-1",
            45,
            Ask,
            Visit,
            "Which homes could you not take?",
            &[("Disabled tenants", 7)],
            &[
                spoke(
                    "Four of five were up a stair.",
                    "Access",
                    Worried,
                    Told(WeWill, "Two of the next seven homes are on the ground floor; we count them each month."),
                ),
                spoke(
                    "Nobody measured the bathroom door.",
                    "Access",
                    Mixed,
                    Answered(WeDid, "Doors are measured at the first viewing."),
                ),
            ],
        )
    },
    Met {
        partners: &[HEARTH, "Guild of Private Landlords"],
        ..met(
            "TS-1",
            14,
            Share,
            Panel,
            "Which clusters come next?",
            &[("Private landlords", 9)],
            &[spoke("Say now what happens when the grant ends.", "The guarantee", Worried, Waits)],
        )
    },
    met("TS-2", 380, Ask, Visit, "Who do you speak to in a week?", &[("Older people who live alone", 41)], &[]),
    met(
        "TS-2",
        150,
        Ask,
        Visit,
        "Why is the tablet in the drawer?",
        &[("Older people who live alone", 27)],
        &[
            spoke(
                "I wanted somebody to come, and you sent a screen.",
                "A person",
                Worried,
                Changed(
                    "The lending stops, and the money goes to visits.",
                    "The trial was stopped: 28 of 100 tablets were in use, and what was left pays for 40 visits a month.",
                ),
            ),
            spoke(
                "The first lesson was lovely.",
                "The lesson",
                Supportive,
                Told(PassedOn, "To the libraries, who teach at home from January."),
            ),
            spoke(
                "May my neighbour have mine?",
                "The tablets",
                Mixed,
                Told(WeDid, "Every tablet that was sent back has been lent again."),
            ),
        ],
    ),
    met("TS-3", 350, Ask, DropIn, "Where is it damp, and since when?", &[("Tenants of the three estates", 52)], &[]),
    met(
        "TS-3",
        200,
        Ask,
        Survey,
        "Would you want a sensor in your home?",
        &[("Tenants of the three estates", 118)],
        &[
            spoke(
                "Will it tell you when I am in?",
                "Privacy",
                Worried,
                Told(WeDid, "It measures damp and warmth once an hour, and the letter says so in six languages."),
            ),
            spoke(
                "Take the rent down while the mould is there.",
                "Rent",
                Worried,
                Told(
                    WeCannot,
                    "Rents are set by a national rule. What we can do is mend it sooner, and pay for what was spoiled.",
                ),
            ),
        ],
    ),
    met(
        "TS-3",
        120,
        Shape,
        Workshop,
        "Which alarms matter with a baby?",
        &[("Parents of babies", 12)],
        &[
            spoke(
                "Ring us and do not write, the post is late.",
                "Alarms",
                Mixed,
                Told(WeDid, "An alarm from a home with a baby is rung through within the day."),
            ),
            spoke(
                "Move us while it is done.",
                "Moving out",
                Worried,
                Told(
                    WeCannot,
                    "There are three empty homes for 320. We ask the doctor who must move first, and lend dryers to the rest.",
                ),
            ),
        ],
    ),
    met(
        "TS-3",
        70,
        Ask,
        Visit,
        "What is in the way of opening a window?",
        &[("Disabled tenants", 9), ("Tenants of the three estates", 15)],
        &[
            spoke(
                "The handle is out of my reach.",
                "Windows",
                Mixed,
                Told(WeDid, "Handles are lowered at the visit that fits the sensor."),
            ),
            spoke(
                "It beeps all night.",
                "Alarms",
                Worried,
                Answered(WeWill, "The next batch is silent; the old ones are changed by February."),
            ),
        ],
    ),
    Met {
        partners: &[HEARTH, "Federation of Tenants"],
        ..met(
            "TS-3",
            20,
            Shape,
            TeamMeeting,
            "Which alarms do you pass over?",
            &[("Housing officers", 11)],
            &[spoke("There are too many to look at each.", "Alarms", Worried, Waits)],
        )
    },
    met(
        "TS-4",
        150,
        Ask,
        Phone,
        "What would you have answered?",
        &[("Households in arrears", 38)],
        &[
            spoke(
                "I thought the letter was from bailiffs.",
                "The letter",
                Worried,
                Told(WeWill, "The next letter is tried in three forms, each without a threat on its first page."),
            ),
            spoke(
                "Let me say what I can pay.",
                "A plan",
                Supportive,
                Told(WeWill, "One of the three forms asks just that."),
            ),
        ],
    ),
    met("TS-4", 88, Tell, Briefing, "What the trial is, and whom it reaches", &[("Debt advice agencies", 6)], &[]),
    Met {
        partners: &["Debt advice centre"],
        ..met(
            "TS-4",
            50,
            Shape,
            Phone,
            "What did you think of the new letter?",
            &[("Households in arrears", 29)],
            &[
                spoke("It came on a Friday and nobody answered until Monday.", "The letter", Worried, Waits),
                spoke("I would rather have a text.", "The letter", Mixed, Waits),
            ],
        )
    },
    Met {
        partners: &["Forum of planning agents", "Digital planning fund"],
        ..met(
            "TS-5",
            64,
            Shape,
            Workshop,
            "What do you leave out, and why?",
            &[("Planning agents", 13)],
            &[
                spoke(
                    "Half of it is the same plan in the wrong scale.",
                    "Plans",
                    Mixed,
                    Changed(
                        "The check begins with plans, and not with forms.",
                        "The scope was turned round: plans are checked on the day they come, and forms wait for the second step.",
                    ),
                ),
                spoke(
                    "Tell us before we pay and not after.",
                    "Fees",
                    Supportive,
                    Told(WeDid, "The check comes before the fee."),
                ),
                spoke(
                    "Let us talk to the officer.",
                    "Talking",
                    Mixed,
                    Told(WeWill, "Half an hour on Wednesdays is tried from January."),
                ),
            ],
        )
    },
    met(
        "TS-5",
        55,
        Ask,
        Online,
        "Where did you give up?",
        &[("People who apply to extend", 17)],
        &[spoke(
            "Draw the plan for me.",
            "Plans",
            Mixed,
            Told(
                WeCannot,
                "An officer who draws a plan may not decide on it. We list who draws plans nearby, with prices.",
            ),
        )],
    ),
    met(
        "TS-5",
        40,
        Ask,
        TeamMeeting,
        "What do you hear about invalid applications?",
        &[("Parish councillors", 9)],
        &[spoke(
            "We see them twice and do not know which one counts.",
            "Notices",
            Mixed,
            Told(WeDid, "Only applications that are complete are sent to parishes."),
        )],
    ),
    met(
        "TS-5",
        10,
        Ask,
        DropIn,
        "Was the checklist clear?",
        &[("People who apply to extend", 12)],
        &[spoke("Clear, but too long for a phone.", "The checklist", Mixed, Waits)],
    ),
    met(
        "TS-6",
        38,
        Ask,
        TeamMeeting,
        "What do you throw away that could be mended?",
        &[("Waste crews", 15)],
        &[spoke("Let us put the good things on one side of the truck.", "What is kept", Supportive, Waits)],
    ),
    Met {
        leaders: &[LEADER_THORNBECK],
        ..met(
            "TS-6",
            22,
            Ask,
            DropIn,
            "What have you got that is broken?",
            &[("Residents with things to mend", 34)],
            &[],
        )
    },
];
