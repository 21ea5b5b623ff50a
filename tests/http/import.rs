use axum::body::Body;
use chrono::{NaiveDate, TimeDelta};
use domain::{Confidence, ExternalRef, Innovation, Pence, testing::MANAGER};
use store::Reach;
use tests::{Actor, Answer, Town, now};
use uuid::Uuid;

const BOUNDARY: &str = "a-boundary-that-no-file-holds";

const PLANS: &str = "Ref,Project name,RAG,Comment on rating,Finish,Budget\r\n\
    A1,Falls sensors,Amber/Green,Ten homes have one,31/03/2027,\"1,250\"\r\n\
    B2,Repair café,green,Two evenings held,2027-06-30,900\r\n\
    C3,Library of things,Exempt until the election is over,,TBC,n/a\r\n";

const BROKEN: &str = "Ref,Project name,RAG,Finish\r\nA1,Falls sensors,green,31/03/2027\r\nB2,,green,2027-06-30\r\n\
    C3,Library of things,purple,31/02/2027\r\nA1,Falls again,red,2027-01-01\r\n";

/// Sends a file as a browser does.
pub async fn upload(actor: &Actor, name: &str, bytes: &[u8]) -> Answer {
    let mut body = format!(
        "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         content-type: application/octet-stream\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(bytes);
    body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
    let request = actor
        .request("POST", "import")
        .header("content-type", format!("multipart/form-data; boundary={BOUNDARY}"))
        .header("sec-fetch-site", "same-origin")
        .body(Body::from(body))
        .expect("a request");
    actor.send(request).await
}

/// From the file to the page that shows what would happen; its address.
pub async fn previewed(actor: &Actor, name: &str, bytes: &[u8], answers: &[(&str, &str)]) -> String {
    let columns = upload(actor, name, bytes).await.is(303).location().to_owned();
    actor.fill(&columns, answers).await.is(303).location().to_owned()
}

/// The whole journey; the page of the result.
pub async fn brought(actor: &Actor, name: &str, bytes: &[u8], answers: &[(&str, &str)]) -> String {
    let preview = previewed(actor, name, bytes, answers).await;
    actor.fill(&preview, &[]).await.is(303).location().to_owned()
}

pub const ON: [(&str, &str); 3] = [("report_on", "2026-10-31"), ("stage", "stage-1"), ("unit", "thousands")];

pub async fn reach(town: &Town) -> Reach {
    let slug = town.slug.parse().expect("a slug");
    town.store.reach(&slug, MANAGER, now() + TimeDelta::hours(1)).await.expect("there")
}

pub fn referred(reach: &Reach, reference: &str) -> Innovation {
    let reference: ExternalRef = reference.parse().expect("fits");
    let found = reach.seen().innovations().find(|one| one.external_ref.as_ref() == Some(&reference));
    (**found.expect("there")).clone()
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

#[tokio::test]
async fn a_file_comes_in_step_by_step_and_stands_on_the_pages_of_its_innovations() {
    let town = Town::new().await;
    let manager = town.manager().await;
    manager.get("import").await.is(200).says("Nothing has been imported yet");
    let columns = upload(&manager, "plans.csv", PLANS.as_bytes()).await.is(303).location().to_owned();
    let page = manager.get(&columns).await.is(200);
    let chosen: Vec<_> = page.form(&[]).into_iter().filter(|(name, _)| name == "column").map(|(_, key)| key).collect();
    assert_eq!(chosen, ["reference", "title", "rating", "narrative", "end", "approved"]);
    page.says("Thousands of pounds: £1,250,000; £900,000").says("Falls sensors");

    let preview = manager.fill(&columns, &ON).await.is(303).location().to_owned();
    let page = manager.get(&preview).await.is(200);
    page.says("3 rows can be imported").says("NC-2").says("31 March 2027").says("£1,250,000");
    page.says("No rating, so no update is added: “Exempt until the election is over”").says("Left empty: “TBC”");
    assert_eq!(page.texts("form button"), ["Import 3 rows"]);
    assert_eq!(reach(&town).await.seen().innovations().count(), 1, "looking changes nothing");

    let result = manager.fill(&preview, &[]).await.is(303).location().to_owned();
    manager.get(&result).await.is(200).says("3 rows were imported");
    let reach = reach(&town).await;
    let one = referred(&reach, "A1");
    let update = reach.seen().updates(one.id).next().expect("an update").clone();
    assert_eq!((update.confidence, update.period_end), (Confidence::AtRisk, day("2026-10-31")));
    assert_eq!(update.done.as_deref(), Some("Ten homes have one"));
    assert_eq!(reach.seen().updates(referred(&reach, "C3").id).count(), 0);
    let money: Vec<_> = reach.seen().budget_lines(one.id).map(|one| one.approved).collect();
    assert_eq!(money, [Pence(125_000_000)]);
    manager.get(&format!("innovations/{}/milestones", one.number)).await.is(200).says("31 March 2027");
    manager.get("import").await.says("plans.csv").says("3 new, 0 updated, 0 refused");
    manager.get(&columns).await.is(404);
}

#[tokio::test]
async fn the_same_button_pressed_twice_imports_once_and_leads_to_the_same_page() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let preview = previewed(&manager, "plans.csv", PLANS.as_bytes(), &ON).await;
    let form = manager.get(&preview).await.form(&[]);
    let (one, two) = tokio::join!(manager.post(&preview, &form), manager.post(&preview, &form));
    let (one, two) = (one.is(303), two.is(303));
    assert_eq!(one.location(), two.location());
    assert_eq!(manager.post(&preview, &form).await.is(303).location(), one.location(), "much later, too");
    let reach = reach(&town).await;
    assert_eq!((reach.seen().innovations().count(), reach.seen().imports().count()), (4, 1));
}

#[tokio::test]
async fn rows_with_problems_stay_out_and_come_back_mended() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let preview = previewed(&manager, "plans.csv", BROKEN.as_bytes(), &ON[..2]).await;
    let page = manager.get(&preview).await.is(200);
    page.says("1 row can be imported, 3 cannot");
    assert_eq!(
        page.texts("section[aria-labelledby=problems] tbody tr"),
        [
            "3 – Project name There is nothing here. Fill it in.",
            "4 Library of things RAG This is not a rating. Write green, amber/green, amber, amber/red or red.",
            "4 Library of things Finish There is no such day. Write the day first, as in 31/03/2027.",
            "5 Falls again Ref Row 2 is about the same one. Keep one of them.",
        ]
    );
    let early = manager.get(&preview.replace("/preview?", "/problems.csv?")).await.is(200);
    let result = manager.fill(&preview, &[]).await.is(303).location().to_owned();
    manager.get(&result).await.says("1 row was imported").says("3 rows could not come in");
    let late = manager.get(&format!("{result}/problems.csv")).await.is(200);
    assert_eq!(early.body, late.body);
    assert_eq!(late.header("content-disposition"), Some("attachment; filename=\"plans to mend.csv\""));
    let limits = spreadsheet::Limits::default();
    let table = spreadsheet::read("x.csv", late.body.as_bytes(), &limits).expect("is read");
    assert_eq!(table.columns, ["Ref", "Project name", "RAG", "Finish", "Problem"]);
    assert_eq!(table.rows[0].cells[4], "Project name: There is nothing here. Fill it in.");

    let mended = late.body.replace("\"B2\",\"\"", "\"B2\",\"Repair café\"");
    let preview = previewed(&manager, "plans to mend.csv", mended.as_bytes(), &ON[..2]).await;
    manager.get(&preview).await.says("2 rows can be imported, 1 cannot");
    manager.fill(&preview, &[]).await.is(303);
    assert_eq!(referred(&reach(&town).await, "B2").number, 3);
}

