use chrono::{DateTime, Utc};
use std::sync::atomic::{AtomicU32, Ordering};
use uuid::{Builder, Uuid};

/// From the operating system.
pub(super) fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("every system we run on has a source of randomness");
    bytes
}

/// An id that tells nothing.
pub(crate) fn id() -> Uuid {
    Builder::from_random_bytes(bytes()).into_uuid()
}

/// An id that sorts by time, and within a millisecond of this process by turn.
pub(super) fn id_at(now: DateTime<Utc>) -> Uuid {
    static TURN: AtomicU32 = AtomicU32::new(0);
    let turn = TURN.fetch_add(1, Ordering::Relaxed);
    let mut rest = bytes();
    // Twelve bits and fourteen: the version takes the first four, and the variant the two between.
    rest[..4].copy_from_slice(&((turn >> 14 & 0xfff) << 16 | turn & 0x3fff).to_be_bytes());
    id_of(now, &rest)
}

/// The same id for the same millisecond and rest.
pub(super) fn id_of(now: DateTime<Utc>, rest: &[u8; 10]) -> Uuid {
    let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0);
    Builder::from_unix_timestamp_millis(millis, rest).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_one_moment_sort_by_turn_and_those_of_two_by_time() {
        let now = DateTime::UNIX_EPOCH;
        let later = now + chrono::TimeDelta::milliseconds(1);
        let early: Vec<Uuid> = (0..40_000).map(|_| id_at(now)).collect();
        assert!(early.is_sorted());
        assert!(id_of(later, &[0; 10]) > early[39_999]);
    }
}
