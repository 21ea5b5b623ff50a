//! Reading answers: each becomes a value, or a problem beside its question.
use super::{Field, Sheet};
use chrono::NaiveDate;
use domain::{Rule, is_plausible};
use std::{ops::RangeInclusive, str::FromStr};

impl Sheet {
    /// The value, if it can be used; otherwise the problem is noted.
    pub fn read<T: FromStr<Err = Rule>>(&mut self, field: Field) -> Option<T> {
        self.ask(field);
        match self.typed(field).trim() {
            _ if self.is_reopened() => None,
            "" => self.wrong(field, Rule::Missing),
            text => match text.parse() {
                Ok(value) => Some(value),
                Err(rule) => self.wrong(field, rule),
            },
        }
    }

    /// As `read`, for an answer that may be left out.
    pub fn read_any<T: FromStr<Err = Rule>>(&mut self, field: Field) -> Option<Option<T>> {
        self.ask(field);
        if self.is_left_out(field) { Some(None) } else { self.read(field).map(Some) }
    }

    /// Each of several answers; blank ones are left out.
    pub fn read_all<T: FromStr<Err = Rule>>(&mut self, field: Field) -> Option<Vec<T>> {
        self.ask(field);
        let parsed: Result<_, Rule> = self.all(field).filter(|text| !text.trim().is_empty()).map(str::parse).collect();
        match parsed {
            _ if self.is_reopened() => None,
            Ok(values) => Some(values),
            Err(rule) => self.wrong(field, rule),
        }
    }

    pub fn read_day(&mut self, field: Field) -> Option<NaiveDate> {
        self.ask(field);
        match self.typed(field).trim() {
            _ if self.is_reopened() => None,
            "" => self.wrong(field, Rule::Missing),
            text => match text.parse::<NaiveDate>() {
                Ok(day) if is_plausible(day) => Some(day),
                _ => self.wrong(field, Rule::NotADate),
            },
        }
    }

    pub fn read_any_day(&mut self, field: Field) -> Option<Option<NaiveDate>> {
        self.ask(field);
        if self.is_left_out(field) { Some(None) } else { self.read_day(field).map(Some) }
    }

    /// A box that is ticked or not: never a problem.
    pub fn read_flag(&mut self, field: Field) -> Option<bool> {
        self.ask(field);
        (!self.is_reopened()).then(|| !self.typed(field).is_empty())
    }

    /// A whole number in a range.
    pub fn read_whole<T: TryFrom<i64>>(&mut self, field: Field, range: RangeInclusive<i64>) -> Option<T> {
        self.ask(field);
        let text = self.typed(field).trim().replace(',', "");
        if self.is_reopened() {
            return None;
        }
        if text.is_empty() {
            return self.wrong(field, Rule::Missing);
        }
        let number = text.parse::<i64>().ok().filter(|number| range.contains(number));
        match number.and_then(|number| T::try_from(number).ok()) {
            Some(number) => Some(number),
            None => self.wrong(field, Rule::OutOfRange(*range.start(), *range.end())),
        }
    }

    pub fn read_any_whole<T: TryFrom<i64>>(&mut self, field: Field, range: RangeInclusive<i64>) -> Option<Option<T>> {
        self.ask(field);
        if self.is_left_out(field) { Some(None) } else { self.read_whole(field, range).map(Some) }
    }

    fn is_left_out(&self, field: Field) -> bool {
        !self.is_reopened() && self.typed(field).trim().is_empty()
    }

    /// An answer of several fields, read by a function of its own.
    pub fn read_by<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        read(self)
    }
}

/// Reads a whole input: every field is looked at, so that all problems are told at once.
/// A field may be `any` (may be left out), `day`, `flag`, `all` (several answers), `whole(from..=to)`, `by` a function
/// or `given` (read already).
macro_rules! read {
    ($sheet:expr, $input:ident { $($rest:tt)* }) => {
        $crate::form::read!(@ $sheet, $input, [] $($rest)*)
    };
    (@ $sheet:expr, $input:ident, [$($name:ident)*]) => {
        (|| Some($input { $($name: $name?),* }))()
    };
    (@ $sheet:expr, $input:ident, [$($done:ident)*] $name:ident: by $read:path $(, $($rest:tt)*)?) => {{
        let $name = $sheet.read_by($read);
        $crate::form::read!(@ $sheet, $input, [$($done)* $name] $($($rest)*)?)
    }};
    (@ $sheet:expr, $input:ident, [$($done:ident)*] $name:ident: any day $field:expr $(, $($rest:tt)*)?) => {{
        let $name = $sheet.read_any_day($field);
        $crate::form::read!(@ $sheet, $input, [$($done)* $name] $($($rest)*)?)
    }};
    (@ $sheet:expr, $input:ident, [$($done:ident)*] $name:ident: any whole($range:expr) $field:expr $(, $($rest:tt)*)?) => {{
        let $name = $sheet.read_any_whole($field, $range);
        $crate::form::read!(@ $sheet, $input, [$($done)* $name] $($($rest)*)?)
    }};
    (@ $sheet:expr, $input:ident, [$($done:ident)*] $name:ident: any $field:expr $(, $($rest:tt)*)?) => {{
        let $name = $sheet.read_any($field);
        $crate::form::read!(@ $sheet, $input, [$($done)* $name] $($($rest)*)?)
    }};
    (@ $sheet:expr, $input:ident, [$($done:ident)*] $name:ident: day $field:expr $(, $($rest:tt)*)?) => {{
        let $name = $sheet.read_day($field);
        $crate::form::read!(@ $sheet, $input, [$($done)* $name] $($($rest)*)?)
    }};
    (@ $sheet:expr, $input:ident, [$($done:ident)*] $name:ident: flag $field:expr $(, $($rest:tt)*)?) => {{
        let $name = $sheet.read_flag($field);
        $crate::form::read!(@ $sheet, $input, [$($done)* $name] $($($rest)*)?)
    }};
    (@ $sheet:expr, $input:ident, [$($done:ident)*] $name:ident: all $field:expr $(, $($rest:tt)*)?) => {{
        let $name = $sheet.read_all($field);
        $crate::form::read!(@ $sheet, $input, [$($done)* $name] $($($rest)*)?)
    }};
    (@ $sheet:expr, $input:ident, [$($done:ident)*] $name:ident: whole($range:expr) $field:expr $(, $($rest:tt)*)?) => {{
        let $name = $sheet.read_whole($field, $range);
        $crate::form::read!(@ $sheet, $input, [$($done)* $name] $($($rest)*)?)
    }};
    (@ $sheet:expr, $input:ident, [$($done:ident)*] $name:ident: given $value:expr $(, $($rest:tt)*)?) => {{
        let $name = $value;
        $crate::form::read!(@ $sheet, $input, [$($done)* $name] $($($rest)*)?)
    }};
    (@ $sheet:expr, $input:ident, [$($done:ident)*] $name:ident: $field:expr $(, $($rest:tt)*)?) => {{
        let $name = $sheet.read($field);
        $crate::form::read!(@ $sheet, $input, [$($done)* $name] $($($rest)*)?)
    }};
}
pub(crate) use read;
