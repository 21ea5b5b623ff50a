//! Whether more has been started than there is time for.
use crate::{Act, Decision, HalfDays, Organisation, Problem, Refusal, Rule, Seen, Version};
use chrono::NaiveDate;

/// What was promised in the latest month over all innovations in an active stage, against what there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capacity {
    pub month: NaiveDate,
    pub promised: HalfDays,
    /// As the organisation entered it.
    pub capacity: HalfDays,
}

impl Capacity {
    /// A tenth more than there is.
    #[must_use]
    pub fn is_over(self) -> bool {
        u64::from(self.promised.0) * 10 > u64::from(self.capacity.0) * 11
    }
}

impl Seen<'_> {
    /// None where the organisation has entered no figure, or nothing is recorded of the last sixty days.
    #[must_use]
    pub fn capacity(self, today: NaiveDate) -> Option<Capacity> {
        let capacity = HalfDays::days(self.organisation().capacity_days?);
        let (month, rows) = self.latest_time(today)?;
        Some(Capacity { month, promised: rows.iter().map(|one| one.days_promised).sum(), capacity })
    }

    /// Days a month that the organisation has for all its innovations together; none takes the figure back.
    ///
    /// # Errors
    /// `Invalid` for no day at all, or more than a hundred thousand.
    pub fn settle_capacity(self, capacity_days: Option<u32>, seen: Version) -> Result<Decision, Refusal> {
        self.must(Act::ManagePeople, None)?;
        let before = self.organisation();
        Refusal::unless_seen(seen, before)?;
        let outside = capacity_days.filter(|days| !(1..=100_000).contains(days));
        let problem = outside.map(|_| Problem::new("capacity_days", Rule::OutOfRange(1, 100_000)));
        Refusal::unless_sound(problem.into_iter().collect())?;
        Ok(Decision::change(before, Organisation { capacity_days, ..(**before).clone() }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    #[test]
    fn more_is_started_than_there_is_time_for_from_a_tenth_more_on() {
        let before = applied(&portfolio(), Decision::add(time_given()));
        assert_eq!(as_person(&before, MANAGER, |seen| seen.capacity(today())), None, "no figure entered");
        let over = |days| {
            let settled = after(&before, ADMINISTRATOR, |seen| seen.settle_capacity(Some(days), Version::FIRST));
            as_person(&settled, MANAGER, |seen| seen.capacity(today())).map(Capacity::is_over)
        };
        // Eight days are promised.
        assert_eq!((over(7), over(8)), (Some(true), Some(false)));
        let just = Capacity { month: today(), promised: HalfDays::days(11), capacity: HalfDays::days(10) };
        assert!(!just.is_over() && Capacity { promised: HalfDays(23), ..just }.is_over());
        let refused = as_person(&before, MANAGER, |seen| seen.settle_capacity(Some(8), Version::FIRST));
        assert_eq!(refused, Err(Refusal::NotAllowed(Act::ManagePeople)));
        let nought = as_person(&before, ADMINISTRATOR, |seen| seen.settle_capacity(Some(0), Version::FIRST));
        assert_eq!(nought, Err(Refusal::invalid("capacity_days", Rule::OutOfRange(1, 100_000))));
    }
}
