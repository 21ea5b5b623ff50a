//! A partner in words.
use crate::{
    here::Here,
    ui::words::{ago, date},
};
use domain::{Confidence, OpenTo, PartnerSight, PartnerView, days};

/// "3 weeks ago, on 4 November 2026".
pub fn since(here: &Here, view: &PartnerView) -> String {
    format!("{}, on {}", ago(days(view.on, here.today)), date(view.on))
}

/// How a partner sees it against what the council declares.
pub fn against(declared: Option<Confidence>, partner: Confidence) -> &'static str {
    match declared.map(|declared| declared.gap(partner)) {
        None => "The council has declared nothing",
        Some(0) => "As the council sees it",
        Some(1) => "More cautious than the council",
        Some(2..) => "Much more cautious than the council",
        Some(-1) => "More hopeful than the council",
        Some(_) => "Much more hopeful than the council",
    }
}

/// Why the work is open to it, or that it is not.
pub fn open_to(open: &OpenTo) -> String {
    let message = open.message.map(|one| format!("told why on {}", date(one.on)));
    let parts = [open.on_board.then(|| "on the board".into()), open.can_read.then(|| "reads here".into()), message];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { "Not open to it".into() } else { parts.join(", ") }
}

/// The newest thing that changed because of it in a year.
pub fn evolved(sight: &PartnerSight) -> String {
    let changed = sight.influential.first().and_then(|one| one.changed.as_ref());
    match (changed, sight.decisions.first()) {
        (Some(changed), _) => changed.to_string(),
        (None, Some(last)) => {
            let on = last.decided_on.map(|on| format!(", {}", date(on))).unwrap_or_default();
            format!("Decided together: {}{on}", last.what)
        }
        (None, None) => "Nothing recorded in a year".into(),
    }
}

/// "3 weeks ago: workshop"; whoever only advises or shares data need not be talked with so often.
pub fn talked(here: &Here, sight: &PartnerSight) -> String {
    match sight.talked {
        None => "Never recorded".into(),
        Some(last) => format!("{}: {}", ago(days(last.on, here.today)), last.method.label().to_lowercase()),
    }
}

/// A close partner without a real conversation in 91 days.
pub fn is_silent(sight: &PartnerSight) -> bool {
    sight.partner.role.is_close() && !sight.is_talking
}
