//! No request takes more than a stated size, time or share of the server.
use super::mishap;
use axum::{
    body::{Body, HttpBody},
    extract::{DefaultBodyLimit, Request},
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use futures::StreamExt;
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tokio::{sync::Semaphore, time::timeout};

/// A form with every field filled to its limit is smaller.
pub const FORM: usize = 1 << 20;
/// A spreadsheet that is brought along.
pub const FILE: usize = 20 << 20;
/// From the last byte of the head to the first of the answer.
const TIME: Duration = Duration::from_secs(30);
/// Requests answered at once; the others wait for their turn.
const AT_ONCE: usize = 256;
/// Longer in the queue, and it is better to say so.
const TURN: Duration = Duration::from_secs(5);
static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

/// A body that says that it is too long is not even read; one that does not say is cut off.
pub async fn size(mut request: Request, next: Next) -> Response {
    let most = most(request.uri().path());
    let said = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if said.is_some_and(|length: usize| length > most) {
        return mishap::page(StatusCode::PAYLOAD_TOO_LARGE);
    }
    DefaultBodyLimit::max(most).apply(&mut request);
    next.run(request).await
}

/// Late is the sender's doing while the body is still coming, and ours after.
pub async fn time(request: Request, next: Next) -> Response {
    let Ok(Ok(_turn)) = timeout(TURN, TURNS.acquire()).await else {
        return mishap::page(StatusCode::SERVICE_UNAVAILABLE);
    };
    let (request, read) = watched(request);
    let Ok(response) = timeout(TIME, next.run(request)).await else {
        let ours = read.load(Ordering::Relaxed);
        tracing::warn!(ours, "out of time");
        let status = if ours { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::REQUEST_TIMEOUT };
        // What has not been read cannot be told from the next request.
        return ([(header::CONNECTION, "close")], mishap::page(status)).into_response();
    };
    response
}

fn most(path: &str) -> usize {
    if path.split('/').nth(2) == Some("import") { FILE } else { FORM }
}

/// The same request, and whether its body has been read to its end.
fn watched(request: Request) -> (Request, Arc<AtomicBool>) {
    let read = Arc::new(AtomicBool::new(request.body().is_end_stream()));
    if read.load(Ordering::Relaxed) {
        return (request, read);
    }
    let end = read.clone();
    let request = request.map(|body| {
        let end = futures::stream::poll_fn(move |_| {
            end.store(true, Ordering::Relaxed);
            std::task::Poll::Ready(None)
        });
        Body::from_stream(body.into_data_stream().chain(end))
    });
    (request, read)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_import_takes_files() {
        assert_eq!(most("/northshire/import"), FILE);
        assert_eq!(most("/northshire/import/check"), FILE);
        assert_eq!(most("/northshire/innovations/import"), FORM);
        assert_eq!(most("/sign-in"), FORM);
    }

    #[tokio::test]
    async fn the_end_of_a_body_is_noticed() {
        let body = Body::from_stream(futures::stream::iter([Ok::<_, std::io::Error>("a"), Ok("b")]));
        let (request, read) = watched(Request::new(body));
        assert!(!read.load(Ordering::Relaxed));
        assert_eq!(axum::body::to_bytes(request.into_body(), 9).await.unwrap(), "ab");
        assert!(read.load(Ordering::Relaxed));
    }
}
