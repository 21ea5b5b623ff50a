//! The file itself: a gzipped tar of the manifest and the database.
use super::{Manifest, Part};
use crate::Trouble;
use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use sha2::{Digest, Sha256};
use std::{
    fs::File,
    io::{self, BufReader, BufWriter, Read, Write},
    path::Path,
};
use tar::{Archive, Builder, EntryType, Header};

/// A manifest is some hundred bytes.
const LONGEST_MANIFEST: u64 = 1 << 20;

/// What a file is, for the manifest.
pub fn part(name: &str, file: &Path) -> Result<Part, Trouble> {
    let mut from = File::open(file).map_err(Trouble::at(file))?;
    let (bytes, sha256) = copied(&mut from, &mut io::sink()).map_err(Trouble::at(file))?;
    Ok(Part { name: name.into(), bytes, sha256 })
}

pub fn pack(manifest: &Manifest, database: &Path, into: &Path) -> Result<(), Trouble> {
    let pack = || {
        let packed = GzEncoder::new(BufWriter::new(File::options().write(true).open(into)?), Compression::fast());
        let mut tar = Builder::new(packed);
        let text = serde_json::to_vec_pretty(manifest)?;
        tar.append_data(&mut header(manifest, text.len() as u64), Manifest::NAME, &text[..])?;
        for part in &manifest.parts {
            let file = BufReader::new(File::open(database)?);
            tar.append_data(&mut header(manifest, part.bytes), &part.name, file)?;
        }
        tar.into_inner()?.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
    };
    pack().map_err(Trouble::at(into))
}

/// Reads the manifest, and writes the database where `place` says, which may refuse.
pub fn unpack<T>(
    file: &Path,
    place: impl FnOnce(&Manifest) -> Result<T, Trouble>,
    path: impl FnOnce(&T) -> &Path,
) -> Result<(Manifest, T), Trouble> {
    let unreadable = |_| Trouble::Refused(format!("{} is not a whole backup of Foothold.", file.display()));
    let packed = File::open(file).map_err(Trouble::at(file))?;
    let mut archive = Archive::new(GzDecoder::new(BufReader::new(packed)));
    let mut entries = archive.entries().map_err(unreadable)?;
    let mut next = |name: &str| {
        let entry = entries.next().transpose().map_err(unreadable)?;
        let is_it = |entry: &tar::Entry<'_, _>| entry.path_bytes() == name.as_bytes();
        entry.filter(is_it).ok_or_else(|| unreadable(io::ErrorKind::InvalidData.into()))
    };
    let mut text = vec![];
    next(Manifest::NAME)?.take(LONGEST_MANIFEST).read_to_end(&mut text).map_err(unreadable)?;
    let manifest: Manifest = serde_json::from_slice(&text).map_err(|error| unreadable(error.into()))?;
    if manifest.format != Manifest::FORMAT {
        return Err(Trouble::Refused(format!(
            "{} was written by Foothold {}, in a form that this version does not read.",
            file.display(),
            manifest.version
        )));
    }
    let placed = place(&manifest)?;
    let into = path(&placed);
    let part = manifest.parts.first().ok_or_else(|| unreadable(io::ErrorKind::InvalidData.into()))?;
    let mut entry = next(manifest.engine.part())?;
    let mut to = File::options().write(true).truncate(true).open(into).map_err(Trouble::at(into))?;
    let (bytes, sha256) = copied(&mut entry, &mut to).map_err(unreadable)?;
    to.sync_all().map_err(Trouble::at(into))?;
    if (bytes, &sha256) != (part.bytes, &part.sha256) || part.name != manifest.engine.part() {
        return Err(Trouble::Refused(format!("{} is damaged: its contents have another hash.", file.display())));
    }
    // To the very end: the packing's own checksum stands there.
    io::copy(&mut archive.into_inner(), &mut io::sink()).map_err(unreadable)?;
    Ok((manifest, placed))
}

fn header(manifest: &Manifest, bytes: u64) -> Header {
    let mut header = Header::new_gnu();
    header.set_entry_type(EntryType::Regular);
    header.set_mode(0o600);
    header.set_size(bytes);
    header.set_mtime(u64::try_from(manifest.taken_at.timestamp()).unwrap_or(0));
    header
}

fn copied(from: &mut impl Read, to: &mut impl Write) -> io::Result<(u64, String)> {
    let (mut hash, mut bytes, mut buffer) = (Sha256::new(), 0, vec![0; 1 << 16]);
    loop {
        let read = from.read(&mut buffer)?;
        if read == 0 {
            let hex: Vec<String> = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
            return Ok((bytes, hex.concat()));
        }
        hash.update(&buffer[..read]);
        to.write_all(&buffer[..read])?;
        bytes += read as u64;
    }
}
