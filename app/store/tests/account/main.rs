//! Accounts, sessions, links, drafts and the log, on both engines.
#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests fail by it, and ask where their server is")]
mod drafts;
mod engines;
mod events;
mod links;
mod passwords;
mod sessions;
mod sign_in;
mod tidying;
