//! Sites of scale-up from a spreadsheet, and back.
use crate::import::{brought, previewed, reach, upload};
use domain::{ImportKind, SiteState, testing::*};
use tests::{Town, now};

const SITES: &str = "Innovation,Site,Kind,Eligible,Eligible people,Wave,Planned live,Forecast live,Live on,Lead,State,\
    State since,State reason,People reached,Counted from,Counted to\r\n\
    NC-1,Mill ward,Ward,Yes,\"1,200\",1,01/03/2026,,02/03/2026,Ward manager,Live,,,500,01/10/2026,31/10/2026\r\n\
    Smart street lamps,Park depot,Depot,Y,300,2,01/06/2026,01/02/2027,,,Preparing,01/09/2026,,,,\r\n\
    NC-1,Elm school,School,unknown,,,,,,,Declined,10/09/2026,No staff for it,,,\r\n";

/// What the columns of a page are taken for.
fn chosen(form: &[(String, String)]) -> Vec<&str> {
    form.iter().filter(|(name, _)| name == "column").map(|(_, key)| key.as_str()).collect()
}

#[tokio::test]
async fn a_register_of_sites_comes_in_step_by_step_and_is_taken_back_as_one() {
    let town = Town::new().await;
    let manager = town.manager().await;
    manager.get("import").await.says("Innovation (needed); Site (needed); Kind; Whose place it is; Council; Eligible");
    let columns = upload(&manager, "sites.csv", SITES.as_bytes()).await.is(303).location().to_owned();
    let page = manager.get(&columns).await.is(200);
    page.says("Its rows were taken for sites.").keeps_silent("Stage of new innovations");
    let expected = [
        "innovation",
        "site",
        "kind",
        "eligible",
        "eligible-people",
        "wave",
        "planned-live",
        "forecast-live",
        "live-on",
        "lead-post",
        "state",
        "state-on",
        "state-reason",
        "reached",
        "counted-from",
        "counted-to",
    ];
    assert_eq!(chosen(&page.form(&[])), expected);
    let preview = manager.fill(&columns, &[]).await.is(303).location().to_owned();
    manager
        .get(&preview)
        .await
        .is(200)
        .says("3 rows can be imported")
        .says("New sites 3")
        .says("Mill ward New NC-1 Live");
    assert_eq!(reach(&town).await.seen().sites(LAMPS).count(), 0, "looking changes nothing");
    let result = manager.fill(&preview, &[]).await.is(303).location().to_owned();
    let page = manager.get(&result).await;
    page.says("3 rows were imported").says("New sites 3").says("The latest facts are of 31 October 2026");
    page.says("Go to scale-up");
    let there = reach(&town).await;
    let states: Vec<_> = there.seen().site_sights(LAMPS, today()).iter().map(|one| one.state).collect();
    assert_eq!(states, [SiteState::Live, SiteState::Preparing, SiteState::Declined]);
    let counted = there.seen().reach(LAMPS, today());
    assert_eq!((counted.reached(), counted.eligible()), (500, 1_200));
    let page = manager.get("innovations/1/scale-up").await.is(200);
    page.says("Mill ward").says("500 of 1200").says("Live since 2 March 2026").says("Expected 1 February 2027");

    let again = previewed(&manager, "sites.csv", SITES.as_bytes(), &[]).await;
    manager.get(&again).await.says("Everything in the file is known here already");
    let later = SITES
        .replace("01/06/2026,01/02/2027,,", "01/07/2026,01/03/2027,20/11/2026,")
        .replace("Preparing,01/09/2026", "Live,");
    let preview = previewed(&manager, "sites.csv", later.as_bytes(), &[]).await;
    manager
        .get(&preview)
        .await
        .says("1 row can be imported")
        .says("It was first planned for 1 June 2026, and that stays");
    let second = manager.fill(&preview, &[]).await.is(303).location().to_owned();
    manager.get("innovations/1/scale-up").await.says("Live since 20 November 2026");

    let undo = format!("{result}/undo");
    manager.fill(&undo, &[]).await.is(409).says("can no longer be undone as one");
    manager.fill(&format!("{second}/undo"), &[]).await.is(303);
    manager.get("innovations/1/scale-up").await.says("Expected 1 February 2027");
    manager.get(&undo).await.says("3 sites that it brought will be taken away");
    manager.fill(&undo, &[]).await.is(303);
    assert_eq!(reach(&town).await.seen().sites(LAMPS).count(), 0);
    manager.get("innovations/1/scale-up").await.keeps_silent("Mill ward");
}

