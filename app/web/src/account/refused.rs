//! Links that do not count, or count no more: what to do instead.
use crate::{failure::Failure, page::Page, visit::Visit};
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use leptos::prelude::*;
use store::LinkRefusal;

/// Whom to ask for another link.
#[derive(Clone, Copy)]
pub enum From {
    /// Whoever starts the server.
    Operator,
    Administrator,
}

impl From {
    const fn advice(self) -> &'static str {
        match self {
            Self::Operator => {
                "Whoever runs this service makes another with the command `foothold organisation`. As long as there is no organisation, Foothold also prints one each time it starts."
            }
            Self::Administrator => "Ask an administrator of your organisation for a new one.",
        }
    }
}

pub fn refused(visit: Visit, why: LinkRefusal, from: From) -> Result<Response, Failure> {
    let (status, title) = match why {
        LinkRefusal::Failed(error) => return Err(error.into()),
        LinkRefusal::Used => (StatusCode::GONE, "This link has been used"),
        LinkRefusal::Expired => (StatusCode::GONE, "This link is too old"),
        LinkRefusal::Unknown | LinkRefusal::NotForThis | LinkRefusal::EmailTaken => {
            (StatusCode::NOT_FOUND, "This link does not work")
        }
    };
    let page = Page::new(visit, title, move || {
        view! {
            <div class="ph"><h1>{title}</h1></div>
            <div class="prose">
                <p>"Each link works once and for a short time, and a newer one replaces it. It may also have been cut short when it was copied."</p>
                <p>{from.advice()}</p>
                <p>"If you have a password already, "<a href="/sign-in">"sign in"</a>"."</p>
            </div>
        }
    });
    Ok(page.narrow().with_status(status).into_response())
}
