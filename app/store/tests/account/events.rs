use crate::engines::*;
use domain::Language;
use store::{EventKind, EventKind::*, NewEvent};

on_both! {
    every_kind_of_event_is_kept_and_read_newest_first
    an_organisations_log_holds_its_own_events_page_by_page
    a_persons_log_tells_of_their_account
}

async fn every_kind_of_event_is_kept_and_read_newest_first(engine: &Engine) {
    let store = engine.open().await;
    let organisation = engine.organisation().await;
    for (second, kind) in (0..).zip(EventKind::ALL) {
        let event = NewEvent::new(kind, None).within(organisation).with("a\r\nb");
        store.log_event(&event, after(second)).await.unwrap();
    }
    let read = store.events(organisation, None).await.unwrap();
    let kinds: Vec<_> = read.iter().rev().map(|event| event.kind).collect();
    assert_eq!(kinds, EventKind::ALL);
    assert_eq!((&*read[0].detail, read[0].at), ("ab", after(15)));
}

async fn an_organisations_log_holds_its_own_events_page_by_page(engine: &Engine) {
    let store = engine.open().await;
    let (north, south) = (engine.organisation().await, engine.organisation().await);
    for second in 0..120 {
        let organisation = if second % 2 == 0 { north } else { south };
        let event = NewEvent::new(EventKind::MembershipAdded, None).within(organisation).with(&second.to_string());
        store.log_event(&event, after(second)).await.unwrap();
    }
    let first = store.events(north, None).await.unwrap();
    let second = store.events(north, Some(first[49].id)).await.unwrap();
    let details: Vec<i64> = first.iter().chain(&second).map(|event| event.detail.parse().unwrap()).collect();
    let expected: Vec<i64> = (0..120).rev().filter(|second| second % 2 == 0).collect();
    assert_eq!(details, expected);
}

async fn a_persons_log_tells_of_their_account(engine: &Engine) {
    let store = engine.open().await;
    let (ada, bo) = (person(&store, "ada").await, person(&store, "bo").await);
    store.sign_in(&email("ada"), PASSWORD, &client(1), after(1)).await.unwrap();
    let name = "Ada Lovett".parse().unwrap();
    assert!(store.rename_person(ada, &name, Language::English, bo, after(2)).await.unwrap());
    let account = store.account(ada).await.unwrap().unwrap();
    assert_eq!((&*account.name, account.language), ("Ada Lovett", Language::English));
    store.disable_person(ada, bo, after(3)).await.unwrap();
    let kinds: Vec<_> = store.events_of_person(ada, None).await.unwrap().iter().map(|event| event.kind).collect();
    assert_eq!(kinds[..3], [PersonDisabled, PersonRenamed, SignedIn]);
    assert_eq!(kinds.len(), 6);
    assert!([PersonAdded, LinkMade, PasswordSet].iter().all(|kind| kinds.contains(kind)));
}
