//! Who owes an update, how late it is, and what was said last.
use super::{ask, confidence_state, strip};
use crate::{
    failure::Failure,
    here::Here,
    innovation_frame::named,
    ui::words::{count, date, until},
};
use axum::response::Response;
use domain::{Act, ExpectedUpdate, days};
use leptos::prelude::*;

pub async fn show(here: Here) -> Result<Response, Failure> {
    here.answer(|here| {
        let inside = here.clone();
        Ok(here.page("Expected updates", move || {
            let all = inside.seen().expected_updates(inside.today);
            let (late, others): (Vec<_>, Vec<_>) = all.iter().copied().partition(ExpectedUpdate::is_late);
            let may = !inside.looks_back() && inside.seen().may(Act::AskForUpdate, None);
            let some = late.iter().any(|one| one.may_be_asked_for(inside.today));
            let everyone = (may && some).then(|| ask::all_button(&inside));
            let nothing = all.is_empty().then(|| view! { <p class="empty">"No innovation is in an active stage."</p> });
            view! {
                <div class="ph">
                    <div class="ph-top">
                        <div><h1>"Expected updates"</h1><p class="lead">{finding(late.len(), all.len())}</p></div>
                        <div class="row no-print">{everyone}</div>
                    </div>
                </div>
                {nothing}
                <div class="stack stack-l">
                    {table(&inside, "late", "Late", &late, may)}
                    {table(&inside, "in-date", "In date", &others, may)}
                </div>
            }
        }))
    })
}

fn finding(late: usize, all: usize) -> String {
    let innovations = count(i64::try_from(all).unwrap_or(0), "innovation");
    match late {
        _ if all == 0 => String::new(),
        0 => format!("Every update is in date, of {innovations}."),
        1 => format!("1 update is late, of {innovations}."),
        late => format!("{late} updates are late, of {innovations}."),
    }
}

fn table(
    here: &Here,
    id: &'static str,
    title: &'static str,
    rows: &[ExpectedUpdate],
    may: bool,
) -> Option<impl IntoView + use<>> {
    // Nobody is asked for what is not due, and then the column would be empty.
    let may = may && rows.iter().any(|one| one.reminder.is_some() || one.may_be_asked_for(here.today));
    let drawn = rows.iter().map(|one| row(here, one, may)).collect_view();
    let asks = may.then(|| view! { <th scope="col" class="no-print">"Ask"</th> });
    (!rows.is_empty()).then(|| {
        view! {
            <section class="panel" aria-labelledby=id>
                <h2 id=id>{format!("{title} ({})", rows.len())}</h2>
                <table class="table table-cards">
                    <thead>
                        <tr>
                            <th scope="col">"Innovation"</th>
                            <th scope="col">"Owed by"</th>
                            <th scope="col">"Due"</th>
                            <th scope="col">"Last said"</th>
                            <th scope="col">"Last six"</th>
                            {asks}
                        </tr>
                    </thead>
                    <tbody>{drawn}</tbody>
                </table>
            </section>
        }
    })
}

fn row(here: &Here, one: &ExpectedUpdate, may: bool) -> impl IntoView + use<> {
    let seen = here.seen();
    let address = here.link(&format!("innovations/{}/updates", one.innovation.number));
    let by = one.owed.by.and_then(|by| seen.membership(by)).map(|place| place.name.to_string());
    let nobody = by.is_none();
    let due = if one.is_late() { until(-one.owed.late) } else { until(days(here.today, one.owed.due_on)) };
    let last = match one.last {
        None => view! { <span class="quiet">"Nothing yet"</span> }.into_any(),
        Some(last) => {
            let day = format!("for {}", date(last.period_end));
            view! { <span>{confidence_state(last.confidence)} <br/> <span class="xs quiet">{day}</span></span> }
                .into_any()
        }
    };
    let asked = one.reminder.map(|reminder| {
        let who = here.reach().portfolio().name_of(reminder.entry.by).unwrap_or("somebody who left").to_owned();
        view! { <p class="xs quiet">{format!("Asked on {} by {who}", date(reminder.on))}</p> }
    });
    let button = one.may_be_asked_for(here.today).then(|| ask::button(here, one.innovation));
    let cell = may.then(|| view! { <td data-l="Ask" class="no-print"><div>{button} {asked}</div></td> });
    let late = one.is_late();
    view! {
        <tr>
            <th scope="row"><a href=address>{named(here, one.innovation)}</a></th>
            <td data-l="Owed by" class:late=nobody>{by.unwrap_or_else(|| "Nobody: the post is vacant".into())}</td>
            <td data-l="Due"><span><span class:late=late>{due}</span> <br/> <span class="xs quiet">{date(one.owed.due_on)}</span></span></td>
            <td data-l="Last said">{last}</td>
            <td data-l="Last six">{strip(here, one.innovation)}</td>
            {cell}
        </tr>
    }
}
