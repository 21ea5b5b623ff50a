//! A page for everyone: nothing on it is of the person who looks, so that it may be kept by whoever passes it on.
use crate::{assets, page::title_text, ui::icon::SPRITE};
use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use domain::Slug;
use leptos::prelude::*;
use sha2::{Digest, Sha256};

/// Whoever keeps a copy asks again after a minute: what is taken back is gone from everywhere that soon.
const KEPT: &str = "public, max-age=60";

pub struct PublicPage {
    pub slug: Slug,
    pub organisation: String,
    pub title: String,
    pub description: String,
    pub body: AnyView,
}

impl PublicPage {
    /// The tag is of the page alone: it changes when the words do, and not whenever anybody works inside.
    pub fn answer(self, asked: &HeaderMap) -> Response {
        let html = Owner::new().with(|| self.shell().to_html());
        let hash = Sha256::digest(html.as_bytes());
        let tag = hash.iter().take(12).fold(String::new(), |tag, byte| format!("{tag}{byte:02x}"));
        let mut headers = HeaderMap::new();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(KEPT));
        if let Ok(tag) = HeaderValue::try_from(format!("\"{tag}\"")) {
            let is_known = asked.get(header::IF_NONE_MATCH) == Some(&tag);
            headers.insert(header::ETAG, tag);
            if is_known {
                return (StatusCode::NOT_MODIFIED, headers).into_response();
            }
        }
        (headers, Html(html)).into_response()
    }

    /// Without a menu, since nobody is asked to come in. People are to find it, so search engines may list it; they may
    /// not keep a copy, so that what is taken back is gone.
    fn shell(self) -> impl IntoView {
        let statement = |word: &str| format!("/{}/{word}", self.slug);
        view! {
            <!DOCTYPE html>
            <html lang="en-GB">
                <head>
                    <meta charset="utf-8"/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <meta name="color-scheme" content="light dark"/>
                    <title inner_html=title_text(&format!("{} – {}", self.title, self.organisation))></title>
                    <meta name="description" content=self.description/>
                    <meta name="robots" content="noarchive"/>
                    <link rel="icon" href=assets::path("icon.svg") r#type="image/svg+xml"/>
                    <link rel="stylesheet" href=assets::path("style.css")/>
                </head>
                <body>
                    <a class="skip" href="#main">"Skip to main content"</a>
                    <div hidden inner_html=SPRITE></div>
                    <header class="mast"><div class="wrap"><span class="mast-name">{self.organisation.clone()}</span></div></header>
                    <main id="main" class="wrap narrow">{self.body}</main>
                    <footer class="foot">
                        <div class="wrap row">
                            <span>{self.organisation.clone()}</span>
                            <a href=statement("accessibility")>"Accessibility statement"</a>
                            <a href=statement("privacy")>"Privacy"</a>
                        </div>
                    </footer>
                </body>
            </html>
        }
    }
}
