//! Clients that ask again as soon as they are answered, each on one connection. They read an answer's length and
//! nothing more, so that the time measured is the program's.
use crate::Done;
use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    thread,
    time::{Duration, Instant},
};

const CLIENTS: usize = 4;
const CHUNK: usize = 256 * 1024;

pub struct Client {
    stream: TcpStream,
    held: Vec<u8>,
}

pub struct Reply {
    pub head: String,
    pub body: Vec<u8>,
}

impl Reply {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    pub fn status(&self) -> u16 {
        self.head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default()
    }
}

impl Client {
    pub fn new(address: SocketAddr) -> Done<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, held: Vec::with_capacity(CHUNK) })
    }

    pub fn ask(&mut self, request: &[u8]) -> Done<Reply> {
        self.stream.write_all(request)?;
        self.held.clear();
        let end = loop {
            if let Some(end) = self.held.windows(4).position(|four| four == b"\r\n\r\n") {
                break end + 4;
            }
            self.read_more()?;
        };
        let head = String::from_utf8_lossy(&self.held[..end]).into_owned();
        let mut reply = Reply { head, body: vec![] };
        let length = match reply.header("content-length") {
            Some(length) => length.parse()?,
            None if reply.status() == 304 => 0,
            None => return Err(format!("an answer without a length:\n{}", reply.head).into()),
        };
        while self.held.len() < end + length {
            self.read_more()?;
        }
        reply.body = self.held.split_off(end);
        Ok(reply)
    }

    fn read_more(&mut self) -> Done {
        let before = self.held.len();
        self.held.resize(before + CHUNK, 0);
        let read = self.stream.read(&mut self.held[before..])?;
        self.held.truncate(before + read);
        if read == 0 { Err("the connection was closed".into()) } else { Ok(()) }
    }
}

/// What clients saw of one address.
#[derive(Default)]
pub struct Measured {
    /// Of each answer.
    times: Vec<Duration>,
    /// In which they were given.
    spent: Duration,
}

impl Measured {
    pub fn a_second(&self) -> f64 {
        self.times.len() as f64 / self.spent.as_secs_f64()
    }

    /// The time that so many per cent of the answers took at most, in milliseconds.
    pub fn percentile(&mut self, percent: usize) -> f64 {
        self.times.sort_unstable();
        let index = (self.times.len() * percent / 100).min(self.times.len().saturating_sub(1));
        self.times.get(index).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
    }

    pub fn add(&mut self, other: Self) {
        self.times.extend(other.times);
        self.spent += other.spent;
    }

    pub fn add_one(&mut self, time: Duration) {
        self.times.push(time);
        self.spent += time;
    }
}

/// All clients ask for the same until the time is over; each answer must have this status.
pub fn load(address: SocketAddr, request: &[u8], status: u16, time: Duration) -> Done<Measured> {
    let began = Instant::now();
    let clients: Vec<_> = (0..CLIENTS)
        .map(|_| {
            let request = request.to_vec();
            thread::spawn(move || one(address, &request, status, began + time).map_err(|error| error.to_string()))
        })
        .collect();
    let mut measured = Measured::default();
    for client in clients {
        measured.times.extend(client.join().map_err(|_| "a client ended")??);
    }
    measured.spent = began.elapsed();
    Ok(measured)
}

fn one(address: SocketAddr, request: &[u8], status: u16, until: Instant) -> Done<Vec<Duration>> {
    let mut client = Client::new(address)?;
    let mut times = vec![];
    while Instant::now() < until {
        let began = Instant::now();
        let reply = client.ask(request)?;
        times.push(began.elapsed());
        if reply.status() != status {
            return Err(format!("{} instead of {status}:\n{}", reply.status(), reply.head).into());
        }
    }
    Ok(times)
}
