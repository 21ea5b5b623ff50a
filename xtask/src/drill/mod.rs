//! Faults brought about on purpose, from outside: what was acknowledged is there, trouble is told, and it passes.
mod browser;
mod cut;
mod disk;
mod kill;
mod place;
mod proxy;
mod restart;
mod slow;

use crate::{
    Done,
    command::{is_stopped, stop_in_order},
    compile::Compiled,
    postgres::Postgres,
    site,
};
use std::{
    env,
    path::Path,
    time::{Duration, Instant},
};

/// What every drill is given.
pub struct Ground<'a> {
    pub binary: &'a Path,
    /// Keeps what it was told, whatever happens to it.
    pub postgres: &'a Postgres,
    pub rounds: usize,
}

/// One line of the table.
pub struct Shown {
    pub engine: &'static str,
    pub what: String,
}

type Drill = fn(&Ground) -> Done<Vec<Shown>>;

const DRILLS: [(&str, Drill); 5] = [
    ("kill", kill::drill),
    ("cut", cut::drill),
    ("disk", disk::drill),
    ("restart", restart::drill),
    ("slow", slow::drill),
];
/// Rounds of `kill` on each engine: by the command, and by `cargo verify`.
const ROUNDS: usize = 200;
const FEW_ROUNDS: usize = 4;

pub fn drill(words: &[String]) -> Done {
    let (names, rounds) = asked(words)?;
    stop_in_order()?;
    // A program that is there already, such as the release.
    if let Some(binary) = env::var_os("FOOTHOLD_BIN") {
        return run(&names, Path::new(&binary), rounds);
    }
    site::build(site::Kind::Release)?;
    run(&names, Compiled::new()?.binary("foothold")?, rounds)
}

/// All of them, with few rounds.
pub fn quick(compiled: &Compiled) -> Done {
    run(&[], compiled.binary("foothold")?, FEW_ROUNDS)
}

fn run(names: &[String], binary: &Path, rounds: usize) -> Done {
    let postgres = Postgres::start_safe()?;
    let binary = &binary.canonicalize()?;
    let ground = Ground { binary, postgres: &postgres, rounds };
    let mut lines = vec![];
    for (name, drill) in DRILLS.iter().filter(|(name, _)| names.is_empty() || names.iter().any(|asked| asked == name)) {
        println!("\n{name} …");
        let started = Instant::now();
        let shown = drill(&ground).map_err(|error| format!("drill {name} failed: {error}"))?;
        lines.extend(shown.into_iter().map(|shown| line(name, &shown, started.elapsed())));
        if is_stopped() {
            return Err("stopped".into());
        }
    }
    println!("\n{}", lines.join("\n"));
    Ok(())
}

fn line(name: &str, Shown { engine, what }: &Shown, took: Duration) -> String {
    format!("{name:<8} {engine:<11} {:>6.1} s  {what}", took.as_secs_f64())
}

fn asked(words: &[String]) -> Done<(Vec<String>, usize)> {
    let (mut names, mut rounds, mut words) = (vec![], ROUNDS, words.iter());
    while let Some(word) = words.next() {
        if word == "--rounds" {
            rounds = words.next().and_then(|number| number.parse().ok()).ok_or("--rounds wants a number")?;
        } else if DRILLS.iter().any(|(name, _)| name == word) {
            names.push(word.clone());
        } else {
            let all: Vec<_> = DRILLS.iter().map(|(name, _)| *name).collect();
            return Err(format!("no drill is called {word}. The drills: {}", all.join(" ")).into());
        }
    }
    Ok((names, rounds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_rounds_are_read_in_any_order() {
        let words: Vec<_> = ["cut", "--rounds", "7", "kill"].map(String::from).into();
        assert_eq!(asked(&words).unwrap(), (vec!["cut".into(), "kill".into()], 7));
        assert!(asked(&["kil".into()]).unwrap_err().to_string().contains("kill cut disk"));
        assert_eq!(asked(&[]).unwrap(), (vec![], ROUNDS));
    }
}
