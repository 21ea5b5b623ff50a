use super::{Limit, SignalName, Thresholds};
use crate::Seen;

pub(crate) fn sentence(_: Option<&Thresholds>, after: &Thresholds, _: Seen) -> String {
    let [.., newest] = &after.versions[..] else { return "settled the thresholds".into() };
    let before = after.versions.iter().rev().nth(1);
    let weight = |one: &SignalName| before.map_or_else(|| one.preset_weight(), |before| before.weight(*one));
    let limit = |one: &Limit| before.map_or_else(|| one.preset(), |before| before.limit(*one));
    let weights = SignalName::ALL.iter().filter(|one| weight(one) != newest.weight(**one)).count();
    let limits = Limit::ALL.iter().filter(|one| limit(one) != newest.limit(**one)).count();
    let changed = match weights + limits {
        1 => "one number".to_owned(),
        some => format!("{some} numbers"),
    };
    format!("settled version {} of the thresholds, with {changed} changed", newest.number)
}
