//! One site in the table of counts.
use super::fields::{ELIGIBLE, MOST, REACHED};
use crate::{
    form::{Field, Sheet, said},
    here::Here,
};
use domain::{InnovationId, Refusal, Rule, SiteId, SiteSight};
use leptos::prelude::*;

const COLUMNS: [Field; 2] = [REACHED, ELIGIBLE];

#[derive(Clone, Debug)]
pub struct Row {
    pub site: SiteId,
    pub title: String,
    typed: [String; 2],
    /// How many it is meant for, as was known before.
    was: String,
    pub problems: Vec<(Field, String)>,
}

/// The sites that use it, with what was typed.
pub fn rows(here: &Here, innovation: InnovationId, sheet: Option<&Sheet>) -> Vec<Row> {
    let sights = here.seen().site_sights(innovation, here.today);
    sights.iter().filter(|one| one.state.is_adopted()).map(|one| row(here, innovation, one, sheet)).collect()
}

fn row(here: &Here, innovation: InnovationId, sight: &SiteSight, sheet: Option<&Sheet>) -> Row {
    let last = here.seen().reach_counts(innovation, sight.site.id).max_by_key(|one| one.to_on);
    let known = last.and_then(|last| last.eligible_people).or(sight.site.eligible_people);
    let was = known.map(|people| people.to_string()).unwrap_or_default();
    let row = Row {
        site: sight.site.id,
        title: sight.site.name.to_string(),
        typed: [String::new(), was.clone()],
        was,
        problems: vec![],
    };
    let Some(sheet) = sheet else { return row };
    let typed = COLUMNS.map(|column| sheet.typed_as(&row.cell(column.name)).to_owned());
    Row { typed, ..row }
}

impl Row {
    /// The name of a cell, and its id.
    pub fn cell(&self, column: &str) -> String {
        format!("{column}-{}", self.site)
    }

    /// Reached and meant for; none where nothing was counted. Problems are noted.
    pub fn read(&mut self) -> Option<(Option<u32>, Option<u32>)> {
        let [reached, eligible] = self.typed.clone().map(|text| text.trim().replace(',', ""));
        if reached.is_empty() && (eligible.is_empty() || eligible == self.was) {
            return None;
        }
        let (reached, eligible) = (self.number(REACHED, &reached), self.number(ELIGIBLE, &eligible));
        Some((reached?, eligible?))
    }

    fn number(&mut self, column: Field, text: &str) -> Option<Option<u32>> {
        match text.parse::<u32>() {
            _ if text.is_empty() => Some(None),
            Ok(number) if i64::from(number) <= MOST => Some(Some(number)),
            _ => {
                self.problems.push((column, said(column.label, Rule::OutOfRange(0, MOST))));
                None
            }
        }
    }

    /// Why the decision refused the row; what is wrong with the days is wrong everywhere, and not told here.
    pub fn refuse(&mut self, refusal: &Refusal) {
        let Refusal::Invalid(problems) = refusal else { return };
        for problem in problems {
            match (problem.field, problem.rule) {
                ("to_on", Rule::Taken) => {
                    let told = "It has a count that ends on this day already. Correct that one on the page of the site";
                    self.problems.push((REACHED, told.into()));
                }
                ("from_on" | "to_on", _) => {}
                _ => self.problems.push((REACHED, said(REACHED.label, problem.rule))),
            }
        }
    }

    pub fn view(&self) -> impl IntoView + use<> {
        let cells = COLUMNS.into_iter().zip(self.typed.clone()).map(|(column, typed)| {
            let id = self.cell(column.name);
            let problem = self.problems.iter().find(|(wrong, _)| *wrong == column);
            let (described, invalid) = (problem.map(|_| format!("{id}-problem")), problem.map(|_| "true"));
            let told = problem.map(|(_, told)| {
                view! { <p class="err" id=format!("{id}-problem")><span class="vh">"Error: "</span>{told.clone()}</p> }
            });
            let label = format!("{}: {}", column.label, self.title);
            view! {
                <td data-l=column.label>
                    {told}
                    <input class="in in-4" type="text" inputmode="numeric" id=id.clone() name=id value=typed aria-label=label aria-describedby=described aria-invalid=invalid/>
                </td>
            }
        });
        let cells = cells.collect_view();
        view! { <tr><th scope="row">{self.title.clone()}</th>{cells}</tr> }
    }
}

pub fn table(rows: &[Row]) -> impl IntoView + use<> {
    let heads = COLUMNS.map(|column| view! { <th scope="col">{column.label}</th> }).collect_view();
    view! {
        <div class="panel">
            <table class="table table-cards">
                <thead><tr><th scope="col">"Site"</th>{heads}</tr></thead>
                <tbody>{rows.iter().map(Row::view).collect_view()}</tbody>
            </table>
        </div>
    }
}
