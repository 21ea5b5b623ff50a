//! The money of an innovation: its lines, what they add up to, and whether they last.
mod add;
mod edit;
mod fields;
mod list;
mod remove;
mod spend;
mod spend_month;
mod spend_table;

pub use fields::{councils, pounds};

use crate::route::{Routes, Who};
use axum::extract::Path;
use domain::{Act, BudgetLineId, Slug};

type OfInnovation = Path<(Slug, u32)>;
type OfLine = Path<(Slug, u32, BudgetLineId)>;

pub fn routes(routes: Routes) -> Routes {
    let edit = Who::May(Act::EditMoney);
    routes
        .get("/{organisation}/innovations/{number}/money", Who::May(Act::Read), list::show)
        .get("/{organisation}/innovations/{number}/money/new", edit, add::show)
        .post("/{organisation}/innovations/{number}/money/new", edit, EXAMPLE, add::submit)
        .get("/{organisation}/innovations/{number}/money/{id}/edit", edit, edit::show)
        .post("/{organisation}/innovations/{number}/money/{id}/edit", edit, EXAMPLE, edit::submit)
        .get("/{organisation}/innovations/{number}/money/{id}/remove", edit, remove::show)
        .post("/{organisation}/innovations/{number}/money/{id}/remove", edit, "reason=Entered+twice", remove::submit)
        .get("/{organisation}/innovations/{number}/money/{id}/spend", edit, spend::show)
        .post("/{organisation}/innovations/{number}/money/{id}/spend", edit, "month_1=500&year=2026", spend::submit)
        .get("/{organisation}/innovations/{number}/money/spend", edit, spend_month::show)
        .post("/{organisation}/innovations/{number}/money/spend", edit, "month=2026-10-01", spend_month::submit)
}

const EXAMPLE: &str = "kind=base&source=Transformation+fund&approved=1000&from_on=2026-04-01&to_on=2027-03-31";
