//! Why a command could not be done, in words for whoever runs the service.
use std::{fmt, io, path::Path, process::ExitCode};

#[derive(Debug)]
pub enum Trouble {
    /// This build was made without it.
    Absent(&'static str),
    /// What was asked for cannot be done as things are; says what to do instead.
    Refused(String),
    /// A file, an address or a program of this machine.
    Machine {
        what: String,
        error: io::Error,
    },
    Store(store::Error),
    /// Another program said no; its own words.
    Program {
        name: &'static str,
        said: String,
    },
}

impl Trouble {
    pub(crate) fn with(what: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        move |error| Self::Machine { what: what.into(), error }
    }

    pub(crate) fn at(path: &Path) -> impl FnOnce(io::Error) -> Self {
        Self::with(path.display().to_string())
    }

    /// Prints it, and gives the status to end with: 2 for what this build cannot do at all.
    pub(crate) fn tell(&self) -> ExitCode {
        eprintln!("{self}");
        ExitCode::from(if matches!(self, Self::Absent(_)) { 2 } else { 1 })
    }
}

impl From<store::Error> for Trouble {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absent(what) => write!(f, "This build of Foothold has no {what}."),
            Self::Refused(why) => f.write_str(why),
            Self::Machine { what, error } => write!(f, "{what}: {error}"),
            Self::Store(store::Error::Pooler) => f.write_str(
                "A pooler that shares connections between transactions stands before PostgreSQL. With prepared \
                 statements some of them give one client the rows of another. Connect without it, or in session mode; \
                 or, if it keeps prepared statements apart (PgBouncer 1.21 and later with max_prepared_statements), \
                 start with --pooler-is-safe.",
            ),
            Self::Store(store::Error::ClocksDiffer) => f.write_str(
                "The clocks of this machine and of PostgreSQL differ by more than 5 seconds. Set them right first: the \
                 order of the history depends on them.",
            ),
            Self::Store(store::Error::Migration(error)) => write!(
                f,
                "The database could not be brought to this version: {error}. It may have been used by a newer Foothold."
            ),
            Self::Store(error) => write!(f, "The database: {error}"),
            Self::Program { name, said } => write!(f, "{name}: {}", said.trim()),
        }
    }
}

impl std::error::Error for Trouble {}
