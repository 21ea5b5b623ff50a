//! A file on its way to its place: gone again unless it gets there.
use crate::Trouble;
use std::{
    ffi::OsString,
    fs::{self, File, OpenOptions},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

pub struct Scratch(PathBuf);

impl Scratch {
    /// An empty file beside the place, that only this user may read. One left by an attempt that was cut off is replaced.
    pub fn beside(place: &Path, ending: &str) -> Result<Self, Trouble> {
        let mut name = OsString::from(place);
        name.push(".");
        name.push(ending);
        let path = PathBuf::from(name);
        let _ = fs::remove_file(&path);
        OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path).map_err(Trouble::at(&path))?;
        Ok(Self(path))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// To its place, whole and on the disk.
    pub fn arrive(self, place: &Path) -> Result<(), Trouble> {
        let move_in = || {
            File::open(&self.0)?.sync_all()?;
            // Unlike a renaming this does not replace what somebody else put there meanwhile.
            fs::hard_link(&self.0, place).or_else(|_| {
                if place.exists() {
                    return Err(std::io::ErrorKind::AlreadyExists.into());
                }
                fs::rename(&self.0, place)
            })?;
            let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            File::open(folder)?.sync_all()
        };
        move_in().map_err(Trouble::at(place))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Not there any more after `arrive` by renaming.
        let _ = fs::remove_file(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn what_does_not_arrive_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("a");
        let scratch = Scratch::beside(&place, "partial").unwrap();
        assert_eq!(fs::metadata(scratch.path()).unwrap().permissions().mode() & 0o777, 0o600);
        drop(scratch);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn what_arrives_stands_alone_and_replaces_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("a");
        Scratch::beside(&place, "partial").unwrap().arrive(&place).unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(Scratch::beside(&place, "partial").unwrap().arrive(&place).is_err());
    }
}
