//! What an administrator settles for the whole organisation, and the statements that everyone may read.
mod council;
mod ending;
mod levels;
mod organisation;
mod quiet_period;
mod show;
mod statement;
mod words;

use crate::route::{Routes, Who};
use domain::Act;

pub fn routes(routes: Routes) -> Routes {
    routes.with(organisation_and_statements).with(quiet_periods).with(councils).with(endings)
}

fn organisation_and_statements(routes: Routes) -> Routes {
    let manage = Who::May(Act::ManagePeople);
    routes
        .get("/accessibility", Who::Anyone, statement::accessibility)
        .get("/privacy", Who::Anyone, statement::privacy)
        .get("/{organisation}/accessibility", Who::Anyone, statement::accessibility_of)
        .get("/{organisation}/privacy", Who::Anyone, statement::privacy_of)
        .get("/{organisation}/settings", manage, show::show)
        .get("/{organisation}/settings/organisation", manage, organisation::show)
        .post(
            "/{organisation}/settings/organisation",
            manage,
            "name=Northshire+Council&short_code=NC",
            organisation::submit,
        )
        .get("/{organisation}/settings/levels", manage, levels::show)
        .post("/{organisation}/settings/levels", manage, "level_2=Hear", levels::submit)
        .get("/{organisation}/settings/statements/{statement}", manage, statement::show)
        .post("/{organisation}/settings/statements/{statement}", manage, "words=Our+own+words", statement::submit)
}

const CHRISTMAS: &str = "label=Christmas&from_on=2026-12-21&to_on=2027-01-03&closed=yes";

fn quiet_periods(routes: Routes) -> Routes {
    let edit = Who::May(Act::EditQuietPeriods);
    routes
        .get("/{organisation}/settings/quiet-periods/new", edit, quiet_period::show_new)
        .post("/{organisation}/settings/quiet-periods/new", edit, CHRISTMAS, quiet_period::add)
        .get("/{organisation}/settings/quiet-periods/{period}/edit", edit, quiet_period::show)
        .post("/{organisation}/settings/quiet-periods/{period}/edit", edit, CHRISTMAS, quiet_period::edit)
        .get("/{organisation}/settings/quiet-periods/{period}/remove", edit, quiet_period::show_remove)
        .post("/{organisation}/settings/quiet-periods/{period}/remove", edit, "", quiet_period::remove)
}

fn councils(routes: Routes) -> Routes {
    let manage = Who::May(Act::ManagePeople);
    let council = "name=Eastvale+Council&from_on=2026-12-01";
    routes
        .get("/{organisation}/settings/councils/new", manage, council::show_new)
        .post("/{organisation}/settings/councils/new", manage, council, council::add)
        .get("/{organisation}/settings/councils/{council}/edit", manage, council::show)
        .post("/{organisation}/settings/councils/{council}/edit", manage, council, council::edit)
        .get("/{organisation}/settings/councils/{council}/end", manage, council::show_end)
        .post("/{organisation}/settings/councils/{council}/end", manage, "to_on=2027-03-31", council::end)
}

fn endings(routes: Routes) -> Routes {
    let manage = Who::May(Act::ManagePeople);
    let ending = "ends_on=2028-03-31&successors=Greater+Northshire";
    routes
        .get("/{organisation}/settings/ending", manage, ending::show)
        .post("/{organisation}/settings/ending", manage, ending, ending::submit)
        .get("/{organisation}/settings/councils/{council}/ending", manage, ending::show_of_council)
        .post("/{organisation}/settings/councils/{council}/ending", manage, ending, ending::submit_of_council)
}
