//! The journeys in a real browser, against a server with the demo: all on SQLite, those tagged `@postgres` on PostgreSQL too.
use crate::{Done, command::run, compile::Compiled, debian, postgres::Postgres, process::Server};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;

const FOLDER: &str = "tests/browser";
const LOGS: &str = "target/verify";
const PASSWORD: &str = "turnip lorry penguin";

/// Whatever the journeys need that is not the product.
pub struct Browser {
    chromium: PathBuf,
    password: String,
    data: TempDir,
}

impl Browser {
    pub fn ready() -> Done<Self> {
        let chromium = debian::need_chromium()?;
        debian::need_node()?;
        need_packages()?;
        fs::create_dir_all(LOGS)?;
        Ok(Self {
            chromium,
            password: env::var("FOOTHOLD_DEMO_PASSWORD").unwrap_or_else(|_| PASSWORD.into()),
            data: tempfile::Builder::new().prefix("foothold-browser-").tempdir()?,
        })
    }

    pub fn on_sqlite(&self, compiled: &Compiled) -> Done {
        let file = self.data.path().join("browser.db");
        self.journeys(compiled, "sqlite", &format!("sqlite:{}", file.display()), &[])
    }

    pub fn on_postgres(&self, compiled: &Compiled, postgres: &Postgres) -> Done {
        let database = postgres.create("browser")?;
        self.journeys(compiled, "postgres", &database, &["--grep", "@postgres", "--pass-with-no-tests"])
    }

    fn journeys(&self, compiled: &Compiled, engine: &str, database: &str, which: &[&str]) -> Done {
        println!("\njourneys on {engine}");
        let log = PathBuf::from(format!("{LOGS}/browser-{engine}.log"));
        let data = self.data.path().join(engine);
        fs::create_dir_all(&data)?;
        let server = Server::start(compiled.binary("foothold")?, database, &data, &self.password, &log)?;
        run(Command::new("npx")
            .args(["--no-install", "playwright", "test"])
            .args(which)
            .current_dir(FOLDER)
            .env("FOOTHOLD_URL", &server.url)
            // For journeys that kill a server of their own.
            .env("FOOTHOLD_BIN", fs::canonicalize(compiled.binary("foothold")?)?)
            .env("FOOTHOLD_DEMO_PASSWORD", &self.password)
            .env("FOOTHOLD_CHROMIUM", &self.chromium)
            .env("FOOTHOLD_ENGINE", engine))
        .map_err(|error| format!("{error}\nthe server's log is {}", log.display()).into())
    }
}

/// From the lock file only, and only when it is newer than what is installed.
fn need_packages() -> Done {
    let folder = Path::new(FOLDER);
    let changed = |name: &str| fs::metadata(folder.join(name)).and_then(|about| about.modified()).ok();
    // npm writes this file last.
    if changed("node_modules/.package-lock.json") >= changed("package-lock.json") {
        return Ok(());
    }
    run(Command::new("npm")
        .args(["ci", "--no-audit", "--no-fund"])
        .current_dir(folder)
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
}
