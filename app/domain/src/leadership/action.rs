//! The ten actions, and which signals tell of each.
use super::SignalName;
use crate::choice::choices;

choices! {
    /// What leaders do for innovation, in the order in which it is told.
    Action {
        Clear "clear" "Clear, united, determined",
        Bold "bold" "Bold, learning from elsewhere, well-considered risk",
        Partners "partners" "Partners, openly",
        Culture "culture" "A culture of creative approaches",
        Leaders "leaders" "Develop and empower other leaders",
        Invest "invest" "Invest time, resources, effort",
        Communicate "communicate" "Communicate convincingly why",
        Listen "listen" "Listen and involve",
        Track "track" "Track the development of priority innovations",
        Persist "persist" "Persist: embed and scale up",
    }
}

impl Action {
    /// 1 to 10.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// In the order of the reference; none where no page collects what the action is told from.
    #[must_use]
    pub const fn signals(self) -> &'static [SignalName] {
        match self {
            Self::Track => &[SignalName::Fresh, SignalName::LivePlan, SignalName::Honest, SignalName::Measured],
            Self::Persist => &[SignalName::Moving, SignalName::RolledOut, SignalName::Lasting, SignalName::Committed],
            _ => &[],
        }
    }

    /// Whether anything is computed for it at all.
    #[must_use]
    pub const fn is_collected(self) -> bool {
        !self.signals().is_empty()
    }
}
