//! The risks of an innovation or of the organisation, each with its page and the forms that move it; and what the
//! organisation accepts.
mod accept;
mod action;
mod add;
mod appetite;
mod consider;
mod control;
mod council_appetite;
mod edit;
mod end;
mod escalation;
mod fields;
mod happened;
mod heat;
mod list;
mod review;
mod show;
mod watched;
pub mod words;

pub use heat::{class as heat_class, impact_heads};
pub use watched::address;

use crate::route::{Routes, Who};
use domain::Act;

/// The same page for an innovation and for the organisation: the address says which.
macro_rules! at_both {
    ($routes:expr, $who:expr, get $path:literal, $show:expr) => {
        $routes
            .get(concat!("/{organisation}/innovations/{number}/", $path), $who, $show)
            .get(concat!("/{organisation}/", $path), $who, $show)
    };
    ($routes:expr, $who:expr, form $path:literal, $show:expr, $example:literal, $submit:expr) => {
        $crate::risk::at_both!($routes, $who, get $path, $show)
            .post(concat!("/{organisation}/innovations/{number}/", $path), $who, $example, $submit)
            .post(concat!("/{organisation}/", $path), $who, $example, $submit)
    };
}
pub(crate) use at_both;

pub fn routes(routes: Routes) -> Routes {
    let (read, edit) = (Who::May(Act::Read), Who::May(Act::EditInnovation));
    let routes = routes.get("/{organisation}/innovations/{number}/risks", read, list::show);
    let routes = at_both!(routes, edit, form "risks/new", add::show, "kind=threat&event=A+late+delivery", add::submit);
    let routes = at_both!(routes, read, get "risks/{id}", show::show);
    let routes = at_both!(routes, edit, form "risks/{id}/edit", edit::show, "event=A+late+delivery", edit::submit);
    let routes =
        at_both!(routes, edit, form "risks/{id}/review", review::show, "likelihood=3&impact=4", review::submit);
    let routes =
        at_both!(routes, edit, form "risks/{id}/consider", consider::show, "upside=Half+the+energy", consider::submit);
    routes.with(actions).with(controls).with(ends).with(appetites)
}

fn actions(routes: Routes) -> Routes {
    let edit = Who::May(Act::EditInnovation);
    let routes =
        at_both!(routes, edit, form "risks/{id}/actions/new", action::show_new, "text=Ask", action::submit_new);
    let routes =
        at_both!(routes, edit, form "risks/{id}/actions/{action}/edit", action::show, "text=Ask", action::submit);
    at_both!(
        routes, edit, form "risks/{id}/actions/{action}/finish", action::show_finish, "done_on=2026-11-24",
        action::submit_finish
    )
}

fn controls(routes: Routes) -> Routes {
    let edit = Who::May(Act::EditInnovation);
    let routes = at_both!(
        routes, edit, form "risks/{id}/controls/new", control::show_new, "text=A+second+supplier", control::submit_new
    );
    let routes = at_both!(
        routes, edit, form "risks/{id}/controls/{control}/edit", control::show, "text=A+second+supplier",
        control::submit
    );
    at_both!(
        routes, edit, form "risks/{id}/controls/{control}/remove", control::show_remove, "", control::submit_remove
    )
}

fn ends(routes: Routes) -> Routes {
    let (edit, accept) = (Who::May(Act::EditInnovation), Who::May(Act::AcceptRisk));
    let routes = at_both!(routes, accept, form "risks/{id}/accept", accept::show, "until=2027-01-31", accept::submit);
    let routes = at_both!(routes, edit, form "risks/{id}/close", end::show_close, "reason=Gone", end::submit_close);
    let routes = at_both!(routes, edit, form "risks/{id}/reopen", end::show_reopen, "reason=Back", end::submit_reopen);
    at_both!(routes, edit, form "risks/{id}/happened", happened::show, "what=It+did", happened::submit)
}

fn appetites(routes: Routes) -> Routes {
    let (edit, manage) = (Who::May(Act::EditAppetite), Who::May(Act::ManagePeople));
    routes
        .get("/{organisation}/appetite", Who::Member, appetite::show)
        .get("/{organisation}/appetite/edit", edit, appetite::form)
        .post("/{organisation}/appetite/edit", edit, "delivery=open", appetite::submit)
        .get("/{organisation}/appetite/councils/{council}", edit, council_appetite::form)
        .post("/{organisation}/appetite/councils/{council}", edit, "delivery=cautious", council_appetite::submit)
        .get("/{organisation}/settings/escalation", manage, escalation::form)
        .post("/{organisation}/settings/escalation", manage, "key_decision=500%2C000", escalation::submit)
}
