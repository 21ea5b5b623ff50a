//! What the record alone would say: six parts, each with its reason, and one colour over them all.
//!
//! It stands beside what somebody declares and never takes its place.
mod cost;
mod engagement;
mod outcome;
mod people;
mod risk;
mod time;

use super::{Confidence, Evidence};
use crate::{Innovation, Seen, choice::choices};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    /// One of the six, in the order in which they are told.
    Part {
        Time "time" "Time",
        Cost "cost" "Cost",
        Risk "risk" "Risk",
        People "people" "People",
        Engagement "engagement" "Engagement",
        Outcome "outcome" "Outcome",
    }
}

/// What one part says, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub part: Part,
    /// None: the record does not tell, for the reason given.
    pub says: Option<Confidence>,
    /// A sentence without its full stop.
    pub reason: String,
    /// The records behind it.
    pub evidence: Vec<Evidence>,
}

impl Finding {
    fn new(part: Part, says: Confidence, reason: impl Into<String>, evidence: Vec<Evidence>) -> Self {
        Self { part, says: Some(says), reason: reason.into(), evidence }
    }

    fn unknown(part: Part, reason: &str) -> Self {
        Self { part, says: None, reason: reason.into(), evidence: vec![] }
    }
}

/// Computed confidence with its reasons, on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct ComputedConfidence {
    /// In the order of `Part::ALL`.
    pub findings: Vec<Finding>,
    /// None: too little is recorded to compute it.
    pub overall: Option<Confidence>,
}

/// The six parts and the whole as they stood when an update was posted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Computed {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<Confidence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<Confidence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risk: Option<Confidence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<Confidence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub engagement: Option<Confidence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Confidence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overall: Option<Confidence>,
}

impl ComputedConfidence {
    #[must_use]
    pub fn part(&self, part: Part) -> Option<Confidence> {
        self.findings.iter().find(|one| one.part == part)?.says
    }

    /// As it is kept with an update.
    #[must_use]
    pub fn frozen(&self) -> Computed {
        Computed {
            time: self.part(Part::Time),
            cost: self.part(Part::Cost),
            risk: self.part(Part::Risk),
            people: self.part(Part::People),
            engagement: self.part(Part::Engagement),
            outcome: self.part(Part::Outcome),
            overall: self.overall,
        }
    }
}

/// Parts that must say something before there is a whole.
const FEWEST: usize = 3;

/// The parts in the order of `Part::ALL`; the first rule that fits wins.
fn overall(parts: [Option<Confidence>; 6]) -> Option<Confidence> {
    let [time, ..] = parts;
    let count = |wanted| parts.iter().filter(|part| **part == Some(wanted)).count();
    let (off, risky, known) = (count(Confidence::OffTrack), count(Confidence::AtRisk), parts.iter().flatten().count());
    if time == Some(Confidence::OffTrack) {
        return time;
    }
    if known < FEWEST {
        return None;
    }
    Some(match (off, risky) {
        (2.., _) => Confidence::OffTrack,
        (1, _) | (_, 2..) => Confidence::AtRisk,
        _ => Confidence::OnTrack,
    })
}

impl Confidence {
    const fn step(self) -> i8 {
        match self {
            Self::OnTrack => 0,
            Self::AtRisk => 1,
            Self::OffTrack => 2,
        }
    }

    /// Steps from what is declared to what is computed: above 0 the author is more hopeful than the record.
    #[must_use]
    pub const fn gap(self, computed: Self) -> i8 {
        computed.step() - self.step()
    }
}

impl Seen<'_> {
    /// The whole, of an innovation in an active stage; what is paused or over is not judged.
    #[must_use]
    pub fn computed_now(self, innovation: &Innovation, today: NaiveDate) -> Option<Confidence> {
        let active = self.kind_of(innovation).is_active();
        if active { self.computed_confidence(innovation, today).overall } else { None }
    }

    /// From what the record holds on a day; nothing that anybody declared goes into it.
    #[must_use]
    pub fn computed_confidence(self, innovation: &Innovation, today: NaiveDate) -> ComputedConfidence {
        let time = self.time_finding(innovation, today);
        let cost = self.cost_finding(innovation, time.says);
        let findings = vec![
            time,
            cost,
            self.risk_finding(innovation, today),
            self.people_finding(innovation, today),
            self.engagement_finding(innovation, today),
            self.outcome_finding(innovation, today),
        ];
        let says = |index: usize| findings.get(index).and_then(|one| one.says);
        let overall = overall([says(0), says(1), says(2), says(3), says(4), says(5)]);
        ComputedConfidence { findings, overall }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;
    use Confidence::{AtRisk as A, OffTrack as R, OnTrack as G};

    #[test]
    fn su_10_to_16_the_whole_follows_from_the_parts() {
        let table = [
            ([Some(G), Some(G), Some(G), None, None, None], Some(G)),
            ([Some(A), Some(G), Some(G), Some(G), None, None], Some(G)),
            ([Some(A), Some(A), Some(G), None, None, None], Some(A)),
            ([Some(G), Some(R), Some(G), None, None, None], Some(A)),
            ([Some(G), Some(R), Some(R), None, None, None], Some(R)),
            ([Some(R), None, None, None, None, None], Some(R)),
            ([Some(G), Some(G), None, None, None, None], None),
        ];
        for (parts, expected) in table {
            assert_eq!(overall(parts), expected, "{parts:?}");
        }
    }

    #[test]
    fn a_gap_above_nought_means_the_author_is_the_more_hopeful() {
        assert_eq!((G.gap(R), G.gap(G), A.gap(G), A.gap(R)), (2, 0, -1, 1));
    }

    #[test]
    fn an_innovation_with_nothing_recorded_is_not_said_to_be_well() {
        let found = as_person(&portfolio(), LEAD, |seen| seen.computed_confidence(&innovation(), today()));
        assert_eq!((found.overall, found.frozen()), (None, Computed::default()));
        let parts: Vec<_> = found.findings.iter().map(|one| one.part).collect();
        assert_eq!(parts, Part::ALL);
        assert!(found.findings.iter().all(|one| !one.reason.is_empty()));
    }

    #[test]
    fn what_is_not_known_takes_no_room_in_the_text() {
        let some = Computed { time: Some(R), overall: Some(R), ..Computed::default() };
        let text = serde_json::to_string(&some).expect("text");
        assert_eq!(text, r#"{"time":"off-track","overall":"off-track"}"#);
        assert_eq!(serde_json::from_str::<Computed>(&text).expect("read"), some);
        assert_eq!(serde_json::from_str::<Computed>("{}").expect("read"), Computed::default());
    }
}
