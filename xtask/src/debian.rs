//! What the checks need beyond Rust: installed on Debian for root, asked for by name elsewhere.
use crate::{
    Done,
    command::{on_path, output, run, succeeds},
};
use std::{env, path::PathBuf, process::Command, sync::Once};

/// The lists of packages are fetched once.
static LISTS: Once = Once::new();

/// Node.js with npm, for the browser tests.
pub fn need_node() -> Done {
    if on_path("node").is_none() || on_path("npm").is_none() {
        install(&["nodejs", "npm"], "Node.js 18 or later with npm")?;
    }
    Ok(())
}

/// The browser that the tests drive: `FOOTHOLD_CHROMIUM`, or the one of the system.
pub fn need_chromium() -> Done<PathBuf> {
    if let Some(path) = env::var_os("FOOTHOLD_CHROMIUM") {
        return Ok(path.into());
    }
    let find = || ["chromium", "chromium-browser", "google-chrome"].iter().find_map(|name| on_path(name));
    if let Some(path) = find() {
        return Ok(path);
    }
    install(&["chromium", "fonts-dejavu-core"], "Chromium (or FOOTHOLD_CHROMIUM with its path)")?;
    find().ok_or_else(|| "chromium is installed and not on the PATH".into())
}

pub fn need_postgres() -> Done {
    install(&["postgresql"], "PostgreSQL 15 or later, with initdb on the PATH")
}

pub fn need_wasm_target(target: &str) -> Done {
    let root = output(Command::new("rustc").args(["--print", "sysroot"]))?;
    if PathBuf::from(root).join("lib/rustlib").join(target).exists() {
        return Ok(());
    }
    run(Command::new("rustup").args(["target", "add", target]))
        .map_err(|error| format!("the browser half needs Rust's target {target}: {error}").into())
}

/// A cargo command that comes as a component of the toolchain.
pub fn need_component(command: &str, component: &str) -> Done {
    if on_path(&format!("cargo-{command}")).is_some() {
        return Ok(());
    }
    run(Command::new("rustup").args(["component", "add", component]))
}

pub fn is_root() -> bool {
    output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0")
}

/// `plainly` says to a person what is missing where we cannot install it.
fn install(packages: &[&str], plainly: &str) -> Done {
    if !is_root() || on_path("apt-get").is_none() {
        return Err(format!("missing: {plainly}. On Debian: apt-get install {}", packages.join(" ")).into());
    }
    LISTS.call_once(|| {
        succeeds(Command::new("apt-get").args(["update", "-qq"]));
    });
    println!("installing {}", packages.join(", "));
    run(Command::new("apt-get")
        .args(["install", "--yes", "-qq", "--no-install-recommends"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive"))
}
