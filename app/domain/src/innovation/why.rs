use crate::{Prose, days};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Why it is done, in four parts, so that it can be told convincingly.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Why {
    /// With a fact.
    pub problem: Option<Prose>,
    /// What happens if we do nothing.
    pub if_nothing: Option<Prose>,
    /// What will be different, and for whom.
    pub difference: Option<Prose>,
    /// What we ask of you.
    pub ask: Option<Prose>,
    pub revised_on: Option<NaiveDate>,
}

/// What keeps a why from being complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyGap {
    /// One of the four parts is empty.
    PartMissing,
    /// Fewer than 30 words; holds how many there are.
    TooShort(usize),
    /// More than 150 words; holds how many there are.
    TooLong(usize),
    /// There is no figure in the problem.
    NoFact,
    /// Not revised in the last 365 days.
    Old,
}

impl Why {
    pub const FEWEST_WORDS: usize = 30;
    pub const MOST_WORDS: usize = 150;
    /// A longer average sentence earns a hint, nothing more.
    pub const LONG_SENTENCE: usize = 20;

    #[must_use]
    pub fn parts(&self) -> [Option<&Prose>; 4] {
        [&self.problem, &self.if_nothing, &self.difference, &self.ask].map(Option::as_ref)
    }

    /// Words of the whole, split on white space.
    #[must_use]
    pub fn words(&self) -> usize {
        self.parts().into_iter().flatten().map(|part| part.split_whitespace().count()).sum()
    }

    /// Whether its sentences are longer on average than people follow easily.
    #[must_use]
    pub fn has_long_sentences(&self) -> bool {
        let ends = |part: &Prose| part.split(['.', '?', '!']).filter(|one| !one.trim().is_empty()).count();
        let sentences: usize = self.parts().into_iter().flatten().map(ends).sum();
        self.words() > Self::LONG_SENTENCE * sentences.max(1)
    }

    /// Nothing is missing from a why that is complete.
    #[must_use]
    pub fn gaps(&self, today: NaiveDate) -> Vec<WhyGap> {
        let words = self.words();
        let fact = self.problem.as_ref().is_none_or(|text| text.chars().any(|letter| letter.is_ascii_digit()));
        let fresh = self.revised_on.is_some_and(|on| days(on, today) < 365);
        let gaps = [
            (self.parts().contains(&None), WhyGap::PartMissing),
            (words < Self::FEWEST_WORDS, WhyGap::TooShort(words)),
            (words > Self::MOST_WORDS, WhyGap::TooLong(words)),
            (!fact, WhyGap::NoFact),
            (!fresh && words > 0, WhyGap::Old),
        ];
        gaps.into_iter().filter(|(there, _)| *there).map(|(_, gap)| gap).collect()
    }

    #[must_use]
    pub fn is_complete(&self, today: NaiveDate) -> bool {
        self.gaps(today).is_empty()
    }

    /// The same day of revision where the text is the same, else today.
    #[must_use]
    pub(super) fn revised(self, before: &Self, today: NaiveDate) -> Self {
        let revised_on = if self.parts() == before.parts() { before.revised_on } else { Some(today) };
        Self { revised_on, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    fn why(words: usize, problem: &str) -> Why {
        let ask = vec!["word"; words - problem.split_whitespace().count() - 2].join(" ");
        let (if_nothing, difference) = (Some(text("More")), Some(text("Fewer")));
        Why { problem: Some(text(problem)), if_nothing, difference, ask: Some(text(&ask)), revised_on: Some(today()) }
    }

    #[test]
    fn a_why_is_complete_with_30_to_150_words_and_a_figure_revised_within_a_year() {
        let complete = why(30, "One in 3 falls again");
        let old = |days| Why { revised_on: Some(today() - chrono::Days::new(days)), ..complete.clone() };
        for (why, gaps) in [
            (complete.clone(), vec![]),
            (why(150, "One in 3 falls again"), vec![]),
            (why(29, "One in 3 falls again"), vec![WhyGap::TooShort(29)]),
            (why(151, "One in 3 falls again"), vec![WhyGap::TooLong(151)]),
            (why(30, "Many fall again"), vec![WhyGap::NoFact]),
            (old(364), vec![]),
            (old(365), vec![WhyGap::Old]),
            (Why { difference: None, ..why(31, "One in 3 falls again") }, vec![WhyGap::PartMissing]),
        ] {
            assert_eq!(why.gaps(today()), gaps);
        }
        assert_eq!(Why::default().gaps(today()), [WhyGap::PartMissing, WhyGap::TooShort(0)]);
    }

    #[test]
    fn the_day_of_revision_moves_only_with_the_text() {
        let before = Why { revised_on: Some(day("2026-01-01")), ..why(30, "One in 3 falls again") };
        assert_eq!(before.clone().revised(&before, today()).revised_on, before.revised_on);
        let changed = Why { ask: Some(text("Send us one person")), ..before.clone() };
        assert_eq!(changed.revised(&before, today()).revised_on, Some(today()));
    }
}
