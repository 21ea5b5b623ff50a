//! What an import brought.
use super::{draw::crumbs, said::counted};
use crate::{
    failure::Failure,
    here::Here,
    page::Page,
    ui::words::{count, date},
};
use domain::{Import, ImportId, ImportKind};
use leptos::prelude::*;
use uuid::Uuid;

pub async fn page(here: &Here, id: Uuid) -> Result<Page, Failure> {
    let import = here.seen().import_record(ImportId(id))?.clone();
    let to_mend = here.store().upload(here.reach(), id).await?.is_some();
    let inside = here.clone();
    Ok(here
        .page(format!("Import of {}", import.file), move || {
            let base = format!("import/{id}");
            let (address, words) = onward(import.kind);
            let undone = import.undone_on.map(|day| {
                view! { <p class="note">{format!("It was undone on {}: nothing of it is left but its history.", date(day))}</p> }
            });
            let undo = import.undone_on.is_none().then(|| {
                view! { <a class="btn btn-text" href=inside.link(&format!("{base}/undo"))>"Undo this import"</a> }
            });
            view! {
                {crumbs(&inside)}
                <div class="ph">
                    <p class="kicker">{import.file.to_string()}</p>
                    <h1>{heading(&import)}</h1>
                </div>
                {undone}
                <dl class="dl" id="tally">
                    <dt>{counted(import.kind)[0]}</dt><dd>{import.added}</dd>
                    <dt>"More about one that was known"</dt><dd>{import.updated}</dd>
                    <dt>"Left out, with problems"</dt><dd>{import.refused}</dd>
                    <dt>{if import.says_itself() { "The latest facts are of" } else { "Facts as of" }}</dt><dd>{date(import.report_on)}</dd>
                </dl>
                {(import.refused > 0).then(|| mend(&inside, &base, &import, to_mend))}
                <p class="row mt"><a class="btn btn-go" href=inside.link(address)>{words}</a> {undo}</p>
            }
        })
        .narrow())
}

/// Where what was brought in stands, and the words that lead there.
const fn onward(kind: ImportKind) -> (&'static str, &'static str) {
    match kind {
        ImportKind::Innovations => ("board", "Go to the board"),
        ImportKind::Stakeholders => ("stakeholders", "Go to the stakeholders"),
        ImportKind::Engagements => ("coverage", "See who has been heard"),
        ImportKind::Sites => ("scale-up", "Go to scale-up"),
    }
}

fn heading(import: &Import) -> String {
    let rows = i64::from(import.added + import.updated);
    let verb = if rows == 1 { "was" } else { "were" };
    format!("{} {verb} imported", count(rows, "row"))
}

fn mend(here: &Here, base: &str, import: &Import, kept: bool) -> impl IntoView + use<> {
    let text = format!("{} could not come in.", count(i64::from(import.refused), "row"));
    let download = here.link(&format!("{base}/problems.csv"));
    let way = if kept {
        view! {
            " "<a href=download download>"Download them"</a>", with what is wrong in the last column, within a day. Mend them and "
            <a href=here.link("import")>"bring the file again"</a>": the columns are remembered."
        }
        .into_any()
    } else {
        view! { " Bring the whole file again once it is mended: what is here already is not doubled." }.into_any()
    };
    view! { <p class="note mt">{text} {way}</p> }
}
