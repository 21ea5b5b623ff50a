//! The program as people run it, measured by another that is built for testing.
use crate::{Done, command::run, compile::Compiled, start};
use std::{fs, process::Command};

pub fn bench() -> Done {
    start::build()?;
    let compiled = Compiled::new()?;
    run(Command::new(compiled.binary("bench")?).env("FOOTHOLD_BIN", fs::canonicalize(start::BINARY)?))
}
