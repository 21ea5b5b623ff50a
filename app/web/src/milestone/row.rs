//! One row of the table of many milestones: what was typed, what is wrong with it, what somebody else made of it.
use crate::{
    form::{Field, Sheet, said},
    here::Here,
    ui::words::{date, slip},
};
use chrono::NaiveDate;
use domain::{
    Impossible, InnovationId, Milestone, MilestoneId, MilestoneKey, MilestoneRow, Reason, Record, Refusal, Rule,
    Version, is_plausible,
};
use leptos::prelude::*;
use std::sync::Arc;

/// Which milestones stand in the form, one after the other.
const ROW: Field = Field::hidden("row");
const FORECAST: Field = Field::new("forecast_on", "Forecast");
const DONE: Field = Field::new("done_on", "Done on");
const WHY: Field = Field::new("why", "Why, if not as below");

pub fn labelled() -> [Field; 3] {
    [FORECAST, DONE, WHY]
}

#[derive(Clone, Debug)]
pub struct Row {
    key: MilestoneKey,
    seen: Version,
    /// Forecast and day done as the form was drawn, to tell what was changed.
    was: String,
    typed: [String; 3],
    pub title: String,
    innovation: String,
    /// The first plan, and how far the forecast is from it.
    about: String,
    pub problems: Vec<(Field, String)>,
    /// Who changed it meanwhile, and to what.
    pub theirs: Option<String>,
}

fn was(one: &Milestone) -> String {
    format!("{} {}", one.forecast_on(), one.done_on.map(|on| on.to_string()).unwrap_or_default())
}

/// As they stand.
pub fn rows_of(here: &Here, milestones: &[&Arc<Milestone>]) -> Vec<Row> {
    let row = |one: &&Arc<Milestone>| Row {
        seen: one.entry.version,
        was: was(one),
        typed: [one.forecast_on().to_string(), String::new(), String::new()],
        ..blank(here, one)
    };
    milestones.iter().map(row).collect()
}

fn blank(here: &Here, one: &Milestone) -> Row {
    let innovation = here.seen().innovation(one.innovation).map(|one| one.title.to_string()).unwrap_or_default();
    let about = match one.first_baseline_on() {
        None => "No date agreed".into(),
        Some(first) => format!("First planned {}, {}", date(first), slip(one.slip_first())),
    };
    Row {
        key: one.key(),
        seen: Version::NONE,
        was: String::new(),
        typed: Default::default(),
        title: one.title.to_string(),
        innovation,
        about,
        problems: vec![],
        theirs: None,
    }
}

/// As they were sent; what is no longer there is left out.
pub fn rows_sent(here: &Here, sheet: &Sheet) -> Vec<Row> {
    let row = |key: &str| {
        let (innovation, id) = key.split_once('.')?;
        let key: (InnovationId, MilestoneId) = (innovation.parse().ok()?, id.parse().ok()?);
        let milestone = here.seen().milestone(key.0, key.1).ok()?;
        let sent = |name: &str| sheet.typed_as(&format!("{name}-{}", key.1)).to_owned();
        Some(Row {
            seen: sent("seen").parse().unwrap_or(Version::NONE),
            was: sent("was"),
            typed: labelled().map(|column| sent(column.name)),
            ..blank(here, milestone)
        })
    };
    sheet.all(ROW).filter_map(row).collect()
}

/// What goes with the form unseen.
pub fn keys_sent(rows: &[Row]) -> impl IntoView + use<> {
    let hidden = rows.iter().flat_map(|row| {
        let key = format!("{}.{}", row.key.0, row.key.1);
        [(ROW.name.to_owned(), key), (row.cell("seen"), row.seen.to_string()), (row.cell("was"), row.was.clone())]
    });
    hidden.map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view()
}

impl Row {
    /// The name of a cell, and its id.
    pub fn cell(&self, column: &str) -> String {
        format!("{column}-{}", self.key.1)
    }

