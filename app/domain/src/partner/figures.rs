//! How open the work with a partner is, and whether it changes anything.
use super::Partner;
use crate::{
    Audience, Engagement, EngagementLevel, Feedback, FormalDecision, Innovation, Message, Seen, Visibility, Voice, days,
};
use chrono::NaiveDate;
use std::{cmp::Reverse, sync::Arc};

/// Days after which a message to partners no longer makes it open.
const MESSAGE: i64 = 60;
/// Days in which a conversation counts as going on.
const TALK: i64 = 91;
/// Days in which what changed because of a partner counts.
const YEAR: i64 = 365;

/// Why the work is open to a partner; each may be true beside the others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OpenTo<'a> {
    pub on_board: bool,
    /// Somebody reads for it here, and the innovation is shown to partners.
    pub can_read: bool,
    /// The newest to partners in the last 60 days.
    pub message: Option<&'a Arc<Message>>,
}

/// One partner on a day, with the records behind each figure.
#[derive(Clone, Debug, PartialEq)]
pub struct PartnerSight<'a> {
    pub innovation: &'a Arc<Innovation>,
    pub partner: &'a Arc<Partner>,
    pub open: OpenTo<'a>,
    /// The newest in which it helped to draw up the options or shared in deciding, however long ago.
    pub talked: Option<&'a Arc<Engagement>>,
    /// Whether that was within 91 days.
    pub is_talking: bool,
    /// What it said in the year and something is different because of it, newest first.
    pub influential: Vec<&'a Arc<Feedback>>,
    /// Taken jointly with it in the year, newest first.
    pub decisions: Vec<&'a Arc<FormalDecision>>,
}

/// How the priority innovations are done with others.
#[derive(Clone, Debug, PartialEq)]
pub struct Partnering<'a> {
    /// Each with its partners, also where it has none.
    pub innovations: Vec<(&'a Arc<Innovation>, Vec<PartnerSight<'a>>)>,
}

/// So many of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartnerShare {
    pub credited: usize,
    pub counted: usize,
}

impl PartnerShare {
    /// Fewest of which a share can be told.
    pub const FEWEST: usize = 3;

    fn of<T>(all: impl IntoIterator<Item = T>, is_credited: impl Fn(&T) -> bool) -> Self {
        all.into_iter().fold(Self { credited: 0, counted: 0 }, |share, one| Self {
            credited: share.credited + usize::from(is_credited(&one)),
            counted: share.counted + 1,
        })
    }

    /// From 0 to 1; none of fewer than three.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        (self.counted >= Self::FEWEST).then(|| self.credited as f64 / self.counted as f64)
    }
}

impl<'a> Partnering<'a> {
    /// Innovations with a partner in any role, of all.
    #[must_use]
    pub fn named(&self) -> PartnerShare {
        PartnerShare::of(&self.innovations, |(_, partners)| !partners.is_empty())
    }

    /// Close partners that are talked with, of all close partners.
    #[must_use]
    pub fn talking(&self) -> PartnerShare {
        let all = self.innovations.iter().flat_map(|(_, partners)| partners);
        PartnerShare::of(all.filter(|one| one.partner.role.is_close()), |one| one.is_talking)
    }

    /// Innovations in which something changed because of a partner, of those that have one.
    #[must_use]
    pub fn evolving(&self) -> PartnerShare {
        PartnerShare::of(self.with_partners(), |partners| partners.iter().any(PartnerSight::is_evolving))
    }

    /// Innovations that are open to a partner, of those that have one.
    #[must_use]
    pub fn open(&self) -> PartnerShare {
        PartnerShare::of(self.with_partners(), |partners| partners.iter().any(|one| one.open.is_open()))
    }

    fn with_partners(&self) -> impl Iterator<Item = &[PartnerSight<'a>]> {
        self.innovations.iter().map(|(_, partners)| &**partners).filter(|partners| !partners.is_empty())
    }
}

impl OpenTo<'_> {
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.on_board || self.can_read || self.message.is_some()
    }
}

impl PartnerSight<'_> {
    /// Whether anything changed because of the partner in the year.
    #[must_use]
    pub fn is_evolving(&self) -> bool {
        !self.decisions.is_empty() || !self.influential.is_empty()
    }
}

impl<'a> Seen<'a> {
    /// Of the priority innovations that may be read, by number.
    #[must_use]
    pub fn partnering(self, today: NaiveDate) -> Partnering<'a> {
        let mut all = self.priority_innovations(today);
        all.sort_by_key(|one| one.number);
        Partnering { innovations: all.into_iter().map(|one| (one, self.partner_sights(one, today))).collect() }
    }

    /// The partners of a day, close ones first, then by name.
    #[must_use]
    pub fn partner_sights(self, innovation: &'a Arc<Innovation>, today: NaiveDate) -> Vec<PartnerSight<'a>> {
        let mut current: Vec<_> = self.partners(innovation.id).filter(|one| one.is_current(today)).collect();
        current.sort_by_key(|one| (!one.role.is_close(), one.role, one.name.clone(), one.id));
        current.into_iter().map(|one| self.partner_sight(innovation, one, today)).collect()
    }

    fn partner_sight(
        self,
        innovation: &'a Arc<Innovation>,
        partner: &'a Arc<Partner>,
        today: NaiveDate,
    ) -> PartnerSight<'a> {
        let told = self.messages_of(innovation.id, today).into_iter().find(|one| one.audience == Audience::Partners);
        let message = told.filter(|one| days(one.on, today) < MESSAGE && one.on >= partner.from_on);
        let reader = partner.can_read.and_then(|id| self.membership(id)).filter(|one| one.is_current(today));
        let can_read = reader.is_some() && innovation.visible_to != Visibility::Organisation;
        let open = OpenTo { on_board: partner.on_board, can_read, message };
        let talked = self.talked_with(partner, today);
        let is_talking = talked.is_some_and(|one| days(one.on, today) < TALK);
        let (influential, decisions) = (self.influential(partner, today), self.taken_jointly(partner, today));
        PartnerSight { innovation, partner, open, talked, is_talking, influential, decisions }
    }

    fn talked_with(self, partner: &Partner, today: NaiveDate) -> Option<&'a Arc<Engagement>> {
        let deep = |one: &&Arc<Engagement>| one.on <= today && one.level >= EngagementLevel::Shape;
        self.engagements(partner.innovation).into_iter().find(|one| deep(one) && one.partners.contains(&partner.id))
    }

    fn influential(self, partner: &Partner, today: NaiveDate) -> Vec<&'a Arc<Feedback>> {
        let counts = |one: &&Arc<Feedback>| {
            one.from == Some(Voice::Partner(partner.id)) && one.is_influential() && is_in_year(one.raised_on, today)
        };
        let mut found: Vec<_> = self.feedback_about(partner.innovation).filter(counts).collect();
        found.sort_by_key(|one| (Reverse(one.raised_on), one.id));
        found
    }

    fn taken_jointly(self, partner: &Partner, today: NaiveDate) -> Vec<&'a Arc<FormalDecision>> {
        let in_year = |on: Option<NaiveDate>| on.is_some_and(|on| is_in_year(on, today));
        let mut taken: Vec<_> = self
            .decisions_about(partner.innovation)
            .filter(|one| in_year(one.decided_on) && one.partners.contains(&partner.id))
            .collect();
        taken.sort_by_key(|one| (Reverse(one.decided_on), one.id));
        taken
    }
}

fn is_in_year(on: NaiveDate, today: NaiveDate) -> bool {
    (0..YEAR).contains(&days(on, today))
}

#[cfg(test)]
mod tests;
