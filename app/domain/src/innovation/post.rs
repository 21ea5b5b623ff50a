use super::Innovation;
use crate::{MembershipId, Prose, choice::choices};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    PostKind {
        Lead "lead" "Lead",
        /// The senior responsible owner.
        Sponsor "sponsor" "Sponsor",
        PoliticalSponsor "political-sponsor" "Political sponsor",
        Team "team" "Team",
    }
}

/// Who serves an innovation as what, and for how long.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Post {
    pub kind: PostKind,
    pub membership: MembershipId,
    pub from_on: NaiveDate,
    pub to_on: Option<NaiveDate>,
    /// What whoever comes next should know; 40 characters or more count as handed over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handover_note: Option<Prose>,
}

impl Post {
    #[must_use]
    pub fn is_current(&self, today: NaiveDate) -> bool {
        self.from_on <= today && self.to_on.is_none_or(|last| today <= last)
    }
}

impl Innovation {
    /// Who holds a post on a day.
    pub fn holders(&self, kind: PostKind, today: NaiveDate) -> impl Iterator<Item = MembershipId> {
        self.posts.iter().filter(move |post| post.kind == kind && post.is_current(today)).map(|post| post.membership)
    }

    /// The one who holds it; of several the latest.
    #[must_use]
    pub fn holder(&self, kind: PostKind, today: NaiveDate) -> Option<MembershipId> {
        self.holders(kind, today).last()
    }

    /// Whether a membership is named on it at all today.
    #[must_use]
    pub fn names(&self, membership: MembershipId, today: NaiveDate) -> bool {
        self.posts.iter().any(|post| post.membership == membership && post.is_current(today))
    }

    /// The posts after one of them was given to somebody, or left vacant, from a day on.
    #[must_use]
    pub fn with_holder(&self, kind: PostKind, holder: Option<MembershipId>, today: NaiveDate) -> Vec<Post> {
        let wanted: Vec<_> = holder.into_iter().collect();
        self.with_holders(kind, &wanted, today)
    }

    /// As `with_holder`, for a post that several hold, such as the team.
    #[must_use]
    pub fn with_holders(&self, kind: PostKind, wanted: &[MembershipId], today: NaiveDate) -> Vec<Post> {
        let mut posts = self.posts.clone();
        // Somebody who came only today never served if they leave today.
        posts.retain(|post| {
            post.kind != kind || post.from_on < today || wanted.contains(&post.membership) || !post.is_current(today)
        });
        for post in posts.iter_mut().filter(|post| post.kind == kind && post.is_current(today)) {
            if !wanted.contains(&post.membership) {
                post.to_on = today.pred_opt();
            }
        }
        for membership in wanted {
            let serves = |post: &Post| post.kind == kind && post.membership == *membership && post.is_current(today);
            if !posts.iter().any(serves) {
                posts.push(Post { kind, membership: *membership, from_on: today, to_on: None, handover_note: None });
            }
        }
        posts
    }
}
