//! Where the innovations of Aldermere have spread to, and whether they last. Days are days ago; to come is negative.
use super::people::{MANAGER, STREETS};
use crate::spread::{Rated, Reviewed, Spot, Spreads, spot};
use domain::{
    OutcomeHeld, ReviewKind, ScaleApproach, SiteKind,
    SiteState::{Agreed, Declined, Embedded, Engaged, Live, Preparing},
    VerticalKind, YesNo,
};

pub(super) static SPREADS: &[Spreads] = &[
    Spreads {
        code: "AC-1",
        planned: 905,
        goal: "All seven libraries lend things, paid for from the libraries’ own budget.",
        approach: ScaleApproach::Replicate,
        core: &[
            ("A shelf in sight of the door", "What nobody sees nobody borrows.", 3),
            ("A library card is enough", "A second form halves the loans.", 3),
            ("Each thing is checked when it comes back", "One broken drill ends the trust.", 2),
        ],
        vertical: &[(VerticalKind::Budget, "A line in the libraries’ base budget", Some(765))],
        owner: "Head of Libraries",
        from: 900,
        to: 770,
        kind: SiteKind::Library,
        places: &[
            library("Central Library"),
            library("Eastgate Library"),
            library("Fellside Library"),
            library("Harbour Library"),
            library("Millbrook Library"),
            library("Northmoor Library"),
            library("Weirside Library"),
        ],
        rated: &[
            whole(705, STREETS, [2, 2, 2, 1, 2, 1, 2, 2, 2, 2, 1, 2]),
            whole(412, STREETS, [2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2]),
            whole(411, MANAGER, [2, 2, 2, 2, 1, 1, 2, 2, 2, 2, 1, 2]),
        ],
        checked: &[(415, &["yyy", "yyy", "yyp", "yyy", "ypy", "yyy", "yyy"])],
        counted: &[],
        reviewed: &[
            Reviewed { action: "", ..reviewed(530, ReviewKind::SixMonths, LIBRARIES) },
            Reviewed { action: "", ..reviewed(405, ReviewKind::TwelveMonths, LIBRARIES) },
            Reviewed {
                in_use: YesNo::Partly,
                action: "Two libraries lend nothing on Saturdays since the caretaker left: share one between them.",
                ..reviewed(35, ReviewKind::TwentyFourMonths, LIBRARIES)
            },
        ],
    },
    Spreads {
        code: "AC-3",
        planned: 405,
        goal: "Every ward has one form and one number for anything broken or dirty in a street.",
        approach: ScaleApproach::Replicate,
        core: &[
            ("One form for everything", "Fourteen forms were the problem.", 3),
            ("The resident’s own words reach the crew", "Categories lose what matters.", 3),
            ("One number for each report", "Without it reports come twice.", 3),
            ("Crews close reports themselves", "A desk that closes them does not know.", 3),
            ("A picture when it is done", "People believe what they see.", 3),
            ("An answer within two days", "Silence makes a second report.", 2),
            ("Reports for others are passed on", "A third belongs to somebody else.", 2),
        ],
        vertical: &[
            (VerticalKind::Budget, "Two posts in the base budget", Some(49)),
            (VerticalKind::Training, "Half a day in each crew’s induction", None),
        ],
        owner: "Head of Street Services",
        from: 400,
        to: 172,
        kind: SiteKind::Ward,
        places: &[
            ward("Abbey"),
            ward("Bankside"),
            ward("Castle"),
            ward("Dockyard"),
            ward("Eastgate"),
            ward("Fellside"),
            ward("Greenhill"),
            ward("Harbour"),
            ward("Inkerman"),
            ward("Kingsway"),
            ward("Larkfield"),
            ward("Millbrook"),
            ward("Northmoor"),
            ward("Orchard"),
            ward("Priory"),
            ward("Quarry"),
            ward("Riverside"),
            ward("St Anne’s"),
        ],
        rated: &[
            whole(178, STREETS, [2, 1, 2, 2, 2, 0, 1, 1, 1, 2, 1, 1]),
            whole(70, STREETS, [2, 1, 2, 2, 2, 0, 1, 2, 1, 2, 1, 1]),
            whole(68, MANAGER, [2, 1, 2, 2, 2, 0, 1, 2, 1, 2, 1, 0]),
        ],
        checked: &[(
            95,
            &[
                "ypypyyy", "ypypyyy", "yyypyyy", "ypypyyy", "ypypypy", "ypypyyy", "ypypyyy", "yyyyyyy", "ypypyyy",
                "ypppyyy", "ypypyyy", "yyypyyy", "ypypyyy", "ypypyyn", "ypypyyy", "yyypyyy", "ypypyyy", "pppypyy",
            ],
        )],
        counted: &[],
        reviewed: &[reviewed(100, ReviewKind::SixMonths, WARDS)],
    },
    Spreads {
        code: "AC-4",
        planned: 296,
        goal: "A link worker at the front desk of a health centre in each of twelve localities.",
        approach: ScaleApproach::Adapt,
        core: &[
            ("A link worker at the desk every morning", "People ask when they are there.", 3),
            ("Something arranged the same day", "A leaflet helps nobody.", 3),
            ("Up to £250 without asking", "A handrail now saves a fall.", 2),
            ("A call after four weeks", "Half of it falls through without one.", 2),
        ],
        vertical: &[
            (VerticalKind::Roles, "Link worker as a job of its own", Some(120)),
            (VerticalKind::Training, "A course at the college", None),
        ],
        owner: "Head of Adult Services",
        from: 290,
        to: -240,
        kind: SiteKind::Other,
        places: &[
            spot(
                "Abbey locality",
                1,
                900,
                210,
                &[(Agreed, 280, ""), (Preparing, 250, ""), (Live, 210, ""), (Embedded, 19, "")],
            ),
            Spot {
                adapts: Some((150, "The link worker sits in the pharmacy next door", "The desk has no room for two.")),
                ..spot("Castle locality", 1, 850, 210, &[(Agreed, 280, ""), (Preparing, 248, ""), (Live, 209, "")])
            },
            spot("Dockyard locality", 1, 800, 210, &[(Agreed, 278, ""), (Preparing, 246, ""), (Live, 207, "")]),
            spot("Greenhill locality", 1, 750, 210, &[(Agreed, 276, ""), (Preparing, 244, ""), (Live, 206, "")]),
            spot("Harbour locality", 2, 700, 60, &[(Agreed, 170, ""), (Preparing, 120, ""), (Live, 60, "")]),
            spot("Millbrook locality", 2, 650, 60, &[(Agreed, 168, ""), (Preparing, 118, ""), (Live, 48, "")]),
            spot("Northmoor locality", 2, 550, 60, &[(Engaged, 200, ""), (Preparing, 116, ""), (Live, 40, "")]),
            Spot {
                forecast: Some((34, -45)),
                ..spot("Riverside locality", 2, 720, 60, &[(Agreed, 165, ""), (Preparing, 112, "")])
            },
            spot("Eastgate locality", 3, 640, -150, &[(Engaged, 130, ""), (Preparing, 18, "")]),
            spot("Fellside locality", 3, 610, -150, &[(Engaged, 128, ""), (Agreed, 40, "")]),
            spot("Orchard locality", 3, 590, -150, &[(Engaged, 126, ""), (Agreed, 36, "")]),
            spot("Priory locality", 3, 560, -150, &[(Engaged, 124, ""), (Declined, 75, "staff turnover")]),
        ],
        rated: &[
            Rated {
                ago: 24,
                by: super::people::ADULTS,
                place: Some("Abbey locality"),
                answers: [2, 2, 2, 1, 2, 1, 2, 2, 2, 2, 1, 2],
            },
            Rated {
                ago: 22,
                by: MANAGER,
                place: Some("Abbey locality"),
                answers: [2, 1, 2, 2, 2, 1, 2, 2, 2, 2, 1, 2],
            },
        ],
        checked: &[(23, &["yypy", "yyyy", "yypp", "ypyy", "yyyy", "yypy", "ypyy"])],
        counted: &[
            (104, 30, &[Some((310, 900)), Some((270, 850)), Some((240, 800)), Some((200, 750))]),
            (
                6,
                30,
                &[
                    Some((410, 900)),
                    Some((380, 850)),
                    Some((360, 800)),
                    Some((340, 750)),
                    Some((170, 700)),
                    Some((150, 650)),
                    Some((130, 550)),
                ],
            ),
        ],
        reviewed: &[reviewed(20, ReviewKind::SixMonths, &["Abbey locality"])],
    },
];

