//! Partners: who takes part, how each sees it beside the council, and how open the work with them is.
mod add;
mod all;
mod beside;
mod edit;
mod end;
mod fields;
mod list;
mod say;
mod words;

use crate::route::{Routes, Who};
use axum::extract::Path;
use domain::{Act, PartnerId, Slug};

type OfInnovation = Path<(Slug, u32)>;
type OfPartner = Path<(Slug, u32, PartnerId)>;

/// A body that the form of a new one, or of a changed one, would send.
const EXAMPLE: &str = "name=Lighting+trust&role=delivery&from_on=2026-11-01";

pub fn routes(routes: Routes) -> Routes {
    let edit = Who::May(Act::EditPartners);
    routes
        .get("/{organisation}/partners", Who::Member, all::show)
        .get("/{organisation}/innovations/{number}/partners", Who::May(Act::Read), list::show)
        .get("/{organisation}/innovations/{number}/partners/new", edit, add::show)
        .post("/{organisation}/innovations/{number}/partners/new", edit, EXAMPLE, add::submit)
        .get("/{organisation}/innovations/{number}/partners/{id}/edit", edit, edit::show)
        .post("/{organisation}/innovations/{number}/partners/{id}/edit", edit, EXAMPLE, edit::submit)
        .get("/{organisation}/innovations/{number}/partners/{id}/view", edit, say::show)
        .post(
            "/{organisation}/innovations/{number}/partners/{id}/view",
            edit,
            "on=2026-11-20&confidence=at-risk&said=Crews+are+short",
            say::submit,
        )
        .get("/{organisation}/innovations/{number}/partners/{id}/end", edit, end::show)
        .post(
            "/{organisation}/innovations/{number}/partners/{id}/end",
            edit,
            "to_on=2026-11-30&reason=The+contract+has+run+out",
            end::submit,
        )
}
