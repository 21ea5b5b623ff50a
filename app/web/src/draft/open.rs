//! A draft is opened as a form that was refused is: by what answers the form, with all that was typed.
use super::{address::opens_draft, carried, desk::Asked};
use crate::App;
use axum::{
    extract::{Request, State},
    handler::Handler,
    http::Method,
    response::Response,
    routing::{MethodRouter, get},
};

/// What a draft holds, on its way to the form: read as if it had been sent, but doing nothing.
#[derive(Clone)]
pub struct Reopened(pub String);

/// A page and the form on it, which share their address.
pub fn around(page: MethodRouter<App>, form: MethodRouter<App>) -> MethodRouter<App> {
    let sent = form.clone();
    get(move |State(app): State<App>, request: Request| look(page, form, app, request))
        .post(move |State(app): State<App>, request: Request| carried::send(sent, app, request))
}

/// Nothing can happen by looking: a sheet that holds a draft gives no answers, so nothing is decided with it.
async fn look(page: MethodRouter<App>, form: MethodRouter<App>, app: App, mut request: Request) -> Response {
    let opens = *request.method() == Method::GET && opens_draft(request.uri());
    request.extensions_mut().insert(if opens { Asked::Draft } else { Asked::Page });
    if opens {
        *request.method_mut() = Method::POST;
        return Handler::call(form, request, app).await;
    }
    Handler::call(page, request, app).await
}
