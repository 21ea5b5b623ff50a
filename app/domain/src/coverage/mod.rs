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

/// The middle one; of an even number the mean of the two middle ones; none of none.
fn median(mut values: Vec<i64>) -> Option<f64> {
    values.sort_unstable();
    let half = values.len() / 2;
    let upper = *values.get(half)?;
    let lower = if values.len().is_multiple_of(2) { values[half - 1] } else { upper };
    Some((lower + upper) as f64 / 2.0)
}

#[cfg(test)]
mod tests;