const LIBRARIES: &[&str] = &[
    "Central Library",
    "Eastgate Library",
    "Fellside Library",
    "Harbour Library",
    "Millbrook Library",
    "Northmoor Library",
    "Weirside Library",
];
const WARDS: &[&str] = &[
    "Abbey",
    "Bankside",
    "Castle",
    "Dockyard",
    "Eastgate",
    "Fellside",
    "Greenhill",
    "Harbour",
    "Inkerman",
    "Kingsway",
    "Larkfield",
    "Millbrook",
    "Northmoor",
    "Orchard",
    "Priory",
    "Quarry",
    "Riverside",
    "St Anne’s",
];

const fn library(name: &'static str) -> Spot {
    spot(name, 1, 9_000, 800, &[(Agreed, 880, ""), (Preparing, 850, ""), (Live, 770, "")])
}

const fn ward(name: &'static str) -> Spot {
    spot(name, 1, 11_900, 360, &[(Agreed, 398, ""), (Preparing, 390, ""), (Live, 345, "")])
}

const fn whole(ago: i64, by: crate::people::Who, answers: [u8; 12]) -> Rated {
    Rated { ago, by, place: None, answers }
}

/// Done on a day, in use, and the outcome held.
const fn reviewed(ago: i64, kind: ReviewKind, places: &'static [&'static str]) -> Reviewed {
    Reviewed { ago, kind, places, in_use: YesNo::Yes, held: OutcomeHeld::Yes, action: "" }
}
