//! A demonstration portfolio: two invented organisations with three years of work behind them.
//!
//! Everything is written through the decisions that people take, each on a day of the past counted back from the day
//! it is built, so that history, trends and looking back work as they would for a real council. All names are
//! invented. Left out until there are records for them: ideas and what was borrowed.
mod aldermere;
mod backing;
mod build;
mod clock;
mod deed;
mod direction;
mod error;
mod experiment;
mod heard;
mod innovation;
mod limits;
mod measure;
mod message;
mod money;
mod organisation;
mod partner;
mod partnership;
mod people;
mod plan;
mod record;
mod report;
mod risk;
mod spend;
mod spread;
mod trouble;
mod work;

pub use build::{Guest, build};
pub use deed::id;
pub use error::Error;
