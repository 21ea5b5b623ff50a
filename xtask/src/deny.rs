//! Licences, sources and duplicates of everything we depend on; known weaknesses where there is a network.
use crate::{
    Done,
    command::{on_path, run},
};
use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

const VERSION: &str = "0.20.2";
const TOOLS: &str = "target/tools";
const ADVISORIES: &str = "https://github.com/RustSec/advisory-db";

/// Says what was checked.
pub fn check() -> Done {
    let program = program()?;
    run(deny(&program).args(["check", "bans", "licenses", "sources"]))?;
    if can_reach(ADVISORIES) {
        run(deny(&program).args(["check", "advisories"]))?;
        println!("checked: licences, sources, duplicates and advisories");
    } else {
        println!(
            "checked: licences, sources and duplicates. Not checked: advisories, because {ADVISORIES} is out of reach"
        );
    }
    Ok(())
}

fn deny(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.args(["--workspace", "--log-level", "error"]);
    command
}

/// The one of the person, or our own, built without optimisation: a minute instead of five.
fn program() -> Done<PathBuf> {
    if let Some(path) = on_path("cargo-deny") {
        return Ok(path);
    }
    let ours = Path::new(TOOLS).join("bin/cargo-deny");
    if !ours.exists() {
        println!("installing cargo-deny {VERSION} into {TOOLS}");
        run(crate::command::cargo()
            .args(["install", "cargo-deny", "--version", VERSION, "--locked", "--debug", "--quiet"])
            .args(["--root", TOOLS]))?;
    }
    Ok(ours)
}

/// Asks for one name of a repository, and waits ten seconds at most.
fn can_reach(repository: &str) -> bool {
    let asked = Command::new("git")
        .args(["ls-remote", "--quiet", repository, "HEAD"])
        .env("GIT_TERMINAL_PROMPT", "0")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = asked else { return false };
    let started = Instant::now();
    while started.elapsed() < Duration::from_secs(10) {
        if let Ok(Some(status)) = child.try_wait() {
            return status.success();
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    let _ = child.kill();
    let _ = child.wait();
    false
}
