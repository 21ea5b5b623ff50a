//! The follow-ups of a meeting or a decision.
use crate::{
    here::Here,
    ui::{icon::state, words::date},
};
use domain::{FollowUp, FollowUpState, InnovationId, Source};
use leptos::prelude::*;
use std::sync::Arc;

pub fn panel(here: &Here, from: Source, innovation: Option<InnovationId>) -> impl IntoView + use<> {
    let all: Vec<_> = here.seen().follow_ups_from(from).into_iter().cloned().collect();
    let (_, address) = source(here, from);
    let may = !here.looks_back() && here.seen().may_keep_follow_ups(from, innovation);
    let add = may.then(|| view! { <a class="btn" href=format!("{address}/follow-ups/new")>"Add a follow-up"</a> });
    let content = if all.is_empty() {
        view! { <p class="empty">"What somebody promised to do, and by when."</p> }.into_any()
    } else {
        table(here, &all).into_any()
    };
    view! {
        <section class="panel" aria-labelledby="follow-ups">
            <div class="row spread mb"><h2 id="follow-ups">{heading(here, &all)}</h2> {add}</div>
            {content}
        </section>
    }
}

/// The finding, not the topic.
fn heading(here: &Here, all: &[Arc<FollowUp>]) -> String {
    let open = all.iter().filter(|one| one.is_open()).count();
    match (all.len(), open, all.iter().filter(|one| one.is_overdue(here.today)).count()) {
        (0, ..) => "No follow-ups".into(),
        (all, 0, _) => format!("Follow-ups: all {all} done"),
        (all, open, 0) => format!("Follow-ups: {open} of {all} open"),
        (_, open, late) => format!("Follow-ups: {late} of {open} open are overdue"),
    }
}

pub fn table(here: &Here, all: &[Arc<FollowUp>]) -> impl IntoView + use<> {
    let rows = all.iter().map(|one| row(here, one)).collect_view();
    view! {
        <table class="table table-cards">
            <thead>
                <tr>
                    <th scope="col">"Promised"</th><th scope="col">"By whom"</th><th scope="col">"Due"</th>
                    <th scope="col">"State"</th><th scope="col">"Change"</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(here: &Here, one: &Arc<FollowUp>) -> impl IntoView + use<> {
    let seen = here.seen();
    let owner = seen.membership(one.owner).map_or_else(|| "somebody who left".into(), |owner| owner.name.to_string());
    let found = one.state(here.today);
    let shape = match found {
        FollowUpState::InDate => "none",
        FollowUpState::Overdue => "risk",
        FollowUpState::Done => "on",
    };
    let word = match one.done_on {
        Some(day) => format!("Done {}", date(day)),
        None => found.label().to_owned(),
    };
    let open = one.is_open() && !here.looks_back();
    let links = [
        (open && seen.may_finish(one), "finish", "Done"),
        (open && seen.may_keep_follow_ups(one.from, one.innovation), "edit", "Edit"),
        (!here.looks_back() && seen.may_keep_follow_ups(one.from, one.innovation), "remove", "Remove"),
    ];
    let links = links.into_iter().filter(|(may, ..)| *may).map(|(_, path, word)| {
        let address = here.link(&format!("follow-ups/{}/{path}", one.id));
        view! { <a href=address aria-label=format!("{word}: {}", one.text)>{word}</a>" " }
    });
    let about = one.innovation.and_then(|id| seen.innovation(id).ok()).map(|innovation| {
        let address = here.link(&format!("innovations/{}", innovation.number));
        view! { <br/><a class="xs quiet" href=address>{crate::innovation_frame::named(here, innovation)}</a> }
    });
    let note = one.note.as_ref().map(|note| view! { <br/><span class="xs quiet lines">{note.to_string()}</span> });
    view! {
        <tr>
            <th scope="row">{one.text.to_string()}{about}{note}</th>
            <td data-l="By whom">{owner}</td>
            <td data-l="Due" class:late=one.is_overdue(here.today)>{date(one.due_on)}</td>
            <td data-l="State">{state(shape, word)}</td>
            <td data-l="Change"><span class="row">{links.collect_view()}</span></td>
        </tr>
    }
}

/// What it comes from, in words, and the address of that.
pub fn source(here: &Here, from: Source) -> (String, String) {
    match from {
        Source::Meeting(id) => {
            let meeting = here.seen().meeting(id).ok();
            let named =
                meeting.map_or_else(|| "A meeting".into(), |one| format!("{}, {}", one.body, date(one.held_on)));
            (named, here.link(&format!("meetings/{id}")))
        }
        Source::Decision(id) => {
            let decision = here.seen().decision(id).ok();
            let named = decision.map_or_else(|| "A decision".into(), |one| one.what.to_string());
            (named, here.link(&format!("decisions/{id}")))
        }
    }
}
