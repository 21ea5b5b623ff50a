//! Which groups come first.
use super::Stake;

impl Stake {
    /// From power, interest and impact alone: 7 or more of power and impact together, or much power and much interest.
    #[must_use]
    pub const fn is_priority_by_rule(&self) -> bool {
        self.power + self.impact >= 7 || self.power >= 4 && self.interest >= 4
    }

    /// By the rule, or because somebody said so.
    #[must_use]
    pub const fn is_priority(&self) -> bool {
        self.is_priority_by_rule() || self.priority_anyway
    }

    /// Much at stake and little power: the rule passes over it, so people are asked.
    #[must_use]
    pub const fn may_fall_out(&self) -> bool {
        !self.is_priority_by_rule() && self.impact >= 4
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    #[test]
    fn en_1_to_4_power_and_what_is_at_stake_come_first() {
        for (power, interest, impact, priority) in
            [(2, 5, 5, true), (4, 4, 2, true), (5, 3, 1, false), (1, 5, 5, false)]
        {
            let one = Stake { power, interest, impact, ..stake() };
            assert_eq!(one.is_priority(), priority, "{power} {interest} {impact}");
            let said = Stake { priority_anyway: true, ..one };
            assert!(said.is_priority());
        }
    }

    #[test]
    fn en_4_people_with_little_power_and_much_at_stake_are_asked_about() {
        assert!(Stake { power: 1, interest: 5, impact: 5, ..stake() }.may_fall_out());
        assert!(!Stake { power: 5, interest: 3, impact: 1, ..stake() }.may_fall_out());
        assert!(!Stake { power: 2, interest: 5, impact: 5, ..stake() }.may_fall_out());
    }
}
