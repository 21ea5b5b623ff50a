//! Priorities: what leaders want, what will be different, the numbers that show it, and the forms that change them.
mod area;
mod area_panel;
mod chart;
mod close;
mod gaps;
mod measure;
mod measure_fields;
mod measure_page;
pub mod measure_table;
mod measured;
mod outcome;
mod priorities;
mod reading;
mod remove;

use crate::route::{Routes, Who};
use domain::Act;

pub fn routes(routes: Routes) -> Routes {
    routes.with(areas).with(outcomes).with(measures).with(measures_of_innovations)
}

fn areas(routes: Routes) -> Routes {
    let edit = Who::May(Act::EditDirection);
    routes
        .get("/{organisation}/priorities", Who::Member, priorities::show)
        .get("/{organisation}/priorities/new", edit, area::show_new)
        .post("/{organisation}/priorities/new", edit, "title=Care+at+home&active_from=2026-04-01", area::add)
        .get("/{organisation}/priorities/{area}/edit", edit, area::show)
        .post("/{organisation}/priorities/{area}/edit", edit, "title=Care+at+home&active_from=2026-04-01", area::edit)
        .get("/{organisation}/priorities/{area}/close", edit, close::show)
        .post(
            "/{organisation}/priorities/{area}/close",
            edit,
            "active_to=2026-11-24&closed_reason=achieved",
            close::submit,
        )
        .get("/{organisation}/priorities/{area}/reopen", edit, close::show_reopen)
        .post("/{organisation}/priorities/{area}/reopen", edit, "reason=Closed+by+mistake", close::reopen)
}

fn outcomes(routes: Routes) -> Routes {
    let edit = Who::May(Act::EditDirection);
    routes
        .get("/{organisation}/priorities/{area}/outcomes/new", edit, outcome::show_new)
        .post("/{organisation}/priorities/{area}/outcomes/new", edit, "statement=Fewer+falls", outcome::add)
        .get("/{organisation}/priorities/{area}/outcomes/{outcome}/edit", edit, outcome::show)
        .post("/{organisation}/priorities/{area}/outcomes/{outcome}/edit", edit, "statement=Fewer+falls", outcome::edit)
        .get("/{organisation}/priorities/{area}/outcomes/{outcome}/remove", edit, remove::show_outcome)
        .post("/{organisation}/priorities/{area}/outcomes/{outcome}/remove", edit, "reason=Merged", remove::outcome)
}

const MEASURE: &str = "title=Falls&unit=falls&better=lower&interval_days=91&source=Ambulance+service";
const READING: &str = "on=2026-11-01&value=41";

fn measures(routes: Routes) -> Routes {
    let edit = Who::May(Act::EditDirection);
    routes
        .get("/{organisation}/priorities/{area}/outcomes/{outcome}/measures/new", edit, measure::show_new)
        .post("/{organisation}/priorities/{area}/outcomes/{outcome}/measures/new", edit, MEASURE, measure::add)
        .get("/{organisation}/measures/{measure}", Who::Member, measure_page::show)
        .get("/{organisation}/measures/{measure}/edit", edit, measure::show)
        .post("/{organisation}/measures/{measure}/edit", edit, MEASURE, measure::edit)
        .get("/{organisation}/measures/{measure}/remove", edit, remove::show_measure)
        .post("/{organisation}/measures/{measure}/remove", edit, "reason=Not+needed", remove::measure)
        .get("/{organisation}/measures/{measure}/readings/new", edit, reading::show)
        .post("/{organisation}/measures/{measure}/readings/new", edit, READING, reading::submit)
}

/// The same pages for whoever may edit the innovation that is measured.
fn measures_of_innovations(routes: Routes) -> Routes {
    let edit = Who::May(Act::EditInnovation);
    routes
        .get("/{organisation}/innovations/{number}/measures", Who::May(Act::Read), measure_page::list)
        .get("/{organisation}/innovations/{number}/measures/new", edit, measure::show_new)
        .post("/{organisation}/innovations/{number}/measures/new", edit, MEASURE, measure::add)
        .get("/{organisation}/innovations/{number}/measures/{measure}", Who::May(Act::Read), measure_page::show)
        .get("/{organisation}/innovations/{number}/measures/{measure}/edit", edit, measure::show)
        .post("/{organisation}/innovations/{number}/measures/{measure}/edit", edit, MEASURE, measure::edit)
        .get("/{organisation}/innovations/{number}/measures/{measure}/remove", edit, remove::show_measure)
        .post(
            "/{organisation}/innovations/{number}/measures/{measure}/remove",
            edit,
            "reason=Not+needed",
            remove::measure,
        )
        .get("/{organisation}/innovations/{number}/measures/{measure}/readings/new", edit, reading::show)
        .post("/{organisation}/innovations/{number}/measures/{measure}/readings/new", edit, READING, reading::submit)
}
