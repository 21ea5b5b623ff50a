//! What columns are by their titles: for each kind of file the titles in full, then words that a title may hold.
mod sites;

use domain::{
    ImportField::{
        self, AddedOn, Answer, AnsweredOn, Anyway, Approved, Area, Cadence, Changed, ChangesService, ClosedOn,
        CountBand, End, Forecast, Groups, Impact, InformationLink, Innovation, Interest, Kind, Lead, LeadersPresent,
        LedBy, Level, MetOn, Method, Narrative, NextStep, OpenedOn, Owner, People, Power, PriorityArea, Purpose,
        Rating, Reference, ReportOn, Response, Said, SaidBy, Sentiment, Service, SpeaksFor, Stakeholder, StanceNow,
        StanceWanted, Start, StillOpen, Summary, TargetLevel, Theme, Title, ToldBackOn,
    },
    ImportKind,
};
use sites::SITES;

/// The first field that fits takes the column.
pub type Known = (ImportField, &'static [&'static str], &'static [&'static str]);

pub const fn known(kind: ImportKind) -> &'static [Known] {
    match kind {
        ImportKind::Innovations => INNOVATIONS,
        ImportKind::Stakeholders => STAKEHOLDERS,
        ImportKind::Engagements => ENGAGEMENTS,
        ImportKind::Sites => SITES,
    }
}

const INNOVATIONS: &[Known] = &[
    (Reference, &["reference", "ref", "id", "project number", "project id", "code", "number"], &["reference", "ref"]),
    (
        Title,
        &["title", "name", "project name", "project", "innovation", "initiative", "project title"],
        &["title", "name"],
    ),
    (
        Narrative,
        &[
            "rating comment",
            "comment on rating",
            "comments",
            "narrative",
            "commentary",
            "what was done",
            "progress",
            "done",
        ],
        &["rating comment", "narrative", "progress"],
    ),
    (Summary, &["summary", "description", "description aims", "aims", "about"], &["description", "summary"]),
    (
        Rating,
        &["rating", "dca", "rag", "confidence", "colour rating", "rag rating", "delivery confidence", "status"],
        &["rating", "rag", "dca", "confidence"],
    ),
    (
        ReportOn,
        &["report date", "report year", "reporting date", "report on", "reported on", "as at", "facts as of", "year"],
        &["report date", "report year", "reporting date"],
    ),
    (Start, &["start", "start date", "started", "begins"], &["start date"]),
    (
        End,
        &["end", "end date", "finish", "finish date", "completion date", "due"],
        &["end date", "finish", "completion"],
    ),
    (
        Approved,
        &["approved", "approved cost", "budget", "cost", "whole life cost", "wlc"],
        &["whole life", "wlc", "approved"],
    ),
    (Forecast, &["forecast", "forecast cost", "forecast outturn", "expected cost"], &["forecast"]),
    (PriorityArea, &["priority area", "priority", "theme", "category", "report category"], &["priority area", "theme"]),
    (Service, &["service", "department", "directorate", "team"], &["department", "directorate", "service area"]),
    (Lead, &["lead", "owner", "project lead", "lead officer", "sro", "manager"], &["lead officer", "project manager"]),
];

const STAKEHOLDERS: &[Known] = &[
    (
        Stakeholder,
        &["stakeholder", "stakeholder name", "name", "group", "group name", "stakeholder group", "who", "organisation"],
        &["stakeholder", "group name"],
    ),
    (Kind, &["kind", "type", "category", "stakeholder type", "kind of group"], &["type", "kind", "category"]),
    (Area, &["area", "ward", "wards", "place", "locality", "geography"], &["ward", "area"]),
    (
        SpeaksFor,
        &["speaks for", "characteristics", "protected characteristics", "equality groups", "represents"],
        &["characteristic", "characteristics", "speaks for", "represents"],
    ),
    (Innovation, &["innovation", "project", "project name", "initiative", "programme"], &["innovation", "project"]),
    (Power, &["power", "influence", "power 1 5", "influence 1 5"], &["power", "influence"]),
    (Interest, &["interest", "interest 1 5"], &["interest"]),
    (Impact, &["impact", "impact 1 5", "impact on them", "at stake"], &["impact", "at stake"]),
    (
        TargetLevel,
        &["level", "target level", "level agreed", "level wanted", "engagement level"],
        &["target level", "level"],
    ),
    (
        Cadence,
        &["cadence", "cadence days", "frequency days", "days between two engagements", "every days", "how often days"],
        &["cadence", "frequency", "days between"],
    ),
    (Anyway, &["priority anyway", "priority", "is priority"], &["priority"]),
    (
        StanceNow,
        &["stance", "stance now", "current stance", "where they stand now", "attitude", "current position"],
        &["stance now", "current stance", "current position"],
    ),
    (
        StanceWanted,
        &["stance wanted", "desired stance", "where they need to stand", "target stance", "desired position"],
        &["stance wanted", "desired", "target stance"],
    ),
    (
        Owner,
        &["owner", "who sees to it", "lead officer", "contact officer", "relationship owner", "officer"],
        &["owner", "officer"],
    ),
    (AddedOn, &["added on", "named on", "date added", "added", "since"], &["added on", "named on"]),
];

