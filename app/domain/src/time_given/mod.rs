//! The time that people promised an innovation, and what they gave.
mod figures;
mod half_days;
pub(crate) mod history;
mod load;
mod record;

pub use figures::{MonthOfTime, Staffed, TimeFigures};
pub use half_days::HalfDays;
pub use load::{Load, Overpromised};
pub use record::{TimeInput, TimeRow};

use crate::{Entry, InnovationId, MembershipId, TimeGivenId, record::noun};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One person's month on one innovation. There is one of them for each innovation, month and place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimeGiven {
    pub id: TimeGivenId,
    pub entry: Entry,
    pub innovation: InnovationId,
    pub membership: MembershipId,
    /// The first day of the month.
    pub month: NaiveDate,
    /// Carried forward from the month before unless changed.
    pub days_promised: HalfDays,
    pub days_given: HalfDays,
}

noun!(
    TimeGiven,
    "time_given",
    (InnovationId, NaiveDate, MembershipId) = |one| (one.innovation, one.month, one.membership),
    innovation = Some(one.innovation)
);
