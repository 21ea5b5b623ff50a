//! The roadmap in words: what is late, what is next, what waits for what, and everything as a table.
use crate::{
    dependency::sentence,
    here::Here,
    ui::words::{count, date, slip, until},
};
use chrono::Months;
use domain::{Milestone, Roadmap, RoadmapPoint, RoadmapRow};
use leptos::prelude::*;

pub fn points(here: &Here, id: &'static str, title: &'static str, list: &[RoadmapPoint]) -> AnyView {
    let rows = list.iter().map(|one| {
        let innovation = here.link(&format!("innovations/{}", one.innovation.number));
        let milestone = here.link(&format!("innovations/{}/milestones/{}", one.innovation.number, one.milestone.id));
        let late = one.days < 0;
        let when = if late { until(one.days) } else { date(one.milestone.forecast_on()) };
        view! {
            <li class="row spread">
                <span><a href=innovation>{one.innovation.title.to_string()}</a><br/><a class="quiet" href=milestone>{one.milestone.title.to_string()}</a></span>
                <span class:late=late>{when}</span>
            </li>
        }
    });
    let content = if list.is_empty() {
        view! { <p class="s quiet">"Nothing."</p> }.into_any()
    } else {
        view! { <ul class="rows s">{rows.collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="panel" aria-labelledby=id><h2 id=id>{format!("{title} ({})", list.len())}</h2>{content}</section>
    }
    .into_any()
}

/// What waits for what, the furthest apart first.
pub fn words(here: &Here, map: &Roadmap, hidden: bool) -> AnyView {
    if map.waits.is_empty() {
        return view! { <p class="s quiet mt">"Nothing that somebody has written down waits on anything else."</p> }
            .into_any();
    }
    let all = map.waits.iter().map(|one| {
        let address = here.link(&format!("innovations/{}/milestones/{}", one.innovation.number, one.waits.id));
        let label = format!("Open {}", one.waits.title);
        view! { <li>{sentence(here, one)}" "<a href=address aria-label=label>"Open"</a></li> }
    });
    let note = hidden.then(|| view! { <p class="s quiet">"Of some of these you may not see what they wait on."</p> });
    view! {
        <details class="details" open>
            <summary>{format!("What waits for what, in words ({})", map.waits.len())}</summary>
            <div><ul class="s">{all.collect_view()}</ul>{note}</div>
        </details>
    }
    .into_any()
}

pub fn table(here: &Here, map: &Roadmap) -> AnyView {
    let rows = map.areas.iter().flat_map(|area| {
        let title = area.area.map_or_else(|| "–".to_owned(), |area| area.title.to_string());
        area.rows.iter().flat_map(move |row| row_lines(here, row, &title))
    });
    let rows: Vec<_> = rows.collect();
    view! {
        <details class="details">
            <summary>"Show the roadmap as a table"</summary>
            <div>
                <table class="table table-cards">
                    <thead>
                        <tr>
                            <th scope="col">"Milestone"</th>
                            <th scope="col">"Innovation"</th>
                            <th scope="col">"Priority area"</th>
                            <th scope="col">"Stage"</th>
                            <th scope="col">"First planned"</th>
                            <th scope="col">"Forecast or done"</th>
                            <th scope="col">"Against the first"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}

/// One line for each milestone, or one that says that there is none.
fn row_lines(here: &Here, row: &RoadmapRow, area: &str) -> Vec<AnyView> {
    if row.milestones.is_empty() {
        return vec![line(here, row, area, None)];
    }
    row.milestones.iter().map(|one| line(here, row, area, Some(&***one))).collect()
}

fn line(here: &Here, row: &RoadmapRow, area: &str, one: Option<&Milestone>) -> AnyView {
    let outturn = match one {
        None => "–".into(),
        Some(one) => one.done_on.map_or_else(|| date(one.forecast_on()), |done| format!("Done {}", date(done))),
    };
    let slipped = one.and_then(Milestone::slip_first);
    let overdue = one.is_some_and(|one| one.overdue(here.today) > 0);
    let first = one.and_then(Milestone::first_baseline_on).map_or("–".into(), date);
    view! {
        <tr>
            <th scope="row">{one.map_or("None in this time".into(), |one| one.title.to_string())}</th>
            <td data-l="Innovation">{row.innovation.title.to_string()}</td>
            <td data-l="Priority area">{area.to_owned()}</td>
            <td data-l="Stage">{row.stage.clone()}</td>
            <td data-l="First planned">{first}</td>
            <td data-l="Forecast or done" class:late=overdue>{outturn}</td>
            <td data-l="Against the first" class:late=slipped.is_some_and(i64::is_positive)>{slip(slipped)}</td>
        </tr>
    }
    .into_any()
}

/// How much doubt to read into dates: of everything that may be seen, whatever the filter.
pub fn drift_panel(here: &Here) -> Option<AnyView> {
    let (seen, today) = (here.seen(), here.today);
    let from = today.checked_sub_months(Months::new(12)).unwrap_or(today);
    let on_time = seen.on_time(from..=today)?;
    let share = on_time.percent().map(|percent| format!(": {percent}%")).unwrap_or_default();
    let few = if on_time.percent().is_none() { ", too few for a share" } else { "" };
    let heading =
        format!("{} of {} milestones done in the last 12 months were on time{share}", on_time.on_time, on_time.of);
    let kinds = seen.usual_drift(today).into_iter().map(|one| {
        let words = match one.days {
            0 => "as first planned".into(),
            late if late > 0 => format!("{} later than first planned", count(late, "day")),
            early => format!("{} earlier than first planned", count(-early, "day")),
        };
        view! { <li>{format!("{}: usually {words} (of {} done in two years)", one.kind.label(), one.of)}</li> }
    });
    let kinds = kinds.collect::<Vec<_>>();
    let usual = if kinds.is_empty() {
        view! { <p class="s quiet">"In no stage have five milestones been done in two years, so no usual drift is told."</p> }.into_any()
    } else {
        view! { <ul class="s">{kinds}</ul> }.into_any()
    };
    Some(
        view! {
            <section class="panel" aria-labelledby="drift">
                <h2 id="drift">{heading}</h2>
                <p class="s quiet">{format!("On time is no more than a week after the first plan{few}.")}</p>
                {usual}
            </section>
        }
        .into_any(),
    )
}
