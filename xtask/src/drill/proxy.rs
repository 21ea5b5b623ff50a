//! A wire to PostgreSQL that can be cut.
use crate::Done;
use std::{
    io::{ErrorKind, Read, Write},
    net::{Ipv4Addr, Shutdown, TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicU8, AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wire {
    Whole,
    /// Connections end, and new ones are ended at once.
    Cut,
    /// Nothing comes through, and nobody is told.
    Silent,
    /// The same, and connections of before stay so for ever: another machine has taken over.
    Gone,
}

const LOOK: Duration = Duration::from_millis(10);

pub struct Proxy {
    pub port: u16,
    wire: Arc<AtomicU8>,
    /// Counts up when all connections of before are given up.
    age: Arc<AtomicUsize>,
}

/// What one connection needs to know.
#[derive(Clone)]
struct State {
    wire: Arc<AtomicU8>,
    age: Arc<AtomicUsize>,
    mine: usize,
}

impl State {
    fn is(&self, wire: Wire) -> bool {
        self.wire.load(Ordering::Relaxed) == wire as u8
    }

    fn is_silent(&self) -> bool {
        self.is(Wire::Silent) || self.is(Wire::Gone) || self.age.load(Ordering::Relaxed) != self.mine
    }
}

impl Proxy {
    pub fn to(port: u16) -> Done<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let proxy = Self { port: listener.local_addr()?.port(), wire: Arc::default(), age: Arc::default() };
        let (wire, age) = (proxy.wire.clone(), proxy.age.clone());
        thread::spawn(move || {
            for near in listener.incoming().flatten() {
                if wire.load(Ordering::Relaxed) == Wire::Cut as u8 {
                    continue;
                }
                let Ok(far) = TcpStream::connect((Ipv4Addr::LOCALHOST, port)) else { continue };
                let (Ok(near_too), Ok(far_too)) = (near.try_clone(), far.try_clone()) else { continue };
                let there = State { wire: wire.clone(), age: age.clone(), mine: age.load(Ordering::Relaxed) };
                let back = there.clone();
                thread::spawn(move || carry(near, far, &there));
                thread::spawn(move || carry(far_too, near_too, &back));
            }
        });
        Ok(proxy)
    }

    pub fn set(&self, wire: Wire) {
        if self.wire.load(Ordering::Relaxed) == Wire::Gone as u8 {
            self.age.fetch_add(1, Ordering::Relaxed);
        }
        self.wire.store(wire as u8, Ordering::Relaxed);
    }
}

fn carry(mut from: TcpStream, mut to: TcpStream, state: &State) {
    let mut buffer = [0; 1 << 14];
    let _ = from.set_read_timeout(Some(LOOK));
    let _ = to.set_nodelay(true);
    loop {
        if state.is(Wire::Cut) {
            break;
        }
        if state.is_silent() {
            thread::sleep(LOOK);
            continue;
        }
        match from.read(&mut buffer) {
            Ok(0) => break,
            Ok(length) => {
                // What was read as the wire fell silent waits for it, as on a real one.
                while state.is_silent() {
                    thread::sleep(LOOK);
                }
                if to.write_all(&buffer[..length]).is_err() {
                    break;
                }
            }
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
            Err(_) => break,
        }
    }
    let _ = from.shutdown(Shutdown::Both);
    let _ = to.shutdown(Shutdown::Both);
}
