//! From which state a place may move to which.
use super::SiteState;
use SiteState::{Agreed, Declined, Embedded, Engaged, Identified, Live, NotEligible, Paused, Preparing, Reverted};

impl SiteState {
    /// The table of moves. A paused place goes back to where it was, or leaves: declined if it never went live,
    /// reverted if it did.
    #[must_use]
    pub fn may_move_to(self, paused_in: Option<Self>, was_live: bool) -> Vec<Self> {
        match self {
            Identified => vec![Engaged, Agreed, Preparing, Live, Declined, NotEligible, Paused],
            Engaged => vec![Agreed, Preparing, Live, Declined, NotEligible, Paused],
            Agreed => vec![Preparing, Live, Declined, NotEligible, Paused],
            Preparing => vec![Agreed, Live, Declined, NotEligible, Paused],
            Live => vec![Preparing, Embedded, Reverted, Paused],
            Embedded => vec![Live, Reverted],
            Declined => vec![Engaged],
            NotEligible => vec![Identified],
            Paused => paused_in.into_iter().chain([if was_live { Reverted } else { Declined }]).collect(),
            Reverted => vec![Preparing],
        }
    }

    /// Using it, or used to it.
    #[must_use]
    pub const fn is_adopted(self) -> bool {
        matches!(self, Self::Live | Self::Embedded)
    }

    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Declined | Self::NotEligible | Self::Reverted)
    }

    /// Whether a move from here to there is a step to the right, from identified to embedded.
    #[must_use]
    pub fn advances_to(self, to: Self) -> bool {
        self < to && to <= Self::Embedded
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_moves_is_that_of_the_reference() {
        for (from, to) in [
            (Identified, &[Engaged, Agreed, Preparing, Live, Declined, NotEligible, Paused][..]),
            (Engaged, &[Agreed, Preparing, Live, Declined, NotEligible, Paused]),
            (Agreed, &[Preparing, Live, Declined, NotEligible, Paused]),
            (Preparing, &[Agreed, Live, Declined, NotEligible, Paused]),
            (Live, &[Preparing, Embedded, Reverted, Paused]),
            (Embedded, &[Live, Reverted]),
            (Declined, &[Engaged]),
            (NotEligible, &[Identified]),
            (Reverted, &[Preparing]),
        ] {
            for was_live in [false, true] {
                assert_eq!(from.may_move_to(None, was_live), to, "{from:?}");
            }
        }
        assert_eq!(Paused.may_move_to(Some(Agreed), false), [Agreed, Declined]);
        assert_eq!(Paused.may_move_to(Some(Live), true), [Live, Reverted]);
    }

    #[test]
    fn an_advance_is_a_step_to_the_right() {
        for (from, to, advances) in [
            (Identified, Engaged, true),
            (Preparing, Live, true),
            (Live, Embedded, true),
            (Embedded, Live, false),
            (Live, Preparing, false),
            (Agreed, Declined, false),
            (Declined, Engaged, false),
            (Paused, Live, false),
            (Reverted, Preparing, false),
        ] {
            assert_eq!(from.advances_to(to), advances, "{from:?} to {to:?}");
        }
    }
}
