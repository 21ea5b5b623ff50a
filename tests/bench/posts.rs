//! What is sent and kept, and what has to be worked out anew after it.
use crate::{
    Done,
    fill::Filled,
    load::{Client, Measured},
    pages::{answer, filled_in, get, sent},
    program::Program,
    table::{Row, aim},
};
use std::time::Instant;

const UPDATE: &str = "/large/innovations/24/updates/new";
/// Worked out anew after every change, and kept until the next.
const ACTIONS: &str = "/spread/actions";
const CHANGES_ACTIONS: &str = "/spread/innovations/24/updates/new";

const POSTS: usize = 100;
const TIMES_WORKED_OUT: usize = 15;

/// Aims, in milliseconds.
const POST: f64 = 10.0;
/// For the figures of one day; the trend needs those of two.
const COMPUTING: f64 = 30.0;

pub fn measure(program: &Program, filled: &Filled) -> Done {
    for posted in &POSTED {
        post(program, filled, posted)?;
    }
    work_out_actions(program, filled)
}

/// A form that is sent again and again, with words of its own each time.
struct Posted {
    name: &'static str,
    path: &'static str,
    /// The last one is written by number.
    answers: &'static [(&'static str, &'static str)],
    words: &'static str,
}

const POSTED: [Posted; 2] = [
    Posted {
        name: "posting an update, 1 client",
        path: UPDATE,
        answers: &[("confidence", "on-track"), ("next", "Meet again, with the nurse.")],
        words: "done",
    },
    Posted {
        name: "logging an engagement, 1 client",
        path: "/large/engagement/new?innovation=24",
        answers: &[
            ("other_1", "Residents of Mill Lane"),
            ("other_kind_1", "residents"),
            ("method", "visit"),
            ("level", "ask"),
        ],
        words: "said_1",
    },
];

/// One after the other, each kept for good before it is answered.
fn post(program: &Program, filled: &Filled, posted: &Posted) -> Done {
    let mut client = Client::new(program.address)?;
    let mut found = Measured::default();
    for number in 1..=POSTS {
        let words = format!("The group met {number} times, and nine more people came than the time before.");
        let answers: Vec<_> = posted.answers.iter().copied().chain([(posted.words, &*words)]).collect();
        let form = filled_in(client.ask(&get(posted.path, &filled.token, ""))?.body, &answers);
        let request = sent(posted.path, &filled.token, &form);
        let began = Instant::now();
        let reply = client.ask(&request)?;
        found.add_one(began.elapsed());
        if reply.status() != 303 {
            let page = answer(reply.body).text();
            return Err(format!("{}: {}\n{page}", posted.name, reply.status()).into());
        }
    }
    let row = Row { name: posted.name, bytes: 0, megabytes: program.memory()?, aim: None };
    println!("{}", row.line(&mut found, None));
    let middle = found.percentile(50);
    println!("{}, p50: {}", posted.name, aim(middle, POST, middle < POST, "ms"));
    Ok(())
}

/// What the first who asks after a change waits longer than the second: both days of the trend, and both actions.
fn work_out_actions(program: &Program, filled: &Filled) -> Done {
    let mut client = Client::new(program.address)?;
    let request = get(ACTIONS, &filled.token, "");
    let mut waits = vec![];
    for number in 1..=TIMES_WORKED_OUT {
        let done = format!("The places met {number} times.");
        let answers = [("confidence", "on-track"), ("done", &*done), ("next", "Meet again.")];
        let form = filled_in(client.ask(&get(CHANGES_ACTIONS, &filled.token, ""))?.body, &answers);
        let reply = client.ask(&sent(CHANGES_ACTIONS, &filled.token, &form))?;
        if reply.status() != 303 {
            return Err(format!("nothing was changed: {}", reply.status()).into());
        }
        let mut ask = || -> Done<f64> {
            let began = Instant::now();
            client.ask(&request)?;
            Ok(began.elapsed().as_secs_f64() * 1000.0)
        };
        let (first, second) = (ask()?, ask()?);
        waits.push(first - second);
    }
    waits.sort_unstable_by(f64::total_cmp);
    let middle = waits[waits.len() / 2];
    println!("working out the ten actions after a change, p50: {}", aim(middle, COMPUTING, middle < COMPUTING, "ms"));
    Ok(())
}
