//! Accounts, for whoever runs the server: an administrator answers for one organisation only.
use crate::{
    Trouble,
    command::{Account, Person},
    now,
};
use domain::{Email, PersonId};
use store::Store;

pub async fn change(wanted: &Account) -> Result<(), Trouble> {
    let (Account::Disable(person) | Account::Enable(person)) = wanted;
    person.place.existing()?;
    let store = person.place.open(0).await?;
    let said = changed(&store, wanted, person).await;
    store.close().await;
    println!("{}", said?);
    Ok(())
}

async fn changed(store: &Store, wanted: &Account, person: &Person) -> Result<String, Trouble> {
    let unknown = || Trouble::Refused(format!("Nobody has the e-mail address {}.", person.email));
    let email: Email = person.email.parse().map_err(|_| unknown())?;
    let account = store.person_by_email(&email).await?.ok_or_else(unknown)?;
    // Whoever runs the server is nobody that the log could name.
    let nobody: Option<PersonId> = None;
    let said = match wanted {
        Account::Disable(_) if store.disable_person(account.id, nobody, now()).await? => "is disabled, and signed out",
        Account::Disable(_) => "was disabled already",
        Account::Enable(_) if store.enable_person(account.id, nobody, now()).await? => "is enabled",
        Account::Enable(_) => "was not disabled",
    };
    Ok(format!("{} ({}) {said}.", account.name, account.email))
}
