//! How much a page may make a browser load before it does anything.
use crate::{Done, site::SITE};
use std::{collections::BTreeMap, fs, path::Path};

/// The islands are WebAssembly and its script together, as sent with brotli.
const ISLANDS: usize = 100 * 1024;
/// The script of a page, before compression: one with islands has the first, one with a form the second.
const SCRIPT: usize = 2 * 1024;
const SCRIPTS: [&str; 2] = ["start.js", "draft.js"];
/// What the log of engagement needs to live without a network, before compression.
const LOG: usize = 12 * 1024;
const LOG_SCRIPTS: [&str; 3] = ["engagement-log.js", "outbox.js", "worker.js"];

#[derive(Debug, PartialEq)]
struct Size {
    name: String,
    plain: usize,
    /// As sent with brotli; the plain size for what is packed by its own format.
    sent: usize,
}

pub fn check() -> Done {
    let sizes = measure(Path::new(SITE))?;
    println!("{:<24}{:>10}{:>10}", "file", "plain", "brotli");
    for Size { name, plain, sent } in &sizes {
        println!("{name:<24}{plain:>10}{sent:>10}");
    }
    judge(&sizes)
}

fn measure(site: &Path) -> Done<Vec<Size>> {
    let names: BTreeMap<String, String> = serde_json::from_slice(&fs::read(site.join("manifest.json"))?)?;
    let length =
        |path: String| fs::metadata(site.join(path)).map(|about| usize::try_from(about.len()).unwrap_or(usize::MAX));
    names
        .into_iter()
        .map(|(name, published)| {
            let plain = length(published.clone())?;
            let sent = length(format!("{published}.br")).unwrap_or(plain);
            Ok(Size { name, plain, sent })
        })
        .collect()
}

fn judge(sizes: &[Size]) -> Done {
    let of = |name: &str| sizes.iter().find(|size| size.name == name);
    let islands = ["islands.js", "islands.wasm"].into_iter().filter_map(of).map(|size| size.sent).sum();
    println!("islands  {islands:>8} of {ISLANDS} bytes, brotli");
    within("the islands", islands, ISLANDS)?;
    let plain = |name: &str| of(name).map_or(0, |size| size.plain);
    for name in SCRIPTS {
        println!("{name} {:>8} of {SCRIPT} bytes, plain", plain(name));
        within(name, plain(name), SCRIPT)?;
    }
    let log = LOG_SCRIPTS.into_iter().map(plain).sum();
    println!("the log {log:>8} of {LOG} bytes, plain");
    within("the log without a network", log, LOG)
}

fn within(what: &str, size: usize, most: usize) -> Done {
    if size == 0 {
        Err(format!("{what}: nothing was published").into())
    } else if size > most {
        Err(format!("{what}: {size} bytes are more than the {most} allowed").into())
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(wasm: usize, script: usize) -> Vec<Size> {
        let log = ("outbox.js", 3000);
        [("islands.js", 10_000), ("islands.wasm", wasm), ("start.js", 900), ("draft.js", script), log]
            .map(|(name, bytes)| Size { name: name.into(), plain: bytes, sent: bytes })
            .into()
    }

    #[test]
    fn script_and_wasm_of_the_islands_count_together() {
        assert!(judge(&sizes(ISLANDS - 10_000, SCRIPT)).is_ok());
        assert!(judge(&sizes(ISLANDS - 9_999, SCRIPT)).is_err());
        assert!(judge(&sizes(1, SCRIPT + 1)).is_err());
    }

    #[test]
    fn a_missing_file_is_not_a_small_one() {
        assert!(judge(&sizes(1, 0)).is_err());
        assert!(judge(&[]).is_err());
    }
}