    /// What was changed, if anything; problems are noted.
    pub fn read(&mut self) -> Option<MilestoneRow> {
        let [forecast, done, why] = self.typed.clone().map(|text| text.trim().to_owned());
        if format!("{forecast} {done}") == self.was && why.is_empty() {
            return None;
        }
        let forecast_on = self.day(FORECAST, &forecast);
        let done_on = if done.is_empty() { Some(None) } else { self.day(DONE, &done).map(Some) };
        let reason = if why.is_empty() { Ok(None) } else { why.parse::<Reason>().map(Some) };
        if let Err(rule) = reason {
            self.wrong(WHY, rule);
        }
        Some(MilestoneRow {
            key: self.key,
            seen: self.seen,
            forecast_on: forecast_on?,
            done_on: done_on?,
            reason: reason.ok()?,
        })
    }

    fn day(&mut self, column: Field, text: &str) -> Option<NaiveDate> {
        match text.parse::<NaiveDate>() {
            Ok(day) if is_plausible(day) => Some(day),
            _ => {
                self.wrong(column, if text.is_empty() { Rule::Missing } else { Rule::NotADate });
                None
            }
        }
    }

    fn wrong(&mut self, column: Field, rule: Rule) {
        self.problems.push((column, said(column.label, rule)));
    }

    /// Why the decision refused the row.
    pub fn refuse(&mut self, refusal: &Refusal) {
        match refusal {
            Refusal::Invalid(problems) => {
                for problem in problems {
                    match problem.field {
                        "reason" => self.problems.push((WHY, "Why has it moved? Say it here or below".into())),
                        "done_on" => self.wrong(DONE, problem.rule),
                        "owner" => self.problems.push((FORECAST, "It has no owner yet. Edit it alone first".into())),
                        _ => self.wrong(FORECAST, problem.rule),
                    }
                }
            }
            Refusal::Impossible(why) => self.impossible(*why),
            _ => self.wrong(FORECAST, Rule::Choose),
        }
    }

    fn impossible(&mut self, why: Impossible) {
        self.problems.push((FORECAST, crate::form::impossible(why).into()));
    }

    /// What was typed stays; sent again, it counts.
    pub fn meet(&mut self, theirs: &Record, who: &str) {
        let Record::Milestone(one) = theirs else { return };
        let done = one.done_on.map(|on| format!(", done on {}", date(on))).unwrap_or_default();
        self.theirs = Some(format!("{who}: forecast {}{done}. Save again to keep yours.", date(one.forecast_on())));
        self.seen = one.entry.version;
        self.was = was(one);
    }

    pub fn view(&self, with_innovation: bool) -> impl IntoView + use<> {
        let innovation = with_innovation.then(|| view! { <br/><span class="s">{self.innovation.clone()}</span> });
        let cells = labelled().into_iter().zip(self.typed.clone()).map(|(column, typed)| {
            let (id, problem) = (self.cell(column.name), self.problems.iter().find(|(wrong, _)| *wrong == column));
            let described = problem.map(|_| format!("{id}-problem"));
            let told = problem.map(|(_, told)| {
                view! { <p class="err" id=format!("{id}-problem")><span class="vh">"Error: "</span>{told.clone()}</p> }
            });
            let kind = if column == WHY { "text" } else { "date" };
            let label = format!("{}: {}", column.label, self.title);
            let invalid = problem.map(|_| "true");
            view! {
                <td data-l=column.label>
                    {told}
                    <input class="in" type=kind id=id.clone() name=id value=typed aria-label=label aria-describedby=described aria-invalid=invalid/>
                </td>
            }
        });
        let cells = cells.collect_view();
        let theirs =
            self.theirs.clone().map(|theirs| view! { <p class="err">{format!("Changed meanwhile by {theirs}")}</p> });
        view! {
            <tr>
                <th scope="row">{self.title.clone()}{innovation}<br/><span class="xs quiet">{self.about.clone()}</span>{theirs}</th>
                {cells}
            </tr>
        }
    }
}
