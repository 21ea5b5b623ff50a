//! Mail that is to be sent is kept with what gives the reason for it, and sent by one worker only.
mod common;

use chrono::TimeDelta;
use common::{decide, found, on_postgres, on_sqlite, start};
use domain::{
    ReminderId,
    testing::{LAMPS, today},
};
use store::{MAIL, Reach, ReminderJob, Store};
use uuid::Uuid;

macro_rules! on_both_engines {
    ($($name:ident as $sqlite:ident, $postgres:ident;)*) => {$(
        #[tokio::test]
        async fn $sqlite() {
            $name(on_sqlite().await).await;
        }

        #[tokio::test]
        async fn $postgres() {
            $name(on_postgres().await).await;
        }
    )*};
}
on_both_engines! {
    one_reason_is_one_job as one_reason_is_one_job_on_sqlite, one_reason_is_one_job_on_postgres;
    two_workers_share as two_workers_share_on_sqlite, two_workers_share_on_postgres;
    what_fails_waits as what_fails_waits_on_sqlite, what_fails_waits_on_postgres;
    a_refused_decision_tells_nobody as a_refused_decision_tells_nobody_on_sqlite, a_refused_decision_tells_nobody_on_postgres;
}

async fn ask(store: &Store, reach: &Reach, id: u128) -> bool {
    let id = ReminderId(Uuid::from_u128(id));
    decide(store, reach, start(), |seen| seen.ask_for_update(id, LAMPS, today())).await.is_ok()
}

async fn one_reason_is_one_job((store, _): (Store, Store)) {
    let reach = found(&store).await;
    assert!(ask(&store, &reach, 1).await);
    let silent = store.claim_jobs(MAIL, 9, start()).await.expect("claimed");
    assert_eq!(silent, [], "nothing is kept without a mail server");
    store.keep_mail();
    let other = found(&store).await;
    assert!(ask(&store, &other, 2).await);
    let jobs = store.claim_jobs(MAIL, 9, start()).await.expect("claimed");
    assert_eq!((jobs.len(), jobs[0].kind.as_str(), jobs[0].attempts), (1, ReminderJob::KIND, 1));
    let about: ReminderJob = serde_json::from_str(&jobs[0].payload).expect("read");
    assert_eq!(about, ReminderJob { innovation: LAMPS, reminder: ReminderId(Uuid::from_u128(2)) });
    assert_eq!(jobs[0].organisation, other.portfolio().id);
    store.finish_job(&jobs[0]).await.expect("finished");
    let later = store.claim_jobs(MAIL, 9, start() + TimeDelta::days(1)).await.expect("claimed");
    assert_eq!(later, [], "done is gone");
}

async fn two_workers_share((store, other): (Store, Store)) {
    store.keep_mail();
    for id in 1..=6 {
        let reach = found(&store).await;
        assert!(ask(&store, &reach, id).await);
    }
    let (one, two) = tokio::join!(store.claim_jobs(MAIL, 3, start()), other.claim_jobs(MAIL, 3, start()));
    let mut ids: Vec<_> = one.expect("claimed").into_iter().chain(two.expect("claimed")).map(|job| job.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 6, "no job twice");
    assert_eq!(store.claim_jobs(MAIL, 9, start()).await.expect("claimed"), []);
    let again = store.claim_jobs(MAIL, 9, start() + TimeDelta::minutes(5)).await.expect("claimed");
    assert_eq!(again.len(), 6, "a worker that died loses its claim");
}

async fn what_fails_waits((store, _): (Store, Store)) {
    store.keep_mail();
    let reach = found(&store).await;
    assert!(ask(&store, &reach, 1).await);
    let mut now = start();
    for attempt in 1..=8 {
        let jobs = store.claim_jobs(MAIL, 9, now).await.expect("claimed");
        assert_eq!((jobs.len(), jobs[0].attempts), (1, attempt));
        store.put_off_job(&jobs[0], "451 not now", now).await.expect("put off");
        let wait = TimeDelta::minutes(1 << attempt);
        assert_eq!(store.claim_jobs(MAIL, 9, now + wait - TimeDelta::seconds(1)).await.expect("claimed"), []);
        now += wait;
    }
    assert_eq!(store.claim_jobs(MAIL, 9, now).await.expect("claimed"), [], "given up after eight");
}

async fn a_refused_decision_tells_nobody((store, _): (Store, Store)) {
    store.keep_mail();
    let reach = found(&store).await;
    assert!(ask(&store, &reach, 1).await);
    assert!(!ask(&store, &reach, 2).await, "asked today");
    assert_eq!(store.claim_jobs(MAIL, 9, start()).await.expect("claimed").len(), 1);
}
