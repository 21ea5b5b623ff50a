//! What becomes of each row of a file, as a table.
use super::rows::short;
use crate::{
    here::Here,
    ui::{icon::state, words::date},
};
use chrono::NaiveDate;
use domain::{Confidence, EngagementRow, Fate, ImportKind, ImportPreview, Pence, PlannedRow, SiteRow, StakeholderRow};
use leptos::prelude::*;

/// Rows drawn; all of them count.
const SHOWN: usize = 50;

pub fn table(here: &Here, kind: ImportKind, preview: &ImportPreview) -> impl IntoView + use<> {
    let all = preview.rows.len();
    let heading = if all > SHOWN { format!("The first {SHOWN} of {all} rows") } else { "Every row".into() };
    let code = here.seen().organisation().short_code.to_string();
    let days = || preview.rows.iter().filter_map(|one| one.row.report_on);
    let several = days().min() != days().max();
    let shown = || preview.rows.iter().take(SHOWN);
    let (heads, rows) = match kind {
        ImportKind::Innovations => {
            (vec!["Rating", "Start", "End"], shown().map(|row| planned(row, &code, several).into_any()).collect_view())
        }
        ImportKind::Stakeholders => (
            vec!["Kind", "Innovation", "Power", "Interest", "Impact", "Level agreed"],
            shown().map(|row| group(row, &code).into_any()).collect_view(),
        ),
        ImportKind::Engagements => (
            vec!["Day", "Groups", "Level", "What people said", "What became of it"],
            shown().map(|row| met(row, &code).into_any()).collect_view(),
        ),
        ImportKind::Sites => (
            vec!["Innovation", "State", "Live on", "Now expected", "Reached"],
            shown().map(|row| site(row, &code).into_any()).collect_view(),
        ),
    };
    let what = match kind {
        ImportKind::Innovations => "Innovation",
        ImportKind::Stakeholders => "Stakeholder",
        ImportKind::Engagements => "Engagement",
        ImportKind::Sites => "Site",
    };
    let heads = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    view! {
        <section class="panel mt scroll" aria-labelledby="rows">
            <h2 id="rows">{heading}</h2>
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">"Row"</th>
                        <th scope="col">{what}</th>
                        {several.then(|| view! { <th scope="col">"Reported for"</th> })}
                        <th scope="col">"What happens"</th>
                        {heads}
                        {(kind == ImportKind::Innovations).then(|| view! { <th scope="col" class="num">"Approved"</th> })}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

/// `several`: the rows report for more than one day.
fn planned(one: &PlannedRow, code: &str, several: bool) -> impl IntoView + use<> {
    let row = &one.row;
    let rating = row.rated.as_ref().map_or_else(
        || view! { "–" }.into_any(),
        |rated| {
            view! { {confidence(rated.confidence)} <br/> <span class="xs quiet">{rated.word.to_string()}</span> }
                .into_any()
        },
    );
    let pounds = |pence: Option<Pence>| pence.map_or_else(|| "–".into(), |pence| pence.to_string());
    view! {
        <tr>
            <th scope="row">{row.number}</th>
            <td data-l="Innovation">{title(one)} <br/> <span class="xs quiet">{number(one, code)}</span></td>
            {several.then(|| view! { <td data-l="Reported for">{day(row.report_on)}</td> })}
            {fate(one)}
            <td data-l="Rating"><span>{rating}</span></td>
            <td data-l="Start">{day(row.start)}</td>
            <td data-l="End">{day(row.end)}</td>
            <td data-l="Approved" class="num">{pounds(row.approved)}</td>
        </tr>
    }
}

fn group(one: &PlannedRow, code: &str) -> impl IntoView + use<> {
    let StakeholderRow { kind, innovation, power, interest, impact, target_level, .. } =
        one.row.stakeholder.as_deref().cloned().unwrap_or_default();
    view! {
        <tr>
            <th scope="row">{one.row.number}</th>
            <td data-l="Stakeholder">{title(one)}</td>
            {fate(one)}
            <td data-l="Kind">{or_dash(kind)}</td>
            <td data-l="Innovation">{or_dash(innovation)} <br/> <span class="xs quiet">{number(one, code)}</span></td>
            <td data-l="Power">{or_dash(power)}</td>
            <td data-l="Interest">{or_dash(interest)}</td>
            <td data-l="Impact">{or_dash(impact)}</td>
            <td data-l="Level agreed">{or_dash(target_level)}</td>
        </tr>
    }
}

fn met(one: &PlannedRow, code: &str) -> impl IntoView + use<> {
    let EngagementRow { on, level, groups, said, .. } = one.row.engagement.as_deref().cloned().unwrap_or_default();
    let names: Vec<_> = groups.iter().map(|group| group.name.to_string()).collect();
    let became = said.response.map(|response| {
        let told = said.told_back_on.map(|on| format!(", told back {}", date(on))).unwrap_or_default();
        format!("{response}{told}")
    });
    view! {
        <tr>
            <th scope="row">{one.row.number}</th>
            <td data-l="Engagement">{title(one)} <br/> <span class="xs quiet">{number(one, code)}</span></td>
            {fate(one)}
            <td data-l="Day">{day(on)}</td>
            <td data-l="Groups">{or_dash((!names.is_empty()).then(|| names.join(", ")))}</td>
            <td data-l="Level">{or_dash(level)}</td>
            <td data-l="What people said">{or_dash(said.said.map(|said| short(&said)))}</td>
            <td data-l="What became of it">{or_dash(became)}</td>
        </tr>
    }
}

fn site(one: &PlannedRow, code: &str) -> impl IntoView + use<> {
    let SiteRow { innovation, state, live_on, forecast_live_on, reached, .. } =
        one.row.site.as_deref().cloned().unwrap_or_default();
    // Not again where the file calls it so.
    let number = Some(number(one, code)).filter(|number| innovation.as_deref() != Some(number));
    view! {
        <tr>
            <th scope="row">{one.row.number}</th>
            <td data-l="Site">{title(one)}</td>
            {fate(one)}
            <td data-l="Innovation">{or_dash(innovation)} <br/> <span class="xs quiet">{number}</span></td>
            <td data-l="State">{or_dash(state)}</td>
            <td data-l="Live on">{day(live_on)}</td>
            <td data-l="Now expected">{day(forecast_live_on)}</td>
            <td data-l="Reached">{or_dash(reached)}</td>
        </tr>
    }
}

fn fate(one: &PlannedRow) -> impl IntoView + use<> {
    let word = match one.fate {
        Fate::New => "New",
        Fate::Updated => "Updated",
        Fate::Unchanged => "Nothing new",
        Fate::Refused => "Left out: see the problems",
    };
    view! { <td data-l="What happens" class:late=one.fate == Fate::Refused>{word}</td> }
}

fn title(one: &PlannedRow) -> String {
    or_dash(one.row.title.as_ref())
}

fn number(one: &PlannedRow, code: &str) -> String {
    one.innovation.map(|number| format!("{code}-{number}")).unwrap_or_default()
}

fn day(day: Option<NaiveDate>) -> String {
    day.map_or_else(|| "–".into(), date)
}

fn or_dash(value: Option<impl ToString>) -> String {
    value.map_or_else(|| "–".into(), |value| value.to_string())
}

fn confidence(confidence: Confidence) -> impl IntoView {
    let name = match confidence {
        Confidence::OnTrack => "on",
        Confidence::AtRisk => "risk",
        Confidence::OffTrack => "off",
    };
    state(name, confidence.label())
}
