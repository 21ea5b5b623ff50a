//! How open the work with a partner is, and whether it changes anything.
use super::Partner;
use crate::{Audience, FormalDecision, Innovation, Message, Seen, Visibility, days};
use chrono::NaiveDate;
use std::sync::Arc;

/// Days after which a message to partners no longer makes it open.
const MESSAGE: i64 = 60;
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
    /// Taken jointly with it in the year, newest first.
    pub decisions: Vec<&'a Arc<FormalDecision>>,
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
        !self.decisions.is_empty()
    }
}

impl<'a> Seen<'a> {
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
        PartnerSight { innovation, partner, open, decisions: self.taken_jointly(partner, today) }
    }

    fn taken_jointly(self, partner: &Partner, today: NaiveDate) -> Vec<&'a Arc<FormalDecision>> {
        let in_year = |on: Option<NaiveDate>| on.is_some_and(|on| (0..YEAR).contains(&days(on, today)));
        let mut taken: Vec<_> = self
            .decisions_about(partner.innovation)
            .filter(|one| in_year(one.decided_on) && one.partners.contains(&partner.id))
            .collect();
        taken.sort_by_key(|one| (std::cmp::Reverse(one.decided_on), one.id));
        taken
    }
}
