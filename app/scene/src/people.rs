//! Who is who. All names are of posts, so that nobody is meant.
use crate::deed::id;
use domain::{Band, MembershipId, PersonId, Role, Side};

/// A place that somebody holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Who {
    pub name: &'static str,
    pub email: &'static str,
    pub role: Role,
    pub side: Side,
    pub band: Band,
    /// The member council that the place speaks for.
    pub council: Option<&'static str>,
    /// Days ago; none: from the beginning.
    pub since: Option<i64>,
}

impl Who {
    pub fn person(&self) -> PersonId {
        PersonId(id(&format!("person {}", self.email)))
    }

    pub fn place(&self) -> MembershipId {
        MembershipId(id(&format!("place {} {}", self.email, self.council.unwrap_or_default())))
    }

    pub const fn of(self, council: &'static str) -> Self {
        Self { council: Some(council), ..self }
    }

    pub const fn since(self, ago: i64) -> Self {
        Self { since: Some(ago), ..self }
    }
}

pub(crate) const fn who(name: &'static str, email: &'static str, role: Role, side: Side, band: Band) -> Who {
    Who { name, email, role, side, band, council: None, since: None }
}
