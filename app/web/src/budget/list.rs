use super::OfInnovation;
use crate::{
    failure::Failure,
    here::Here,
    innovation_frame::{Tab, frame},
    resources, time_given,
    ui::words::{date, span},
};
use axum::{extract::Path, response::Response};
use domain::{Act, BudgetLine, Funding, Innovation, Money, OrganisationKind, Pence, Spending, days};
use leptos::prelude::*;
use std::sync::Arc;

pub async fn show(here: Here, Path((_, number)): OfInnovation) -> Result<Response, Failure> {
    here.answer(|here| {
        let innovation = here.seen().numbered(number)?.clone();
        let here = here.clone();
        Ok(here.clone().page(format!("Money of {}", innovation.title), move || {
            let may_edit = !here.looks_back() && here.seen().may(Act::EditMoney, Some(&innovation));
            let money = here.seen().money(innovation.id);
            let mut lines: Vec<_> = here.seen().budget_lines(innovation.id).cloned().collect();
            lines.sort_by_key(|line| (line.from_on, line.id));
            let new = here.link(&format!("innovations/{number}/money/new"));
            let add = may_edit.then(|| view! { <a class="btn btn-go" href=new>"Add a budget line"</a> });
            let month = here.link(&format!("innovations/{number}/money/spend"));
            let month = (may_edit && !lines.is_empty())
                .then(|| view! { <a class="btn" href=month>"Record last month’s spend"</a> });
            let spending = here.seen().spending(innovation.id, here.today);
            let (heading, calls) = funding(money.funding);
            let content = view! {
                <section class="panel" aria-labelledby="money">
                    <div class="row spread mb"><h2 id="money" class:late=calls>{heading}</h2> <span class="row no-print">{month} {add}</span></div>
                    {facts(&here, &innovation, &money, spending)}
                </section>
                <section class="panel" aria-labelledby="lines">
                    <h2 id="lines" class="mb">{total(&money)}</h2>
                    {table(&here, number, &lines, may_edit)}
                </section>
                {years(&here, &innovation)}
                {time_given::panel(&here, &innovation).into_any()}
            };
            frame(&here, &innovation, Tab::Money, content)
        }))
    })
}

/// More than one year, or more than one who pays; otherwise the lines say it already.
fn years(here: &Here, innovation: &Innovation) -> Option<AnyView> {
    let years = here.seen().money_by_year(innovation.id, here.today);
    let rows: Vec<_> = years.into_iter().map(|one| (one.year, one.council, one.approved, one.spent)).collect();
    (rows.len() > 1).then(|| {
        let table = resources::years_table(here, &rows);
        view! { <section class="panel" aria-labelledby="years"><h2 id="years">"By financial year"</h2>{table}</section> }
            .into_any()
    })
}

/// Whether the money lasts to the next gate, and whether that calls for somebody.
fn funding(funding: Funding) -> (String, bool) {
    match funding {
        Funding::Funded { ends_on, gate_on } => {
            (format!("Funded to {}, past the next gate on {}", date(ends_on), date(gate_on)), false)
        }
        Funding::NoMoney => ("No money recorded".into(), false),
        Funding::NoSource => ("Nobody has said where the money comes from".into(), false),
        Funding::NoGate => ("Not known to be funded: there is no date for the next gate".into(), false),
        Funding::EndsBefore { ends_on, gate_on } => {
            let gap = span(days(ends_on, gate_on));
            (format!("The money ends on {}, {gap} before the next gate on {}", date(ends_on), date(gate_on)), true)
        }
    }
}

fn total(money: &Money) -> String {
    match (money.approved, money.forecast) {
        (None, _) => "No budget lines yet".into(),
        (Some(approved), None) => format!("{approved} approved"),
        (Some(approved), Some(forecast)) => format!("{approved} approved, {forecast} expected"),
    }
}

/// Each figure with what it was made of; what cannot be worked out says why.
fn facts(here: &Here, innovation: &Innovation, money: &Money, spending: Spending) -> Option<AnyView> {
    let approved = money.approved?;
    let percent = |share: f64| format!("{:.0}%", share * 100.0);
    let ratio = money.cost_ratio.map_or_else(
        || "– (no line has both an expected outturn and approved money)".into(),
        |ratio| format!("{} of what is approved, over the lines that have a forecast", percent(ratio)),
    );
    let external = money.external_share.map_or_else(
        || "– (nothing is approved)".into(),
        |share| format!("{} of {approved} comes from grants and partners", percent(share)),
    );
    let cliff = money.cliff_on.map(|day| {
        let text = format!("{}: money from outside ends and no base budget follows", date(day));
        view! { <dt>"Cliff"</dt><dd class="late">{text}</dd> }
    });
    let person = here.seen().cost_per_person(innovation.id, here.today);
    let person = person.map(|cost| view! { <dt>"Each person reached"</dt><dd>{format!("{cost} so far")}</dd> });
    let councils = money.by_council.iter().map(|(council, pence)| {
        let name = here.seen().council(*council).map_or_else(|| "–".into(), |one| one.name.to_string());
        view! { <dt>{name}</dt><dd>{share_of(*pence, approved)}</dd> }
    });
    let councils = councils.collect_view();
    let facts = view! {
        <dl class="dl">
            <dt>"Expected outturn"</dt>
            <dd>{ratio}</dd>
            <dt>"Spent"</dt>
            <dd class:late=is_behind(spending)>{spent(spending)}</dd>
            {person}
            <dt>"From outside"</dt>
            <dd>{external}</dd>
            {cliff}
            {councils}
        </dl>
    };
    Some(facts.into_any())
}

