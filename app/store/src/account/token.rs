use super::chance;
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};
use std::{fmt, str::FromStr};

/// A secret of 256 bits that a cookie or a link carries, as 43 characters of base64url. It is never stored or logged.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

/// Not the shape of a token, so nobody was ever given it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAToken;

const CHARACTERS: usize = 43;

impl Token {
    pub(super) fn random() -> Self {
        Self(BASE64_URL_SAFE_NO_PAD.encode(chance::bytes::<32>()))
    }

    /// For the cookie or the link itself.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// What is stored: finding a row by it gives away nothing by its timing, as its maker cannot steer it.
    pub(super) fn hash(&self) -> String {
        hex_of(&[self.0.as_bytes()])
    }
}

impl FromStr for Token {
    type Err = NotAToken;

    fn from_str(text: &str) -> Result<Self, NotAToken> {
        let url_safe = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
        if text.len() == CHARACTERS && text.bytes().all(url_safe) { Ok(Self(text.into())) } else { Err(NotAToken) }
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}

/// SHA-256 of the parts one after the other.
pub(super) fn digest(parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().into()
}

pub(super) fn hex_of(parts: &[&[u8]]) -> String {
    digest(parts).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_back_and_differs_from_the_next() {
        let token = Token::random();
        assert_eq!(token.expose().parse(), Ok(token.clone()));
        assert_ne!(token, Token::random());
        assert_eq!(format!("{token:?}"), "Token(..)");
    }

    #[test]
    fn other_text_is_no_token() {
        for text in ["", "short", &"a".repeat(44), &"=".repeat(43), &"é".repeat(43)] {
            assert_eq!(text.parse::<Token>(), Err(NotAToken), "{text}");
        }
    }
}
