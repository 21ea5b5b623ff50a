//! Ratings on other scales than ours.
use crate::Confidence;

/// What a cell of a rating column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RatedAs {
    Rating(Confidence),
    /// Nothing, or a sentence in place of a rating: exempt, too early to say.
    Nothing,
    /// A word that is no rating known here.
    Unknown,
}

/// Five steps become three: green is on track; amber/green, amber and amber/red are at risk; red is off track.
#[must_use]
pub fn rated_as(cell: &str) -> RatedAs {
    let word = cell.trim().to_lowercase();
    let letters: String = word.chars().filter(|letter| letter.is_alphabetic()).collect();
    match letters.as_str() {
        "green" | "g" | "ontrack" => RatedAs::Rating(Confidence::OnTrack),
        "ambergreen" | "greenamber" | "ag" | "amber" | "a" | "yellow" | "amberred" | "redamber" | "ar" | "atrisk" => {
            RatedAs::Rating(Confidence::AtRisk)
        }
        "red" | "r" | "offtrack" => RatedAs::Rating(Confidence::OffTrack),
        _ if is_explanation(&word) => RatedAs::Nothing,
        _ => RatedAs::Unknown,
    }
}

/// Whether a cell explains why there is no value: nothing, a word such as "tbc", or four words and more.
#[must_use]
pub fn is_explanation(cell: &str) -> bool {
    const SHORT: [&str; 14] = [
        "tbc",
        "tbd",
        "n/a",
        "na",
        "#n/a",
        "none",
        "unknown",
        "not known",
        "not yet known",
        "not rated",
        "exempt",
        "ongoing",
        "not applicable",
        "to be confirmed",
    ];
    let cell = cell.trim().to_lowercase();
    let bare = cell.trim_matches(['-', '–', '—', '.', ' ']);
    let begins_in_words = bare.starts_with(char::is_alphabetic);
    // As in "exempt/none".
    let is_short = SHORT.contains(&bare) || bare.split('/').all(|part| SHORT.contains(&part.trim()));
    bare.is_empty() || is_short || (begins_in_words && bare.split_whitespace().count() >= 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_steps_become_three_in_any_case_and_spelling() {
        for (cell, confidence) in [
            ("Green", Confidence::OnTrack),
            ("Amber/Green", Confidence::AtRisk),
            ("amber-green", Confidence::AtRisk),
            (" AMBER ", Confidence::AtRisk),
            ("Amber/red", Confidence::AtRisk),
            ("Red", Confidence::OffTrack),
            ("On track", Confidence::OnTrack),
        ] {
            assert_eq!(rated_as(cell), RatedAs::Rating(confidence), "{cell}");
        }
    }

    #[test]
    fn an_explanation_is_no_rating_and_no_mistake() {
        for cell in
            ["", "-", "Exempt under Section 26 of the Freedom of Information Act 2000", "TBC", "n/a", "Exempt/none"]
        {
            assert_eq!(rated_as(cell), RatedAs::Nothing, "{cell}");
        }
        for cell in ["Purple", "3", "Amber?Blue"] {
            assert_eq!(rated_as(cell), RatedAs::Unknown, "{cell}");
        }
        assert!(!is_explanation("31 March 27") && !is_explanation("soon"));
    }
}
