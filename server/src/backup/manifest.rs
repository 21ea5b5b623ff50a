//! What a backup says about itself.
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use store::Contents;
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Rises when the file is arranged in another way.
    pub format: u32,
    /// The Foothold that wrote it.
    pub version: String,
    pub engine: Engine,
    /// Which database it was taken from.
    pub line: Option<Uuid>,
    pub taken_at: DateTime<Utc>,
    pub organisations: i64,
    pub records: i64,
    pub changes: i64,
    pub parts: Vec<Part>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// One file of the archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub name: String,
    pub bytes: u64,
    /// In hexadecimal.
    pub sha256: String,
}

impl Manifest {
    pub const FORMAT: u32 = 1;
    pub const NAME: &str = "manifest.json";

    pub fn new(engine: Engine, contents: &Contents, taken_at: DateTime<Utc>, part: Part) -> Self {
        Self {
            format: Self::FORMAT,
            version: env!("CARGO_PKG_VERSION").into(),
            engine,
            line: contents.line,
            taken_at,
            organisations: contents.organisations,
            records: contents.records,
            changes: contents.changes,
            parts: vec![part],
        }
    }

    /// Whether a database holds what this one held.
    pub fn counts(&self, contents: &Contents) -> bool {
        (self.organisations, self.records, self.changes) == (contents.organisations, contents.records, contents.changes)
    }

    /// One line for people.
    pub fn told(&self) -> String {
        format!(
            "{} organisations, {} records and {} changes, as at {}",
            self.organisations,
            self.records,
            self.changes,
            self.taken_at.format("%Y-%m-%d %H:%M:%S UTC")
        )
    }
}

impl Engine {
    /// How its part of the archive is called.
    pub const fn part(self) -> &'static str {
        match self {
            Self::Sqlite => "database.sqlite",
            Self::Postgres => "database.dump",
        }
    }

    pub const fn label(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }
}
