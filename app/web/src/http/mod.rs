//! What stands between the network and the pages: limits, refusals and headers, the same for every address.
mod caller;
mod csrf;
mod headers;
mod health;
mod limit;
mod mishap;

pub use caller::Caller;
pub(crate) use headers::Moves;
pub(crate) use limit::FORM;

use crate::{App, Route, failure::not_found, request, routes};
use axum::{Router, middleware::from_fn, middleware::from_fn_with_state};

/// The whole product as one service, and the list of its addresses.
pub fn service(app: App) -> (Router, Vec<Route>) {
    service_with(app, Router::new())
}

/// The same, with addresses that only the caller can answer, such as the files that pages load.
pub fn service_with(app: App, more: Router<App>) -> (Router, Vec<Route>) {
    let (pages, list) = routes().into_parts();
    let router = pages
        .route("/health", axum::routing::get(health::answer))
        .merge(more)
        .fallback(async || not_found())
        // From the inside out: the last is the first to see a request.
        .layer(from_fn(limit::size))
        .layer(from_fn_with_state(app.clone(), csrf::refuse))
        .layer(from_fn(limit::time))
        .layer(from_fn(mishap::explain))
        .layer(from_fn(mishap::survive))
        .layer(from_fn_with_state(app.clone(), headers::protect))
        .layer(from_fn_with_state(app.clone(), request::identify))
        .with_state(app);
    (router, list)
}
