use crate::engines::*;
use store::{LinkKind, LinkRefusal};

on_both! {
    looking_at_a_link_tells_for_whom_it_is_and_does_not_use_it
    of_sixteen_who_use_a_link_at_once_one_does
    of_sixteen_who_set_a_password_by_a_link_at_once_one_does
    a_link_ends_to_the_second
    a_newer_link_voids_the_older_of_its_kind
    a_disabled_persons_links_are_void
}

async fn looking_at_a_link_tells_for_whom_it_is_and_does_not_use_it(engine: &Engine) {
    let store = engine.open().await;
    let ada = person(&store, "ada").await;
    let link = store.make_link(LinkKind::Reset, Some(ada), None, Some(ada), start()).await.unwrap();
    for _ in 0..2 {
        let seen = store.look_at_link(&link, after(1)).await.unwrap();
        assert_eq!((seen.kind, seen.person, seen.email), (LinkKind::Reset, Some(ada), Some(email("ada"))));
        assert_eq!((seen.name.as_deref(), seen.created_by), (Some("Ada Okafor"), Some(ada)));
    }
    store.use_link(&link, after(1)).await.unwrap();
    assert!(matches!(store.look_at_link(&link, after(1)).await, Err(LinkRefusal::Used)));
    let never = "A".repeat(43).parse().unwrap();
    assert!(matches!(store.look_at_link(&never, after(1)).await, Err(LinkRefusal::Unknown)));
}

async fn of_sixteen_who_use_a_link_at_once_one_does(engine: &Engine) {
    let stores = [engine.open().await, engine.open().await];
    let ada = person(&stores[0], "ada").await;
    for round in 0..5 {
        let link = stores[0].make_link(LinkKind::Reset, Some(ada), None, None, after(round)).await.unwrap();
        let tasks: Vec<_> = (0..16)
            .map(|task| {
                let (store, link) = (stores[task % 2].clone(), link.clone());
                tokio::spawn(async move { store.use_link(&link, after(round)).await })
            })
            .collect();
        let mut times = 0;
        for task in tasks {
            match task.await.unwrap() {
                Ok(_) => times += 1,
                Err(refusal) => assert!(matches!(refusal, LinkRefusal::Used), "{refusal:?}"),
            }
        }
        assert_eq!(times, 1);
    }
}

async fn of_sixteen_who_set_a_password_by_a_link_at_once_one_does(engine: &Engine) {
    let stores = [engine.open().await, engine.open().await];
    let ada = person(&stores[0], "ada").await;
    let link = stores[0].make_link(LinkKind::Reset, Some(ada), None, None, start()).await.unwrap();
    let tasks: Vec<_> = (0..16)
        .map(|task| {
            let (store, link) = (stores[task % 2].clone(), link.clone());
            tokio::spawn(async move {
                let text = format!("seven herons at dusk {task}");
                let set = store.set_password_by_link(&link, &password(&text), &client(1), after(1)).await;
                set.map(|_| text)
            })
        })
        .collect();
    let mut set = Vec::new();
    for task in tasks {
        match task.await.unwrap() {
            Ok(text) => set.push(text),
            Err(refusal) => assert!(matches!(refusal, LinkRefusal::Used), "{refusal:?}"),
        }
    }
    assert_eq!(set.len(), 1);
    stores[1].sign_in(&email("ada"), &set[0], &client(1), after(2)).await.unwrap();
}

async fn a_link_ends_to_the_second(engine: &Engine) {
    let store = engine.open().await;
    let ada = person(&store, "ada").await;
    for (kind, seconds) in [(LinkKind::Setup, 24 * 3_600), (LinkKind::Invitation, 7 * 86_400), (LinkKind::Reset, 3_600)]
    {
        let link = store.make_link(kind, Some(ada), None, None, start()).await.unwrap();
        store.look_at_link(&link, after(seconds - 1)).await.unwrap();
        let looked = store.look_at_link(&link, after(seconds)).await;
        assert!(matches!(looked, Err(LinkRefusal::Expired)), "{kind:?}");
        let used = store.use_link(&link, after(seconds)).await;
        assert!(matches!(used, Err(LinkRefusal::Expired)), "{kind:?}");
        store.use_link(&link, after(seconds - 1)).await.unwrap();
    }
}

async fn a_newer_link_voids_the_older_of_its_kind(engine: &Engine) {
    let store = engine.open().await;
    let (ada, bo) = (person(&store, "ada").await, person(&store, "bo").await);
    let (north, south) = (engine.organisation().await, engine.organisation().await);
    let make =
        async |kind, person, organisation| store.make_link(kind, person, organisation, None, start()).await.unwrap();
    let old = [
        make(LinkKind::Reset, Some(ada), None).await,
        make(LinkKind::Invitation, Some(ada), Some(north)).await,
        make(LinkKind::Setup, None, None).await,
    ];
    let kept = [
        make(LinkKind::Reset, Some(bo), None).await,
        make(LinkKind::Invitation, Some(ada), Some(south)).await,
        make(LinkKind::Reset, Some(ada), Some(north)).await,
        make(LinkKind::Invitation, Some(ada), Some(north)).await,
        make(LinkKind::Setup, None, None).await,
    ];
    for link in &old {
        assert!(matches!(store.use_link(link, after(1)).await, Err(LinkRefusal::Unknown)));
    }
    for link in &kept {
        store.use_link(link, after(1)).await.unwrap();
    }
}

async fn a_disabled_persons_links_are_void(engine: &Engine) {
    let store = engine.open().await;
    let (ada, bo) = (person(&store, "ada").await, person(&store, "bo").await);
    let before = store.make_link(LinkKind::Reset, Some(ada), None, None, start()).await.unwrap();
    store.disable_person(ada, bo, after(1)).await.unwrap();
    let afterwards = store.make_link(LinkKind::Reset, Some(ada), None, None, after(2)).await.unwrap();
    for link in [before, afterwards] {
        assert!(matches!(store.look_at_link(&link, after(3)).await, Err(LinkRefusal::Unknown)));
        let set = store.set_password_by_link(&link, &password(PASSWORD), &client(1), after(3)).await;
        assert!(matches!(set, Err(LinkRefusal::Unknown)));
    }
}
