//! Rows of sites: cells become texts, days and numbers. What words stand for is found later.
use super::rows::Reader;
use domain::{ImportField, ImportRow, ImportRule, Name, SiteRow, Title};

impl Reader<'_> {
    pub(super) fn site(mut self) -> ImportRow {
        use ImportField::{
            Council, Counted, CountedFrom, CountedOnce, CountedTo, Eligible, EligiblePeople, EligibleReason,
            ForecastLive, Innovation, Kind, LeadPost, LiveOn, Organisation, PlannedLive, Reached, ReviewOn, Site,
            State, StateOn, StateReason, Wave,
        };
        let row = SiteRow {
            innovation: self.line(Innovation),
            name: self.place(Site),
            kind: self.line(Kind),
            organisation: self.place(Organisation),
            council: self.line(Council),
            eligible: self.line(Eligible),
            eligible_reason: self.reason(EligibleReason),
            wave: self.number(Wave),
            eligible_people: self.number(EligiblePeople),
            planned_live_on: self.day(PlannedLive),
            forecast_live_on: self.day(ForecastLive),
            live_on: self.day(LiveOn),
            lead: self.line(LeadPost),
            state: self.line(State),
            state_on: self.day(StateOn),
            state_reason: self.reason(StateReason),
            review_on: self.day(ReviewOn),
            reached: self.number(Reached),
            counted_from: self.day(CountedFrom),
            counted_to: self.day(CountedTo),
            counted: self.line(Counted),
            counted_once: self.line(CountedOnce),
        };
        self.into.title = row.name.as_deref().and_then(Title::cut);
        self.into.site = Some(Box::new(row));
        self.into
    }

    /// The name of a place is never cut: half a name is another.
    fn place(&mut self, field: ImportField) -> Option<Name> {
        let text = self.on_one_line(field)?;
        if text.chars().count() > Name::LIMIT {
            self.wrong(field, ImportRule::TooLong(Name::LIMIT));
        }
        text.parse().ok()
    }
}
