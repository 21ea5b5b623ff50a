use crate::engines::*;
use store::{LinkKind, LinkRefusal, SignInRefusal};

on_both! {
    a_change_of_password_ends_the_other_sessions
    a_wrong_old_password_changes_nothing_and_counts
    a_reset_sets_the_password_once_and_signs_out_everywhere
    an_invitation_does_not_replace_a_password
    a_link_that_names_nobody_adds_its_holder
}

const NEW: &str = "seven herons at dusk";

async fn a_change_of_password_ends_the_other_sessions(engine: &Engine) {
    let store = engine.open().await;
    let ada = person(&store, "ada").await;
    let (here, _) = store.sign_in(&email("ada"), PASSWORD, &client(1), start()).await.unwrap();
    let (there, _) = store.sign_in(&email("ada"), PASSWORD, &client(2), start()).await.unwrap();
    let reset = store.make_link(LinkKind::Reset, Some(ada), None, None, start()).await.unwrap();
    store.change_password(ada, PASSWORD, &password(NEW), &here, &client(1), after(1)).await.unwrap();
    assert!(store.session(&here, after(2)).await.unwrap().is_some());
    assert!(store.session(&there, after(2)).await.unwrap().is_none());
    assert!(matches!(store.look_at_link(&reset, after(2)).await, Err(LinkRefusal::Unknown)));
    let old = store.sign_in(&email("ada"), PASSWORD, &client(3), after(3)).await;
    assert!(matches!(old, Err(SignInRefusal::Wrong)));
    store.sign_in(&email("ada"), NEW, &client(3), after(3)).await.unwrap();
}

async fn a_wrong_old_password_changes_nothing_and_counts(engine: &Engine) {
    let store = engine.open().await;
    let ada = person(&store, "ada").await;
    let (here, _) = store.sign_in(&email("ada"), PASSWORD, &client(1), start()).await.unwrap();
    let change = async |old| store.change_password(ada, old, &password(NEW), &here, &client(1), after(1)).await;
    for _ in 0..3 {
        assert!(matches!(change("wrong").await, Err(SignInRefusal::Wrong)));
    }
    assert!(matches!(change(PASSWORD).await, Err(SignInRefusal::TooMany { .. })));
    store.sign_in(&email("ada"), PASSWORD, &client(2), after(2)).await.unwrap();
}

async fn a_reset_sets_the_password_once_and_signs_out_everywhere(engine: &Engine) {
    let store = engine.open().await;
    let ada = person(&store, "ada").await;
    let (there, _) = store.sign_in(&email("ada"), PASSWORD, &client(2), start()).await.unwrap();
    for number in 10..20 {
        let _ = store.sign_in(&email("ada"), "wrong", &client(number), start()).await;
    }
    let link = store.make_link(LinkKind::Reset, Some(ada), None, None, start()).await.unwrap();
    let set = async |at| store.set_password_by_link(&link, &password(NEW), &client(1), at).await;
    assert_eq!(set(after(5)).await.unwrap(), ada);
    assert!(matches!(set(after(6)).await, Err(LinkRefusal::Used)));
    assert!(store.session(&there, after(6)).await.unwrap().is_none());
    // Others' wrong tries no longer hold the person up.
    store.sign_in(&email("ada"), NEW, &client(1), after(7)).await.unwrap();
}

async fn an_invitation_does_not_replace_a_password(engine: &Engine) {
    let store = engine.open().await;
    let ada = person(&store, "ada").await;
    let organisation = engine.organisation().await;
    let link = store.make_link(LinkKind::Invitation, Some(ada), Some(organisation), None, start()).await.unwrap();
    let taken = store.set_password_by_link(&link, &password(NEW), &client(1), after(1)).await;
    assert!(matches!(taken, Err(LinkRefusal::NotForThis)));
    let used = store.use_link(&link, after(2)).await.unwrap();
    assert_eq!((used.person, used.organisation, used.has_password), (Some(ada), Some(organisation), true));
    store.sign_in(&email("ada"), PASSWORD, &client(1), after(3)).await.unwrap();
}

async fn a_link_that_names_nobody_adds_its_holder(engine: &Engine) {
    let store = engine.open().await;
    person(&store, "taken").await;
    let link = store.make_link(LinkKind::Setup, None, None, None, start()).await.unwrap();
    let (taken, free) = (account("taken"), account("free"));
    let add = async |new| store.add_person_by_link(&link, new, &password(NEW), &client(1), after(1)).await;
    assert!(matches!(add(&taken).await, Err(LinkRefusal::EmailTaken)));
    add(&free).await.unwrap();
    assert!(matches!(add(&account("late")).await, Err(LinkRefusal::Used)));
    let (_, who) = store.sign_in(&email("free"), NEW, &client(1), after(2)).await.unwrap();
    assert_eq!(who, free.id);
}
