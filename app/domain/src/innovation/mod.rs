//! A new way of working that is being tried or spread.
mod add;
mod condition;
mod decided;
mod edit;
mod evidence;
mod gate;
mod hand_over_sheet;
pub(crate) mod history;
mod moves;
mod needs;
mod pause;
mod post;
mod rights;
mod stage_move;
mod stop;
mod time;
mod track;
mod visit;
mod why;

pub use add::StartInput;
pub use condition::OpenCondition;
pub use decided::Decided;
pub use edit::InnovationInput;
pub use evidence::GateFinding;
pub use gate::{GateQuestion, Weight, gate_questions, question, questions_of, screen_count};
pub use hand_over_sheet::HandOverSheet;
pub use moves::{ConditionInput, MoveInput};
pub use needs::{Direction, MoveNeeds};
pub use pause::PauseInput;
pub use post::{Post, PostKind};
pub use rights::{DecisionRights, LimitPassed, Passed};
pub use stage_move::{
    Condition, GateAnswer, GateCondition, GateOverride, MoveOutcome, StageMove, Stop, StopReason, YesNo,
};
pub use stop::StopInput;
pub use time::{PauseTime, StageTime, time_in_stage};
pub use track::{Step, StepState};
pub use visit::Visit;
pub use why::{Why, WhyGap};

use crate::{
    CouncilId, Entry, ExternalRef, InnovationId, Line, Link, PriorityAreaId, Prose, Title, choice::choices,
    record::noun,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    TrackingMethod {
        Plan "plan" "A plan with milestones",
        Agile "agile" "An agile team",
        Both "both" "Both",
    }

    Visibility {
        Organisation "organisation" "This organisation",
        Partners "partners" "This organisation and partners",
        Public "public" "Everyone",
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Innovation {
    pub id: InnovationId,
    pub entry: Entry,
    /// Counts up from 1 within the organisation and is never used again.
    pub number: u32,
    pub title: Title,
    /// One plain sentence.
    pub summary: Option<Prose>,
    pub why: Why,
    pub priority_area: Option<PriorityAreaId>,
    pub is_priority: bool,
    pub tracking: TrackingMethod,
    /// Lead, sponsors and team, each for a time.
    pub posts: Vec<Post>,
    /// Partnership only: the member councils that take part; their people may read it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub councils: Vec<CouncilId>,
    pub service: Option<Line>,
    /// Characteristics named as affected in the equality assessment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub characteristics: Vec<Line>,
    pub equality_assessed_on: Option<NaiveDate>,
    pub data_protection_assessed_on: Option<NaiveDate>,
    /// No resident or service user is affected; affected staff take their place.
    pub internal_only: bool,
    /// The version of the stage model it follows.
    pub stage_model: u32,
    pub visible_to: Visibility,
    /// Since when everyone may read what people said of it and what came of that, without signing in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_on: Option<NaiveDate>,
    /// How the file it was imported from names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_ref: Option<ExternalRef>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// The stopped innovation that this one takes up again: stopping is final, so it began anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restarts: Option<InnovationId>,
    /// Who decides what about it alone.
    #[serde(default, skip_serializing_if = "DecisionRights::is_blank")]
    pub rights: DecisionRights,
}

noun!(Innovation, "innovation", InnovationId = |one| one.id, innovation = Some(one.id));
