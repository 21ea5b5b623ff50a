//! Rows of the same fields, of which some may be left blank.
use super::{Field, Sheet};
use leptos::prelude::*;

/// Above a table form of which nothing was saved: where each problem is, and what.
pub fn rows_summary(problems: impl IntoIterator<Item = (String, String)>) -> AnyView {
    let lines: Vec<_> =
        problems.into_iter().map(|(id, told)| view! { <li><a href=format!("#{id}")>{told}</a></li> }).collect();
    view! {
        <div class="errors" role="alert" aria-labelledby="rows-problem" tabindex="-1" autofocus>
            <h2 id="rows-problem">"Nothing is saved yet"</h2>
            <ul>{lines}</ul>
        </div>
    }
    .into_any()
}

impl Sheet {
    /// Moves the rows that were filled in together, so that a problem stands beside the right one; tells how many.
    pub fn close_rows<const N: usize>(&mut self, rows: &[[Field; N]]) -> usize {
        let typed = rows.iter().map(|row| row.map(|field| self.typed(field).to_owned()));
        let used: Vec<[String; N]> = typed.filter(|row| row.iter().any(|text| !text.trim().is_empty())).collect();
        let count = used.len();
        let blank = std::iter::repeat_with(|| std::array::from_fn(|_| String::new()));
        for (row, values) in rows.iter().zip(used.into_iter().chain(blank)) {
            for (field, value) in row.iter().zip(values) {
                self.ask(*field);
                self.put(field.name, value);
            }
        }
        count
    }

    /// How many rows to draw: up to the last that is filled in and so many blank ones, and no fewer than `least`.
    #[must_use]
    pub fn rows_to_draw<const N: usize>(&self, rows: &[[Field; N]], least: usize, blank: usize) -> usize {
        let is_used = |row: &[Field; N]| row.iter().any(|field| !self.typed(*field).trim().is_empty());
        let last = rows.iter().rposition(is_used).map_or(0, |last| last + 1);
        (last + blank).max(least).min(rows.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: [[Field; 2]; 3] = [
        [Field::new("name_1", "Name"), Field::new("why_1", "Why")],
        [Field::new("name_2", "Name"), Field::new("why_2", "Why")],
        [Field::new("name_3", "Name"), Field::new("why_3", "Why")],
    ];

    #[test]
    fn rows_that_were_filled_in_move_up_over_blank_ones_and_keep_their_order() {
        let mut sheet = Sheet::from_written(b"name_1=+&why_1=&name_2=Two&why_2=&name_3=&why_3=Three");
        assert_eq!(sheet.rows_to_draw(&ROWS, 1, 0), 3);
        assert_eq!(sheet.close_rows(&ROWS), 2);
        let typed = ROWS.map(|row| row.map(|field| sheet.typed(field).to_owned()).join(","));
        assert_eq!(typed, ["Two,", ",Three", ","]);
        assert_eq!((sheet.rows_to_draw(&ROWS, 1, 0), sheet.rows_to_draw(&ROWS, 1, 5)), (2, 3));
    }
}
