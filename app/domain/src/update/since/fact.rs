//! One thing that happened, and its sentence.
use crate::{DecisionOutcome, HalfDays, Pence};
use chrono::NaiveDate;
use std::fmt;

/// One thing that happened. Its sentence is what `Display` writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    StageMoved {
        to: String,
        on: NaiveDate,
    },
    /// Calendar days: positive is later, negative sooner.
    MilestoneMoved {
        title: String,
        from: NaiveDate,
        to: NaiveDate,
        days: i64,
    },
    MilestoneDone {
        title: String,
        on: NaiveDate,
    },
    /// It was said to be done and is open again.
    MilestoneReopened {
        title: String,
    },
    MilestoneAdded {
        title: String,
        forecast_on: NaiveDate,
    },
    MilestoneRemoved {
        title: String,
    },
    RiskAdded {
        event: String,
        score: u8,
    },
    RiskScored {
        event: String,
        from: u8,
        to: u8,
    },
    RiskClosed {
        event: String,
    },
    RiskHappened {
        event: String,
    },
    RiskRemoved {
        event: String,
    },
    MoneyAdded {
        line: String,
        approved: Pence,
    },
    MoneyApproved {
        line: String,
        from: Pence,
        to: Pence,
    },
    MoneyForecast {
        line: String,
        from: Option<Pence>,
        to: Option<Pence>,
    },
    MoneyRemoved {
        line: String,
    },
    /// In all months together.
    Spent {
        from: Option<Pence>,
        to: Pence,
    },
    /// By everybody, in the month that begins on the day.
    TimeGiven {
        month: NaiveDate,
        promised: HalfDays,
        given: HalfDays,
    },
    Decided {
        what: String,
        outcome: DecisionOutcome,
        on: NaiveDate,
    },
    /// People of these groups took part, at a level of 1 to 5.
    Engaged {
        groups: String,
        level: String,
        on: NaiveDate,
    },
    /// New things that people said, and how many of everything said has no answer.
    Said {
        new: usize,
        unanswered: usize,
    },
    Answered {
        count: usize,
    },
    /// People were told what came of what they said.
    ToldBack {
        count: usize,
    },
    /// Both with their unit.
    Read {
        measure: String,
        value: String,
        before: Option<String>,
        on: NaiveDate,
    },
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::StageMoved { to, on } => write!(f, "Moved to {to} on {}", date(*on)),
            Self::MilestoneMoved { title, to, days, .. } => {
                let (days, plural) = (days.abs(), if days.abs() == 1 { "" } else { "s" });
                let way = if self.is_later() { "later" } else { "sooner" };
                write!(f, "{title}: {days} day{plural} {way}, now {}", date(*to))
            }
            Self::MilestoneDone { title, on } => write!(f, "{title}: done on {}", date(*on)),
            Self::MilestoneReopened { title } => write!(f, "{title}: open again"),
            Self::MilestoneAdded { title, forecast_on } => {
                write!(f, "New milestone, {title}, expected on {}", date(*forecast_on))
            }
            Self::MilestoneRemoved { title } => write!(f, "Milestone removed: {title}"),
            Self::RiskAdded { event, score } => write!(f, "New risk, score {score}: {event}"),
            Self::RiskScored { event, from, to } => {
                let way = if to > from { "up" } else { "down" };
                write!(f, "Risk went {way} from {from} to {to}: {event}")
            }
            Self::RiskClosed { event } => write!(f, "Risk closed: {event}"),
            Self::RiskHappened { event } => write!(f, "Risk came true: {event}"),
            Self::RiskRemoved { event } => write!(f, "Risk removed: {event}"),
            Self::MoneyAdded { line, approved } => write!(f, "{line}: {approved} approved"),
            Self::MoneyApproved { line, from, to } => write!(f, "{line}: approved money changed from {from} to {to}"),
            Self::MoneyForecast { line, from, to } => {
                let amount = |one: &Option<Pence>| one.map_or_else(|| "none".to_owned(), |one| one.to_string());
                write!(f, "{line}: forecast changed from {} to {}", amount(from), amount(to))
            }
            Self::MoneyRemoved { line } => write!(f, "{line}: line removed"),
            Self::Spent { from: Some(from), to } => write!(f, "{to} spent in all, up from {from}"),
            Self::Spent { from: None, to } => write!(f, "{to} spent"),
            Self::TimeGiven { month, promised, given } => {
                write!(f, "{given} of {promised} promised days given in {}", month.format("%B\u{a0}%Y"))
            }
            Self::Decided { what, outcome, on } => write!(f, "{} on {}: {what}", outcome.label(), date(*on)),
            Self::Engaged { groups, level, on } => write!(f, "{level}: {groups}, on {}", date(*on)),
            Self::Said { new, unanswered } => {
                let of_all =
                    if *unanswered == 0 { "all answered".into() } else { format!("{unanswered} unanswered in all") };
                write!(f, "{} said, {of_all}", things(*new))
            }
            Self::Answered { count } => write!(f, "{} answered", things(*count)),
            Self::ToldBack { count } => write!(f, "People were told what came of {}", things(*count).to_lowercase()),
            Self::Read { measure, value, before, on } => {
                let before = before.as_ref().map(|before| format!(", before it {before}")).unwrap_or_default();
                write!(f, "{measure}: {value} on {}{before}", date(*on))
            }
        }
    }
}

impl Fact {
    /// A milestone that is expected later than it was.
    #[must_use]
    pub fn is_later(&self) -> bool {
        matches!(self, Self::MilestoneMoved { days, .. } if *days > 0)
    }
}

/// "3 pieces of feedback".
pub(super) fn things(count: usize) -> String {
    if count == 1 { "1 piece of feedback".into() } else { format!("{count} pieces of feedback") }
}

/// "24 November 2026", not broken after the day.
pub(super) fn date(day: NaiveDate) -> impl fmt::Display {
    day.format("%-d\u{a0}%B %Y")
}
