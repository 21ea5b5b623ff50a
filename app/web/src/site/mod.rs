//! Sites: the places where it may go, where each has got to, and each form that changes them.
mod adaptations;
mod add;
mod add_many;
mod edit;
mod fields;
mod moves;
mod moves_row;
mod show;
mod step;
mod words;

pub(crate) use adaptations::told as adaptation;
pub(crate) use words::{coming, site_link, site_state};

use crate::route::{Routes, Who};
use axum::extract::Path;
use domain::{Act, SiteId, Slug};

type OfInnovation = Path<(Slug, u32)>;
type OfSite = Path<(Slug, u32, SiteId)>;

/// A body that the form of a new one, or of a changed one, would send.
const EXAMPLE: &str = "name=Mill+Lane&kind=ward&eligible=yes&eligible_people=400&planned_live_on=2026-10-01";

pub fn routes(routes: Routes) -> Routes {
    let may = Who::May(Act::EditInnovation);
    routes
        .get("/{organisation}/innovations/{number}/sites/new", may, add::show)
        .post("/{organisation}/innovations/{number}/sites/new", may, EXAMPLE, add::submit)
        .get("/{organisation}/innovations/{number}/sites/new-list", may, add_many::show)
        .post(
            "/{organisation}/innovations/{number}/sites/new-list",
            may,
            "kind=ward&eligible=yes&name_1=Mill+Lane&name_2=High+Street",
            add_many::submit,
        )
        .get("/{organisation}/innovations/{number}/sites/moves", may, moves::show)
        .post("/{organisation}/innovations/{number}/sites/moves", may, "row=", moves::submit)
        .get("/{organisation}/innovations/{number}/sites/{id}", Who::May(Act::Read), show::show)
        .get("/{organisation}/innovations/{number}/sites/{id}/edit", may, edit::show)
        .post("/{organisation}/innovations/{number}/sites/{id}/edit", may, EXAMPLE, edit::submit)
        .get("/{organisation}/innovations/{number}/sites/{id}/move", may, step::show)
        .post(
            "/{organisation}/innovations/{number}/sites/{id}/move",
            may,
            "to=engaged&on=2026-11-20&moves=0",
            step::submit,
        )
}
