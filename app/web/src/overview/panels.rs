//! The story: what is asked, the last updates, what comes next, what could go wrong.
use crate::{
    direction::measure_table::measures_panel,
    here::Here,
    milestone::timeline,
    stage_move::open_conditions,
    ui::words::{date, slip, until},
    update::{
        challenges,
        computed::{computed_state, gap_words},
        shown_shape, sponsor,
    },
};
use domain::{Innovation, Milestone, Risk, RiskKind, StatusUpdate, days};
use leptos::prelude::*;
use std::{cmp::Reverse, sync::Arc};

pub fn panels(here: &Here, innovation: &Arc<Innovation>) -> impl IntoView + use<> {
    view! {
        {ask(here, innovation).into_any()}
        {open_conditions(here, innovation).into_any()}
        {updates(here, innovation).into_any()}
        {measures_panel(here, innovation).into_any()}
        {milestones(here, innovation).into_any()}
        {risks(here, innovation).into_any()}
        {crate::leadership::panel(here, innovation)}
    }
}

fn panel<V: IntoView + 'static>(
    here: &Here,
    innovation: &Innovation,
    id: &'static str,
    heading: String,
    all: (&'static str, String),
    content: V,
) -> impl IntoView + use<V> {
    let address = here.link(&format!("innovations/{}/{}", innovation.number, all.0));
    view! {
        <section class="panel" aria-labelledby=id>
            <div class="row spread mb"><h2 id=id>{heading}</h2><a class="s" href=address>{all.1}</a></div>
            {content}
        </section>
    }
}

fn ask(here: &Here, innovation: &Arc<Innovation>) -> impl IntoView + use<> {
    let seen = here.seen();
    let waiting = seen.innovation(innovation.id).ok().and_then(|one| seen.ask_of(one, here.today))?;
    let whom = seen.membership(waiting.ask.of_whom).map_or("Somebody".into(), |one| one.name.to_string());
    let text = format!("{whom} is asked by {}: {}", date(waiting.by), waiting.ask.what);
    Some(view! { <p class="flash flash-warn">{text}</p> })
}

fn updates(here: &Here, innovation: &Arc<Innovation>) -> impl IntoView + use<> {
    let mut all: Vec<_> = here.seen().updates(innovation.id).cloned().collect();
    all.sort_by_key(|one| Reverse((one.period_end, one.ordinal)));
    all.dedup_by_key(|one| one.period_end);
    let number = all.len();
    let rows = all.into_iter().take(3).map(|one| update(here, innovation, &one)).collect_view();
    let content = if number == 0 {
        view! { <p class="empty">"No update yet. The first one says what has been done and what comes next."</p> }
            .into_any()
    } else {
        view! { <ol class="tl">{rows}</ol> }.into_any()
    };
    panel(here, innovation, "updates", "Status updates".into(), ("updates", format!("All updates ({number})")), content)
}

fn update(here: &Here, innovation: &Innovation, update: &Arc<StatusUpdate>) -> impl IntoView + use<> {
    let chance = update.confidence_pct.map(|chance| format!(", chance of the next gate on time {chance}%"));
    let word = update.original_word.as_ref().map(|word| format!(" (“{word}” in the file)"));
    let next = update.next.as_ref().map(|next| view! { <p class="s quiet lines">{format!("Next: {next}")}</p> });
    let shape = shown_shape(update.confidence.into());
    let record = update.computed.and_then(|one| one.overall).map(|computed| {
        let gap = format!("{}.", gap_words(update.confidence, computed));
        view! { <p class="s row">"The record alone:" {computed_state(Some(computed))} <span class="quiet">{gap}</span></p> }
    });
    // Of the one that counts; older ones stand with their answers on the page of updates.
    let counts = here.seen().latest_update(innovation, here.today).is_some_and(|latest| latest.id == update.id);
    let answers = counts.then(|| challenges::answers(here, innovation, update));
    view! {
        <li>
            <svg class=format!("shape {shape}") aria-hidden="true" viewBox="0 0 16 16"><use href=format!("#i-{shape}")></use></svg>
            <div class="row spread"><span><b>{update.confidence.label()}</b>{word}{chance}</span><time datetime=update.period_end.to_string()>{date(update.period_end)}</time></div>
            {update.done.as_ref().map(|done| view! { <p class="s lines">{done.to_string()}</p> })}
            {next}
            {record}
            {sponsor::view(here, update)}
            {sponsor::link(here, innovation, update)}
            {answers}
        </li>
    }
}

