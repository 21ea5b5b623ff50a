//! A `foothold` that serves while we test it.
use crate::{Done, command::end};
use std::{
    fs::File,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
    sync::mpsc::{Sender, channel},
    thread,
    time::Duration,
};

/// Filling an empty database with the demo in a debug build takes a while on a busy machine.
const PATIENCE: Duration = Duration::from_mins(3);
const ANNOUNCEMENT: &str = "Foothold is at ";

pub struct Server {
    child: Child,
    pub url: String,
}

impl Server {
    /// Starts it on a free port with the demo in an empty database. What it prints goes to `log`.
    pub fn start(binary: &Path, database: &str, data: &Path, password: &str, log: &Path) -> Done<Self> {
        let mut command = Command::new(binary);
        command.args(["serve", "--demo", "--database", database, "--data"]).arg(data);
        command.env("FOOTHOLD_DEMO_PASSWORD", password);
        Self::serve(command, log)
    }

    /// Starts what serves, on a free port.
    pub fn serve(mut command: Command, log: &Path) -> Done<Self> {
        let file = File::create(log)?;
        let mut child = command
            .args(["--listen", "127.0.0.1:0"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(file.try_clone()?)
            .spawn()?;
        let (sender, receiver) = channel();
        if let Some(printed) = child.stdout.take() {
            thread::spawn(|| listen(printed, file, sender));
        }
        let mut server = Self { child, url: String::new() };
        server.url = receiver.recv_timeout(PATIENCE).map_err(|_| {
            let said = std::fs::read_to_string(log).unwrap_or_default();
            format!("foothold did not print \"{ANNOUNCEMENT}http://...\". It said:\n{said}")
        })?;
        Ok(server)
    }

    /// The number of its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Ends it without a word, as a fault of the machine would.
    pub fn kill(mut self) -> Done {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        end(&mut self.child, Duration::from_secs(5));
    }
}

/// Goes on reading after the address is found, so that the server never waits for us.
fn listen(printed: ChildStdout, mut log: File, address: Sender<String>) {
    for line in BufReader::new(printed).lines().map_while(Result::ok) {
        let _ = writeln!(log, "{line}");
        if let Some(url) = announced(&line) {
            let _ = address.send(url.into());
        }
    }
}

fn announced(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once(ANNOUNCEMENT)?;
    rest.split_whitespace().next().map(|url| url.trim_end_matches(['/', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_read_from_the_line_that_announces_it() {
        assert_eq!(announced("Foothold is at http://127.0.0.1:4711/ (demo)"), Some("http://127.0.0.1:4711"));
        assert_eq!(announced("Foothold is at http://127.0.0.1:4711"), Some("http://127.0.0.1:4711"));
        assert_eq!(announced("Sign in as ada@example.org"), None);
    }
}
