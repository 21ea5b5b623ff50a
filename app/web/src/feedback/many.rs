//! One answer to many things that people said, or one day on which all of them were told, as one decision.
use super::{
    Asked,
    fields::{CHANGED, RESPONDED, TEXT, TOLD, answer_input, answer_questions},
    many_row::{ROW, Row, rows},
};
use crate::{
    failure::Failure,
    form::{Question, Sheet, question, rows_summary},
    here::{Here, Now},
    page::Page,
    short_form::crumbs,
    visit::{Note, done},
};
use axum::{
    extract::Query,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{AnswerRow, FeedbackFilter, FeedbackState, Problem, Refusal, Rule};
use leptos::prelude::*;

/// Rows of one table, the oldest first.
const MOST: usize = 100;

/// What is done with all that are chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Deed {
    Answer,
    TellBack,
}

pub async fn show_answer(now: Now, Query(asked): Query<Asked>) -> Page {
    first(&now, Deed::Answer, &asked)
}

pub async fn submit_answer(now: Now, Query(asked): Query<Asked>, sheet: Sheet) -> Result<Response, Failure> {
    send(&now, Deed::Answer, &asked, sheet).await
}

pub async fn show_tell_back(now: Now, Query(asked): Query<Asked>) -> Page {
    first(&now, Deed::TellBack, &asked)
}

pub async fn submit_tell_back(now: Now, Query(asked): Query<Asked>, sheet: Sheet) -> Result<Response, Failure> {
    send(&now, Deed::TellBack, &asked, sheet).await
}

impl Deed {
    fn filter(self, asked: &Asked) -> FeedbackFilter {
        let state = match self {
            Self::Answer => FeedbackState::Unanswered,
            Self::TellBack => FeedbackState::Answered,
        };
        FeedbackFilter { state: Some(state), ..asked.filter() }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Answer => "Answer many at once",
            Self::TellBack => "Tell many back",
        }
    }

    const fn about(self) -> &'static str {
        match self {
            Self::Answer => {
                "Choose those to which the same answer is true. All of them are answered together, or none."
            }
            Self::TellBack => {
                "Choose those whose people were told on the same day. All of them are saved together, or none."
            }
        }
    }

    const fn note(self) -> Note {
        match self {
            Self::Answer => Note::FeedbackManyAnswered,
            Self::TellBack => Note::FeedbackToldBack,
        }
    }
}

fn first(now: &Now, deed: Deed, asked: &Asked) -> Page {
    let day = if deed == Deed::Answer { RESPONDED } else { TOLD };
    let sheet = Sheet::blank().with(day, now.today);
    let rows = rows(now, &deed.filter(asked), MOST, &sheet);
    page(now, deed, sheet, rows, None)
}

async fn send(now: &Now, deed: Deed, asked: &Asked, mut sheet: Sheet) -> Result<Response, Failure> {
    let mut rows = rows(now, &deed.filter(asked), MOST, &sheet);
    let chosen: Vec<usize> = (0..rows.len()).filter(|index| rows[*index].is_chosen).collect();
    let keys: Vec<AnswerRow> = chosen.iter().map(|index| rows[*index].key).collect();
    sheet.ask(ROW);
    if keys.is_empty() {
        sheet.wrong::<()>(ROW, Rule::Missing);
    }
    let (saved, named) = match deed {
        Deed::Answer => answer(now, &mut sheet, &keys).await?,
        Deed::TellBack => (tell_back(now, &mut sheet, &keys).await?, None),
    };
    if saved {
        return Ok(done(&now.link("feedback"), deed.note()));
    }
    for (index, refusal) in sheet.rows().to_vec() {
        if let Some(row) = chosen.get(index).and_then(|at| rows.get_mut(*at)) {
            mark(now, &mut sheet, row, &refusal).await?;
        }
    }
    Ok(page(now, deed, sheet, rows, named).into_response())
}

