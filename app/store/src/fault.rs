//! Makes one statement fail, for the tests of "all or nothing". Without the feature `faults` it does nothing.

/// Which statement of this thread fails: the first is 0. Beginning and ending a transaction count.
#[cfg(feature = "faults")]
pub mod faults {
    use std::cell::Cell;

    thread_local! {
        static LEFT: Cell<Option<u32>> = const { Cell::new(None) };
        static LOST: Cell<bool> = const { Cell::new(false) };
    }

    /// The n-th statement from now fails before it is sent, and none after it.
    pub fn strike_at(statement: u32) {
        LEFT.set(Some(statement));
    }

    /// The next commit is done, and its answer is lost.
    pub fn lose_the_next_commit() {
        LOST.set(true);
    }

    /// Ends it; whether a statement was struck.
    pub fn ended() -> bool {
        LOST.set(false);
        LEFT.take().is_none()
    }

    pub(super) fn is_hit() -> bool {
        match LEFT.get() {
            Some(0) => {
                LEFT.set(None);
                true
            }
            left => {
                LEFT.set(left.map(|left| left - 1));
                false
            }
        }
    }

    pub(super) fn is_lost() -> bool {
        LOST.replace(false)
    }
}

/// Before each statement.
#[cfg(feature = "faults")]
pub(crate) fn strike() -> sqlx::Result<()> {
    if faults::is_hit() { Err(struck()) } else { Ok(()) }
}

/// After each commit.
#[cfg(feature = "faults")]
pub(crate) fn lose() -> sqlx::Result<()> {
    if faults::is_lost() { Err(struck()) } else { Ok(()) }
}

#[cfg(feature = "faults")]
fn struck() -> sqlx::Error {
    std::io::Error::other("struck by a test").into()
}

#[cfg(not(feature = "faults"))]
#[expect(clippy::unnecessary_wraps, reason = "it may fail with the feature")]
pub(crate) const fn strike() -> sqlx::Result<()> {
    Ok(())
}

#[cfg(not(feature = "faults"))]
#[expect(clippy::unnecessary_wraps, reason = "it may fail with the feature")]
pub(crate) const fn lose() -> sqlx::Result<()> {
    Ok(())
}