#[tokio::test]
async fn a_step_that_a_site_cannot_take_is_told_by_row_and_cell_and_comes_back_to_be_mended() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let file = "Project,Site,Site status,Status date,Live on\r\nNC-1,Mill ward,Live,,01/12/2026\r\n\
        NC-1,Park depot,Engaged,01/09/2026,02/03/2026\r\nNC-1,Elm school,Declined,01/09/2026,\r\n\
        NC-1,Oak ward,Embedded,01/11/2026,02/03/2026\r\nNowhere,Ash ward,Live,,\r\nNC-1,Fir ward,Agreed,01/09/2026,\r\n";
    let preview = previewed(&manager, "sites.csv", file.as_bytes(), &[]).await;
    let page = manager.get(&preview).await.is(200);
    page.says("1 row can be imported, 5 cannot");
    let told = page.texts("section[aria-labelledby=problems] tbody tr");
    assert_eq!(told[0], "2 Mill ward Live on Must be 24 November 2026 or earlier.");
    assert_eq!(told[1], "3 Park depot Site status A site cannot go there from where it is.");
    assert_eq!(told[2], "4 Elm school Why it is in this state Fill this in.");
    assert!(told[3].starts_with("5 Oak ward Site status It is not embedded yet. Nobody has checked"), "{}", told[3]);
    assert!(told[4].starts_with("6 Ash ward Project No innovation here has"), "{}", told[4]);
    let download = manager.get(&preview.replace("/preview?", "/problems.csv?")).await.is(200);
    assert!(download.body.contains("Site status: A site cannot go there"));
    manager.fill(&preview, &[]).await.is(303);
    let there = reach(&town).await;
    let names: Vec<_> = there.seen().sites(LAMPS).map(|one| one.name.to_string()).collect();
    assert_eq!(names, ["Fir ward"]);
}

#[tokio::test]
async fn a_step_taken_since_stands_in_the_way_of_undoing() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let result = brought(&manager, "sites.csv", SITES.as_bytes(), &[]).await;
    let there = reach(&town).await;
    let depot = there.seen().sites(LAMPS).find(|one| &*one.name == "Park depot").expect("brought").id;
    let step = [("to", "live"), ("on", "2026-11-20")];
    town.lead().await.fill(&format!("innovations/1/sites/{depot}/move"), &step).await.is(303);
    let undo = format!("{result}/undo");
    manager.get(&undo).await.says("1 record that it brought").says("Smart street lamps");
    manager.fill(&undo, &[]).await.is(409).says("can no longer be undone as one");
}

#[tokio::test]
async fn who_may_not_import_brings_no_sites_and_a_workbook_and_the_command_line_do() {
    let town = Town::new().await;
    for actor in [town.administrator().await, town.lead().await, town.executive().await] {
        upload(&actor, "sites.csv", SITES.as_bytes()).await.is(403);
    }
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, (head, cell)) in (0..).zip([("Project", "NC-1"), ("Site", "Mill ward"), ("Kind", "Ward")]) {
        sheet.write_string(0, column, head).expect("written");
        sheet.write_string(1, column, cell).expect("written");
    }
    let day = rust_xlsxwriter::ExcelDateTime::parse_from_str("2026-03-02").expect("a day");
    let format = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    sheet.write_string(0, 3, "Live on").expect("written");
    sheet.write_datetime_with_format(1, 3, &day, &format).expect("written");
    sheet.write_string(0, 4, "Eligible people").expect("written");
    sheet.write_number(1, 4, 1_200).expect("written");
    let body = book.save_to_buffer().expect("saved");
    let batch = web::import::Batch {
        name: "sites.xlsx".into(),
        body,
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
    let brought = web::import::bring(&town.store, batch, now()).await.expect("brought");
    assert_eq!((brought.kind, brought.counts.new, brought.problems), (ImportKind::Sites, 1, vec![]));
    let there = reach(&town).await;
    let sight = &there.seen().site_sights(LAMPS, today())[0];
    assert_eq!((sight.live_on, sight.site.eligible_people), (Some(day_of("2026-03-02")), Some(1_200)));
}

fn day_of(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a day")
}
