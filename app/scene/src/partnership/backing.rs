//! Who backs the innovations of the partnership until when, and the blows they took. Days are days ago; to come is
//! negative.
use super::people::{SALTMARSH, THORNBECK};
use crate::backing::{Backs, Blow, backs};
use domain::{
    CommitmentKind::{Funding, Political, Sponsorship},
    SetbackKind,
};

pub(super) static BACKING: &[Backs] = &[
    backs("TS-1", Funding, "Rough sleeping grant", 556, -120).outside("The government"),
    backs("TS-1", Sponsorship, "Chief Executive", 270, -490).of(SALTMARSH),
    backs("TS-1", Political, "Leader (Saltmarsh)", 270, -490).of(SALTMARSH),
    backs("TS-3", Funding, "Housing revenue account", 296, -490).of(SALTMARSH),
    backs("TS-3", Sponsorship, "Chief Executive", 296, -490).of(SALTMARSH),
    backs("TS-3", Political, "Leader (Saltmarsh)", 296, -490).of(SALTMARSH),
    backs("TS-4", Funding, "Revenues", 196, -128).of(THORNBECK),
    backs("TS-4", Sponsorship, "Chief Executive", 196, -490).of(THORNBECK),
];

pub(super) static BLOWS: &[Blow] = &[
    Blow {
        code: "TS-1",
        kind: SetbackKind::Other,
        ago: 118,
        what: "Two landlords sold their houses.",
        answered: Some((96, "The guarantee now passes to whoever buys, for the rest of the lease.")),
        over: None,
    },
    Blow {
        code: "TS-3",
        kind: SetbackKind::Supplier,
        ago: 126,
        what: "The supplier’s lawyers changed, and the agreement began again.",
        answered: Some((120, "The two councils wrote one draft and sent it to both firms.")),
        over: Some(30),
    },
];
