//! A value of any form, made up from what its `Deserialize` asks for: each field filled, one element in each list,
//! and from each closed list the key whose turn it is.
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error as _, Expected, MapAccess, SeqAccess, VariantAccess, Visitor,
    value::BorrowedStrDeserializer,
};
use serde_json::{Error, Value, json};
use std::cell::Cell;

/// What a `tag = "…"` in the code hides from the reader of a form: its values, by the words in which it asks.
fn tagged(expected: &str) -> Option<Vec<Value>> {
    let day = "2026-11-24";
    let values = match expected.rsplit(' ').next()? {
        "RiskState" => json!([
            { "is": "open" },
            { "is": "closed", "on": day, "reason": "Reason" },
            { "is": "happened", "on": day, "what": "What", "issue": uuid(0) },
            { "is": "accepted", "by": uuid(0), "body": "Body", "reason": "Reason", "on": day, "until": day },
        ]),
        "ChallengeAnswer" => json!([
            { "is": "unanswered" },
            { "is": "changed" },
            { "is": "explained", "reason": "Reason" },
        ]),
        _ => return None,
    };
    values.as_array().cloned()
}

fn uuid(turn: usize) -> String {
    uuid::Uuid::from_u128(turn as u128 + 1).to_string()
}

#[derive(Clone, Copy)]
pub struct MadeUp<'a> {
    turn: usize,
    /// The field that it fills.
    about: &'static str,
    /// How many turns show every key of every list that was asked for.
    turns: &'a Cell<usize>,
}

impl<'a> MadeUp<'a> {
    pub fn new(turn: usize, turns: &'a Cell<usize>) -> Self {
        Self { turn, about: "text", turns }
    }

    fn choose<T: Clone>(&self, values: &[T]) -> Option<T> {
        self.turns.set(self.turns.get().max(values.len()));
        values.get(self.turn % values.len().max(1)).cloned()
    }

    fn text(&self, expected: &str) -> String {
        match expected {
            _ if expected.contains("UUID") => uuid(self.turn),
            _ if expected.contains("date and time") => "2026-11-24T09:00:00Z".into(),
            _ if expected.contains("date") => "2026-11-24".into(),
            // A capital tells text from the keys of closed lists.
            _ => format!("{}{}", self.about[..1].to_uppercase(), self.about[1..].replace('_', " ")),
        }
    }
}

fn expected<'de>(visitor: &impl Visitor<'de>) -> String {
    (visitor as &dyn Expected).to_string()
}

macro_rules! numbers {
    ($($ask:ident $give:ident $value:literal),*) => {$(
        fn $ask<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.$give($value)
        }
    )*};
}

impl<'de> Deserializer<'de> for MadeUp<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let asked = expected(&visitor);
        let value = tagged(&asked).and_then(|values| self.choose(&values));
        let cannot = || Error::custom(format!("no value can be made up for {asked}: add some to golden/made_up.rs"));
        value.ok_or_else(cannot)?.deserialize_any(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.turns.set(self.turns.get().max(2));
        visitor.visit_bool(self.turn.is_multiple_of(2))
    }

    numbers! {
        deserialize_u8 visit_u8 7, deserialize_u16 visit_u16 7, deserialize_u32 visit_u32 7, deserialize_u64 visit_u64 7,
        deserialize_i8 visit_i8 7, deserialize_i16 visit_i16 7, deserialize_i32 visit_i32 7, deserialize_i64 visit_i64 7,
        deserialize_f32 visit_f32 2.5, deserialize_f64 visit_f64 2.5
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let text = self.text(&expected(&visitor));
        visitor.visit_string(text)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(Elements { each: self, left: 1 })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, left: usize, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(Elements { each: self, left })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_map(Fields { whole: self, left: fields })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_map(Fields { whole: self, left: &["key"] })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        keys: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let key = self.choose(keys).ok_or_else(|| Error::custom(format!("{name} has no key")))?;
        visitor.visit_enum(Key { key, held: self })
    }

    serde::forward_to_deserialize_any! { char bytes byte_buf unit unit_struct tuple_struct identifier ignored_any }
}

struct Elements<'a> {
    each: MadeUp<'a>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Elements<'_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        seed.deserialize(self.each).map(Some)
    }
}

struct Fields<'a> {
    whole: MadeUp<'a>,
    left: &'static [&'static str],
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some((field, left)) = self.left.split_first() else { return Ok(None) };
        self.left = left;
        self.whole.about = field;
        seed.deserialize(BorrowedStrDeserializer::new(field)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(self.whole)
    }
}

struct Key<'a> {
    key: &'static str,
    held: MadeUp<'a>,
}

impl<'de, 'a> EnumAccess<'de> for Key<'a> {
    type Error = Error;
    type Variant = MadeUp<'a>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, MadeUp<'a>), Error> {
        Ok((seed.deserialize(BorrowedStrDeserializer::new(self.key))?, self.held))
    }
}

impl<'de> VariantAccess<'de> for MadeUp<'_> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, left: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_tuple(left, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, left: &'static [&'static str], visitor: V) -> Result<V::Value, Error> {
        visitor.visit_map(Fields { whole: self, left })
    }
}
