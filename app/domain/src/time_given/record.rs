//! Entering a month: one number for each person, the promise carried forward.
use super::{HalfDays, TimeGiven};
use crate::{
    Act, Decision, Entry, Innovation, InnovationId, MembershipId, PostKind, Problem, Refusal, Rule, Seen, TimeGivenId,
    calendar::{is_first_of_month, last_of_month},
    seen::plausible,
};
use chrono::NaiveDate;
use std::sync::Arc;
use uuid::Uuid;

/// One row of the form of a month.
#[derive(Clone, Debug)]
pub struct TimeInput {
    pub membership: MembershipId,
    /// None: as in the month before.
    pub promised: Option<HalfDays>,
    /// None: nothing is recorded of this person, or no longer.
    pub given: Option<HalfDays>,
    /// What was recorded as given when the page was read.
    pub was: Option<HalfDays>,
    /// How the form calls the two fields.
    pub promised_field: &'static str,
    pub given_field: &'static str,
}

/// What the form of a month asks of one person.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeRow {
    pub membership: MembershipId,
    /// What is recorded, else carried forward; none where nothing was ever promised.
    pub promised: Option<HalfDays>,
    pub given: Option<HalfDays>,
}

impl<'a> Seen<'a> {
    /// Every row that was changed, as one decision. `ids` is one new id, of which those of the records are made.
    pub fn record_time(
        self,
        innovation: InnovationId,
        month: NaiveDate,
        inputs: Vec<TimeInput>,
        ids: Uuid,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let about = self.innovation(innovation)?;
        self.must(Act::EditTimeGiven, Some(about))?;
        let mut problems: Vec<_> = plausible("month", month).into_iter().collect();
        if !is_first_of_month(month) {
            problems.push(Problem::new("month", Rule::NotADate));
        }
        if month > today {
            problems.push(Problem::new("month", Rule::After(today)));
        }
        let mut decision = Decision::default();
        for input in inputs {
            match self.time_changed(innovation, month, &input) {
                Ok(Some(TimeChange::Entered(before, after))) => {
                    let id = TimeGivenId(Uuid::new_v5(&ids, format!("{} {month}", after.membership).as_bytes()));
                    decision = match before {
                        Some(before) => decision.and_change(before, after),
                        None => decision.and_add(TimeGiven { id, ..after }),
                    };
                }
                Ok(Some(TimeChange::Cleared(before))) => decision = decision.and(Decision::remove(before)),
                Ok(None) => {}
                Err(problem) => problems.push(problem),
            }
        }
        Refusal::unless_sound(problems)?;
        Ok(decision)
    }

    /// What a person's month on an innovation was, where that is recorded.
    #[must_use]
    pub fn time_in(self, innovation: InnovationId, month: NaiveDate, who: MembershipId) -> Option<&'a Arc<TimeGiven>> {
        self.innovation(innovation).ok()?;
        self.portfolio.shelves.times_given.get(&(innovation, month, who))
    }

    /// What a person promised in the last month before this one of which anything is recorded.
    #[must_use]
    pub fn promised_before(self, innovation: InnovationId, month: NaiveDate, who: MembershipId) -> Option<HalfDays> {
        let before = self.times_given(innovation).rev().filter(|one| one.month < month);
        before.filter(|one| one.membership == who).map(|one| one.days_promised).next()
    }

    /// Leads, sponsors and team of a month, and whoever has a record in it: the lead first, the rest by name.
    #[must_use]
    pub fn time_rows(self, innovation: &Innovation, month: NaiveDate) -> Vec<TimeRow> {
        let last = last_of_month(month);
        let serves = |kind| {
            let posts = innovation.posts.iter().filter(move |post| post.kind == kind);
            posts.filter(move |post| post.from_on <= last && post.to_on.is_none_or(|to_on| month <= to_on))
        };
        let kinds = [PostKind::Lead, PostKind::Sponsor, PostKind::Team];
        let mut who: Vec<_> = kinds.into_iter().flat_map(serves).map(|post| post.membership).collect();
        let recorded = self.times_given(innovation.id).filter(|one| one.month == month);
        who.extend(recorded.map(|one| one.membership));
        let mut rows: Vec<TimeRow> = Vec::new();
        for membership in who {
            if rows.iter().all(|row| row.membership != membership) {
                let now = self.time_in(innovation.id, month, membership);
                let before = self.promised_before(innovation.id, month, membership);
                let promised = now.map(|one| one.days_promised).or(before);
                rows.push(TimeRow { membership, promised, given: now.map(|one| one.days_given) });
            }
        }
        rows
    }

    fn time_changed(
        self,
        innovation: InnovationId,
        month: NaiveDate,
        input: &TimeInput,
    ) -> Result<Option<TimeChange<'a>>, Problem> {
        let membership = input.membership;
        if self.membership(membership).is_none() {
            return Err(Problem::new(input.given_field, Rule::Choose));
        }
        let before = self.time_in(innovation, month, membership);
        let carried = before.map(|one| one.days_promised).or(self.promised_before(innovation, month, membership));
        let promised = input.promised.or(carried);
        if input.given == input.was && before.is_none_or(|one| Some(one.days_promised) == promised) {
            return Ok(None);
        }
        if before.map(|one| one.days_given) != input.was {
            return Err(Problem::new(input.given_field, Rule::Meanwhile));
        }
        let Some(days_given) = input.given else {
            return Ok(before.map(TimeChange::Cleared));
        };
        let days_promised = promised.ok_or(Problem::new(input.promised_field, Rule::Missing))?;
        for (field, time) in [(input.promised_field, days_promised), (input.given_field, days_given)] {
            if time > HalfDays::MOST {
                return Err(Problem::new(field, Rule::NotHalfDays));
            }
        }
        let new = || TimeGiven {
            id: TimeGivenId(Uuid::nil()),
            entry: Entry::default(),
            innovation,
            membership,
            month,
            days_promised,
            days_given,
        };
        let after = before.map_or_else(new, |one| TimeGiven { days_promised, days_given, ..(**one).clone() });
        Ok(Some(TimeChange::Entered(before, after)))
    }
}

