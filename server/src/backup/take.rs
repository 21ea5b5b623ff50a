//! `foothold backup`.
use super::{Engine, Manifest, archive, postgres, scratch::Scratch};
use crate::Trouble;
use chrono::{DateTime, Utc};
use std::path::Path;
use store::Contents;

/// Writes everything that stands in the database at one moment into a new file. People may write meanwhile.
///
/// # Errors
/// When the file is there already; then, as whenever it fails, nothing is left behind.
pub async fn take(url: &str, file: &Path, now: DateTime<Utc>) -> Result<Manifest, Trouble> {
    if file.exists() {
        return Err(Trouble::Refused(format!("{} is there already. Choose another name.", file.display())));
    }
    let copy = Scratch::beside(file, "copy")?;
    let (engine, contents) = copied(url, copy.path()).await?;
    let partial = Scratch::beside(file, "partial")?;
    let packed = tokio::task::spawn_blocking(move || {
        let part = archive::part(engine.part(), copy.path())?;
        let manifest = Manifest::new(engine, &contents, now, part);
        archive::pack(&manifest, copy.path(), partial.path())?;
        Ok::<_, Trouble>((manifest, partial))
    });
    let (manifest, partial) = packed.await.map_err(|error| Trouble::with("packing")(error.into()))??;
    partial.arrive(file)?;
    Ok(manifest)
}

async fn copied(url: &str, into: &Path) -> Result<(Engine, Contents), Trouble> {
    if store::sqlite_file(url)?.is_some() {
        return Ok((Engine::Sqlite, store::copy_sqlite(url, into).await?));
    }
    let moment = store::Moment::hold(url).await?;
    postgres::dump(url, &moment.id, into).await?;
    let contents = moment.contents.clone();
    moment.release().await?;
    Ok((Engine::Postgres, contents))
}
