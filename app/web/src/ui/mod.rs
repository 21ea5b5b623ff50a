//! Parts of pages that know no noun.
pub mod icon;
pub mod timescale;
pub mod words;
