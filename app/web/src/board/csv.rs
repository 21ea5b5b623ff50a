//! What the board shows, as a file for a spreadsheet.
use super::filter::Asked;
use crate::{failure::Failure, here::Here, outlook};
use axum::{
    extract::Query,
    http::header,
    response::{IntoResponse, Response},
};
use domain::{Act, Card, PostKind};

const COLUMNS: [&str; 21] = [
    "Number",
    "Title",
    "Stage",
    "Priority area",
    "Confidence",
    "The record alone",
    "Update for",
    "Lead",
    "Sponsor",
    "Next milestone",
    "Forecast",
    "First planned",
    "Days in stage",
    "Open threats",
    "Highest score",
    "Stalled",
    "Sites using it",
    "Eligible sites",
    "Reached, %",
    "Backing ends in months, if under 12",
    "Summary",
];

pub async fn download(here: Here, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let seen = here.seen();
    let board = seen.board(&asked.filter(), here.today);
    let on_board = board.lanes.iter().flat_map(|lane| &lane.cards);
    let cards = on_board.chain(&board.paused).chain(&board.mainstreamed).chain(&board.stopped);
    let exported = cards.filter(|card| seen.may(Act::Export, Some(card.innovation)));
    let rows: Vec<Vec<String>> = exported.map(|card| row(&here, card)).collect();
    let file = spreadsheet::write_csv(&COLUMNS, &rows);
    let name = format!("attachment; filename=\"{}-board-{}.csv\"", seen.organisation().slug, here.today);
    let headers = [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, file).into_response())
}

fn row(here: &Here, card: &Card) -> Vec<String> {
    let innovation = card.innovation;
    let held = |kind| {
        let found = innovation.holder(kind, here.today).and_then(|id| here.seen().membership(id));
        found.map(|one| one.name.to_string()).unwrap_or_default()
    };
    let next = card.next.map(|next| next.milestone);
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    vec![
        format!("{}-{}", here.seen().organisation().short_code, innovation.number),
        innovation.title.to_string(),
        card.stage.stage.clone(),
        card.area.map(|area| area.title.to_string()).unwrap_or_default(),
        card.shown.shown.label().into(),
        card.computed.map(|computed| computed.label().to_owned()).unwrap_or_default(),
        day(card.shown.latest.map(|latest| latest.period_end)),
        held(PostKind::Lead),
        held(PostKind::Sponsor),
        next.map(|next| next.title.to_string()).unwrap_or_default(),
        day(next.map(|next| next.forecast_on())),
        day(next.and_then(|next| next.first_baseline_on())),
        card.stage.in_kind_days.to_string(),
        card.risks.threats.to_string(),
        card.risks.highest.map(|score| score.value().to_string()).unwrap_or_default(),
        outlook::stalled(card).map(|_| "Yes".to_owned()).unwrap_or_default(),
        card.outlook.sites.map(|(adopted, _)| adopted.to_string()).unwrap_or_default(),
        card.outlook.sites.map(|(_, eligible)| eligible.to_string()).unwrap_or_default(),
        card.outlook.reach.map(|share| format!("{:.1}", share * 100.0)).unwrap_or_default(),
        card.outlook.short_of_backing.map(|months| months.to_string()).unwrap_or_default(),
        innovation.summary.as_deref().unwrap_or_default().to_owned(),
    ]
}
