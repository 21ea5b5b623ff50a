//! Writes the demonstration into an empty database, one decision after the other.
use crate::{
    Error,
    aldermere::ALDERMERE,
    clock::{Calendar, Clock},
    deed::{Deed, Deeds, id, words},
    organisation::Organisation,
    partnership::PARTNERSHIP,
    people::Who,
};
use chrono::{DateTime, Utc};
use domain::{Email, Language, NewPassword, Role, Slug, SubmissionId};
use std::collections::BTreeMap;
use store::{Asked, NewAccount, Reach, Store};

/// Somebody as whom the demonstration can be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    pub name: String,
    pub email: String,
    pub role: Role,
    /// The name of the organisation.
    pub organisation: String,
    /// Its address: the page of the organisation is `/{slug}`.
    pub slug: String,
}

/// Two organisations as they would stand at `now`; everyone signs in with the password given.
///
/// # Errors
/// `NotEmpty` where there is an organisation or one of the people already, `Password` where the password is one that
/// nobody may set. If it ends in the middle for another reason, the database is to be thrown away.
pub async fn build(store: &Store, now: DateTime<Utc>, password: &str) -> Result<Vec<Guest>, Error> {
    if !store.organisations().await?.is_empty() {
        return Err(Error::NotEmpty);
    }
    let scenes = [&ALDERMERE, &PARTNERSHIP];
    for organisation in scenes {
        for account in accounts(organisation) {
            accepted(password, &account, organisation)?;
        }
    }
    let calendar = Calendar::new(now);
    let mut guests = Vec::new();
    for organisation in scenes {
        play(store, organisation, calendar, password).await?;
        guests.extend(organisation_guests(organisation));
    }
    Ok(guests)
}

async fn play(
    store: &Store,
    organisation: &'static Organisation,
    calendar: Calendar,
    password: &str,
) -> Result<(), Error> {
    let mut clock = Clock::new(calendar);
    let slug = organisation.slug();
    let at = clock.next(organisation.founded);
    for account in accounts(organisation) {
        let password = accepted(password, &account, organisation)?;
        if !store.add_person_with_password(&account, &password, at).await? {
            return Err(Error::NotEmpty);
        }
    }
    let founded = organisation.found(domain::london_day(at)).map_err(store::Error::Refused)?;
    let by = organisation.administrator.person();
    store.found(organisation.id(), &slug, by, asked(organisation, 0, at), founded).await?;
    let mut deeds = Deeds::new(calendar);
    organisation.tell(&mut deeds);
    let mut reaches = BTreeMap::new();
    for (number, deed) in (1..).zip(deeds.in_order()) {
        let Deed { ago, by, .. } = deed;
        let at = clock.next(ago);
        let told = |error| Error::Deed { ago, by: by.name, error };
        let reach = reach(store, &slug, by, at, &mut reaches).await.map_err(told)?;
        store
            .decide(reach, asked(organisation, number, at), |seen, today| deed.decide(seen, today))
            .await
            .map_err(told)?;
    }
    Ok(())
}

/// A decision is taken on the newest portfolio whatever the reach has seen, so one for each person will do.
async fn reach<'a>(
    store: &Store,
    slug: &Slug,
    by: Who,
    at: DateTime<Utc>,
    known: &'a mut BTreeMap<&'static str, Reach>,
) -> Result<&'a Reach, store::Error> {
    if !known.contains_key(by.email) {
        known.insert(by.email, store.reach(slug, by.person(), at).await?);
    }
    known.get(by.email).ok_or(store::Error::Refused(domain::Refusal::NotFound))
}

fn asked(organisation: &Organisation, number: usize, at: DateTime<Utc>) -> Asked {
    let submission = SubmissionId(id(&format!("decision {} {number}", organisation.slug)));
    Asked { at, submission }
}

fn accepted(password: &str, account: &NewAccount, organisation: &Organisation) -> Result<NewPassword, Error> {
    NewPassword::new(password, &account.email, &[organisation.name]).map_err(Error::Password)
}

/// Each person once, whatever places they hold.
fn people(organisation: &'static Organisation) -> impl Iterator<Item = &'static Who> {
    let people = organisation.people;
    let first = |(index, one): &(usize, &Who)| !people[..*index].iter().any(|other| other.email == one.email);
    people.iter().enumerate().filter(first).map(|(_, one)| one)
}

fn accounts(organisation: &'static Organisation) -> impl Iterator<Item = NewAccount> {
    people(organisation).map(|one| NewAccount {
        id: one.person(),
        email: words::<Email>(one.email),
        name: words(one.name),
        language: Language::English,
    })
}

fn organisation_guests(organisation: &'static Organisation) -> impl Iterator<Item = Guest> {
    people(organisation).map(|one| Guest {
        name: one.name.into(),
        email: one.email.into(),
        role: one.role,
        organisation: organisation.name.into(),
        slug: organisation.slug.into(),
    })
}
