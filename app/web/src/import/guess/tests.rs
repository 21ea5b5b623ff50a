//! Titles as people write them, and what the columns are taken for.
use super::*;
use ImportField::{
    Answer, Anyway, Area, Cadence, Changed, Council, Counted, CountedOnce, Eligible, EligibleReason, Groups,
    Innovation, LeadPost, Level, Organisation, Owner, People, Purpose, Reference, Response, Said, Site, SpeaksFor,
    Stakeholder, StateReason, TargetLevel, Title,
};
use spreadsheet::{Row, Source};

/// Titles each with a cell below it, what the rows are, and what the columns are.
type Guess = (&'static [(&'static str, &'static str)], ImportKind, &'static [ImportField]);

/// A file of one row.
fn sheet(columns: &[(&str, &str)]) -> Sheet {
    Sheet {
        source: Source::Csv { delimiter: Some(','), encoding: "UTF-8" },
        columns: columns.iter().map(|(title, _)| (*title).to_owned()).collect(),
        rows: vec![Row { number: 2, cells: columns.iter().map(|(_, cell)| (*cell).to_owned()).collect() }],
        ragged: vec![],
    }
}

fn guessed(columns: &[(&str, &str)]) -> (ImportKind, Vec<ImportField>) {
    let sheet = sheet(columns);
    let kind = kind(&sheet, |_| None);
    (kind, mapping(&sheet, kind, None).columns().map(|(_, field)| field).collect())
}

#[test]
fn titles_of_groups_and_engagements_are_known_as_councils_write_them() {
    let table: [Guess; 6] = [
        (
            &[("Stakeholder", "Carers"), ("Type", "Carers"), ("Ward", "Mill"), ("Speaks for", "Age; Disability")],
            ImportKind::Stakeholders,
            &[Stakeholder, Kind, Area, SpeaksFor],
        ),
        (
            &[
                ("Group name", "Unison"),
                ("Category", "unions"),
                ("Project", "Lamps"),
                ("Influence (1-5)", "4"),
                ("Interest (1-5)", "3"),
                ("Impact on them", "5"),
                ("Target level", "Ask"),
                ("Cadence (days)", "91"),
                ("Relationship owner", "Jo"),
                ("Date added", "01/02/2026"),
                ("Priority anyway", "yes"),
            ],
            ImportKind::Stakeholders,
            &[Stakeholder, Kind, Innovation, Power, Interest, Impact, TargetLevel, Cadence, Owner, AddedOn, Anyway],
        ),
        (
            &[
                ("Ref", "E1"),
                ("Project", "Lamps"),
                ("Date", "01/02/2026"),
                ("Event", "Drop-in"),
                ("Level of engagement", "Ask"),
                ("Who took part", "Carers"),
                ("Attendance", "12"),
                ("You said", "Too dark"),
                ("Our response", "We did"),
                ("Reason", "A lamp"),
                ("Response date", "03/02/2026"),
                ("Date told back", "04/02/2026"),
                ("What changed", "It is lit"),
            ],
            ImportKind::Engagements,
            &[
                Reference, Innovation, MetOn, Purpose, Level, Groups, People, Said, Response, Answer, AnsweredOn,
                ToldBackOn, Changed,
            ],
        ),
        (
            &[("Innovation", "Lamps"), ("Day", "2026-02-01"), ("Audience", "Carers"), ("Colour of the room", "red")],
            ImportKind::Engagements,
            &[Innovation, MetOn, Groups, Ignore],
        ),
        // A register of projects that also names whom they affect is one of innovations.
        (
            &[("Project", "Lamps"), ("Date", "2026-02-01"), ("Stakeholders", "Carers"), ("RAG", "Green")],
            ImportKind::Innovations,
            &[Title, Ignore, Ignore, Rating],
        ),
        // A kind is of a group only where it says so.
        (&[("Name", "Lamps"), ("Type", "Capital")], ImportKind::Innovations, &[Title, Ignore]),
    ];
    for (columns, kind, fields) in table {
        assert_eq!(guessed(columns), (kind, fields.to_vec()), "{columns:?}");
    }
}

