//! What the record says happened since the last update: read before writing.
use crate::{
    failure::Failure,
    here::Here,
    ui::{icon::icon, words::date},
};
use domain::{Fact, Innovation, StatusUpdate, facts_since};
use leptos::prelude::*;
use std::sync::Arc;

pub type Since = Option<(Arc<StatusUpdate>, Vec<Fact>)>;

/// The last submitted update and what happened since; none where nothing was said yet.
pub async fn gather(here: &Here, innovation: &Innovation) -> Result<Since, Failure> {
    let Some(last) = here.seen().updates(innovation.id).next_back().cloned() else { return Ok(None) };
    let then = here.store().reach_then(here.reach(), innovation.id, last.entry.at).await?;
    let facts = facts_since(then.seen(), here.seen(), innovation.id);
    Ok(Some((last, facts)))
}

pub fn panel(here: &Here, since: Option<&(Arc<StatusUpdate>, Vec<Fact>)>) -> impl IntoView + use<> {
    let Some((last, facts)) = since else {
        return view! {
            <section class="panel" aria-labelledby="facts">
                <h2 id="facts">"The first update"</h2>
                <p class="s">"From the next one on, what changed in the plan, the risks, the money and the figures stands here."</p>
            </section>
        }
        .into_any();
    };
    let from = domain::london_day(last.entry.at);
    let span = format!("{} to {}", date(from), date(here.today));
    let rows = facts.iter().map(|fact| view! { <li>{icon(picture(fact))} " " {fact.to_string()}</li> }).collect_view();
    let told = if facts.is_empty() {
        view! { <p class="s mt">"Nothing has changed in the record: no date, risk, money, time, decision, figure or stage."</p> }
            .into_any()
    } else {
        view! { <ul class="rows s mt">{rows}</ul> }.into_any()
    };
    view! {
        <section class="panel" aria-labelledby="facts">
            <h2 id="facts">"Since your last update"</h2>
            <p class="s quiet">{span}</p>
            {told}
        </section>
    }
    .into_any()
}

const fn picture(fact: &Fact) -> &'static str {
    match fact {
        Fact::MilestoneMoved { .. }
        | Fact::MilestoneDone { .. }
        | Fact::MilestoneReopened { .. }
        | Fact::MilestoneAdded { .. }
        | Fact::MilestoneRemoved { .. } => "ms",
        Fact::RiskAdded { .. } | Fact::MoneyAdded { .. } => "plus",
        Fact::RiskScored { from, to, .. } if *to > *from => "up",
        Fact::RiskScored { .. } => "down",
        Fact::RiskClosed { .. } | Fact::RiskHappened { .. } | Fact::RiskRemoved { .. } => "flag",
        Fact::StageMoved { .. }
        | Fact::Read { .. }
        | Fact::Spent { .. }
        | Fact::TimeGiven { .. }
        | Fact::Decided { .. }
        | Fact::Engaged { .. }
        | Fact::Said { .. }
        | Fact::Answered { .. }
        | Fact::ToldBack { .. }
        | Fact::MoneyApproved { .. }
        | Fact::MoneyForecast { .. }
        | Fact::MoneyRemoved { .. } => "right",
    }
}
