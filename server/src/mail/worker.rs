//! Sends what is to be sent, and tries again what was not taken.
use super::{
    PostOffice,
    letter::{Asked, Letter},
};
use chrono::{DateTime, NaiveDate, Utc};
use domain::london_day;
use std::time::Duration;
use store::{Account, Job, MAIL, Reach, ReminderJob, Store};
use tokio::time::sleep;

const EVERY: Duration = Duration::from_secs(10);
const AT_ONCE: i64 = 20;

/// Until it is aborted.
pub async fn work(store: Store, post_office: PostOffice, public_url: String) {
    loop {
        if let Err(error) = deliver(&store, &post_office, &public_url, crate::now()).await {
            tracing::warn!(%error, "could not look for mail to send");
        }
        sleep(EVERY).await;
    }
}

/// Everything that is due, once; says how many letters were taken.
///
/// # Errors
/// When the database does not answer. A letter that is not taken is put off.
pub async fn deliver(
    store: &Store,
    post_office: &PostOffice,
    public_url: &str,
    now: DateTime<Utc>,
) -> Result<usize, store::Error> {
    let mut sent = 0;
    for job in store.claim_jobs(MAIL, AT_ONCE, now).await? {
        let Some(letter) = letter(store, &job, public_url, now).await? else {
            // Answered meanwhile, or nobody is left to tell.
            store.finish_job(&job).await?;
            continue;
        };
        match post_office.send(letter).await {
            Ok(()) => {
                store.finish_job(&job).await?;
                sent += 1;
            }
            Err(error) => {
                tracing::warn!(job = %job.id, attempts = job.attempts, %error, "mail was not taken");
                store.put_off_job(&job, &error, now).await?;
            }
        }
    }
    Ok(sent)
}

/// Nothing for what has been answered, or where nobody is left to tell.
async fn letter(
    store: &Store,
    job: &Job,
    public_url: &str,
    now: DateTime<Utc>,
) -> Result<Option<Letter>, store::Error> {
    let Ok(about) = serde_json::from_str::<ReminderJob>(&job.payload) else { return Ok(None) };
    let portfolio = store.portfolio(job.organisation).await?;
    let of = portfolio.reminded(about.innovation, about.reminder);
    let (Some(of), Some(organisation)) = (of, portfolio.organisation()) else { return Ok(None) };
    let reach = match store.reach(&organisation.slug, of, now).await {
        Ok(reach) => reach,
        Err(store::Error::Refused(_)) => return Ok(None),
        Err(error) => return Err(error),
    };
    let account = store.account(of).await?.filter(|account| account.disabled_at.is_none());
    Ok(account.and_then(|account| written(&reach, about, &account, public_url, london_day(now))))
}

fn written(reach: &Reach, about: ReminderJob, account: &Account, public_url: &str, today: NaiveDate) -> Option<Letter> {
    let seen = reach.seen();
    let innovation = seen.innovation(about.innovation).ok()?;
    let reminder = seen.waiting_reminder(innovation, today).filter(|one| one.id == about.reminder)?;
    let asked = Asked {
        organisation: seen.organisation(),
        innovation,
        reminder,
        by: reach.portfolio().name_of(reminder.entry.by).unwrap_or("Somebody who left"),
        due_on: seen.owed_update(innovation, today)?.due_on,
        public_url,
    };
    Some(Letter::reminder(account.email.to_string(), account.name.clone(), asked))
}
