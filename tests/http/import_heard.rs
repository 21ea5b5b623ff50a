//! Stakeholders and engagements from a spreadsheet, and back.
use crate::import::{brought, previewed, reach, upload};
use domain::{FeedbackState, ImportKind, StakeholderKind, testing::*};
use tests::{Actor, Town, now};

const GROUPS: &str = "Stakeholder,Type,Ward,Speaks for,Project,Power,Interest,Impact,Target level,Cadence (days)\r\n\
    Carers in touch,Carers,Mill ward,Age; Disability,NC-1,2,5,5,Ask,30\r\n\
    Unison,Unions,,,,,,,,\r\n";

const LOG: &str = "Ref,Innovation,Date,Event,Level,How,Who took part,You said,Response,Answer,Answered on,Told back on,\
    What changed\r\n\
    E1,Smart street lamps,04/05/2026,Where is it dark?,Ask,Workshop,Carers in touch (12); Night workers (4),\
    It is too dark by the bridge,We did,A lamp was added,20/05/2026,28/05/2026,\
    The lamp by the bridge is lit until midnight now\r\n\
    E1,Smart street lamps,04/05/2026,Where is it dark?,Ask,Workshop,,Ring me on 01632 960001,,,,,\r\n\
    E2,NC-1,01/06/2026,Is it better?,Shape,Meeting,Carers in touch,,,,,,\r\n";

async fn with_groups() -> (Town, Actor) {
    let town = Town::new().await;
    let manager = town.manager().await;
    brought(&manager, "groups.csv", GROUPS.as_bytes(), &[]).await;
    (town, manager)
}

/// What the columns of a page are taken for.
fn chosen(form: &[(String, String)]) -> Vec<&str> {
    form.iter().filter(|(name, _)| name == "column").map(|(_, key)| key.as_str()).collect()
}

#[tokio::test]
async fn the_first_page_names_what_the_columns_of_each_kind_can_be() {
    let town = Town::new().await;
    let page = town.manager().await.get("import").await.is(200);
    assert_eq!(
        page.texts("section[aria-labelledby=headings] dt"),
        ["Innovations", "Stakeholders", "Engagements", "Sites"]
    );
    page.says("Stakeholder (needed); Kind; Area; Speaks for; Innovation")
        .says("Day of the engagement (needed)")
        .says("Answered on; Told back on; What is different.");
}

#[tokio::test]
async fn groups_come_in_with_how_they_stand_and_the_same_file_again_brings_nothing() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let columns = upload(&manager, "groups.csv", GROUPS.as_bytes()).await.is(303).location().to_owned();
    let page = manager.get(&columns).await.is(200);
    page.says("Its rows were taken for stakeholders.").keeps_silent("Stage of new innovations");
    let form = page.form(&[]);
    let expected = [
        "stakeholder",
        "kind",
        "area",
        "speaks-for",
        "innovation",
        "power",
        "interest",
        "impact",
        "target-level",
        "cadence",
    ];
    assert_eq!(chosen(&form), expected);
    let preview = manager.fill(&columns, &[]).await.is(303).location().to_owned();
    let page = manager.get(&preview).await.is(200);
    page.says("2 rows can be imported").says("New stakeholders 2");
    assert_eq!(page.texts("section[aria-labelledby=rows] tbody tr").len(), 2);
    assert_eq!(reach(&town).await.seen().stakeholders().len(), 0, "looking changes nothing");
    let result = manager.fill(&preview, &[]).await.is(303).location().to_owned();
    manager.get(&result).await.says("2 rows were imported").says("New stakeholders 2").says("Go to the stakeholders");
    manager.get("stakeholders").await.says("2 stakeholders in the register").says("Carers in touch");
    manager.get("innovations/1/engagement").await.says("Ask, every 30 days");
    let again = previewed(&manager, "groups.csv", GROUPS.as_bytes(), &[]).await;
    manager.get(&again).await.says("Everything in the file is known here already");
    let undo = format!("{result}/undo");
    manager.get(&undo).await.says("2 stakeholders that it brought will be taken away");
    manager.fill(&undo, &[]).await.is(303);
    manager.get("stakeholders").await.says("No stakeholders yet");
}

