//! Where everything is kept.
use crate::{Trouble, now};
use clap::Args;
use std::{
    fs,
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
};
use store::Store;

#[derive(Args, Clone, Debug)]
pub struct Place {
    /// The database: `sqlite:PATH` or `postgres://USER:PASSWORD@HOST/NAME` [default: sqlite:<data>/foothold.db].
    #[arg(long, env = "FOOTHOLD_DATABASE", value_name = "URL", hide_env_values = true)]
    database: Option<String>,
    /// A file that holds the database's URL, to keep a password out of the command line and the environment. Read when
    /// no --database is given.
    #[arg(long, env = "FOOTHOLD_DATABASE_FILE", value_name = "FILE")]
    database_file: Option<PathBuf>,
    /// The folder for what is kept on this machine; made when it is not there.
    #[arg(long, env = "FOOTHOLD_DATA", value_name = "FOLDER", default_value = "data")]
    data: PathBuf,
    /// The pooler before PostgreSQL keeps the prepared statements of its clients apart.
    #[arg(long, env = "FOOTHOLD_POOLER_IS_SAFE")]
    pooler_is_safe: bool,
}

impl Place {
    pub fn url(&self) -> Result<String, Trouble> {
        if let Some(url) = &self.database {
            return known(url.trim());
        }
        match &self.database_file {
            Some(file) => known(fs::read_to_string(file).map_err(Trouble::at(file))?.trim()),
            None => Ok(sqlite_url(&self.data.join("foothold.db"))),
        }
    }

    /// Opens what is there, or begins anew.
    pub async fn open(&self, cache_mb: usize) -> Result<Store, Trouble> {
        let url = self.url()?;
        private_folder(&self.data)?;
        if let Some(folder) = store::sqlite_file(&url)?.as_deref().and_then(Path::parent) {
            private_folder(folder)?;
        }
        let bytes = cache_mb.saturating_mul(1 << 20);
        let store = if self.pooler_is_safe {
            Store::open_behind_pooler(&url, bytes).await?
        } else {
            Store::open(&url, bytes).await?
        };
        store.compare_clocks(now()).await?;
        Ok(store)
    }

    /// The URL of a database that is there: a mistyped path is not made into an empty one.
    pub fn existing(&self) -> Result<String, Trouble> {
        let url = self.url()?;
        match store::sqlite_file(&url)? {
            Some(file) if !file.exists() => {
                Err(Trouble::Refused(format!("There is no database at {}. Name it by --database.", file.display())))
            }
            _ => Ok(url),
        }
    }
}

pub fn sqlite_url(path: &Path) -> String {
    let path = path.display().to_string().replace('%', "%25").replace('?', "%3F").replace('#', "%23");
    format!("sqlite:{path}")
}

fn known(url: &str) -> Result<String, Trouble> {
    if ["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| url.starts_with(scheme)) {
        return Ok(url.into());
    }
    // The URL is not repeated: it may hold a password.
    Err(Trouble::Refused("The database is written as sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME.".into()))
}

/// For whoever runs the server, and nobody else on the machine.
fn private_folder(folder: &Path) -> Result<(), Trouble> {
    if folder.as_os_str().is_empty() {
        return Ok(());
    }
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(Trouble::at(folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(database: Option<&str>, file: Option<&Path>) -> Place {
        Place {
            database: database.map(Into::into),
            database_file: file.map(Into::into),
            data: "data".into(),
            pooler_is_safe: false,
        }
    }

    #[test]
    fn the_url_may_come_from_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("secret");
        fs::write(&file, "postgres://a:b@c/d\n").unwrap();
        assert_eq!(place(None, Some(&file)).url().unwrap(), "postgres://a:b@c/d");
        assert_eq!(place(Some("sqlite:x.db"), Some(&file)).url().unwrap(), "sqlite:x.db");
    }

    #[test]
    fn a_mistyped_database_is_refused_without_repeating_it() {
        let refused = place(Some("mysql://root:secret@db"), None).url().unwrap_err().to_string();
        assert!(!refused.contains("secret"), "{refused}");
        assert!(place(Some("sqlite:/nowhere/at/all.db"), None).existing().is_err());
    }
}
