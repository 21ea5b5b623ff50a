//! The databases that are measured, written through the store as everything is.
use crate::Done;
use chrono::{DateTime, TimeDelta, Utc};
use domain::{Decision, Language, OrganisationId, Record, Slug, london_day, testing::*};
use std::{fmt, fs, path::Path, sync::Arc, time::Instant};
use store::{Asked, Client, NewAccount, Store};
use tests::{Crowd, Heard};
use uuid::Uuid;

pub const LARGE: u32 = 1_000;
/// Change rows of the large organisation, at least.
const CHANGES: i64 = 50_000;
/// Organisations that nobody asks for.
const OTHERS: u32 = 50;
/// Enough to hold what is written, so that nothing is read back.
const BYTES: usize = 1 << 30;

/// What was written, and a way in.
pub struct Filled {
    /// Of the programme manager.
    pub token: String,
    changes: i64,
    seconds: f32,
}

impl fmt::Display for Filled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} changes written in {:.0} s", self.changes, self.seconds)
    }
}

/// Boards of three sizes, the largest with a long history, among many organisations.
pub async fn many(place: &Path) -> Done<Filled> {
    let filling = Filling::new(place).await?;
    filling.organisation("large", LARGE, Rounds::UntilChanges(CHANGES), TimeDelta::days(21)).await?;
    filling.organisation("middle", 200, Rounds::Of(12), TimeDelta::days(21)).await?;
    filling.organisation("small", 24, Rounds::Of(12), TimeDelta::days(21)).await?;
    filling.plenty("plenty").await?;
    filling.heard("heard").await?;
    filling.spread("spread").await?;
    for n in 0..OTHERS {
        filling.organisation(&format!("other-{n}"), 20, Rounds::Of(8), TimeDelta::days(21)).await?;
    }
    filling.end().await
}

/// One council with 50 innovations and five years of weekly reports.
pub async fn council(place: &Path) -> Done<Filled> {
    let filling = Filling::new(place).await?;
    filling.organisation("council", 50, Rounds::Of(260), TimeDelta::days(7)).await?;
    filling.end().await
}

enum Rounds {
    Of(u32),
    UntilChanges(i64),
}

struct Filling {
    store: Store,
    now: DateTime<Utc>,
    began: Instant,
}

impl Filling {
    async fn new(place: &Path) -> Done<Self> {
        fs::create_dir_all(place)?;
        let store = Store::open(&url(place), BYTES).await?;
        let (email, name) = ("manager@example.org".parse().map_err(|_| "an address")?, text("Manager"));
        let account = NewAccount { id: MANAGER, email, name, language: Language::English };
        store.add_person(&account, None, Utc::now()).await?;
        Ok(Self { store, now: Utc::now(), began: Instant::now() })
    }

    /// Reports end yesterday, and are so far apart.
    async fn organisation(&self, slug: &str, innovations: u32, rounds: Rounds, apart: TimeDelta) -> Done {
        let slug: Slug = slug.parse().map_err(|_| "a slug")?;
        let (crowd, first) = self.found(&slug, |crowd| crowd.begin(2..=innovations)).await?;
        let count = match rounds {
            Rounds::Of(count) => count,
            // Each round has an update of everybody, and a change of every other innovation besides.
            Rounds::UntilChanges(changes) => {
                u32::try_from((changes - first) / (i64::from(innovations - 1) * 3 / 2) + 1)?
            }
        };
        for round in 1..=count {
            let at = self.now - TimeDelta::days(1) - apart * i32::try_from(count - round)?;
            let reach = self.store.reach(&slug, MANAGER, at).await?;
            let on = london_day(at);
            self.store
                .decide(&reach, Asked::at(at), |seen, _| Ok(crowd.go_on(seen, 2..=innovations, round, on)))
                .await?;
        }
        Ok(())
    }

    /// Much of everything that one page draws, an update of a fortnight ago, and what changed since.
    async fn plenty(&self, slug: &str) -> Done {
        let slug: Slug = slug.parse().map_err(|_| "a slug")?;
        let (crowd, _) = self.found(&slug, Crowd::plenty).await?;
        let at = self.now - TimeDelta::days(14);
        let reach = self.store.reach(&slug, MANAGER, at).await?;
        let on = london_day(at);
        self.store.decide(&reach, Asked::at(at), |seen, _| Ok(crowd.go_on(seen, Crowd::PLENTY, 1, on))).await?;
        let at = self.now - TimeDelta::days(1);
        let reach = self.store.reach(&slug, MANAGER, at).await?;
        self.store.decide(&reach, Asked::at(at), |seen, _| Ok(crowd.change_much(seen))).await?;
        Ok(())
    }

    /// Thirty months of engagements with 400 groups, brought in from spreadsheets.
    async fn heard(&self, slug: &str) -> Done {
        let slug: Slug = slug.parse().map_err(|_| "a slug")?;
        self.found(&slug, |_| Decision::default()).await?;
        let heard = Heard { today: london_day(self.now) };
        heard.add_areas(&self.store, &slug, self.now).await?;
        heard.bring(&self.store, &slug, self.now).await?;
        Ok(())
    }

    /// 250 innovations in 5,000 places, with five years of counts.
    async fn spread(&self, slug: &str) -> Done {
        let slug: Slug = slug.parse().map_err(|_| "a slug")?;
        let (crowd, _) = self.found(&slug, |crowd| crowd.begin(Crowd::SPREADING)).await?;
        let at = self.now - TimeDelta::days(1);
        for number in Crowd::SPREADING {
            let reach = self.store.reach(&slug, MANAGER, at).await?;
            self.store.decide(&reach, Asked::at(at), |_, _| Ok(crowd.spread(number))).await?;
        }
        Ok(())
    }

    /// Long ago, with these innovations. How many changes that was.
    async fn found(&self, slug: &Slug, begin: impl FnOnce(Crowd) -> Decision) -> Done<(Crowd, i64)> {
        let id = OrganisationId(Uuid::from_u128(Uuid::now_v7().as_u128() & !0xffff_ffff_ffff));
        let crowd = Crowd { organisation: id, today: london_day(self.now) };
        let began = self.now - TimeDelta::days(6 * 365);
        let mut decision = founding(id, &slug.to_string()).and(begin(crowd));
        for edit in &mut decision.edits {
            if let Record::Membership(one) = &mut edit.after {
                Arc::make_mut(one).from_on = london_day(began);
            }
        }
        let first = i64::try_from(decision.edits.len())?;
        self.store.found(id, slug, MANAGER, Asked::at(began), decision).await?;
        Ok((crowd, first))
    }

    async fn end(self) -> Done<Filled> {
        let client = Client { address: [127, 0, 0, 1].into(), agent: "bench" };
        let token = self.store.begin_session(MANAGER, &client, Utc::now()).await?.ok_or("nobody was let in")?;
        let changes = self.store.contents().await?.changes;
        self.store.close().await;
        Ok(Filled { token: token.expose().to_owned(), changes, seconds: self.began.elapsed().as_secs_f32() })
    }
}

pub fn url(place: &Path) -> String {
    format!("sqlite:{}", place.join("foothold.db").display())
}
