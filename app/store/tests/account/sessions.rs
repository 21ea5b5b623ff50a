use crate::engines::*;
use store::{Assurance, Token};

on_both! {
    a_session_tells_who_it_is
    a_token_is_kept_only_hashed
    a_session_ends_after_eight_idle_hours_to_the_second
    a_session_ends_after_seven_days_to_the_second_however_busy
    the_time_seen_is_written_once_a_minute
    a_disabled_person_loses_the_session_on_the_next_request_at_every_instance
    signing_out_ends_one_session_and_everywhere_the_others
    nobody_ends_the_session_of_another
    a_new_token_after_a_change_of_rights_serves_the_same_session
}

const DAY: i64 = 86_400;
const HOUR: i64 = 3_600;

async fn a_session_tells_who_it_is(engine: &Engine) {
    let store = engine.open().await;
    let ada = person(&store, "ada").await;
    let (token, who) = store.sign_in(&email("ada"), PASSWORD, &client(1), start()).await.unwrap();
    assert_eq!(who, ada);
    let session = store.session(&token, after(1)).await.unwrap().unwrap();
    assert_eq!(session.person, ada);
    assert_eq!(session.name, "Ada Okafor");
    assert_eq!(session.email, email("ada"));
    assert_eq!(session.language, domain::Language::Welsh);
    assert_eq!(session.created_at, start());
    assert_eq!(session.assurance, Assurance::Password);
    assert!(!session.rights_changed);
    let never: Token = "A".repeat(43).parse().unwrap();
    assert!(store.session(&never, start()).await.unwrap().is_none());
}

async fn a_token_is_kept_only_hashed(engine: &Engine) {
    let store = engine.open().await;
    let ada = person(&store, "ada").await;
    let link = store.make_link(store::LinkKind::Reset, Some(ada), None, None, start()).await.unwrap();
    let (token, _) = store.sign_in(&email("ada"), PASSWORD, &client(1), start()).await.unwrap();
    let new = store.rotate(&token, after(1)).await.unwrap().unwrap();
    let kept = engine.everything().await;
    assert!(kept.contains("Test browser"), "the search sees the session's row");
    for secret in [token.expose(), new.expose(), link.expose(), PASSWORD] {
        assert!(!kept.contains(secret), "{secret} is kept");
    }
}

async fn a_session_ends_after_eight_idle_hours_to_the_second(engine: &Engine) {
    let store = engine.open().await;
    person(&store, "ada").await;
    let (token, _) = store.sign_in(&email("ada"), PASSWORD, &client(1), start()).await.unwrap();
    let at = async |seconds| store.session(&token, after(seconds)).await.unwrap().is_some();
    assert!(!at(8 * HOUR).await);
    assert!(at(8 * HOUR - 1).await);
    assert!(at(16 * HOUR - 2).await);
    assert!(!at(24 * HOUR - 2).await);
}

async fn a_session_ends_after_seven_days_to_the_second_however_busy(engine: &Engine) {
    let store = engine.open().await;
    let ada = person(&store, "ada").await;
    let (token, _) = store.sign_in(&email("ada"), PASSWORD, &client(1), start()).await.unwrap();
    for hour in (0..7 * 24).step_by(4) {
        assert!(store.session(&token, after(hour * HOUR)).await.unwrap().is_some(), "{hour}");
    }
    assert!(store.session(&token, after(7 * DAY - 1)).await.unwrap().is_some());
    assert_eq!(store.sessions_of(ada, after(7 * DAY - 1)).await.unwrap().len(), 1);
    assert!(store.session(&token, after(7 * DAY)).await.unwrap().is_none());
    assert!(store.sessions_of(ada, after(7 * DAY)).await.unwrap().is_empty());
    assert!(store.rotate(&token, after(7 * DAY)).await.unwrap().is_none());
}

async fn the_time_seen_is_written_once_a_minute(engine: &Engine) {
    let store = engine.open().await;
    let ada = person(&store, "ada").await;
    let (token, _) = store.sign_in(&email("ada"), PASSWORD, &client(1), start()).await.unwrap();
    for (asked, seen) in [(59, 0), (60, 60), (119, 60), (120, 120)] {
        store.session(&token, after(asked)).await.unwrap().unwrap();
        let listed = &store.sessions_of(ada, after(asked)).await.unwrap()[0];
        assert_eq!(listed.seen_at, after(seen), "asked after {asked} s");
        assert_eq!((&*listed.address, &*listed.agent), ("192.0.2.1", "Test browser"));
    }
}

