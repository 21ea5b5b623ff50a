use crate::engines::*;
use std::time::Duration;
use store::{EventKind, SignInRefusal, Store};

on_both! {
    the_right_password_signs_in
    wrong_and_unknown_and_disabled_and_unset_are_refused_alike
    two_instances_count_the_tries_of_an_address_together
    an_address_gets_three_tries_a_minute_and_a_success_costs_none
    an_account_gets_ten_tries_whether_it_exists_or_not
    a_success_clears_the_count_of_the_account
    a_flood_leaves_one_event_a_minute
    an_unknown_address_is_not_written_down
}

async fn answer(store: &Store, name: &str, typed: &str, number: u8, seconds: i64) -> String {
    match store.sign_in(&email(name), typed, &client(number), after(seconds)).await {
        Ok(_) => "in".into(),
        Err(SignInRefusal::Wrong) => "wrong".into(),
        Err(SignInRefusal::TooMany { retry_after }) => format!("wait {}", retry_after.as_secs()),
        Err(SignInRefusal::Failed(error)) => panic!("{error}"),
    }
}

async fn the_right_password_signs_in(engine: &Engine) {
    let store = engine.open().await;
    let ada = person(&store, "ada").await;
    assert_eq!(answer(&store, "ada", "Turnip lorry cabinet", 1, 0).await, "wrong");
    assert_eq!(answer(&store, "ada", PASSWORD, 1, 1).await, "in");
    let account = store.person_by_email(&email("ada")).await.unwrap().unwrap();
    assert_eq!((account.id, account.signed_in_at), (ada, Some(after(1))));
    assert!(account.has_password && account.disabled_at.is_none());
}

async fn wrong_and_unknown_and_disabled_and_unset_are_refused_alike(engine: &Engine) {
    let store = engine.open().await;
    let (bo, cy) = (person(&store, "bo").await, person(&store, "cy").await);
    store.disable_person(cy, bo, start()).await.unwrap();
    assert!(store.add_person(&account("di"), Some(bo), start()).await.unwrap());
    assert!(!store.add_person(&account("di"), Some(bo), start()).await.unwrap());
    assert_eq!(answer(&store, "bo", "something else here", 1, 0).await, "wrong");
    assert_eq!(answer(&store, "nobody", PASSWORD, 2, 0).await, "wrong");
    assert_eq!(answer(&store, "cy", PASSWORD, 3, 0).await, "wrong");
    assert_eq!(answer(&store, "di", "", 4, 0).await, "wrong");
    let events = store.events_of_person(cy, None).await.unwrap();
    assert_eq!(events[0].kind, EventKind::SignInFailed);
    assert_eq!(events[0].address, "192.0.2.3");
}

async fn two_instances_count_the_tries_of_an_address_together(engine: &Engine) {
    let stores = [engine.open().await, engine.open().await];
    person(&stores[0], "ada").await;
    let tasks: Vec<_> = (0..16)
        .map(|task| {
            let store = stores[task % 2].clone();
            tokio::spawn(async move { answer(&store, "ada", "wrong password", 1, 0).await })
        })
        .collect();
    let mut answers = Vec::new();
    for task in tasks {
        answers.push(task.await.unwrap());
    }
    let count = |text: &str| answers.iter().filter(|answer| *answer == text).count();
    assert_eq!((count("wrong"), count("wait 20")), (3, 13), "{answers:?}");
}

async fn an_address_gets_three_tries_a_minute_and_a_success_costs_none(engine: &Engine) {
    let store = engine.open().await;
    person(&store, "ada").await;
    for _ in 0..5 {
        assert_eq!(answer(&store, "ada", PASSWORD, 1, 0).await, "in");
    }
    for _ in 0..3 {
        assert_eq!(answer(&store, "ada", "wrong", 1, 0).await, "wrong");
    }
    assert_eq!(answer(&store, "ada", PASSWORD, 1, 0).await, "wait 20");
    assert_eq!(answer(&store, "ada", PASSWORD, 1, 19).await, "wait 1");
    assert_eq!(answer(&store, "ada", PASSWORD, 2, 19).await, "in");
    assert_eq!(answer(&store, "ada", "wrong", 1, 20).await, "wrong");
    assert_eq!(answer(&store, "ada", "wrong", 1, 20).await, "wait 20");
    assert_eq!(answer(&store, "ada", "wrong", 1, 80).await, "wrong");
}

async fn an_account_gets_ten_tries_whether_it_exists_or_not(engine: &Engine) {
    let store = engine.open().await;
    person(&store, "ada").await;
    for name in ["ada", "nobody"] {
        for number in 1..=10 {
            assert_eq!(answer(&store, name, "wrong", number, 0).await, "wrong");
        }
        assert_eq!(answer(&store, name, PASSWORD, 11, 0).await, "wait 360");
        assert_eq!(answer(&store, name, "wrong", 12, 360).await, "wrong");
        assert_eq!(answer(&store, name, PASSWORD, 13, 361).await, "wait 359");
    }
}

async fn a_success_clears_the_count_of_the_account(engine: &Engine) {
    let store = engine.open().await;
    person(&store, "ada").await;
    for number in 1..=9 {
        assert_eq!(answer(&store, "ada", "wrong", number, 0).await, "wrong");
    }
    assert_eq!(answer(&store, "ada", PASSWORD, 10, 0).await, "in");
    for number in 11..=20 {
        assert_eq!(answer(&store, "ada", "wrong", number, 0).await, "wrong");
    }
    assert_eq!(answer(&store, "ada", PASSWORD, 21, 0).await, "wait 360");
}

async fn a_flood_leaves_one_event_a_minute(engine: &Engine) {
    let store = engine.open().await;
    let refused = async |seconds| {
        let tried = store.sign_in(&email("ada"), "", &client(1), after(seconds)).await;
        matches!(tried, Err(SignInRefusal::TooMany { retry_after }) if retry_after > Duration::ZERO)
    };
    for _ in 0..3 {
        assert!(!refused(0).await);
    }
    for seconds in [1, 1, 2, 3, 4] {
        assert!(refused(seconds).await);
    }
    let kept = engine.everything().await;
    let once = kept.matches("sign_in_limited").count();
    for seconds in [5, 6, 7] {
        assert!(refused(seconds).await);
    }
    match engine {
        Engine::Postgres { .. } => {
            assert_eq!(once, 1);
            assert_eq!(engine.everything().await.matches("sign_in_limited").count(), 1);
        }
        // The file holds the schema and older pages as well: the count is not exact.
        Engine::Sqlite(_) => assert!(once >= 1),
    }
}

async fn an_unknown_address_is_not_written_down(engine: &Engine) {
    let store = engine.open().await;
    assert_eq!(answer(&store, "somebody-unknown", "my-typed-secret", 77, 0).await, "wrong");
    let kept = engine.everything().await;
    assert!(kept.contains("192.0.2.77"), "the search sees the event");
    assert!(!kept.contains("somebody-unknown") && !kept.contains("my-typed-secret"));
}
