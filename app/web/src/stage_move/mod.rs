//! Decisions at the gates: one form for each way an innovation can go.
mod choose;
mod condition;
mod decided;
mod decisions;
mod frame;
mod gate;
mod pause;
mod repeat;
mod resume;
mod step;
mod stop;

pub use condition::open_conditions;

use crate::route::{Routes, Who};
use domain::Act;

pub fn routes(routes: Routes) -> Routes {
    let (go, edit) = (Who::May(Act::Move), Who::May(Act::EditInnovation));
    routes
        .get("/{organisation}/innovations/{number}/decisions", Who::May(Act::Read), decisions::show)
        .get("/{organisation}/innovations/{number}/move", go, step::show)
        .post("/{organisation}/innovations/{number}/move", go, "to=stage-1&on=2026-11-24&moves_seen=1", step::submit)
        .get("/{organisation}/innovations/{number}/pause", go, pause::show)
        .post(
            "/{organisation}/innovations/{number}/pause",
            go,
            "reason=Waiting&review_on=2027-01-31&on=2026-11-24&moves_seen=1",
            pause::submit,
        )
        .get("/{organisation}/innovations/{number}/resume", go, resume::show)
        .post("/{organisation}/innovations/{number}/resume", go, "on=2026-11-24&moves_seen=1", resume::submit)
        .get("/{organisation}/innovations/{number}/repeat", go, repeat::show)
        .post(
            "/{organisation}/innovations/{number}/repeat",
            go,
            "reason=Another+winter&on=2026-11-24&moves_seen=1",
            repeat::submit,
        )
        .get("/{organisation}/innovations/{number}/stop", go, stop::show)
        .post(
            "/{organisation}/innovations/{number}/stop",
            go,
            "reason=no-need&lesson=Nobody+asked+for+it+once+the+lamps+were+LED&told=Lighting&on=2026-11-24&moves_seen=1",
            stop::submit,
        )
        .get("/{organisation}/innovations/{number}/moves/{ordinal}/conditions/{index}", edit, condition::show)
        .post(
            "/{organisation}/innovations/{number}/moves/{ordinal}/conditions/{index}",
            edit,
            "met_on=2026-11-24",
            condition::submit,
        )
}