#[tokio::test]
async fn what_the_columns_are_is_remembered_and_mistakes_keep_what_was_chosen() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let file = b"Key,What,Colour now\r\nX1,Solar roof,green\r\n";
    let columns = upload(&manager, "a.csv", file).await.is(303).location().to_owned();
    let said = |keys: [&str; 3]| {
        let columns = keys.map(|key| ("column".to_owned(), key.to_owned()));
        let other = ON.map(|(name, value)| (name.to_owned(), value.to_owned()));
        columns.into_iter().chain(other).collect::<Vec<_>>()
    };
    let wrong = manager.post(&columns, &said(["reference", "ignore", "reference"])).await.is(422);
    wrong.says("Column with the title: fill this in").says("Same choice for two columns");
    assert!(wrong.form(&[]).contains(&("report_on".into(), "2026-10-31".into())));
    let tomorrow: Vec<_> = said(["reference", "title", "rating"])
        .into_iter()
        .map(|(name, value)| if name == "report_on" { (name, "2026-11-25".to_owned()) } else { (name, value) })
        .collect();
    manager.post(&columns, &tomorrow).await.is(422).says("Report date: must be 24 November 2026 or earlier");
    let preview = manager.post(&columns, &said(["reference", "title", "rating"])).await.is(303).location().to_owned();
    manager.fill(&preview, &[]).await.is(303);
    let columns = upload(&manager, "b.csv", file).await.is(303).location().to_owned();
    let again = manager.get(&columns).await.form(&[]);
    let chosen: Vec<_> = again.iter().filter(|(name, _)| name == "column").map(|(_, key)| key.as_str()).collect();
    assert_eq!(chosen, ["reference", "title", "rating"]);
    let same = manager.fill(&columns, &ON).await.is(303).location().to_owned();
    let page = manager.get(&same).await.is(200);
    page.says("Everything in the file is known here already");
    assert_eq!(page.texts("main form").len(), 0);
}

