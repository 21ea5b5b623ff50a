//! What is waited for and where that stands, in words.
use crate::{
    here::Here,
    ui::words::{count, date, span},
};
use domain::{Crossing, DependencySight, DependencyState, Innovation, WaitsFor, days};

/// "AC-3 One Report It: Reports reach the desks".
pub fn on_name(here: &Here, sight: &DependencySight) -> String {
    let code = |one: &Innovation| format!("{}-{} {}", here.seen().organisation().short_code, one.number, one.title);
    match sight.on {
        WaitsFor::Milestone(_, other) if sight.crosses == Crossing::Within => other.title.to_string(),
        WaitsFor::Milestone(innovation, other) => format!("{}: {}", code(innovation), other.title),
        WaitsFor::Innovation(other) => code(other),
        WaitsFor::Partner(words) | WaitsFor::Other(words) => words.to_string(),
        WaitsFor::Hidden => "Something you may not see".into(),
        WaitsFor::Gone => "Something that is no longer in the plan".into(),
    }
}

/// The picture of a state and its words, with how much it is about.
pub fn standing(here: &Here, sight: &DependencySight) -> (&'static str, String) {
    let (promise, need_by) = (sight.promise, sight.need_by);
    let Some(state) = sight.state else { return ("none", "Not known".into()) };
    let over = |from: chrono::NaiveDate, to: chrono::NaiveDate| span(days(from, to));
    match (state, promise) {
        (DependencyState::Met, _) => {
            let met = sight.dependency.met_on.or(promise);
            ("on", met.map_or_else(|| state.label().into(), |met| format!("Met on {}", date(met))))
        }
        (DependencyState::Late, Some(promise)) => ("off", format!("{} late", over(promise, here.today))),
        (DependencyState::Conflict, Some(promise)) => ("risk", format!("Promised {} too late", over(need_by, promise))),
        (DependencyState::Fine, _) => ("on", state.label().into()),
        _ => ("none", state.label().into()),
    }
}

/// "Front Door Plus: Wave 2 (8 January 2027) waits on …, 29 December 2026, and 21 days of work after that. 11 days late."
pub fn sentence(here: &Here, sight: &DependencySight) -> String {
    let promise = sight.promise.map(|day| format!(" ({})", date(day))).unwrap_or_default();
    let work = match sight.dependency.lag_days {
        0 => String::new(),
        lag => format!(", and {} of work after that", count(lag.into(), "day")),
    };
    format!(
        "{}: {} ({}) waits on {}{promise}{work}. {}.",
        sight.innovation.title,
        sight.waits.title,
        date(sight.waits.forecast_on()),
        on_name(here, sight),
        standing(here, sight).1
    )
}
