//! A confidence or state as shape, word and colour: never colour alone.
use crate::ui::icon::state;
use domain::{Confidence, Shown};
use leptos::prelude::*;

/// The name of the picture, which is also the class that colours it.
#[must_use]
pub(crate) const fn shown_shape(shown: Shown) -> &'static str {
    match shown {
        Shown::OnTrack | Shown::Mainstreamed => "on",
        Shown::AtRisk => "risk",
        Shown::OffTrack => "off",
        Shown::NoUpdate | Shown::Idea => "none",
        Shown::Paused => "paused",
        Shown::Stopped => "stopped",
    }
}

/// What was declared.
pub(crate) fn confidence_state(confidence: Confidence) -> impl IntoView {
    shown_state(confidence.into())
}

/// What is shown of an innovation.
pub(crate) fn shown_state(shown: Shown) -> impl IntoView {
    state(shown_shape(shown), shown.label())
}
