//! The way to the next gate: what has no day to spare.
use crate::{
    here::Here,
    ui::words::{count, date},
};
use domain::{CriticalPath, Innovation, PathStep};
use leptos::prelude::*;

/// Nothing where no milestone waits on another.
pub fn path_panel(here: &Here, innovation: &Innovation) -> Option<AnyView> {
    let path = here.seen().critical_path(innovation.id)?;
    let rows = path.steps.iter().map(|one| row(here, innovation, one)).collect_view();
    Some(
        view! {
            <section class="panel" aria-labelledby="path">
                <h2 id="path">{heading(&path)}</h2>
                <p class="s quiet mb">{format!("What leads to “{}”, with the earliest day as everything stands, and the last day that does not move it.", path.end.title)}</p>
                <table class="table table-cards">
                    <thead>
                        <tr>
                            <th scope="col">"Milestone"</th>
                            <th scope="col">"Forecast"</th>
                            <th scope="col">"Not before"</th>
                            <th scope="col">"At the latest"</th>
                            <th scope="col">"To spare"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </section>
        }
        .into_any(),
    )
}

/// The finding, not the topic.
fn heading(path: &CriticalPath) -> String {
    let critical = path.steps.iter().filter(|one| one.is_critical() && one.milestone.id != path.end.id).count();
    match critical {
        0 => "Nothing on the way to the next gate is short of time".into(),
        1 => "One milestone has no day to spare on the way to the next gate".into(),
        several => format!("{several} milestones have no day to spare on the way to the next gate"),
    }
}

fn row(here: &Here, innovation: &Innovation, one: &PathStep) -> impl IntoView + use<> {
    let address = here.link(&format!("innovations/{}/milestones/{}", one.innovation.number, one.milestone.id));
    let of = (one.innovation.id != innovation.id).then(|| {
        let name =
            format!("{}-{} {}", here.seen().organisation().short_code, one.innovation.number, one.innovation.title);
        view! { <br/><span class="xs quiet">{name}</span> }
    });
    let spare = match one.float() {
        ..=0 => "No day: critical".into(),
        few if one.is_near() => format!("{}: nearly critical", count(few, "day")),
        many => count(many, "day"),
    };
    let conflict = one.implied_on > one.milestone.forecast_on();
    view! {
        <tr>
            <th scope="row"><a href=address>{one.milestone.title.to_string()}</a>{of}</th>
            <td data-l="Forecast">{date(one.milestone.forecast_on())}</td>
            <td data-l="Not before" class:late=conflict>{date(one.implied_on)}</td>
            <td data-l="At the latest">{date(one.latest_on)}</td>
            <td data-l="To spare">{spare}</td>
        </tr>
    }
}
