//! Engagements as rows, and who took part, in words that give no small number away.
use super::address;
use crate::{
    here::Here,
    innovation_frame::named,
    ui::words::{count, date},
};
use domain::{Engagement, Feedback, Few, InnovationId};
use leptos::prelude::*;
use std::sync::Arc;

/// "Residents of Mill Lane (12), Carers (<5)".
pub fn groups(here: &Here, one: &Engagement) -> String {
    let seen = here.seen();
    let told = one.groups.iter().filter_map(|group| {
        let name = seen.group(group.stakeholder)?.name.to_string();
        Some(match seen.people_told(one, group) {
            Ok(None) => name,
            Ok(Some(people)) => format!("{name} ({people})"),
            Err(Few) => format!("{name} (<5)"),
        })
    });
    let partners = one.partners.iter().filter_map(|id| {
        let partner = one.innovations().find_map(|about| seen.partner(about, *id).ok())?;
        Some(partner.name.to_string())
    });
    let all: Vec<_> = told.chain(partners).collect();
    if all.is_empty() { "Nobody named".into() } else { all.join(", ") }
}

/// "Ask, in a workshop".
pub fn how(here: &Here, one: &Engagement) -> String {
    let level = here.seen().organisation().level_label(one.level).to_owned();
    format!("{level}. {}", one.method.label())
}

/// "3 said, 1 unanswered".
pub fn said(feedback: &[&Arc<Feedback>]) -> String {
    let open = feedback.iter().filter(|one| !one.is_answered()).count();
    let untold = feedback.iter().filter(|one| one.is_answered() && !one.is_closed()).count();
    match (feedback.len(), open, untold) {
        (0, ..) => "–".into(),
        (all, 0, 0) => format!("{all}, all told back"),
        (all, 0, untold) => format!("{all}, {untold} to tell back"),
        (all, open, _) => format!("{all}, {open} unanswered"),
    }
}

/// The latest first; `of` is the innovation on whose page it stands.
pub fn list(here: &Here, all: &[Arc<Engagement>], of: Option<InnovationId>) -> AnyView {
    if all.is_empty() {
        let text = "Log whom you met, how, how many, and what they said. It takes a minute.";
        return view! { <p class="empty">{text}</p> }.into_any();
    }
    let rows = all.iter().map(|one| row(here, one, of)).collect_view();
    view! {
        <table class="table table-cards">
            <thead>
                <tr>
                    <th scope="col">"When and how"</th>
                    <th scope="col">"Who took part"</th>
                    <th scope="col">"Stage then"</th>
                    <th scope="col">"What they said"</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(here: &Here, one: &Engagement, of: Option<InnovationId>) -> impl IntoView + use<> {
    let seen = here.seen();
    let others = one.innovations().filter(|id| Some(*id) != of).filter_map(|id| seen.innovation(id).ok());
    let others: Vec<_> = others.map(|one| named(here, one)).collect();
    let also = match (of, others.is_empty()) {
        (_, true) => String::new(),
        (Some(_), _) => format!("Also about {}. ", others.join(", ")),
        (None, _) => format!("About {}. ", others.join(", ")),
    };
    let purpose = one.purpose.as_ref().map(|text| view! { <br/><span class="s">{text.to_string()}</span> });
    let stage = one.stage_then.iter().find(|then| of.is_none_or(|of| then.innovation == of));
    let stage = stage.map_or_else(|| "–".to_owned(), |then| then.stage.to_string());
    let heard = said(&seen.feedback_of(one));
    let consultation = one.consultation.as_ref().map(|_| view! { " "<span class="tag">"Consultation"</span> });
    view! {
        <tr>
            <th scope="row">
                <a href=address(here, one)>{date(one.on)}</a>{consultation}
                <br/><span class="xs quiet">{format!("{also}{}", how(here, one))}</span>
            </th>
            <td data-l="Who took part">{groups(here, one)}{purpose}</td>
            <td data-l="Stage then">{stage}</td>
            <td data-l="What they said">{heard}</td>
        </tr>
    }
}

/// Every thing that was said, oldest first, with the answer where there is one.
pub fn feedback(here: &Here, all: &[Arc<Feedback>]) -> AnyView {
    let rows = all.iter().map(|one| said_row(here, one)).collect_view();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

fn said_row(here: &Here, one: &Feedback) -> impl IntoView + use<> {
    let seen = here.seen();
    let who = match one.from {
        Some(domain::Voice::Stakeholder(id)) => seen.group(id).map(|one| one.name.to_string()),
        Some(domain::Voice::Partner(id)) => seen.partner(one.innovation, id).ok().map(|one| one.name.to_string()),
        None => None,
    };
    let parts = [
        who,
        one.theme.as_ref().map(ToString::to_string),
        one.count_band.map(|band| format!("{} people", band.label())),
        one.sentiment.map(|felt| felt.label().to_owned()),
        Some(date(one.raised_on)),
    ];
    let about: Vec<_> = parts.into_iter().flatten().collect();
    let answer = one.answer.as_ref().map(|answer| {
        let words = format!("{}, {}: {}", answer.response.label(), date(answer.responded_on), answer.text);
        view! { <p class="s prose">{words}</p> }
    });
    let changed =
        one.changed.as_ref().map(|text| view! { <p class="s prose">{format!("What is different: {text}")}</p> });
    let told = one.told_back_on.map(|on| view! { <p class="s quiet">{format!("Told back on {}", date(on))}</p> });
    let waits = (!one.is_answered()).then(|| {
        let days = domain::days(one.raised_on, here.today);
        view! { <p class="s" class:late={days > 30}>{format!("Not answered, {}", count(days, "day"))}</p> }
    });
    view! {
        <li class="stack stack-s" id=format!("feedback-{}", one.id)>
            <p class="prose"><b>{format!("“{}”", one.said)}</b></p>
            <p class="s quiet">{about.join(" · ")}</p>
            {answer}{changed}{told}{waits}
        </li>
    }
}
