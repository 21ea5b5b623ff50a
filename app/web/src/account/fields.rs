//! Answers that only forms about people ask for.
use crate::form::{Field, Sheet};
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use domain::{Email, EmailProblem, NewPassword, PasswordProblem, Rule};

pub fn read_email(sheet: &mut Sheet, field: Field) -> Option<Email> {
    match sheet.typed(field).parse() {
        Ok(email) => Some(email),
        Err(EmailProblem::Missing) => sheet.wrong(field, Rule::Missing),
        Err(EmailProblem::TooLong) => sheet.wrong(field, Rule::TooLong(254)),
        Err(EmailProblem::NotAnAddress) => sheet.wrong(field, Rule::NotAnEmail),
    }
}

/// A password to be set, typed twice.
pub fn read_new_password(
    sheet: &mut Sheet,
    [field, again]: [Field; 2],
    email: &Email,
    organisations: &[&str],
) -> Option<NewPassword> {
    let typed = sheet.typed(field).to_owned();
    if typed.is_empty() {
        return sheet.wrong(field, Rule::Missing);
    }
    if typed != sheet.typed(again) {
        return sheet.wrong(again, Rule::Differs);
    }
    match NewPassword::new(&typed, email, organisations) {
        Ok(password) => Some(password),
        Err(problem) => sheet.wrong(field, rule(problem)),
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

/// An answer that no browser or machine on the way keeps.
pub fn unkept(answer: impl IntoResponse) -> Response {
    let mut response = answer.into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
