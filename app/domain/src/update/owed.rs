//! When the next update is due, and from whom.
use crate::{Innovation, MembershipId, PostKind, Seen, first_open_day, open_days};
use chrono::{Days, NaiveDate};

/// An update that somebody owes, now or later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwedUpdate {
    pub due_on: NaiveDate,
    /// Open days since it was due; 0 when it is due today or later.
    pub late: i64,
    /// The lead; the sponsor where nobody leads; none where neither is filled.
    pub by: Option<MembershipId>,
}

impl Seen<'_> {
    /// Of an innovation in an active stage; others owe nothing.
    #[must_use]
    pub fn owed_update(self, innovation: &Innovation, today: NaiveDate) -> Option<OwedUpdate> {
        let place = self.place_on(innovation, today)?;
        let model = self.stage_model_of(innovation);
        let stage = model.stage(place).filter(|stage| stage.kind.is_active())?;
        // A repeat of the stage is no entry; coming back from a pause is.
        let enters = |on: NaiveDate, entry: bool| on <= today && entry;
        let entry = self.stage_moves(innovation.id).rfind(|one| enters(one.on, one.from != one.to))?;
        let last = self.latest_update(innovation, today).map(|one| one.period_end);
        let from = last.map_or(entry.on, |last| last.max(entry.on));
        let quiet = self.quiet();
        let due_on = from.checked_add_days(Days::new(stage.cadence_days.into())).unwrap_or(NaiveDate::MAX);
        let due_on = first_open_day(due_on, &quiet);
        let by = self.in_post(innovation, PostKind::Lead, today);
        let by = by.or_else(|| self.in_post(innovation, PostKind::Sponsor, today));
        Some(OwedUpdate { due_on, late: open_days(due_on, today, &quiet), by })
    }

    /// Who holds a post and still holds a place here; otherwise the post is vacant.
    pub(super) fn in_post(self, innovation: &Innovation, kind: PostKind, today: NaiveDate) -> Option<MembershipId> {
        let serves = |id: &MembershipId| self.membership(*id).is_some_and(|place| place.is_current(today));
        innovation.holders(kind, today).filter(serves).last()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;
    use crate::{Confidence, Decision, Place, update::post::tests::posted};

    fn owed(portfolio: &crate::Portfolio, innovation: &Innovation, on: &str) -> Option<OwedUpdate> {
        as_person(portfolio, MANAGER, |seen| seen.owed_update(innovation, day(on)))
    }

    #[test]
    fn an_update_is_due_one_cadence_after_the_last_or_the_entry_into_the_stage() {
        // In Explore, every 14 days, since 5 January.
        let found = owed(&portfolio(), &innovation(), "2026-01-20").expect("active");
        assert_eq!(found, OwedUpdate { due_on: day("2026-01-19"), late: 1, by: Some(place(LEAD)) });
        let after = posted(&portfolio(), "2026-11-20", Confidence::OnTrack);
        let found = owed(&after, &innovation(), "2026-11-24").expect("active");
        assert_eq!((found.due_on, found.late), (day("2026-12-04"), 0));
        let test = entered(LAMPS, 2, Place::Stage(0), Place::Stage(1), day("2026-11-23"));
        let moved = applied(&after, Decision::add(test));
        assert_eq!(owed(&moved, &innovation(), "2026-11-24").expect("active").due_on, day("2026-11-30"));
    }

    #[test]
    fn where_nobody_leads_the_sponsor_owes_it_and_paused_innovations_owe_nothing() {
        let mut leaderless = innovation();
        leaderless.posts.retain(|post| post.kind != PostKind::Lead);
        let found = owed(&portfolio(), &leaderless, "2026-11-24").expect("active");
        assert_eq!(found.by, Some(place(EXECUTIVE)));
        let paused = entered(LAMPS, 2, Place::Stage(0), Place::Paused, day("2026-11-23"));
        assert_eq!(owed(&applied(&portfolio(), Decision::add(paused)), &innovation(), "2026-11-24"), None);
    }
}
