//! Whether those at the top look at it, whether the posts are filled, and whether more has been started than there is
//! time for.
mod acts;
mod capacity;
mod pledges;
mod vacancy;

pub use acts::{Attention, AttentionAct};
pub use capacity::Capacity;
pub use pledges::{Pledge, PledgeEnding};
pub use vacancy::Vacancy;
