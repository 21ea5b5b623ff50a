//! Connections: how many, how long each may take to ask, and how they end.
use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, Request},
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use std::{net::SocketAddr, sync::Arc, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    select,
    sync::Semaphore,
    time::{sleep, timeout},
};
use tower::ServiceExt;

/// Below the 1,024 files that a process usually may have open; the others wait to be accepted.
const CONNECTIONS: usize = 900;
/// For the head of a request, and between requests.
const HEAD: Duration = Duration::from_secs(20);
/// Of a head, in bytes.
const LONGEST_HEAD: usize = 64 * 1024;
/// For answers under way when the server ends. Streams of news never end by themselves.
const FAREWELL: Duration = Duration::from_secs(10);

/// Serves until told to stop, then lets what is under way end.
pub async fn listen(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    let (watcher, room) = (GracefulShutdown::new(), Arc::new(Semaphore::new(CONNECTIONS)));
    let accept = async {
        loop {
            let Ok(place) = room.clone().acquire_owned().await else { break };
            let (stream, peer) = accepted(&listener).await;
            let connection = watcher.watch(connection(stream, peer, router.clone()));
            tokio::spawn(async move {
                // It ends with an error whenever a browser goes away; there is nothing to do about it.
                let _ = connection.await;
                drop(place);
            });
        }
    };
    select! {
        () = accept => {}
        () = stop => {}
    }
    drop(listener);
    if timeout(FAREWELL, watcher.shutdown()).await.is_err() {
        tracing::warn!("some answers were cut off");
    }
}

async fn accepted(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(accepted) => return accepted,
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                sleep(Duration::from_millis(100)).await;
            }
        }
    }
}

fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
) -> impl hyper_util::server::graceful::GracefulConnection<Error = hyper::Error> + Send {
    // Only slower without.
    let _ = stream.set_nodelay(true);
    let answer = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        router.clone().oneshot(request)
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(LONGEST_HEAD)
        .serve_connection(TokioIo::new(stream), answer)
}
