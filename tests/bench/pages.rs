//! Which pages are measured, and how: page and floor by turns, so that whatever else the machine does meets both.
use crate::{
    Done,
    fill::Filled,
    load::{Client, Measured, load},
    posts,
    program::Program,
    table::{Row, aim, heading},
};
use axum::http::{HeaderMap, StatusCode};
use std::{fs, path::Path, time::Duration};
use tests::Answer;

struct Page {
    name: &'static str,
    path: &'static str,
    /// The least share of the floor that is wanted, in per cent.
    aim: Option<f64>,
}

const fn page(name: &'static str, path: &'static str, aim: Option<f64>) -> Page {
    Page { name, path, aim }
}

/// To measure another page, add a line.
const PAGES: [Page; 16] = [
    page("board of 24 cards", "/small/board", Some(25.0)),
    page("board of 200 cards", "/middle/board", None),
    page("board of 1,000 cards", "/large/board", Some(15.0)),
    page("innovation, among 1,000", "/large/innovations/24", None),
    page("update form, among 1,000", "/large/innovations/24/updates/new", None),
    page("risks of an innovation", "/large/innovations/24/risks", None),
    page("my work, of 1,000", "/large", None),
    page("roadmap: 200 with 2,000 milestones", "/plenty/roadmap", None),
    page("register of 3,000 risks", "/plenty/risks", None),
    page("update form with 30 changes", "/plenty/innovations/3/updates/new", None),
    page("who is heard, of 5,000 engagements", "/heard/coverage", None),
    page("scale-up: 250 in 5,000 places", "/spread/scale-up", None),
    page("scale-up of one in 20 places", "/spread/innovations/8/scale-up", None),
    page("ten actions, of 250 in 5,000 places", "/spread/actions", None),
    page("board of 250 cards in 5,000 places", "/spread/board", None),
    page("flow of 2,000 pieces of work", "/plenty/innovations/2/flow", None),
];

const TURNS: usize = 3;
const TURN: Duration = Duration::from_secs(1);
const WARM_UP: Duration = Duration::from_millis(500);
const STARTS: usize = 5;

/// Aims, in milliseconds and megabytes.
const START: f64 = 200.0;
const MEMORY: f64 = 60.0;

pub fn measure(binary: &Path, place: &Path, filled: &Filled) -> Done {
    let folder = place.join("floor");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("nothing"), "")?;
    let bytes = keep_pages(binary, place, filled, &folder)?;
    let program = Program::start(binary, place, Some(&folder))?;
    println!("{}", heading());
    for (index, (page, bytes)) in PAGES.iter().zip(bytes).enumerate() {
        let request = get(page.path, &filled.token, "");
        let (mut found, floor) = by_turns(&program, &request, 200, &format!("/floor/{index}"))?;
        let row = Row { name: page.name, bytes, megabytes: program.memory()?, aim: page.aim };
        println!("{}", row.line(&mut found, Some(&floor)));
    }
    unchanged(&program, filled)?;
    posts::measure(&program, filled)?;
    drop(program);
    start_to_listening(binary, place)
}

/// The pages as files, for the floor. Their lengths.
fn keep_pages(binary: &Path, place: &Path, filled: &Filled, folder: &Path) -> Done<Vec<usize>> {
    let program = Program::start(binary, place, None)?;
    let mut client = Client::new(program.address)?;
    let mut lengths = vec![];
    for (index, page) in PAGES.iter().enumerate() {
        let reply = client.ask(&get(page.path, &filled.token, ""))?;
        if reply.status() != 200 {
            return Err(format!("{}: {}", page.path, reply.head).into());
        }
        fs::write(folder.join(index.to_string()), reply.body)?;
        lengths.push(reply.body.len());
    }
    Ok(lengths)
}

fn by_turns(program: &Program, request: &[u8], status: u16, floor: &str) -> Done<(Measured, Measured)> {
    let plain = get(floor, "", "");
    let (mut found, mut least) = (Measured::default(), Measured::default());
    load(program.address, request, status, WARM_UP)?;
    load(program.address, &plain, 200, WARM_UP)?;
    for _ in 0..TURNS {
        found.add(load(program.address, request, status, TURN)?);
        least.add(load(program.address, &plain, 200, TURN)?);
    }
    Ok((found, least))
}

/// What a browser holds and asks for again: the answer is that nothing has changed. Its floor is an empty file.
fn unchanged(program: &Program, filled: &Filled) -> Done {
    let path = "/large/board";
    let mut client = Client::new(program.address)?;
    let reply = client.ask(&get(path, &filled.token, ""))?;
    let tag = reply.header("etag").ok_or("the board has no tag")?;
    let request = get(path, &filled.token, &format!("if-none-match: {tag}\r\n"));
    let (mut found, floor) = by_turns(program, &request, 304, "/floor/nothing")?;
    let row = Row { name: "board of 1,000 cards, unchanged (304)", bytes: 0, megabytes: program.memory()?, aim: None };
    println!("{}", row.line(&mut found, Some(&floor)));
    Ok(())
}

fn start_to_listening(binary: &Path, place: &Path) -> Done {
    let mut times = vec![];
    for _ in 0..STARTS {
        times.push(Program::start(binary, place, None)?.started_in);
    }
    times.sort_unstable();
    let middle = times[STARTS / 2].as_secs_f64() * 1000.0;
    println!("start to listening, middle of {STARTS}: {}", aim(middle, START, middle < START, "ms"));
    Ok(())
}

/// After every page has been asked for by several at once; then with a past day beside.
pub fn measure_memory(binary: &Path, place: &Path, filled: &Filled) -> Done {
    let program = Program::start(binary, place, None)?;
    let empty = program.memory()?;
    let ask = |path| load(program.address, &get(&format!("/council{path}"), &filled.token, ""), 200, WARM_UP);
    for path in ["", "/board", "/innovations/24", "/innovations/24/updates/new"] {
        ask(path)?;
    }
    let full = f64::from(program.memory()?);
    ask("/board?as-at=2026-03-31")?;
    let what = "memory with 50 innovations and five years of history";
    println!("{what}: {}", aim(full, MEMORY, full < MEMORY, "MB"));
    println!("  {empty:.1} MB before anything was asked for, {:.1} MB with a past day beside", program.memory()?);
    Ok(())
}

pub fn get(path: &str, token: &str, more: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: bench\r\ncookie: session={token}\r\n{more}\r\n").into_bytes()
}

pub fn sent(path: &str, token: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    let kind = "application/x-www-form-urlencoded";
    format!(
        "POST {path} HTTP/1.1\r\nhost: bench\r\ncookie: session={token}\r\nsec-fetch-site: same-origin\r\n\
         content-type: {kind}\r\ncontent-length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}

/// The form of the page with these answers, as a browser would send it.
pub fn filled_in(page: &[u8], answers: &[(&str, &str)]) -> String {
    let form = answer(page).form(answers);
    form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish()
}

pub fn answer(page: &[u8]) -> Answer {
    let body = String::from_utf8_lossy(page).into_owned();
    Answer { status: StatusCode::OK, headers: HeaderMap::new(), body }
}
