//! Clients that ask again as soon as they are answered, each on one connection. They look for an answer's status and
//! length and at nothing more, because they share the machine with the program.
use crate::Done;
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    thread,
    time::{Duration, Instant},
};

const CLIENTS: usize = 4;
const CHUNK: usize = 256 * 1024;

pub struct Client {
    stream: BufReader<TcpStream>,
    body: Vec<u8>,
}

pub struct Reply<'a> {
    pub head: String,
    pub body: &'a [u8],
}

impl Reply<'_> {
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
        Ok(Self { stream: BufReader::with_capacity(CHUNK, stream), body: vec![] })
    }

    pub fn ask(&mut self, request: &[u8]) -> Done<Reply<'_>> {
        self.stream.get_mut().write_all(request)?;
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if self.stream.read_line(&mut head)? == 0 {
                return Err("the connection was closed".into());
            }
        }
        let reply = Reply { head, body: &[] };
        let length = match reply.header("content-length") {
            Some(length) => length.parse()?,
            None if reply.status() == 304 => 0,
            None => return Err(format!("an answer without a length:\n{}", reply.head).into()),
        };
        if self.body.len() < length {
            self.body.resize(length, 0);
        }
        let body = &mut self.body[..length];
        self.stream.read_exact(body)?;
        Ok(Reply { body, ..reply })
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
