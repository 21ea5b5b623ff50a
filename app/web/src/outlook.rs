//! How far it has spread and whether it will last, in a few words wherever an executive looks.
use crate::ui::words::count;
use domain::{Card, Motion, Outlook};
use leptos::prelude::*;

/// "7 of 12 sites, 37% reached".
pub fn spread(outlook: &Outlook) -> Option<String> {
    let sites = outlook.sites.map(|(adopted, eligible)| format!("{adopted} of {}", count(whole(eligible), "site")));
    let reach = outlook.reach.map(|share| format!("{:.0}% reached", share * 100.0));
    let words: Vec<_> = sites.into_iter().chain(reach).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// "1 review overdue".
pub fn overdue(outlook: &Outlook) -> Option<String> {
    let overdue = outlook.reviews.overdue;
    (overdue > 0).then(|| format!("{} overdue", count(whole(overdue), "review")))
}

/// "Backing ends in 4 months".
pub fn backing(outlook: &Outlook) -> Option<String> {
    outlook.short_of_backing.map(|months| match months {
        0 => "Not fully backed".into(),
        months => format!("Backing ends in {}", count(i64::from(months), "month")),
    })
}

/// "Stalled" or "Stalled for half a year"; nothing while it moves.
pub fn stalled(card: &Card) -> Option<&'static str> {
    let stall = card.stall.as_ref().filter(|stall| stall.motion == Motion::Stalled)?;
    Some(if stall.is_long { "Stalled for half a year" } else { "Stalled" })
}

/// What stands on a card: the spread, and what endangers it.
pub fn lines(card: &Card) -> impl IntoView + use<> {
    let outlook = &card.outlook;
    let warnings: Vec<_> =
        [stalled(card).map(Into::into), backing(outlook), overdue(outlook)].into_iter().flatten().collect();
    let warnings = (!warnings.is_empty()).then(|| view! { <span class="late">{warnings.join(" · ")}</span> });
    view! { {spread(outlook).map(|words| view! { <span>{words}</span> })} {warnings} }
}

/// Among the facts at the top of an innovation; nothing where there is nothing to tell yet.
pub fn vital(card: &Card) -> Option<impl IntoView + use<>> {
    let outlook = &card.outlook;
    let reviews = (outlook.reviews.due > 0).then(|| format!("Reviews: {}", outlook.reviews));
    let spread = spread(outlook);
    let late = backing(outlook).map(|words| view! { <dd class="late">{words}</dd> });
    if spread.is_none() && reviews.is_none() && late.is_none() {
        return None;
    }
    let spread = spread.unwrap_or_else(|| "No sites yet".into());
    let overdue = outlook.reviews.overdue > 0;
    let reviews = reviews.map(|words| view! { <dd class:late=overdue>{words}</dd> });
    Some(view! { <div><dt>"Spread"</dt><dd>{spread}</dd>{reviews}{late}</div> })
}

fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
