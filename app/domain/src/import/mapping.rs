//! Which column of a file is what.
use super::Import;
use crate::choice::choices;

choices! {
    /// What a column can be.
    ImportField {
        Reference "reference" "Reference",
        Title "title" "Title",
        Summary "summary" "Summary",
        Rating "rating" "Rating",
        SecondRating "second-rating" "Rating, where the first is empty",
        Narrative "narrative" "What was done",
        ReportOn "report-on" "Report date of the row",
        Start "start" "Start date",
        End "end" "End date",
        Approved "approved" "Approved cost",
        Forecast "forecast" "Forecast cost",
        PriorityArea "priority-area" "Priority area",
        Service "service" "Service",
        Lead "lead" "Lead",
        Stakeholder "stakeholder" "Stakeholder",
        Kind "kind" "Kind",
        Area "area" "Area",
        /// Several stand apart by a semicolon.
        SpeaksFor "speaks-for" "Speaks for",
        /// By its reference, its number or its title; of an engagement several.
        Innovation "innovation" "Innovation",
        Power "power" "Power",
        Interest "interest" "Interest",
        Impact "impact" "Impact",
        TargetLevel "target-level" "Level agreed",
        Cadence "cadence" "Days between two engagements",
        Anyway "priority-anyway" "Priority anyway",
        StanceNow "stance-now" "Where they stand now",
        StanceWanted "stance-wanted" "Where they need to stand",
        Owner "owner" "Who sees to it",
        AddedOn "added-on" "Named on",
        MetOn "met-on" "Day of the engagement",
        Purpose "purpose" "What it was about",
        Level "level" "Level",
        Method "method" "How",
        /// Several stand apart by a semicolon, each perhaps with a number in brackets.
        Groups "groups" "Groups that took part",
        /// In the order of the groups.
        People "people" "How many people",
        LedBy "led-by" "Led by",
        LeadersPresent "leaders-present" "Leaders present",
        NextStep "next-step" "What happens next",
        InformationLink "information-link" "Where people could read about it",
        OpenedOn "opened-on" "Consultation opened on",
        ClosedOn "closed-on" "Last day to answer",
        StillOpen "still-open" "Still undecided when it opened",
        ChangesService "changes-service" "Changes a service",
        Said "said" "What people said",
        SaidBy "said-by" "Who said it",
        Theme "theme" "Theme",
        CountBand "count-band" "How many said it",
        Sentiment "sentiment" "How they feel",
        Response "response" "Response",
        Answer "answer" "Answer or reason",
        AnsweredOn "answered-on" "Answered on",
        ToldBackOn "told-back-on" "Told back on",
        Changed "changed" "What is different",
        /// Known by its innovation and its name.
        Site "site" "Site",
        Organisation "organisation" "Whose place it is",
        Council "council" "Council",
        Eligible "eligible" "Eligible",
        EligibleReason "eligible-reason" "Why it is eligible or not",
        Wave "wave" "Wave",
        EligiblePeople "eligible-people" "How many it is meant for",
        PlannedLive "planned-live" "First planned to go live",
        ForecastLive "forecast-live" "Now expected to go live",
        LiveOn "live-on" "Live on",
        /// A title, never a person's name.
        LeadPost "lead-post" "Post that leads there",
        State "state" "State",
        StateOn "state-on" "In this state since",
        StateReason "state-reason" "Why it is in this state",
        ReviewOn "review-on" "Look again on",
        Reached "reached" "How many were reached",
        CountedFrom "counted-from" "Counted from",
        CountedTo "counted-to" "Counted to",
        Counted "counted" "What is counted",
        CountedOnce "counted-once" "Nobody is counted at another site as well",
        Ignore "ignore" "Leave out",
    }

    /// What a bare number in a column of money counts.
    AmountUnit {
        Pounds "pounds" "Pounds",
        Thousands "thousands" "Thousands of pounds",
        Millions "millions" "Millions of pounds",
    }
}

#[expect(clippy::derivable_impls, reason = "the macro of choices derives none")]
impl Default for AmountUnit {
    fn default() -> Self {
        Self::Pounds
    }
}

/// The titles of a file's columns, each with what it is; in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping(Vec<(String, ImportField)>);

impl Mapping {
    #[must_use]
    pub fn new(columns: Vec<(String, ImportField)>) -> Self {
        Self(columns)
    }

    pub fn columns(&self) -> impl Iterator<Item = (&str, ImportField)> {
        self.0.iter().map(|(title, field)| (title.as_str(), *field))
    }

    /// The place of the column that is this, counted from 0.
    #[must_use]
    pub fn column(&self, wanted: ImportField) -> Option<usize> {
        self.0.iter().position(|(_, field)| *field == wanted)
    }

    /// The title of the column that is this, or what the product calls it.
    #[must_use]
    pub fn title(&self, wanted: ImportField) -> &str {
        self.column(wanted).and_then(|index| self.0.get(index)).map_or(wanted.label(), |(title, _)| title)
    }

    /// A field given to two columns; leaving out is no field.
    #[must_use]
    pub fn given_twice(&self) -> Option<ImportField> {
        let fields = || self.0.iter().map(|(_, field)| *field).filter(|field| *field != ImportField::Ignore);
        fields().find(|one| fields().filter(|other| other == one).count() > 1)
    }

    /// What an earlier file's columns were, for those of this file that have the same titles; None for the others.
    #[must_use]
    pub fn remembered<'a>(import: &Import, titles: impl Iterator<Item = &'a str>) -> Vec<Option<ImportField>> {
        let find = |title: &str| import.mapping.iter().find(|(known, _)| known == title);
        titles.map(|title| find(title).and_then(|(_, key)| key.parse().ok())).collect()
    }

    /// As it is kept.
    #[must_use]
    pub fn written(&self) -> Vec<(String, String)> {
        self.0.iter().map(|(title, field)| (title.clone(), field.key().to_owned())).collect()
    }
}
