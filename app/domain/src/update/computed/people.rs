//! People: whether somebody leads and sponsors it, and whether the time promised is given.
use super::{Confidence, Evidence, Finding, Part};
use crate::{Innovation, PostKind, Seen, days};
use chrono::NaiveDate;

/// A post that nobody holds.
struct Vacancy {
    kind: PostKind,
    days: i64,
}

impl Seen<'_> {
    pub(super) fn people_finding(self, innovation: &Innovation, today: NaiveDate) -> Finding {
        let kinds = [PostKind::Lead, PostKind::Sponsor];
        let vacancies = kinds.into_iter().filter_map(|kind| {
            let days = self.vacant_days(innovation, kind, today)?;
            Some(Vacancy { kind, days })
        });
        finding(vacancies.max_by_key(|one| one.days), self.time_figures(innovation, today).team_ratio)
    }

    /// Days since somebody last held a post; none while somebody does. A post that was never filled counts from the day
    /// on which the innovation began.
    #[must_use]
    pub fn vacant_days(self, innovation: &Innovation, kind: PostKind, today: NaiveDate) -> Option<i64> {
        if self.in_post(innovation, kind, today).is_some() {
            return None;
        }
        let served = innovation.posts.iter().filter(|post| post.kind == kind && post.from_on <= today);
        let last = served.map(|post| {
            let left = self.membership(post.membership).and_then(|place| place.to_on);
            post.to_on.into_iter().chain(left).min().unwrap_or(today)
        });
        let began = self.stage_moves(innovation.id).next().map(|first| first.on);
        Some(last.max().or(began).map_or(0, |day| days(day, today)))
    }
}

/// `given` is the time given over the time promised in the latest month that counts.
fn finding(vacancy: Option<Vacancy>, given: Option<f64>) -> Finding {
    if let Some(vacancy) = vacancy.as_ref().filter(|one| one.days > 30) {
        let reason = format!("{} vacant for {} days", vacancy.kind.label(), vacancy.days);
        return Finding::new(Part::People, Confidence::OffTrack, reason, vec![Evidence::People]);
    }
    let share = given.map(|share| format!("{:.0}% of the promised time was given", (share * 100.0).round()));
    match (given, vacancy) {
        (Some(given), _) if given < 0.80 - 1e-12 => {
            Finding::new(Part::People, Confidence::AtRisk, share.unwrap_or_default(), vec![Evidence::People])
        }
        (None, None) => Finding::unknown(Part::People, "No time given is recorded of late"),
        (_, Some(vacancy)) => {
            let reason = format!("{} vacant, for 30 days at most so far", vacancy.kind.label());
            Finding::new(Part::People, Confidence::OnTrack, reason, vec![Evidence::People])
        }
        (Some(_), None) => {
            Finding::new(Part::People, Confidence::OnTrack, share.unwrap_or_default(), vec![Evidence::People])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;
    use Confidence::{AtRisk, OffTrack, OnTrack};

    #[test]
    fn a_post_may_be_vacant_30_days_and_four_fifths_of_the_time_must_be_given() {
        let vacant = |days| Some(Vacancy { kind: PostKind::Sponsor, days });
        for (vacancy, given, says) in [
            (None, None, None),
            (vacant(30), None, Some(OnTrack)),
            (vacant(31), None, Some(OffTrack)),
            (vacant(31), Some(1.0), Some(OffTrack)),
            (None, Some(0.80), Some(OnTrack)),
            (None, Some(0.775), Some(AtRisk)),
            (vacant(10), Some(0.5), Some(AtRisk)),
        ] {
            let about = format!("{:?} {given:?}", vacancy.as_ref().map(|one| one.days));
            assert_eq!(finding(vacancy, given).says, says, "{about}");
        }
    }

    #[test]
    fn a_post_is_vacant_from_the_last_day_of_whoever_held_it() {
        as_person(&portfolio(), MANAGER, |seen| {
            let days = |innovation: &Innovation, kind| seen.vacant_days(innovation, kind, today());
            assert_eq!(days(&innovation(), PostKind::Lead), None);
            let mut left = innovation();
            left.posts[0].to_on = Some(day("2026-10-24"));
            assert_eq!(days(&left, PostKind::Lead), Some(31));
            left.posts.clear();
            assert_eq!(days(&left, PostKind::Sponsor), Some(323), "since it began on 5 January");
        });
    }
}