/// Twenty points or more from a straight line, either way.
fn is_behind(spending: Spending) -> bool {
    spending.gap().is_some_and(|gap| gap.abs() >= 20.0 - 1e-12)
}

/// Against a straight line, which is a comparison and not a profile.
fn spent(spending: Spending) -> String {
    let Some(to_date) = spending.to_date else { return "– (no spend is recorded)".into() };
    match (spending.spent_share, spending.planned_share) {
        (Some(spent), Some(planned)) => {
            let (spent, planned) = (spent * 100.0, planned * 100.0);
            format!("{to_date}; {spent:.0}% of the money of today’s lines, with {planned:.0}% of their time gone")
        }
        _ => format!("{to_date}; no line with money includes today"),
    }
}

/// "£12,000, 24%".
fn share_of(part: Pence, whole: Pence) -> String {
    match whole.0 {
        0 => part.to_string(),
        whole => format!("{part}, {:.0}%", part.0 as f64 / whole as f64 * 100.0),
    }
}

fn table(here: &Here, number: u32, lines: &[Arc<BudgetLine>], may_edit: bool) -> impl IntoView + use<> {
    if lines.is_empty() {
        let text = "A budget line is approved money from one source for a time. Work that costs nothing has a line too, with the reason.";
        return view! { <p class="empty">{text}</p> }.into_any();
    }
    let is_partnership = here.seen().organisation().kind == OrganisationKind::Partnership;
    let rows = lines.iter().map(|line| row(here, number, line, is_partnership, may_edit)).collect_view();
    view! {
        <table class="table table-cards">
            <thead>
                <tr>
                    <th scope="col">"Source"</th>
                    {is_partnership.then(|| view! { <th scope="col">"Council"</th> })}
                    <th scope="col">"Kind"</th>
                    <th scope="col" class="num">"Approved"</th>
                    <th scope="col" class="num">"Expected"</th>
                    <th scope="col" class="num">"Spent"</th>
                    <th scope="col">"For"</th>
                    {may_edit.then(|| view! { <th scope="col">"Change"</th> })}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(
    here: &Here,
    number: u32,
    line: &Arc<BudgetLine>,
    is_partnership: bool,
    may_edit: bool,
) -> impl IntoView + use<> {
    let source = line.source.as_ref().map_or_else(|| "No source named".into(), ToString::to_string);
    let reason =
        line.nil_reason.as_ref().map(|reason| view! { <br/><span class="xs quiet">{reason.to_string()}</span> });
    let council = is_partnership.then(|| {
        let council = line.council.and_then(|council| here.seen().council(council));
        let name = council.map_or_else(|| "–".into(), |one| one.name.to_string());
        view! { <td data-l="Council">{name}</td> }
    });
    let spent = here.seen().spent_by(line, here.today).map_or_else(|| "–".into(), |pence| pence.to_string());
    let base = format!("innovations/{number}/money/{}", line.id);
    let changes = may_edit.then(|| {
        let links = [("spend", "Spend"), ("edit", "Edit"), ("remove", "Remove")].map(|(path, word)| {
            let label = format!("{word}: {source}, {}", line.approved);
            view! { <a href=here.link(&format!("{base}/{path}")) aria-label=label>{word}</a>" " }
        });
        view! { <td data-l="Change"><span class="row">{links.collect_view()}</span></td> }
    });
    view! {
        <tr>
            <th scope="row">{source.clone()}{reason}</th>
            {council}
            <td data-l="Kind">{line.kind.label()}</td>
            <td class="num" data-l="Approved">{line.approved.to_string()}</td>
            <td class="num" data-l="Expected">{line.forecast.map_or_else(|| "–".into(), |pence| pence.to_string())}</td>
            <td class="num" data-l="Spent">{spent}</td>
            <td data-l="For">{format!("{} to {}", date(line.from_on), date(line.to_on))}</td>
            {changes}
        </tr>
    }
}
