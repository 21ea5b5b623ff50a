//! Whether somebody led it and somebody sponsored it all the time.
use crate::{Innovation, Post, PostKind, Seen, days};
use chrono::{Days, NaiveDate};

/// The period looked at: two years, or since it started if that is shorter.
const PERIOD: u64 = 730;
/// Gaps of so many days or fewer count as in post.
const FORGIVEN: i64 = 30;
/// What a change of lead costs that left no note.
const HAND_OVER: f64 = 0.15;
/// Fewest characters of a note that counts.
const NOTE: usize = 40;

#[derive(Clone, Debug, PartialEq)]
pub struct Continuity {
    /// The day before the first that counts.
    pub from_on: NaiveDate,
    pub days: i64,
    /// With a lead and a sponsor both in post, short gaps forgiven.
    pub in_post: i64,
    /// Days on which a lead left and another came, without a note for whoever came.
    pub without_note: Vec<NaiveDate>,
}

impl Continuity {
    /// From 0 to 1; none where there is no day to count.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        let lost = HAND_OVER * self.without_note.len() as f64;
        (self.days > 0).then(|| (self.in_post as f64 / self.days as f64 - lost).max(0.0))
    }
}

impl Seen<'_> {
    /// None before it started.
    #[must_use]
    pub fn continuity(self, innovation: &Innovation, today: NaiveDate) -> Option<Continuity> {
        let started = self.started_on(innovation.id)?;
        let from_on = today.checked_sub_days(Days::new(PERIOD)).unwrap_or(started).max(started);
        let days = days(from_on, today);
        let gaps = [PostKind::Lead, PostKind::Sponsor].map(|kind| gaps(innovation, kind, started, today));
        let first = from_on.succ_opt().unwrap_or(from_on);
        let vacant = union_days(gaps.concat(), first, today);
        let without_note = hand_overs(innovation).filter(|on| from_on < *on && *on <= today).collect();
        Some(Continuity { from_on, days, in_post: days - vacant, without_note })
    }

    /// The day of the first move.
    #[must_use]
    pub fn started_on(self, innovation: crate::InnovationId) -> Option<NaiveDate> {
        self.stage_moves(innovation).next().map(|first| first.on)
    }
}

/// First and last days of each gap in a post that is too long to be forgiven, from the start to today.
fn gaps(innovation: &Innovation, kind: PostKind, started: NaiveDate, today: NaiveDate) -> Vec<(NaiveDate, NaiveDate)> {
    let mut held: Vec<_> = innovation
        .posts
        .iter()
        .filter(|post| post.kind == kind && post.from_on <= today)
        .map(|post| (post.from_on, post.to_on.unwrap_or(NaiveDate::MAX)))
        .collect();
    held.sort_unstable();
    let (mut gaps, mut next) = (Vec::new(), started.succ_opt().unwrap_or(started));
    for (from, to) in held {
        if next < from {
            gaps.push((next, from.pred_opt().unwrap_or(from)));
        }
        next = next.max(to.succ_opt().unwrap_or(NaiveDate::MAX));
    }
    if next <= today {
        gaps.push((next, today));
    }
    gaps.retain(|(first, last)| days(*first, *last) + 1 > FORGIVEN);
    gaps
}

/// Days in any of these stretches, between two days; overlaps count once.
fn union_days(mut stretches: Vec<(NaiveDate, NaiveDate)>, first: NaiveDate, last: NaiveDate) -> i64 {
    stretches.sort_unstable();
    let (mut sum, mut next) = (0, first);
    for (from, to) in stretches {
        let (from, to) = (from.max(next), to.min(last));
        if from <= to {
            sum += days(from, to) + 1;
            next = to.succ_opt().unwrap_or(to);
        }
    }
    sum
}

/// Last days of leads whom somebody else followed, and who left no note.
fn hand_overs(innovation: &Innovation) -> impl Iterator<Item = NaiveDate> {
    let leads = || innovation.posts.iter().filter(|post| post.kind == PostKind::Lead);
    let noted = |post: &Post| post.handover_note.as_ref().is_some_and(|note| note.chars().count() >= NOTE);
    let left = leads().filter(move |post| !noted(post)).filter_map(|post| Some((post.membership, post.to_on?)));
    left.filter(move |(who, last)| leads().any(|next| next.from_on > *last && next.membership != *who))
        .map(|(_, last)| last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    fn post(kind: PostKind, person: crate::PersonId, from_on: &str, to_on: Option<&str>, note: bool) -> Post {
        let handover_note = note.then(|| text("Who pays, who objects, and where the papers of the trial are kept"));
        Post { kind, membership: place(person), from_on: day(from_on), to_on: to_on.map(day), handover_note }
    }

    /// Started 500 days before the day asked about.
    fn of(posts: Vec<Post>) -> Continuity {
        let led = Innovation { posts, ..innovation() };
        as_person(&portfolio(), LEAD, |seen| seen.continuity(&led, day("2027-05-20"))).expect("started")
    }

    fn sponsor() -> Post {
        post(PostKind::Sponsor, EXECUTIVE, "2025-12-01", None, false)
    }

    #[test]
    fn sc_56_a_long_gap_and_a_hand_over_without_a_note_cost_and_a_short_gap_does_not() {
        let posts = vec![
            sponsor(),
            post(PostKind::Lead, LEAD, "2026-01-01", Some("2026-03-31"), true),
            // 45 days nobody led it.
            post(PostKind::Lead, MANAGER, "2026-05-16", Some("2026-09-30"), false),
            // 20 days, forgiven.
            post(PostKind::Lead, LEAD, "2026-10-21", None, false),
        ];
        let found = of(posts);
        assert_eq!((found.days, found.in_post), (500, 455));
        assert_eq!(found.without_note, [day("2026-09-30")]);
        assert!(found.share().is_some_and(|share| (share - 0.76).abs() < 1e-9));
    }

    #[test]
    fn thirty_days_are_forgiven_and_thirty_one_are_not_and_gaps_of_both_posts_count_once() {
        let lead = |again: &str| {
            vec![
                sponsor(),
                post(PostKind::Lead, LEAD, "2026-01-01", Some("2026-05-31"), true),
                post(PostKind::Lead, LEAD, again, None, false),
            ]
        };
        assert_eq!(of(lead("2026-07-01")).in_post, 500);
        assert_eq!(of(lead("2026-07-02")).in_post, 469);
        let mut both = lead("2026-07-02");
        both[0] = post(PostKind::Sponsor, EXECUTIVE, "2025-12-01", Some("2026-05-31"), false);
        both.push(post(PostKind::Sponsor, EXECUTIVE, "2026-07-02", None, false));
        assert_eq!(of(both).in_post, 469);
        assert_eq!(of(vec![sponsor()]).in_post, 0);
    }

    #[test]
    fn nobody_following_or_the_same_person_again_is_no_hand_over() {
        let alone = of(vec![sponsor(), post(PostKind::Lead, LEAD, "2026-01-01", Some("2027-05-01"), false)]);
        assert_eq!(alone.without_note, []);
        let again = of(vec![
            sponsor(),
            post(PostKind::Lead, LEAD, "2026-01-01", Some("2026-05-01"), false),
            post(PostKind::Lead, LEAD, "2026-05-02", None, false),
        ]);
        assert_eq!((again.without_note.len(), again.share()), (0, Some(1.0)));
    }
}
