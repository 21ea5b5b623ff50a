//! How much work a sign-in does, alone in its process because the process counts it.
#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests fail by it, and ask where their server is")]
#[path = "account/engines.rs"]
#[expect(dead_code, unused_imports, unused_macros, reason = "shared with the tests of accounts, which use all of it")]
mod engines;

use engines::{Engine, PASSWORD, account, client, email, person, start};
use store::{SignInRefusal, passwords_hashed};

#[tokio::test(flavor = "multi_thread")]
async fn every_refused_sign_in_hashes_once_whether_or_not_the_account_exists() {
    for engine in [Engine::sqlite(), Engine::postgres().await] {
        let store = engine.open().await;
        let (_, bo) = (person(&store, "ada").await, person(&store, "bo").await);
        store.disable_person(bo, bo, start()).await.unwrap();
        store.add_person(&account("unset"), None, start()).await.unwrap();
        for (number, name) in (1..).zip(["ada", "nobody", "bo", "unset"]) {
            let before = passwords_hashed();
            let tried = store.sign_in(&email(name), "wrong", &client(number), start()).await;
            assert!(matches!(tried, Err(SignInRefusal::Wrong)), "{name}");
            assert_eq!(passwords_hashed() - before, 1, "{name}");
        }
        let before = passwords_hashed();
        store.sign_in(&email("ada"), PASSWORD, &client(9), start()).await.unwrap();
        assert_eq!(passwords_hashed() - before, 1);
        engine.remove().await;
    }
}
