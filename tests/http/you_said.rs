//! What everyone may read without signing in, and that nothing else is there.
use axum::http::{HeaderMap, header};
use domain::{
    Decision, Edit, Feedback, FeedbackResponse, Innovation, InnovationId, OrganisationId, Record, Visibility,
    testing::*,
};
use serde_json::Value;
use std::path::Path;
use store::Asked;
use tests::{Answer, Town, furnished, now};
use uuid::Uuid;

const PUBLISH: &str = "innovations/1/you-said-we-did/publish";
const ONE: &str = "/public/northshire/you-said-we-did/1";
const ALL: &str = "/public/northshire/you-said-we-did";
const OURS: OrganisationId = OrganisationId(Uuid::from_u128(1 << 80));

fn told(number: u32, words: &str, response: FeedbackResponse) -> Feedback {
    let said = Feedback { said: text(words), ..feedback(number, "2026-10-01") };
    Feedback { told_back_on: Some(day("2026-11-20")), ..answered(said, response, "2026-11-10") }
}

/// Two told back, one only answered. Everyone may see the innovation; nothing is published.
async fn town() -> Town {
    let town = Town::new().await;
    let waits = answered(feedback(3, "2026-10-01"), FeedbackResponse::WeWill, "2026-11-10");
    let decision = Decision::add(stakeholder())
        .and_add(engagement(1, "2026-10-01"))
        .and_add(told(1, "It is too dark by the bridge", FeedbackResponse::WeDid))
        .and_add(told(2, "Turn the lamps off at ten", FeedbackResponse::WeCannot))
        .and_add(waits);
    let reach = town.store.reach(&"northshire".parse().expect("a slug"), MANAGER, now()).await.expect("a member");
    let shown =
        Innovation { visible_to: Visibility::Public, ..(**reach.seen().innovation(LAMPS).expect("there")).clone() };
    town.store
        .decide(&reach, Asked::at(now()), |seen, _| Ok(decision.and_change(seen.innovation(LAMPS)?, shown)))
        .await
        .expect("kept");
    town
}

fn id(number: u32) -> String {
    feedback(number, "2026-10-01").id.to_string()
}

/// Opens the page with these on it.
async fn publish(town: &Town, numbers: &[u32]) -> Answer {
    let manager = town.manager().await;
    let mut form = manager.get(PUBLISH).await.is(200).form(&[("open", "yes")]);
    form.retain(|(name, _)| name != "public");
    form.extend(numbers.iter().map(|number| ("public".to_owned(), id(*number))));
    manager.post(PUBLISH, &form).await
}

#[tokio::test]
async fn what_is_published_is_read_by_everyone_with_refusals_and_reasons() {
    let town = town().await;
    let (stranger, lead) = (town.stranger(), town.lead().await);
    lead.get("innovations/1/you-said-we-did")
        .await
        .is(200)
        .says("it is not published")
        .says("not on the public page (2)");
    stranger.get(ONE).await.is(404);
    publish(&town, &[1, 2]).await.is(303);
    for address in [ONE, ALL] {
        let page = stranger.get(address).await.is(200);
        page.says("What we did (1)")
            .says("It is too dark by the bridge")
            .says("What we cannot do, and why (1)")
            .says("Turn the lamps off at ten")
            .says("Residents")
            .says("People were told on 20 November 2026")
            .keeps_silent("Mill Lane")
            .keeps_silent("mast-nav");
        assert_eq!(page.texts("h1"), ["You said, we did"]);
        assert!(page.texts("title")[0].ends_with("Northshire Council"));
        assert!(page.body.contains(
            "<meta name=\"description\" content=\"What people told Northshire Council about Smart street lamps"
        ));
        assert!(page.body.contains("content=\"noarchive\"") && !page.body.contains("<script"));
    }
    lead.get("innovations/1/you-said-we-did")
        .await
        .says("Everyone can read this at /public/northshire/you-said-we-did/1");
    lead.get("you-said-we-did").await.is(200).says("People were told about one innovation").says("What we did (1)");
    lead.get("innovations/1/history").await.says("published what people said and what came of it");
}

#[tokio::test]
async fn whoever_asks_gets_the_same_bytes_which_may_be_kept_and_no_cookie() {
    let town = town().await;
    publish(&town, &[1]).await.is(303);
    let (stranger, manager) = (town.stranger().get(ONE).await.is(200), town.manager().await.get(ONE).await.is(200));
    assert_eq!(stranger.body, manager.body);
    assert_eq!(stranger.header("cache-control"), Some("public, max-age=60"));
    for answer in [&stranger, &manager] {
        assert!(
            answer.header("set-cookie").is_none() && answer.header("vary").is_none_or(|by| by == "accept-encoding")
        );
    }
    let tag = stranger.header("etag").expect("a tag").to_owned();
    let again = |tag: String| {
        let stranger = town.stranger();
        async move {
            let request = stranger.request("GET", ONE).header(header::IF_NONE_MATCH, tag);
            stranger.send(request.body(axum::body::Body::empty()).expect("a request")).await
        }
    };
    let same = again(tag.clone()).await.is(304);
    assert!(same.body.is_empty());
    // Work inside that changes no word of it changes no tag.
    town.lead().await.fill("innovations/1/feedback/new", &[]).await;
    let answer = [("response", "we-did"), ("text", "Another lamp"), ("responded_on", "2026-11-24")];
    town.lead().await.fill(&format!("innovations/1/feedback/{}/answer", id(3)), &answer).await.is(303);
    again(tag.clone()).await.is(304);
    publish(&town, &[1, 2]).await.is(303);
    again(tag).await.is(200);
}