#[test]
fn titles_of_sites_are_known_and_a_list_of_projects_that_names_a_place_is_none() {
    let table: [Guess; 4] = [
        (
            &[
                ("Project", "Lamps"),
                ("Site name", "Mill ward"),
                ("Type", "ward"),
                ("Provider", "Mill Trust"),
                ("Council", "Northshire"),
                ("In scope", "Yes"),
                ("Reason", "On the list"),
                ("Phase", "1"),
                ("Eligible population", "1,200"),
                ("Planned go-live date", "01/10/2026"),
                ("Forecast go live", "01/11/2026"),
                ("Actual go-live date", "03/11/2026"),
                ("Site lead", "Ward manager"),
                ("Status", "Live"),
                ("Status date", "03/11/2026"),
                ("Status reason", "It went well"),
                ("Review date", "01/02/2027"),
            ],
            ImportKind::Sites,
            &[
                Innovation,
                Site,
                Kind,
                Organisation,
                Council,
                Eligible,
                EligibleReason,
                Wave,
                EligiblePeople,
                PlannedLive,
                ForecastLive,
                LiveOn,
                LeadPost,
                State,
                StateOn,
                StateReason,
                ReviewOn,
            ],
        ),
        (
            &[
                ("Innovation", "Lamps"),
                ("Location", "Mill ward"),
                ("People reached", "130"),
                ("Period from", "01/10/2026"),
                ("Period to", "31/10/2026"),
                ("Unit", "people"),
                ("Unique", "yes"),
            ],
            ImportKind::Sites,
            &[Innovation, Site, Reached, CountedFrom, CountedTo, Counted, CountedOnce],
        ),
        // A status that is no state of a site is a rating, or nothing.
        (
            &[("Project", "Lamps"), ("Location", "Mill ward"), ("Status", "Amber")],
            ImportKind::Innovations,
            &[Title, Ignore, Rating],
        ),
        (
            &[("Project", "Lamps"), ("Location", "Mill ward"), ("Start", "2026-01-01"), ("Owner", "Jo")],
            ImportKind::Innovations,
            &[Title, Ignore, Start, ImportField::Lead],
        ),
    ];
    for (columns, kind, fields) in table {
        assert_eq!(guessed(columns), (kind, fields.to_vec()), "{columns:?}");
    }
}

#[test]
fn no_two_fields_of_a_kind_share_a_title_and_all_can_be_chosen() {
    for kind in ImportKind::ALL {
        let mut titles: Vec<_> = known(*kind).iter().flat_map(|(_, whole, _)| whole.iter()).collect();
        let all = titles.len();
        titles.sort_unstable();
        titles.dedup();
        assert_eq!(titles.len(), all, "{kind:?}");
        for (field, ..) in known(*kind) {
            assert!(kind.fields().contains(field), "{kind:?} {field:?}");
        }
        for field in kind.needed() {
            assert!(known(*kind).iter().any(|(one, ..)| one == field), "{kind:?} {field:?}");
        }
    }
}

#[test]
fn what_was_said_of_an_earlier_file_counts_before_any_guess() {
    let file = sheet(&[("Name", "Lamps"), ("Kind of thing", "x")]);
    let mapping = Mapping::new(vec![("Name".into(), Stakeholder), ("Kind of thing".into(), Area)]);
    let import = Import {
        id: domain::ImportId(uuid::Uuid::nil()),
        entry: domain::Entry::default(),
        kind: ImportKind::Stakeholders,
        file: "groups.csv".parse().expect("fits"),
        report_on: chrono::NaiveDate::default(),
        mapping: mapping.written(),
        added: 1,
        updated: 0,
        refused: 0,
        undone_on: None,
        last_number: 0,
        unit: AmountUnit::default(),
    };
    let before = |kind| (kind == ImportKind::Stakeholders).then_some(&import);
    assert_eq!(kind(&file, before), ImportKind::Stakeholders);
    let to_mend = sheet(&[("Name", "Lamps"), ("Kind of thing", "x"), ("Problem", "Name: too long")]);
    assert_eq!(kind(&to_mend, before), ImportKind::Stakeholders);
    assert_eq!(super::mapping(&file, ImportKind::Stakeholders, Some(&import)), mapping);
}
