//! Who has been heard, what became of what they said, and who has not been heard. Each figure opens into the records
//! that count for it and those that do not.
mod equality;
mod fair;
mod figures;
mod influence;
mod met;
mod share;
mod unheard;
mod waiting;

pub use equality::NamedCharacteristic;
pub use fair::{Fair, FairCheck};
pub use figures::{EngagementFigures, Praise, ToldBack};
pub use influence::{Influence, InfluenceOf};
pub use met::StakeSight;
pub use share::Share;
pub use unheard::{SilentGate, Unheard};
pub use waiting::FeedbackWaiting;

use crate::days;
use chrono::NaiveDate;

/// Days of the window W.
const WINDOW: i64 = 182;
const YEAR: i64 = 365;

fn within(on: NaiveDate, window: i64, today: NaiveDate) -> bool {
    (0..window).contains(&days(on, today))
}

#[cfg(test)]
mod tests;