async fn answer(now: &Now, sheet: &mut Sheet, keys: &[AnswerRow]) -> Result<(bool, Option<Question>), Failure> {
    let Some(input) = answer_input(sheet).filter(|_| !keys.is_empty()) else { return Ok((false, None)) };
    if let Some(named) = question(sheet, [TEXT, CHANGED]) {
        return Ok((false, Some(named)));
    }
    let decided = now.decide(sheet, None, |seen, today, _| seen.answer_many(keys, &input, today));
    Ok((decided.await?.is_some(), None))
}

async fn tell_back(now: &Now, sheet: &mut Sheet, keys: &[AnswerRow]) -> Result<bool, Failure> {
    let Some(on) = sheet.read_day(TOLD).filter(|_| !keys.is_empty()) else { return Ok(false) };
    let decided = now.decide(sheet, None, |seen, today, _| seen.tell_many_back(keys, on, today));
    Ok(decided.await?.is_some())
}

/// A row that somebody else changed shows what they made of it, and is about their version from now on.
async fn mark(now: &Now, sheet: &mut Sheet, row: &mut Row, refusal: &Refusal) -> Result<(), Failure> {
    match refusal {
        Refusal::Outdated { theirs } => {
            let who = now.last_editor(theirs).await?;
            row.meet(theirs, &who);
        }
        Refusal::Invalid(problems) => {
            // What is wrong with the words is wrong everywhere, and told once.
            let is_of_words = |one: &&Problem| [TEXT.name, CHANGED.name].contains(&one.field);
            let (words, days): (Vec<&Problem>, Vec<&Problem>) = problems.iter().partition(is_of_words);
            for problem in words {
                let field = if problem.field == TEXT.name { TEXT } else { CHANGED };
                if !sheet.problems().contains(problem) {
                    sheet.wrong::<()>(field, problem.rule);
                }
            }
            let days: Vec<Problem> = days.into_iter().copied().collect();
            if !days.is_empty() {
                row.refuse(&Refusal::Invalid(days));
            }
        }
        refusal => row.refuse(refusal),
    }
    Ok(())
}

fn page(here: &Here, deed: Deed, sheet: Sheet, rows: Vec<Row>, named: Option<Question>) -> Page {
    let wrong = rows.iter().any(Row::is_wrong);
    let status = match sheet.status() {
        StatusCode::OK if named.is_some() => StatusCode::UNPROCESSABLE_ENTITY,
        status => status,
    };
    let above = vec![("Feedback".to_owned(), here.link("feedback"))];
    let page = here.form(deed.title(), &sheet.clone(), move || {
        let content = if rows.is_empty() {
            view! { <p class="empty">"Nothing waits that you may answer."</p> }.into_any()
        } else {
            let questions = match deed {
                Deed::Answer => answer_questions(&sheet).into_any(),
                Deed::TellBack => sheet.date(TOLD).into_any(),
            };
            let button = if deed == Deed::Answer { "Answer those chosen" } else { "Save" };
            view! {
                <form method="post" class="stack stack-l" novalidate>
                    {sheet.hidden()}
                    {named.as_ref().map(|one| one.panel(None))}
                    {table(&rows)}
                    <div class="narrow stack">{questions}</div>
                    <div class="row"><button class="btn btn-go btn-big btn-wide">{button}</button></div>
                </form>
            }
            .into_any()
        };
        view! {
            {crumbs(above)}
            {sheet.summary()}
            {wrong.then(|| summary(&rows))}
            <div class="ph"><h1>{deed.title()}</h1><p class="quiet prose">{deed.about()}</p></div>
            {content}
        }
    });
    page.with_status(status)
}

/// Each problem leads to its row.
fn summary(rows: &[Row]) -> AnyView {
    rows_summary(rows.iter().filter_map(|row| Some((row.id(), row.told()?))))
}

fn table(rows: &[Row]) -> impl IntoView + use<> {
    let lines = rows.iter().enumerate().map(|(index, row)| row.view(index == 0)).collect_view();
    view! {
        <div class="panel">
            <table class="table table-cards">
                <thead><tr>
                    <th scope="col">"What they said"</th><th scope="col">"Who"</th><th scope="col">"About"</th>
                    <th scope="col">"Said"</th>
                </tr></thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
}
