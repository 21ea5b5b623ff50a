//! What the operating system tells a program.
use crate::Trouble;
use tokio::signal::unix::{Signal, SignalKind, signal};

/// A file that may not grow any more would otherwise end the program; now the write fails and a page says so.
pub fn survive_full_disk() -> Result<(), Trouble> {
    caught(SignalKind::from_raw(libc::SIGXFSZ)).map(drop)
}

/// Ctrl-C, or whoever runs the service asks it to end.
pub fn stop() -> Result<impl Future<Output = ()>, Trouble> {
    let (mut typed, mut asked) = (caught(SignalKind::interrupt())?, caught(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = typed.recv() => {}
            _ = asked.recv() => {}
        }
    })
}

/// Caught from here on, even when nobody waits for it any more.
fn caught(kind: SignalKind) -> Result<Signal, Trouble> {
    signal(kind).map_err(Trouble::with("signals"))
}
