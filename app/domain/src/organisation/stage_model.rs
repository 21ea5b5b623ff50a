use crate::{Name, choice::choices};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

choices! {
    /// What formulas read: never the label of a stage.
    StageKind {
        Idea "idea" "Idea",
        Explore "explore" "Explore",
        Test "test" "Test",
        Pilot "pilot" "Pilot",
        Scale "scale" "Scale",
        Embed "embed" "Embed",
        Mainstreamed "mainstreamed" "Mainstreamed",
        Paused "paused" "Paused",
        Stopped "stopped" "Stopped",
    }
}

impl StageKind {
    /// Kinds of the active set ACT.
    #[must_use]
    pub const fn is_active(self) -> bool {
        matches!(self, Self::Explore | Self::Test | Self::Pilot | Self::Scale | Self::Embed)
    }

    /// Kinds of the later set POST.
    #[must_use]
    pub const fn is_later(self) -> bool {
        matches!(self, Self::Pilot | Self::Scale | Self::Embed)
    }
}

/// One column of the board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    pub name: Name,
    pub kind: StageKind,
    pub typical_weeks: u32,
    /// None: there is no maximum.
    pub max_weeks: Option<u32>,
    /// Days between two updates.
    pub cadence_days: u32,
}

/// The columns in order. A new version is added when it changes; old ones stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageModel {
    pub version: u32,
    pub stages: Vec<Stage>,
}

/// Where an innovation is: in a stage of its model, or off the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    Idea,
    /// The index of the stage in the model, from 0.
    Stage(u8),
    Mainstreamed,
    Paused,
    Stopped,
}

impl Place {
    /// How forms and addresses name it: "stage-2", "paused".
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::Idea => "idea".into(),
            Self::Stage(index) => format!("stage-{index}"),
            Self::Mainstreamed => "mainstreamed".into(),
            Self::Paused => "paused".into(),
            Self::Stopped => "stopped".into(),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.key())
    }
}

impl FromStr for Place {
    type Err = crate::Rule;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "idea" => Ok(Self::Idea),
            "mainstreamed" => Ok(Self::Mainstreamed),
            "paused" => Ok(Self::Paused),
            "stopped" => Ok(Self::Stopped),
            _ => text
                .strip_prefix("stage-")
                .and_then(|index| index.parse().ok())
                .map(Self::Stage)
                .ok_or(crate::Rule::Choose),
        }
    }
}

impl StageModel {
    #[must_use]
    pub fn stage(&self, place: Place) -> Option<&Stage> {
        match place {
            Place::Stage(index) => self.stages.get(usize::from(index)),
            _ => None,
        }
    }

    #[must_use]
    pub fn kind(&self, place: Place) -> StageKind {
        match place {
            Place::Idea => StageKind::Idea,
            Place::Stage(_) => self.stage(place).map_or(StageKind::Explore, |stage| stage.kind),
            Place::Mainstreamed => StageKind::Mainstreamed,
            Place::Paused => StageKind::Paused,
            Place::Stopped => StageKind::Stopped,
        }
    }

    /// What people call the place.
    #[must_use]
    pub fn name(&self, place: Place) -> &str {
        self.stage(place).map_or_else(|| self.kind(place).label(), |stage| &stage.name)
    }

    /// The board's columns with their places, in order.
    pub fn columns(&self) -> impl Iterator<Item = (Place, &Stage)> {
        (0..).map(Place::Stage).zip(&self.stages)
    }

    /// Names of the stages that a move from one place to another passes over.
    #[must_use]
    pub fn between(&self, from: Place, to: Place) -> Vec<String> {
        let between = self.columns().filter(|(place, _)| from < *place && *place < to);
        between.map(|(_, stage)| stage.name.to_string()).collect()
    }

    /// Sum of the maxima of the stages of a kind, in days; none if any of them has no maximum, or no stage is of it.
    #[must_use]
    pub fn max_days(&self, kind: StageKind) -> Option<i64> {
        let mut of_kind = self.stages.iter().filter(|stage| stage.kind == kind).peekable();
        of_kind.peek()?;
        let weeks: Option<u32> = of_kind.map(|stage| stage.max_weeks).sum();
        weeks.map(|weeks| i64::from(weeks) * 7)
    }
}
