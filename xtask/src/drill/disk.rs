//! The disk fills up under SQLite: writing is refused in words, reading goes on, and room is enough to go on.
use super::{
    Ground, Shown,
    place::{BOARD, Engine, Place, Writer, accounted, with_log},
};
use crate::{
    Done,
    command::{output, run},
    debian,
    process::Server,
};
use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
    process::Command,
};

/// More writes than any of these places has room for.
const MANY: usize = 3000;
const FULL: &str = "There is no room left to write in";

pub fn drill(ground: &Ground) -> Done<Vec<Shown>> {
    let mut shown = vec![limited(ground)?];
    if debian::is_root() {
        shown.push(full(ground)?);
    } else {
        println!("a full disk: left out, because only root can make a small one");
    }
    Ok(shown)
}

/// No file may grow beyond a size, which is told by a signal that ends other programs.
fn limited(ground: &Ground) -> Done<Shown> {
    let place = Place::new(ground, Engine::Sqlite)?;
    // In blocks of 512 bytes, as the shell counts.
    let blocks = fs::metadata(place.folder.path().join("foothold.db"))?.len() / 512 + 200;
    let serve = place.foothold("serve");
    let mut command = Command::new("sh");
    command
        .args(["-c", &format!("ulimit -S -f {blocks} && exec \"$0\" \"$@\"")])
        .arg(serve.get_program())
        .args(serve.get_args());
    let server = Server::serve(command, Path::new("/dev/null"))?;
    let id = server.id().to_string();
    let room = || run(Command::new("prlimit").args(["--pid", &id, "--fsize=unlimited:unlimited"]));
    let saved = filled_and_mended(&place, &server, room).map_err(|error| with_log(&place, error))?;
    Ok(told("file size limited (SIGXFSZ)", saved))
}

/// A disk of a few megabytes.
fn full(ground: &Ground) -> Done<Shown> {
    let place = Place::new(ground, Engine::Sqlite)?;
    let disk = Disk::new(&place.folder.path().join("disk"), "12m")?;
    let inside = disk.0.join("foothold.db");
    fs::copy(place.folder.path().join("foothold.db"), &inside)?;
    let mut place = place;
    place.database = format!("sqlite:{}", inside.display());
    let server = place.serve()?;
    let ballast = disk.0.join("ballast");
    fill(&ballast)?;
    // Room for signing in, and for a few writes.
    let most = fs::metadata(&ballast)?.len() - (1 << 19);
    File::options().write(true).open(&ballast)?.set_len(most)?;
    let saved = filled_and_mended(&place, &server, || Ok(fs::remove_file(&ballast)?))
        .map_err(|error| with_log(&place, error))?;
    drop(server);
    Ok(told("disk full", saved))
}

fn told(how: &str, saved: usize) -> Shown {
    let what = format!(
        "{how}: writing answers 503 and says why, reading goes on, room alone mends it; {saved} saves all there"
    );
    Shown { engine: Engine::Sqlite.label(), what }
}

fn filled_and_mended(place: &Place, server: &Server, room: impl FnOnce() -> Done) -> Done<usize> {
    let before = place.checked()?;
    let mut writers = Writer::four(&server.url)?;
    let mut last = 303;
    for turn in 0..MANY {
        last = writers[turn % 4].write()?;
        if last != 303 {
            break;
        }
    }
    if last != 503 {
        return Err(format!("writing without room answers {last}").into());
    }
    for writer in &mut writers {
        let reply = writer.browser.get(BOARD)?;
        if reply.status != 200 {
            return Err(format!("reading without room answers {}", reply.status).into());
        }
        if writer.unanswered.is_some() && !writer.said.contains(FULL) {
            return Err("the page does not say that there is no room".into());
        }
    }
    room()?;
    let again = writers[0].write()?;
    if again != 303 {
        return Err(format!("writing with room again answers {again}").into());
    }
    accounted(place, before, &mut writers)
}

/// Until not one byte more fits.
fn fill(path: &Path) -> Done {
    let mut file = File::create(path)?;
    for size in [1 << 16, 1 << 12, 1] {
        while file.write_all(&vec![0; size]).is_ok() {}
    }
    Ok(())
}

struct Disk(PathBuf);

impl Disk {
    fn new(folder: &Path, size: &str) -> Done<Self> {
        fs::create_dir(folder)?;
        output(Command::new("mount").args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"]).arg(folder))?;
        Ok(Self(folder.into()))
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
    }
}
