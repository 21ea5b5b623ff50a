use crate::engines::*;
use store::DraftKey;

on_both! {
    a_draft_is_kept_replaced_and_dropped
    the_oldest_of_too_many_drafts_goes
    a_draft_lasts_thirty_days
}

const DAYS: i64 = 86_400;

async fn a_draft_is_kept_replaced_and_dropped(engine: &Engine) {
    let store = engine.open().await;
    let (ada, bo) = (person(&store, "ada").await, person(&store, "bo").await);
    let (north, south) = (engine.organisation().await, engine.organisation().await);
    let key = DraftKey { organisation: north, person: ada, address: "innovations/12/updates/new" };
    store.save_draft(key, "Post an update", "summary=first", start()).await.unwrap();
    store.save_draft(key, "", "summary=second", after(5)).await.unwrap();
    let kept = store.draft(key, after(6)).await.unwrap().unwrap();
    assert_eq!((&*kept.body, kept.saved_at), ("summary=second", after(5)));
    assert_eq!((&*kept.form, &*kept.address), ("Post an update", key.address), "the name stays");
    assert_eq!(store.drafts(north, ada, after(6)).await.unwrap(), [kept]);
    for other in [
        DraftKey { organisation: south, ..key },
        DraftKey { person: bo, ..key },
        DraftKey { address: "innovations/12/move", ..key },
        DraftKey { address: "", ..key },
    ] {
        assert!(store.draft(other, after(6)).await.unwrap().is_none());
        store.drop_draft(other).await.unwrap();
    }
    assert!(store.draft(key, after(6)).await.unwrap().is_some());
    store.drop_draft(key).await.unwrap();
    assert!(store.draft(key, after(6)).await.unwrap().is_none());
}

async fn a_draft_lasts_thirty_days(engine: &Engine) {
    let store = engine.open().await;
    let ada = person(&store, "ada").await;
    let organisation = engine.organisation().await;
    let key = DraftKey { organisation, person: ada, address: "updates/new" };
    store.save_draft(key, "", "summary=first", start()).await.unwrap();
    assert_eq!(store.clear_old_drafts(after(30 * DAYS - 1)).await.unwrap(), 0);
    assert!(store.draft(key, after(30 * DAYS - 1)).await.unwrap().is_some());
    assert!(store.draft(key, after(30 * DAYS)).await.unwrap().is_none());
    assert_eq!(store.clear_old_drafts(after(30 * DAYS)).await.unwrap(), 1);
}

async fn the_oldest_of_too_many_drafts_goes(engine: &Engine) {
    let store = engine.open().await;
    let ada = person(&store, "ada").await;
    let organisation = engine.organisation().await;
    for number in 0..51 {
        let address = format!("innovations/{number}/edit");
        let key = DraftKey { organisation, person: ada, address: &address };
        store.save_draft(key, "Edit", "title=Lamps", after(number)).await.unwrap();
    }
    let kept = store.drafts(organisation, ada, after(60)).await.unwrap();
    assert_eq!((kept.len(), &*kept[0].address), (50, "innovations/50/edit"));
    assert_eq!(kept[49].address, "innovations/1/edit");
}
