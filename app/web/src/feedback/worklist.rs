//! What people said and still waits: for an answer, or to be told back; the oldest first.
use super::{Asked, item::steps, told::told, words};
use crate::{
    failure::Failure,
    form::Choice,
    here::Here,
    innovation_frame::named,
    listening,
    ui::words::{count, date},
};
use axum::{extract::Query, response::Response};
use domain::{FeedbackFilter, FeedbackState, FeedbackWaiting, london_day};
use leptos::prelude::*;

/// Shows every state.
const ALL: &str = "all";

impl Asked {
    /// What is not answered, unless something else is asked for.
    pub fn filter(&self) -> FeedbackFilter {
        let state = match self.state.as_str() {
            ALL => None,
            key => Some(key.parse().unwrap_or(FeedbackState::Unanswered)),
        };
        FeedbackFilter { innovation: self.innovation.parse().ok(), state }
    }

    /// The address of a form about many, with the innovation chosen.
    fn address(&self, path: &str) -> String {
        match self.filter().innovation {
            Some(number) => format!("{path}?innovation={number}"),
            None => path.into(),
        }
    }
}

pub async fn show(here: Here, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    here.answer(|here| {
        let here = here.clone();
        Ok(here.clone().page("Feedback", move || {
            let seen = here.seen();
            let filter = asked.filter();
            let rows = seen.feedback_table(&filter, here.today);
            let waiting = seen.unanswered_feedback(here.today);
            let figures = seen.engagement_figures(here.today);
            view! {
                <div class="ph">
                    <div class="ph-top">
                        <div><h1>"Feedback"</h1><p class="lead">{finding(&waiting)}</p></div>
                        {many(&here, &asked).into_any()}
                    </div>
                </div>
                {listening::sections(&here, listening::FEEDBACK)}
                <div class="stack stack-l">
                    {told(&here, &figures).into_any()}
                    {filters(&here, &asked, &filter).into_any()}
                    {table(&here, &filter, &rows).into_any()}
                </div>
            }
        }))
    })
}

/// What matters most, in a sentence.
fn finding(waiting: &[FeedbackWaiting<'_>]) -> String {
    let late = waiting.iter().filter(|one| one.is_late()).count();
    let late = match late {
        0 => String::new(),
        1 => " One has waited more than 30 days.".into(),
        late => format!(" {late} have waited more than 30 days."),
    };
    match waiting {
        [] => "Everything that people said has an answer.".into(),
        [one] => format!("One thing that people said waits for an answer, for {}.{late}", count(one.days, "day")),
        [first, ..] => {
            let days = count(first.days, "day");
            format!("{} things that people said wait for an answer, the oldest for {days}.{late}", waiting.len())
        }
    }
}

/// Only what there is something to do with.
fn many(here: &Here, asked: &Asked) -> impl IntoView + use<> {
    let seen = here.seen();
    let waits = |state| {
        let filter = FeedbackFilter { state: Some(state), ..asked.filter() };
        let rows = seen.feedback_table(&filter, here.today);
        !here.looks_back() && rows.iter().filter(|one| seen.may_answer(one.feedback)).count() > 1
    };
    let link = |state, path: &str, class: &'static str, word: &'static str| {
        waits(state).then(|| view! { <a class=class href=here.link(&asked.address(path))>{word}</a> })
    };
    view! {
        <div class="row no-print">
            {link(FeedbackState::Answered, "feedback/tell-back", "btn", "Tell many back")}
            {link(FeedbackState::Unanswered, "feedback/answer", "btn btn-go", "Answer many at once")}
        </div>
    }
}

fn filters(here: &Here, asked: &Asked, filter: &FeedbackFilter) -> impl IntoView + use<> {
    let mut innovations: Vec<_> = here.seen().innovations().collect();
    innovations.sort_by_key(|one| one.number);
    let innovations = innovations.into_iter().map(|one| Choice::new(one.number, named(here, one)));
    let innovations = options(Some("All"), innovations.collect(), &asked.innovation);
    let counted = |state: FeedbackState| here.seen().feedback_count(filter, state);
    let states =
        FeedbackState::ALL.iter().map(|one| Choice::new(one.key(), format!("{} ({})", one.label(), counted(*one))));
    let chosen = filter.state.map_or(ALL, FeedbackState::key);
    let states = options(None, states.chain([Choice::new(ALL, "Everything")]).collect(), chosen);
    let (past, today) = (here.visit.as_at.map(|day| day.to_string()), london_day(here.now).to_string());
    view! {
        <form class="filters no-print" method="get" role="search" aria-label="Filter what people said">
            <label>"Innovation "<select class="in" name="innovation">{innovations}</select></label>
            <label>"State "<select class="in" name="state">{states}</select></label>
            <label>"As at the end of "<input class="in" type="date" name="as-at" max=today value=past/></label>
            <button class="btn">"Apply"</button>
        </form>
    }
}

fn options(any: Option<&'static str>, choices: Vec<Choice>, chosen: &str) -> impl IntoView + use<> {
    let chosen = chosen.trim().to_owned();
    let any = any.map(|any| view! { <option value="">{any}</option> });
    let options = choices.into_iter().map(|one| {
        let selected = one.key == chosen;
        view! { <option value=one.key selected=selected>{one.label}</option> }
    });
    let options = options.collect::<Vec<_>>();
    view! { {any}{options} }
}

fn table(here: &Here, filter: &FeedbackFilter, rows: &[FeedbackWaiting<'_>]) -> impl IntoView + use<> {
    let heading = match filter.state {
        Some(FeedbackState::Unanswered) => "Waits for an answer",
        Some(FeedbackState::Answered) => "Answered, and people were not told yet",
        Some(FeedbackState::Closed) => "People were told",
        None => "Everything that people said",
    };
    let lines = rows.iter().map(|one| row(here, one)).collect_view();
    let content = if rows.is_empty() {
        view! { <p class="empty">"Nothing here. What people say is written down with an engagement."</p> }.into_any()
    } else {
        view! {
            <table class="table table-cards">
                <thead><tr>
                    <th scope="col">"What they said"</th><th scope="col">"Who"</th><th scope="col">"About"</th>
                    <th scope="col">"Said"</th><th scope="col">"State"</th><th scope="col">"Next"</th>
                </tr></thead>
                <tbody>{lines}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section class="panel" aria-labelledby="list">
            <h2 id="list" class="mb">{format!("{heading} ({})", rows.len())}</h2>
            {content}
        </section>
    }
}

fn row(here: &Here, one: &FeedbackWaiting<'_>) -> impl IntoView + use<> {
    let said = one.feedback;
    let late = one.is_late() && !said.is_answered();
    let owner = one.owner.and_then(|id| here.seen().membership(id)).map(|owner| owner.name.to_string());
    let owner = owner.filter(|_| !said.is_answered());
    let owner = owner.map(|name| view! { <br/><span class="xs quiet">{format!("with {name}")}</span> });
    let days = match one.days {
        1 => "1 day ago".into(),
        days => format!("{days} days ago"),
    };
    let home = here.link(&format!("innovations/{}/feedback", one.innovation.number));
    view! {
        <tr>
            <th scope="row" class="lines">{said.said.to_string()}</th>
            <td data-l="Who">{words::voices(here, said)}</td>
            <td data-l="About"><a class="quiet" href=home>{named(here, one.innovation)}</a></td>
            <td data-l="Said" class:late=late>{days}<br/><span class="xs quiet">{date(said.raised_on)}</span></td>
            <td data-l="State">{words::state(said)}{owner}</td>
            <td data-l="Next"><span class="row">{steps(here, one.innovation, said)}</span></td>
        </tr>
    }
}
