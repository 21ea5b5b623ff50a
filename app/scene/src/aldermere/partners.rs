//! Who does it with the council, and who was told why. Days are days ago.
use super::people::{CHIEF, LEADER, SERVICES};
use crate::{
    message::{Told, told},
    partner::{Joins, joins, saw},
};
use domain::{
    Audience::{AffectedStaff, Councillors, Partners, Residents},
    Channel::{Email, Letter, Media, Meeting, Social, Visit, Web},
    Confidence::{AtRisk, OffTrack, OnTrack},
    PartnerRole::{Adviser, CoLead, Data, Delivery, Funder},
    YesNo::{No, Partly, Yes},
};

pub(super) static PARTNERS: &[Joins] = &[
    Joins {
        on_board: true,
        views: &[
            saw(420, OnTrack, "Every home we did is warmer, and the crews know the work now.", Some(Yes)),
            saw(
                33,
                OffTrack,
                "Two crews have waited for a decision since last autumn. They go elsewhere in January.",
                Some(Partly),
            ),
        ],
        ..joins(
            "AC-2",
            "City Homes Association",
            Delivery,
            780,
            "Head of Investment",
            "Two insulation crews until the rollout is decided",
        )
    },
    joins(
        "AC-3",
        "Brightroads, highways contractor",
        Delivery,
        610,
        "Contract Manager",
        "A crew within two days of a report",
    ),
    joins("AC-3", "Ashwater, water company", Data, 390, "Network Manager", "Its reports of bursts, each night"),
    Joins {
        body: "NHS in the county",
        on_board: true,
        views: &[
            saw(150, OnTrack, "Fewer people come to the ward who only needed somebody to ask.", Some(Yes)),
            saw(26, OnTrack, "The second wave does what the first did. Our own money is set each spring.", Some(Yes)),
        ],
        ..joins(
            "AC-4",
            "NHS integrated care board",
            Funder,
            560,
            "Director of Place",
            "Half of the link workers’ pay until next autumn",
        )
    },
    Joins {
        body: "NHS in the county",
        views: &[saw(
            18,
            AtRisk,
            "Two practices have lost their receptionist. A link worker alone at a desk does not last.",
            Some(Partly),
        )],
        ..joins("AC-4", "Primary care network", CoLead, 580, "Clinical Director", "A desk and a room in each practice")
    },
    Joins {
        views: &[saw(40, OnTrack, "Volunteers stay when a link worker thanks them by name.", Some(Yes))],
        ..joins(
            "AC-4",
            "Neighbours Together",
            Delivery,
            470,
            "Volunteer Manager",
            "Sixty volunteers who visit or drive",
        )
    },
    joins("AC-4", "School of Social Work", Adviser, 300, "Research Lead", "An evaluation of each wave"),
    Joins {
        views: &[saw(200, AtRisk, "Nobody has told our members whether it goes on.", Some(No))],
        ..joins("AC-6", "Chamber of small firms", Adviser, 410, "Policy Manager", "Ten firms that try each form")
    },
];

/// In half a year: nothing of Warm Streets and the robot, two audiences of the reports, three of the front door.
pub(super) static MESSAGES: &[Told] = &[
    told("AC-1", 690, Residents, Media, Some(LEADER), "Borrow it, do not buy it: local radio at the first library."),
    told("AC-1", 388, Councillors, Meeting, None, "What the seven libraries lend, and what it saves."),
    told("AC-2", 605, Residents, Letter, None, "Why your street is first, and who will knock."),
    told("AC-2", 596, Partners, Meeting, Some(CHIEF), "What we want to learn from 58 homes."),
    told("AC-2", 440, Councillors, Email, None, "One page: 58 homes, a fifth less energy."),
    told("AC-3", 396, Councillors, Meeting, Some(SERVICES), "Why one form replaces fourteen."),
    told("AC-3", 330, Residents, Social, None, "Report it once, and see a picture when it is done."),
    told("AC-3", 121, Residents, Web, None, "What became of 2,300 reports, street by street."),
    told("AC-3", 93, AffectedStaff, Meeting, None, "Crews close reports themselves: why, and how, at both depots."),
    told("AC-4", 286, Councillors, Meeting, Some(LEADER), "Why twelve localities, and what it will cost."),
    told("AC-4", 101, Residents, Media, Some(LEADER), "People leave the front desk with something arranged."),
    told("AC-4", 47, AffectedStaff, Visit, Some(CHIEF), "A morning at the front desk in the fifth locality."),
    told("AC-4", 29, Partners, Email, None, "Where each locality stands, and what the third wave needs."),
    told("AC-5", 238, AffectedStaff, Meeting, None, "What the robot does at night, and what stays with the line."),
];
