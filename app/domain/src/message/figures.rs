//! Which audiences have heard why, and which wait for a word.
use super::{Audience, Message};
use crate::{Innovation, InnovationId, Seen, days};
use chrono::NaiveDate;
use std::{cmp::Reverse, sync::Arc};

/// Days of the window in which a message counts: half a year.
const WINDOW: i64 = 182;

/// What one audience was told of one innovation.
#[derive(Clone, Debug, PartialEq)]
pub struct AudienceReach<'a> {
    pub audience: Audience,
    /// Residents are not where only staff are affected, and partners where there is none.
    pub is_relevant: bool,
    /// In the window, newest first.
    pub messages: Vec<&'a Arc<Message>>,
    /// The newest ever, also before the window.
    pub last: Option<&'a Arc<Message>>,
}

/// Every audience, in the order of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct AudiencesReached<'a>(pub Vec<AudienceReach<'a>>);

/// An audience that has heard nothing of an innovation in the window.
#[derive(Clone, Debug, PartialEq)]
pub struct SilentAudience<'a> {
    pub innovation: &'a Arc<Innovation>,
    pub audience: Audience,
    /// Before the window; none where it never heard anything.
    pub last: Option<&'a Arc<Message>>,
}

impl AudienceReach<'_> {
    #[must_use]
    pub fn is_reached(&self) -> bool {
        self.is_relevant && !self.messages.is_empty()
    }
}

impl AudiencesReached<'_> {
    #[must_use]
    pub fn relevant(&self) -> usize {
        self.0.iter().filter(|one| one.is_relevant).count()
    }

    #[must_use]
    pub fn reached(&self) -> usize {
        self.0.iter().filter(|one| one.is_reached()).count()
    }

    /// From 0 to 1. Staff and councillors are always relevant, so there is always something to divide by.
    #[must_use]
    pub fn share(&self) -> f64 {
        self.reached() as f64 / self.relevant().max(1) as f64
    }
}

impl<'a> Seen<'a> {
    /// Every message about what may be read, newest first.
    #[must_use]
    pub fn all_messages(self, today: NaiveDate) -> Vec<&'a Arc<Message>> {
        newest_first(self.innovations().flat_map(|one| self.messages(one.id)), today)
    }

    /// Of one innovation, newest first.
    #[must_use]
    pub fn messages_of(self, innovation: InnovationId, today: NaiveDate) -> Vec<&'a Arc<Message>> {
        newest_first(self.messages(innovation), today)
    }

    #[must_use]
    pub fn audiences_reached(self, innovation: &Innovation, today: NaiveDate) -> AudiencesReached<'a> {
        let all = self.messages_of(innovation.id, today);
        let has_partner = self.partners(innovation.id).any(|one| one.is_current(today));
        let of = |audience: &Audience| {
            let told: Vec<_> = all.iter().copied().filter(|one| one.audience == *audience).collect();
            let last = told.first().copied();
            let is_relevant = match audience {
                Audience::Residents => !innovation.internal_only,
                Audience::AffectedStaff | Audience::Councillors => true,
                Audience::Partners => has_partner,
            };
            let messages = told.into_iter().filter(|one| is_recent(one, today)).collect();
            AudienceReach { audience: *audience, is_relevant, messages, last }
        };
        AudiencesReached(Audience::ALL.iter().map(of).collect())
    }

    /// Messages in the window that a leader fronted, newest first; none: no leader has spoken for it.
    #[must_use]
    pub fn leader_voice(self, innovation: InnovationId, today: NaiveDate) -> Vec<&'a Arc<Message>> {
        let mut all = self.messages_of(innovation, today);
        let is_fronted = |one: &Message| {
            one.fronted_by.and_then(|id| self.membership(id)).is_some_and(|place| place.is_leader(one.on))
        };
        all.retain(|one| is_recent(one, today) && is_fronted(one));
        all
    }

    /// By innovation: each relevant audience of what is under way that has heard nothing in the window.
    #[must_use]
    pub fn silent_audiences(self, today: NaiveDate) -> Vec<SilentAudience<'a>> {
        let mut active: Vec<_> = self.under_way().collect();
        active.sort_by_key(|one| one.number);
        let silent = |innovation: &'a Arc<Innovation>| {
            let AudiencesReached(all) = self.audiences_reached(innovation, today);
            let silent = all.into_iter().filter(|one| one.is_relevant && one.messages.is_empty());
            silent.map(move |one| SilentAudience { innovation, audience: one.audience, last: one.last })
        };
        active.into_iter().flat_map(silent).collect()
    }
}