const ENGAGEMENTS: &[Known] = &[
    (Reference, &["reference", "ref", "id", "engagement id", "event id", "number"], &["reference", "ref"]),
    (
        Innovation,
        &["innovation", "innovations", "project", "projects", "project name", "initiative", "about which"],
        &["innovation", "project"],
    ),
    // Before the day of the engagement, because their titles hold "date" as well.
    (
        AnsweredOn,
        &["answered on", "responded on", "response date", "date answered", "date of response", "replied on"],
        &["answered on", "responded on", "response date"],
    ),
    (
        ToldBackOn,
        &["told back on", "told back", "fed back on", "date told back", "feedback given on", "closed on"],
        &["told back", "fed back"],
    ),
    (
        OpenedOn,
        &["opened on", "opened", "consultation opened on", "consultation opened", "start date", "opening date"],
        &["opened"],
    ),
    (
        ClosedOn,
        &[
            "last day to answer",
            "consultation closed on",
            "consultation closed",
            "end date",
            "closing date",
            "closes on",
        ],
        &["closing date", "consultation closed"],
    ),
    (
        StillOpen,
        &["still undecided when it opened", "decision still open", "still undecided", "formative"],
        &["still open", "undecided"],
    ),
    (ChangesService, &["changes a service", "service change", "changes service"], &["service change"]),
    (
        InformationLink,
        &["where people could read about it", "information link", "link", "web address", "web page", "url"],
        &["link", "url"],
    ),
    (
        MetOn,
        &["date", "day", "on", "when", "event date", "date of event", "met on", "day of the engagement", "engaged on"],
        &["event date", "date of"],
    ),
    (
        Purpose,
        &["purpose", "what", "what it was about", "title", "event", "topic", "subject", "activity", "about"],
        &["purpose", "subject", "topic"],
    ),
    (Level, &["level", "level of engagement", "engagement level", "involvement"], &["level"]),
    (Method, &["how", "method", "channel", "type", "format", "type of event", "type of engagement"], &["method"]),
    (
        Groups,
        &[
            "groups",
            "group",
            "who",
            "stakeholder",
            "stakeholders",
            "who took part",
            "groups that took part",
            "audience",
            "attendees",
        ],
        &["stakeholder", "stakeholders", "groups"],
    ),
    (
        People,
        &["people", "how many", "how many people", "attendance", "number of people", "turnout", "headcount"],
        &["how many people", "number of people", "attendance"],
    ),
    (LedBy, &["led by", "lead", "officer", "facilitator", "host"], &["led by"]),
    (LeadersPresent, &["leaders present", "leaders", "leaders there", "senior officers present"], &["leaders"]),
    (NextStep, &["next step", "next steps", "what happens next", "next"], &["next step", "happens next"]),
    (
        Said,
        &["said", "what people said", "feedback", "comment", "comments", "you said", "what was said", "issue raised"],
        &["people said", "was said", "you said", "feedback", "comment"],
    ),
    (SaidBy, &["said by", "who said it", "raised by", "from"], &["said by", "raised by"]),
    (Theme, &["theme", "themes"], &["theme"]),
    (CountBand, &["how many said it", "count", "count band", "number who said it"], &["said it"]),
    (Sentiment, &["sentiment", "how they feel", "feeling", "mood"], &["sentiment"]),
    (Response, &["response", "our response", "outcome", "response type", "what we decided"], &["response"]),
    (
        Answer,
        &["answer", "answer or reason", "why", "reason", "we did", "our answer", "reply", "what we said"],
        &["answer", "reason", "we did"],
    ),
    (
        Changed,
        &["changed", "what changed", "what is different", "change made", "difference made", "what has changed"],
        &["changed", "different", "difference"],
    ),
];
