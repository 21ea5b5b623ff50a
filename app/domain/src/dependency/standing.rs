//! Where a dependency stands on a day: the first rule that fits.
use crate::choice::choices;
use chrono::NaiveDate;

choices! {
    DependencyState {
        Met "met" "Met",
        /// The day promised has passed.
        Late "late" "Late",
        Unpromised "unpromised" "No promise yet",
        /// Promised for a day after it is needed.
        Conflict "conflict" "Promised too late",
        Fine "fine" "In time",
    }
}

impl DependencyState {
    /// `promise` is the day promised, or the forecast of the milestone that is waited for.
    #[must_use]
    pub fn of(is_met: bool, promise: Option<NaiveDate>, need_by: NaiveDate, today: NaiveDate) -> Self {
        match promise {
            _ if is_met => Self::Met,
            None => Self::Unpromised,
            Some(promise) if today > promise => Self::Late,
            Some(promise) if promise > need_by => Self::Conflict,
            Some(_) => Self::Fine,
        }
    }

    /// Whether somebody has to do something about it.
    #[must_use]
    pub fn is_worrying(self) -> bool {
        matches!(self, Self::Late | Self::Unpromised | Self::Conflict)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::day;

    #[test]
    fn mi_20_to_23_the_first_rule_that_fits_says_where_it_stands() {
        let table = [
            (Some("2026-04-10"), "2026-04-01", DependencyState::Fine),
            (Some("2026-04-25"), "2026-04-01", DependencyState::Conflict),
            (Some("2026-04-25"), "2026-04-26", DependencyState::Late),
            (None, "2026-04-01", DependencyState::Unpromised),
        ];
        for (promise, today, expected) in table {
            let found = DependencyState::of(false, promise.map(day), day("2026-04-20"), day(today));
            assert_eq!(found, expected, "{promise:?}");
        }
        let met = DependencyState::of(true, None, day("2026-04-20"), day("2026-04-26"));
        assert_eq!(met, DependencyState::Met);
    }
}
