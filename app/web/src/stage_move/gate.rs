//! The questions at the door of a stage, and the conditions on which it may open all the same.
use crate::{
    form::{Choice, Field, Sheet},
    here::Here,
};
use domain::{ConditionInput, GateAnswer, GateFinding, GateQuestion, Line, Prose, Weight, YesNo};
use leptos::prelude::*;

/// Rows of conditions that are drawn at least.
const LEAST: usize = 3;

fn condition_fields(row: usize) -> [Field; 3] {
    const LABELS: [[&str; 3]; 6] = [
        ["Condition 1", "Owner of condition 1", "Condition 1 is due on"],
        ["Condition 2", "Owner of condition 2", "Condition 2 is due on"],
        ["Condition 3", "Owner of condition 3", "Condition 3 is due on"],
        ["Condition 4", "Owner of condition 4", "Condition 4 is due on"],
        ["Condition 5", "Owner of condition 5", "Condition 5 is due on"],
        ["Condition 6", "Owner of condition 6", "Condition 6 is due on"],
    ];
    let ([text, owner, due], [text_label, owner_label, due_label]) = (ConditionInput::FIELDS[row], LABELS[row]);
    [Field::new(text, text_label), Field::new(owner, owner_label), Field::new(due, due_label)]
}

fn answer_field(question: &GateQuestion) -> Field {
    Field::new(question.key, question.text).hint(question.evidence)
}

fn note_field(question: &GateQuestion) -> Field {
    Field::new(question.note_key, "What shows it, or what is missing?")
}

/// Answers that were given; which are missing is for the decision to say.
pub fn read_answers(sheet: &mut Sheet, questions: &[&'static GateQuestion]) -> Option<Vec<GateAnswer>> {
    let read = |question: &&'static GateQuestion| -> Option<Option<GateAnswer>> {
        // Known to the sheet as a question, so that a problem is told in its words.
        for field in [answer_field(question), note_field(question)] {
            let typed = sheet.typed(field).to_owned();
            *sheet = std::mem::take(sheet).with(field, typed);
        }
        let answer = sheet.read_any::<YesNo>(answer_field(question));
        let note = sheet.read_any::<Prose>(note_field(question));
        let (answer, note) = (answer?, note?);
        let key = question.key.parse::<Line>().ok()?;
        Some(answer.map(|answer| GateAnswer { question: key, answer, note }))
    };
    let answers: Vec<_> = questions.iter().map(read).collect();
    answers.into_iter().collect::<Option<Vec<_>>>().map(|answers| answers.into_iter().flatten().collect())
}

/// Rows that were filled in.
pub fn read_conditions(sheet: &mut Sheet) -> Option<Vec<ConditionInput>> {
    let rows: Vec<_> = (0..ConditionInput::FIELDS.len()).map(condition_fields).collect();
    let used = sheet.close_rows(&rows);
    let read = |[text, owner, due]: &[Field; 3]| {
        let (text, owner, due) = (sheet.read(*text), sheet.read(*owner), sheet.read_day(*due));
        Some(ConditionInput { text: text?, owner: owner?, due_on: due? })
    };
    let conditions: Vec<_> = rows[..used].iter().map(read).collect();
    conditions.into_iter().collect()
}

pub fn gate(here: &Here, questions: &[&'static GateQuestion], sheet: &Sheet) -> Option<impl IntoView + use<>> {
    let groups = [
        (Weight::Must, "Must be known and shown", "Answered partly or no, it goes on only with a condition."),
        (Weight::Should, "Should be known", ""),
        (Weight::Screen, "The eight-question screen", "The count of yes is shown. No score is made of it."),
    ];
    let groups = groups.map(|(weight, title, about)| {
        let of_weight: Vec<_> = questions.iter().filter(|one| one.weight == weight).copied().collect();
        let about = (!about.is_empty()).then(|| view! { <p class="hint">{about}</p> });
        (!of_weight.is_empty()).then(|| {
            let asked = of_weight.iter().map(|one| question(one, sheet)).collect_view();
            view! { <section class="panel gate stack"><h2>{title}</h2>{about}{asked}</section> }
        })
    });
    let groups: Vec<_> = groups.into_iter().flatten().collect();
    (!questions.is_empty()).then(|| view! { {groups} {conditions(here, sheet)} })
}

/// What the record shows of what the questions ask for.
pub fn findings(found: &[GateFinding]) -> Option<impl IntoView + use<>> {
    let told = |one: &GateFinding| {
        let verdict = if one.holds { "Shown" } else { "Not shown" };
        format!("{}: {verdict}. {}", one.condition.label(), one.found)
    };
    let told = found.iter().map(|one| view! { <li>{told(one)}</li> }).collect_view();
    (!found.is_empty()).then(|| {
        view! {
            <section class="panel stack" aria-labelledby="findings">
                <h2 id="findings">"What the record shows"</h2>
                <ul>{told}</ul>
            </section>
        }
    })
}

fn question(question: &'static GateQuestion, sheet: &Sheet) -> impl IntoView + use<> {
    let answers = YesNo::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    view! {
        <div class="gate-question" role="group" aria-label=question.text>
            {sheet.radios(answer_field(question), answers)}
            {sheet.area(note_field(question), 2)}
        </div>
    }
}

fn conditions(here: &Here, sheet: &Sheet) -> impl IntoView + use<> {
    let all: Vec<_> = (0..ConditionInput::FIELDS.len()).map(condition_fields).collect();
    let drawn = sheet.rows_to_draw(&all, LEAST, 1);
    let rows = all[..drawn].iter().map(|[text, owner, due]| {
        let [text, owner, due] = [*text, *owner, *due];
        view! {
            <div class="row-fields">{sheet.text(text)} {sheet.select(owner, here.people())} {sheet.date(due)}</div>
        }
    });
    view! {
        <section class="panel gate stack" aria-labelledby="conditions">
            <h2 id="conditions">"Conditions"</h2>
            <p class="hint">
                "What must still be done, by whom and by when. Needed when a question above is answered partly or no; leave blank otherwise."
            </p>
            {rows.collect_view()}
        </section>
    }
}
