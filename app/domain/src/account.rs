//! Who signs in: the address a person is known by, and what a new password must be.
mod email;
mod language;
mod new_password;
mod predictable;

pub use email::{Email, EmailProblem};
pub use language::Language;
pub use new_password::{NewPassword, PasswordProblem};
