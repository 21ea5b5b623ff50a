//! Titles of a register of sites.
use super::Known;
use domain::ImportField::{
    Council, Counted, CountedFrom, CountedOnce, CountedTo, Eligible, EligiblePeople, EligibleReason, ForecastLive,
    Innovation, Kind, LeadPost, LiveOn, Organisation, PlannedLive, Reached, ReviewOn, Site, State, StateOn,
    StateReason, Wave,
};

pub const SITES: &[Known] = &[
    (
        Innovation,
        &["innovation", "project", "project name", "initiative", "programme", "innovation number"],
        &["innovation", "project"],
    ),
    // Longer titles first, because they hold the words of the shorter ones.
    (
        EligibleReason,
        &[
            "why it is eligible or not",
            "eligible reason",
            "eligibility reason",
            "reason for eligibility",
            "why not eligible",
            "reason",
        ],
        &["eligible reason", "eligibility reason"],
    ),
    (
        EligiblePeople,
        &[
            "how many it is meant for",
            "eligible people",
            "people eligible",
            "eligible population",
            "population",
            "target population",
            "meant for",
            "people it could reach",
        ],
        &["eligible people", "eligible population", "people eligible"],
    ),
    (Eligible, &["eligible", "is eligible", "eligibility", "in scope", "is it meant for this place"], &["in scope"]),
    (
        StateReason,
        &["why it is in this state", "state reason", "status reason", "reason for state", "reason for status"],
        &["state reason", "status reason"],
    ),
    (
        StateOn,
        &["in this state since", "state since", "state date", "status date", "status since", "since", "state on"],
        &["state since", "status since", "status date"],
    ),
    (State, &["state", "status", "stage", "site state", "site status", "adoption status", "where it is"], &["status"]),
    (ReviewOn, &["look again on", "review on", "review date", "paused until"], &["review date"]),
    (
        PlannedLive,
        &[
            "first planned to go live",
            "planned live",
            "planned live on",
            "planned live date",
            "planned go live",
            "planned go live date",
            "planned start",
            "baseline live date",
            "original go live date",
        ],
        &["planned live", "planned go live", "original go live", "baseline go live"],
    ),
    (
        ForecastLive,
        &[
            "now expected to go live",
            "forecast live",
            "forecast live on",
            "forecast live date",
            "forecast go live",
            "forecast go live date",
            "expected go live",
            "expected live date",
        ],
        &["forecast live", "forecast go live", "expected live", "expected go live", "expected to go live"],
    ),
    (
        LiveOn,
        &["live on", "live since", "live date", "live", "go live", "go live date", "went live", "actual go live date"],
        &["went live", "actual go live", "live since"],
    ),
    (
        LeadPost,
        &["post that leads there", "lead post", "lead", "site lead", "local lead", "post", "lead role", "role"],
        &["lead post", "site lead", "local lead"],
    ),
    (
        Organisation,
        &["whose place it is", "organisation", "provider", "operator", "owner", "run by"],
        &["organisation"],
    ),
    (Council, &["council", "member council", "authority", "local authority"], &["council"]),
    (Wave, &["wave", "phase", "tranche", "cohort", "rollout wave"], &["wave", "tranche"]),
    (CountedFrom, &["counted from", "period from", "period start", "from"], &["counted from", "period from"]),
    (CountedTo, &["counted to", "period to", "period end", "to", "counted on"], &["counted to", "period to"]),
    (CountedOnce, &["nobody is counted at another site as well", "unique", "counted once"], &["counted once"]),
    (Counted, &["what is counted", "unit", "counted"], &["what is counted"]),
    (
        Reached,
        &["how many were reached", "reached", "people reached", "reached people", "users", "number reached", "reach"],
        &["reached"],
    ),
    (Kind, &["kind", "type", "site type", "type of site", "kind of place", "category"], &["kind", "type"]),
    (
        Site,
        &["site", "site name", "name of site", "location", "place", "venue", "name", "premises", "setting"],
        &["site", "location", "venue"],
    ),
];
