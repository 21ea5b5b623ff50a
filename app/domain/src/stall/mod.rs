//! Whether an innovation moves, and for how long it has not.
mod flags;

pub use flags::Raised;

use crate::{Innovation, MoveOutcome, Seen, Shown, choice::choices, open_days};
use chrono::{Days, NaiveDate};

/// Open days in a stage before anything is said of it.
const SETTLED: i64 = 30;
/// Days after which a stall is a long one.
const LONG: u64 = 182;

choices! {
    /// The signs a to f.
    Flag {
        OverMax "over-max" "Longer in its stage than the stage allows",
        NothingFinished "nothing-finished" "Nothing finished for 60 days",
        NoSiteAdvance "no-site-advance" "No site has come further for 90 days",
        FlatUse "flat-use" "Use does not rise",
        NoDecision "no-decision" "No decision for 90 days",
        OldNumbers "old-numbers" "No figure is in date",
    }

    Motion {
        Moving "moving" "Moving",
        Watch "watch" "Watch",
        Stalled "stalled" "Stalled",
    }
}

/// Cleared only by what happens, never by an edit of what is said.
#[derive(Clone, Debug, PartialEq)]
pub struct Stall {
    pub motion: Motion,
    /// In the order a to f; also where it is too soon to say.
    pub flags: Vec<Raised>,
    /// It has stood still for half a year, and is shown as on track or at risk all the same.
    pub is_long: bool,
    /// Not yet thirty open days in its stage, so nothing is said.
    pub is_too_soon: bool,
}

impl Motion {
    #[must_use]
    pub fn of(flags: &[Flag]) -> Self {
        let over = flags.contains(&Flag::OverMax);
        match flags.len() {
            count if count >= 3 || over && count >= 2 => Self::Stalled,
            2 => Self::Watch,
            _ => Self::Moving,
        }
    }
}

impl Stall {
    #[must_use]
    pub fn is_raised(&self, flag: Flag) -> bool {
        self.flags.iter().any(|one| one.flag == flag)
    }
}

impl<'a> Seen<'a> {
    /// None where it is in no active stage.
    #[must_use]
    pub fn stall(self, innovation: &'a Innovation, day: NaiveDate) -> Option<Stall> {
        let (motion, flags, is_too_soon) = self.motion(innovation, day)?;
        let is_long = motion == Motion::Stalled && self.stood_still(innovation, day);
        Some(Stall { motion, flags, is_long, is_too_soon })
    }

    fn motion(self, innovation: &'a Innovation, day: NaiveDate) -> Option<(Motion, Vec<Raised>, bool)> {
        let time = self.stage_time(innovation, day);
        if !time.kind.is_active() {
            return None;
        }
        let is_too_soon = open_days(time.entered_on, day, &self.quiet()) < SETTLED;
        let flags = self.raised(innovation, &time, day);
        let raised: Vec<_> = flags.iter().map(|one| one.flag).collect();
        let motion = if is_too_soon { Motion::Moving } else { Motion::of(&raised) };
        Some((motion, flags, is_too_soon))
    }

    /// Stalled half a year ago by what had happened then, nobody paused or stopped it since, and still shown as well.
    fn stood_still(self, innovation: &'a Innovation, day: NaiveDate) -> bool {
        let Some(then) = day.checked_sub_days(Days::new(LONG)) else { return false };
        let was_stalled = self.motion(innovation, then).is_some_and(|(motion, ..)| motion == Motion::Stalled);
        let shown = self.shown(innovation, day).shown;
        let ends = |outcome| matches!(outcome, MoveOutcome::Pause | MoveOutcome::Stop);
        let decided = self.stage_moves(innovation.id).any(|one| then < one.on && one.on <= day && ends(one.outcome));
        was_stalled && !decided && matches!(shown, Shown::OnTrack | Shown::AtRisk)
    }
}

#[cfg(test)]
mod tests;
