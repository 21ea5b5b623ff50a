use serde::{Deserialize, Serialize};

/// The language a person reads the product in, by its ISO 639-1 code where it is written down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type), sqlx(type_name = "text"))]
pub enum Language {
    #[default]
    #[serde(rename = "en")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "en"))]
    English,
    #[serde(rename = "cy")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "cy"))]
    Welsh,
}
