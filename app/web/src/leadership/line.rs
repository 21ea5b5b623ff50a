//! A quiet line where a record is made: which action it is evidence for, and what is still missing.
use super::figures;
use crate::here::Here;
use crate::together::ACTIONS;
use domain::{InnovationId, Scope, SignalName};
use leptos::prelude::*;

/// None where nothing counts the innovation for any of these signals.
pub fn evidence_for(here: &Here, innovation: InnovationId, signals: &[SignalName]) -> Option<AnyView> {
    let found = figures(here, Scope::Organisation);
    let told: Vec<_> = signals
        .iter()
        .filter_map(|name| {
            let signal = found.action(name.action())?.signal(*name)?;
            let is_credited = signal.innovations.get(&innovation)?;
            let missing = signal.failing().filter(|one| one.innovation == innovation).last();
            Some(match missing.filter(|_| !is_credited) {
                None => format!("{}: counted.", name.label()),
                Some(missing) => format!("{}: not counted yet. {}.", name.label(), missing.says),
            })
        })
        .collect();
    let action = signals.first()?.action();
    if told.is_empty() {
        return None;
    }
    let to = here.link(&format!("{ACTIONS}#action-{}", action.number()));
    let about = format!("Evidence for action {}, {}", action.number(), action.label());
    Some(view! { <p class="s quiet mt no-print"><a href=to>{about}</a>". "{told.join(" ")}</p> }.into_any())
}