enum TimeChange<'a> {
    Entered(Option<&'a Arc<TimeGiven>>, TimeGiven),
    Cleared(&'a Arc<TimeGiven>),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PersonId, Portfolio, testing::*};

    const IDS: Uuid = Uuid::from_u128(8);

    fn row(person: PersonId, promised: Option<&str>, given: Option<&str>, was: Option<&str>) -> TimeInput {
        TimeInput {
            membership: place(person),
            promised: promised.map(text),
            given: given.map(text),
            was: was.map(text),
            promised_field: "promised_1",
            given_field: "given_1",
        }
    }

    fn record(portfolio: &Portfolio, month: &str, rows: Vec<TimeInput>) -> Result<Decision, Refusal> {
        as_person(portfolio, LEAD, |seen| seen.record_time(LAMPS, day(month), rows, IDS, today()))
    }

    fn october() -> Portfolio {
        let rows = vec![row(LEAD, Some("8"), Some("7.5"), None), row(EXECUTIVE, Some("1"), Some("0"), None)];
        applied(&portfolio(), record(&portfolio(), "2026-10-01", rows).expect("allowed"))
    }

    #[test]
    fn a_promise_is_carried_forward_unless_changed() {
        let missing = record(&portfolio(), "2026-10-01", vec![row(LEAD, None, Some("3"), None)]);
        assert_eq!(missing, Err(Refusal::invalid("promised_1", Rule::Missing)), "nothing to carry");
        let november = vec![row(LEAD, None, Some("8"), None), row(EXECUTIVE, Some("2"), Some("2"), None)];
        let both = applied(&october(), record(&october(), "2026-11-01", november).expect("allowed"));
        as_person(&both, LEAD, |seen| {
            let rows = seen.time_rows(&innovation(), day("2026-11-01"));
            let rows: Vec<_> = rows.into_iter().map(|one| (one.promised, one.given)).collect();
            assert_eq!(rows, [(Some(text("8")), Some(text("8"))), (Some(text("2")), Some(text("2")))]);
            let next = seen.time_rows(&innovation(), day("2026-12-01"));
            assert_eq!((next[1].promised, next[1].given), (Some(text("2")), None));
        });
    }

    #[test]
    fn a_row_is_changed_cleared_and_never_written_over() {
        let before = october();
        let meanwhile = record(&before, "2026-10-01", vec![row(LEAD, None, Some("6"), None)]);
        assert_eq!(meanwhile, Err(Refusal::invalid("given_1", Rule::Meanwhile)));
        let same = record(&before, "2026-10-01", vec![row(LEAD, Some("8"), Some("7.5"), Some("7.5"))]);
        assert_eq!(same, Ok(Decision::default()));
        let rows = vec![row(LEAD, Some("6"), Some("7.5"), Some("7.5")), row(EXECUTIVE, None, None, Some("0"))];
        let changed = applied(&before, record(&before, "2026-10-01", rows).expect("allowed"));
        as_person(&changed, LEAD, |seen| {
            let found: Vec<_> = seen.times_given(LAMPS).map(|one| (one.membership, one.days_promised)).collect();
            assert_eq!(found, [(place(LEAD), text("6"))]);
        });
    }

    #[test]
    fn months_to_come_strangers_and_who_is_not_named_are_refused() {
        let refused = record(&portfolio(), "2026-12-01", vec![]);
        assert_eq!(refused, Err(Refusal::invalid("month", Rule::After(today()))));
        let stranger = record(&portfolio(), "2026-10-01", vec![row(PersonId(IDS), Some("1"), Some("1"), None)]);
        assert_eq!(stranger, Err(Refusal::invalid("given_1", Rule::Choose)));
        let refused = as_person(&portfolio(), ADMINISTRATOR, |seen| {
            seen.record_time(LAMPS, day("2026-10-01"), vec![], IDS, today())
        });
        assert_eq!(refused, Err(Refusal::NotAllowed(Act::EditTimeGiven)));
    }
}
