//! What the agile teams do, and what they tested. Days are days ago; to come is negative.
use super::people::{COMMUNITIES, HOUSING, MANAGER, REVENUES};
use crate::{
    experiment::Trial,
    people::Who,
    work::{Board, Piece, Rhythm, Step},
};
use domain::{
    WaitReason::{DataSharing, It, Legal, Members, Partner, Supplier},
    WorkItemKind::{self, Bug, Decision, Story, Task},
};

pub(super) static BOARDS: &[Board] = &[
    Board { code: "TS-3", pieces: DAMP, rhythm: None },
    Board { code: "TS-4", pieces: LETTERS, rhythm: Some(LETTER_RHYTHM) },
];

const fn piece(
    title: &'static str,
    kind: WorkItemKind,
    owner: Who,
    added: i64,
    steps: &'static [(i64, Step)],
) -> Piece {
    Piece { title, kind, owner, added, steps, fixed: None }
}

static DAMP: &[Piece] = &[
    piece(
        "Sign the data-sharing agreement",
        Decision,
        HOUSING,
        148,
        &[(141, Step::Doing), (132, Step::Waits(DataSharing)), (30, Step::Done)],
    ),
    piece("Fit the first estate", Task, HOUSING, 148, &[(140, Step::Doing), (104, Step::Done)]),
    piece(
        "Send readings into the repairs system",
        Story,
        HOUSING,
        140,
        &[(126, Step::Doing), (119, Step::Waits(DataSharing)), (29, Step::Doing), (20, Step::Done)],
    ),
    piece(
        "Connect the hub to the council network",
        Task,
        MANAGER,
        140,
        &[(134, Step::Doing), (131, Step::Waits(It)), (110, Step::Doing), (106, Step::Done)],
    ),
    piece("Alert only after three wet days in a row", Story, HOUSING, 100, &[(76, Step::Doing), (69, Step::Done)]),
    piece("Write the leaflet for tenants", Task, COMMUNITIES, 98, &[(66, Step::Doing), (58, Step::Done)]),
    piece(
        "Have the leaflet translated into six languages",
        Task,
        COMMUNITIES,
        98,
        &[(55, Step::Doing), (51, Step::Waits(Supplier)), (16, Step::Doing), (9, Step::Done)],
    ),
    piece("Hubs lose the signal in the stairwells", Bug, MANAGER, 62, &[(60, Step::Doing), (47, Step::Done)]),
    piece("Agree a visit within five days of an alert", Decision, HOUSING, 60, &[(45, Step::Doing), (38, Step::Done)]),
    piece("Train nine caretakers to read the alerts", Task, HOUSING, 50, &[(35, Step::Doing), (23, Step::Done)]),
    piece("Batteries of the first hubs run out early", Bug, MANAGER, 30, &[(27, Step::Doing), (13, Step::Done)]),
    piece("Fit the second estate", Task, HOUSING, 40, &[(28, Step::Doing)]),
    piece("Show tenants their own readings", Story, MANAGER, 60, &[(24, Step::Doing), (12, Step::Waits(Supplier))]),
    piece("Ask twenty tenants what an alert changed", Story, COMMUNITIES, 25, &[]),
];

static LETTERS: &[Piece] = &[
    piece("Count the answers to offer C each Friday", Task, REVENUES, 36, &[(33, Step::Doing)]),
    piece("Have the letter read by groups of disabled residents", Story, REVENUES, 20, &[(7, Step::Doing)]),
    piece("Write the letter for people who cannot pay anything", Story, REVENUES, 20, &[(4, Step::Doing)]),
    piece("Fill in three plans before the letter is printed", Task, MANAGER, 24, &[(8, Step::Doing)]),
    piece("Put the plan calculator on the website", Story, MANAGER, 34, &[(28, Step::Doing), (19, Step::Waits(It))]),
    piece("Check the wording on court costs", Decision, REVENUES, 24, &[(16, Step::Doing), (11, Step::Waits(Legal))]),
    Piece { fixed: Some(-16), ..piece("Book the printer for the January run", Task, MANAGER, 24, &[]) },
];

