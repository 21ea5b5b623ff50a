//! Promise against given, with what it means and the table of it.
use super::chart::chart;
use crate::{here::Here, ui::words::month};
use domain::{Act, Innovation, MonthOfTime, Staffed, TimeFigures};
use leptos::prelude::*;

pub fn panel(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    let figures = here.seen().time_figures(innovation, here.today);
    let year = here.seen().year_of_time(innovation.id, here.today);
    let may = !here.looks_back() && here.seen().may(Act::EditTimeGiven, Some(innovation));
    let address = here.link(&format!("innovations/{}/time", innovation.number));
    let record = may.then(|| view! { <a class="btn" href=address>"Record time"</a> });
    let calls = !matches!(figures.staffed, Staffed::Staffed | Staffed::NoRecentRecord);
    let content = if year.iter().all(|one| one.time.is_none()) {
        let text = "Each month, one number for each person: the days they gave. Half days count.";
        view! { <p class="empty">{text}</p> }.into_any()
    } else {
        view! { {facts(&figures)} {chart(&year).into_any()} {table(&year).into_any()} }.into_any()
    };
    view! {
        <section class="panel" aria-labelledby="time">
            <div class="row spread mb"><h2 id="time" class:late=calls>{heading(&figures)}</h2> {record}</div>
            {content}
        </section>
    }
}

/// The finding, not the topic.
fn heading(figures: &TimeFigures) -> String {
    let Some(latest) = figures.month.map(month) else { return "No recent record of time given".into() };
    match figures.staffed {
        Staffed::Staffed => format!("The time promised for {latest} was given"),
        Staffed::LeadUnder => match figures.lead_time {
            None => format!("Nothing is recorded of the lead in {latest}"),
            Some(lead) => format!("The lead has {lead} days a month; 8 or more are needed"),
        },
        Staffed::TeamUnder => {
            format!("{} of {} days promised for {latest} were given", figures.given, figures.promised)
        }
        Staffed::NoRecentRecord => "No recent record of time given".into(),
    }
}

fn facts(figures: &TimeFigures) -> impl IntoView + use<> {
    let ratio = match (figures.team_ratio, figures.month) {
        (Some(ratio), Some(latest)) => {
            let (given, promised) = (figures.given, figures.promised);
            format!("{:.0}% in {}: {given} of {promised} days", ratio * 100.0, month(latest))
        }
        (None, Some(_)) => "– (nothing was promised)".into(),
        (_, None) => "– (nothing is recorded of the last 60 days)".into(),
    };
    let lead = figures.lead_time.map_or_else(|| "– (not recorded)".into(), |days| format!("{days} days promised"));
    view! {
        <dl class="dl mb">
            <dt>"Given of what was promised"</dt><dd>{ratio}</dd>
            <dt>"The lead"</dt><dd>{lead}</dd>
        </dl>
    }
}

fn table(year: &[MonthOfTime]) -> impl IntoView + use<> {
    let rows = year.iter().rev().map(|one| {
        let (promised, given) = match one.time {
            Some((promised, given)) => (promised.to_string(), given.to_string()),
            None => ("–".into(), "–".into()),
        };
        view! {
            <tr>
                <th scope="row">{month(one.month)}</th>
                <td class="num" data-l="Days promised">{promised}</td>
                <td class="num" data-l="Days given">{given}</td>
            </tr>
        }
    });
    view! {
        <details class="details">
            <summary>"The same as a table"</summary>
            <table class="table table-cards">
                <thead>
                    <tr><th scope="col">"Month"</th><th scope="col" class="num">"Days promised"</th><th scope="col" class="num">"Days given"</th></tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </details>
    }
}
