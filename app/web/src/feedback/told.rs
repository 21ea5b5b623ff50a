//! How long people wait until they hear what came of what they said, with the records behind the figure.
use super::words;
use crate::{
    here::Here,
    ui::words::{count, date},
};
use domain::{EngagementFigures, ToldBack};
use leptos::prelude::*;

pub fn told(here: &Here, figures: &EngagementFigures<'_>) -> impl IntoView + use<> {
    let heading = match figures.days_to_tell_back() {
        None => "Nobody was told back in the last year.".into(),
        Some(days) => format!("People hear back after {} days in the middle.", middle(days)),
    };
    let mut all = figures.told_back.clone();
    all.sort_by_key(|one| std::cmp::Reverse((one.feedback.told_back_on, one.feedback.id)));
    let number = i64::try_from(all.len()).unwrap_or(i64::MAX);
    let rows = all.iter().map(|one| row(here, one)).collect_view();
    let records = (number > 0).then(|| {
        view! {
            <details class="details">
                <summary>{format!("Show the {} told back in the year", count(number, "item"))}</summary>
                <div>
                    <table class="table table-cards">
                        <thead><tr>
                            <th scope="col">"What they said"</th><th scope="col">"Who"</th><th scope="col">"Said on"</th>
                            <th scope="col">"Told back on"</th><th scope="col" class="num">"Days"</th>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        }
    });
    view! {
        <section class="panel" aria-labelledby="told-back">
            <h2 id="told-back">{heading}</h2>
            <p class="s quiet mb">"The median of the days from what was said to the day people were told, over what was told back in the last 365 days."</p>
            {records}
        </section>
    }
}

fn row(here: &Here, one: &ToldBack<'_>) -> impl IntoView + use<> {
    let said = one.feedback;
    view! {
        <tr>
            <th scope="row">{said.said.to_string()}</th>
            <td data-l="Who">{words::voices(here, said)}</td>
            <td data-l="Said on">{date(said.raised_on)}</td>
            <td data-l="Told back on">{said.told_back_on.map(date)}</td>
            <td class="num" data-l="Days">{one.days}</td>
        </tr>
    }
}

/// "16", or "16.5" between two days.
fn middle(days: f64) -> String {
    if days.fract() == 0.0 { format!("{days:.0}") } else { format!("{days:.1}") }
}
