//! Answers that only forms about people ask for.
use crate::{
    form::{Field, Sheet},
    http::Caller,
};
use domain::{Email, EmailProblem, NewPassword, PasswordProblem, Rule};
use leptos::prelude::*;
use uuid::Uuid;

pub const PASSWORD: Field = Field::new("password", "New password")
    .hint("12 characters or more. Three words that have nothing to do with each other are easy to keep in mind");
pub const AGAIN: Field = Field::new("again", "The same password again");

pub fn read_email(sheet: &mut Sheet, field: Field) -> Option<Email> {
    match sheet.typed(field).parse() {
        Ok(email) => Some(email),
        Err(EmailProblem::Missing) => sheet.wrong(field, Rule::Missing),
        Err(EmailProblem::TooLong) => sheet.wrong(field, Rule::TooLong(254)),
        Err(EmailProblem::NotAnAddress) => sheet.wrong(field, Rule::NotAnEmail),
    }
}

/// A password to be set, typed twice. Passwords are looked at as typed: spaces count.
pub fn read_new_password(sheet: &mut Sheet, email: &Email, organisations: &[&str]) -> Option<NewPassword> {
    let typed = sheet.typed(PASSWORD).to_owned();
    if typed.is_empty() {
        return sheet.wrong(PASSWORD, Rule::Missing);
    }
    match NewPassword::new(&typed, email, organisations) {
        Err(problem) => sheet.wrong(PASSWORD, rule(problem)),
        Ok(_) if typed != sheet.typed(AGAIN) => sheet.wrong(AGAIN, Rule::Differs),
        Ok(password) => Some(password),
    }
}

const fn rule(problem: PasswordProblem) -> Rule {
    match problem {
        PasswordProblem::TooShort => Rule::TooShort(NewPassword::SHORTEST),
        PasswordProblem::TooLong => Rule::TooLong(NewPassword::LONGEST),
        PasswordProblem::Common => Rule::Predictable,
        PasswordProblem::NamesOrganisation => Rule::NamesOrganisation,
        PasswordProblem::NamesPerson => Rule::NamesPerson,
    }
}

/// Both questions about a new password.
pub fn new_password(sheet: &Sheet) -> impl IntoView + use<> {
    view! {
        {sheet.filled_in(PASSWORD, "password", "new-password")}
        {sheet.filled_in(AGAIN, "password", "new-password")}
    }
}

/// The id of one of several records that one form adds: the same form names the same ones again.
pub fn nth_id(submission: Uuid, number: u128) -> Uuid {
    Uuid::from_u128(submission.as_u128() ^ number)
}

/// As the log keeps it.
pub fn address_of(caller: &Caller) -> String {
    caller.address.to_canonical().to_string()
}
