//! The lists of the sheet: what it is, when, and where it stands.
use crate::{
    here::Here,
    ui::words::{count, date, until},
};
use chrono::NaiveDate;
use domain::{HandOverSheet, Innovation, MembershipId, days};

/// Days.
const NEAR: i64 = 182;

pub struct Row {
    pub what: String,
    pub when: String,
    pub is_late: bool,
    pub address: String,
}

pub fn lists(here: &Here, innovation: &Innovation, sheet: &HandOverSheet) -> Vec<(&'static str, Vec<Row>)> {
    let home = |rest: &str| here.link(&format!("innovations/{}/{rest}", innovation.number));
    let milestones = sheet.milestones.iter().map(|one| {
        let address = home(&format!("milestones/{}", one.id));
        due(here, owned(here, &one.title, one.owner), one.forecast_on(), address)
    });
    let actions = sheet.actions.iter().map(|(risk, action)| {
        let address = home(&format!("risks/{}", risk.id));
        due(here, owned(here, &action.text, Some(action.owner)), action.due_on, address)
    });
    let follow_ups = sheet.follow_ups.iter().map(|one| {
        let (_, address) = crate::follow_up::source(here, one.from);
        due(here, owned(here, &one.text, Some(one.owner)), one.due_on, address)
    });
    let conditions = sheet.conditions.iter().map(|one| {
        let condition = &one.condition;
        due(here, owned(here, &condition.text, Some(condition.owner)), condition.due_on, home("decisions"))
    });
    let promises: Vec<_> = milestones.chain(actions).chain(follow_ups).chain(conditions).collect();
    let waiting = |all: &[domain::FeedbackWaiting]| -> Vec<Row> {
        let row =
            |one: &domain::FeedbackWaiting| due(here, format!("“{}”", one.feedback.said), one.due_on, home("feedback"));
        all.iter().map(row).collect()
    };
    let asks = sheet.ask.iter().map(|one| {
        let address = home(&format!("updates#update-{}", one.update.ordinal));
        due(here, one.ask.what.to_string(), one.by, address)
    });
    let decisions = sheet.decisions.iter().map(|one| {
        let asked = one.asked_on.map_or_else(|| "open".into(), |on| format!("asked on {}", date(on)));
        let address = here.link(&format!("decisions/{}", one.id));
        Row { what: one.what.to_string(), when: asked, is_late: false, address }
    });
    // Those of later years stand on the page of scale-up.
    let near = sheet.reviews.iter().filter(|one| days(here.today, one.due_on) <= NEAR);
    let reviews = near.map(|one| {
        let sites = i64::try_from(one.sites.len()).unwrap_or(i64::MAX);
        let of = if sites == 0 { String::new() } else { format!(" of {}", count(sites, "site")) };
        let what = format!("Is it still in use? The review after {}{of}", one.kind.label());
        due(here, what, one.due_on, home("scale-up"))
    });
    let commitments = sheet
        .commitments
        .iter()
        .filter_map(|one| Some(due(here, format!("{}: {}", one.kind.label(), one.by), one.to_on?, home("scale-up"))));
    vec![
        ("Open promises", promises),
        ("People who wait for an answer", waiting(&sheet.unanswered)),
        ("Answered, and not told yet", waiting(&sheet.untold)),
        ("Decisions that are due", asks.chain(decisions).collect()),
        ("Reviews due within half a year", reviews.collect()),
        ("Backing that ends", commitments.collect()),
    ]
}

fn owned(here: &Here, what: &impl ToString, owner: Option<MembershipId>) -> String {
    let owner = owner.and_then(|id| here.seen().membership(id));
    owner.map_or_else(|| what.to_string(), |owner| format!("{}, {}", what.to_string(), owner.name))
}

fn due(here: &Here, what: String, on: NaiveDate, address: String) -> Row {
    let left = days(here.today, on);
    Row { what, when: format!("{}, {}", date(on), until(left)), is_late: left < 0, address }
}
