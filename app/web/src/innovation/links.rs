//! Links to documents kept elsewhere: rows of a title and an address, of which blank ones are left out.
use crate::form::{Field, Sheet};
use domain::{Link, Title, WebAddress};
use leptos::prelude::*;

macro_rules! rows {
    ($($number:literal)*) => {
        /// Title and address of each row.
        const ROWS: &[(Field, Field)] = &[$((
            Field::new(concat!("link_", $number, "_title"), concat!("Title of link ", $number)),
            Field::new(concat!("link_", $number, "_address"), concat!("Address of link ", $number)),
        )),*];
    };
}
rows!(1 2 3 4 5 6 7 8);

/// Most links that a form can hold.
pub const MOST: usize = ROWS.len();

/// Rows that are drawn at least.
const LEAST: usize = 3;

pub fn with_links(sheet: Sheet, links: &[Link]) -> Sheet {
    links
        .iter()
        .zip(ROWS)
        .fold(sheet, |sheet, (link, (title, address))| sheet.with(*title, &link.title).with(*address, &link.address))
}

/// A link without a title is called by its address.
pub fn read_links(sheet: &mut Sheet) -> Option<Vec<Link>> {
    let used: Vec<_> = ROWS.iter().filter(|row| is_used(sheet, row)).copied().collect();
    let links: Vec<_> = used.into_iter().map(|row| read_link(sheet, row)).collect();
    links.into_iter().collect()
}

fn read_link(sheet: &mut Sheet, (title, address): (Field, Field)) -> Option<Link> {
    let address = sheet.read::<WebAddress>(address);
    let called = sheet.read_any::<Title>(title);
    let (address, called) = (address?, called?);
    let title = called.or_else(|| Title::cut(&address.to_string()))?;
    Some(Link { title, address })
}

fn is_used(sheet: &Sheet, (title, address): &(Field, Field)) -> bool {
    !sheet.typed(*title).trim().is_empty() || !sheet.typed(*address).trim().is_empty()
}

/// Folded away until there is one.
pub fn link_rows(sheet: &Sheet) -> impl IntoView + use<> {
    let used = ROWS.iter().rposition(|row| is_used(sheet, row)).map_or(0, |last| last + 1);
    let is_open = used > 0;
    let shown = (used + 1).clamp(LEAST, ROWS.len());
    let rows = ROWS[..shown].iter().map(|(title, address)| {
        view! { <div class="row-fields">{sheet.text(*title)} {sheet.input(*address, "url", "in")}</div> }
    });
    view! {
        <details class="details" open=is_open>
            <summary>"Links to papers and minutes"</summary>
            <div class="stack">{rows.collect_view()}</div>
        </details>
    }
}
