//! The first step, and what was brought in before.
use super::{
    draw::steps,
    file::{MOST_BYTES, open},
};
use crate::{
    failure::Failure,
    here::{Here, Now},
    page::Page,
    short_form,
    ui::words::date,
};
use axum::{
    extract::{Multipart, multipart::MultipartRejection},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{Act, Import, ImportField, ImportKind, london_day};
use leptos::prelude::*;
use spreadsheet::Unreadable;
use std::sync::Arc;
use store::Upload;
use uuid::Uuid;

pub async fn show(now: Now) -> Result<Page, Failure> {
    page(&now, None)
}

/// The file is opened at once, so that whoever brought it hears here what is wrong with it.
pub async fn submit(now: Now, sent: Result<Multipart, MultipartRejection>) -> Result<Response, Failure> {
    now.seen().must(Act::Import, None)?;
    let upload = match received(sent).await {
        Ok(upload) => upload,
        Err(wrong) => return Ok(page(&now, Some(wrong))?.into_response()),
    };
    match open(upload.name.clone(), upload.body.clone(), None).await {
        Ok(table) if table.rows.is_empty() => {
            let wrong = "The file has a first row that names the columns, but no rows below it.";
            return Ok(page(&now, Some(wrong.into()))?.into_response());
        }
        Ok(_) => {}
        Err(wrong) => return Ok(page(&now, Some(wrong.to_string()))?.into_response()),
    }
    now.store().keep_upload(now.reach(), &upload, now.now).await?;
    Ok(Redirect::to(&now.link(&format!("import/{}", upload.id))).into_response())
}

async fn received(sent: Result<Multipart, MultipartRejection>) -> Result<Upload, String> {
    let none = || "Choose a file first.".to_owned();
    let too_large = || Unreadable::TooLarge { limit: MOST_BYTES }.to_string();
    let mut sent = sent.map_err(|_| none())?;
    while let Some(part) = sent.next_field().await.map_err(|_| too_large())? {
        if part.name() != Some("file") {
            continue;
        }
        let name = part.file_name().unwrap_or_default().to_owned();
        let body = part.bytes().await.map_err(|_| too_large())?;
        if name.is_empty() && body.is_empty() {
            return Err(none());
        }
        return Ok(Upload { id: Uuid::now_v7(), name: last_part(&name), body: body.to_vec() });
    }
    Err(none())
}

/// Some browsers send the whole path.
fn last_part(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name).trim();
    if last.is_empty() { "spreadsheet".into() } else { last.chars().take(200).collect() }
}

fn page(here: &Here, wrong: Option<String>) -> Result<Page, Failure> {
    here.seen().must(Act::Import, None)?;
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let inside = here.clone();
    let page = here.page("Import from a spreadsheet", move || {
        let described = if wrong.is_some() { "file-hint file-problem" } else { "file-hint" };
        let invalid = wrong.is_some().then_some("true");
        view! {
            {short_form::crumbs(vec![("Board".into(), inside.link("board"))])}
            {wrong.clone().map(summary)}
            <div class="ph">
                {steps(1)}
                <h1>"Import from a spreadsheet"</h1>
                <p class="quiet prose">
                    "Bring a list, one a row: innovations with rating, dates, money and what was done; stakeholders and how they stand; \
                    engagements with what people said and what became of it; or sites, where each has got to and how many were reached. \
                    Next you say what each column is; then you see what would happen, row by row. Nothing is changed before that, \
                    and an import can be undone as one."
                </p>
            </div>
            <form method="post" enctype="multipart/form-data" class="stack stack-l">
                <div class="field">
                    <label for="file">"File"</label>
                    <p class="hint" id="file-hint">"CSV or Excel (.xlsx), at most 20 MB and 5,000 rows; the first row names the columns"</p>
                    {wrong.map(|text| view! { <p class="err" id="file-problem"><span class="vh">"Error: "</span>{text}</p> })}
                    <input class="in" type="file" id="file" name="file" accept=".csv,.tsv,.txt,.xlsx" aria-describedby=described aria-invalid=invalid/>
                </div>
                <div class="row"><button class="btn btn-go btn-big btn-wide">"Go on to the columns"</button></div>
            </form>
            {headings()}
            {earlier(&inside)}
        }
    });
    Ok(page.narrow().with_status(status))
}

fn summary(wrong: String) -> impl IntoView {
    view! {
        <div class="errors" role="alert" aria-labelledby="problem" tabindex="-1" autofocus>
            <h2 id="problem">"There is a problem"</h2>
            <ul><li><a href="#file">{wrong}</a></li></ul>
        </div>
    }
}

/// What the columns of each kind of file can be. Their titles may be others.
fn headings() -> impl IntoView {
    let kinds = ImportKind::ALL.iter().map(|kind| {
        let fields = kind.fields().iter().filter(|field| **field != ImportField::Ignore);
        let labels: Vec<_> = fields
            .map(|field| {
                let needed = if kind.needed().contains(field) { " (needed)" } else { "" };
                format!("{}{needed}", field.label())
            })
            .collect();
        view! { <dt>{kind.label()}</dt><dd>{format!("{}.", labels.join("; "))}</dd> }
    });
    view! {
        <section class="panel mt" aria-labelledby="headings">
            <h2 id="headings">"What the columns can be"</h2>
            <p class="quiet s mb">
                "The titles in your file may be others: you say what each column is. Several innovations or groups in one cell stand apart by a semicolon."
            </p>
            <dl class="dl">{kinds.collect_view()}</dl>
        </section>
    }
}

fn earlier(here: &Here) -> impl IntoView + use<> {
    let mut imports: Vec<_> = here.seen().imports().cloned().collect();
    imports.sort_by_key(|one| std::cmp::Reverse((one.entry.at, one.id)));
    let content = if imports.is_empty() {
        view! { <p class="empty">"Nothing has been imported yet."</p> }.into_any()
    } else {
        let rows = imports.iter().map(|one| row(here, one)).collect_view();
        view! {
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">"File"</th>
                        <th scope="col">"Report date"</th>
                        <th scope="col">"Brought in"</th>
                        <th scope="col">"Rows"</th>
                        <th scope="col">"Change"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! { <section class="panel mt" aria-labelledby="earlier"><h2 id="earlier">"Earlier imports"</h2>{content}</section> }
}

fn row(here: &Here, import: &Arc<Import>) -> impl IntoView + use<> {
    let who = here.seen().memberships().find(|one| one.person == import.entry.by);
    let who = who.map_or_else(String::new, |one| format!(", {}", one.name));
    let address = format!("import/{}", import.id);
    let file = import.file.to_string();
    let change = if let Some(day) = import.undone_on {
        view! { {format!("Undone {}", date(day))} }.into_any()
    } else {
        let undo = here.link(&format!("{address}/undo"));
        view! { <a href=undo aria-label=format!("Undo: {file}")>"Undo"</a> }.into_any()
    };
    view! {
        <tr>
            <th scope="row"><a href=here.link(&address)>{file.clone()}</a></th>
            <td data-l="Report date">{date(import.report_on)}</td>
            <td data-l="Brought in">{format!("{}{who}", date(london_day(import.entry.at)))}</td>
            <td data-l="Rows">{format!("{} new, {} updated, {} refused", import.added, import.updated, import.refused)}</td>
            <td data-l="Change">{change}</td>
        </tr>
    }
}
