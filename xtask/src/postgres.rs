//! A PostgreSQL of our own in a temporary folder, on a free port, gone when it is dropped.
use crate::{
    Done,
    command::{on_path, output, run},
    debian,
};
use std::{
    fs,
    net::{Ipv4Addr, TcpListener},
    os::unix::fs::chown,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};
use tempfile::TempDir;

/// Fast before safe: what it keeps is thrown away.
const FAST: &str = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off";
/// As it is installed: whatever was committed survives its end.
const SAFE: &str = "";
const SETTINGS: &str = "-c max_connections=200 -c listen_addresses=127.0.0.1";

pub struct Postgres {
    programs: PathBuf,
    folder: TempDir,
    port: u16,
}

impl Postgres {
    pub fn start() -> Done<Self> {
        Self::start_with(FAST)
    }

    /// One that keeps what it was told, whatever happens to it.
    pub fn start_safe() -> Done<Self> {
        Self::start_with(SAFE)
    }

    fn start_with(settings: &str) -> Done<Self> {
        if programs().is_none() {
            debian::need_postgres()?;
        }
        let programs = programs().ok_or("PostgreSQL is installed and its initdb is not found")?;
        let folder = tempfile::Builder::new().prefix("foothold-postgres-").tempdir()?;
        if debian::is_root() {
            let id = |flag| output(Command::new("id").args([flag, "postgres"]));
            chown(folder.path(), Some(id("-u")?.parse()?), Some(id("-g")?.parse()?))?;
        }
        let server = Self { programs, folder, port: free_port()? };
        run(server
            .program("initdb")
            .args(["--auth=trust", "--username=postgres"])
            .args(["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--pgdata"])
            .arg(server.data())
            .stdout(Stdio::null()))?;
        server.launch(settings)?;
        Ok(server)
    }

    /// The address of a database on it.
    pub fn url(&self, database: &str) -> String {
        format!("postgres://postgres@127.0.0.1:{}/{database}", self.port)
    }

    /// Makes an empty database and gives its address.
    pub fn create(&self, database: &str) -> Done<String> {
        run(self
            .program("createdb")
            .args(["-h", "127.0.0.1", "-U", "postgres", "-p"])
            .args([&self.port.to_string(), database]))?;
        Ok(self.url(database))
    }

    pub const fn port(&self) -> u16 {
        self.port
    }

    /// "fast" ends it in order, "immediate" as a crash would. Back when this returns.
    pub fn restart(&self, mode: &str) -> Done {
        run(self
            .program("pg_ctl")
            .args(["restart", "--wait", "--silent", "--mode", mode, "--pgdata"])
            .arg(self.data())
            .arg("--log")
            .arg(self.folder.path().join("log"))
            .stdout(Stdio::null()))
    }

    fn launch(&self, settings: &str) -> Done {
        let log = self.folder.path().join("log");
        let socket = self.folder.path().display();
        let options = format!("{SETTINGS} {settings} -c port={} -c unix_socket_directories={socket}", self.port);
        run(self
            .program("pg_ctl")
            .args(["start", "--wait", "--silent", "--options", &options])
            .arg("--pgdata")
            .arg(self.data())
            .arg("--log")
            .arg(&log)
            .stdout(Stdio::null()))
        .map_err(|error| {
            let said = fs::read_to_string(log).unwrap_or_default();
            format!("{error}\n{said}").into()
        })
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// PostgreSQL refuses to run as root, so root becomes the user of Debian's package.
    fn program(&self, name: &str) -> Command {
        let path = self.programs.join(name);
        let mut command = if debian::is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(path);
            command
        } else {
            Command::new(path)
        };
        command.current_dir("/");
        command
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let _ =
            self.program("pg_ctl").args(["stop", "--silent", "--mode=immediate", "--pgdata"]).arg(self.data()).status();
    }
}

/// The folder of `initdb`: Debian keeps it off the PATH, one folder for each release.
fn programs() -> Option<PathBuf> {
    let releases = fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let folders = releases.flatten().map(|release| release.path());
    if let Some(release) = newest(folders.filter(|path| path.join("bin/initdb").exists())) {
        return Some(release.join("bin"));
    }
    // A link on the PATH may stand alone; the other programs are beside what it points to.
    let program = fs::canonicalize(on_path("initdb")?).ok()?;
    Some(program.parent()?.into())
}

/// Releases are numbers: 9 is older than 15.
fn newest(folders: impl Iterator<Item = PathBuf>) -> Option<PathBuf> {
    let number = |path: &Path| path.file_name()?.to_str()?.parse::<f32>().ok();
    folders.max_by(|one, other| number(one).partial_cmp(&number(other)).unwrap_or(std::cmp::Ordering::Equal))
}

/// A port that nothing listens on now. Another program could take it before we do; then the start fails.
fn free_port() -> Done<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_free_port_can_be_listened_on() {
        let port = free_port().unwrap();
        assert!(TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok());
    }

    #[test]
    fn the_newest_release_is_the_highest_number() {
        let folders = ["/p/9", "/p/17", "/p/15"].map(PathBuf::from);
        assert_eq!(newest(folders.into_iter()), Some("/p/17".into()));
    }
}
