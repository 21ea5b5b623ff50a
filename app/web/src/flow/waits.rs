//! What work waited for, and how much of the time.
use super::drawn::bar;
use crate::ui::words::count;
use domain::{Efficiency, Flow, WaitReason};
use leptos::prelude::*;

pub fn waits(flow: &Flow) -> impl IntoView + use<> {
    let most = flow.waits.first().map_or(0, |(_, days)| *days);
    let rows = flow.waits.iter().map(|(reason, days)| {
        view! {
            <tr>
                <th scope="row">{reason.label()}</th>
                <td class="num" data-l="Waited">{count(*days, "day")}</td>
                <td>{bar(*days, 0, most)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let table = (!flow.waits.is_empty()).then(|| {
        view! {
            <table class="table">
                <caption>"Days of waiting in the last 182 days, over all pieces of work. A day on which one waited for two things counts for the one that began first."</caption>
                <thead><tr><th scope="col">"Waiting for"</th><th scope="col" class="num">"Waited"</th><th scope="col"><span class="vh">"Compared"</span></th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
    });
    view! {
        <section class="panel" aria-labelledby="waits">
            <h2 id="waits">{heading(&flow.waits)}</h2>
            {table}
            <p class="s mt">{efficiency(flow.efficiency)}</p>
        </section>
    }
}

fn heading(waits: &[(WaitReason, i64)]) -> String {
    match waits {
        [] => "Nothing waited for anybody else in the last six months".into(),
        [(reason, days)] => format!("All the waiting was for one thing, {}: {}", said(*reason), count(*days, "day")),
        [(reason, days), ..] => format!("Most of the waiting was for {}: {}", said(*reason), count(*days, "day")),
    }
}

fn said(reason: WaitReason) -> String {
    match reason {
        WaitReason::It => "IT".into(),
        reason => reason.label().to_lowercase(),
    }
}

fn efficiency(found: Option<Efficiency>) -> String {
    let Some(found) = found else {
        return "Nothing was finished in the last 182 days, so the share of active days is not known.".into();
    };
    let percent = (found.share() * 100.0).round();
    format!(
        "Of the time that finished work took, {percent}% were active days: {} of work and {} of waiting.",
        count(found.active, "day"),
        count(found.waiting, "day")
    )
}
