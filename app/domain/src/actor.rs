//! Who looks or decides, with the places they hold today.
use crate::{CouncilId, Membership, MembershipId, PersonId, Portfolio, Role, Side};
use chrono::NaiveDate;
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    pub person: PersonId,
    pub standing: Standing,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// Current memberships, never none.
    Member(Vec<Arc<Membership>>),
    /// Of these member councils of the partnership: reads the innovations that list one of them.
    Neighbour(Vec<CouncilId>),
}

impl Actor {
    /// None when the person holds no place on the day.
    #[must_use]
    pub fn member(portfolio: &Portfolio, person: PersonId, today: NaiveDate) -> Option<Self> {
        let held: Vec<_> = portfolio.memberships_of(person, today).cloned().collect();
        (!held.is_empty()).then_some(Self { person, standing: Standing::Member(held) })
    }

    pub fn memberships(&self) -> impl Iterator<Item = &Arc<Membership>> {
        match &self.standing {
            Standing::Member(held) => held.iter(),
            Standing::Neighbour(_) => [].iter(),
        }
    }

    #[must_use]
    pub fn has_role(&self, role: Role) -> bool {
        self.memberships().any(|one| one.role == role)
    }

    #[must_use]
    pub fn is_political(&self) -> bool {
        self.memberships().any(|one| one.side == Side::Political)
    }

    #[must_use]
    pub fn holds(&self, membership: MembershipId) -> bool {
        self.memberships().any(|one| one.id == membership)
    }

    /// The place in whose name a person writes: the first that may, else any.
    #[must_use]
    pub fn writes_as(&self) -> Option<MembershipId> {
        let speaks = |one: &&Arc<Membership>| one.role != Role::Administrator && one.role != Role::Viewer;
        self.memberships().find(speaks).or_else(|| self.memberships().next()).map(|one| one.id)
    }
}
