use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// An e-mail address as it is compared and kept: trimmed, in lower case, in ASCII.
///
/// Other letters are refused so that no two addresses look alike.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type), sqlx(transparent))]
#[serde(transparent)]
pub struct Email(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmailProblem {
    Missing,
    /// More than 254 characters, the most that mail can be sent to (RFC 5321, section 4.5.3.1).
    TooLong,
    NotAnAddress,
}

/// These begin or end something else in a mail's header.
const NEVER: &str = "<>()[]\\,;:\"";
const LONGEST: usize = 254;

impl Email {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands before the `@`.
    pub fn local_part(&self) -> &str {
        self.0.split_once('@').map_or("", |(local, _)| local)
    }
}

impl FromStr for Email {
    type Err = EmailProblem;

    fn from_str(text: &str) -> Result<Self, EmailProblem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(EmailProblem::Missing);
        }
        if text.len() > LONGEST {
            return Err(EmailProblem::TooLong);
        }
        let (local, domain) = text.split_once('@').ok_or(EmailProblem::NotAnAddress)?;
        let plain = |c: char| c.is_ascii_graphic() && c != '@' && !NEVER.contains(c);
        let dotted = domain.contains('.') && domain.split('.').all(|part| !part.is_empty());
        if local.is_empty() || !dotted || !local.chars().chain(domain.chars()).all(plain) {
            return Err(EmailProblem::NotAnAddress);
        }
        Ok(Self(text.to_ascii_lowercase()))
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_trimmed_and_folded() {
        let read: Email = "  Ada.Okafor+Board@Northshire.GOV.UK ".parse().unwrap();
        assert_eq!(read.as_str(), "ada.okafor+board@northshire.gov.uk");
        assert_eq!(read.local_part(), "ada.okafor+board");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        use EmailProblem::*;
        let long = |local: usize| format!("{}@a.uk", "x".repeat(local));
        let table = [
            ("", Missing),
            ("  \t", Missing),
            ("ada", NotAnAddress),
            ("ada@", NotAnAddress),
            ("@a.uk", NotAnAddress),
            ("ada@localhost", NotAnAddress),
            ("ada@.uk", NotAnAddress),
            ("ada@a.", NotAnAddress),
            ("ada@a..uk", NotAnAddress),
            ("ada@b@a.uk", NotAnAddress),
            ("ada okafor@a.uk", NotAnAddress),
            ("ada@a.uk\nBcc: b@a.uk", NotAnAddress),
            ("Ada <ada@a.uk>", NotAnAddress),
            ("ada@a.uk, b@a.uk", NotAnAddress),
            ("\u{430}da@a.uk", NotAnAddress),
            (&long(250), TooLong),
        ];
        for (text, problem) in table {
            assert_eq!(text.parse::<Email>(), Err(problem), "{text:?}");
        }
        assert!(long(249).parse::<Email>().is_ok());
    }
}
