//! Who said something, where, and what we said to it, in words.
use crate::{
    here::Here,
    ui::words::{ago, date},
};
use domain::{Feedback, FeedbackResponse, FeedbackState, Voice, days};

/// "People of Mill Lane", or "People" where nobody wrote down who it was.
#[must_use]
pub fn who(here: &Here, feedback: &Feedback) -> String {
    let seen = here.seen();
    let name = feedback.from.and_then(|from| match from {
        Voice::Stakeholder(id) => seen.group(id).map(|group| group.name.to_string()),
        Voice::Partner(id) => seen.partner(feedback.innovation, id).ok().map(|partner| partner.name.to_string()),
    });
    name.unwrap_or_else(|| "People".into())
}

/// The same with about how many: "People of Mill Lane (20 to 49 people)".
#[must_use]
pub fn voices(here: &Here, feedback: &Feedback) -> String {
    let who = who(here, feedback);
    match feedback.count_band {
        Some(band) => format!("{who} ({})", people(band.label())),
        None => who,
    }
}

/// "20 to 49 people", "fewer than 5 people".
#[must_use]
pub fn people(band: &str) -> String {
    let (first, rest) = band.split_at_checked(1).unwrap_or((band, ""));
    format!("{}{rest} people", first.to_lowercase())
}

/// "Workshop on 3 October 2026, 12 people".
#[must_use]
pub fn heard_at(here: &Here, feedback: &Feedback) -> Option<String> {
    let seen = here.seen();
    let engagement = seen.engagement(feedback.innovation, feedback.engagement).ok()?;
    let there = match feedback.from {
        Some(Voice::Stakeholder(id)) => engagement.groups.iter().find(|group| group.stakeholder == id),
        _ => None,
    };
    let people = match there.map(|group| seen.people_told(engagement, group)) {
        Some(Ok(Some(1))) => ", 1 person".into(),
        Some(Ok(Some(people))) => format!(", {people} people"),
        // Fewer would give a person away to whoever is outside the team.
        Some(Err(_)) => ", <5 people".into(),
        Some(Ok(None)) | None => String::new(),
    };
    Some(format!("{} on {}{people}", engagement.method.label(), date(engagement.on)))
}

/// "43 days ago".
#[must_use]
pub fn since(here: &Here, feedback: &Feedback) -> String {
    ago(days(feedback.raised_on, here.today))
}

/// Heads the words of an answer.
#[must_use]
pub const fn heads(response: FeedbackResponse) -> &'static str {
    match response {
        FeedbackResponse::WeDid => "We did",
        FeedbackResponse::WeWill => "We will",
        FeedbackResponse::WeCannot => "We cannot, because",
        FeedbackResponse::PassedOn => "We passed it on",
    }
}

/// The state with its day.
#[must_use]
pub fn state(feedback: &Feedback) -> String {
    match (feedback.state(), &feedback.answer, feedback.told_back_on) {
        (FeedbackState::Closed, _, Some(on)) => format!("Told back on {}", date(on)),
        (FeedbackState::Answered, Some(answer), _) => {
            format!("Answered on {}, not told back", date(answer.responded_on))
        }
        (state, ..) => state.label().into(),
    }
}
