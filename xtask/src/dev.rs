//! Build, serve, and do both again when a file changes. A build that fails leaves the older server running.
use crate::{
    Done,
    command::{cargo, end, is_stopped, run, stop_in_order},
    site,
};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Child, Command},
    thread::sleep,
    time::{Duration, SystemTime},
};

const WATCHED: [&str; 6] = ["app", "server", "style", "migrations", "Cargo.toml", "Cargo.lock"];
const BINARY: &str = "target/debug/foothold";

type Seen = BTreeMap<PathBuf, SystemTime>;

pub fn dev(flags: &[String]) -> Done {
    stop_in_order()?;
    let mut server = None;
    while !is_stopped() {
        let seen = look();
        match build() {
            Ok(()) => server = Some(restart(server, flags)?),
            Err(error) => eprintln!("{error}\nwaiting for a change"),
        }
        while !is_stopped() && look() == seen {
            sleep(Duration::from_millis(500));
        }
    }
    if let Some(mut server) = server {
        end(&mut server, Duration::from_secs(5));
    }
    Ok(())
}

fn build() -> Done {
    site::build(site::Kind::Working)?;
    run(cargo().args(["build", "--package", "server", "--bin", "foothold"]))
}

fn restart(older: Option<Child>, flags: &[String]) -> Done<Child> {
    if let Some(mut older) = older {
        end(&mut older, Duration::from_secs(5));
    }
    Ok(Command::new(BINARY).arg("serve").args(flags).spawn()?)
}

fn look() -> Seen {
    let mut seen = Seen::new();
    for path in WATCHED {
        add(Path::new(path), &mut seen);
    }
    seen
}

/// A file that goes while we look is seen as gone the next time.
fn add(path: &Path, seen: &mut Seen) {
    if let Ok(entries) = fs::read_dir(path) {
        for entry in entries.flatten() {
            add(&entry.path(), seen);
        }
    } else if let Ok(changed) = fs::metadata(path).and_then(|about| about.modified()) {
        seen.insert(path.into(), changed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_a_changed_and_a_removed_file_are_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let look = || {
            let mut seen = Seen::new();
            add(folder.path(), &mut seen);
            seen
        };
        let empty = look();
        let file = folder.path().join("a.css");
        fs::write(&file, "a").unwrap();
        let added = look();
        assert_ne!(added, empty);
        let later = SystemTime::now() + Duration::from_secs(9);
        fs::File::options().write(true).open(&file).unwrap().set_modified(later).unwrap();
        assert_ne!(look(), added);
        fs::remove_file(file).unwrap();
        assert_eq!(look(), empty);
    }
}
