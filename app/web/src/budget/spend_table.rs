//! The rows of a table of amounts: each has its own field, and remembers what stood there when the page was read.
use super::pounds;
use crate::form::{Field, Sheet, said};
use domain::{BudgetLineId, Pence, Reason, SignedPence, SpendInput};
use leptos::prelude::*;

/// One row: the amount, a note, and what the amount was.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub amount: Field,
    pub note: Field,
    pub was: Field,
}

macro_rules! rows {
    ($($number:literal)*) => {
        /// As many as one table has.
        pub const ROWS: &[Row] = &[$(Row {
            amount: Field::new(concat!("month_", $number), "Amount"),
            note: Field::new(concat!("note_", $number), "Note"),
            was: Field::hidden(concat!("was_", $number)),
        }),*];
    };
}
rows!(1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24);

impl Row {
    /// With what is recorded now.
    pub fn filled(self, sheet: Sheet, pence: Option<Pence>, note: Option<&Reason>) -> Sheet {
        let typed = pence.map(pounds);
        sheet.with_any(self.amount, typed.clone()).with_any(self.note, note).with_any(self.was, typed)
    }

    /// After a refusal: compared with what is recorded now, so that it can be sent again.
    pub fn compared(self, sheet: Sheet, pence: Option<Pence>) -> Sheet {
        sheet.with_any(self.was, pence.map(pounds))
    }

    pub fn read(self, sheet: &mut Sheet, budget_line: BudgetLineId, month: chrono::NaiveDate) -> Option<SpendInput> {
        let (pence, note) = (sheet.read_any::<SignedPence>(self.amount), sheet.read_any(self.note));
        let was = sheet.typed(self.was).parse::<SignedPence>().ok();
        let field = self.amount.name;
        let pence = pence?.map(|SignedPence(pence)| pence);
        Some(SpendInput { budget_line, month, pence, note: note?, was: was.map(|SignedPence(was)| was), field })
    }

    pub fn draw(self, sheet: &Sheet, label: String) -> impl IntoView + use<> {
        let problem = sheet.problems().iter().find(|problem| problem.field == self.amount.name);
        let problem = problem.map(|problem| said(&label, problem.rule));
        let (invalid, described) =
            (problem.is_some().then_some("true"), problem.is_some().then(|| format!("{}-problem", self.amount.name)));
        let problem = problem.map(|text| {
            let id = format!("{}-problem", self.amount.name);
            view! { <p class="err" id=id><span class="vh">"Error: "</span>{text}</p> }
        });
        let typed = |field: Field| sheet.typed(field).to_owned();
        let (amount, note) = (format!("Amount, {label}"), format!("Note, {label}"));
        view! {
            <tr>
                <th scope="row">{label}</th>
                <td data-l="Amount">
                    {problem}
                    <input class="in in-4" r#type="text" inputmode="decimal" id=self.amount.name name=self.amount.name value=typed(self.amount) aria-label=amount aria-invalid=invalid aria-describedby=described/>
                    <input r#type="hidden" name=self.was.name value=typed(self.was)/>
                </td>
                <td data-l="Note">
                    <input class="in" r#type="text" id=self.note.name name=self.note.name value=typed(self.note) aria-label=note/>
                </td>
            </tr>
        }
    }
}

/// The table around the rows.
pub fn table(first: &'static str, rows: Vec<AnyView>) -> impl IntoView {
    view! {
        <div class="panel">
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">{first}</th>
                        <th scope="col">"Amount, in pounds"</th>
                        <th scope="col">"Note"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
