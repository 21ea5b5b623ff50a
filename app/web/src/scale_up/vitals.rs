//! The facts that everybody asks for first.
use crate::{
    embedding::banded,
    here::Here,
    site::site_link,
    ui::words::{date, until},
};
use domain::{Innovation, Reach, days};
use leptos::prelude::*;

pub fn vitals(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    let seen = here.seen();
    let adoption = seen.adoption(innovation.id, here.today);
    let rollout = seen.rollout(innovation.id, here.today);
    let behind = !rollout.late.is_empty();
    let live = match adoption.eligible() {
        0 => "No eligible site".into(),
        eligible => format!("{} of {eligible}", adoption.adopted.len()),
    };
    let planned = match rollout.due() {
        0 => "None planned by now".into(),
        due => format!("Plan was {due} by now"),
    };
    let reach = seen.reach(innovation.id, here.today);
    let embedding = seen.embedding(innovation.id, None, here.today);
    let raters = match embedding.counted.len() {
        0 => String::new(),
        1 => "1 rater".into(),
        raters => format!("{raters} raters, {:.1} points apart", embedding.spread.unwrap_or_default()),
    };
    let (next, when, late) = next_site(here, innovation);
    view! {
        <dl class="vitals">
            <div><dt>"Sites live"</dt><dd>{live}</dd><dd>{adoption.to_string()}</dd><dd class:late=behind>{planned}</dd></div>
            <div><dt>"People reached"</dt><dd>{reached(&reach)}</dd><dd>{reach.to_string()}</dd></div>
            <div><dt>"Embedding"</dt><dd>{banded(&embedding)}</dd><dd>{raters}</dd></div>
            <div><dt>"Next site"</dt><dd>{next}</dd><dd class:late=late>{when}</dd></div>
            <div><dt>"What blocks"</dt><dd>{block(here, innovation)}</dd></div>
        </dl>
    }
}

/// "1,940 of 5,200 people".
pub fn reached(reach: &Reach) -> String {
    match (&reach.unit, reach.eligible()) {
        (Some(unit), eligible @ 1..) => format!("{} of {} {unit}", thousands(reach.reached()), thousands(eligible)),
        _ => "–".into(),
    }
}

/// "5,200".
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut told = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            told.push(',');
        }
        told.push(digit);
    }
    told
}

/// The one of those under way that is expected first.
fn next_site(here: &Here, innovation: &Innovation) -> (AnyView, String, bool) {
    let mut ahead: Vec<_> = here
        .seen()
        .site_sights(innovation.id, here.today)
        .into_iter()
        .filter_map(|one| Some((one.expected_on()?, one)))
        .collect();
    ahead.sort_by_key(|(on, one)| (*on, one.site.name.clone()));
    let Some((on, next)) = ahead.first() else {
        return ("None planned".into_any(), String::new(), false);
    };
    let left = days(here.today, *on);
    (site_link(here, innovation.number, next.site).into_any(), format!("{}, {}", date(*on), until(left)), left < 0)
}

/// The first thing without which it cannot last.
fn block(here: &Here, innovation: &Innovation) -> String {
    let horizon = here.seen().horizon(innovation.id, here.today);
    if let Some(end) = horizon.ends.iter().find(|end| end.ends_on.is_none_or(|day| day < here.today)) {
        return format!("{} is not promised", end.kind.label());
    }
    let embedding = here.seen().embedding(innovation.id, None, here.today);
    match embedding.weakest() {
        Some((item, 0)) => format!("{} “{}” No", item.code(), item.label()),
        Some((item, _)) => format!("{} “{}” Partly", item.code(), item.label()),
        None if embedding.counted.is_empty() => "Nobody has said whether it will last".into(),
        None => "Nothing is in the way".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([0, 940, 5_200, 1_234_567].map(thousands), ["0", "940", "5,200", "1,234,567"]);
    }
}
