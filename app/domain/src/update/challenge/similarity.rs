//! How alike two texts are, by their pairs of letters.
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// 0 to 1, by the coefficient of Sørensen and Dice over pairs of characters, white space left out and repeats counted.
///
/// Only letters, digits and underscores count. Accents are folded first: the lengths are counted in bytes, and "ŵ" would
/// be as long as two letters.
#[must_use]
pub fn similarity(one: &str, other: &str) -> f64 {
    strsim::sorensen_dice(&folded(one), &folded(other))
}

fn folded(text: &str) -> String {
    let plain = text.nfd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase);
    plain.filter(|letter| letter.is_alphanumeric() || *letter == '_' || letter.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "Supplier testing continues; go-live on plan. Team working well.";

    #[test]
    fn su_20_to_22_same_words_are_known_again() {
        for (other, value) in [
            (WORDS, 1.0),
            ("Supplier testing continues, go live on plan. Team is working well.", 0.960_8),
            ("First fifty repairs triaged by the robot; eleven sent back by hand.", 0.135_9),
        ] {
            let found = similarity(WORDS, other);
            assert!((found - value).abs() < 0.000_05, "{other}: {found}");
        }
    }

    #[test]
    fn accents_make_no_difference_and_do_not_count_as_two_letters() {
        let (welsh, plain) = ("Tŷ gwyn, dŵr ac ysgolion", "Ty gwyn, dwr ac ysgolion");
        assert!((similarity(welsh, plain) - 1.0).abs() < 1e-12);
        let changed = "Ty gwyn, dwr ac ysbyty";
        assert!((similarity(welsh, changed) - similarity(plain, changed)).abs() < 1e-12);
    }
}
