//! What each row of a file is, and what its columns can be.
use super::ImportField;
use crate::choice::choices;

choices! {
    /// What each row of a file is.
    ImportKind {
        Innovations "innovations" "Innovations",
        /// Groups, and how each stands towards an innovation.
        Stakeholders "stakeholders" "Stakeholders",
        /// With what people said there, and what became of it.
        Engagements "engagements" "Engagements",
        /// Places where an innovation may go, where each has got to, and how many were reached there.
        Sites "sites" "Sites",
    }
}

#[expect(clippy::derivable_impls, reason = "the macro of choices derives none")]
impl Default for ImportKind {
    fn default() -> Self {
        Self::Innovations
    }
}

impl ImportKind {
    /// Of files kept before there were others.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
    pub(super) fn is_usual(&self) -> bool {
        *self == Self::Innovations
    }

    /// What a column of such a file can be.
    #[must_use]
    pub const fn fields(self) -> &'static [ImportField] {
        use ImportField::{
            AddedOn, Answer, AnsweredOn, Anyway, Approved, Area, Cadence, Changed, ChangesService, ClosedOn, Council,
            CountBand, Counted, CountedFrom, CountedOnce, CountedTo, Eligible, EligiblePeople, EligibleReason, End,
            Forecast, ForecastLive, Groups, Ignore, Impact, InformationLink, Innovation, Interest, Kind, Lead,
            LeadPost, LeadersPresent, LedBy, Level, LiveOn, MetOn, Method, Narrative, NextStep, OpenedOn, Organisation,
            Owner, People, PlannedLive, Power, PriorityArea, Purpose, Rating, Reached, Reference, ReportOn, Response,
            ReviewOn, Said, SaidBy, SecondRating, Sentiment, Service, Site, SpeaksFor, Stakeholder, StanceNow,
            StanceWanted, Start, State, StateOn, StateReason, StillOpen, Summary, TargetLevel, Theme, Title,
            ToldBackOn, Wave,
        };
        match self {
            Self::Innovations => &[
                Reference,
                Title,
                Summary,
                Rating,
                SecondRating,
                Narrative,
                ReportOn,
                Start,
                End,
                Approved,
                Forecast,
                PriorityArea,
                Service,
                Lead,
                Ignore,
            ],
            Self::Stakeholders => &[
                Stakeholder,
                Kind,
                Area,
                SpeaksFor,
                Innovation,
                Power,
                Interest,
                Impact,
                TargetLevel,
                Cadence,
                Anyway,
                StanceNow,
                StanceWanted,
                Owner,
                AddedOn,
                Ignore,
            ],
            Self::Engagements => &[
                Reference,
                Innovation,
                MetOn,
                Purpose,
                Level,
                Method,
                Groups,
                People,
                LedBy,
                LeadersPresent,
                NextStep,
                InformationLink,
                OpenedOn,
                ClosedOn,
                StillOpen,
                ChangesService,
                Said,
                SaidBy,
                Theme,
                CountBand,
                Sentiment,
                Response,
                Answer,
                AnsweredOn,
                ToldBackOn,
                Changed,
                Ignore,
            ],
            Self::Sites => &[
                Innovation,
                Site,
                Kind,
                Organisation,
                Council,
                Eligible,
                EligibleReason,
                Wave,
                EligiblePeople,
                PlannedLive,
                ForecastLive,
                LiveOn,
                LeadPost,
                State,
                StateOn,
                StateReason,
                ReviewOn,
                Reached,
                CountedFrom,
                CountedTo,
                Counted,
                CountedOnce,
                Ignore,
            ],
        }
    }

    /// Without a column for each of these no row can come in.
    #[must_use]
    pub const fn needed(self) -> &'static [ImportField] {
        match self {
            Self::Innovations => &[ImportField::Title],
            Self::Stakeholders => &[ImportField::Stakeholder],
            Self::Engagements => &[ImportField::Innovation, ImportField::MetOn, ImportField::Groups],
            Self::Sites => &[ImportField::Innovation, ImportField::Site],
        }
    }
}
