//! PostgreSQL's own programs for copying a database.
use crate::Trouble;
use std::{io, path::Path};
use tokio::process::Command;
use url::Url;

/// Writes a moment that somebody holds.
pub async fn dump(url: &str, moment: &str, into: &Path) -> Result<(), Trouble> {
    let mut command = program("pg_dump", url)?;
    command.args(["--format=custom", "--no-owner", "--no-privileges"]);
    command.arg(format!("--snapshot={moment}")).arg("--file").arg(into);
    run("pg_dump", command).await
}

/// All of it or nothing.
pub async fn load(url: &str, from: &Path) -> Result<(), Trouble> {
    let mut command = program("pg_restore", url)?;
    command.args(["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction"]).arg(from);
    run("pg_restore", command).await
}

/// The password goes by the environment: everyone on the machine can read a command line.
fn program(name: &str, url: &str) -> Result<Command, Trouble> {
    let (place, password) = parted(url).ok_or_else(|| Trouble::Refused("The database's URL cannot be read.".into()))?;
    let mut command = Command::new(name);
    command.arg("--no-password").arg(format!("--dbname={place}")).kill_on_drop(true);
    if let Some(password) = password {
        command.env("PGPASSWORD", password);
    }
    Ok(command)
}

fn parted(url: &str) -> Option<(String, Option<String>)> {
    let mut place = Url::parse(url).ok()?;
    let password = place.password().map(decoded);
    if password.is_some() {
        place.set_password(None).ok()?;
    }
    Some((place.into(), password))
}

/// `%40` is `@`.
fn decoded(text: &str) -> String {
    // A plus is a plus in this part of a URL, though not to the reader of forms that decodes it here.
    let text = text.replace('+', "%2B");
    url::form_urlencoded::parse(format!("={text}").replace('&', "%26").as_bytes())
        .next()
        .map(|(_, text)| text.into_owned())
        .unwrap_or_default()
}

async fn run(name: &'static str, mut command: Command) -> Result<(), Trouble> {
    match command.output().await {
        Ok(done) if done.status.success() => Ok(()),
        Ok(done) => Err(Trouble::Program { name, said: String::from_utf8_lossy(&done.stderr).into_owned() }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Trouble::Refused(format!(
            "{name} is not on this machine: install PostgreSQL's client programs (on Debian: postgresql-client), of at \
             least the server's version."
        ))),
        Err(error) => Err(Trouble::with(name)(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_password_is_taken_out_of_the_url() {
        let (place, password) = parted("postgres://ada:a%40b+c%26d@db:5433/foothold?sslmode=require").unwrap();
        assert_eq!(place, "postgres://ada@db:5433/foothold?sslmode=require");
        assert_eq!(password.as_deref(), Some("a@b+c&d"));
        assert_eq!(parted("postgres://ada@db/x").unwrap().1, None);
    }
}
