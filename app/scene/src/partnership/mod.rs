//! Thornbeck and Saltmarsh: two councils with one chief executive and two cabinets. Both councils are to end, and
//! nobody has said yet who follows.
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
mod work;

use crate::{
    direction::Area,
    limits::{Accepts, Limits},
    organisation::Organisation,
};
use domain::{
    AppetiteBand, OrganisationKind, Pence,
    RiskCategory::{Delivery, Finance, Reputation},
};
use innovations::INNOVATIONS;
use people::{
    ADMINISTRATOR, CHIEF_SALTMARSH, CHIEF_THORNBECK, COMMUNITIES, EVERYONE, LEADER_SALTMARSH, LEADER_THORNBECK,
    MANAGER, SALTMARSH, THORNBECK,
};

pub(crate) static PARTNERSHIP: Organisation = Organisation {
    name: "Thornbeck and Saltmarsh Partnership",
    slug: "thornbeck-saltmarsh",
    code: "TS",
    kind: OrganisationKind::Partnership,
    councils: &[THORNBECK, SALTMARSH],
    founded: 800,
    administrator: ADMINISTRATOR,
    manager: MANAGER,
    people: EVERYONE,
    areas: AREAS,
    innovations: INNOVATIONS,
    boards: work::BOARDS,
    experiments: work::EXPERIMENTS,
    partners: partners::PARTNERS,
    messages: partners::MESSAGES,
    records: records::tell,
    issues: risks::ISSUES,
    heard: &heard::HEARD,
    spreads: spread::SPREADS,
    backing: backing::BACKING,
    blows: backing::BLOWS,
    councils_end: Some((300, -490)),
    limits: Limits {
        settled: 300,
        finance_lead: None,
        breach_process: "https://intranet.thornbeck-saltmarsh.example.org/data-breach",
        key_decision: Pence(25_000_000),
        councils: &[
            Accepts {
                by: CHIEF_SALTMARSH,
                council: SALTMARSH,
                bands: &[(Finance, AppetiteBand::Minimal), (Delivery, AppetiteBand::Open)],
            },
            Accepts { by: CHIEF_THORNBECK, council: THORNBECK, bands: &[(Reputation, AppetiteBand::Cautious)] },
        ],
    },
};

static AREAS: &[Area] = &[
    Area {
        title: "Independent lives",
        political: LEADER_THORNBECK,
        officer: COMMUNITIES,
        outcome: "Fewer older people feel alone, and more of them manage at home with a little help.",
        measure: figures::TS_INDEPENDENT,
    },
    Area {
        title: "Homes and no-one on the street",
        political: LEADER_SALTMARSH,
        officer: CHIEF_SALTMARSH,
        outcome: "Anyone who loses a home has another within eight weeks, and no home is left damp.",
        measure: figures::TS_HOMES,
    },
    Area {
        title: "Clean, low-carbon places",
        political: LEADER_SALTMARSH,
        officer: CHIEF_SALTMARSH,
        outcome: "People repair and share more, and each household throws away less every year.",
        measure: figures::TS_PLACES,
    },
    Area {
        title: "Easy services",
        political: LEADER_THORNBECK,
        officer: CHIEF_THORNBECK,
        outcome: "An application is right the first time, and nobody has to ask twice where it stands.",
        measure: figures::TS_SERVICES,
    },
    Area {
        title: "Money and jobs that stay local",
        political: LEADER_THORNBECK,
        officer: CHIEF_THORNBECK,
        outcome: "Households that fall behind agree a plan they can keep, before any bailiff is sent.",
        measure: figures::TS_MONEY,
    },
];
