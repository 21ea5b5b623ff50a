//! What is written once and kept for ever, so that what is old can still be read.
use crate::{
    Done,
    command::{cargo, run},
};

/// The forms of records that no golden file shows yet.
pub fn golden() -> Done {
    let write = ["test", "--quiet", "--package", "domain", "--lib", "golden::write_what_is_missing"];
    run(cargo().args(write).args(["--", "--ignored", "--nocapture"]))
}
