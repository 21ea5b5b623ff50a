//! The portfolio on one page: a column for each stage, and what is off the board below.
mod card;
mod counts;
mod filter;

pub use card::{Card, NextMilestone};
pub use counts::Counts;
pub use filter::{BoardFilter, BoardSort, ConfidenceFilter};

use crate::{Place, Seen, Shown, StageKind};
use chrono::NaiveDate;

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane<'a> {
    pub place: Place,
    pub name: &'a str,
    /// Said in an empty lane.
    pub kind: StageKind,
    pub cards: Vec<Card<'a>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Board<'a> {
    pub lanes: Vec<Lane<'a>>,
    pub mainstreamed: Vec<Card<'a>>,
    pub paused: Vec<Card<'a>>,
    pub stopped: Vec<Card<'a>>,
    /// Over everything that may be seen, whatever the filter.
    pub counts: Counts,
    /// How many pass the filter.
    pub found: usize,
}

impl<'a> Seen<'a> {
    #[must_use]
    pub fn board(self, filter: &BoardFilter, today: NaiveDate) -> Board<'a> {
        let all: Vec<_> = self.innovations().map(|one| Card::of(self, one, today)).collect();
        let counts = Counts::of(self, &all, today);
        let mut cards: Vec<_> = all.into_iter().filter(|card| filter.passes(self, card, today)).collect();
        filter.sort.order(&mut cards);
        let found = cards.len();
        let model = self.organisation().stage_model();
        let mut lanes: Vec<_> = model
            .columns()
            .map(|(place, stage)| Lane { place, name: &stage.name, kind: stage.kind, cards: vec![] })
            .collect();
        let (mut mainstreamed, mut paused, mut stopped) = (vec![], vec![], vec![]);
        for card in cards {
            match card.shown.shown {
                Shown::Mainstreamed => mainstreamed.push(card),
                Shown::Paused => paused.push(card),
                Shown::Stopped => stopped.push(card),
                _ => {
                    if let Some(lane) = lane_of(&mut lanes, &card) {
                        lane.cards.push(card);
                    }
                }
            }
        }
        Board { lanes, mainstreamed, paused, stopped, counts, found }
    }
}

/// The column of a card: its own stage, or the first of its kind where it follows an older model.
fn lane_of<'l, 'a>(lanes: &'l mut [Lane<'a>], card: &Card) -> Option<&'l mut Lane<'a>> {
    let own = lanes.iter().position(|lane| lane.place == card.stage.place && lane.kind == card.stage.kind);
    let kind = lanes.iter().position(|lane| lane.kind == card.stage.kind);
    lanes.get_mut(own.or(kind).unwrap_or(0))
}

#[cfg(test)]
mod tests;
