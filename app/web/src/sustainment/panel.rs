//! Reviews on the page of scale-up: how many are done of those due, and each.
use crate::{
    here::Here,
    ui::words::{date, span, until},
};
use domain::{Innovation, ReviewCounts, ReviewSight, SiteId, SustainmentReview, days};
use leptos::prelude::*;

pub fn panel(here: &Here, innovation: &Innovation, may: bool) -> Option<impl IntoView + use<>> {
    let sights = here.seen().reviews(innovation, here.today);
    if sights.is_empty() {
        return None;
    }
    let counts = ReviewCounts::of(&sights, here.today);
    let is_late = counts.overdue > 0;
    let (now, later): (Vec<_>, Vec<_>) = sights.iter().partition(|one| one.is_done() || one.due_on <= here.today);
    let table = |of: &[&ReviewSight]| (!of.is_empty()).then(|| table(here, innovation, of, may));
    let later_heading = later.first().map(|next| format!("{} to come, the next on {}", later.len(), date(next.due_on)));
    let coming = later_heading.map(|heading| {
        let table = table(&later);
        view! { <details class="details"><summary>{heading}</summary><div>{table}</div></details> }
    });
    Some(view! {
        <section class="panel" aria-labelledby="reviews">
            <h2 id="reviews" class:late=is_late>{finding(&counts)}</h2>
            <p class="s quiet mb">{sustained(&counts)}</p>
            {table(&now)}
            {coming}
        </section>
    })
}

fn table(here: &Here, innovation: &Innovation, sights: &[&ReviewSight], may: bool) -> AnyView {
    let rows: Vec<_> = sights.iter().map(|one| row(here, innovation, one, may)).collect();
    view! {
        <table class="table table-cards">
            <thead><tr>
                <th scope="col">"Review"</th><th scope="col">"Sites"</th><th scope="col">"Due"</th>
                <th scope="col">"Still in use"</th><th scope="col">"Outcome held"</th><th scope="col">"What follows"</th>
                {may.then(|| view! { <th scope="col">"Change"</th> })}
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn finding(counts: &ReviewCounts) -> String {
    let overdue = if counts.overdue == 0 { String::new() } else { format!(", {} overdue", counts.overdue) };
    format!("Still in use? Reviews: {counts}{overdue}")
}

/// What is not done is never counted as in use.
fn sustained(counts: &ReviewCounts) -> String {
    let [yes, partly, no] = counts.in_use;
    let Some(share) = counts.sustained() else {
        return "No review is done, so nobody knows whether it is still in use.".into();
    };
    let share = share * 100.0;
    let rest = "A review that is not done is never counted as in use.";
    format!("Still in use in {yes} of {} reviews done, {share:.0}%. Partly: {partly}. No: {no}. {rest}", counts.done)
}

fn row(here: &Here, innovation: &Innovation, sight: &ReviewSight, may: bool) -> AnyView {
    let found = |told: fn(&SustainmentReview) -> &'static str| sight.review.map_or("–", |review| told(review));
    let action = sight.review.and_then(|review| review.action.as_ref()).map_or("–".into(), ToString::to_string);
    let kind = sight.kind.label();
    let change = may.then(|| {
        let (path, word) = match sight.review {
            Some(review) => (format!("reviews/{}/edit", review.id), "Correct"),
            None => (format!("reviews/new?kind={}&live_on={}", sight.kind.key(), sight.live_on), "Record"),
        };
        let label = format!("{word}: after {kind}, due {}", date(sight.due_on));
        let address = here.link(&format!("innovations/{}/{path}", innovation.number));
        view! { <td data-l="Change"><a href=address aria-label=label>{word}</a></td> }
    });
    let late = sight.is_overdue();
    view! {
        <tr>
            <th scope="row">{format!("After {kind}")}</th>
            <td data-l="Sites">{names(here, innovation, &sight.sites)}</td>
            <td data-l="Due" class:late=late>{due(here, sight)}</td>
            <td data-l="Still in use">{found(|one| one.still_in_use.label())}</td>
            <td data-l="Outcome held">{found(|one| one.outcome_held.label())}</td>
            <td data-l="What follows">{action}</td>
            {change}
        </tr>
    }
    .into_any()
}

/// "28 February 2027, done 3 March 2027", "1 May 2026, 3 months overdue".
fn due(here: &Here, sight: &ReviewSight) -> String {
    let day = date(sight.due_on);
    match sight.review {
        Some(review) if review.is_on_time() => format!("{day}, done {}", date(review.done_on)),
        Some(review) => format!("{day}, done {}, not on time", date(review.done_on)),
        None if sight.is_overdue() => format!("{day}, {} overdue", span(sight.late_days)),
        None if sight.late_days > 0 => format!("{day}, due now"),
        None => format!("{day}, {}", until(days(here.today, sight.due_on))),
    }
}

fn names(here: &Here, innovation: &Innovation, sites: &[SiteId]) -> String {
    let names = sites.iter().filter_map(|id| here.seen().site(innovation.id, *id).ok());
    let names: Vec<_> = names.map(|site| site.name.to_string()).collect();
    if names.is_empty() { "The innovation as a whole".into() } else { names.join(", ") }
}
