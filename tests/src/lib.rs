//! The product as people use it, in process: a town with a council, and actors who ask and send forms.
mod actor;
mod answer;
mod crowd;
mod furnished;
mod plenty;
mod statements;
mod town;

pub use actor::Actor;
pub use answer::Answer;
pub use crowd::Crowd;
pub use furnished::{address, furnished};
pub use town::{Town, now};
