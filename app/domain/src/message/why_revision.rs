//! The wordings that the why of an innovation has had, read from its history.
use crate::{Change, PersonId, Record, Version, Why, london_day};
use chrono::NaiveDate;

/// One wording of the why.
#[derive(Clone, Debug, PartialEq)]
pub struct WhyRevision {
    /// Counts from 1: the first thing that was ever said.
    pub number: u32,
    /// The version of the innovation that brought it.
    pub version: Version,
    pub on: NaiveDate,
    pub by: PersonId,
    pub why: Why,
}

/// Newest first, from the changes of one innovation in any order; what was said before anything was said is none.
#[must_use]
pub fn why_revisions(changes: &[Change]) -> Vec<WhyRevision> {
    let mut versions: Vec<_> = changes
        .iter()
        .filter_map(|change| match &change.edit.after {
            Record::Innovation(one) => Some((change, one)),
            _ => None,
        })
        .collect();
    versions.sort_by_key(|(_, one)| one.entry.version);
    let mut revisions: Vec<WhyRevision> = vec![];
    for (change, one) in versions {
        let same = match revisions.last() {
            Some(last) => last.why.parts() == one.why.parts(),
            None => one.why.words() == 0,
        };
        if !same {
            let number = u32::try_from(revisions.len()).unwrap_or(u32::MAX).saturating_add(1);
            let (version, on) = (one.entry.version, london_day(change.at));
            revisions.push(WhyRevision { number, version, on, by: change.by, why: one.why.clone() });
        }
    }
    revisions.reverse();
    revisions
}

/// Which of them a version of the innovation had.
#[must_use]
pub fn carried(revisions: &[WhyRevision], version: Version) -> Option<&WhyRevision> {
    revisions.iter().find(|one| one.version <= version)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{InnovationInput, Portfolio, testing::*};
    use chrono::{DateTime, Utc};

    /// The changes of a story in which each step gives the problem a text, or only another title.
    fn story(problems: &[Option<&str>]) -> Vec<Change> {
        let mut portfolio: Portfolio = portfolio();
        let mut changes = vec![];
        let at: DateTime<Utc> = "2026-11-24T09:00:00Z".parse().expect("an instant");
        for (number, problem) in problems.iter().enumerate() {
            let decision = as_person(&portfolio, LEAD, |seen| {
                let before = seen.innovation(LAMPS).expect("there");
                let mut input = InnovationInput::of(before, today());
                input.title = text(&format!("Title {number}"));
                if let Some(problem) = problem {
                    input.why.problem = problem.parse().ok();
                }
                seen.edit_innovation(LAMPS, input, before.entry.version, today()).expect("allowed")
            });
            let step: Vec<_> = decision.changes(portfolio.sequence, at, LEAD).collect();
            for change in &step {
                portfolio.apply(change);
            }
            changes.extend(step);
        }
        changes
    }

    #[test]
    fn a_revision_is_a_version_of_the_innovation_in_which_the_why_reads_anew() {
        let changes = story(&[None, Some("One lamp in 3"), None, Some("One lamp in 4"), Some("")]);
        let found: Vec<_> = why_revisions(&changes).into_iter().map(|one| (one.number, one.version.0)).collect();
        assert_eq!(found, [(3, 6), (2, 5), (1, 3)]);
    }

    #[test]
    fn each_version_of_the_innovation_carried_the_revision_before_it() {
        let revisions = why_revisions(&story(&[None, Some("One lamp in 3"), None, Some("One lamp in 4")]));
        let number = |version| carried(&revisions, Version(version)).map(|one| one.number);
        assert_eq!([2, 3, 4, 5, 9].map(number), [None, Some(1), Some(1), Some(2), Some(2)]);
    }
}