#[tokio::test]
async fn what_is_taken_back_or_hidden_is_gone_at_once() {
    let town = town().await;
    publish(&town, &[1, 2]).await.is(303);
    publish(&town, &[2]).await.is(303);
    town.stranger().get(ONE).await.is(200).keeps_silent("too dark by the bridge");
    let manager = town.manager().await;
    manager.fill("innovations/1/edit", &[("visible_to", "partners")]).await.is(303);
    town.stranger().get(ONE).await.is(404);
    manager.fill("innovations/1/edit", &[("visible_to", "public")]).await.is(303);
    town.stranger().get(ONE).await.is(404);
}

#[tokio::test]
async fn publishing_is_for_whoever_may_for_words_that_were_read_and_for_what_everyone_may_see() {
    let town = town().await;
    for actor in [town.lead().await, town.administrator().await] {
        actor.get(PUBLISH).await.is(403);
        actor.post_body(PUBLISH, "open=yes").await.is(403);
    }
    let manager = town.manager().await;
    let mut form = manager.get(PUBLISH).await.form(&[("open", "yes")]);
    form.push(("public".into(), id(1)));
    let edit = format!("innovations/1/feedback/{}/edit", id(1));
    town.lead().await.fill(&edit, &[("said", "Ann says that it is dark")]).await.is(303);
    let conflict = manager.post(PUBLISH, &form).await.is(409);
    conflict.says("changed it meanwhile. These are the words now").says("Ann says that it is dark");
    town.stranger().get(ONE).await.is(404);
    let again = conflict.form(&[]);
    assert!(again.contains(&("public".into(), id(1))) && again.contains(&("open".into(), "yes".into())));
    for _ in 0..2 {
        manager.post(PUBLISH, &again).await.is(303);
    }
    town.stranger().get(ONE).await.is(200).says("Ann says that it is dark");
    let hidden = Town::new().await;
    let page = hidden.manager().await.get(PUBLISH).await.is(200);
    page.says("Only an innovation that everyone may see has a public page.");
    hidden.manager().await.fill(PUBLISH, &[("open", "yes")]).await.is(409);
    hidden.stranger().get(ONE).await.is(404);
}

/// All that may tell one answer from another.
fn told_by(answer: &Answer) -> (u16, String, HeaderMap) {
    let mut headers = answer.headers.clone();
    headers.remove("x-request-id");
    (answer.status.as_u16(), answer.body.clone(), headers)
}

#[tokio::test]
async fn what_is_not_public_is_answered_as_what_does_not_exist() {
    let town = town().await;
    town.found(OURS, "silent").await;
    publish(&town, &[1]).await.is(303);
    let stranger = town.stranger();
    let nowhere = told_by(&stranger.get("/public/nowhere/you-said-we-did").await.is(404));
    for address in [
        "/public/silent/you-said-we-did",
        "/public/silent/you-said-we-did/1",
        "/public/nowhere/you-said-we-did/1",
        "/public/northshire/you-said-we-did/2",
        "/public/northshire/you-said-we-did/99999999999",
        "/public/northshire/you-said-we-did/one",
        "/public/NOT%20A%20SLUG/you-said-we-did",
    ] {
        for actor in [&stranger, &town.manager().await] {
            assert_eq!(told_by(&actor.get(address).await), nowhere, "{address}");
        }
    }
}

/// A text of its own for each text of a record; what is no text (a day, an id, a key) would not be read any more, and
/// stays. `keep`: paths of texts that everyone may read, and what they begin with.
fn marked(record: &Record, keep: &[&str], count: &mut u32) -> Record {
    let (noun, shape) = (record.noun(), record.shape());
    let mut value: Value = serde_json::from_str(&record.to_json().expect("text")).expect("JSON");
    let mut texts = vec![];
    paths(&value, String::new(), &mut texts);
    for path in texts {
        let before = value.pointer(&path).cloned();
        *count += 1;
        let mark = if keep.contains(&path.as_str()) { "PUBLIC" } else { "CANARY" };
        if let Some(text) = value.pointer_mut(&path) {
            *text = Value::String(format!("{mark} {count} of a text that is long enough to count as a reason"));
        }
        let is_text = Record::from_json(noun, shape, &value.to_string()).is_ok();
        if let (false, Some(text), Some(before)) = (is_text, value.pointer_mut(&path), before) {
            *text = before;
        }
    }
    Record::from_json(noun, shape, &value.to_string()).expect("a record")
}

