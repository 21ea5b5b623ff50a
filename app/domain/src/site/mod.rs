//! A place that may adopt a new way of working, and where that place has got to.
mod adoption;
mod embed;
pub(crate) mod history;
mod keep;
mod map;
mod moves;
mod sight;
mod state;

pub use adoption::{Adoption, AdoptionPoint, Rollout};
pub use embed::EmbedGap;
pub(crate) use embed::{EMBEDDING, FIDELITY};
pub use keep::{SiteEdit, SiteInput};
pub use map::{Spread, SpreadCell, SpreadMap};
pub use moves::{SiteMoveInput, SiteMoveRow};
pub use sight::SiteSight;

use crate::{
    CouncilId, Entry, InnovationId, Line, MembershipId, Name, PersonId, Reason, SiteId, SiteMoveId, choice::choices,
    record::noun,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    SiteKind {
        Team "team" "Team",
        Ward "ward" "Ward",
        Library "library" "Library",
        Depot "depot" "Depot",
        School "school" "School",
        CareProvider "care-provider" "Care provider",
        Estate "estate" "Estate",
        CustomerCentre "customer-centre" "Customer centre",
        PartnerCouncil "partner-council" "Partner council",
        Other "other" "Another place",
    }

    /// Whether the new way is meant for the place.
    Eligible {
        Yes "yes" "Yes",
        No "no" "No",
        Unknown "unknown" "Not yet assessed",
    }

    /// Where a place has got to. The first six are steps forward in this order.
    SiteState {
        Identified "identified" "Identified",
        Engaged "engaged" "Engaged",
        Agreed "agreed" "Agreed",
        Preparing "preparing" "Preparing",
        Live "live" "Live",
        Embedded "embedded" "Embedded",
        Declined "declined" "Declined",
        NotEligible "not-eligible" "Not eligible",
        Paused "paused" "Paused",
        Reverted "reverted" "Reverted",
    }

    AdaptationOf {
        /// Of what must not be changed: it lowers fidelity.
        Core "core" "A core component",
        Peripheral "peripheral" "Something around the core",
    }
}

/// What a place does in another way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Adaptation {
    pub of: AdaptationOf,
    pub what: Line,
    pub why: Reason,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<MembershipId>,
}

/// Its state is where its last move took it; it begins as identified.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Site {
    pub id: SiteId,
    pub entry: Entry,
    pub innovation: InnovationId,
    pub name: Name,
    pub kind: SiteKind,
    /// Whose place it is, where it is not the council's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Name>,
    /// Partnership only: the member council whose place it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub council: Option<CouncilId>,
    pub eligible: Eligible,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eligible_reason: Option<Reason>,
    /// From 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wave: Option<u8>,
    /// How many people it could reach there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eligible_people: Option<u32>,
    /// As first planned; once set it stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_live_on: Option<NaiveDate>,
    /// Today's honest expectation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forecast_live_on: Option<NaiveDate>,
    /// The post that leads there, never a person's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<Line>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub adaptations: Vec<Adaptation>,
}

/// One step of a place from state to state, kept for ever. A mistake is corrected by a later move.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SiteMove {
    pub id: SiteMoveId,
    pub entry: Entry,
    pub innovation: InnovationId,
    pub site: SiteId,
    /// Counts from 1 within the site, in date order.
    pub ordinal: u32,
    pub from: SiteState,
    pub to: SiteState,
    pub on: NaiveDate,
    /// Required on declining, on reverting, and where it turns out not to be eligible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// Paused only: the day to look again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_on: Option<NaiveDate>,
    /// Who recorded it.
    pub by: PersonId,
}

noun!(Site, "site", (InnovationId, SiteId) = |one| (one.innovation, one.id), innovation = Some(one.innovation));

noun!(
    SiteMove,
    "site_move",
    (InnovationId, SiteId, u32) = |one| (one.innovation, one.site, one.ordinal),
    innovation = Some(one.innovation)
);
