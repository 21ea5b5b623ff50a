use super::{
    Email,
    predictable::{holds, is_predictable},
};
use std::fmt;

/// A password that may be set. Kept as typed: spaces count, nothing is trimmed.
#[derive(Clone)]
pub struct NewPassword(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordProblem {
    /// Fewer than `NewPassword::SHORTEST` characters.
    TooShort,
    /// More than `NewPassword::LONGEST` characters.
    TooLong,
    /// Made of what many people use: a well-known word or two, counting, a walk over the keyboard, repetition.
    Common,
    /// Holds the product's or an organisation's name.
    NamesOrganisation,
    /// Holds the name in the person's e-mail address.
    NamesPerson,
}

const PRODUCT: &str = "foothold";

/// Shorter names turn up by chance.
const SHORTEST_NAME: usize = 4;

/// Words in the names of councils that point to none of them.
const GENERIC: [&str; 15] = [
    "and",
    "authority",
    "borough",
    "city",
    "combined",
    "council",
    "county",
    "district",
    "london",
    "metropolitan",
    "partnership",
    "royal",
    "the",
    "unitary",
    "with",
];

impl NewPassword {
    pub const SHORTEST: usize = 12;
    pub const LONGEST: usize = 128;

    /// Checks what was typed for the owner of `email`, who belongs to `organisations` by name.
    pub fn new(typed: &str, email: &Email, organisations: &[&str]) -> Result<Self, PasswordProblem> {
        let length = typed.chars().count();
        if length < Self::SHORTEST {
            return Err(PasswordProblem::TooShort);
        }
        if length > Self::LONGEST {
            return Err(PasswordProblem::TooLong);
        }
        let letters: Vec<char> = typed.to_lowercase().chars().collect();
        let any = |names: Vec<String>| names.iter().any(|name| holds(&letters, name));
        if any(organisation_names(organisations)) {
            return Err(PasswordProblem::NamesOrganisation);
        }
        if any(words(email.local_part())) {
            return Err(PasswordProblem::NamesPerson);
        }
        if is_predictable(&letters) {
            return Err(PasswordProblem::Common);
        }
        Ok(Self(typed.into()))
    }

    /// The password itself, to be hashed and never written down.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for NewPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewPassword(..)")
    }
}

fn organisation_names(organisations: &[&str]) -> Vec<String> {
    let telling = |word: &String| !GENERIC.contains(&word.as_str());
    let mut names = vec![PRODUCT.to_owned()];
    for name in organisations {
        names.extend(words(name).into_iter().filter(telling));
    }
    names
}

fn words(name: &str) -> Vec<String> {
    name.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= SHORTEST_NAME)
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str) -> Result<(), PasswordProblem> {
        let email = "ada.okafor@northshire.gov.uk".parse().unwrap();
        NewPassword::new(typed, &email, &["Northshire County Council", "Bath"]).map(drop)
    }

    #[test]
    fn lengths_are_counted_in_characters_and_both_ends_are_allowed() {
        let of = |length: usize| -> String { "ŵkzqpjvyßd".chars().cycle().take(length).collect() };
        let odd = |length: usize| format!("{}?", of(length - 1).replace("dŵ", "xé"));
        assert_eq!(check(&odd(11)), Err(PasswordProblem::TooShort));
        assert_eq!(check(&odd(12)), Ok(()));
        assert_eq!(check(&odd(128)), Ok(()));
        assert_eq!(check(&odd(129)), Err(PasswordProblem::TooLong));
    }

    #[test]
    fn names_are_refused_however_they_are_dressed() {
        use PasswordProblem::*;
        let table = [
            ("mill-pond-Northshire", NamesOrganisation),
            ("mill-pond-n0rth5h1re", NamesOrganisation),
            ("xkq-FOOTHOLD-vzpw", NamesOrganisation),
            ("xkqz-bath-vzpwjd", NamesOrganisation),
            ("xkqz-0kaf0r-vzpw", NamesPerson),
        ];
        for (typed, problem) in table {
            assert_eq!(check(typed), Err(problem), "{typed}");
        }
        assert_eq!(check("turnip county lorry"), Ok(()));
        assert_eq!(check("adaptable turnip lorry"), Ok(()));
    }

    #[test]
    fn a_password_is_not_shown_by_debug() {
        let email = "ada@a.uk".parse().unwrap();
        let password = NewPassword::new("turnip lorry cabinet", &email, &[]).unwrap();
        assert_eq!(format!("{password:?}"), "NewPassword(..)");
    }
}