#[tokio::test]
async fn what_is_wrong_with_a_group_is_told_by_row_and_cell_and_comes_back_to_be_mended() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let broken = "Stakeholder,Type,Project,Power,Interest,Impact,Level\r\nCarers,Carers,Nowhere,2,5,5,Ask\r\n\
        Unison,Unions,NC-1,6,x,5,Sing\r\nShops,Business,,,,,\r\n";
    let preview = previewed(&manager, "groups.csv", broken.as_bytes(), &[]).await;
    let page = manager.get(&preview).await.is(200);
    page.says("1 row can be imported, 2 cannot");
    assert_eq!(
        page.texts("section[aria-labelledby=problems] tbody tr"),
        [
            "2 Carers Project No innovation here has the reference, number or title “Nowhere”. Correct it, or add it first.",
            "3 Unison Interest This is not a whole number. Write it in digits.",
            "3 Unison Level This is none of the choices. Write one of: Tell; Ask; Shape; Share; Hand over.",
        ]
    );
    let download = manager.get(&preview.replace("/preview?", "/problems.csv?")).await.is(200);
    assert!(download.body.contains("Project: No innovation here has"));
    manager.fill(&preview, &[]).await.is(303);
    manager.get("stakeholders").await.says("1 stakeholder in the register");
}

#[tokio::test]
async fn a_log_comes_in_with_what_people_said_and_names_are_questioned_first() {
    let (town, manager) = with_groups().await;
    let columns = upload(&manager, "log.csv", LOG.as_bytes()).await.is(303).location().to_owned();
    let page = manager.get(&columns).await.is(200);
    page.says("Its rows were taken for engagements.").says("Groups that are not in the register");
    assert_eq!(
        chosen(&page.form(&[])),
        [
            "reference",
            "innovation",
            "met-on",
            "purpose",
            "level",
            "method",
            "groups",
            "said",
            "response",
            "answer",
            "answered-on",
            "told-back-on",
            "changed"
        ]
    );
    let without = manager.fill(&columns, &[]).await.is(303).location().to_owned();
    let page = manager.get(&without).await.is(200);
    assert!(page.body.contains(&format!("{columns}?kind=engagements")), "what the rows are is carried back");
    page.says("“Night workers” is not in the register of stakeholders.");
    let preview = manager.fill(&columns, &[("new_groups", "frontline-staff")]).await.is(303).location().to_owned();
    let page = manager.get(&preview).await.is(200);
    page.says("3 rows can be imported").says("“Night workers” is new and is added to the register");
    page.says("Nothing is saved yet: does this name a resident?").says("“01632 960001” looks like a telephone number");
    assert_eq!(page.texts("form button"), ["Import 3 rows anyway"]);
    let result = manager.fill(&preview, &[]).await.is(303).location().to_owned();
    manager.get(&result).await.says("New engagements 2").says("The latest facts are of 1 June 2026");
    let there = reach(&town).await;
    let seen = there.seen();
    let met = seen.engagements(LAMPS);
    assert_eq!(met[1].groups.iter().map(|one| one.people).collect::<Vec<_>>(), [Some(12), Some(4)]);
    let mut states: Vec<_> = seen.feedback_of(met[1]).iter().map(|one| one.state()).collect();
    states.sort_unstable();
    assert_eq!(states, [FeedbackState::Unanswered, FeedbackState::Closed]);
    assert_eq!(seen.feedback_of(met[0]).len(), 0);
    let night = seen.stakeholders().into_iter().find(|one| &*one.name == "Night workers").expect("added");
    assert_eq!(night.kind, StakeholderKind::FrontlineStaff);
    manager.get("innovations/1/engagement").await.says("2 engagements logged").says("Night workers (4)");
    manager.get("feedback?state=closed").await.says("It is too dark by the bridge");

    let again = previewed(&manager, "log.csv", LOG.as_bytes(), &[]).await;
    manager.get(&again).await.says("Everything in the file is known here already");
    manager.fill(&format!("{result}/undo"), &[]).await.is(303);
    manager.get("innovations/1/engagement").await.keeps_silent("Night workers");
    manager.get("stakeholders").await.says("2 stakeholders in the register");
}

#[tokio::test]
async fn an_answer_given_since_stands_in_the_way_of_undoing() {
    let (town, manager) = with_groups().await;
    let result = brought(&manager, "log.csv", LOG.as_bytes(), &[("new_groups", "frontline-staff")]).await;
    let there = reach(&town).await;
    let open = there.seen().all_feedback().find(|one| !one.is_answered()).expect("unanswered").id;
    let answer = [("response", "we-will"), ("text", "In spring"), ("responded_on", "2026-11-24")];
    town.lead().await.fill(&format!("innovations/1/feedback/{open}/answer"), &answer).await.is(303);
    let undo = format!("{result}/undo");
    manager.get(&undo).await.says("1 record that it brought").says("Smart street lamps");
    manager.fill(&undo, &[]).await.is(409).says("can no longer be undone as one");
}

