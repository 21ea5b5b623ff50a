use super::{ImportNote, ImportProblem};
use crate::{Confidence, ExternalRef, Line, Name, Pence, Prose, Reason, Title, WebAddress};
use chrono::NaiveDate;

/// One row of a file, read: its cells are values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportRow {
    /// In the file, as a spreadsheet program counts.
    pub number: usize,
    /// The day its facts are for, where a column says so; else the day that is said of the file.
    pub report_on: Option<NaiveDate>,
    pub reference: Option<ExternalRef>,
    pub title: Option<Title>,
    pub summary: Option<Prose>,
    pub rated: Option<Rated>,
    pub narrative: Option<Prose>,
    pub start: Option<NaiveDate>,
    pub end: Option<NaiveDate>,
    pub approved: Option<Pence>,
    pub forecast: Option<Pence>,
    pub priority_area: Option<Line>,
    pub service: Option<Line>,
    pub lead: Option<Line>,
    /// In a file of groups.
    pub stakeholder: Option<Box<StakeholderRow>>,
    /// In a file of engagements.
    pub engagement: Option<Box<EngagementRow>>,
    /// In a file of sites.
    pub site: Option<Box<SiteRow>>,
    /// Found while reading; any of them keeps the row out.
    pub problems: Vec<ImportProblem>,
    pub notes: Vec<ImportNote>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rated {
    pub confidence: Confidence,
    /// As the file has it: "Amber/Green".
    pub word: Line,
}

/// A group, and how it stands towards an innovation where the row names one. Words of closed lists are read later.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StakeholderRow {
    pub name: Option<Title>,
    pub kind: Option<Line>,
    pub area: Option<Line>,
    pub speaks_for: Vec<Line>,
    pub innovation: Option<Line>,
    pub power: Option<u32>,
    pub interest: Option<u32>,
    pub impact: Option<u32>,
    pub target_level: Option<Line>,
    pub cadence_days: Option<u32>,
    pub anyway: Option<Line>,
    pub stance_now: Option<Line>,
    pub stance_wanted: Option<Line>,
    pub owner: Option<Line>,
    pub added_on: Option<NaiveDate>,
}

/// An engagement, and at most one thing that people said there: another row about it tells the next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EngagementRow {
    pub innovations: Vec<Line>,
    pub on: Option<NaiveDate>,
    pub purpose: Option<Reason>,
    pub level: Option<Line>,
    pub method: Option<Line>,
    pub groups: Vec<NamedGroup>,
    pub led_by: Option<Line>,
    pub leaders_present: Vec<Line>,
    pub next_step: Option<Reason>,
    pub information_link: Option<WebAddress>,
    pub opened_on: Option<NaiveDate>,
    pub closed_on: Option<NaiveDate>,
    pub still_open: Option<Line>,
    pub changes_service: Option<Line>,
    pub said: SaidRow,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedGroup {
    pub name: Title,
    pub people: Option<u32>,
}

/// What people said, and what became of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SaidRow {
    pub said: Option<Prose>,
    pub by: Option<Title>,
    pub theme: Option<Name>,
    pub count_band: Option<Line>,
    pub sentiment: Option<Line>,
    pub response: Option<Line>,
    pub answer: Option<Prose>,
    pub answered_on: Option<NaiveDate>,
    pub told_back_on: Option<NaiveDate>,
    pub changed: Option<Prose>,
}

/// A place where an innovation may go, where it has got to, and how many were reached there in one period: another row
/// about it tells the next step or period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SiteRow {
    pub innovation: Option<Line>,
    pub name: Option<Name>,
    pub kind: Option<Line>,
    pub organisation: Option<Name>,
    pub council: Option<Line>,
    pub eligible: Option<Line>,
    pub eligible_reason: Option<Reason>,
    pub wave: Option<u32>,
    pub eligible_people: Option<u32>,
    pub planned_live_on: Option<NaiveDate>,
    pub forecast_live_on: Option<NaiveDate>,
    pub live_on: Option<NaiveDate>,
    pub lead: Option<Line>,
    pub state: Option<Line>,
    pub state_on: Option<NaiveDate>,
    pub state_reason: Option<Reason>,
    pub review_on: Option<NaiveDate>,
    pub reached: Option<u32>,
    pub counted_from: Option<NaiveDate>,
    pub counted_to: Option<NaiveDate>,
    /// "people", "households".
    pub counted: Option<Line>,
    pub counted_once: Option<Line>,
}

impl SiteRow {
    /// The latest day of which it tells what has happened.
    pub(super) fn latest(&self) -> Option<NaiveDate> {
        [self.live_on, self.state_on, self.reached.and(self.counted_to)].into_iter().flatten().max()
    }
}

impl SaidRow {
    /// Whether it tells what became of something.
    pub(super) fn is_answered(&self) -> bool {
        self.response.is_some()
            || self.answer.is_some()
            || self.answered_on.is_some()
            || self.told_back_on.is_some()
            || self.changed.is_some()
    }
}
