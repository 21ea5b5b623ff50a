use super::people::{CHIEF, LEADER, SERVICES};
use crate::heard::{
    Asks,
    Came::{Answered, Changed, Told, Waits},
    Heard, Met, Party, Stands, met, party, spoke,
};
use domain::{
    EngagementLevel::{Ask, Shape, Share, Tell},
    EngagementMethod::{
        Consultation, Conversation, DropIn, Letter, Online, Panel, Survey, TeamMeeting, Visit, Workshop,
    },
    FeedbackResponse::{PassedOn, WeCannot, WeDid, WeWill},
    Sentiment::{Mixed, Supportive, Worried},
    StakeholderKind::{Business, Carers, Councillors, FrontlineStaff, Health, Residents, ServiceUsers, Voluntary},
};

pub(super) static HEARD: Heard = Heard { groups: GROUPS, stakes: STAKES, met: MET };

static GROUPS: &[Party] = &[
    party("People who borrow", Residents, "", &[]),
    party("Tenants of cold homes", ServiceUsers, "Northfield and Mill wards", &[]),
    party("Disability forum", Voluntary, "", &["Disability"]),
    party("Residents of terrace streets", Residents, "Old Town ward", &[]),
    party("Firms that insulate", Business, "", &[]),
    party("Residents who report", Residents, "", &[]),
    party("Older residents’ forum", Residents, "", &["Age"]),
    party("African and Caribbean elders", Residents, "Eastgate ward", &["Race", "Age"]),
    party("Street crews", FrontlineStaff, "", &[]),
    party("Ward councillors", Councillors, "", &[]),
    party("Carers’ network", Carers, "", &[]),
    party("People with long-term conditions", ServiceUsers, "", &["Disability"]),
    party("Black and Asian elders", ServiceUsers, "Eastgate ward", &["Race", "Age"]),
    party("Community nurses", Health, "", &[]),
    party("Tenants of the three blocks", ServiceUsers, "Canal ward", &[]),
    party("Tenants with low digital access", ServiceUsers, "", &["Age", "Disability"]),
    party("Repairs crews", FrontlineStaff, "", &[]),
    party("Residents who own a small firm", Residents, "", &[]),
    party("Federation of small firms", Business, "", &[]),
];

static STAKES: &[Stands] = &[
    Stands {
        code: "AC-2",
        named: 380,
        groups: &[
            ("Tenants of cold homes", [2, 4, 5], 91),
            ("Disability forum", [3, 4, 4], 91),
            ("Residents of terrace streets", [2, 3, 5], 182),
            ("Firms that insulate", [3, 3, 2], 182),
        ],
    },
    Stands {
        code: "AC-3",
        named: 380,
        groups: &[
            ("Residents who report", [3, 4, 4], 91),
            ("Disability forum", [3, 3, 4], 91),
            ("Street crews", [4, 4, 3], 91),
            ("Older residents’ forum", [2, 3, 3], 182),
        ],
    },
    Stands {
        code: "AC-4",
        named: 380,
        groups: &[
            ("Carers’ network", [3, 5, 5], 91),
            ("People with long-term conditions", [2, 4, 5], 182),
            ("Black and Asian elders", [2, 3, 5], 182),
            ("Community nurses", [4, 3, 2], 91),
        ],
    },
    Stands {
        code: "AC-5",
        named: 380,
        groups: &[
            ("Tenants of the three blocks", [2, 4, 5], 91),
            ("Tenants with low digital access", [2, 2, 5], 91),
            ("Repairs crews", [4, 4, 4], 91),
            ("Ward councillors", [5, 3, 1], 182),
        ],
    },
];

