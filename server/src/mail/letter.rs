//! What a letter says.
use chrono::NaiveDate;
use domain::{Innovation, Organisation, Reminder};

/// Plain text to one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    pub to: String,
    pub name: String,
    pub subject: String,
    pub body: String,
}

/// What a reminder is told with.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub organisation: &'a Organisation,
    pub innovation: &'a Innovation,
    pub reminder: &'a Reminder,
    /// Who asked.
    pub by: &'a str,
    pub due_on: NaiveDate,
    /// Heads the links, without a last slash.
    pub public_url: &'a str,
}

impl Letter {
    /// No word of what is written about the innovation: mail is read on the way.
    #[must_use]
    pub fn reminder(to: String, name: String, asked: Asked) -> Self {
        let Asked { organisation, innovation, reminder, by, due_on, public_url } = asked;
        let (slug, number) = (&organisation.slug, innovation.number);
        let day = |day: NaiveDate| day.format("%-d %B %Y").to_string();
        let body = format!(
            "{name},\r\n\r\n{by} asked you on {} to post the update on {}. It was due on {}.\r\n\r\n\
             Post it here: {public_url}/{slug}/innovations/{number}/updates/new\r\n\r\n\
             What the record holds since the last update stands there already. If nothing has changed, say “Still true”.\
             \r\n\r\n{}, through Foothold\r\n",
            day(reminder.on),
            innovation.title,
            day(due_on),
            organisation.name,
        );
        Self { to, name, subject: format!("Your update on {} is wanted", innovation.title), body }
    }
}
