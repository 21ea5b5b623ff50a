use super::{
    decided::{self, met, ready},
    frame::{Words, page},
};
use crate::{
    failure::Failure,
    form::{Field, Sheet},
    here::{Here, Now},
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Prose, Slug, StageMoveId};

const REASON: Field = Field::new("reason", "Why does the stage go on?").hint("What must be known before the next gate");

pub async fn show(now: Now, Path((_, number)): Path<(Slug, u32)>) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?;
    let sheet = ready(&now, innovation, now.seen().place_of(innovation))?;
    form(&now, number, sheet)
}

pub async fn submit(now: Now, Path((_, number)): Path<(Slug, u32)>, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let (reason, decided) = (sheet.read::<Prose>(REASON), decided::read(&mut sheet));
    if let (Some(reason), Some(input)) = (reason, decided) {
        let decided = now.decide(&mut sheet, None, |seen, today, id| {
            seen.repeat_stage(StageMoveId(id.0), innovation, reason, input, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}")), Note::StageRepeated));
        }
    }
    let sheet = met(&now, innovation, sheet).await?;
    Ok(form(&now, number, sheet)?.into_response())
}

fn form(here: &Here, number: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?;
    let time = here.seen().stage_time(innovation, here.today);
    let most = time.max_days.map(|most| format!(" of {most}")).unwrap_or_default();
    let lead = format!(
        "{} goes on. It has taken {} days{most}; that time goes on being shown, and the decision stands beside it.",
        time.stage, time.in_kind_days
    );
    let words = Words { title: "Repeat the stage".into(), lead, button: "Repeat the stage", weight: "btn-go" };
    page(here, number, sheet, words, |_, _, sheet| sheet.area(REASON, 3))
}
