//! A database with the demonstration, a server on it, and people who write.
use super::{Ground, browser::Browser};
use crate::{Done, command::output, process::Server};
use std::{
    fs,
    path::PathBuf,
    process::Command,
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    time::{Duration, Instant},
};
use tempfile::TempDir;

pub const PASSWORD: &str = "turnip lorry penguin";
const EMAIL: &str = "programme@aldermere.example.org";
pub const BOARD: &str = "/aldermere/board";
/// Innovations that are open.
const INNOVATIONS: [usize; 4] = [1, 2, 3, 4];

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    pub const BOTH: [Self; 2] = [Self::Sqlite, Self::Postgres];

    pub const fn label(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }
}

/// Where one database is.
pub struct Place<'a> {
    ground: &'a Ground<'a>,
    pub folder: TempDir,
    pub database: String,
}

impl<'a> Place<'a> {
    /// A new database with the demonstration.
    pub fn new(ground: &'a Ground, engine: Engine) -> Done<Self> {
        let folder = tempfile::Builder::new().prefix("foothold-drill-").tempdir()?;
        let database = match engine {
            Engine::Sqlite => format!("sqlite:{}", folder.path().join("foothold.db").display()),
            Engine::Postgres => ground.postgres.create(&unused("drill"))?,
        };
        let place = Self { ground, folder, database };
        output(place.foothold("demo").env("FOOTHOLD_DEMO_PASSWORD", PASSWORD))?;
        Ok(place)
    }

    /// A command of the program on this database.
    pub fn foothold(&self, what: &str) -> Command {
        self.foothold_on(what, &self.database)
    }

    /// The same by another way to it.
    pub fn foothold_on(&self, what: &str, database: &str) -> Command {
        let mut command = Command::new(self.ground.binary);
        command.args([what, "--database", database, "--data"]).arg(self.folder.path());
        command
    }

    pub fn serve(&self) -> Done<Server> {
        Server::serve(self.foothold("serve"), &self.log())
    }

    pub fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    /// How many records there are, once the history has been gone through and leads to them.
    pub fn checked(&self) -> Done<usize> {
        let said = output(&mut self.foothold("check"))?;
        let line = said.lines().find(|line| line.starts_with("aldermere")).ok_or("the organisation is not there")?;
        let number = line.rsplit(' ').nth(1).and_then(|word| word.parse().ok());
        number.ok_or_else(|| format!("not understood: {line}").into())
    }
}

/// A name that no other database has.
pub fn unused(name: &str) -> String {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    format!("{name}{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// Somebody who plans one milestone after another, and remembers what they were told.
pub struct Writer {
    pub browser: Browser,
    innovation: usize,
    name: String,
    sent: usize,
    /// The last page that refused to save.
    pub said: String,
    /// Titles of what was answered with "saved".
    pub saved: Vec<String>,
    /// Sent without an answer: title and submission.
    pub unanswered: Option<(String, String)>,
    /// How long the slowest answer took.
    pub slowest: Duration,
}

impl Writer {
    pub fn four(url: &str) -> Done<Vec<Self>> {
        let mut browser = Browser::at(url)?;
        browser.sign_in(EMAIL, PASSWORD)?;
        Ok(INNOVATIONS.map(|innovation| Self::new(browser.clone(), innovation)).into())
    }

    fn new(browser: Browser, innovation: usize) -> Self {
        let name = format!("Trial {innovation}");
        Self {
            browser,
            innovation,
            name,
            sent: 0,
            said: String::new(),
            saved: vec![],
            unanswered: None,
            slowest: Duration::ZERO,
        }
    }

    /// So that the titles of no other round are the same.
    pub fn in_round(&mut self, round: usize) {
        self.name = format!("Trial {round}-{}", self.innovation);
    }

    fn path(&self) -> String {
        format!("/aldermere/innovations/{}/milestones", self.innovation)
    }

    /// One milestone more: what the server said to it, or that it said nothing.
    pub fn write(&mut self) -> Done<u16> {
        let page = self.browser.get(&format!("{}/new", self.path()))?;
        if page.status != 200 {
            return Ok(page.status);
        }
        let submission = page.hidden("submission").ok_or("the page has no form")?.to_owned();
        self.sent += 1;
        let title = format!("{}-{}.", self.name, self.sent);
        self.unanswered = Some((title, submission));
        self.send()
    }

    /// Sends what has had no answer, as it was.
    pub fn send(&mut self) -> Done<u16> {
        let Some((title, submission)) = self.unanswered.clone() else { return Ok(303) };
        let form =
            [("submission", &*submission), ("title", &*title), ("kind", "delivery"), ("forecast_on", "2027-02-01")];
        let started = Instant::now();
        let reply = self.browser.post(&format!("{}/new", self.path()), &form)?;
        self.slowest = self.slowest.max(started.elapsed());
        if reply.status == 303 {
            self.saved.push(title);
            self.unanswered = None;
        } else {
            self.said = reply.body;
        }
        Ok(reply.status)
    }

    /// What was acknowledged and is not there.
    pub fn missing(&self) -> Done<Vec<String>> {
        let page = self.browser.get(&self.path())?;
        if page.status != 200 {
            return Err(format!("the list of milestones answers {}", page.status).into());
        }
        Ok(self.saved.iter().filter(|title| !page.body.contains(*title)).cloned().collect())
    }
}

/// Everyone writes until told to stop, whatever they are answered.
pub fn while_writing<T>(writers: &mut [Writer], act: impl FnOnce() -> T) -> T {
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for writer in writers.iter_mut() {
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    let answered = if writer.unanswered.is_some() { writer.send() } else { writer.write() };
                    if !matches!(answered, Ok(303)) {
                        std::thread::sleep(Duration::from_millis(20));
                    }
                }
            });
        }
        let done = act();
        stop.store(true, Ordering::Relaxed);
        done
    })
}

/// Every acknowledged milestone is there, and the number of records is exactly the number of saves more.
pub fn accounted(place: &Place, before: usize, writers: &mut [Writer]) -> Done<usize> {
    for writer in writers.iter_mut() {
        let again = writer.send()?;
        if again != 303 {
            return Err(format!("what had no answer is answered {again} when it is sent again").into());
        }
        let missing = writer.missing()?;
        if !missing.is_empty() {
            return Err(format!("acknowledged and lost: {missing:?}").into());
        }
    }
    let saved: usize = writers.iter().map(|writer| writer.saved.len()).sum();
    let after = place.checked()?;
    if after != before + saved {
        return Err(format!("{saved} saves made {} records", after - before).into());
    }
    Ok(saved)
}

/// How long until something is so; an error when it takes longer than `most`.
pub fn until(most: Duration, what: &str, is: impl Fn() -> bool) -> Done<Duration> {
    let started = Instant::now();
    while !is() {
        if started.elapsed() > most {
            return Err(format!("{what}: not within {} s", most.as_secs_f32()).into());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(started.elapsed())
}

/// Fails with the words of the server beside it.
pub fn with_log(place: &Place, error: Box<dyn std::error::Error>) -> Box<dyn std::error::Error> {
    let log = fs::read_to_string(place.log()).unwrap_or_default();
    let last: Vec<_> = log.lines().rev().take(10).collect();
    format!("{error}\nthe server said last:\n{}", last.into_iter().rev().collect::<Vec<_>>().join("\n")).into()
}
