use crate::engines::*;
use store::{LinkKind, LinkRefusal};

on_both! {
    tidying_removes_what_has_run_out_and_nothing_else
}

const HOUR: i64 = 3_600;

async fn tidying_removes_what_has_run_out_and_nothing_else(engine: &Engine) {
    let store = engine.open().await;
    let ada = person(&store, "ada").await;
    let _ = store.sign_in(&email("ada"), "wrong", &client(1), start()).await;
    let old = store.begin_session(ada, &client(1), start()).await.unwrap().unwrap();
    let young = store.begin_session(ada, &client(1), after(HOUR)).await.unwrap().unwrap();
    let link = store.make_link(LinkKind::Reset, Some(ada), None, None, start()).await.unwrap();
    assert_eq!(store.tidy(after(1)).await.unwrap(), 0);
    // The session and the two counts of one wrong try.
    assert_eq!(store.tidy(after(8 * HOUR)).await.unwrap(), 3);
    assert!(store.session(&old, after(8 * HOUR)).await.unwrap().is_none());
    assert!(store.session(&young, after(8 * HOUR)).await.unwrap().is_some());
    let told = store.look_at_link(&link, after(8 * HOUR)).await;
    assert!(matches!(told, Err(LinkRefusal::Expired)));
    // The other session, the link, and the one that set the password.
    assert_eq!(store.tidy(after(8 * 24 * HOUR)).await.unwrap(), 3);
    assert!(store.account(ada).await.unwrap().is_some());
}
