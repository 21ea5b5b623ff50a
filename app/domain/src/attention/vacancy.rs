//! Posts that nobody holds.
use crate::{Innovation, PostKind, Seen};
use chrono::NaiveDate;
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq)]
pub struct Vacancy<'a> {
    pub innovation: &'a Arc<Innovation>,
    pub kind: PostKind,
    /// The first day on which nobody held it; none where nobody ever did.
    pub since: Option<NaiveDate>,
}

impl<'a> Seen<'a> {
    /// Leads, sponsors and political sponsors missing in active stages, by number.
    #[must_use]
    pub fn vacancies(self, today: NaiveDate) -> Vec<Vacancy<'a>> {
        let mut active: Vec<_> = self.innovations().filter(|one| self.kind_of(one).is_active()).collect();
        active.sort_by_key(|one| one.number);
        let vacant = |innovation: &'a Arc<Innovation>| {
            let leaders = innovation.leaders(today).into_iter().filter(|(_, holder)| holder.is_none());
            leaders.map(move |(kind, _)| {
                let held = innovation.posts.iter().filter(|post| post.kind == kind && post.from_on <= today);
                let since = held.filter_map(|post| post.to_on?.succ_opt()).max();
                Vacancy { innovation, kind, since }
            })
        };
        active.into_iter().flat_map(vacant).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, testing::*};

    #[test]
    fn a_post_is_vacant_from_the_day_after_its_last_holder_left() {
        let before = portfolio();
        let lamps = as_person(&before, LEAD, |seen| seen.innovation(LAMPS).cloned()).expect("there");
        let mut after = (*lamps).clone();
        after.posts[0].to_on = Some(day("2026-10-31"));
        let left = applied(&before, Decision::change(&lamps, after));
        let told = |portfolio: &crate::Portfolio| {
            as_person(portfolio, MANAGER, |seen| {
                seen.vacancies(today()).iter().map(|one| (one.kind, one.since)).collect::<Vec<_>>()
            })
        };
        assert_eq!(told(&before), [(PostKind::PoliticalSponsor, None)]);
        assert_eq!(told(&left), [(PostKind::Lead, Some(day("2026-11-01"))), (PostKind::PoliticalSponsor, None)]);
    }
}
