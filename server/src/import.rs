//! Spreadsheets brought in from the command line.
use crate::{Trouble, command::Import};

/// Where the import is to be run, once there is one.
pub fn import(_wanted: &Import) -> Result<(), Trouble> {
    Err(Trouble::Absent("import from the command line"))
}
