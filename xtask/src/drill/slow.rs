//! Clients that are slow or never end: others are served, and memory stays within bounds.
use super::{
    Ground, Shown,
    browser::Browser,
    place::{BOARD, Engine, Place, Writer},
};
use crate::{Done, process::Server};
use std::{
    fs,
    io::Write,
    net::{SocketAddr, TcpStream},
    sync::atomic::{AtomicBool, AtomicU64, Ordering},
    thread,
    time::{Duration, Instant},
};

const SLOW: usize = 400;
const ENDLESS: usize = 8;
const TIME: Duration = Duration::from_secs(6);
/// What the others wait at most for a page.
const PATIENCE: Duration = Duration::from_secs(3);
/// How much more memory all this may take, in megabytes.
const MEMORY: u64 = 100;

pub fn drill(ground: &Ground) -> Done<Vec<Shown>> {
    let place = Place::new(ground, Engine::Sqlite)?;
    let server = place.serve()?;
    let reader = Writer::four(&server.url)?.remove(0).browser;
    for _ in 0..20 {
        reader.get(BOARD)?;
    }
    let before = memory(&server)?;
    let (stop, sent) = (AtomicBool::new(false), AtomicU64::new(0));
    let slow: Vec<_> = (0..SLOW).map(|number| trickle(reader.address, number)).collect::<Result<_, _>>()?;
    let (slowest, after) = thread::scope(|scope| {
        for _ in 0..ENDLESS {
            scope.spawn(|| endless(reader.address, &stop, &sent));
        }
        let measured = others(&reader, &server);
        stop.store(true, Ordering::Relaxed);
        measured
    })?;
    drop(slow);
    let more = after.saturating_sub(before);
    if more > MEMORY {
        return Err(format!("{more} MB more memory").into());
    }
    let what = format!(
        "{SLOW} slow connections, {ENDLESS} endless bodies ({} MB sent): others served within {:.2} s, {more} MB more memory",
        sent.load(Ordering::Relaxed) >> 20,
        slowest.as_secs_f32(),
    );
    Ok(vec![Shown { engine: Engine::Sqlite.label(), what }])
}

fn others(reader: &Browser, server: &Server) -> Done<(Duration, u64)> {
    let (started, mut slowest, mut most) = (Instant::now(), Duration::ZERO, 0);
    while started.elapsed() < TIME {
        let asked = Instant::now();
        let status = reader.get(BOARD)?.status;
        slowest = slowest.max(asked.elapsed());
        if status != 200 || slowest > PATIENCE {
            return Err(format!("meanwhile others are answered {status} after {:.1} s", slowest.as_secs_f32()).into());
        }
        most = most.max(memory(server)?);
        thread::sleep(Duration::from_millis(50));
    }
    Ok((slowest, most))
}

/// Half of them stop amid the head, half amid the body.
fn trickle(address: SocketAddr, number: usize) -> std::io::Result<TcpStream> {
    let mut stream = TcpStream::connect(address)?;
    let head = "POST /sign-in HTTP/1.1\r\nhost: town\r\nsec-fetch-site: same-origin\r\n";
    let more = "content-type: application/x-www-form-urlencoded\r\ncontent-length: 1000\r\n\r\nemail=a";
    write!(stream, "{head}{}", if number.is_multiple_of(2) { more } else { "x-slow: " })?;
    Ok(stream)
}

/// Sends as fast as it is taken, and begins again when it is cut off.
fn endless(address: SocketAddr, stop: &AtomicBool, sent: &AtomicU64) {
    let chunk = format!("{:x}\r\n{}\r\n", 1 << 16, "x".repeat(1 << 16));
    let head = "POST /sign-in HTTP/1.1\r\nhost: town\r\nsec-fetch-site: same-origin\r\n\
        content-type: application/x-www-form-urlencoded\r\ntransfer-encoding: chunked\r\n\r\n";
    while !stop.load(Ordering::Relaxed) {
        let Ok(mut stream) = TcpStream::connect(address) else { continue };
        let _ = stream.set_write_timeout(Some(Duration::from_secs(1)));
        let _ = stream.write_all(head.as_bytes());
        while !stop.load(Ordering::Relaxed) && stream.write_all(chunk.as_bytes()).is_ok() {
            sent.fetch_add(chunk.len() as u64, Ordering::Relaxed);
        }
    }
}

/// Of the server, in megabytes.
fn memory(server: &Server) -> Done<u64> {
    let about = fs::read_to_string(format!("/proc/{}/status", server.id()))?;
    let line = about.lines().find(|line| line.starts_with("VmRSS:")).ok_or("no VmRSS")?;
    let kilobytes: u64 = line.split_whitespace().nth(1).ok_or("no VmRSS")?.parse()?;
    Ok(kilobytes / 1024)
}
