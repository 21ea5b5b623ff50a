//! Persistence: how well it is kept up, part by part.
use crate::{here::Here, ui::words::count};
use domain::{Innovation, Persistence};
use leptos::prelude::*;

/// None before it started.
pub fn panel(here: &Here, innovation: &Innovation) -> Option<impl IntoView + use<>> {
    let persistence = here.seen().persistence(innovation, here.today)?;
    let heading = match persistence.score {
        None => "Too early to say how well it is kept up".to_owned(),
        Some(score) => format!("Persistence {score:.1} of 100"),
    };
    let rows = parts(&persistence).into_iter().map(|(part, told, points)| {
        let points = points.map_or("left out".into(), |(points, most)| format!("{points:.1} of {most:.0}"));
        view! {
            <tr><th scope="row">{part}</th><td data-l="What it comes from">{told}</td><td class="num" data-l="Points">{points}</td></tr>
        }
    });
    let rows = rows.collect_view();
    Some(view! {
        <section class="panel" aria-labelledby="lasting">
            <h2 id="lasting">{heading}</h2>
            <table class="table table-cards">
                <thead><tr><th scope="col">"Part"</th><th scope="col">"What it comes from"</th><th scope="col" class="num">"Points"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
            <p class="xs quiet mt">"A part of which nothing can be said yet is left out, and so are its points. Nothing is said in the first half year. It says how well this is kept up, never how well somebody works."</p>
        </section>
    })
}

type Part = (&'static str, String, Option<(f64, f64)>);

fn parts(persistence: &Persistence) -> [Part; 4] {
    let (parts, continuity) = (persistence.parts, &persistence.continuity);
    let [horizon, posts, reviews, recovery] = parts.points();
    let hand_overs = match continuity.without_note.len() {
        0 => String::new(),
        notes => format!(", {} without a note", count(i64::try_from(notes).unwrap_or(i64::MAX), "hand-over")),
    };
    let ratio = |(top, bottom): (usize, usize), of: &str, none: &str| match bottom {
        0 => none.to_owned(),
        _ => format!("{top} of {bottom} {of}"),
    };
    [
        ("Backing", format!("Promised for {}", count(parts.horizon.into(), "month")), horizon),
        (
            "People in post",
            format!("Lead and sponsor both in post on {} of {} days{hand_overs}", continuity.in_post, continuity.days),
            posts,
        ),
        ("Reviews", ratio(parts.reviews, "closed reviews were on time", "No review is closed yet"), reviews),
        (
            "Answers to setbacks",
            ratio(parts.recovery, "older setbacks were answered within 120 days", "No setback is older than 120 days"),
            recovery,
        ),
    ]
}
