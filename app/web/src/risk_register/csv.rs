//! What the register shows, as a file for a spreadsheet.
use super::filter::Asked;
use crate::{
    failure::Failure,
    here::Here,
    innovation_frame::named,
    risk::words::{movement, name},
};
use axum::{
    extract::Query,
    http::header,
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use domain::{Act, RiskLine, RiskState};

const COLUMNS: [&str; 23] = [
    "About",
    "Kind",
    "Category",
    "Cause",
    "Event",
    "Effect",
    "Owner",
    "Likelihood",
    "Impact",
    "Score",
    "Level",
    "Before controls",
    "Against 91 days ago",
    "Appetite",
    "Tolerance",
    "Standing",
    "Accepted until",
    "Response",
    "When",
    "Actions open",
    "Next action due",
    "Last reviewed",
    "Next review",
];

pub async fn download(here: Here, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let seen = here.seen();
    let found = seen.risk_table(&asked.filter(), here.today);
    let lines = found.threats.iter().chain(&found.opportunities);
    let exported = lines.filter(|line| seen.may(Act::Export, line.innovation.map(|one| &**one)));
    let rows: Vec<Vec<String>> = exported.map(|line| row(&here, line)).collect();
    let file = spreadsheet::write_csv(&COLUMNS, &rows);
    let name = format!("attachment; filename=\"{}-risks-{}.csv\"", seen.organisation().slug, here.today);
    let headers = [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, file).into_response())
}

fn row(here: &Here, line: &RiskLine) -> Vec<String> {
    let (risk, score) = (line.risk, line.score);
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let until = match risk.state {
        RiskState::Accepted { until, .. } => Some(until),
        _ => None,
    };
    let open = || risk.actions.iter().filter(|one| one.is_open());
    vec![
        line.innovation.map_or_else(|| here.seen().organisation().name.to_string(), |one| named(here, one)),
        risk.kind.label().into(),
        risk.category.label().into(),
        risk.cause.to_string(),
        risk.event.to_string(),
        risk.effect.to_string(),
        name(here, risk.owner),
        score.likelihood.to_string(),
        score.impact.to_string(),
        score.value().to_string(),
        score.level().label().into(),
        risk.inherent.value().to_string(),
        movement(line.movement, score.value()),
        line.band.appetite().to_string(),
        line.band.tolerance().to_string(),
        line.standing.map(|one| one.label().to_owned()).unwrap_or_default(),
        day(until),
        risk.response.label().into(),
        risk.proximity.label().into(),
        open().count().to_string(),
        day(open().map(|one| one.due_on).min()),
        day(risk.reviewed_on()),
        risk.review_due_on.to_string(),
    ]
}
