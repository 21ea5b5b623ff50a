use super::{money, people};
use crate::{
    failure::Failure,
    here::Here,
    innovation_frame::named,
    together::{LASTING, RESOURCES},
    ui::words::{count, date, month, span},
};
use axum::response::Response;
use domain::{Act, Capacity, Funding, Innovation, Pledge, Staffed, days};
use leptos::prelude::*;
use std::sync::Arc;

pub async fn show(here: Here) -> Result<Response, Failure> {
    here.answer(|here| {
        let here = here.clone();
        Ok(here.clone().page("Money and time", move || {
            let mut active: Vec<_> = here.seen().innovations().filter(|one| here.seen().kind_of(one).is_active()).collect();
            active.sort_by_key(|one| one.number);
            let sections = [
                unfunded(&here, &active),
                unstaffed(&here, &active),
                pledges(&here, &active),
                people::vacancies(&here),
                people::unwatched(&here, &active),
            ];
            let (found, none): (Vec<_>, Vec<_>) = sections.into_iter().partition(|one| !one.rows.is_empty());
            let found: Vec<_> = found.into_iter().map(Section::view).collect();
            let fine: Vec<_> = none.iter().map(|one| one.nothing).collect();
            let fine = (!fine.is_empty()).then(|| view! { <p class="quiet s prose">{fine.join(" ")}</p> });
            view! {
                <div class="ph"><div class="ph-top"><div><h1>"Money and time"</h1><p class="lead">{finding(&here, &active)}</p></div></div></div>
                {LASTING.tabs(&here, RESOURCES).into_any()}
                <div class="stack stack-l">
                    {capacity(&here).into_any()}
                    {found}
                    {people::load(&here).view()}
                    {money::years(&here).into_any()}
                    {fine}
                </div>
            }
        }))
    })
}

/// What matters most, in a sentence.
fn finding(here: &Here, active: &[&Arc<Innovation>]) -> String {
    let priority = active.iter().filter(|one| one.is_priority);
    let (all, unstaffed) =
        priority.fold((0, 0), |(all, short), one| (all + 1, short + usize::from(!is_staffed(here, one))));
    let unfunded = active.iter().filter(|one| !here.seen().money(one.id).funding.is_funded()).count();
    if active.is_empty() {
        return "Nothing is under way.".into();
    }
    let time = match (all, unstaffed) {
        (0, _) => String::new(),
        (all, 0) => format!("All {all} priority innovations have protected time. "),
        (all, short) => format!("{short} of {all} priority innovations have no protected time. "),
    };
    let money = match unfunded {
        0 => "Each is funded to its next gate.".to_owned(),
        short => format!("{short} of {} are not known to be funded to the next gate.", active.len()),
    };
    format!("{time}{money}")
}

fn is_staffed(here: &Here, innovation: &Innovation) -> bool {
    here.seen().time_figures(innovation, here.today).staffed == Staffed::Staffed
}

/// The way to the pages of money and time of one innovation.
pub fn title(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    let address = here.link(&format!("innovations/{}/money", innovation.number));
    view! { <a href=address>{named(here, innovation)}</a> }
}

/// A heading and its rows; where there is none, the sentence that says so stands with the others of its kind.
pub struct Section {
    pub id: &'static str,
    pub heading: String,
    pub rows: Vec<AnyView>,
    pub nothing: &'static str,
}

impl Section {
    pub fn view(self) -> AnyView {
        let Self { id, heading, rows, nothing } = self;
        let content = if rows.is_empty() {
            view! { <p class="quiet s">{nothing}</p> }.into_any()
        } else {
            view! { <ul class="rows s">{rows}</ul> }.into_any()
        };
        view! { <section class="panel" aria-labelledby=id><h2 id=id>{heading}</h2>{content}</section> }.into_any()
    }
}

pub fn section(id: &'static str, heading: String, rows: Vec<AnyView>, nothing: &'static str) -> Section {
    Section { id, heading, rows, nothing }
}

fn row(here: &Here, innovation: &Innovation, told: String, is_late: bool) -> AnyView {
    view! {
        <li class="row spread"><span>{title(here, innovation)}</span><span class="prose" class:late=is_late>{told}</span></li>
    }
    .into_any()
}