fn is_recent(message: &Message, today: NaiveDate) -> bool {
    (0..WINDOW).contains(&days(message.on, today))
}

fn newest_first<'a>(messages: impl Iterator<Item = &'a Arc<Message>>, today: NaiveDate) -> Vec<&'a Arc<Message>> {
    let mut messages: Vec<_> = messages.filter(|one| one.on <= today).collect();
    messages.sort_by_key(|one| (Reverse(one.on), Reverse(one.id)));
    messages
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Band, Decision, Membership, MessageId, Partner, Portfolio, Side, testing::*};
    use uuid::Uuid;

    fn told(number: u128, audience: Audience, on: &str) -> Message {
        Message { id: MessageId(Uuid::from_u128(number)), audience, on: day(on), ..message() }
    }

    fn reached(portfolio: &Portfolio) -> (usize, usize) {
        as_person(portfolio, LEAD, |seen| {
            let all = seen.audiences_reached(seen.innovation(LAMPS).expect("there"), today());
            (all.reached(), all.relevant())
        })
    }

    #[test]
    fn an_audience_is_reached_by_a_message_within_182_days() {
        let before = applied(&portfolio(), Decision::add(told(1, Audience::Councillors, "2026-05-27")));
        assert_eq!(reached(&before), (1, 3), "181 days ago");
        let before = applied(&portfolio(), Decision::add(told(1, Audience::Councillors, "2026-05-26")));
        assert_eq!(reached(&before), (0, 3), "182 days ago");
        as_person(&before, LEAD, |seen| {
            let silent = seen.silent_audiences(today());
            let last = |audience| {
                let found = silent.iter().find(|one| one.audience == audience).expect("silent");
                found.last.map(|one| one.on)
            };
            assert_eq!(silent.len(), 3);
            assert_eq!(last(Audience::Councillors), Some(day("2026-05-26")));
            assert_eq!(last(Audience::Residents), None);
        });
    }

    #[test]
    fn residents_count_unless_only_staff_are_affected_and_partners_where_there_is_one() {
        let before = applied(&portfolio(), Decision::add(partner()).and_add(told(1, Audience::Partners, "2026-11-01")));
        assert_eq!(reached(&before), (1, 4));
        let held = as_person(&before, LEAD, |seen| seen.innovation(LAMPS).cloned()).expect("there");
        let internal = Innovation { internal_only: true, ..(*held).clone() };
        let before = applied(&before, Decision::change(&held, internal));
        assert_eq!(reached(&before), (1, 3));
        let held = as_person(&before, LEAD, |seen| seen.partners(LAMPS).next().cloned()).expect("there");
        let gone = Partner { to_on: Some(day("2026-11-23")), ..(*held).clone() };
        assert_eq!(reached(&applied(&before, Decision::change(&held, gone))), (0, 2), "the partner has left");
    }

    #[test]
    fn a_leader_has_spoken_when_one_fronted_a_message_in_the_window() {
        let before = portfolio();
        let held = as_person(&before, LEAD, |seen| seen.membership(place(EXECUTIVE)).cloned()).expect("there");
        let before = applied(
            &before,
            Decision::change(&held, Membership { side: Side::Political, band: Band::Senior, ..(*held).clone() }),
        );
        let voice = |on: &str, fronted_by| {
            let message = Message { fronted_by, ..told(1, Audience::Residents, on) };
            let after = applied(&before, Decision::add(message));
            as_person(&after, LEAD, |seen| seen.leader_voice(LAMPS, today()).len())
        };
        assert_eq!(voice("2026-05-27", Some(place(EXECUTIVE))), 1);
        assert_eq!(voice("2026-05-26", Some(place(EXECUTIVE))), 0, "too long ago");
        assert_eq!(voice("2026-11-20", None), 0);
        assert_eq!(voice("2026-11-20", Some(place(LEAD))), 0, "no leader");
    }
}
