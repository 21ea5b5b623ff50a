//! The product as people use it, in process: a town with a council, and actors who ask and send forms.
mod actor;
mod answer;
mod town;

pub use actor::Actor;
pub use answer::Answer;
pub use town::{Town, now};
