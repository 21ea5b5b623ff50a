//! The horizon: for how long all that it cannot do without is promised, and each commitment.
use crate::{
    here::Here,
    ui::words::{ago, count, date, until},
};
use chrono::NaiveDate;
use domain::{Commitment, CommitmentKind, Horizon, HorizonEnd, Innovation, days};
use leptos::prelude::*;
use std::sync::Arc;

/// Fewer months of backing than this are a cliff.
pub(crate) const CLIFF: u32 = 6;

pub fn panel(here: &Here, innovation: &Innovation, may: bool) -> impl IntoView + use<> {
    let horizon = here.seen().horizon(innovation.id, here.today);
    let mut all: Vec<_> = here.seen().commitments(innovation.id).filter(|one| one.from_on <= here.today).collect();
    all.sort_by_key(|one| (one.withdrawn_on.is_some(), one.kind, std::cmp::Reverse(one.to_on)));
    let new = here.link(&format!("innovations/{}/commitments/new", innovation.number));
    let add = may.then(|| view! { <a class="btn no-print" href=new>"Add a commitment"</a> });
    let kinds = horizon.ends.iter().map(|end| kind(here, end)).collect_view();
    let warnings = horizon.warnings().filter_map(warning).map(|told| view! { <p class="soon s">{told}</p> });
    let warnings = warnings.collect_view();
    let rows: Vec<_> = all.iter().map(|one| row(here, innovation, one, may)).collect();
    let table = (!rows.is_empty()).then(|| {
        view! {
            <table class="table table-cards mt">
                <thead><tr>
                    <th scope="col">"Promised by"</th><th scope="col">"What"</th><th scope="col">"From and until"</th>
                    {may.then(|| view! { <th scope="col">"Change"</th> })}
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
    });
    let is_short = horizon.months < CLIFF;
    view! {
        <section class="panel" aria-labelledby="commitments">
            <div class="row spread mb"><h2 id="commitments" class:late=is_short>{finding(&horizon)}</h2>{add}</div>
            {warnings}
            <dl class="dl">{kinds}</dl>
            {table}
        </section>
    }
}

/// "Backed for 4 months: money ends first".
fn finding(horizon: &Horizon) -> String {
    let missing = horizon.ends.iter().filter(|end| end.ends_on.is_none());
    let missing: Vec<_> = missing.map(|end| end.kind.label().to_lowercase()).collect();
    if !missing.is_empty() {
        return format!("Nobody has promised {}", missing.join(" or "));
    }
    let first = horizon.shortest().map(|end| format!(": {} ends first", end.kind.label().to_lowercase()));
    format!("Backed for {}{}", count(horizon.months.into(), "month"), first.unwrap_or_default())
}

fn kind(here: &Here, end: &HorizonEnd) -> impl IntoView + use<> {
    let told = match (end.ends_on, end.commitment) {
        (Some(_), Some(commitment)) if commitment.to_on.is_none() && end.capped_by.is_none() => {
            format!("No end set, by {}. Counted as 60 months", commitment.by)
        }
        (Some(day), Some(commitment)) => format!("{}, by {}", lasts(here, day), commitment.by),
        _ => "Nobody has promised it".into(),
    };
    let late = end.ends_on.is_none_or(|day| day < here.today);
    view! { <dt>{end.kind.label()}</dt><dd class:late=late>{told}</dd> }
}

/// "Until 24 March 2027, in 4 months", "Ended on 30 September 2026, 8 weeks ago".
pub fn lasts(here: &Here, last: NaiveDate) -> String {
    match days(here.today, last) {
        left @ 0.. => format!("Until {}, {}", date(last), until(left)),
        gone => format!("Ended on {}, {}", date(last), ago(-gone)),
    }
}

/// Who ends before it, with nobody that has taken it on.
pub fn warning(end: &HorizonEnd) -> Option<String> {
    let (name, on) = end.capped_by.as_ref()?;
    let kind = end.kind.label().to_lowercase();
    Some(format!("{name} ends on {}, and no successor has taken on what it promised: {kind}.", date(*on)))
}

fn row(here: &Here, innovation: &Innovation, one: &Arc<Commitment>, may: bool) -> AnyView {
    let base = format!("innovations/{}/commitments/{}", innovation.number, one.id);
    let stands = one.withdrawn_on.is_none();
    let change = may.then(|| {
        let links = [("edit", "Change"), ("withdraw", "Withdraw")].map(|(path, word)| {
            let label = format!("{word}: {}, {}", one.kind.label(), one.by);
            view! { <a href=here.link(&format!("{base}/{path}")) aria-label=label>{word}</a>" " }
        });
        view! { <td data-l="Change">{stands.then(|| links.collect_view())}</td> }
    });
    let last = one.to_on.map_or("no end set".into(), |last| format!("until {}", date(last)));
    let withdrawn = one.withdrawn_on.filter(|on| *on <= here.today);
    let withdrawn = withdrawn.map(|on| view! { <span class="late">{format!(". Withdrawn {}", date(on))}</span> });
    let extra = (!CommitmentKind::NEEDED.contains(&one.kind)).then_some(" (not in the horizon)");
    let council = one.council.and_then(|id| here.seen().council(id)).map(|council| council.name.to_string());
    let whose = one.organisation.as_ref().map(ToString::to_string).or(council);
    let whose = whose.map(|name| view! { <br/><span class="xs quiet">{name}</span> });
    view! {
        <tr>
            <th scope="row">{one.by.to_string()}{whose}</th>
            <td data-l="What">{one.kind.label()}{extra}</td>
            <td data-l="From and until">{format!("{}, {last}", date(one.from_on))}{withdrawn}</td>
            {change}
        </tr>
    }
    .into_any()
}
