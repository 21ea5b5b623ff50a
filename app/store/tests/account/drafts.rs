use crate::engines::*;
use store::DraftKey;

on_both! {
    a_draft_is_kept_replaced_and_dropped
    a_draft_lasts_thirty_days
}

const DAYS: i64 = 86_400;

async fn a_draft_is_kept_replaced_and_dropped(engine: &Engine) {
    let store = engine.open().await;
    let (ada, bo) = (person(&store, "ada").await, person(&store, "bo").await);
    let (north, south) = (engine.organisation().await, engine.organisation().await);
    let key = DraftKey { organisation: north, person: ada, form: "post-update", subject: "AC-12" };
    store.save_draft(key, "summary=first", start()).await.unwrap();
    store.save_draft(key, "summary=second", after(5)).await.unwrap();
    let kept = store.draft(key, after(6)).await.unwrap().unwrap();
    assert_eq!((&*kept.body, kept.saved_at), ("summary=second", after(5)));
    for other in [
        DraftKey { organisation: south, ..key },
        DraftKey { person: bo, ..key },
        DraftKey { form: "move", ..key },
        DraftKey { subject: "", ..key },
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
    let key = DraftKey { organisation, person: ada, form: "post-update", subject: "" };
    store.save_draft(key, "summary=first", start()).await.unwrap();
    assert_eq!(store.clear_old_drafts(after(30 * DAYS - 1)).await.unwrap(), 0);
    assert!(store.draft(key, after(30 * DAYS - 1)).await.unwrap().is_some());
    assert!(store.draft(key, after(30 * DAYS)).await.unwrap().is_none());
    assert_eq!(store.clear_old_drafts(after(30 * DAYS)).await.unwrap(), 1);
}
