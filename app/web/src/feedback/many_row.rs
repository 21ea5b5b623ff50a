//! One row of the table of many things that people said: whether it is chosen, what is wrong with it, and what somebody
//! else made of it.
use super::words;
use crate::{
    form::{Field, Sheet, impossible, said},
    here::Here,
    innovation_frame::named,
};
use domain::{AnswerRow, Feedback, FeedbackFilter, Innovation, Record, Refusal};
use leptos::prelude::*;

pub const ROW: Field = Field::new("row", "Which of them?");

#[derive(Clone, Debug)]
pub struct Row {
    pub key: AnswerRow,
    pub is_chosen: bool,
    said: String,
    who: String,
    innovation: String,
    since: String,
    pub problem: Option<String>,
    /// Who changed it meanwhile, and to what.
    pub theirs: Option<String>,
}

/// Those that wait and that the actor may answer, and those that were chosen before somebody answered them.
pub fn rows(here: &Here, filter: &FeedbackFilter, most: usize, sheet: &Sheet) -> Vec<Row> {
    let seen = here.seen();
    let waiting = seen.feedback_table(filter, here.today).into_iter().filter(|one| seen.may_answer(one.feedback));
    let mut rows: Vec<_> = waiting.take(most).map(|one| row(here, one.innovation, one.feedback, sheet)).collect();
    let sent = sheet.all(ROW).filter_map(|key| {
        let (innovation, id) = key.split_once('.')?;
        let innovation = seen.innovation(innovation.parse().ok()?).ok()?;
        let feedback = seen.feedback(innovation.id, id.parse().ok()?).ok()?;
        Some(row(here, innovation, feedback, sheet))
    });
    let missing: Vec<_> = sent.filter(|one| rows.iter().all(|row| row.key.feedback != one.key.feedback)).collect();
    rows.extend(missing);
    rows
}

fn row(here: &Here, innovation: &Innovation, one: &Feedback, sheet: &Sheet) -> Row {
    let read = sheet.typed_as(&seen_name(one)).parse().unwrap_or(one.entry.version);
    let key = AnswerRow { innovation: innovation.id, feedback: one.id, seen: read };
    let is_chosen = sheet.all(ROW).any(|typed| typed == written(&key));
    Row {
        key,
        is_chosen,
        said: one.said.to_string(),
        who: words::voices(here, one),
        innovation: named(here, innovation),
        since: words::since(here, one),
        problem: None,
        theirs: None,
    }
}

fn seen_name(one: &Feedback) -> String {
    format!("seen-{}", one.id)
}

fn written(key: &AnswerRow) -> String {
    format!("{}.{}", key.innovation, key.feedback)
}

impl Row {
    /// Why the decision refused the row; what is wrong with the words is told beside the words.
    pub fn refuse(&mut self, refusal: &Refusal) {
        self.problem = match refusal {
            Refusal::Invalid(problems) => problems.first().map(|problem| {
                let label = if problem.field == "told_back_on" { "People were told on" } else { "Answered on" };
                said(label, problem.rule)
            }),
            Refusal::Impossible(why) => Some(impossible(*why).into()),
            _ => None,
        };
    }

    /// What was typed stays; sent again, it counts.
    pub fn meet(&mut self, theirs: &Record, who: &str) {
        let Record::Feedback(one) = theirs else { return };
        let answer = one.answer.as_ref().map(|answer| format!(" {}: {}.", words::heads(answer.response), answer.text));
        let answer = answer.unwrap_or_default();
        self.theirs =
            Some(format!("Changed meanwhile. {who}: “{}”.{answer} Save again to answer it as you wrote.", one.said));
        self.key.seen = one.entry.version;
    }

    pub fn is_wrong(&self) -> bool {
        self.problem.is_some() || self.theirs.is_some()
    }

    pub fn id(&self) -> String {
        format!("row-{}", self.key.feedback)
    }

    /// For the summary above the form.
    pub fn told(&self) -> Option<String> {
        let what = self.problem.clone().or_else(|| self.theirs.as_ref().map(|_| "somebody else changed it".into()))?;
        Some(format!("“{}”: {what}", short(&self.said)))
    }

    pub fn view(&self, is_first: bool) -> impl IntoView + use<> {
        // The first carries the field's name as its id: there the error summary leads.
        let id = if is_first { ROW.name.to_owned() } else { self.id() };
        let problem =
            self.problem.clone().map(|told| view! { <p class="err"><span class="vh">"Error: "</span>{told}</p> });
        let theirs = self.theirs.clone().map(|told| view! { <p class="err">{told}</p> });
        let (name, version) = (format!("seen-{}", self.key.feedback), self.key.seen.to_string());
        view! {
            <tr id=is_first.then(|| self.id())>
                <th scope="row">
                    <input type="hidden" name=name value=version/>
                    <label class="pick">
                        <input type="checkbox" id=id name=ROW.name value=written(&self.key) checked=self.is_chosen/>
                        <span class="lines">{self.said.clone()}</span>
                    </label>
                    {problem}
                    {theirs}
                </th>
                <td data-l="Who">{self.who.clone()}</td>
                <td data-l="About">{self.innovation.clone()}</td>
                <td data-l="Said">{self.since.clone()}</td>
            </tr>
        }
    }
}

fn short(text: &str) -> String {
    const MOST: usize = 60;
    if text.chars().count() <= MOST {
        return text.into();
    }
    format!("{}…", text.chars().take(MOST).collect::<String>().trim_end())
}