fn milestones(here: &Here, innovation: &Arc<Innovation>) -> impl IntoView + use<> {
    let mut all: Vec<_> = here.seen().milestones(innovation.id).cloned().collect();
    all.sort_by_key(|one| (one.done_on.is_some(), one.outturn()));
    let late = all.iter().filter(|one| one.done_on.is_none() && one.slip_first().is_some_and(|days| days > 0)).count();
    let open = all.iter().filter(|one| one.done_on.is_none()).count();
    let heading = match (open, late) {
        _ if all.is_empty() => "No milestones yet".into(),
        (0, _) => "Every milestone is done".into(),
        (_, 0) => "Nothing still to come is later than first planned".into(),
        (open, late) => format!("{late} of {open} still to come later than first planned"),
    };
    let number = all.len();
    all.truncate(8);
    let rows = all.iter().map(|one| milestone(here, one)).collect_view();
    all.sort_by_key(|one| (one.outturn(), one.id));
    let content = if number == 0 {
        view! { <p class="empty">"Plan three to six dated points that matter."</p> }.into_any()
    } else {
        view! {
            {timeline(here, &all, &heading)}
            <details class="details">
                <summary>"Show these milestones as a table"</summary>
                <div>
            <table class="table table-cards">
                <thead><tr><th scope="col">"Milestone"</th><th scope="col">"First planned"</th><th scope="col">"Forecast or done"</th><th scope="col">"Against the first"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
                </div>
            </details>
        }
        .into_any()
    };
    panel(here, innovation, "milestones", heading, ("milestones", format!("All milestones ({number})")), content)
}

fn milestone(here: &Here, one: &Arc<Milestone>) -> impl IntoView + use<> {
    let outturn = match one.done_on {
        Some(done) => format!("Done {}", date(done)),
        None => format!("{}, {}", date(one.forecast_on()), until(days(here.today, one.forecast_on()))),
    };
    let late = one.slip_first().is_some_and(|days| days > 0);
    let overdue = one.overdue(here.today) > 0;
    view! {
        <tr>
            <th scope="row">{one.title.to_string()}</th>
            <td data-l="First planned">{one.first_baseline_on().map_or("–".into(), date)}</td>
            <td data-l="Forecast or done" class:late=overdue>{outturn}</td>
            <td data-l="Against the first" class:late=late>{slip(one.slip_first())}</td>
        </tr>
    }
}

fn risks(here: &Here, innovation: &Arc<Innovation>) -> impl IntoView + use<> {
    let open = |one: &&Arc<Risk>| one.is_open() && one.kind == RiskKind::Threat;
    let mut all: Vec<_> = here.seen().risks(innovation.id).filter(open).cloned().collect();
    all.sort_by_key(|one| Reverse(one.score().value()));
    let number = all.len();
    let heading = match all.first() {
        None => "No open risks recorded, which is not good news".into(),
        Some(worst) => format!("The highest open risk scores {}", worst.score().value()),
    };
    let rows = all.into_iter().take(4).map(|one| risk(here, &one)).collect_view();
    let content = (number > 0).then(|| {
        view! {
            <table class="table table-cards">
                <thead><tr><th scope="col" class="num">"Score"</th><th scope="col">"Risk"</th><th scope="col">"Likelihood, impact"</th><th scope="col">"What we are doing"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
    });
    panel(here, innovation, "risks", heading, ("risks", format!("All risks ({number} open)")), content)
}

fn risk(here: &Here, one: &Arc<Risk>) -> impl IntoView + use<> {
    let next = one.actions.iter().filter(|action| action.done_on.is_none()).min_by_key(|action| action.due_on);
    let doing = match next {
        None => "No action".into(),
        Some(action) => format!("{}, {}", action.text, until(days(here.today, action.due_on))),
    };
    view! {
        <tr>
            <td class="num" data-l="Score"><span class="heat-key">{one.score().value()}</span></td>
            <th scope="row" class="cap">{one.event.to_string()}</th>
            <td data-l="Likelihood, impact">{one.score().words()}</td>
            <td data-l="What we are doing">{doing}</td>
        </tr>
    }
}
