use domain::PasswordProblem;
use std::fmt;

/// Why the demonstration could not be built.
#[derive(Debug)]
pub enum Error {
    /// Somebody uses this database: the demonstration is built into an empty one only.
    NotEmpty,
    /// Nothing has been written.
    Password(PasswordProblem),
    /// A decision of the demonstration was refused or could not be kept.
    Deed {
        /// Days before today.
        ago: i64,
        by: &'static str,
        error: store::Error,
    },
    Store(store::Error),
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotEmpty => f.write_str("the database is not empty: the demonstration needs one of its own"),
            Self::Password(problem) => write!(f, "the password cannot be used: {problem:?}"),
            Self::Deed { ago, by, error } => write!(f, "{by}, {ago} days ago: {error}"),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {}
