//! Whether many people would choose the same password.
//!
//! Lists of stolen passwords hold few of 12 characters or more, and those are nearly all a shorter favourite that was
//! doubled, spelt with look-alike digits, or given a year and an exclamation mark. So the list here is of the
//! favourites, and a password is weighed by what its maker added to them.

const LIST: &str = include_str!("common_passwords.txt");

/// Passwords that weigh less are refused: two well-known words with one more character are; three words are not.
const ENOUGH: u32 = 6;
const WORD: u32 = 2;
const YEAR: u32 = 1;
const CHARACTER: u32 = 1;

/// Expects lower case.
pub(super) fn is_predictable(letters: &[char]) -> bool {
    weight(unit(letters)) < ENOUGH
}

/// Whether a name stands anywhere in it, look-alike digits and signs counting as letters. Expects lower case.
pub(super) fn holds(letters: &[char], name: &str) -> bool {
    (0..letters.len()).any(|start| begins(&letters[start..], name).is_some())
}

/// The shortest beginning that, said again and again, gives the whole.
fn unit(letters: &[char]) -> &[char] {
    let repeats = |period: &usize| letters[*period..] == letters[..letters.len() - period];
    let period = (1..=letters.len() / 2).find(repeats);
    &letters[..period.unwrap_or(letters.len())]
}

/// The least that the letters weigh, over all ways of taking them apart.
fn weight(letters: &[char]) -> u32 {
    let mut rest = vec![0; letters.len() + 1];
    for start in (0..letters.len()).rev() {
        let single = if follows(letters, start) { 0 } else { CHARACTER };
        let mut least = single + rest[start + 1];
        if is_year(&letters[start..]) {
            least = least.min(YEAR + rest[start + 4]);
        }
        for word in words() {
            if let Some(length) = begins(&letters[start..], word) {
                least = least.min(WORD + rest[start + length]);
            }
        }
        rest[start] = least;
    }
    rest[0]
}

fn words() -> impl Iterator<Item = &'static str> {
    LIST.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

/// The same as the character before, or the next one up or down.
fn follows(letters: &[char], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|at| letters[at]) else {
        return false;
    };
    let around_ten = matches!((before, letters[at]), ('9', '0') | ('0', '9'));
    around_ten || u32::from(before).abs_diff(u32::from(letters[at])) <= 1
}

fn is_year(letters: &[char]) -> bool {
    matches!(letters, ['1', '9', a, b, ..] | ['2', '0', a, b, ..] if a.is_ascii_digit() && b.is_ascii_digit())
}

fn begins(letters: &[char], word: &str) -> Option<usize> {
    let mut length = 0;
    for wanted in word.chars() {
        let found = *letters.get(length)?;
        if found != wanted && !stands_for(found, wanted) {
            return None;
        }
        length += 1;
    }
    Some(length)
}

fn stands_for(sign: char, letter: char) -> bool {
    matches!(
        (sign, letter),
        ('@' | '4', 'a')
            | ('8', 'b')
            | ('3', 'e')
            | ('6' | '9', 'g')
            | ('1' | '!' | '|', 'i' | 'l')
            | ('0', 'o')
            | ('5' | '$', 's')
            | ('7' | '+', 't')
            | ('2', 'z')
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn predictable(typed: &str) -> bool {
        is_predictable(&typed.to_lowercase().chars().collect::<Vec<_>>())
    }

    #[test]
    fn what_many_people_use_is_predictable() {
        for typed in [
            "123456789012",
            "987654321098",
            "111111111111",
            "aaaaaaaaaaaaaaab",
            "abcabcabcabc",
            "010119801234",
            "password1234",
            "Password2026!",
            "P@ssw0rd!!!!",
            "p455w0rdp455w0rd",
            "passwordpasswordpassword",
            "Liverpool2024!",
            "qwertyuiop12",
            "1qaz2wsx3edc",
            "q1w2e3r4t5y6",
            "iloveyouforever",
            "letmeinplease1",
            "Council1234!",
            "changeme2025",
            "welcome welcome",
            "abcdefghijklmnop",
        ] {
            assert!(predictable(typed), "{typed}");
        }
    }

    #[test]
    fn three_random_words_and_generated_passwords_are_not() {
        for typed in [
            "turnip lorry cabinet",
            "summersunshineflower",
            "Kx7#pQ2v!mWz",
            "839201746352",
            "the quick brown fox",
            "ffenestr las heddiw",
        ] {
            assert!(!predictable(typed), "{typed}");
        }
    }

    #[test]
    fn the_list_is_in_lower_case_without_spare_entries() {
        assert!(words().count() > 1000);
        for word in words() {
            assert!(word.len() >= 3, "{word}");
            assert!(word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()), "{word}");
        }
    }
}
