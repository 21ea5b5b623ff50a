//! The network to PostgreSQL is cut and mended while people work.
use super::{
    Ground, Shown,
    browser::Browser,
    place::{BOARD, Engine, Place, Writer, accounted, until, while_writing, with_log},
    proxy::{Proxy, Wire},
};
use crate::{Done, process::Server};
use std::{
    thread::sleep,
    time::{Duration, Instant},
};

/// Whoever asks while it is cut is told so within this time.
const TOLD: Duration = Duration::from_secs(5);
/// Healthy again within this time.
const HEALED: Duration = Duration::from_secs(2);
const QUESTIONS: usize = 6;

pub fn drill(ground: &Ground) -> Done<Vec<Shown>> {
    [Wire::Cut, Wire::Silent, Wire::Gone].into_iter().map(|wire| one(ground, wire)).collect()
}

fn one(ground: &Ground, wire: Wire) -> Done<Shown> {
    let place = Place::new(ground, Engine::Postgres)?;
    let proxy = Proxy::to(ground.postgres.port())?;
    let before = place.checked()?;
    let far = place.database.replace(&format!(":{}/", ground.postgres.port()), &format!(":{}/", proxy.port));
    let server = Server::serve(place.foothold_on("serve", &far), &place.log())?;
    let mut writers = Writer::four(&server.url)?;
    let reader = writers[0].browser.clone();
    let (slowest, health, pages) =
        while_writing(&mut writers, || measured(&proxy, &reader, wire)).map_err(|error| with_log(&place, error))?;
    let saved = accounted(&place, before, &mut writers).map_err(|error| with_log(&place, error))?;
    let longest = writers.iter().map(|writer| writer.slowest).max().unwrap_or_default();
    let what = format!(
        "network {}: 503 within {:.1} s ({:.1} s for forms on their way), healthy {:.1} s and pages {:.1} s after; {saved} saves all there",
        match wire {
            Wire::Cut => "cut",
            Wire::Gone => "silent, then another server",
            _ => "silent",
        },
        slowest.as_secs_f32(),
        longest.as_secs_f32(),
        health.as_secs_f32(),
        pages.as_secs_f32(),
    );
    Ok(Shown { engine: Engine::Postgres.label(), what })
}

fn measured(proxy: &Proxy, reader: &Browser, wire: Wire) -> Done<(Duration, Duration, Duration)> {
    sleep(Duration::from_millis(500));
    proxy.set(wire);
    let mut slowest = Duration::ZERO;
    for _ in 0..QUESTIONS {
        let started = Instant::now();
        let reply = reader.get(BOARD)?;
        let took = started.elapsed();
        slowest = slowest.max(took);
        if reply.status != 503 || took > TOLD {
            return Err(format!(
                "without its database the board answers {} after {:.1} s",
                reply.status,
                took.as_secs_f32()
            )
            .into());
        }
        if !reply.body.contains("Foothold cannot reach its database") {
            return Err("the page does not say what is wrong".into());
        }
    }
    proxy.set(Wire::Whole);
    let healthy = until(HEALED, "healthy again", || reader.get("/health").is_ok_and(|reply| reply.status == 200))?;
    let pages = until(HEALED, "pages again", || reader.get(BOARD).is_ok_and(|reply| reply.status == 200))?;
    sleep(Duration::from_millis(500));
    Ok((slowest, healthy, healthy + pages))
}
