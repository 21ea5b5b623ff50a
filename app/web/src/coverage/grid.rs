//! Power and interest of every group of what is under way.
use crate::{
    here::Here,
    stake::{
        grid::{finding, grid, letter},
        panel::mark,
    },
};
use domain::StakeSight;
use leptos::prelude::*;

pub fn panel(here: &Here) -> Option<AnyView> {
    let seen = here.seen();
    let active = seen.innovations().filter(|one| seen.kind_of(one).is_active());
    let sights: Vec<StakeSight> = active.flat_map(|one| seen.stake_sights(one, here.today)).collect();
    if sights.is_empty() {
        return None;
    }
    let title = finding(&sights);
    let marks: Vec<_> = sights.iter().enumerate().map(|(index, one)| mark(here, index, one)).collect();
    let rows = sights.iter().enumerate().map(|(index, one)| {
        let code = format!("{}-{}", seen.organisation().short_code, one.innovation.number);
        let first = if one.stake.is_priority() { "Yes" } else { "No" };
        view! {
            <tr>
                <th scope="row">{format!("{} {}", letter(index), one.stakeholder.name)}</th>
                <td data-l="Innovation">{code}</td>
                <td class="num" data-l="Power">{one.stake.power}</td>
                <td class="num" data-l="Interest">{one.stake.interest}</td>
                <td class="num" data-l="Impact">{one.stake.impact}</td>
                <td data-l="Priority">{first}</td>
            </tr>
        }
    });
    Some(
        view! {
            <section class="panel" aria-labelledby="grid">
                <h2 id="grid" class="mb">{title.clone()}</h2>
                <div class="grid-drawn">{grid(&title, &marks)}</div>
                <p class="xs quiet">"Filled: a priority. The letters are those of the table."</p>
                <details>
                    <summary>"The same as a table"</summary>
                    <table class="table table-cards">
                        <thead><tr>
                            <th scope="col">"Stakeholder"</th>
                            <th scope="col">"Innovation"</th>
                            <th scope="col" class="num">"Power"</th>
                            <th scope="col" class="num">"Interest"</th>
                            <th scope="col" class="num">"Impact"</th>
                            <th scope="col">"Priority"</th>
                        </tr></thead>
                        <tbody>{rows.collect_view()}</tbody>
                    </table>
                </details>
            </section>
        }
        .into_any(),
    )
}
