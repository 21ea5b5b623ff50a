use super::Card;
use crate::{MembershipId, PostKind, PriorityAreaId, Seen, Shown, choice::choices};
use chrono::NaiveDate;
use std::cmp::Reverse;

choices! {
    ConfidenceFilter {
        Worrying "worrying" "At risk, off track or no update",
        OnTrack "on-track" "On track",
        AtRisk "at-risk" "At risk",
        OffTrack "off-track" "Off track",
        NoUpdate "no-update" "No update",
    }

    BoardSort {
        /// An ask, off track, at risk, no update, on track; of each the oldest update first.
        Attention "attention" "What needs attention",
        NextMilestone "next-milestone" "Next milestone",
        OldestUpdate "oldest-update" "Oldest update",
        Title "title" "Title",
    }
}

/// Which cards are shown, and in which order. Everything left out passes.
#[derive(Clone, Debug, PartialEq)]
pub struct BoardFilter {
    pub area: Option<PriorityAreaId>,
    pub confidence: Option<ConfidenceFilter>,
    pub lead: Option<MembershipId>,
    /// Found in title, summary or number, whatever the case.
    pub words: String,
    pub sort: BoardSort,
}

impl Default for BoardFilter {
    fn default() -> Self {
        Self { area: None, confidence: None, lead: None, words: String::new(), sort: BoardSort::Attention }
    }
}

impl BoardFilter {
    /// Whether anything is left out on purpose.
    #[must_use]
    pub fn is_narrow(&self) -> bool {
        self.area.is_some() || self.confidence.is_some() || self.lead.is_some() || !self.words.trim().is_empty()
    }

    pub(crate) fn passes(&self, seen: Seen, card: &Card, today: NaiveDate) -> bool {
        let innovation = card.innovation;
        let led = |lead| innovation.holders(PostKind::Lead, today).any(|held| held == lead);
        self.area.is_none_or(|area| innovation.priority_area == Some(area))
            && self.confidence.is_none_or(|wanted| wanted.takes(card.shown.shown))
            && self.lead.is_none_or(led)
            && self.finds(seen, card)
    }

    fn finds(&self, seen: Seen, card: &Card) -> bool {
        let words = self.words.trim().to_lowercase();
        if words.is_empty() {
            return true;
        }
        let innovation = card.innovation;
        let code = format!("{}-{}", seen.organisation().short_code, innovation.number).to_lowercase();
        let summary = innovation.summary.as_deref().unwrap_or_default();
        code == words || [&*innovation.title, summary].iter().any(|text| text.to_lowercase().contains(&words))
    }
}

impl ConfidenceFilter {
    fn takes(self, shown: Shown) -> bool {
        match self {
            Self::Worrying => matches!(shown, Shown::AtRisk | Shown::OffTrack | Shown::NoUpdate),
            Self::OnTrack => shown == Shown::OnTrack,
            Self::AtRisk => shown == Shown::AtRisk,
            Self::OffTrack => shown == Shown::OffTrack,
            Self::NoUpdate => shown == Shown::NoUpdate,
        }
    }
}

impl BoardSort {
    pub(super) fn order(self, cards: &mut [Card]) {
        let number = |card: &Card| card.innovation.number;
        // An update that was never posted is older than any.
        let age = |card: &Card| Reverse(card.shown.age_days.unwrap_or(i64::MAX));
        match self {
            Self::Attention => cards.sort_by_key(|card| (urgency(card), age(card), number(card))),
            Self::OldestUpdate => cards.sort_by_key(|card| (age(card), number(card))),
            Self::NextMilestone => {
                cards.sort_by_key(|card| (card.next.map_or(i64::MAX, |next| next.days), number(card)));
            }
            Self::Title => cards.sort_by_key(|card| (card.innovation.title.to_lowercase(), number(card))),
        }
    }
}

fn urgency(card: &Card) -> u8 {
    match card.shown.shown {
        _ if card.ask.is_some() => 0,
        Shown::OffTrack => 1,
        Shown::AtRisk => 2,
        Shown::NoUpdate => 3,
        _ => 4,
    }
}
