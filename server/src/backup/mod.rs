//! Everything in one file, and back.
mod archive;
mod manifest;
mod postgres;
mod restore;
mod scratch;
mod take;

pub use manifest::{Engine, Manifest, Part};
pub use restore::restore;
pub use take::take;

use crate::{Trouble, now, place::Place};
use std::path::Path;

pub(crate) async fn take_told(place: &Place, file: &Path) -> Result<(), Trouble> {
    let manifest = take(&place.existing()?, file, now()).await?;
    println!("{}: {}", file.display(), manifest.told());
    Ok(())
}

pub(crate) async fn restore_told(place: &Place, file: &Path) -> Result<(), Trouble> {
    let (manifest, report) = restore(&place.url()?, file).await?;
    report.told()?;
    println!("Restored {}", manifest.told());
    Ok(())
}
