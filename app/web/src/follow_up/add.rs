use super::{
    fields::{input, questions},
    panel::source,
};
use crate::{
    failure::Failure,
    form::Sheet,
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, FollowUpId, FormalDecisionId, MeetingId, Refusal, Slug, Source};

pub async fn show_of_meeting(now: Now, Path((_, id)): Path<(Slug, MeetingId)>) -> Result<Page, Failure> {
    page(&now, Source::Meeting(id), Sheet::blank())
}

pub async fn show_of_decision(now: Now, Path((_, id)): Path<(Slug, FormalDecisionId)>) -> Result<Page, Failure> {
    page(&now, Source::Decision(id), Sheet::blank())
}

pub async fn submit_of_meeting(
    now: Now,
    Path((_, id)): Path<(Slug, MeetingId)>,
    sheet: Sheet,
) -> Result<Response, Failure> {
    submit(&now, Source::Meeting(id), sheet).await
}

pub async fn submit_of_decision(
    now: Now,
    Path((_, id)): Path<(Slug, FormalDecisionId)>,
    sheet: Sheet,
) -> Result<Response, Failure> {
    submit(&now, Source::Decision(id), sheet).await
}

async fn submit(now: &Now, from: Source, mut sheet: Sheet) -> Result<Response, Failure> {
    if let Some(input) = input(&mut sheet) {
        let decided = now.decide(&mut sheet, None, |seen, _, id| seen.add_follow_up(FollowUpId(id.0), from, input));
        if decided.await?.is_some() {
            return Ok(done(&source(now, from).1, Note::FollowUpAdded));
        }
    }
    Ok(page(now, from, sheet)?.into_response())
}

fn page(here: &Here, from: Source, sheet: Sheet) -> Result<Page, Failure> {
    let seen = here.seen();
    let innovation = match from {
        Source::Meeting(id) => seen.meeting(id)?.innovation,
        Source::Decision(id) => seen.decision(id)?.innovation,
    };
    if !seen.may_keep_follow_ups(from, innovation) {
        return Err(Refusal::NotAllowed(Act::EditFollowUps).into());
    }
    let (title, address) = source(here, from);
    let form = ShortForm {
        above: vec![(title, address)],
        heading: "Add a follow-up".into(),
        about: Some("Somebody promised to do something by a day. It stands in their work until it is done.".into()),
        button: "Add follow-up",
        ..ShortForm::default()
    };
    let inside = here.clone();
    Ok(form.page(here, sheet, move |sheet| questions(&inside, sheet, from)))
}
