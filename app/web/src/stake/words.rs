//! How a group stands, in words.
use crate::{
    here::Here,
    ui::words::{count, date},
};
use domain::{Stake, StakeSight};

/// "3, 4, 5".
pub fn scores(one: &Stake) -> String {
    format!("{}, {}, {}", one.power, one.interest, one.impact)
}

/// "Ask every 91 days".
pub fn agreed(here: &Here, one: &Stake) -> String {
    let level = here.seen().organisation().level_label(one.target_level).to_owned();
    format!("{level}, every {}", count(i64::from(one.cadence_days), "day"))
}

/// "On 3 October 2026, overdue by 12 days".
pub fn standing(here: &Here, sight: &StakeSight) -> String {
    let met = match (sight.last, sight.latest) {
        (Some(last), _) => format!("On {}", date(last.on)),
        (None, Some(below)) => {
            let level = here.seen().organisation().level_label(below.level).to_owned();
            format!("Only below what was agreed: {level}, on {}", date(below.on))
        }
        (None, None) => format!("Never; named on {}", date(sight.stake.added_on)),
    };
    if sight.is_overdue() {
        return format!("{met}. Overdue by {}", count(sight.late_by, "day"));
    }
    format!("{met}. Due by {}", date(sight.due_on))
}