fn paths(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(at),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, one)| paths(one, format!("{at}/{index}"), found))
        }
        Value::Object(fields) => fields.iter().for_each(|(name, one)| paths(one, format!("{at}/{name}"), found)),
        _ => {}
    }
}

/// Each record that is kept as an example of its noun, under an id of its own and published by nobody.
fn examples() -> Vec<Record> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/domain/golden");
    let mut records = vec![];
    for (noun, shape) in Record::NOUNS {
        let file = folder.join(format!("{noun}.{shape}.json"));
        let all = std::fs::read_to_string(&file).expect("an example of each noun");
        let all: Vec<Value> = serde_json::from_str(&all).expect("JSON");
        for (index, mut one) in all.into_iter().enumerate() {
            one["id"] = Uuid::from_u128((7 << 80) + (records.len() as u128) * 1000 + index as u128).to_string().into();
            one["entry"]["removed"] = false.into();
            match *noun {
                "feedback" => one["public"] = false.into(),
                "innovation" => one["visible_to"] = "organisation".into(),
                _ => {}
            }
            records.push(Record::from_json(noun, *shape, &one.to_string()).expect("an example"));
        }
    }
    records
}

/// An organisation with a record of every noun, in which every text is a canary but those that are published.
fn with_canaries(count: &mut u32) -> Decision {
    let published = |one: Feedback| Feedback { public: true, changed: Some(text("x")), theme: Some(text("x")), ..one };
    let other = Innovation {
        id: InnovationId(Uuid::from_u128(4444)),
        number: 2,
        visible_to: Visibility::Public,
        ..innovation()
    };
    let elsewhere = published(Feedback { innovation: other.id, ..told(4, "x", FeedbackResponse::WeDid) });
    let mut decision = furnished(OURS, "ours", "CANARY")
        .and_add(stakeholder())
        .and_add(engagement(1, "2026-10-01"))
        .and_add(published(told(1, "x", FeedbackResponse::WeDid)))
        .and_add(told(2, "x", FeedbackResponse::WeCannot))
        .and_add(Feedback { told_back_on: None, ..published(told(3, "x", FeedbackResponse::WeWill)) })
        .and_add(other)
        .and_add(elsewhere);
    for edit in &mut decision.edits {
        if let Record::Innovation(one) = &edit.after
            && one.id == LAMPS
        {
            let public = Innovation { visible_to: Visibility::Public, published_on: Some(today()), ..(**one).clone() };
            edit.after = public.into();
        }
    }
    for edit in &mut decision.edits {
        let keep: &[&str] = match &edit.after {
            Record::Organisation(_) => &["/name"],
            Record::Innovation(one) if one.id == LAMPS => &["/title"],
            Record::Feedback(one) if one.innovation == LAMPS && one.public && one.is_closed() => {
                &["/said", "/answer/text", "/changed"]
            }
            _ => &[],
        };
        edit.after = marked(&edit.after, keep, count);
    }
    let more = examples().into_iter().map(|one| Edit { before: None, after: marked(&one, &[], count) });
    decision.edits.extend(more);
    decision
}

#[tokio::test]
async fn no_text_of_any_record_leaves_the_house_but_what_is_published() {
    let town = Town::new().await;
    let mut count = 0;
    let decision = with_canaries(&mut count);
    let canaries = decision.edits.iter().map(|edit| edit.after.to_json().expect("text").matches("CANARY").count());
    let canaries: usize = canaries.sum();
    assert!(canaries > 250, "{canaries} texts are marked");
    let slug = "ours".parse().expect("a slug");
    town.store.found(OURS, &slug, MANAGER, Asked::at(now()), decision).await.expect("founded");
    let stranger = town.stranger();
    for address in ["/public/ours/you-said-we-did", "/public/ours/you-said-we-did/1"] {
        let page = stranger.get(address).await.is(200);
        page.keeps_silent("CANARY").keeps_silent("example.org");
        for value in page.headers.values() {
            assert!(!String::from_utf8_lossy(value.as_bytes()).contains("CANARY"), "{address}: {value:?}");
        }
        // The name, the title, and what was said, answered and changed.
        let marks: std::collections::BTreeSet<_> =
            page.body.split("PUBLIC ").skip(1).filter_map(|part| part.split(' ').next()).collect();
        assert_eq!(marks.len(), 5, "{address}: {marks:?} in {}", page.text());
        for name in ["Team member", "Programme manager", "Mill Lane"] {
            page.keeps_silent(name);
        }
    }
    stranger.get("/public/ours/you-said-we-did/2").await.is(404).keeps_silent("CANARY");
}