async fn a_disabled_person_loses_the_session_on_the_next_request_at_every_instance(engine: &Engine) {
    let (one, two) = (engine.open().await, engine.open().await);
    let (ada, bo) = (person(&one, "ada").await, person(&one, "bo").await);
    let (token, _) = one.sign_in(&email("ada"), PASSWORD, &client(1), start()).await.unwrap();
    assert!(two.session(&token, after(1)).await.unwrap().is_some());
    assert!(one.disable_person(ada, bo, after(2)).await.unwrap());
    assert!(!one.disable_person(ada, bo, after(2)).await.unwrap());
    assert!(two.session(&token, after(2)).await.unwrap().is_none());
    assert!(two.begin_session(ada, &client(1), after(3)).await.unwrap().is_none());
    assert!(one.enable_person(ada, bo, after(4)).await.unwrap());
    assert!(two.session(&token, after(5)).await.unwrap().is_none());
    assert!(two.begin_session(ada, &client(1), after(5)).await.unwrap().is_some());
}

async fn signing_out_ends_one_session_and_everywhere_the_others(engine: &Engine) {
    let store = engine.open().await;
    let ada = person(&store, "ada").await;
    let mut tokens = Vec::new();
    for number in 1..=4 {
        tokens.push(store.begin_session(ada, &client(number), start()).await.unwrap().unwrap());
    }
    let open = async |token| store.session(token, after(9)).await.unwrap().is_some();
    store.sign_out(&tokens[0], after(1)).await.unwrap();
    store.sign_out(&tokens[0], after(1)).await.unwrap();
    assert!(!open(&tokens[0]).await && open(&tokens[1]).await);
    assert_eq!(store.sign_out_everywhere(ada, Some(&tokens[1]), after(2)).await.unwrap(), 2);
    assert!(open(&tokens[1]).await && !open(&tokens[2]).await && !open(&tokens[3]).await);
    assert_eq!(store.sign_out_everywhere(ada, None, after(3)).await.unwrap(), 1);
    assert!(!open(&tokens[1]).await);
}

async fn nobody_ends_the_session_of_another(engine: &Engine) {
    let store = engine.open().await;
    let (ada, bo) = (person(&store, "ada").await, person(&store, "bo").await);
    let token = store.begin_session(ada, &client(1), start()).await.unwrap().unwrap();
    let id = store.session(&token, start()).await.unwrap().unwrap().id;
    assert!(!store.end_session(bo, id, after(1)).await.unwrap());
    assert!(store.session(&token, after(1)).await.unwrap().is_some());
    assert!(store.end_session(ada, id, after(1)).await.unwrap());
    assert!(store.session(&token, after(1)).await.unwrap().is_none());
}

async fn a_new_token_after_a_change_of_rights_serves_the_same_session(engine: &Engine) {
    let store = engine.open().await;
    let ada = person(&store, "ada").await;
    let old = store.begin_session(ada, &client(1), start()).await.unwrap().unwrap();
    store.rights_changed(ada).await.unwrap();
    assert!(store.session(&old, after(10)).await.unwrap().unwrap().rights_changed);
    let (one, two) = tokio::join!(store.rotate(&old, after(10)), store.rotate(&old, after(10)));
    let new: Vec<_> = [one.unwrap(), two.unwrap()].into_iter().flatten().collect();
    assert_eq!(new.len(), 1, "two requests at once give one new token");
    let session = store.session(&new[0], after(11)).await.unwrap().unwrap();
    assert!(!session.rights_changed);
    assert_eq!(session.created_at, start());
    let late = store.session(&old, after(39)).await.unwrap().unwrap();
    assert!(!late.rights_changed, "the old token asks for no second new one");
    assert!(store.session(&old, after(40)).await.unwrap().is_none());
    assert_eq!(store.sessions_of(ada, after(11)).await.unwrap().len(), 1);
}
