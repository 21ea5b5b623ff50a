//! What is written once and kept for ever, so that what is old can still be read.
use crate::{
    Done,
    command::{cargo, run, stop_in_order},
    compile::Compiled,
    postgres::Postgres,
};

/// The forms of records that no golden file shows yet.
pub fn golden() -> Done {
    let write = ["test", "--quiet", "--package", "domain", "--lib", "golden::write_what_is_missing"];
    run(cargo().args(write).args(["--", "--ignored", "--nocapture"]))
}

/// A database of this version on each engine, for the tests of every later one.
pub fn fixture() -> Done {
    stop_in_order()?;
    let compiled = Compiled::new()?;
    let postgres = Postgres::start()?;
    let url = postgres.url("postgres");
    compiled.write("tests", "upgrade", "keep_the_database_of_this_release", &[("FOOTHOLD_TEST_POSTGRES", &url)])
}
