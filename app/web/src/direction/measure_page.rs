//! One measure with every reading, and the measures of an innovation.
use super::{
    chart::chart,
    measure_table::{dated, latest, measures_panel, so_far},
    measured::{Address, Measured},
};
use crate::{
    failure::Failure,
    here::Here,
    innovation_frame::{Tab, frame},
    short_form::crumbs,
    ui::words::{count, date},
};
use axum::{extract::Path, response::Response};
use domain::{Measure, Number, Reading, Slug};
use leptos::prelude::*;
use std::sync::Arc;

/// Those of one innovation.
pub async fn list(here: Here, Path((_, number)): Path<(Slug, u32)>) -> Result<Response, Failure> {
    here.answer(|here| {
        let innovation = here.seen().numbered(number)?.clone();
        let here = here.clone();
        Ok(here.clone().page(format!("Measures of {}", innovation.title), move || {
            frame(&here, &innovation, Tab::Outcomes, measures_panel(&here, &innovation))
        }))
    })
}

pub async fn show(here: Here, Path(address): Path<Address>) -> Result<Response, Failure> {
    here.answer(|here| {
        let measured = Measured::at(here, address)?;
        let measure = here.seen().measure(address.measure.ok_or(Failure::NotFound)?)?.clone();
        let here = here.clone();
        Ok(here.clone().page(measure.title.to_string(), move || {
            let sight = here.seen().measure_sight(&measure, here.today);
            let figures = &sight.figures;
            let base = measured.address(&measure);
            let buttons = measured.may_change(&here).then(|| {
                view! {
                    <a class="btn btn-go" href=here.link(&format!("{base}/readings/new"))>"Add a reading"</a>
                    <a class="btn" href=here.link(&format!("{base}/edit"))>"Edit measure"</a>
                }
            });
            let floor = measure.floor.map(|value| Number(value).with_unit(&measure.unit));
            view! {
                {crumbs(measured.above(&here))}
                <div class="ph">
                    <p class="kicker">{measured.title.clone()}</p>
                    <div class="ph-top"><div><h1>{measure.title.to_string()}</h1></div><div class="row">{buttons}</div></div>
                </div>
                <div class="stack stack-l">
                    <section class="panel" aria-labelledby="figures">
                        <h2 id="figures">"Where it stands"</h2>
                        <dl class="dl">
                            <dt>"So far"</dt><dd>{so_far(figures)}</dd>
                            <dt>"Latest"</dt><dd>{latest(&measure, figures)}</dd>
                            <dt>"Baseline"</dt><dd>{dated(&measure, measure.baseline, measure.baseline_on)}</dd>
                            <dt>"Target"</dt><dd>{dated(&measure, measure.target, measure.target_on)}</dd>
                            {floor.map(|floor| view! { <dt>"Not worse than"</dt><dd>{floor}</dd> })}
                            <dt>"Better"</dt><dd>{measure.better.label()}</dd>
                            <dt>"Read every"</dt><dd>{count(i64::from(measure.interval_days), "day")}</dd>
                            <dt>"Source"</dt><dd>{measure.source.to_string()}</dd>
                        </dl>
                    </section>
                    {readings(&here, &measure, chart(&measure, &sight.readings, here.today))}
                </div>
            }
        }))
    })
}

/// Newest first; of a day the one that counts first, the corrected ones after it.
fn readings(here: &Here, measure: &Measure, chart: Option<AnyView>) -> impl IntoView + use<> {
    let mut readings: Vec<_> = here.seen().readings(measure.id).cloned().collect();
    readings.sort_by_key(|one| std::cmp::Reverse((one.on, one.entry.at, one.id)));
    let heading = match readings.len() {
        0 => "No reading yet".into(),
        all => count(i64::try_from(all).unwrap_or(i64::MAX), "reading"),
    };
    let mut last_day = None;
    let rows = readings.iter().map(|one| {
        let is_corrected = last_day == Some(one.on);
        last_day = Some(one.on);
        row(measure, one, is_corrected)
    });
    let rows = rows.collect_view();
    let table = (!readings.is_empty()).then(|| {
        view! {
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">"Day"</th>
                        <th scope="col" class="num">"Value"</th>
                        <th scope="col">"Note"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    });
    view! { <section class="panel" aria-labelledby="readings"><h2 id="readings">{heading}</h2>{chart}{table}</section> }
}

fn row(measure: &Measure, reading: &Arc<Reading>, is_corrected: bool) -> impl IntoView + use<> {
    let note = reading.note.as_ref().map(ToString::to_string).unwrap_or_default();
    let corrected = is_corrected.then(|| view! { <span class="tag">"Corrected since"</span> });
    view! {
        <tr>
            <th scope="row">{date(reading.on)} " " {corrected}</th>
            <td data-l="Value" class="num">{Number(reading.value).with_unit(&measure.unit)}</td>
            <td data-l="Note">{note}</td>
        </tr>
    }
}
