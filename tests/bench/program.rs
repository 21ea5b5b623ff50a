//! The program that is measured, as a process of its own.
use crate::{Done, fill::url};
use std::{
    fs::{self, File},
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

pub struct Program {
    child: Child,
    pub address: SocketAddr,
    /// From the start of the process until it listens.
    pub started_in: Duration,
}

impl Program {
    /// On the database of a place. `floor`: files to serve as they are.
    pub fn start(binary: &Path, place: &Path, floor: Option<&Path>) -> Done<Self> {
        let mut command = Command::new(binary);
        command.args(["serve", "--listen", "127.0.0.1:0", "--database", &url(place), "--data"]).arg(place);
        if let Some(folder) = floor {
            command.arg("--floor").arg(folder);
        }
        // The log is written as it would be anywhere.
        let log = File::create(place.join("log"))?;
        let began = Instant::now();
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log).spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().ok_or("no output")?).read_line(&mut line)?;
        let started_in = began.elapsed();
        let Some(address) = line.trim().rsplit_once("http://").and_then(|(_, address)| address.parse().ok()) else {
            let _ = child.kill();
            return Err(format!("it did not start: {line}{}", fs::read_to_string(place.join("log"))?).into());
        };
        Ok(Self { child, address, started_in })
    }

    /// The memory that it holds, in megabytes.
    pub fn memory(&self) -> Done<f32> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("memory is read on Linux only")?;
        Ok(line.trim().trim_end_matches("kB").trim().parse::<f32>()? / 1024.0)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
