//! Who does it with the councils, and who was told why. Days are days ago.
use super::people::{CHIEF_SALTMARSH, LEADER_SALTMARSH, LEADER_THORNBECK, PARTNER};
use crate::{
    message::{Told, told},
    partner::{Joins, joins, saw},
};
use domain::{
    Audience::{AffectedStaff, Councillors, Partners, Residents},
    Channel::{Email, Letter, Media, Meeting, Visit},
    Confidence::{AtRisk, OffTrack, OnTrack},
    PartnerRole::{CoLead, Data, Delivery, Funder},
    YesNo::{Partly, Yes},
};

pub(super) const HEARTH: &str = "Hearth Housing Association";

pub(super) static PARTNERS: &[Joins] = &[
    Joins {
        on_board: true,
        reads: Some(PARTNER),
        views: &[
            saw(130, OnTrack, "People stay. We would take twenty more leases tomorrow.", Some(Yes)),
            saw(
                19,
                AtRisk,
                "We cannot sign leases past the spring without knowing who guarantees the rent.",
                Some(Yes),
            ),
        ],
        ..joins("TS-1", HEARTH, CoLead, 660, "Director of Homes", "A support worker for every ten leases")
    },
    Joins {
        views: &[saw(44, AtRisk, "Two months’ notice helps. Members ask what comes after the grant.", None)],
        ..joins("TS-1", "Guild of Private Landlords", Delivery, 550, "Secretary", "Twenty-two landlords who let to us")
    },
    Joins {
        views: &[saw(
            160,
            OffTrack,
            "Our money ends next spring, and we have seen no plan for what follows.",
            Some(Yes),
        )],
        ..joins(
            "TS-1",
            "Regional homelessness fund",
            Funder,
            640,
            "Programme Officer",
            "The guarantee until next spring",
        )
    },
    Joins {
        reads: Some(PARTNER),
        views: &[saw(
            23,
            OnTrack,
            "Alerts come early enough for a visit. Some tenants turn the sensor off.",
            Some(Yes),
        )],
        ..joins("TS-3", HEARTH, Delivery, 290, "Director of Homes", "Its own 60 homes on two of the estates")
    },
    Joins {
        views: &[saw(37, AtRisk, "Tenants want to see their own readings before anybody else does.", None)],
        ..joins("TS-3", "Federation of Tenants", Delivery, 280, "Chair", "A volunteer on each estate who explains it")
    },
    joins("TS-3", "Fire and rescue service", Data, 240, "Prevention Manager", "Its list of homes with old wiring"),
    Joins {
        views: &[saw(28, OnTrack, "Callers hold the letter in their hand and know what to ask.", Some(Yes))],
        ..joins("TS-4", "Debt advice centre", Delivery, 180, "Centre Manager", "An adviser on the line each morning")
    },
    Joins {
        on_board: true,
        views: &[saw(16, AtRisk, "Agents will use it if the answer counts. Today the desk asks again.", Some(Partly))],
        ..joins("TS-5", "Forum of planning agents", CoLead, 66, "Chair", "Ten agents who try each version")
    },
    joins("TS-5", "Digital planning fund", Funder, 64, "Grants Officer", "Half of the cost until summer"),
];

/// In half a year: three audiences of the leases and of the sensors, one of the letters, two of the check.
pub(super) static MESSAGES: &[Told] = &[
    told("TS-1", 540, Partners, Meeting, Some(LEADER_SALTMARSH), "Why the councils guarantee the rent."),
    told("TS-1", 252, AffectedStaff, Meeting, None, "What changes for the housing desk with each lease."),
    told("TS-1", 112, Residents, Media, Some(LEADER_SALTMARSH), "Sixty-one people hold a lease of their own."),
    told("TS-1", 39, Partners, Email, None, "Where the guarantee stands, and what happens when the grant ends."),
    told("TS-1", 32, Councillors, Meeting, Some(LEADER_SALTMARSH), "A lease against a bed and breakfast, in pounds."),
    told(
        "TS-2",
        298,
        Residents,
        Letter,
        Some(LEADER_THORNBECK),
        "A tablet for eight weeks, and a first lesson at home.",
    ),
    told("TS-3", 170, Residents, Letter, None, "What the sensor sees, and who may look."),
    told("TS-3", 99, Partners, Email, None, "The first two estates: what we found, and what it cost."),
    told("TS-3", 58, AffectedStaff, Visit, Some(CHIEF_SALTMARSH), "With a repairs crew on the second estate."),
    told("TS-4", 82, AffectedStaff, Meeting, None, "Four letters, and why we try all of them."),
    told("TS-5", 52, Partners, Meeting, None, "A third of applications are invalid: the agents’ workshop."),
    told("TS-5", 24, Councillors, Email, None, "One page for the planning committee: what the check asks."),
    told("TS-6", 29, AffectedStaff, Meeting, None, "At the depot, before the shift: what is worth mending."),
];
