//! The portfolio's risks in figures, each leading to what it counts.
use super::filter::Asked;
use crate::{here::Here, ui::words::date};
use domain::{Level, Moves, RiskFigures, RiskTable, StandingFilter};
use leptos::prelude::*;

pub fn figures(here: &Here, figures: &RiskFigures) -> impl IntoView + use<> {
    let to = |standing| here.link(&Asked::standing(standing).address("risks"));
    let on_time = match figures.reviewed_on_time {
        None => view! { <dd>"–"</dd><dd>"No risks recorded, which is not good news"</dd> }.into_any(),
        Some(one) => {
            let late = one.open - one.on_time;
            let percent = format!("{:.0}%", one.share() * 100.0);
            let of = format!("{} of {}", one.on_time, one.open);
            let late = (late > 0).then(|| {
                view! { <dd class="late"><a href=to(StandingFilter::ReviewOverdue)>{format!("{late} past review")}</a></dd> }
            });
            view! { <dd>{percent}</dd><dd>{of}</dd>{late} }.into_any()
        }
    };
    let undecided = figures.undecided.len();
    let listed =
        (undecided > 0).then(|| view! { <dd class="late"><a href=to(StandingFilter::Undecided)>"Show them"</a></dd> });
    let age = figures.review_age.map_or_else(|| "– no open risks".into(), |age| format!("{age:.0} days on average"));
    let of_what = (!figures.is_everything).then(|| view! { <p class="s quiet">"Of what you may see."</p> });
    let bold = figures.nothing_bold.then(|| {
        view! { <p class="flash flash-warn">"No open risk scores 10 or more. Either nothing here is bold, or nobody is looking."</p> }
    });
    view! {
        <dl class="vitals mb">
            <div><dt>"Reviewed on time"</dt>{on_time}</div>
            <div><dt>"No one’s decision"</dt><dd>{undecided}</dd><dd>"Over appetite, not accepted, no action in date"</dd>{listed}</div>
            <div><dt>"Since the last review"</dt><dd>{age}</dd><dd>"Quiet periods left out"</dd></div>
            <div><dt>"Opportunities"</dt><dd>{figures.opportunities}</dd><dd>"Listed apart; they never escalate"</dd></div>
        </dl>
        {of_what}
        {bold}
    }
}

/// Counts by level, now and 91 days ago: never a sum of scores.
pub fn exposure(figures: &RiskFigures, table: &RiskTable) -> impl IntoView + use<> {
    let rows = Level::ALL.iter().rev().map(|level| {
        let (now, before) = (figures.exposure.now[*level as usize], figures.exposure.before[*level as usize]);
        let change = match now.cmp(&before) {
            std::cmp::Ordering::Greater => format!("{} more", now - before),
            std::cmp::Ordering::Less => format!("{} fewer", before - now),
            std::cmp::Ordering::Equal => "the same".into(),
        };
        view! {
            <tr>
                <th scope="row">{level.label()}</th>
                <td class="num" data-l="Now">{now}</td>
                <td class="num" data-l="91 days ago">{before}</td>
                <td data-l="Change">{change}</td>
            </tr>
        }
    });
    view! {
        <section class="panel" aria-labelledby="exposure">
            <h2 id="exposure" class="mb">"Open threats by level"</h2>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">"Level"</th>
                        <th scope="col" class="num">"Now"</th>
                        <th scope="col" class="num">"91 days ago"</th>
                        <th scope="col">"Change"</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
            <p class="s mt">{format!("Since {}: {}.", date(table.before_on), moves(&table.moves))}</p>
        </section>
    }
}

/// "2 new, 1 up, 3 down, 1 ended", of the threats that the filter shows.
fn moves(moves: &Moves) -> String {
    let Moves { new, up, down, same, ended } = *moves;
    let parts = [(new, "new"), (up, "up"), (down, "down"), (same, "unchanged"), (ended, "closed or happened")];
    let told: Vec<_> =
        parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect();
    if told.is_empty() { "nothing recorded".into() } else { told.join(", ") }
}
