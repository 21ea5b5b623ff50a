//! Spreadsheets brought in from the command line.
use crate::{Trouble, command::Import, now};
use chrono::NaiveDate;
use domain::{AmountUnit, Email, ImportKind, PersonId, Slug, StakeholderKind};
use std::fs;
use store::Store;
use web::import::{Batch, Brought, bring};

/// Prints what each column was taken for, what came in, and what did not. Ends with 1 when rows were refused.
pub async fn import(wanted: &Import) -> Result<(), Trouble> {
    wanted.place.existing()?;
    let body = fs::read(&wanted.file).map_err(Trouble::at(&wanted.file))?;
    let store = wanted.place.open(0).await?;
    let brought = bring_in(&store, wanted, body).await;
    store.close().await;
    told(&brought?)
}

async fn bring_in(store: &Store, wanted: &Import, body: Vec<u8>) -> Result<Brought, Trouble> {
    let refuse = |why: String| Trouble::Refused(why);
    let batch = Batch {
        name: wanted.file.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        body,
        sheet: wanted.sheet.clone(),
        organisation: wanted
            .organisation
            .parse::<Slug>()
            .map_err(|_| refuse("There is no such organisation.".into()))?,
        by: person(store, &wanted.by).await?,
        kind: wanted.kind.as_deref().map(kind).transpose()?,
        report_on: wanted.report_on.as_deref().map(day).transpose()?,
        stage: wanted.stage.clone(),
        council: wanted.council.clone(),
        unit: wanted.unit.as_deref().map(unit).transpose()?,
        new_groups: wanted.new_groups.as_deref().map(new_groups).transpose()?,
        columns: wanted.columns.iter().map(|one| column(one)).collect::<Result<_, _>>()?,
    };
    bring(store, batch, now()).await.map_err(|why| refuse(why.to_string()))
}

async fn person(store: &Store, email: &str) -> Result<PersonId, Trouble> {
    let unknown = || Trouble::Refused(format!("Nobody has the e-mail address {email}."));
    let email: Email = email.parse().map_err(|_| unknown())?;
    store.person_by_email(&email).await?.map(|account| account.id).ok_or_else(unknown)
}

fn day(text: &str) -> Result<NaiveDate, Trouble> {
    text.parse().map_err(|_| Trouble::Refused(format!("{text} is not a day. Write it as 2026-03-31.")))
}

fn unit(text: &str) -> Result<AmountUnit, Trouble> {
    text.parse()
        .map_err(|_| Trouble::Refused(format!("Amounts are in pounds, thousands or millions, and not in {text}.")))
}

fn kind(text: &str) -> Result<ImportKind, Trouble> {
    text.parse().map_err(|_| {
        Trouble::Refused(format!(
            "The rows of a file are innovations, stakeholders, engagements or sites, and not {text}."
        ))
    })
}

fn new_groups(text: &str) -> Result<StakeholderKind, Trouble> {
    text.parse().map_err(|_| {
        let keys: Vec<_> = StakeholderKind::ALL.iter().map(|one| one.key()).collect();
        Trouble::Refused(format!("There is no kind of group “{text}”. Choose one of {}.", keys.join(", ")))
    })
}

/// "Name=title"; the column's title may hold an equals sign.
fn column(text: &str) -> Result<(String, String), Trouble> {
    let said = text.rsplit_once('=').map(|(title, key)| (title.trim().to_owned(), key.trim().to_owned()));
    said.ok_or_else(|| Trouble::Refused(format!("{text} does not say what the column is. Write it as Name=title.")))
}

fn told(brought: &Brought) -> Result<(), Trouble> {
    println!("{}. Columns:", brought.kind.label());
    for (title, field) in brought.mapping.columns() {
        println!("  {title} = {}", field.key());
    }
    for (heading, lines) in [("Worth knowing:", &brought.notes), ("Problems:", &brought.problems)] {
        if !lines.is_empty() {
            println!("{heading}");
        }
        for line in lines {
            println!("  {line}");
        }
    }
    let counts = brought.counts;
    println!(
        "{} new, {} updated, {} with nothing new, {} refused",
        counts.new, counts.updated, counts.unchanged, counts.refused
    );
    if brought.import.is_none() {
        println!("Nothing was imported.");
    }
    if counts.refused > 0 {
        return Err(Trouble::Refused(format!("{} rows were refused: see above.", counts.refused)));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_named_before_the_last_equals_sign() {
        assert_eq!(column("Cost (1m=1,000k) = approved").unwrap(), ("Cost (1m=1,000k)".into(), "approved".into()));
        assert!(column("Name").is_err());
        assert!(day("31/03/2026").is_err() && unit("euros").is_err());
        assert!(kind("Risks").is_err() && new_groups("people").is_err() && new_groups("carers").is_ok());
    }
}
