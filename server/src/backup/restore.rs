//! `foothold restore`.
use super::{Engine, Manifest, archive, postgres, scratch::Scratch};
use crate::{Trouble, check::Report, place::sqlite_url};
use std::path::{Path, PathBuf};
use store::Store;

/// Fills an empty place, checks what came out, and begins a line of its own.
///
/// # Errors
/// When the place holds anything; when the file is damaged or of the other engine. A SQLite place is then left empty.
pub async fn restore(url: &str, file: &Path) -> Result<(Manifest, Report), Trouble> {
    match store::sqlite_file(url)? {
        Some(place) => into_sqlite(place, file).await,
        None => into_postgres(url, file).await,
    }
}

async fn into_sqlite(place: PathBuf, file: &Path) -> Result<(Manifest, Report), Trouble> {
    if place.exists() {
        return Err(holds_something(&place.display().to_string()));
    }
    let scratch_place = place.clone();
    let (manifest, scratch) = unpacked(Engine::Sqlite, file, move || {
        if let Some(folder) = scratch_place.parent() {
            std::fs::create_dir_all(folder).map_err(Trouble::at(folder))?;
        }
        Scratch::beside(&scratch_place, "restoring")
    })
    .await?;
    let report = settled(&sqlite_url(scratch.path()), &manifest).await?;
    if report.is_good() {
        scratch.arrive(&place)?;
    }
    Ok((manifest, report))
}

async fn into_postgres(url: &str, file: &Path) -> Result<(Manifest, Report), Trouble> {
    if !store::is_empty_postgres(url).await? {
        return Err(holds_something("The database"));
    }
    let beside = std::env::temp_dir().join(format!("foothold-{}", std::process::id()));
    let (manifest, scratch) = unpacked(Engine::Postgres, file, move || Scratch::beside(&beside, "restoring")).await?;
    postgres::load(url, scratch.path()).await?;
    let report = settled(url, &manifest).await?;
    Ok((manifest, report))
}

async fn unpacked(
    engine: Engine,
    file: &Path,
    scratch: impl FnOnce() -> Result<Scratch, Trouble> + Send + 'static,
) -> Result<(Manifest, Scratch), Trouble> {
    let file = file.to_owned();
    let unpack = move || {
        let place = |manifest: &Manifest| {
            if manifest.engine == engine {
                return scratch();
            }
            Err(Trouble::Refused(format!(
                "This backup is of {}, and the place is {}: restore it into its own kind.",
                manifest.engine.label(),
                engine.label()
            )))
        };
        archive::unpack(&file, place, Scratch::path)
    };
    tokio::task::spawn_blocking(unpack).await.map_err(|error| Trouble::with("unpacking")(error.into()))?
}

/// Brings it to this version, compares it with what it says of itself, and checks it through.
async fn settled(url: &str, manifest: &Manifest) -> Result<Report, Trouble> {
    let store = Store::open(url, 0).await?;
    let found = looked_through(&store, manifest).await;
    store.close().await;
    found
}

async fn looked_through(store: &Store, manifest: &Manifest) -> Result<Report, Trouble> {
    if !manifest.counts(&store.contents().await?) {
        return Err(Trouble::Refused("What was restored does not hold what the backup says that it holds.".into()));
    }
    let report = Report::of(store).await?;
    store.begin_line().await?;
    Ok(report)
}

fn holds_something(place: &str) -> Trouble {
    Trouble::Refused(format!("{place} holds something already. A backup is restored into an empty place only."))
}
