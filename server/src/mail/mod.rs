//! Mail to people: where it goes, what it says, and the worker that sends it.
mod letter;
mod worker;

pub use letter::Letter;
pub use worker::{deliver, work};

use crate::Trouble;
use clap::Args;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor, message::Mailbox};
use std::{fs, path::PathBuf, time::Duration};

/// How long the mail server may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// Without a URL no mail is sent, and none is kept to be sent.
#[derive(Args, Clone, Debug, Default)]
pub struct MailSettings {
    /// The mail server: `smtp://HOST:PORT`, `smtps://USER:PASSWORD@HOST`, or `smtp://HOST:587?tls=required`. Without one
    /// nothing is sent by mail.
    #[arg(long = "mail-url", env = "FOOTHOLD_MAIL_URL", value_name = "URL", hide_env_values = true)]
    url: Option<String>,
    /// A file that holds the mail server's URL, to keep a password out of the command line and the environment. Read
    /// when no --mail-url is given.
    #[arg(long = "mail-url-file", env = "FOOTHOLD_MAIL_URL_FILE", value_name = "FILE")]
    url_file: Option<PathBuf>,
    /// Whom mail comes from, as `Foothold <foothold@example.gov.uk>`.
    #[arg(long = "mail-from", env = "FOOTHOLD_MAIL_FROM", value_name = "ADDRESS")]
    from: Option<String>,
}

/// A mail server that takes letters.
#[derive(Clone)]
pub struct PostOffice {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl MailSettings {
    /// None where no mail server is named.
    ///
    /// # Errors
    /// `Refused` when the URL or the address cannot be read. Neither is repeated: the URL may hold a password.
    pub fn post_office(&self) -> Result<Option<PostOffice>, Trouble> {
        let url = match (&self.url, &self.url_file) {
            (Some(url), _) => url.clone(),
            (None, Some(file)) => fs::read_to_string(file).map_err(Trouble::at(file))?,
            (None, None) => return Ok(None),
        };
        let from = self.from.as_deref().ok_or_else(|| refused("Say whom mail comes from, by --mail-from."))?;
        PostOffice::at(url.trim(), from).map(Some)
    }
}

impl PostOffice {
    /// # Errors
    /// `Refused` when the URL or the address cannot be read.
    pub fn at(url: &str, from: &str) -> Result<Self, Trouble> {
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|_| refused("The mail server is written as smtp://HOST:PORT or smtps://USER:PASSWORD@HOST."))?;
        let from =
            from.parse().map_err(|_| refused("Mail comes from an address as Foothold <foothold@example.gov.uk>."))?;
        Ok(Self { transport: builder.timeout(Some(PATIENCE)).build(), from })
    }

    /// # Errors
    /// Why it was not taken, in the words of the library.
    pub async fn send(&self, letter: Letter) -> Result<(), String> {
        let to = letter.to.parse().map_err(|error| format!("{error}"))?;
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(Some(letter.name), to))
            .subject(letter.subject)
            .header(lettre::message::header::ContentType::TEXT_PLAIN)
            .body(letter.body)
            .map_err(|error| error.to_string())?;
        self.transport.send(message).await.map(drop).map_err(|error| error.to_string())
    }
}

fn refused(why: &str) -> Trouble {
    Trouble::Refused(why.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_server_needs_a_sender_and_a_wrong_url_is_not_repeated() {
        let none = MailSettings::default().post_office().expect("no mail");
        assert!(none.is_none());
        let set = |url: &str, from: Option<&str>| {
            let settings = MailSettings { url: Some(url.into()), url_file: None, from: from.map(Into::into) };
            settings.post_office().map(|one| one.is_some()).map_err(|trouble| trouble.to_string())
        };
        assert_eq!(set("smtp://localhost:2525", Some("Foothold <a@example.org>")), Ok(true));
        assert!(set("smtp://localhost:2525", None).is_err());
        let wrong = set("http://user:secret@host", Some("a@example.org")).expect_err("refused");
        assert!(!wrong.contains("secret"), "{wrong}");
    }

    #[test]
    fn the_url_may_come_from_a_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("secret");
        fs::write(&file, "smtp://localhost:2525\n").expect("written");
        let settings = MailSettings { url: None, url_file: Some(file), from: Some("a@example.org".into()) };
        assert!(settings.post_office().expect("read").is_some());
    }
}
