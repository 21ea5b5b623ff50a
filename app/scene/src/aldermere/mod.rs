//! Aldermere City Council: a unitary council with a cabinet, and a portfolio of more than three years.
mod backing;
mod figures;
mod heard;
mod innovations;
mod partners;
mod people;
mod plans;
mod records;
mod risks;
mod spread;
mod updates;

use crate::{direction::Area, limits::Limits, organisation::Organisation};
use domain::{OrganisationKind, Pence};
use innovations::INNOVATIONS;
use people::{ADMINISTRATOR, CHIEF, EVERYONE, FINANCE, HOUSING, LEADER, MANAGER, SERVICES};

pub(crate) static ALDERMERE: Organisation = Organisation {
    name: "Aldermere City Council",
    slug: "aldermere",
    code: "AC",
    kind: OrganisationKind::Council,
    councils: &[],
    founded: 1412,
    administrator: ADMINISTRATOR,
    manager: MANAGER,
    people: EVERYONE,
    areas: AREAS,
    innovations: INNOVATIONS,
    boards: &[],
    experiments: &[],
    partners: partners::PARTNERS,
    messages: partners::MESSAGES,
    records: records::tell,
    issues: risks::ISSUES,
    heard: &heard::HEARD,
    spreads: spread::SPREADS,
    backing: backing::BACKING,
    blows: backing::BLOWS,
    councils_end: None,
    limits: Limits {
        settled: 300,
        finance_lead: Some(FINANCE),
        breach_process: "https://intranet.aldermere.example.org/data-breach",
        key_decision: Pence(50_000_000),
        councils: &[],
    },
};

static AREAS: &[Area] = &[
    Area {
        title: "Independent lives",
        political: LEADER,
        officer: CHIEF,
        outcome: "More adults live at home, safely and as they choose, with help that comes before a crisis.",
        measure: figures::AC_INDEPENDENT,
    },
    Area {
        title: "Homes and no-one on the street",
        political: LEADER,
        officer: HOUSING,
        outcome: "Nobody has to sleep on the street, and fewer families wait in temporary homes each year.",
        measure: figures::AC_HOMES,
    },
    Area {
        title: "Clean, low-carbon places",
        political: LEADER,
        officer: CHIEF,
        outcome: "Streets are clean, and homes and the council itself use less energy every year.",
        measure: figures::AC_PLACES,
    },
    Area {
        title: "Easy services",
        political: SERVICES,
        officer: FINANCE,
        outcome: "Residents get what they need the first time they ask, online or in person.",
        measure: figures::AC_SERVICES,
    },
    Area {
        title: "Money and jobs that stay local",
        political: SERVICES,
        officer: FINANCE,
        outcome: "More of what the council spends goes to firms and people within the city.",
        measure: figures::AC_MONEY,
    },
];