#[tokio::test]
async fn an_import_is_undone_as_one_unless_somebody_has_built_on_it() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let result = brought(&manager, "plans.csv", PLANS.as_bytes(), &ON).await;
    let undo = format!("{result}/undo");
    manager.get(&undo).await.is(200).says("3 innovations that it brought will be taken away");
    assert_eq!(manager.fill(&undo, &[]).await.is(303).location(), "/northshire/import");
    manager.get("import").await.says("Undone 24 November 2026");
    assert_eq!(reach(&town).await.seen().innovations().count(), 1);
    manager.fill(&undo, &[]).await.is(409).says("The import has been undone before");
    manager.get(&result).await.is(200).says("It was undone on 24 November 2026");

    let result = brought(&manager, "plans.csv", PLANS.as_bytes(), &ON).await;
    assert_eq!(referred(&reach(&town).await, "A1").number, 5, "numbers are not given again");
    let new = [("title", "Trial"), ("kind", "gate"), ("forecast_on", "2027-02-01"), ("baselined", "")];
    manager.fill("innovations/5/milestones/new", &new).await.is(303);
    let undo = format!("{result}/undo");
    manager.get(&undo).await.is(200).says("1 record that it brought").says("Falls sensors");
    manager.fill(&undo, &[]).await.is(409).says("can no longer be undone as one");
    assert_eq!(reach(&town).await.seen().innovations().count(), 4);
}

#[tokio::test]
async fn a_bad_file_is_told_as_such_and_changes_nothing() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let before = reach(&town).await.portfolio().sequence;
    for (name, bytes, says) in [
        ("empty.csv", &b""[..], "The file is empty."),
        ("picture.png", b"\x89PNG\r\n\x1a\n", "This is not a CSV or Excel file."),
        ("old.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", "This is an old Excel file"),
        ("cut.xlsx", b"PK\x03\x04 and nothing more", "The file is damaged"),
        ("open.csv", b"a,b\r\n\"1,2\r\n3,4\r\n", "A quotation mark opened in row 2 is never closed."),
        ("heads.csv", b"Name,Rating\r\n", "no rows below it"),
    ] {
        let answer = upload(&manager, name, bytes).await.is(422);
        answer.says(says);
        assert_eq!(answer.texts("#file-problem").len(), 1, "{name}");
        assert!(answer.texts("title")[0].starts_with("Error: "));
    }
    upload(&manager, "", b"").await.is(422).says("Choose a file first.");
    manager.post_body("import", "file=plans.csv").await.is(422).says("Choose a file first.");
    let many: String =
        std::iter::once("Name\r\n".to_owned()).chain((0..5_001).map(|row| format!("{row}\r\n"))).collect();
    upload(&manager, "many.csv", many.as_bytes()).await.is(422).says("more than 5,000 rows");
    assert_eq!(reach(&town).await.portfolio().sequence, before);
}

