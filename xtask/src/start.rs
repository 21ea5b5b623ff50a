//! The product as people run it: built for release, then served.
use crate::{
    Done,
    command::{cargo, run},
    site,
};
use std::{fs, os::unix::process::CommandExt, process::Command};

pub const BINARY: &str = "target/release/foothold";

/// Becomes the server, so that its signals and its exit are its own.
pub fn start(flags: &[String]) -> Done {
    build()?;
    Err(Command::new(BINARY).arg("serve").args(flags).exec().into())
}

pub fn release() -> Done {
    build()?;
    let size = fs::metadata(BINARY)?.len() / 1_000_000;
    println!("{BINARY}: {size} MB, everything inside");
    Ok(())
}

pub fn build() -> Done {
    println!("building the browser half, then the server: some minutes the first time");
    site::build(site::Kind::Release)?;
    run(cargo().args(["build", "--release", "--package", "server", "--bin", "foothold"]))
}
