//! Accounts, sessions, links, drafts and the log, on both engines.
mod drafts;
mod engines;
mod events;
mod links;
mod passwords;
mod sessions;
mod sign_in;
mod tidying;
