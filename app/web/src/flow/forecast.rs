//! When the rest will be done, and how much by a day.
use crate::{
    here::Here,
    ui::words::{count, date},
};
use chrono::NaiveDate;
use domain::{Finish, FinishBy, FlowForecast, HowMany, Innovation, NoForecast, is_plausible};
use leptos::prelude::*;

const CHANGED: &str = "The pace has changed: treat with care.";

pub fn forecast(here: &Here, innovation: &Innovation, by: &str) -> impl IntoView + use<> {
    let found = here.seen().flow_forecast(innovation.id, here.today);
    let (heading, about) = match &found {
        FlowForecast::NothingLeft => ("Nothing is left: done today".to_owned(), None),
        FlowForecast::None(why) => (format!("No forecast: {}", refused(*why)), None),
        FlowForecast::Finish(finish) => {
            (format!("85% chance that the rest is done by {}", date(finish.p85.on)), Some(days(finish).into_any()))
        }
    };
    view! {
        <section class="panel" aria-labelledby="forecast">
            <h2 id="forecast">{heading}</h2>
            {about}
            {how_many(here, innovation, by).into_any()}
            <p class="xs quiet mt">
                "Computed on one assumption: each coming week is like one of the last twelve complete weeks, picked with equal chance. \
                 Weeks in which the organisation is closed are left out on both sides. A week ends on its Friday, and what is done in \
                 the rest of this week comes on top."
            </p>
        </section>
    }
}

fn days(finish: &Finish) -> impl IntoView + use<> {
    let row = |words: &'static str, by: FinishBy| {
        view! { <dt>{words}</dt><dd>{format!("{}, {}", date(by.on), count(by.weeks.try_into().unwrap_or(0), "week"))}</dd> }
    };
    let left = match finish.left {
        1 => "1 piece of work is left.".to_owned(),
        left => format!("{left} pieces of work are left."),
    };
    view! {
        <dl class="dl">
            {row("85% chance", finish.p85)}
            {row("As likely as not", finish.p50)}
            {row("95% chance", finish.p95)}
        </dl>
        <p class="s mt">{format!("{left} Based on {} weeks.", finish.based_on)} {changed(finish.pace_changed)}</p>
    }
}

fn changed(changed: bool) -> Option<impl IntoView + use<>> {
    changed.then(|| view! { " "<b class="stale">{CHANGED}</b> })
}

fn refused(why: NoForecast) -> String {
    match why {
        NoForecast::TooFewWeeks(weeks) => format!("it needs 6 full weeks and has {weeks}"),
        NoForecast::NothingFinished(weeks) => format!("nothing was finished in {weeks} weeks"),
        NoForecast::TooSlow(_) => "at this pace it cannot be said".into(),
    }
}

/// A form whose address can be shared.
fn how_many(here: &Here, innovation: &Innovation, by: &str) -> impl IntoView + use<> {
    let answer = (!by.trim().is_empty()).then(|| answer(here, innovation, by));
    let past = here.visit.as_at.map(|day| view! { <input type="hidden" name="as-at" value=day.to_string()/> });
    view! {
        <form class="filters" method="get" aria-label="How many by a day">
            {past}
            <label>"How many will be done by "<input class="in" type="date" name="by" value=by.to_owned()/></label>
            <button class="btn">"Work it out"</button>
        </form>
        {answer.map(|(words, has_changed)| view! { <p class="mt" id="how-many"><b>{words}</b> {changed(has_changed)}</p> })}
    }
}

fn answer(here: &Here, innovation: &Innovation, by: &str) -> (String, bool) {
    let day = by.trim().parse::<NaiveDate>().ok().filter(|day| is_plausible(*day));
    let Some(day) = day else { return ("Enter a real date, such as 31 March 2027.".into(), false) };
    match here.seen().how_many_by(innovation.id, day, here.today) {
        Ok(HowMany { weeks: 0, .. }) => ("No full week is left until then.".into(), false),
        Ok(found) => {
            let words = format!(
                "By {}: 85% chance of at least {}; as likely as not {}. Based on {} weeks.",
                date(day),
                found.p85,
                found.p50,
                found.based_on
            );
            (words, found.pace_changed)
        }
        Err(why) => (format!("No answer: {}.", refused(why)), false),
    }
}
