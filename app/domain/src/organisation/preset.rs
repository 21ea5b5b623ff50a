//! Stage models to start from.
use super::{Stage, StageKind, StageModel};
use crate::choice::choices;
use std::sync::LazyLock;

choices! {
    Preset {
        Default "default" "Explore, Test, Pilot, Scale, Embed",
        Gds "gds" "Discovery, Alpha, Beta, Live",
        EightSteps "eight-steps" "Eight steps, with “Make the case” between Pilot and Scale",
    }
}

/// For an organisation that has none yet.
pub(super) static DEFAULT: LazyLock<StageModel> = LazyLock::new(|| Preset::Default.model());

impl Preset {
    /// As the first version of an organisation's model.
    #[must_use]
    pub fn model(self) -> StageModel {
        use StageKind::{Embed, Explore, Pilot, Scale, Test};
        let stages: &[(&str, StageKind, u32, u32)] = match self {
            Self::Default => &[
                ("Explore", Explore, 6, 13),
                ("Test", Test, 10, 26),
                ("Pilot", Pilot, 30, 52),
                ("Scale", Scale, 52, 130),
                ("Embed", Embed, 52, 104),
            ],
            Self::Gds => &[
                ("Discovery", Explore, 6, 13),
                ("Alpha", Test, 8, 26),
                ("Beta", Pilot, 30, 52),
                ("Live", Scale, 52, 130),
            ],
            Self::EightSteps => &[
                ("Explore", Explore, 6, 13),
                ("Test", Test, 10, 26),
                ("Pilot", Pilot, 26, 52),
                ("Make the case", Pilot, 8, 16),
                ("Scale", Scale, 52, 130),
                ("Embed", Embed, 52, 104),
            ],
        };
        let stages = stages.iter().filter_map(|(name, kind, typical_weeks, max_weeks)| {
            Some(Stage {
                name: name.parse().ok()?,
                kind: *kind,
                typical_weeks: *typical_weeks,
                max_weeks: Some(*max_weeks),
                cadence_days: cadence_days(*kind),
            })
        });
        StageModel { version: 1, stages: stages.collect() }
    }
}

/// Days between two updates in a stage of this kind, where the model does not say otherwise.
fn cadence_days(kind: StageKind) -> u32 {
    match kind {
        StageKind::Test | StageKind::Pilot => 7,
        StageKind::Embed => 30,
        _ => 14,
    }
}
