//! PostgreSQL is restarted, in order and not, while people write.
use super::{
    Ground, Shown,
    place::{BOARD, Engine, Place, Writer, accounted, until, while_writing, with_log},
};
use crate::Done;
use std::{thread::sleep, time::Duration};

/// After PostgreSQL takes connections again.
const HEALED: Duration = Duration::from_secs(5);

pub fn drill(ground: &Ground) -> Done<Vec<Shown>> {
    ["fast", "immediate"].into_iter().map(|mode| one(ground, mode)).collect()
}

fn one(ground: &Ground, mode: &str) -> Done<Shown> {
    let place = Place::new(ground, Engine::Postgres)?;
    let before = place.checked()?;
    let server = place.serve()?;
    let mut writers = Writer::four(&server.url)?;
    let reader = writers[0].browser.clone();
    let healed = while_writing(&mut writers, || {
        sleep(Duration::from_secs(1));
        ground.postgres.restart(mode)?;
        let healed = until(HEALED, "pages again", || reader.get(BOARD).is_ok_and(|reply| reply.status == 200))?;
        sleep(Duration::from_secs(1));
        Done::Ok(healed)
    })
    .map_err(|error| with_log(&place, error))?;
    let saved = accounted(&place, before, &mut writers).map_err(|error| with_log(&place, error))?;
    let what = format!(
        "restarted ({mode}) under load: pages {:.1} s after, without a restart of Foothold; {saved} saves all there",
        healed.as_secs_f32()
    );
    Ok(Shown { engine: Engine::Postgres.label(), what })
}
