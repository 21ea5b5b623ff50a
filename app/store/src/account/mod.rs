//! People, how they sign in, and what is kept of it. Global: nothing here belongs to one organisation but drafts.
pub(crate) mod chance;
mod client;
mod draft;
mod event;
mod hashing;
mod limit;
mod link;
mod password;
mod person;
mod session;
mod session_list;
mod set_up;
mod sign_in;
mod tidy;
mod token;

pub use client::Client;
pub use draft::{Draft, DraftKey};
pub use event::{EVENTS_ON_A_PAGE, Event, EventKind, NewEvent};
pub use hashing::passwords_hashed;
pub use link::{LinkKind, LinkRefusal, OneTimeLink};
pub use person::{Account, NewAccount};
pub use session::{Assurance, Session};
pub use session_list::OpenSession;
pub use set_up::Founding;
pub use sign_in::SignInRefusal;
pub use token::Token;
