//! Innovations and their records, for the tests of this folder.
use crate::testing::*;
use crate::{
    Better, Computed, Confidence, Decision, Entry, Forecast, Innovation, InnovationId, Measure, MeasureId, MeasureOf,
    Milestone, MilestoneId, PersonId, Place, Portfolio, PriorityAreaId, Reading, ReadingId, StageMove, StageMoveId,
    StatusUpdate, StatusUpdateId,
};
use chrono::{DateTime, Duration, NaiveDate, Utc};
use uuid::Uuid;

pub const LIT: PriorityAreaId = PriorityAreaId(Uuid::from_u128(900));

pub fn ago(days: i64) -> NaiveDate {
    today() - Duration::days(days)
}

pub fn number(of: u32) -> InnovationId {
    InnovationId(Uuid::from_u128(8000 + u128::from(of)))
}

/// Entered by somebody at noon of a day, so many minutes later.
pub fn entered_by(by: PersonId, on: NaiveDate, minutes: i64) -> Entry {
    let noon: DateTime<Utc> = on.and_hms_opt(12, 0, 0).expect("noon").and_utc();
    Entry { by, at: noon + Duration::minutes(minutes), ..Entry::default() }
}

/// A priority innovation in a stage of the default model since a year.
pub fn priority(of: u32, stage: u8) -> Decision {
    let innovation = Innovation {
        id: number(of),
        number: of + 1,
        title: text(&format!("Innovation {of}")),
        priority_area: Some(LIT),
        ..innovation()
    };
    let entry = StageMove {
        id: StageMoveId(Uuid::from_u128(8100 + u128::from(of))),
        ..entered(number(of), 1, Place::Idea, Place::Stage(stage), ago(400))
    };
    Decision::add(innovation).and_add(entry)
}

/// So many of them in Pilot, and "Smart street lamps" in none.
pub fn with_priorities(count: u32) -> Portfolio {
    let start = applied(&portfolio(), Decision::add(priority_area(LIT)));
    let lamps = as_person(&start, LEAD, |seen| seen.innovation(LAMPS).map(Decision::remove)).expect("there");
    let all = (1..=count).fold(lamps, |all, of| all.and(priority(of, 2)));
    applied(&start, all)
}

/// Posted by somebody for a day, beside what the record said.
pub fn update(of: u32, ordinal: u32, days_ago: i64, said: Confidence, computed: Option<Confidence>) -> StatusUpdate {
    StatusUpdate {
        id: StatusUpdateId(Uuid::from_u128(8_200_000 + u128::from(of) * 1000 + u128::from(ordinal))),
        innovation: number(of),
        entry: entered_by(LEAD, ago(days_ago), 0),
        confidence: said,
        computed: computed.map(|overall| Computed { overall: Some(overall), ..Computed::default() }),
        ..status_update(ordinal, &ago(days_ago).to_string())
    }
}

pub fn planned(of: u32, days_ahead: i64) -> Milestone {
    let forecast = Forecast { recorded_on: ago(300), forecast_on: ago(-days_ahead), reason: None, by: MANAGER };
    Milestone {
        id: MilestoneId(Uuid::from_u128(8300 + u128::from(of) * 1000 + u128::from((days_ahead + 500).unsigned_abs()))),
        innovation: number(of),
        entry: entered_by(MANAGER, ago(300), 0),
        forecasts: vec![forecast],
        ..milestone()
    }
}

pub fn measure_id(of: u32) -> MeasureId {
    MeasureId(Uuid::from_u128(8400 + u128::from(of)))
}

/// Read every 91 days, and there since a year.
pub fn measure(of: u32) -> Measure {
    Measure {
        id: measure_id(of),
        entry: entered_by(MANAGER, ago(365), 0),
        of: MeasureOf::Innovation(number(of)),
        title: text("People helped"),
        unit: text("people"),
        better: Better::Higher,
        baseline: None,
        baseline_on: None,
        target: None,
        target_on: None,
        floor: None,
        interval_days: 91,
        source: text("Counted by hand"),
    }
}

pub fn reading(of: u32, days_ago: i64) -> Reading {
    Reading {
        // Days to come have ids of their own.
        id: ReadingId(Uuid::from_u128(
            8_500_000 + u128::from(of) * 1000 + u128::try_from(500 + days_ago).expect("near"),
        )),
        entry: entered_by(EXECUTIVE, ago(days_ago), 0),
        measure: measure_id(of),
        innovation: Some(number(of)),
        on: ago(days_ago),
        value: 3.0,
        note: None,
    }
}
