//! The server is killed while people write: what they were told is saved is saved.
use super::{
    Ground, Shown,
    place::{Engine, Place, Writer, accounted, while_writing, with_log},
};
use crate::{Done, command::is_stopped};
use std::{thread::sleep, time::Duration};

/// A database grows with each round, and with it what a round costs.
const ROUNDS_ON_ONE: usize = 20;

pub fn drill(ground: &Ground) -> Done<Vec<Shown>> {
    Engine::BOTH.into_iter().map(|engine| on(ground, engine)).collect()
}

fn on(ground: &Ground, engine: Engine) -> Done<Shown> {
    let (mut saved, mut cut, mut round) = (0, 0, 0);
    while round < ground.rounds && !is_stopped() {
        let place = Place::new(ground, engine)?;
        for _ in 0..ROUNDS_ON_ONE.min(ground.rounds - round) {
            let (more, unanswered) = one(&place, round).map_err(|error| with_log(&place, error))?;
            saved += more;
            cut += unanswered;
            round += 1;
        }
    }
    let what = format!(
        "killed {round} times: {saved} acknowledged saves are all there; {cut} without an answer counted once when sent again"
    );
    Ok(Shown { engine: engine.label(), what })
}

fn one(place: &Place, round: usize) -> Done<(usize, usize)> {
    let before = place.checked()?;
    let server = place.serve()?;
    let mut writers = Writer::four(&server.url)?;
    for writer in &mut writers {
        writer.in_round(round);
    }
    // From before the first answer to amid many.
    let busy = Duration::from_millis(30 + (round as u64 * 7919) % 600);
    while_writing(&mut writers, || {
        sleep(busy);
        server.kill()
    })?;
    let cut = writers.iter().filter(|writer| writer.unanswered.is_some()).count();
    let again = place.serve()?;
    for writer in &mut writers {
        // The cookie of before still lets them in.
        writer.browser.move_to(&again.url)?;
    }
    Ok((accounted(place, before, &mut writers)?, cut))
}
