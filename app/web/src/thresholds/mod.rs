//! The weights and limits behind the verdicts: everyone may read them, an administrator settles them.
mod edit;
mod show;

use crate::route::{Routes, Who};
use domain::Act;

pub fn routes(routes: Routes) -> Routes {
    let manage = Who::May(Act::ManagePeople);
    routes
        .get("/{organisation}/thresholds", Who::Member, show::show)
        .get("/{organisation}/thresholds/edit", manage, edit::show)
        .post("/{organisation}/thresholds/edit", manage, "reason=Because&weight_fresh=27", edit::submit)
}
