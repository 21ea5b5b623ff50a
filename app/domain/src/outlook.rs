//! How far an innovation has spread and whether it will last, as short as a card tells it.
use crate::{Innovation, ReviewCounts, Seen, StageKind};
use chrono::NaiveDate;

/// Months of backing below which it is said wherever an executive looks.
const SHORT: u32 = 12;

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Outlook {
    /// Places that use it, of those it is meant for; none where no place is eligible.
    pub sites: Option<(usize, usize)>,
    /// Share of the people it is meant for, 0 to 1; none where nobody counted.
    pub reach: Option<f64>,
    pub reviews: ReviewCounts,
    /// Months until the first of money, sponsor and political backing ends; none where that is a year off, where
    /// nothing is promised yet, or where the stage does not ask for it.
    pub short_of_backing: Option<u32>,
}

impl<'a> Seen<'a> {
    #[must_use]
    pub fn outlook(self, innovation: &'a Innovation, kind: StageKind, today: NaiveDate) -> Outlook {
        let id = innovation.id;
        // Most have none of this: nothing is worked out for them.
        let has_sites = self.sites(id).next().is_some();
        let adoption = has_sites.then(|| self.adoption(id, today)).filter(|one| one.eligible() > 0);
        let horizon = kind.is_later().then(|| self.horizon(id, today));
        let horizon = horizon.filter(|one| one.ends.iter().any(|end| end.commitment.is_some()));
        Outlook {
            sites: adoption.map(|one| (one.adopted.len(), one.eligible())),
            reach: has_sites.then(|| self.reach(id, today).rolled_up()).flatten(),
            reviews: self.review_counts(id, today),
            short_of_backing: horizon.map(|one| one.months).filter(|months| *months < SHORT),
        }
    }
}