#[tokio::test]
async fn only_a_programme_manager_may_and_nobody_sees_the_file_of_another() {
    let town = Town::new().await;
    let manager = town.manager().await;
    for actor in [town.administrator().await, town.lead().await, town.executive().await] {
        actor.get("import").await.is(403).says("Programme managers can import a spreadsheet");
        upload(&actor, "plans.csv", PLANS.as_bytes()).await.is(403);
    }
    let columns = upload(&manager, "plans.csv", PLANS.as_bytes()).await.is(303).location().to_owned();
    town.lead().await.get(&columns).await.is(403);
    assert!(town.stranger().get("import").await.is(303).location().starts_with("/sign-in"));

    town.found(domain::OrganisationId(Uuid::from_u128(51)), "southshire").await;
    let elsewhere = columns.replace("/northshire/", "/southshire/");
    manager.get(&elsewhere).await.is(404);
    manager.get(&format!("{elsewhere}/preview?column=title")).await.is(404);
    let form = manager.get(&columns).await.form(&ON);
    manager.post(&elsewhere, &form).await.is(404);
    let result = brought(&manager, "plans.csv", PLANS.as_bytes(), &ON).await;
    let elsewhere = result.replace("/northshire/", "/southshire/");
    manager.get(&elsewhere).await.is(404);
    manager.get(&format!("{elsewhere}/undo")).await.is(404);
    manager.post_body(&format!("{elsewhere}/undo"), "submission=1").await.is(404);
    assert_eq!(reach(&town).await.seen().innovations().count(), 4);
}

#[tokio::test]
async fn two_files_in_two_tabs_do_not_get_in_each_others_way() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let first = previewed(&manager, "plans.csv", PLANS.as_bytes(), &ON).await;
    upload(&manager, "broken.csv", BROKEN.as_bytes()).await.is(303);
    let result = manager.fill(&first, &[]).await.is(303).location().to_owned();
    manager.get(&result).await.is(200).says("plans.csv");
}

#[tokio::test]
async fn a_file_that_nobody_went_on_with_is_gone_after_a_day() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let columns = upload(&manager, "plans.csv", PLANS.as_bytes()).await.is(303).location().to_owned();
    let id: Uuid = columns.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
    let reach = reach(&town).await;
    for (hours, is_there) in [(23, true), (25, false)] {
        town.store.tidy(now() + TimeDelta::hours(hours)).await.expect("tidied");
        assert_eq!(town.store.upload(&reach, id).await.expect("asked").is_some(), is_there);
    }
}

#[tokio::test]
async fn the_command_line_brings_in_the_same_and_lets_columns_be_named() {
    let town = Town::new().await;
    let batch = web::import::Batch {
        name: "broken.csv".into(),
        body: BROKEN.as_bytes().to_vec(),
        sheet: None,
        organisation: town.slug.parse().expect("a slug"),
        by: MANAGER,
        kind: None,
        report_on: Some(day("2026-10-31")),
        stage: Some("test".into()),
        council: None,
        unit: None,
        new_groups: None,
        columns: vec![("Finish".into(), "ignore".into())],
    };
    let bring = async |batch: web::import::Batch| web::import::bring(&town.store, batch, now()).await;
    let brought = bring(batch.clone()).await.expect("brought");
    assert_eq!((brought.counts.new, brought.counts.refused, brought.problems.len()), (1, 3, 3));
    assert!(brought.problems[0].starts_with("Row 3, Project name: There is nothing here."));
    assert!(brought.mapping.columns().all(|(_, field)| field != domain::ImportField::End));
    assert_eq!(bring(batch.clone()).await.expect("known").import, None);

    let plans = web::import::Batch { name: "plans.csv".into(), body: PLANS.as_bytes().to_vec(), ..batch.clone() };
    let plans = web::import::Batch { columns: vec![], ..plans };
    let refused = |why: Result<web::import::Brought, web::import::Refused>| why.expect_err("refused").to_string();
    assert_eq!(
        refused(bring(plans.clone()).await),
        "Say what the amounts count: --unit pounds, thousands or millions."
    );
    let strange = web::import::Batch { columns: vec![("Nothing".into(), "title".into())], ..plans.clone() };
    assert_eq!(refused(bring(strange).await), "The file has no column “Nothing”.");
    let lead = web::import::Batch { by: domain::testing::LEAD, ..plans };
    assert!(refused(bring(lead).await).contains("a programme manager may"));
}
