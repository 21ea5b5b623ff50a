//! The agenda: what calls for the meeting by itself, and what somebody put on it.
use crate::{
    here::Here,
    innovation_frame::named,
    ui::words::{date, span, until},
};
use domain::{Calls, Innovation, Meeting, days};
use leptos::prelude::*;
use std::sync::Arc;

pub fn agenda(here: &Here, meeting: &Meeting) -> impl IntoView + use<> {
    let planned = meeting.is_planned(here.today) || meeting.held_on == here.today;
    let calls = if planned { here.seen().agenda(meeting, here.today) } else { vec![] };
    let calls: Vec<_> = calls.iter().map(|one| item(here, one)).collect();
    let own: Vec<_> = meeting.agenda.iter().map(|one| view! { <li>{one.item.to_string()}</li> }.into_any()).collect();
    let by_itself = (!calls.is_empty()).then(|| {
        view! {
            <h3>"What calls for it"</h3>
            <p class="s quiet mb">"This fills itself and changes until the day."</p>
            <ol class="rows s">{calls}</ol>
        }
    });
    let own = (!own.is_empty()).then(|| view! { <h3 class="mt">"Agenda"</h3><ol class="s">{own}</ol> });
    let empty = (by_itself.is_none() && own.is_none()).then(|| {
        view! { <p class="empty">"Nothing is on the agenda."</p> }
    });
    view! {
        <section class="panel" aria-labelledby="agenda">
            <h2 id="agenda" class="mb">"Agenda"</h2>
            {by_itself}
            {own}
            {empty}
        </section>
    }
}

fn item(here: &Here, call: &Calls) -> AnyView {
    let row = |kind: &'static str, text: String, about: Option<&Arc<Innovation>>, path: String| {
        let about = about.map(|one| view! { <br/><span class="quiet">{named(here, one)}</span> });
        view! { <li><b>{kind}</b>": "<a href=here.link(&path)>{text}</a>{about}</li> }.into_any()
    };
    match call {
        Calls::Ask(waiting) => {
            let (innovation, ordinal) = (waiting.innovation, waiting.update.ordinal);
            let path = match waiting.taken_up {
                Some(id) => format!("decisions/{id}"),
                None => format!("innovations/{}/updates#update-{ordinal}", innovation.number),
            };
            let whom = here.seen().membership(waiting.ask.of_whom).map_or("somebody", |one| &*one.name);
            let text = format!("{} (of {whom}, by {})", waiting.ask.what, date(waiting.by));
            row("Ask", text, Some(innovation), path)
        }
        Calls::GateDue(innovation, gate) => {
            let on = gate.forecast_on();
            let text = format!("{}, {} ({})", gate.title, date(on), until(days(here.today, on)));
            row("Gate", text, Some(*innovation), format!("innovations/{}/milestones/{}", innovation.number, gate.id))
        }
        Calls::RiskOverTolerance(innovation, risk) => {
            let text = format!("{}, score {}", risk.event, risk.score().value());
            row(
                "Risk over tolerance",
                text,
                Some(*innovation),
                format!("innovations/{}/risks/{}", innovation.number, risk.id),
            )
        }
        Calls::PauseOverdue(innovation, late) => {
            let text = format!("{}, to be looked at {} ago", innovation.title, span(*late));
            row("Pause overdue", text, None, format!("innovations/{}", innovation.number))
        }
        Calls::PilotOverMax(innovation, over) => {
            let text = format!("{}, {} over", innovation.title, span(*over));
            row("Pilot over its longest time", text, None, format!("innovations/{}", innovation.number))
        }
        Calls::FollowUpDue(promise) => {
            let owner = here.seen().membership(promise.owner).map_or("somebody", |one| &*one.name);
            let text = format!("{} ({owner}, due {})", promise.text, date(promise.due_on));
            let (_, address) = crate::follow_up::source(here, promise.from);
            view! { <li><b>"Follow-up"</b>": "<a href=address>{text}</a></li> }.into_any()
        }
    }
}