static MET: &[Met] = &[
    met(
        "AC-1",
        200,
        Ask,
        Survey,
        "What should the libraries lend next?",
        &[("People who borrow", 84)],
        &[
            spoke(
                "A carpet cleaner would save us the hire.",
                "What is lent",
                Supportive,
                Changed(
                    "Every library lends one now.",
                    "Seven carpet cleaners were bought and have been out 212 times.",
                ),
            ),
            spoke(
                "Let us book from the phone.",
                "Booking",
                Mixed,
                Told(WeDid, "Booking works on a phone since the spring."),
            ),
            spoke(
                "Open on Sundays.",
                "Opening hours",
                Mixed,
                Told(WeWill, "Two libraries try it from January, with volunteers."),
            ),
        ],
    ),
    met("AC-1", 120, Tell, Letter, "What is lent from summer on", &[("People who borrow", 640)], &[]),
    met("AC-2", 340, Ask, DropIn, "What would make you say no?", &[("Older residents’ forum", 22)], &[]),
    met(
        "AC-2",
        180,
        Ask,
        Visit,
        "How was the winter after the work?",
        &[("Tenants of cold homes", 14), ("Older residents’ forum", 6)],
        &[
            spoke(
                "Please do the north side as well, the damp is there.",
                "Which walls",
                Worried,
                Told(
                    WeCannot,
                    "The grant pays for walls that lose most heat. The north side loses less than its cost in forty years.",
                ),
            ),
            spoke(
                "Tell us the day before, not the morning.",
                "Notice",
                Mixed,
                Told(WeDid, "The fitters ring the day before, and again in the morning."),
            ),
        ],
    ),
    met(
        "AC-2",
        150,
        Ask,
        Conversation,
        "Who cannot live beside the work for a week?",
        &[("Disability forum", 9)],
        &[
            spoke(
                "The dust is the worst of it for people who cannot go out.",
                "Dust",
                Worried,
                Told(WeDid, "Rooms are sealed off, and a warm flat can be had for the week."),
            ),
            spoke(
                "Ask before you move somebody’s chair.",
                "Notice",
                Mixed,
                Answered(WeWill, "It goes into the fitters’ first visit from the next street on."),
            ),
        ],
    ),
    met(
        "AC-2",
        100,
        Ask,
        DropIn,
        "Would you want it in your street?",
        &[("Residents of terrace streets", 31)],
        &[
            spoke(
                "When will our street be done? We were told last year.",
                "When",
                Worried,
                Answered(PassedOn, "To the board, which has yet to decide on a rollout."),
            ),
            spoke(
                "The bills of number 12 have really fallen.",
                "Bills",
                Supportive,
                Answered(WeWill, "We publish the figures of all 58 homes with the decision."),
            ),
        ],
    ),
    met("AC-3", 750, Ask, Survey, "Where do your reports get lost?", &[("Residents who report", 310)], &[]),
    met(
        "AC-3",
        130,
        Ask,
        TeamMeeting,
        "Can you report without a phone?",
        &[("Older residents’ forum", 18), ("African and Caribbean elders", 9)],
        &[
            spoke(
                "I ring, and then I hear nothing.",
                "Hearing back",
                Worried,
                Changed(
                    "Whoever rings is rung back or written to, as they choose.",
                    "Reports by telephone get the same three messages as reports by app; 9 in 10 are told when it is done.",
                ),
            ),
            spoke(
                "Put the number on the bins.",
                "Where to ring",
                Supportive,
                Told(WeDid, "The number is on every bin since September."),
            ),
        ],
    ),
    met(
        "AC-3",
        70,
        Shape,
        Workshop,
        "How should a report be made without sight of a map?",
        &[("Disability forum", 11)],
        &[
            spoke(
                "A pin on a map is no use to me. Let me say the nearest door.",
                "Saying where",
                Mixed,
                Changed(
                    "The form takes an address or a landmark.",
                    "Reports with an address in words went from none to 140 a month, half of them by people with a screen reader.",
                ),
            ),
            spoke(
                "Let us send a photo with a spoken word.",
                "Saying where",
                Supportive,
                Told(
                    WeCannot,
                    "Spoken words would have to be typed in again by hand, which the contract for the app does not pay for.",
                ),
            ),
        ],
    ),
    Met {
        asks: Some(Asks {
            opened: 90,
            closed: 60,
            logged: 58,
            answered: 50,
            open: false,
            decision: "Close the old e-mail address for street reports",
        }),
        ..met(
            "AC-3",
            60,
            Ask,
            Consultation,
            "Should the old e-mail address for street reports close?",
            &[("Residents who report", 57)],
            &[
                spoke(
                    "You had closed it already when you asked.",
                    "The e-mail address",
                    Worried,
                    Answered(PassedOn, "To the monitoring officer, for advice on how we ask."),
                ),
                spoke(
                    "Nobody answered it anyway.",
                    "The e-mail address",
                    Mixed,
                    Answered(WeDid, "Whoever writes there is told where to report."),
                ),
            ],
        )
    },
    met(
        "AC-3",
        40,
        Ask,
        TeamMeeting,
        "Which reports send you out for nothing?",
        &[("Street crews", 16)],
        &[spoke(
            "Half of the mattress reports are gone when we come.",
            "Wasted trips",
            Mixed,
            Told(WeDid, "Reports of one thing in one place are joined before a crew is sent."),
        )],
    ),
    Met {
        leaders: &[SERVICES],
        ..met(
            "AC-3",
            12,
            Ask,
            TeamMeeting,
            "What do residents tell you on the doorstep?",
            &[("Ward councillors", 7)],
            &[spoke("They ask who looks at the photos.", "Privacy", Mixed, Waits)],
        )
    },
    met("AC-4", 650, Ask, Conversation, "What did you need before it went wrong?", &[("Carers’ network", 19)], &[]),
    met(
        "AC-4",
        300,
        Shape,
        Workshop,
        "What should the first call be like?",
        &[("Carers’ network", 24)],
        &[
            spoke(
                "I tell my story five times. Let it be once.",
                "The first call",
                Worried,
                Changed(
                    "The link worker writes it down once, and everyone who helps reads the same page.",
                    "Carers tell their story once: 61 of 70 said so in September, and the second assessment is gone.",
                ),
            ),
            spoke(
                "Ring me after six, I work.",
                "Opening hours",
                Mixed,
                Told(WeDid, "Two localities ring until eight on Tuesdays."),
            ),
        ],
    ),
    met(
        "AC-4",
        170,
        Share,
        Panel,
        "Choosing the link workers together",
        &[("People with long-term conditions", 6)],
        &[spoke(
            "Take the one who listened, not the one with the papers.",
            "Who is hired",
            Supportive,
            Changed(
                "Two of the panel’s three were hired.",
                "People with long-term conditions sit on every panel that hires a link worker, and their vote counts the same.",
            ),
        )],
    ),
    met(
        "AC-4",
        110,
        Shape,
        Workshop,
        "Who would you trust to come in?",
        &[("Black and Asian elders", 17)],
        &[
            spoke(
                "Send somebody who speaks Punjabi.",
                "Language",
                Mixed,
                Told(WeWill, "The third wave hires two who do; until then an interpreter is booked by default."),
            ),
            spoke(
                "Meet us at the temple and not at the town hall.",
                "Where",
                Supportive,
                Told(WeDid, "The link worker is there on Thursdays."),
            ),
        ],
    ),
    Met {
        leaders: &[CHIEF],
        asks: Some(Asks {
            opened: 76,
            closed: 46,
            logged: 34,
            answered: 19,
            open: true,
            decision: "Begin the third wave in April",
        }),
        ..met(
            "AC-4",
            46,
            Ask,
            Consultation,
            "Where should the third wave begin?",
            &[("Carers’ network", 132), ("People with long-term conditions", 64)],
            &[
                spoke(
                    "Begin where the hospital is furthest.",
                    "Where",
                    Supportive,
                    Changed(
                        "The two rural localities come first.",
                        "The order of the third wave was turned round: the two localities furthest from a hospital begin in April.",
                    ),
                ),
                spoke(
                    "Do all four at once.",
                    "How fast",
                    Mixed,
                    Told(
                        WeCannot,
                        "Two link workers are still to be found; four localities at once would leave two of them without one.",
                    ),
                ),
            ],
        )
    },
    Met {
        partners: &["Primary care network", "Neighbours Together", "NHS integrated care board"],
        ..met(
            "AC-4",
            40,
            Shape,
            TeamMeeting,
            "What would make you send people to a link worker?",
            &[("Community nurses", 12)],
            &[spoke(
                "Give us one number that somebody answers.",
                "Referrals",
                Mixed,
                Answered(WeWill, "One number for all localities comes with the new telephone system."),
            )],
        )
    },
    Met {
        leaders: &[LEADER],
        ..met(
            "AC-4",
            9,
            Ask,
            DropIn,
            "How has it been since summer?",
            &[("Carers’ network", 21)],
            &[
                spoke("Somebody rang back within the day.", "Hearing back", Supportive, Waits),
                spoke("My link worker left and nobody told me.", "Who is hired", Worried, Waits),
            ],
        )
    },
    met(
        "AC-5",
        330,
        Tell,
        Letter,
        "What the robot will do in your block",
        &[("Tenants of the three blocks", 190)],
        &[],
    ),
    met(
        "AC-5",
        180,
        Ask,
        TeamMeeting,
        "Which jobs does it send you to wrongly?",
        &[("Repairs crews", 13)],
        &[
            spoke("It books a plumber for every drip.", "Wrong jobs", Worried, Waits),
            spoke("We ring the tenant anyway, so it saves us nothing.", "Wrong jobs", Worried, Waits),
        ],
    ),
    met(
        "AC-5",
        150,
        Ask,
        Survey,
        "Is it easier to get a repair?",
        &[("Tenants of the three blocks", 44)],
        &[
            spoke("I want to speak to a person.", "Speaking to somebody", Worried, Waits),
            spoke("My mother cannot use it and has stopped asking.", "Speaking to somebody", Worried, Waits),
        ],
    ),
    met(
        "AC-6",
        350,
        Ask,
        Online,
        "Why do small firms not bid?",
        &[("Residents who own a small firm", 26), ("Federation of small firms", 4)],
        &[],
    ),
    met(
        "AC-6",
        190,
        Ask,
        Conversation,
        "What can wait for the new rules?",
        &[("Federation of small firms", 8)],
        &[
            spoke(
                "Pay us within ten days, that needs no new law.",
                "Payment",
                Mixed,
                Told(WeDid, "Firms with fewer than ten people are paid within ten days."),
            ),
            spoke(
                "Tell us each month whether you still mean it.",
                "Hearing back",
                Mixed,
                Told(WeWill, "The programme manager writes on the first of each month until it goes on."),
            ),
        ],
    ),
];