/// Only where the organisation has said what it has; whoever manages it can say so here.
fn capacity(here: &Here) -> Option<impl IntoView + use<>> {
    let may = !here.looks_back() && here.seen().may(Act::ManagePeople, None);
    let found = here.seen().capacity(here.today);
    if found.is_none() && !may {
        return None;
    }
    let settle = may.then(|| {
        let word = if here.seen().organisation().capacity_days.is_some() {
            "Change the figure"
        } else {
            "Say how many days there are"
        };
        view! { <a class="btn" href=here.link("resources/capacity")>{word}</a> }
    });
    let told = |one: Capacity| {
        format!("{} days were promised for {}; there are {} a month.", one.promised, month(one.month), one.capacity)
    };
    let heading = match found {
        Some(one) if one.is_over() => "More has been started than there is time for",
        Some(_) => "There is time for what has been started",
        None => "Is there time for what has been started?",
    };
    let about = found.map_or_else(|| "Nobody has said how many days a month there are for all innovations together, or no time is recorded of the last 60 days.".into(), told);
    let is_over = found.is_some_and(Capacity::is_over);
    Some(view! {
        <section class="panel" aria-labelledby="capacity">
            <div class="row spread"><h2 id="capacity" class:late=is_over>{heading}</h2> <span class="no-print">{settle}</span></div>
            <p class="s">{about}</p>
        </section>
    })
}

fn unfunded(here: &Here, active: &[&Arc<Innovation>]) -> Section {
    let rows = active.iter().filter_map(|one| {
        let (told, is_late) = match here.seen().money(one.id).funding {
            Funding::Funded { .. } => return None,
            Funding::NoMoney => ("No money recorded".into(), false),
            Funding::NoSource => ("No source named".into(), false),
            Funding::NoGate => ("No date for the next gate".into(), false),
            Funding::EndsBefore { ends_on, gate_on } => {
                let gap = span(days(ends_on, gate_on));
                (format!("Money ends on {}, {gap} before the next gate", date(ends_on)), true)
            }
        };
        Some(row(here, one, told, is_late))
    });
    section(
        "unfunded",
        "Not funded to the next gate".into(),
        rows.collect(),
        "Every innovation is funded to its next gate.",
    )
}

fn unstaffed(here: &Here, active: &[&Arc<Innovation>]) -> Section {
    let priority = active.iter().filter(|one| one.is_priority);
    let rows = priority.filter_map(|one| {
        let figures = here.seen().time_figures(one, here.today);
        let told = match (figures.staffed, figures.lead_time) {
            (Staffed::Staffed, _) => return None,
            (Staffed::NoRecentRecord, _) => "No recent record of time given".into(),
            (Staffed::LeadUnder, None) => "Nothing is recorded of the lead".into(),
            (Staffed::LeadUnder, Some(lead)) => format!("The lead has {lead} days a month; 8 or more are needed"),
            (Staffed::TeamUnder, _) => format!("{} of {} days promised were given", figures.given, figures.promised),
        };
        Some(row(here, one, told, figures.staffed != Staffed::NoRecentRecord))
    });
    section(
        "unstaffed",
        "Priorities without protected time".into(),
        rows.collect(),
        "Every priority innovation has protected time.",
    )
}

fn pledges(here: &Here, active: &[&Arc<Innovation>]) -> Section {
    let rows = active.iter().flat_map(|one| {
        here.seen()
            .pledges_ending(one, here.today)
            .into_iter()
            .map(|ending| {
                let what = match &ending.pledge {
                    Pledge::Staff(one) => format!("People’s time from {}", one.by),
                    Pledge::Grant(line) => {
                        line.source.as_ref().map_or_else(|| "A grant".into(), |source| format!("Grant: {source}"))
                    }
                };
                let before = count(days(ending.ends_on, ending.stage_ends_on), "day");
                let told =
                    format!("{what} ends on {}, {before} before a stage like this usually does", date(ending.ends_on));
                row(here, one, told, true)
            })
            .collect::<Vec<_>>()
    });
    section(
        "pledges",
        "Promises that end before the stage".into(),
        rows.collect(),
        "No grant or promised time ends before its stage usually does.",
    )
}
