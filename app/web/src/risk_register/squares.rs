//! Five by five squares of likelihood and impact; each that holds a risk leads to those that stand there.
use super::filter::Asked;
use crate::{
    here::Here,
    risk::{heat_class, impact_heads},
};
use domain::{Heat, RiskFilter, RiskKind, Score};
use leptos::prelude::*;

/// Fewest risks for which squares are read faster than the list.
pub const FEWEST: usize = 3;

pub fn squares(here: &Here, asked: &Asked, heat: &Heat, kind: RiskKind) -> impl IntoView + use<> {
    let filter = asked.filter();
    let rows = (1..=5).rev().map(|likelihood| row(here, asked, &filter, heat, kind, likelihood)).collect_view();
    let impacts = impact_heads();
    let (caption, class) = match kind {
        RiskKind::Threat => {
            ("Threats by likelihood and impact. A number leads to the threats that stand there.", "heat")
        }
        RiskKind::Opportunity => (
            "Opportunities by likelihood and impact. A number leads to the opportunities that stand there.",
            "heat heat-good",
        ),
    };
    view! {
        <table class=class>
            <caption class="vh">{caption}</caption>
            <thead><tr><td></td>{impacts}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(
    here: &Here,
    asked: &Asked,
    filter: &RiskFilter,
    heat: &Heat,
    kind: RiskKind,
    likelihood: u8,
) -> impl IntoView + use<> {
    let cells = (1..=5).map(|impact| {
        let score = Score { likelihood, impact };
        let count = heat[usize::from(likelihood) - 1][usize::from(impact) - 1];
        let chosen = (filter.likelihood, filter.impact) == (Some(likelihood), Some(impact));
        let link = (count > 0 || chosen).then(|| {
            let address = asked.on_square((!chosen).then_some(score)).address("risks");
            let label = said(score, count, kind, chosen);
            let current = chosen.then_some("true");
            view! { <a class="heat-cell" href=here.link(&address) aria-label=label aria-current=current>{count}</a> }
        });
        view! { <td class=heat_class(score.level())><small aria-hidden="true">{score.value()}</small>{link}</td> }
    });
    let word = Score::LIKELIHOODS[usize::from(likelihood) - 1];
    view! { <tr><th scope="row">{word}</th>{cells.collect_view()}</tr> }
}

/// "2 threats: likely, major, score 16".
fn said(score: Score, count: usize, kind: RiskKind, chosen: bool) -> String {
    let word = match (kind, count) {
        (RiskKind::Threat, 1) => "threat",
        (RiskKind::Threat, _) => "threats",
        (RiskKind::Opportunity, 1) => "opportunity",
        (RiskKind::Opportunity, _) => "opportunities",
    };
    let shown = if chosen { ". Shown now; press to show all" } else { "" };
    format!("{count} {word}: {}, score {}{shown}", score.words().to_lowercase(), score.value())
}
