//! The evidence map: innovations by actions, each cell leading to its records.
use super::words;
use crate::{here::Here, innovation_frame::named};
use domain::{Leadership, MapRow};
use leptos::prelude::*;

pub fn map(here: &Here, found: &Leadership) -> Option<AnyView> {
    let seen = here.seen();
    let mut rows: Vec<_> =
        found.map.iter().filter_map(|row| Some((seen.innovation(row.innovation).ok()?, row))).collect();
    if rows.is_empty() {
        return None;
    }
    rows.sort_by_key(|(innovation, _)| innovation.number);
    let heads: Vec<_> = found
        .actions
        .iter()
        .map(|one| view! { <th scope="col">{format!("{}. {}", one.action.number(), one.action.label())}</th> })
        .collect();
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(innovation, row)| {
            let name = named(here, innovation);
            let to = here.link(&format!("innovations/{}#evidence", innovation.number));
            view! { <tr><th scope="row">{name.clone()}</th>{cells(row, &to, &name)}</tr> }
        })
        .collect();
    Some(
        view! {
            <section class="panel" aria-labelledby="map">
                <h2 id="map" class="mb">"Which innovation is evidence for what"</h2>
                <table class="table table-cards">
                    <thead><tr><th scope="col">"Innovation"</th>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
                <p class="xs quiet mt">
                    "In full: credited in every signal that counts it. In part: in some of them. A dash: no signal counts it. In the order of numbers, which is no order of merit."
                </p>
            </section>
        }
        .into_any(),
    )
}

fn cells(row: &MapRow, to: &str, name: &str) -> Vec<AnyView> {
    let cell = |(action, cell): &(domain::Action, domain::MapCell)| {
        let word = words::cell(*cell);
        let label = format!("Action {}", action.number());
        if *cell == domain::MapCell::Dash {
            return view! { <td data-l=label>{word}</td> }.into_any();
        }
        let about = format!("{word}: {name}, action {}", action.number());
        view! { <td data-l=label><a href=to.to_owned() aria-label=about>{word}</a></td> }.into_any()
    };
    row.cells.iter().map(cell).collect()
}
