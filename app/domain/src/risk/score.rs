use crate::choice::choices;
use serde::{Deserialize, Serialize};

choices! {
    Level {
        Low "low" "Low",
        Medium "medium" "Medium",
        High "high" "High",
        VeryHigh "very-high" "Very high",
    }
}

/// Likelihood and impact, each 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    pub likelihood: u8,
    pub impact: u8,
}

impl Score {
    pub const LIKELIHOODS: [&str; 5] = ["Rare", "Unlikely", "Possible", "Likely", "Almost certain"];
    pub const IMPACTS: [&str; 5] = ["Insignificant", "Minor", "Moderate", "Major", "Critical"];

    /// None unless both are from 1 to 5.
    #[must_use]
    pub fn new(likelihood: u8, impact: u8) -> Option<Self> {
        let fits = |value| (1..=5).contains(&value);
        (fits(likelihood) && fits(impact)).then_some(Self { likelihood, impact })
    }

    #[must_use]
    pub fn is_valid(self) -> bool {
        Self::new(self.likelihood, self.impact).is_some()
    }

    /// 1 to 25.
    #[must_use]
    pub fn value(self) -> u8 {
        self.likelihood * self.impact
    }

    /// Low 1 to 4, Medium 5 to 9, High 10 to 15, Very high 16 to 25.
    #[must_use]
    pub fn level(self) -> Level {
        match self.value() {
            0..=4 => Level::Low,
            5..=9 => Level::Medium,
            10..=15 => Level::High,
            _ => Level::VeryHigh,
        }
    }

    /// "Likely, major".
    #[must_use]
    pub fn words(self) -> String {
        let word = |words: [&'static str; 5], value: u8| words[usize::from(value.clamp(1, 5)) - 1];
        let (likelihood, impact) = (word(Self::LIKELIHOODS, self.likelihood), word(Self::IMPACTS, self.impact));
        format!("{likelihood}, {}", impact.to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ri_1_to_8_scores_and_levels() {
        for (likelihood, impact, value, level) in [
            (1, 1, 1, Level::Low),
            (2, 2, 4, Level::Low),
            (1, 5, 5, Level::Medium),
            (3, 3, 9, Level::Medium),
            (2, 5, 10, Level::High),
            (3, 5, 15, Level::High),
            (4, 4, 16, Level::VeryHigh),
            (5, 5, 25, Level::VeryHigh),
        ] {
            let score = Score::new(likelihood, impact).expect("from 1 to 5");
            assert_eq!((score.value(), score.level()), (value, level), "{likelihood} x {impact}");
        }
    }

    #[test]
    fn likelihood_and_impact_are_from_1_to_5() {
        for (likelihood, impact) in [(0, 1), (1, 0), (6, 1), (1, 6)] {
            assert_eq!(Score::new(likelihood, impact), None);
        }
    }

    #[test]
    fn a_score_is_said_in_words() {
        let words = |likelihood, impact| Score { likelihood, impact }.words();
        assert_eq!(words(4, 4), "Likely, major");
        assert_eq!(words(5, 1), "Almost certain, insignificant");
    }
}
