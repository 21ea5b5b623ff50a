//! Measures as rows: where they began, where they are, where they should be, and that in words.
use super::{chart::spark, priorities::percent};
use crate::{
    here::Here,
    ui::words::{ago, date},
};
use domain::{Act, Figures, InWords, Innovation, Measure, MeasureOf, MeasureSight, NoFigure, Number};
use leptos::prelude::*;

/// Those of an innovation, for its pages.
pub fn measures_panel(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    let may_edit = !here.looks_back() && here.seen().may(Act::EditInnovation, Some(innovation));
    let sights = here.seen().measure_sights(MeasureOf::Innovation(innovation.id), here.today);
    let base = format!("innovations/{}/measures", innovation.number);
    let add = may_edit.then(|| view! { <a class="btn" href=here.link(&format!("{base}/new"))>"Add a measure"</a> });
    let heading = match (sights.len(), sights.iter().filter(|one| one.figures.is_stale).count()) {
        (0, _) => "Nothing shows yet whether it works".to_owned(),
        (all, 0) => format!("{all} measured, all readings in date"),
        (all, stale) => format!("{stale} of {all} measures with no reading in date"),
    };
    view! {
        <section class="panel" aria-labelledby="measures">
            <div class="row spread mb"><h2 id="measures">{heading}</h2>{add}</div>
            {measure_table(here, &sights, &base, may_edit)}
        </section>
    }
}

/// `base` heads the address of each measure, after the organisation.
pub fn measure_table(here: &Here, sights: &[MeasureSight], base: &str, may_edit: bool) -> impl IntoView + use<> {
    if sights.is_empty() {
        return view! { <p class="empty">"No measure yet: a number that would show it, and where it comes from."</p> }
            .into_any();
    }
    let rows = sights.iter().map(|one| row(here, one, base, may_edit)).collect_view();
    view! {
        <table class="table table-cards">
            <thead>
                <tr>
                    <th scope="col">"Measure"</th>
                    <th scope="col">"Baseline"</th>
                    <th scope="col">"Latest"</th>
                    <th scope="col">"Target"</th>
                    <th scope="col">"So far"</th>
                    {may_edit.then(|| view! { <th scope="col">"Change"</th> })}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(here: &Here, sight: &MeasureSight, base: &str, may_edit: bool) -> impl IntoView + use<> {
    let (measure, figures) = (&sight.measure, &sight.figures);
    let base = format!("{base}/{}", measure.id);
    let changes = may_edit.then(|| {
        let links = [("readings/new", "Add reading"), ("edit", "Edit"), ("remove", "Remove")].map(|(path, word)| {
            let label = format!("{word}: {}", measure.title);
            view! { <a href=here.link(&format!("{base}/{path}")) aria-label=label>{word}</a>" " }
        });
        view! { <td data-l="Change"><span class="row">{links.collect_view()}</span></td> }
    });
    view! {
        <tr>
            <th scope="row">
                <a href=here.link(&base)>{measure.title.to_string()}</a>
                <br/>
                <span class="xs quiet">{measure.better.label()}</span>
            </th>
            <td data-l="Baseline">{dated(measure, measure.baseline, measure.baseline_on)}</td>
            <td data-l="Latest" class:stale=figures.is_stale>{latest(measure, figures)}</td>
            <td data-l="Target">{dated(measure, measure.target, measure.target_on)}</td>
            <td data-l="So far">{so_far(figures)}{spark(&sight.readings)}</td>
            {changes}
        </tr>
    }
}

/// "41%, 1 January 2026", or a dash.
pub(super) fn dated(measure: &Measure, value: Option<f64>, on: Option<chrono::NaiveDate>) -> String {
    match (value, on) {
        (Some(value), Some(on)) => format!("{}, {}", Number(value).with_unit(&measure.unit), date(on)),
        (Some(value), None) => Number(value).with_unit(&measure.unit),
        (None, _) => "–".into(),
    }
}

/// "33%, 3 weeks ago", with what makes it worth less.
pub(super) fn latest(measure: &Measure, figures: &Figures) -> String {
    let Some(latest) = &figures.latest else {
        return if figures.is_stale {
            "– no reading yet, and one is due".into()
        } else {
            "– no reading yet".into()
        };
    };
    let value = Number(latest.value).with_unit(&measure.unit);
    let age = ago(figures.reading_age.unwrap_or_default());
    let late = if figures.is_stale { ", a new one is due" } else { "" };
    format!("{value}, {age}{late}")
}

/// The words, then the share of the way with its bar.
pub(super) fn so_far(figures: &Figures) -> impl IntoView + use<> {
    let words = words(figures.in_words);
    let floor =
        (figures.is_worse_than_floor == Some(true)).then(|| view! { <span class="late">" below the floor"</span> });
    let bar = figures.progress.ok().map(|share| {
        // Twelfths are fine enough for a bar this small, and a whole number is short.
        let width = (share.clamp(0.0, 1.0) * 12.0).round().to_string();
        view! {
            <span class="meter xs">
                <svg class="bar bar-mini" viewBox="0 0 12 1" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="bar-bg" width="12" height="1"></rect>
                    <rect class="bar-fg" width=width height="1"></rect>
                </svg>
                {format!("{} of the way", percent(share))}
            </span>
        }
    });
    let behind = figures
        .behind
        .ok()
        .filter(|_| figures.is_behind())
        .map(|behind| format!("{} behind the straight line", percent(behind).replace('%', " points")));
    view! {
        <span class="b">{words}</span>
        {floor}
        <br/>
        {bar}
        {behind.map(|text| view! { <br/><span class="xs quiet">{text}</span> })}
    }
}

pub(super) fn words(found: Result<InWords, NoFigure>) -> String {
    match found {
        Ok(words) => words.label().into(),
        Err(why) => format!("– {}", why.label()),
    }
}
