//! The product as people use it, in process: a town with a council, and actors who ask and send forms.
mod actor;
mod answer;
mod brought;
mod crowd;
mod furnished;
mod heard;
mod plenty;
mod rollout;
mod spread;
mod statements;
mod town;

pub use actor::Actor;
pub use answer::Answer;
pub use crowd::Crowd;
pub use furnished::{address, furnished};
pub use heard::Heard;
pub use town::{Town, new_postgres, now};
