//! When the team looked back at how it works, and what is still open of it.
use crate::{here::Here, ui::words::date};
use domain::{Act, Innovation, Source};
use leptos::prelude::*;

pub fn retrospectives(here: &Here, innovation: &Innovation) -> Option<impl IntoView + use<>> {
    let seen = here.seen();
    let held = seen.retrospectives(innovation.id);
    let may = !here.looks_back() && seen.may(Act::RecordMeeting, Some(innovation));
    if held.is_empty() && !may {
        return None;
    }
    let promises = seen.follow_ups();
    let rows = held.iter().map(|one| {
        let mine: Vec<_> = promises.iter().filter(|promise| promise.from == Source::Meeting(one.id)).collect();
        let open = mine.iter().filter(|promise| promise.is_open()).count();
        let late = mine.iter().filter(|promise| promise.is_overdue(here.today)).count();
        let left = match (mine.len(), open, late) {
            (0, ..) => "nothing was promised".into(),
            (all, 0, _) => format!("all {all} follow-ups done"),
            (all, open, 0) => format!("{open} of {all} follow-ups open"),
            (all, open, late) => format!("{open} of {all} follow-ups open, {late} overdue"),
        };
        let address = here.link(&format!("meetings/{}", one.id));
        let is_late = late > 0;
        view! {
            <li class="row spread">
                <a href=address>{format!("{}, {}", one.body, date(one.held_on))}</a>
                <span class="quiet" class:late=is_late>{left}</span>
            </li>
        }
    });
    let rows = rows.collect_view();
    let new = here.link(&format!("meetings/new?innovation={}&kind=retrospective", innovation.number));
    let hold = may.then(|| view! { <a class="btn no-print" href=new>"Hold a retrospective"</a> });
    let heading = match held.len() {
        0 => "No retrospective yet".to_owned(),
        1 => "One retrospective".to_owned(),
        held => format!("{held} retrospectives"),
    };
    Some(view! {
        <section class="panel mt" aria-labelledby="retrospectives">
            <div class="row spread mb"><h2 id="retrospectives">{heading}</h2> {hold}</div>
            <ul class="rows s">{rows}</ul>
        </section>
    })
}
