//! Money of all innovations by financial year, and in a partnership by who pays.
use crate::here::Here;
use domain::{CouncilId, OrganisationKind, Pence};
use leptos::prelude::*;
use std::collections::BTreeMap;

pub fn years(here: &Here) -> impl IntoView + use<> {
    let mut sums: BTreeMap<(i32, Option<CouncilId>), (i64, i64)> = BTreeMap::new();
    for innovation in here.seen().innovations() {
        for one in here.seen().money_by_year(innovation.id, here.today) {
            let sum = sums.entry((one.year, one.council)).or_default();
            *sum = (sum.0 + one.approved.0, sum.1 + one.spent.0);
        }
    }
    let rows: Vec<_> = sums
        .into_iter()
        .map(|((year, council), (approved, spent))| (year, council, Pence(approved), Pence(spent)))
        .collect();
    view! { <section class="panel" aria-labelledby="years"><h2 id="years">"Money by financial year"</h2>{table(here, &rows)}</section> }
}

/// Year, who pays, approved and spent.
pub fn table(here: &Here, rows: &[(i32, Option<CouncilId>, Pence, Pence)]) -> AnyView {
    if rows.is_empty() {
        return view! { <p class="empty">"No money is recorded yet."</p> }.into_any();
    }
    let is_partnership = here.seen().organisation().kind == OrganisationKind::Partnership;
    let rows = rows.iter().map(|(year, council, approved, spent)| {
        let council = is_partnership.then(|| {
            let name =
                council.and_then(|id| here.seen().council(id)).map_or_else(|| "–".into(), |one| one.name.to_string());
            view! { <td data-l="Who pays">{name}</td> }
        });
        let year = format!("{year}/{:02}", (year + 1).rem_euclid(100));
        view! {
            <tr>
                <th scope="row">{year}</th>
                {council}
                <td class="num" data-l="Approved">{approved.to_string()}</td>
                <td class="num" data-l="Spent">{spent.to_string()}</td>
            </tr>
        }
    });
    view! {
        <table class="table table-cards">
            <thead>
                <tr>
                    <th scope="col">"Year"</th>
                    {is_partnership.then(|| view! { <th scope="col">"Who pays"</th> })}
                    <th scope="col" class="num">"Approved"</th>
                    <th scope="col" class="num">"Spent"</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
        <p class="xs quiet mt">"A line over several years is spread evenly over its days."</p>
    }
    .into_any()
}
