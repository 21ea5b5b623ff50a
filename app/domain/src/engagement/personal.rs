//! Text that looks as if it named somebody: an e-mail address, a telephone number or a postcode of this country.
//!
//! It warns and never refuses: what looks like one may be the number of a helpline.
use crate::choice::choices;

choices! {
    PersonalData {
        Email "email" "an e-mail address",
        Telephone "telephone" "a telephone number",
        Postcode "postcode" "a postcode",
    }
}

/// What was found, and what it looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Personal {
    pub text: String,
    pub looks_like: PersonalData,
}

/// In the order e-mail addresses, telephone numbers, postcodes; each in the order of the text.
#[must_use]
pub fn personal_data(text: &str) -> Vec<Personal> {
    let found = |looks_like| move |text: String| Personal { text, looks_like };
    emails(text)
        .map(found(PersonalData::Email))
        .chain(telephones(text).into_iter().map(found(PersonalData::Telephone)))
        .chain(postcodes(text).into_iter().map(found(PersonalData::Postcode)))
        .collect()
}

fn emails(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|letter: char| letter.is_whitespace() || "<>()[],;:\"“”".contains(letter));
    let words = words.map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    words.filter(|word| is_email(word)).map(ToOwned::to_owned)
}

fn is_email(word: &str) -> bool {
    let Some((who, place)) = word.rsplit_once('@') else { return false };
    let Some((domain, end)) = place.rsplit_once('.') else { return false };
    !who.is_empty() && !domain.is_empty() && end.len() >= 2 && end.chars().all(char::is_alphabetic)
}

/// Ten or eleven digits that begin with 0, or with +44 or 0044 in its place, with at most one sign between two digits.
fn telephones(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let (mut found, mut at) = (vec![], 0);
    while at < letters.len() {
        let starts = letters[at].is_ascii_digit() || letters[at] == '+';
        let follows = at > 0 && (letters[at - 1].is_alphanumeric() || letters[at - 1] == '.');
        if !starts || follows {
            at += 1;
            continue;
        }
        let end = end_of_number(&letters, at);
        let run: String = letters[at..end].iter().collect();
        if is_telephone(&run) {
            found.push(run);
        }
        at = end.max(at + 1);
    }
    found
}

fn end_of_number(letters: &[char], start: usize) -> usize {
    let (mut end, mut signs) = (start + 1, 0);
    for (at, letter) in letters.iter().enumerate().skip(start + 1) {
        match letter {
            letter if letter.is_ascii_digit() => (end, signs) = (at + 1, 0),
            // "(0)20" and "020) 7" have two signs between two digits.
            ' ' | '-' | '\u{a0}' | '(' | ')' if signs < 2 => signs += 1,
            _ => break,
        }
    }
    end
}

fn is_telephone(run: &str) -> bool {
    let digits: String = run.chars().filter(char::is_ascii_digit).collect();
    let abroad = digits.strip_prefix("0044").or_else(|| digits.strip_prefix("44").filter(|_| run.starts_with('+')));
    let national = match abroad {
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None => digits,
    };
    let area = national.chars().nth(1).is_some_and(|second| "1235789".contains(second));
    national.starts_with('0') && area && (10..=11).contains(&national.len())
}

/// "SW1A 1AA", with a space or without.
fn postcodes(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric() && letter != ' ').collect();
    let mut found = vec![];
    for part in words {
        let words: Vec<&str> = part.split(' ').filter(|word| !word.is_empty()).collect();
        found.extend(words.iter().filter(|word| is_postcode(word)).map(ToString::to_string));
        let pairs = words.windows(2).filter(|pair| is_outward(pair[0]) && is_inward(pair[1]));
        found.extend(pairs.map(|pair| pair.join(" ")));
    }
    found
}

fn is_postcode(word: &str) -> bool {
    let cut = word.len().checked_sub(3).filter(|cut| word.is_char_boundary(*cut));
    cut.map(|cut| word.split_at(cut)).is_some_and(|(outward, inward)| is_outward(outward) && is_inward(inward))
}

/// One or two letters, a digit, and perhaps a digit or letter.
fn is_outward(word: &str) -> bool {
    let rest = word.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    let heads = word.len() - rest.len();
    let mut tail = rest.chars();
    (1..=2).contains(&heads)
        && tail.next().is_some_and(|first| first.is_ascii_digit())
        && tail.next().is_none_or(|second| second.is_ascii_alphanumeric())
        && tail.next().is_none()
}

/// A digit and two letters, of which some are never used. "1st" and "2nd" are words.
fn is_inward(word: &str) -> bool {
    let Some((digit, letters)) = word.split_at_checked(1) else { return false };
    let used = |letter: char| letter.is_ascii_alphabetic() && !"CIKMOV".contains(letter.to_ascii_uppercase());
    let ordinal = ["st", "nd", "rd", "th"].contains(&letters);
    digit.starts_with(|digit: char| digit.is_ascii_digit())
        && letters.len() == 2
        && !ordinal
        && letters.chars().all(used)
}

#[cfg(test)]
mod tests {
    use super::*;
    use PersonalData::{Email, Postcode, Telephone};

    #[test]
    fn what_looks_like_a_person_is_found_and_what_does_not_is_left_alone() {
        let table: [(&str, &[(&str, PersonalData)]); 24] = [
            ("", &[]),
            ("The class is the best hour of my week.", &[]),
            ("Write to jo.bloggs@example.org, she said.", &[("jo.bloggs@example.org", Email)]),
            ("Meet @ 3.30 in the hall", &[]),
            ("me@home is quiet", &[]),
            ("<a.b+c@mail.example.co.uk>", &[("a.b+c@mail.example.co.uk", Email)]),
            ("Ring 01632 960001 after six", &[("01632 960001", Telephone)]),
            ("07700 900123 or 07700900456.", &[("07700 900123", Telephone), ("07700900456", Telephone)]),
            ("+44 7700 900 123", &[("+44 7700 900 123", Telephone)]),
            ("+44 (0)20 7946 0018", &[("+44 (0)20 7946 0018", Telephone)]),
            ("0044 20 7946 0018", &[("0044 20 7946 0018", Telephone)]),
            ("020-7946-0018", &[("020-7946-0018", Telephone)]),
            ("On 01 02 2027 at 10 00", &[]),
            ("2026-11-24 and 24/11/2026", &[]),
            ("It costs 12345678901 pounds", &[]),
            ("0.01632960001", &[]),
            ("From 0161 to 0113", &[]),
            ("She lives in SW1A 1AA now", &[("SW1A 1AA", Postcode)]),
            ("m1 1ae", &[("m1 1ae", Postcode)]),
            ("EC1A1BB", &[("EC1A1BB", Postcode)]),
            ("AC-4 at 3pm, room B2 3pm", &[]),
            ("B2 1st floor", &[]),
            ("Ward 7 flat 2", &[]),
            ("ŵ1 ŷ22", &[]),
        ];
        for (text, expected) in table {
            let found = personal_data(text);
            let found: Vec<_> = found.iter().map(|one| (one.text.as_str(), one.looks_like)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_looked_at_and_what_is_found_stands_in_it(text in "\\PC{0,80}") {
            for one in personal_data(&text) {
                proptest::prop_assert!(text.split_whitespace().collect::<Vec<_>>().join(" ").contains(one.text.split_whitespace().next().unwrap_or_default()));
            }
        }
    }
}
