//! What leaders have agreed to concentrate on, and the numbers that show it.
mod agree;
mod alignment;
mod figures;
pub(crate) mod history;
mod measure;
mod measuring;
mod number;
mod outcome;
mod priority_area;
mod reading;
mod sight;
#[cfg(test)]
pub(crate) mod testing;

pub use agree::{ClosePriorityAreaInput, OutcomeInput, PriorityAreaInput};
pub use alignment::{Alignment, alignment};
pub use figures::{Figures, InWords, NoFigure};
pub use measure::{Better, Measure, MeasureOf};
pub use measuring::{MeasureInput, ReadingInput};
pub use number::Number;
pub(crate) use number::reaches;
pub use outcome::Outcome;
pub use priority_area::{ClosedReason, PriorityArea, WellDefined, focus};
pub use reading::Reading;
pub use sight::{AreaSight, Gaps, LineOfSight, MeasureSight, OutcomeSight};
