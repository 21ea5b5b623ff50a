//! What the pages about one's own account share.
use crate::{form::Sheet, page::Page, short_form::crumbs, visit::Visit};
use leptos::prelude::*;
use store::Session;

/// A page of somebody who is signed in, in no organisation.
pub fn own_page<V: IntoView + 'static>(
    visit: Visit,
    session: &Session,
    title: &'static str,
    body: impl FnOnce() -> V + Send + 'static,
) -> Page {
    let visit = Visit { person: Some(session.name.as_str().into()), ..visit };
    Page::new(visit, title, body).narrow()
}

/// A short form below "Account".
pub fn own_form<V: IntoView + 'static>(
    visit: Visit,
    session: &Session,
    sheet: Sheet,
    [title, about, button]: [&'static str; 3],
    questions: impl FnOnce(&Sheet) -> V + Send + 'static,
) -> Page {
    let status = sheet.status();
    let page = own_page(visit, session, title, move || {
        view! {
            {crumbs(vec![("Account".into(), "/account".into())])}
            {sheet.summary()}
            <div class="ph">
                <h1>{title}</h1>
                <p class="quiet prose">{about}</p>
            </div>
            <form method="post" class="stack stack-l" novalidate>
                {sheet.hidden()}
                {questions(&sheet)}
                <div class="row"><button class="btn btn-go btn-big btn-wide">{button}</button></div>
            </form>
        }
    });
    page.with_status(status)
}
