//! Closed lists that people choose from.

/// An enumeration whose values have a key (kept, sent by forms, in addresses) and a label (read).
macro_rules! choices {
    ($($(#[$about:meta])* $name:ident { $($(#[$note:meta])* $value:ident $key:literal $label:literal),* $(,)? })*) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$note])* #[serde(rename = $key)] $value),* }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$value),*];

            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$value => $key),* }
            }

            #[must_use]
            pub const fn label(self) -> &'static str {
                match self { $(Self::$value => $label),* }
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::Rule;
            fn from_str(text: &str) -> Result<Self, crate::Rule> {
                Self::ALL.iter().copied().find(|one| one.key() == text).ok_or(crate::Rule::Choose)
            }
        }
    )*};
}
pub(crate) use choices;
