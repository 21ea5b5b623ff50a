//! A message, and what people made of it, in words.
use crate::{here::Here, ui::words::date};
use domain::{Innovation, Message, Pulse, WhyRevision, carried};

/// "meeting or briefing".
pub fn channel(message: &Message) -> String {
    message.channel.label().to_lowercase()
}

/// The leader who stood behind it; none where nobody did.
pub fn fronted_by(here: &Here, message: &Message) -> Option<String> {
    message.fronted_by.and_then(|id| here.seen().membership(id)).map(|one| one.name.to_string())
}

/// "Leader, recorded by Programme Manager": a leader's act that somebody else wrote down says so.
pub fn fronted_and_recorded(here: &Here, message: &Message) -> Option<String> {
    let leader = message.fronted_by.and_then(|id| here.seen().membership(id))?;
    if leader.person == message.entry.by {
        return Some(leader.name.to_string());
    }
    let by = here.reach().portfolio().name_of(message.entry.by).unwrap_or("somebody who left");
    Some(format!("{}, recorded by {by}", leader.name))
}

/// "The why of 4 March 2026, revised since".
pub fn wording(message: &Message, wordings: &[WhyRevision]) -> String {
    let Some(version) = message.why_version else { return "No why was written yet".into() };
    match carried(wordings, version) {
        None => "No why was written yet".into(),
        Some(one) if wordings.first().is_some_and(|newest| newest.number == one.number) => "Today’s why".into(),
        Some(one) => format!("The why of {}, revised since", date(one.on)),
    }
}

/// "22 of 28 understand why"; a dash where nobody was asked.
pub fn pulse_of(message: &Message) -> String {
    match (message.agreed_count, message.asked_count) {
        (Some(agreed), Some(asked)) => format!("{agreed} of {asked}"),
        _ => "–".into(),
    }
}

/// Of one innovation over a year; a figure that cannot be told says why.
pub fn pulse_here(here: &Here, innovation: &Innovation) -> String {
    let pulse = here.seen().pulse_of(innovation.id, here.today);
    said(&pulse, pulse.landed_here(), Pulse::FEWEST_OF_ONE)
}

/// Pooled over everything that may be read.
pub fn pulse_everywhere(here: &Here) -> String {
    let pulse = here.seen().pulse(here.today);
    said(&pulse, pulse.landed(), Pulse::FEWEST)
}

fn said(pulse: &Pulse, share: Option<f64>, fewest: u32) -> String {
    match (pulse.asked, share) {
        (0, _) => "– (nobody has been asked in a year)".into(),
        (asked, None) => format!("– ({asked} asked in a year; a share is told from {fewest} on)"),
        (asked, Some(share)) => {
            format!("{:.0}% say yes: {} of {asked} who were asked in a year", share * 100.0, pulse.agreed)
        }
    }
}
