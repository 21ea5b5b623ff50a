//! A risk in words.
use crate::{
    here::Here,
    ui::words::{date, until},
};
use chrono::Days;
use domain::{MembershipId, Movement, Risk, RiskAction, RiskStanding, RiskState, Score, days};

/// "Because of …, there may be …, which would …".
pub fn sentence(risk: &Risk) -> String {
    let plain = |text: &str| text.trim_end_matches(['.', ',', ';']).to_owned();
    format!(
        "Because of {}, there may be {}, which would {}.",
        lower(&plain(&risk.cause)),
        lower(&plain(&risk.event)),
        lower(&plain(&risk.effect))
    )
}

/// How it stands, and whether that calls for somebody.
pub fn standing(here: &Here, risk: &Risk) -> (String, bool) {
    let band = here.seen().appetite_of(risk.category);
    match (&risk.state, risk.standing(band, here.today)) {
        (RiskState::Closed { on, .. }, _) => (format!("Closed on {}", date(*on)), false),
        (RiskState::Happened { on, .. }, _) => (format!("Happened on {}", date(*on)), false),
        (_, None) => ("An opportunity: nothing to accept".into(), false),
        (RiskState::Accepted { by, until, .. }, Some(RiskStanding::Accepted)) => {
            (format!("Accepted by {} until {}", name(here, *by), date(*until)), false)
        }
        (_, Some(RiskStanding::Within | RiskStanding::Accepted)) => {
            (format!("Within the appetite of {}", band.appetite()), false)
        }
        (state, Some(RiskStanding::OverAppetite)) => {
            (format!("Over the appetite of {}{}", band.appetite(), ran_out(state)), false)
        }
        (state, Some(RiskStanding::OverTolerance)) => {
            (format!("Over the tolerance of {}{}", band.tolerance(), ran_out(state)), true)
        }
    }
}

/// "12, high: possible, major".
pub fn scored(score: Score) -> String {
    format!("{}, {}: {}", score.value(), score.level().label().to_lowercase(), score.words().to_lowercase())
}

/// "Up 4, from 12", against 91 days before the day of the page.
pub fn moved(here: &Here, risk: &Risk) -> String {
    const BACK: Days = Days::new(91);
    let before = here.today.checked_sub_days(BACK).unwrap_or(here.today);
    movement(risk.movement_since(before), risk.score().value())
}

/// In words; `now` is the score it moved to.
pub fn movement(movement: Movement, now: u8) -> String {
    match movement {
        Movement::New => "New".into(),
        Movement::Up(by) => format!("Up {by}, from {}", now.saturating_sub(by)),
        Movement::Down(by) => format!("Down {by}, from {}", now.saturating_add(by)),
        Movement::Same => "No change".into(),
    }
}

/// Member councils that accept less than the partnership: "Saltmarsh Borough Council accepts up to 6".
pub fn stricter(here: &Here, risk: &Risk) -> Option<String> {
    let councils = here.seen().stricter_councils(risk.category, here.today);
    let said: Vec<_> =
        councils.iter().map(|one| format!("{} accepts up to {}", one.council.name, one.band.appetite())).collect();
    (!said.is_empty() && risk.is_open()).then(|| said.join(", "))
}

fn ran_out(state: &RiskState) -> String {
    match state {
        RiskState::Accepted { until, .. } => format!("; accepted only until {}", date(*until)),
        _ => String::new(),
    }
}

/// "By 10 December 2026, in 16 days" or "Done on …".
pub fn due(action: &RiskAction, here: &Here) -> String {
    match action.done_on {
        Some(done) => format!("Done on {}", date(done)),
        None => format!("By {}, {}", date(action.due_on), until(days(here.today, action.due_on))),
    }
}

pub fn name(here: &Here, id: MembershipId) -> String {
    here.seen().membership(id).map_or_else(|| "–".into(), |one| one.name.to_string())
}

/// The first letter small, unless the word is written in capitals.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain([second]).chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

/// The first letter capital: a heading.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
