//! What every noun looked like in each shape that it ever had, kept as text in `app/domain/golden`, so that a database
//! of any age can be read. `cargo xtask golden` writes what is missing and changes nothing that is there.
mod made_up;

use crate::Record;
use made_up::MadeUp;
use serde_json::Value;
use std::{cell::Cell, collections::BTreeSet, fs, path::PathBuf};

const HOW: &str = "run `cargo xtask golden`, and commit what it writes";

fn file(noun: &str, shape: i32) -> PathBuf {
    PathBuf::from(format!("{}/golden/{noun}.{shape}.json", env!("CARGO_MANIFEST_DIR")))
}

/// The records of one shape as they were written then.
fn golden(noun: &str, shape: i32) -> Vec<Value> {
    let path = file(noun, shape);
    let text = fs::read_to_string(&path).unwrap_or_else(|_| panic!("{} is not there: {HOW}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn read(noun: &str, shape: i32, value: &Value) -> Record {
    let read = Record::from_json(noun, shape, &value.to_string());
    read.unwrap_or_else(|error| panic!("{noun} of shape {shape} cannot be read any more: {error:?}\n{value:#}"))
}

fn written(record: &Record) -> Value {
    serde_json::from_str(&record.to_json().expect("written")).expect("is JSON")
}

/// Records of a noun that together have every field filled and show every key of its closed lists.
fn made_up(noun: &str) -> Vec<Value> {
    let turns = Cell::new(1);
    let make = |turn| {
        let made = Record::read(noun, MadeUp::new(turn, &turns));
        written(&made.unwrap_or_else(|error| panic!("{noun}: {error}")))
    };
    let first = make(0);
    std::iter::once(first).chain((1..turns.get()).map(make)).collect()
}

/// Where something stands in a value, and the text that stands there: "posts.kind", "posts.kind=lead".
fn shown(value: &Value, at: &str, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, held)| shown(held, &format!("{at}.{name}"), into)),
        Value::Array(elements) => elements.iter().for_each(|held| shown(held, at, into)),
        Value::Null => return,
        Value::String(text) => drop(into.insert(format!("{at}={text}"))),
        Value::Bool(_) | Value::Number(_) => {}
    }
    into.insert(at.into());
}

fn shown_by<'a>(values: impl IntoIterator<Item = &'a Value>) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    values.into_iter().for_each(|value| shown(value, "", &mut all));
    all
}

/// The fields and keys in what was made up. Its own texts begin with a capital or a digit.
fn needed<'a>(values: impl IntoIterator<Item = &'a Value>) -> BTreeSet<String> {
    let is_form = |mark: &String| mark.split_once('=').is_none_or(|(_, text)| text.starts_with(char::is_lowercase));
    shown_by(values).into_iter().filter(is_form).collect()
}

/// Whether the second says everything that the first says; it may say more.
fn holds(before: &Value, after: &Value) -> bool {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            before.iter().all(|(name, held)| after.get(name).is_some_and(|after| holds(held, after)))
        }
        (Value::Array(before), Value::Array(after)) => {
            before.len() == after.len() && before.iter().zip(after).all(|(before, after)| holds(before, after))
        }
        _ => before == after,
    }
}

#[test]
fn every_noun_in_every_shape_it_ever_had_is_read() {
    for (noun, newest) in Record::NOUNS {
        for shape in 1..=*newest {
            let records = golden(noun, shape);
            assert!(!records.is_empty(), "{noun} of shape {shape}: {HOW}");
            for one in &records {
                read(noun, shape, one);
            }
        }
    }
}

#[test]
fn the_newest_shape_is_written_as_its_golden_file_says() {
    for (noun, shape) in Record::NOUNS {
        for before in golden(noun, *shape) {
            let after = written(&read(noun, *shape, &before));
            assert!(
                holds(&before, &after),
                "{noun} is written in another form than before: raise its SHAPE, write its `upcast`, and {HOW}\n\
                 before: {before:#}\nafter: {after:#}"
            );
        }
    }
}

#[test]
fn every_field_and_every_key_stands_in_a_golden_file() {
    for (noun, shape) in Record::NOUNS {
        let (golden, made) = (golden(noun, *shape), made_up(noun));
        let missing: Vec<_> = needed(&made).difference(&shown_by(&golden)).cloned().collect();
        assert!(missing.is_empty(), "{noun} of shape {shape} lacks {missing:?}: {HOW}");
    }
}

#[test]
#[ignore = "writes files: cargo xtask golden"]
fn write_what_is_missing() {
    for (noun, shape) in Record::NOUNS {
        let path = file(noun, *shape);
        let mut records = if path.exists() { golden(noun, *shape) } else { vec![] };
        let before = records.len();
        for record in made_up(noun) {
            if !needed([&record]).is_subset(&shown_by(&records)) {
                records.push(record);
            }
        }
        if records.len() > before {
            let text = serde_json::to_string_pretty(&records).expect("written");
            fs::write(&path, text + "\n").unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            println!("{} holds {} more", path.display(), records.len() - before);
        }
    }
}

#[test]
fn a_field_that_is_gone_or_has_another_name_is_noticed() {
    let before = serde_json::json!({ "title": "A", "posts": [{ "kind": "lead" }] });
    let more = serde_json::json!({ "title": "A", "posts": [{ "kind": "lead", "note": null }], "new": 1 });
    let less = serde_json::json!({ "title": "A", "posts": [{ "sort": "lead" }] });
    assert!(holds(&before, &more) && !holds(&before, &less) && !holds(&more, &before));
}