#[tokio::test]
async fn a_workbook_with_real_days_says_the_same() {
    let (town, manager) = with_groups().await;
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let heads = ["Project", "Date", "Topic", "Level", "Stakeholders", "Attendance", "Feedback"];
    for (column, head) in (0..).zip(heads) {
        sheet.write_string(0, column, head).expect("written");
    }
    let day = rust_xlsxwriter::ExcelDateTime::parse_from_str("2026-05-04").expect("a day");
    let format = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    for (column, cell) in [(0, "nc-1"), (2, "Lamps"), (3, "3"), (4, "Carers in touch;Unison"), (6, "Thank you")] {
        sheet.write_string(1, column, cell).expect("written");
    }
    sheet.write_datetime_with_format(1, 1, &day, &format).expect("written");
    sheet.write_string(1, 5, "7;2").expect("written");
    let book = book.save_to_buffer().expect("saved");
    brought(&manager, "log.xlsx", &book, &[]).await;
    let there = reach(&town).await;
    let met = there.seen().engagements(LAMPS)[0];
    assert_eq!((met.on, met.level.number()), (domain::testing::day("2026-05-04"), 3));
    assert_eq!(met.groups.iter().map(|one| one.people).collect::<Vec<_>>(), [Some(7), Some(2)]);
    assert_eq!(there.seen().feedback_of(met)[0].from, None, "nobody wrote down who of the two it was");
}

#[tokio::test]
async fn what_the_rows_are_is_said_by_a_link_and_a_column_that_is_needed_is_asked_for() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let file = b"Name,Kind\r\nCarers in touch,Carers\r\n";
    let columns = upload(&manager, "groups.csv", file).await.is(303).location().to_owned();
    manager.get(&columns).await.says("Its rows were taken for stakeholders.").says("They are engagements");
    let other = format!("{columns}?kind=engagements");
    let page = manager.get(&other).await.is(200);
    page.says("Its rows were taken for engagements.");
    let wrong = manager.post(&columns, &page.form(&[])).await.is(422);
    wrong.says("Column with the innovation: fill this in").says("Column with the day: fill this in");
    wrong.says("Its rows were taken for engagements.");
    manager.get(&format!("{columns}?kind=nonsense")).await.says("Its rows were taken for stakeholders.");
    let as_innovations = manager.get(&format!("{columns}?kind=innovations")).await.is(200);
    assert_eq!(chosen(&as_innovations.form(&[])), ["title", "ignore"]);
}

#[tokio::test]
async fn who_may_not_import_brings_neither_and_the_command_line_brings_both() {
    let town = Town::new().await;
    for actor in [town.administrator().await, town.lead().await, town.executive().await] {
        upload(&actor, "groups.csv", GROUPS.as_bytes()).await.is(403);
    }
    town.viewer().await.get("import").await.is(403);
    let batch = |name: &str, body: &str| web::import::Batch {
        name: name.into(),
        body: body.as_bytes().to_vec(),
        sheet: None,
        organisation: town.slug.parse().expect("a slug"),
        by: MANAGER,
        kind: None,
        report_on: None,
        stage: None,
        council: None,
        unit: None,
        new_groups: None,
        columns: vec![],
    };
    let bring = async |batch: web::import::Batch| web::import::bring(&town.store, batch, now()).await;
    let groups = bring(batch("groups.csv", GROUPS)).await.expect("brought");
    assert_eq!((groups.kind, groups.counts.new), (ImportKind::Stakeholders, 2));
    let log = bring(batch("log.csv", LOG)).await.expect("brought");
    assert_eq!((log.kind, log.counts.new, log.counts.refused), (ImportKind::Engagements, 1, 2));
    assert_eq!(
        log.problems[0],
        "Row 2, Who took part: “Night workers” is not in the register of stakeholders. Correct it, or add it first."
    );
    let added = web::import::Batch { new_groups: Some(StakeholderKind::FrontlineStaff), ..batch("log.csv", LOG) };
    let log = bring(added).await.expect("brought");
    assert_eq!((log.counts.new, log.counts.updated, log.counts.unchanged, log.counts.refused), (1, 1, 1, 0));
    assert_eq!(log.notes[0], "You said: “01632 960001” looks like a telephone number (row 3)");
    let wrong = web::import::Batch { kind: Some(ImportKind::Engagements), ..batch("groups.csv", GROUPS) };
    let refused = bring(wrong).await.expect_err("refused").to_string();
    assert_eq!(refused, "No column was recognised as the day of the engagement. Name it: --columns \"Column=met-on\".");
}
