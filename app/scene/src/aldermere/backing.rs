//! Who backs the innovations of Aldermere until when, and the blows they took. Days are days ago; to come is negative.
use crate::backing::{Backs, Blow, backs};
use domain::{
    CommitmentKind::{Funding, Political, Sponsorship, Staff},
    SetbackKind,
};

pub(super) static BACKING: &[Backs] = &[
    backs("AC-1", Funding, "Head of Libraries", 765, -495),
    backs("AC-1", Sponsorship, "Chief Executive", 700, -495),
    backs("AC-1", Political, "Leader", 700, -495),
    backs("AC-2", Funding, "Director of Housing", 236, -128),
    // The chief executive promised to sponsor it until the evaluation had been read, and did not promise again.
    backs("AC-2", Sponsorship, "Chief Executive", 600, 60),
    backs("AC-2", Political, "Leader", 600, -128),
    backs("AC-3", Funding, "Director of Finance", 168, -494),
    backs("AC-3", Sponsorship, "Chief Executive", 400, -494),
    backs("AC-3", Political, "Cabinet Member, Easy Services", 400, -494),
    backs("AC-4", Funding, "Director of Finance", 284, -494),
    backs("AC-4", Sponsorship, "Chief Executive", 290, -494),
    backs("AC-4", Political, "Leader", 290, -494),
    backs("AC-4", Staff, "Two link workers for each locality", 284, -250).outside("NHS integrated care board"),
    backs("AC-5", Funding, "Director of Finance", 208, -90),
    backs("AC-5", Sponsorship, "Director of Finance", 240, -128),
    backs("AC-5", Political, "Cabinet Member, Easy Services", 240, -128),
    backs("AC-6", Funding, "Director of Finance", 416, -128),
    backs("AC-6", Sponsorship, "Director of Finance", 416, -494),
];

pub(super) static BLOWS: &[Blow] = &[
    Blow {
        code: "AC-1",
        kind: SetbackKind::StaffLoss,
        ago: 120,
        what: "The caretaker of two libraries left and was not replaced.",
        answered: Some((90, "The two libraries share one caretaker on weekdays.")),
        over: None,
    },
    Blow {
        code: "AC-3",
        kind: SetbackKind::Supplier,
        ago: 372,
        what: "The maker of the handsets stopped making them.",
        answered: Some((358, "Crews use their own telephones with an allowance until the new model comes.")),
        over: Some(345),
    },
    Blow {
        code: "AC-4",
        kind: SetbackKind::StaffLoss,
        ago: 92,
        what: "Two link workers withdrew after the interviews.",
        answered: Some((85, "The practices interview with us, and a third candidate is kept in reserve.")),
        over: Some(48),
    },
    Blow {
        code: "AC-6",
        kind: SetbackKind::Other,
        ago: 196,
        what: "The law on splitting contracts is to change.",
        answered: Some((192, "Paused until the new rules are in force, so that no lot has to be let twice.")),
        over: None,
    },
];
