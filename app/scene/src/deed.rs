//! What people did, each thing a decision on a day.
use crate::{clock::Calendar, people::Who};
use chrono::NaiveDate;
use domain::{Decision, Refusal, Seen};
use std::{fmt::Debug, str::FromStr};
use uuid::Uuid;

/// Ids of the demonstration are derived from names, so that every build has the same ones.
const NAMES: Uuid = Uuid::from_u128(0x7d0c_4a51_93e6_4f0b_8a2e_64b1_5c9f_d230);

/// The id of the record of a name, such as "innovation AC-4" or "person leader@aldermere.example.org".
#[must_use]
pub fn id(name: &str) -> Uuid {
    Uuid::new_v5(&NAMES, name.as_bytes())
}

/// Words of the demonstration as the domain keeps them.
///
/// # Panics
/// When they do not fit, which the tests would show.
pub(crate) fn words<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().expect("the words of the demonstration fit, as its tests show")
}

/// As `words`, where an empty text says nothing.
pub(crate) fn said<T: FromStr<Err: Debug>>(text: &str) -> Option<T> {
    (!text.is_empty()).then(|| words(text))
}

pub(crate) type Decide = Box<dyn FnOnce(Seen<'_>, NaiveDate) -> Result<Decision, Refusal> + Send>;

/// What one person decided in one go.
pub(crate) struct Deed {
    pub ago: i64,
    pub by: Who,
    /// Each on the portfolio as it was before all of them.
    pub parts: Vec<Decide>,
    /// Whether what the same person adds on that day may be added with it.
    takes_more: bool,
}

impl Deed {
    pub fn decide(self, seen: Seen<'_>, today: NaiveDate) -> Result<Decision, Refusal> {
        self.parts.into_iter().try_fold(Decision::default(), |all, part| Ok(all.and(part(seen, today)?)))
    }
}

/// Everything that is done in one organisation.
pub(crate) struct Deeds {
    pub calendar: Calendar,
    all: Vec<Deed>,
}

impl Deeds {
    pub fn new(calendar: Calendar) -> Self {
        Self { calendar, all: Vec::new() }
    }

    pub fn day(&self, ago: i64) -> NaiveDate {
        self.calendar.day(ago)
    }

    /// What is done on one day is done in the order in which it was told.
    pub fn tell(
        &mut self,
        ago: i64,
        by: Who,
        decide: impl FnOnce(Seen<'_>, NaiveDate) -> Result<Decision, Refusal> + Send + 'static,
    ) {
        self.all.push(Deed { ago, by, parts: vec![Box::new(decide)], takes_more: false });
    }

    /// Something new that asks for nothing that is done on the same day: entered with what is added beside it.
    pub fn add(
        &mut self,
        ago: i64,
        by: Who,
        decide: impl FnOnce(Seen<'_>, NaiveDate) -> Result<Decision, Refusal> + Send + 'static,
    ) {
        self.all.push(Deed { ago, by, parts: vec![Box::new(decide)], takes_more: true });
    }

    /// Oldest first.
    pub fn in_order(mut self) -> Vec<Deed> {
        self.all.sort_by_key(|deed| std::cmp::Reverse(deed.ago));
        let joins = |one: &Deed, next: &Deed| {
            one.takes_more && next.takes_more && (one.ago, one.by.email) == (next.ago, next.by.email)
        };
        let mut joined: Vec<Deed> = Vec::new();
        for deed in self.all {
            match joined.last_mut() {
                Some(last) if joins(last, &deed) => last.parts.extend(deed.parts),
                _ => joined.push(deed),
            }
        }
        joined
    }
}
