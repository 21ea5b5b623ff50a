//! Crates of which two versions, or an old one, would be a fault.
use crate::Done;
use std::fs;

/// Two would disagree about the same database, or about the same page.
const SINGLE: [&str; 4] = ["sqlx-core", "libsqlite3-sys", "leptos", "axum"];
/// Crates that lag behind pull in an older SQLite without a word.
const OLDEST_SQLITE: (u32, u32) = (0, 37);

pub fn check() -> Done {
    let lock = fs::read_to_string("Cargo.lock")?;
    judge(&lock)?;
    for name in SINGLE {
        println!("{name} {}", versions(&lock, name).join(" "));
    }
    Ok(())
}

fn judge(lock: &str) -> Done {
    for name in SINGLE {
        let found = versions(lock, name);
        let [version] = found[..] else {
            return Err(
                format!("Cargo.lock has {} versions of {name} ({}), not one", found.len(), found.join(", ")).into()
            );
        };
        if name == "libsqlite3-sys" && minor(version) < Some(OLDEST_SQLITE) {
            let (major, minor) = OLDEST_SQLITE;
            return Err(format!("libsqlite3-sys {version} is older than {major}.{minor}").into());
        }
    }
    Ok(())
}

fn versions<'a>(lock: &'a str, name: &str) -> Vec<&'a str> {
    let name = format!("name = \"{name}\"");
    lock.split("[[package]]")
        .filter(|package| package.lines().any(|line| line == name))
        .filter_map(|package| {
            let line = package.lines().find_map(|line| line.strip_prefix("version = \""))?;
            line.strip_suffix('"')
        })
        .collect()
}

fn minor(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lock(sqlite: &[&str]) -> String {
        let others = [("axum", "0.8.9"), ("axum-core", "0.5.0"), ("leptos", "0.8.23"), ("sqlx-core", "0.9.0")];
        let sqlite = sqlite.iter().map(|version| ("libsqlite3-sys", *version));
        let package =
            |(name, version): (&str, &str)| format!("[[package]]\nname = \"{name}\"\nversion = \"{version}\"\n");
        let packages: Vec<_> = others.into_iter().chain(sqlite).map(package).collect();
        packages.join("\n")
    }

    #[test]
    fn one_version_of_each_is_right() {
        assert!(judge(&lock(&["0.37.0"])).is_ok());
    }

    #[test]
    fn a_second_an_old_and_a_missing_version_are_faults_and_named() {
        let fault = |sqlite: &[&str]| judge(&lock(sqlite)).unwrap_err().to_string();
        assert!(fault(&["0.30.1", "0.37.0"]).contains("0.30.1, 0.37.0"));
        assert!(fault(&["0.36.9"]).contains("older than 0.37"));
        assert!(fault(&[]).contains("0 versions"));
    }
}
