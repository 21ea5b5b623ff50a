//! Whether people understand why it is done: "I understand why we are doing this", by show of hands.
use super::Message;
use crate::{InnovationId, Seen, days};
use chrono::NaiveDate;
use std::sync::Arc;

/// Days in which an answer counts.
const YEAR: i64 = 365;

/// Totals over a year, with the messages at which people were asked, newest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pulse<'a> {
    pub asked: u32,
    pub agreed: u32,
    pub messages: Vec<&'a Arc<Message>>,
}

impl<'a> Pulse<'a> {
    /// Fewest people of whom a share can be told over all innovations.
    pub const FEWEST: u32 = 30;
    /// Fewest people of whom an innovation is shown a share of its own.
    pub const FEWEST_OF_ONE: u32 = 10;

    /// Of the messages on which somebody was asked in the year.
    #[must_use]
    pub fn of(messages: impl IntoIterator<Item = &'a Arc<Message>>, today: NaiveDate) -> Self {
        let in_year = |one: &&Arc<Message>| (0..YEAR).contains(&days(one.on, today));
        messages.into_iter().filter(in_year).fold(Self::default(), |mut all, one| {
            if let (Some(asked), Some(agreed)) = (one.asked_count, one.agreed_count) {
                all.asked = all.asked.saturating_add(asked);
                all.agreed = all.agreed.saturating_add(agreed);
                all.messages.push(one);
            }
            all
        })
    }

    /// From 0 to 1; none of fewer than 30 people.
    #[must_use]
    pub fn landed(&self) -> Option<f64> {
        self.share(Self::FEWEST)
    }

    /// From 0 to 1, for one innovation; none of fewer than 10 people.
    #[must_use]
    pub fn landed_here(&self) -> Option<f64> {
        self.share(Self::FEWEST_OF_ONE)
    }

    fn share(&self, fewest: u32) -> Option<f64> {
        (self.asked >= fewest).then(|| f64::from(self.agreed) / f64::from(self.asked))
    }
}

impl<'a> Seen<'a> {
    /// Pooled over everything that may be read.
    #[must_use]
    pub fn pulse(self, today: NaiveDate) -> Pulse<'a> {
        Pulse::of(self.all_messages(today), today)
    }

    #[must_use]
    pub fn pulse_of(self, innovation: InnovationId, today: NaiveDate) -> Pulse<'a> {
        Pulse::of(self.messages_of(innovation, today), today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{MessageId, testing::*};
    use uuid::Uuid;

    fn asked(on: &str, agreed: u32, asked: u32) -> Arc<Message> {
        let id = MessageId(Uuid::from_u128(asked.into()));
        Arc::new(Message { id, on: day(on), asked_count: Some(asked), agreed_count: Some(agreed), ..message() })
    }

    #[test]
    fn en_20_and_en_21_landed_needs_thirty_people_and_an_own_figure_ten() {
        let on = "2026-11-20";
        let close = |found: Option<f64>, expected: Option<f64>| match (found, expected) {
            (Some(found), Some(expected)) => (found - expected).abs() < 1e-12,
            (found, expected) => found == expected,
        };
        for (messages, landed, here) in [
            (vec![asked(on, 22, 28), asked(on, 9, 14)], Some(31.0 / 42.0), Some(31.0 / 42.0)),
            (vec![asked(on, 15, 20)], None, Some(0.75)),
            (vec![asked(on, 29, 30)], Some(29.0 / 30.0), Some(29.0 / 30.0)),
            (vec![asked(on, 9, 9)], None, None),
            (vec![asked(on, 5, 10)], None, Some(0.5)),
            (vec![asked("2025-11-25", 22, 28), asked("2025-11-24", 9, 14)], None, Some(22.0 / 28.0)),
            (vec![Arc::new(message())], None, None),
        ] {
            let pulse = Pulse::of(&messages, today());
            assert!(close(pulse.landed(), landed) && close(pulse.landed_here(), here), "{pulse:?}");
        }
    }

    #[test]
    fn nothing_asked_is_no_figure_and_no_records() {
        let told = [Arc::new(message())];
        let pulse = Pulse::of(&told, today());
        assert_eq!((pulse.asked, pulse.agreed, pulse.messages.len()), (0, 0, 0));
    }
}