const LETTER_RHYTHM: Rhythm = Rhythm {
    weekly: &[2, 0, 3, 4, 1, 3, 2, 5, 3, 2],
    finished: &[
        "Read forty old letters with people who got one",
        "Write offer A on one page",
        "Have offer A read by five people who are behind",
        "Agree what counts as an answer",
        "Draw 600 households by lot",
        "Get the text message past the spam filter",
        "Print offer A and the old letter",
        "Send offer A and the old letter on one day",
        "Tell the contact centre what comes",
        "Count the answers to offer A",
        "Write offer B: the plan first, the total second",
        "Ask the advice centre to read offer B",
        "Find out why people fear the phone call",
        "Print offer B",
        "Send offer B",
        "Let people choose the day of the month",
        "Count the answers to offer B",
        "Ask ten people who did not answer",
        "Write offer C with the contact centre",
        "Work out three plans from what is owed",
        "Take the crest off the envelope",
        "Print offer C",
        "Send offer C",
        "Answer the questions that the contact centre could not",
        "Set a code so that each offer can be told apart",
    ],
    to_do: &[
        "Send offer C to another 600 households",
        "Ask a third of them how they felt about it",
        "Write the letter in easy read",
        "Have it translated into Polish and Romanian",
        "Put a number for text relay on the page",
        "Stop the reminder once a plan is agreed",
        "Let people change their plan without ringing",
        "Show what is still owed in the online account",
        "Tell the court team which cases have a plan",
        "Measure how many keep the plan for three months",
        "Work out what each letter costs",
        "Write up the trial for other councils",
        "Plan the pilot with both councils",
        "Agree who signs off the wording each year",
    ],
    people: &[REVENUES, MANAGER, REVENUES, COMMUNITIES],
    waits: &[Supplier, Legal, Partner, Members],
};

pub(super) static EXPERIMENTS: &[Trial] = &[
    Trial {
        code: "TS-2",
        hypothesis: "If we lend a tablet with a first lesson at home, half of the people will still use it after eight weeks.",
        measure: "Tablets in use after eight weeks",
        unit: "%",
        threshold: 50.0,
        sample: [50, 50],
        stop_rule: "Ten people ask us to take it back.",
        cost_cap: 14_000,
        planned: 230,
        starts: 211,
        ends: 152,
        told: 150,
        result: 28.0,
        learning: "People wanted a person and not a device. Those who kept theirs had somebody who came by. Ask who visits \
                   before asking what to lend.",
    },
    Trial {
        code: "TS-4",
        hypothesis: "If the letter offers a plan first and the total second, more households will answer it.",
        measure: "Households that answer offer B, against the old letter",
        unit: "points",
        threshold: 6.0,
        sample: [600, 594],
        stop_rule: "Complaints double, or the contact centre cannot keep up for two days.",
        cost_cap: 1_200,
        planned: 66,
        starts: 61,
        ends: 42,
        told: 40,
        result: 4.0,
        learning: "The order of the page helps a little. People told us that they could not work out what they would pay \
                   each month, so the next offer has to say it.",
    },
    Trial {
        code: "TS-4",
        hypothesis: "If the letter comes with three plans that are filled in, many more households will answer it.",
        measure: "Households that answer offer C, against the old letter",
        unit: "points",
        threshold: 6.0,
        sample: [600, 597],
        stop_rule: "Complaints double, or the contact centre cannot keep up for two days.",
        cost_cap: 1_500,
        planned: 38,
        starts: 34,
        ends: 10,
        told: 8,
        result: 11.0,
        learning: "A sum for each month, worked out beforehand, takes away the fear of ringing. Most people took the \
                   middle plan, and two in three answered by text message.",
    },
];
