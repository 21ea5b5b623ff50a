//! What a place does in another way: rows of the form of a site.
use crate::{
    form::{Choice, Field, Sheet},
    here::Here,
    ui::words::ended,
};
use domain::{Adaptation, AdaptationOf};
use leptos::prelude::*;

macro_rules! rows {
    ($($number:literal)*) => {
        /// What it is of, what is done, why, and who agreed to it.
        const ROWS: [[Field; 4]; 12] = [$([
            Field::new(concat!("adaptation_", $number, "_of"), concat!("Change ", $number, " is to")),
            Field::new(concat!("adaptation_", $number, "_what"), concat!("What is done in another way, ", $number)),
            Field::new(concat!("adaptation_", $number, "_why"), concat!("Why, ", $number)),
            Field::new(concat!("adaptation_", $number, "_by"), concat!("Agreed by, ", $number)),
        ]),*];
    };
}
rows!(1 2 3 4 5 6 7 8 9 10 11 12);

pub fn filled(sheet: Sheet, adaptations: &[Adaptation]) -> Sheet {
    ROWS.into_iter().enumerate().fold(sheet, |sheet, (index, [of, what, why, by])| {
        let one = adaptations.get(index);
        let sheet = sheet.with_any(of, one.map(|one| one.of.key())).with_any(what, one.map(|one| &one.what));
        sheet.with_any(why, one.map(|one| &one.why)).with_any(by, one.and_then(|one| one.approved_by))
    })
}

pub fn read(sheet: &mut Sheet) -> Option<Vec<Adaptation>> {
    let used = sheet.close_rows(&ROWS);
    let read = |[of, what, why, by]: &[Field; 4]| {
        let (of, what, why, by) = (sheet.read(*of), sheet.read(*what), sheet.read(*why), sheet.read_any(*by));
        Some(Adaptation { of: of?, what: what?, why: why?, approved_by: by? })
    };
    let read: Vec<_> = ROWS[..used].iter().map(read).collect();
    read.into_iter().collect()
}

pub fn questions(here: &Here, sheet: &Sheet) -> impl IntoView + use<> {
    let drawn = sheet.rows_to_draw(&ROWS, 1, 1);
    let rows = ROWS[..drawn].iter().map(|[of, what, why, by]| {
        let kinds = AdaptationOf::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
        view! {
            <div class="row-fields">
                {sheet.select(*of, kinds)} {sheet.text(*what)} {sheet.text(*why)} {sheet.select(*by, here.people())}
            </div>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="panel stack" aria-labelledby="adaptations">
            <h2 id="adaptations">"What it does in another way"</h2>
            <p class="hint">"An agreed change around the core is no loss. A change to the core is: the site is then no longer doing the same thing. Leave blank if there is none."</p>
            {rows}
        </section>
    }
}

/// "Something around the core: shorter opening hours, because the library closes at five. Agreed by …".
pub fn told(here: &Here, one: &Adaptation) -> impl IntoView + use<> {
    let by = one.approved_by.and_then(|id| here.seen().membership(id)).map(|one| one.name.to_string());
    let agreed = by.map_or("Nobody has agreed to it.".into(), |name| format!("Agreed by {name}."));
    let is_core = one.of == AdaptationOf::Core;
    view! {
        <li><b class:late=is_core>{one.of.label()}</b>{format!(": {} {} ", ended(&one.what), ended(&one.why))}<span class="quiet">{agreed}</span></li>
    }
}
