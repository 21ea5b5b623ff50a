//! The product as people run it: built for release, then served.
use crate::{
    Done,
    command::{cargo, run},
    site,
};
use std::{fs, os::unix::process::CommandExt, process::Command};

const BINARY: &str = "target/release/foothold";

/// Becomes the server, so that its signals and its exit are its own.
pub fn start(flags: &[String]) -> Done {
    build()?;
    Err(Command::new(BINARY).args(serve(flags)).exec().into())
}

pub fn release() -> Done {
    build()?;
    let size = fs::metadata(BINARY)?.len() / 1_000_000;
    println!("{BINARY}: {size} MB, everything inside");
    Ok(())
}

/// The words after `foothold`: our usual places, unless the person named others.
pub fn serve(flags: &[String]) -> Vec<String> {
    let mut words = vec!["serve".to_string()];
    for (flag, usual) in [("--data", "data"), ("--listen", "127.0.0.1:8080")] {
        let is_given = flags.iter().any(|word| word == flag || word.starts_with(&format!("{flag}=")));
        if !is_given {
            words.extend([flag.into(), usual.into()]);
        }
    }
    words.extend_from_slice(flags);
    words
}

fn build() -> Done {
    println!("building the browser half, then the server: some minutes the first time");
    site::build(site::Kind::Release)?;
    run(cargo().args(["build", "--release", "--package", "server", "--bin", "foothold"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(flags: &[&str]) -> String {
        let flags: Vec<String> = flags.iter().map(ToString::to_string).collect();
        serve(&flags).join(" ")
    }

    #[test]
    fn the_usual_places_come_first_and_further_flags_are_passed_on() {
        assert_eq!(words(&["--demo"]), "serve --data data --listen 127.0.0.1:8080 --demo");
    }

    #[test]
    fn a_place_that_the_person_named_is_not_named_twice() {
        assert_eq!(words(&["--listen=0.0.0.0:80"]), "serve --data data --listen=0.0.0.0:80");
        assert_eq!(words(&["--data", "x"]), "serve --listen 127.0.0.1:8080 --data x");
    }
}
