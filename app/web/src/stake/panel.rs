//! The groups of an innovation: drawn, and as a table.
use super::{
    grid::{Mark, finding, grid, letter},
    words::{agreed, scores, standing},
};
use crate::{here::Here, stakeholder};
use domain::{Act, Innovation, Place, StakeSight};
use leptos::prelude::*;
use std::sync::Arc;

/// None for guests, who do not read how groups stand.
pub fn panel(here: &Here, innovation: &Arc<Innovation>) -> Option<AnyView> {
    let seen = here.seen();
    if !seen.reads_inside() {
        return None;
    }
    let sights = seen.stake_sights(innovation, here.today);
    let is_open = seen.place_of(innovation) != Place::Stopped;
    let may = is_open && !here.looks_back() && seen.may(Act::EditStakeholders, Some(innovation));
    let base = format!("innovations/{}/stakes", innovation.number);
    let others = seen.innovations().any(|one| !seen.stakes_to_copy(innovation.id, one.id).is_empty());
    let copy = others
        .then(|| view! { <a class="btn" href=here.link(&format!("{base}/copy"))>"Copy from another innovation"</a> });
    let add = may.then(|| {
        view! { <div class="row no-print">{copy}<a class="btn" href=here.link(&format!("{base}/new"))>"Name a stakeholder"</a></div> }
    });
    let content = if sights.is_empty() {
        view! { <p class="empty">"Who is affected, and who can carry it or stop it? Until a group is named, nobody can tell who has not been heard."</p> }.into_any()
    } else {
        view! { {drawing(here, &sights)} {table(here, innovation, &sights, may)} }.into_any()
    };
    Some(
        view! {
            <section class="panel" aria-labelledby="stakes">
                <div class="row spread mb"><h2 id="stakes">{heading(&sights)}</h2>{add}</div>
                {content}
            </section>
        }
        .into_any(),
    )
}

/// The finding, not the topic.
fn heading(sights: &[StakeSight]) -> String {
    let first: Vec<_> = sights.iter().filter(|one| one.stake.is_priority()).collect();
    let late = first.iter().filter(|one| one.is_overdue()).count();
    match (sights.len(), first.len(), late) {
        (0, ..) => "No stakeholder is named".into(),
        (_, 0, _) => "No group is a priority".into(),
        (_, 1, 0) => "The priority group was met as agreed".into(),
        (_, 1, _) => "The priority group is overdue".into(),
        (_, all, 0) => format!("All {all} priority groups were met as agreed"),
        (_, all, late) => format!("{late} of {all} priority groups are overdue"),
    }
}

fn drawing(here: &Here, sights: &[StakeSight]) -> impl IntoView + use<> {
    let marks: Vec<_> = sights.iter().enumerate().map(|(index, one)| mark(here, index, one)).collect();
    let title = finding(sights);
    view! {
        <details class="mb" open>
            <summary>{format!("{title}. Shown as a drawing")}</summary>
            <div class="grid-drawn">{grid(&title, &marks)}</div>
            <p class="xs quiet">"Filled: a priority. The letters are those of the table."</p>
        </details>
    }
}

pub fn mark(here: &Here, index: usize, one: &StakeSight) -> Mark {
    let letter = letter(index);
    let of = format!("{}-{}", here.seen().organisation().short_code, one.innovation.number);
    let (power, interest) = (one.stake.power, one.stake.interest);
    let words = format!("{letter}: {}, {of}, power {power}, interest {interest}", one.stakeholder.name);
    let address = stakeholder::address(here, one.stakeholder.id);
    Mark { letter, words, address, power, interest, is_priority: one.stake.is_priority() }
}

fn table(here: &Here, innovation: &Innovation, sights: &[StakeSight], may: bool) -> impl IntoView + use<> {
    let rows = sights.iter().enumerate().map(|(index, one)| row(here, innovation, index, one, may)).collect_view();
    view! {
        <table class="table table-cards">
            <thead>
                <tr>
                    <th scope="col">"Stakeholder"</th>
                    <th scope="col">"Power, interest, impact"</th>
                    <th scope="col">"Agreed"</th>
                    <th scope="col">"Met"</th>
                    <th scope="col">"Stance"</th>
                    <th scope="col">"Who sees to it"</th>
                    {may.then(|| view! { <th scope="col" class="no-print">"Change"</th> })}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(here: &Here, innovation: &Innovation, index: usize, one: &StakeSight, may: bool) -> impl IntoView + use<> {
    let stake = one.stake;
    let name = one.stakeholder.name.to_string();
    let first = match (stake.is_priority_by_rule(), stake.priority_anyway) {
        (true, _) => Some("Priority"),
        (false, true) => Some("Priority, as somebody decided"),
        _ => None,
    };
    let first = first.map(|word| view! { " "<span class="tag">{word}</span> });
    let stance = match (stake.stance_now, stake.stance_wanted) {
        (None, None) => "–".into(),
        (Some(now), None) => now.label().to_owned(),
        (None, Some(wanted)) => format!("Wanted: {}", wanted.label().to_lowercase()),
        (Some(now), Some(wanted)) if now == wanted => format!("{}, as wanted", now.label()),
        (Some(now), Some(wanted)) => format!("{}, wanted: {}", now.label(), wanted.label().to_lowercase()),
    };
    let owner =
        stake.owner.and_then(|owner| here.seen().membership(owner)).map_or("–".into(), |one| one.name.to_string());
    let changes = may.then(|| {
        let base = format!("innovations/{}/stakes/{}", innovation.number, stake.id);
        let links = [("edit", "Edit"), ("remove", "Take off")].map(|(path, word)| {
            let label = format!("{word}: {name}");
            view! { <a href=here.link(&format!("{base}/{path}")) aria-label=label>{word}</a>" " }
        });
        view! { <td data-l="Change" class="no-print"><span class="row">{links}</span></td> }
    });
    let address = stakeholder::address(here, one.stakeholder.id);
    let kind = stakeholder::words(one.stakeholder);
    view! {
        <tr>
            <th scope="row">
                {format!("{} ", letter(index))}<a href=address>{name.clone()}</a>{first}
                <br/><span class="xs quiet">{kind}</span>
            </th>
            <td data-l="Power, interest, impact">{scores(stake)}</td>
            <td data-l="Agreed">{agreed(here, stake)}</td>
            <td data-l="Met" class:late={one.is_overdue()}>{standing(here, one)}</td>
            <td data-l="Stance">{stance}</td>
            <td data-l="Who sees to it">{owner}</td>
            {changes}
        </tr>
    }
}
