//! Files under names that change with their content, packed beside, with a list of the names.
use crate::Done;
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Write,
    path::{Path, PathBuf},
};

/// Asked for by a fixed address, so also published under its own name.
const FIXED: [&str; 2] = ["speculation.json", "worker.js"];

/// Already packed by their format.
const PACKED: [&str; 6] = ["avif", "jpg", "png", "webp", "woff2", "ico"];

pub struct Publisher {
    folder: PathBuf,
    is_packing: bool,
    names: BTreeMap<String, String>,
    written: BTreeSet<String>,
}

impl Publisher {
    pub fn new(folder: &Path, is_packing: bool) -> Done<Self> {
        fs::create_dir_all(folder)?;
        Ok(Self { folder: folder.into(), is_packing, names: BTreeMap::new(), written: BTreeSet::new() })
    }

    pub fn publish(&mut self, name: &str, bytes: &[u8]) -> Done {
        let published = hashed(name, bytes)?;
        self.write(&published, bytes)?;
        if FIXED.contains(&name) {
            self.write(name, bytes)?;
        }
        if self.names.insert(name.into(), published).is_some() {
            return Err(format!("two files want to be published as {name}").into());
        }
        Ok(())
    }

    /// Replaces `{name}` by the address of each file published so far.
    pub fn fill(&self, text: &str) -> String {
        self.names.iter().fold(text.into(), |text, (name, published)| {
            text.replace(&format!("{{{name}}}"), &format!("/assets/{published}"))
        })
    }

    /// Writes `manifest.json` (name to published name) and removes what an earlier build left.
    pub fn finish(mut self) -> Done {
        let manifest = serde_json::to_vec(&self.names)?;
        self.put("manifest.json".into(), &manifest)?;
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            if !self.written.contains(&*entry.file_name().to_string_lossy()) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }

    fn write(&mut self, name: &str, bytes: &[u8]) -> Done {
        let ending = name.rsplit('.').next().unwrap_or_default();
        if self.is_packing && !PACKED.contains(&ending) {
            self.put(format!("{name}.br"), &brotli(bytes)?)?;
            self.put(format!("{name}.gz"), &gzip(bytes)?)?;
        }
        self.put(name.into(), bytes)
    }

    /// An unchanged file keeps its time, so that nothing that contains it is compiled again.
    fn put(&mut self, name: String, bytes: &[u8]) -> Done {
        let path = self.folder.join(&name);
        if fs::read(&path).ok().as_deref() != Some(bytes) {
            fs::write(path, bytes)?;
        }
        self.written.insert(name);
        Ok(())
    }
}

/// `board.js` becomes `board.0123456789abcdef.js`: the first eight bytes of its SHA-256.
fn hashed(name: &str, bytes: &[u8]) -> Done<String> {
    let (stem, ending) = name.rsplit_once('.').ok_or_else(|| format!("{name} has no ending"))?;
    Ok(format!("{stem}.{}.{ending}", &hash(bytes)[..16]))
}

pub fn hash(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn brotli(bytes: &[u8]) -> Done<Vec<u8>> {
    let mut packed = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    packed.write_all(bytes)?;
    packed.flush()?;
    Ok(packed.into_inner())
}

fn gzip(bytes: &[u8]) -> Done<Vec<u8>> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(bytes)?;
    Ok(packed.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn published(files: &[(&str, &str)], folder: &Path) -> BTreeMap<String, String> {
        let mut publisher = Publisher::new(folder, true).unwrap();
        for (name, text) in files {
            publisher.publish(name, text.as_bytes()).unwrap();
        }
        publisher.finish().unwrap();
        let manifest = fs::read(folder.join("manifest.json")).unwrap();
        serde_json::from_slice(&manifest).unwrap()
    }

    #[test]
    fn the_manifest_names_files_that_exist_with_their_packed_forms() {
        let folder = tempfile::tempdir().unwrap();
        let names = published(&[("a.js", "1"), ("b.min.css", "2")], folder.path());
        assert_eq!(names.keys().collect::<Vec<_>>(), ["a.js", "b.min.css"]);
        assert!(hashed("b.min.css", b"2").unwrap().starts_with("b.min.d4735e3a265e16ee."));
        for ending in ["", ".br", ".gz"] {
            assert!(folder.path().join(format!("{}{ending}", names["a.js"])).exists());
        }
    }

    #[test]
    fn a_name_changes_with_its_content_and_the_older_file_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let before = published(&[("a.js", "1")], folder.path());
        let after = published(&[("a.js", "2")], folder.path());
        assert_ne!(before["a.js"], after["a.js"]);
        assert!(!folder.path().join(&before["a.js"]).exists());
    }

    #[test]
    fn the_same_name_twice_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let mut publisher = Publisher::new(folder.path(), false).unwrap();
        publisher.publish("a.js", b"1").unwrap();
        assert!(publisher.publish("a.js", b"2").is_err());
    }

    #[test]
    fn a_script_is_given_the_addresses_of_published_files() {
        let folder = tempfile::tempdir().unwrap();
        let mut publisher = Publisher::new(folder.path(), false).unwrap();
        publisher.publish("a.js", b"1").unwrap();
        let filled = publisher.fill("import(\"{a.js}\"); {b.js}");
        assert!(filled.starts_with("import(\"/assets/a.") && filled.ends_with("; {b.js}"));
    }
}
