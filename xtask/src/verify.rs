//! The named checks, in the order in which a fault costs least to find.
use crate::{
    Done,
    browser::Browser,
    budget,
    command::{cargo, run, stop_in_order},
    compile::{self, Compiled},
    debian, deny, drill,
    postgres::Postgres,
    site, versions,
};
use std::{
    cell::OnceCell,
    time::{Duration, Instant},
};

/// The rules for libraries, which know no clock, chance or environment.
const PURE: &str = "xtask/pure";

/// The tests of what is kept.
const KEEPING: [&str; 2] = ["restore", "upgrade"];

type Check = fn(&Bench) -> Done;

const PARTS: [(&str, Check); 12] = [
    ("format", format),
    ("clippy", clippy),
    ("deny", |_| deny::check()),
    ("versions", |_| versions::check()),
    ("docs", docs),
    ("unit", unit),
    ("store", store),
    ("http", http),
    ("budget", size),
    ("browser", browser),
    ("restore", restore),
    ("drill", |bench| drill::quick(bench.compiled()?)),
];

/// Runs the parts named, or all. The last line printed is the count that a reader of the log looks for.
pub fn verify(names: &[String]) -> Done {
    let parts = chosen(names)?;
    stop_in_order()?;
    let bench = Bench::default();
    let mut times = vec![];
    let mut fault = None;
    for (name, check) in parts {
        if name == "restore" && bench.is_without(name) {
            println!("\n=== {name}: package tests has no such test");
            continue;
        }
        println!("\n=== {name}");
        let started = Instant::now();
        fault = check(&bench).err().map(|error| format!("{name} failed: {error}"));
        times.push((name, started.elapsed()));
        if fault.is_some() {
            break;
        }
    }
    drop(bench);
    println!("\n{}\n", table(&times));
    let failed = usize::from(fault.is_some());
    if let Some(fault) = &fault {
        println!("{fault}\n");
    }
    println!("{}", closing(times.len() - failed, failed));
    // Everything has been said above.
    fault.map_or(Ok(()), |_| std::process::exit(1))
}

/// What several parts need, made by the first of them.
#[derive(Default)]
struct Bench {
    compiled: OnceCell<Compiled>,
    postgres: OnceCell<Postgres>,
}

impl Bench {
    /// The site first, because a server without it draws no page.
    fn compiled(&self) -> Done<&Compiled> {
        made(&self.compiled, || {
            site::build(site::Kind::Release)?;
            Compiled::new()
        })
    }

    fn postgres(&self) -> Done<&Postgres> {
        made(&self.postgres, Postgres::start)
    }

    /// Whether everything compiles and package `tests` has no test of that name.
    fn is_without(&self, test: &str) -> bool {
        self.compiled().is_ok_and(|compiled| !compiled.has("tests", test))
    }

    fn test_on_both(&self, chosen: impl Fn(&str, &str) -> bool) -> Done {
        let compiled = self.compiled()?;
        let url = self.postgres()?.url("postgres");
        compiled.test(chosen, &[("FOOTHOLD_TEST_POSTGRES", &url)])
    }
}

fn made<T>(cell: &OnceCell<T>, make: impl FnOnce() -> Done<T>) -> Done<&T> {
    if let Some(value) = cell.get() {
        return Ok(value);
    }
    let value = make()?;
    Ok(cell.get_or_init(|| value))
}

fn format(_: &Bench) -> Done {
    debian::need_component("fmt", "rustfmt")?;
    run(cargo().args(["fmt", "--all", "--check"]))
}

fn clippy(_: &Bench) -> Done {
    debian::need_component("clippy", "clippy")?;
    debian::need_wasm_target(site::TARGET)?;
    let packages = compile::packages()?;
    let browser = ["--package", "islands", "--features", "hydrate"];
    let strict = ["--", "-D", "warnings"];
    let lint = || {
        let mut command = cargo();
        command.args(["clippy", "--quiet"]);
        command
    };
    run(lint().args(compile::named(&packages)).arg("--all-targets").args(strict))?;
    run(lint().args(["--package", "domain", "--lib"]).args(strict).env("CLIPPY_CONF_DIR", PURE))?;
    run(lint().args(browser).args(["--target", site::TARGET]).args(strict))?;
    run(lint().args(["--package", "xtask", "--all-targets"]).args(strict))
}

fn docs(_: &Bench) -> Done {
    run(cargo()
        .args(["doc", "--quiet", "--no-deps"])
        .args(compile::named(&compile::packages()?))
        .env("RUSTDOCFLAGS", "-D warnings"))
}

/// What needs neither a database server nor a browser, the examples in the documentation among it.
fn unit(bench: &Bench) -> Done {
    bench.compiled()?.test(|package, _| !matches!(package, "store" | "scene" | "tests"), &[])?;
    run(cargo().args(["test", "--quiet", "--package", "xtask"]))?;
    run(cargo().args(["test", "--quiet", "--doc"]).args(compile::named(&compile::packages()?)))
}

fn store(bench: &Bench) -> Done {
    bench.test_on_both(|package, _| matches!(package, "store" | "scene"))
}

fn http(bench: &Bench) -> Done {
    bench.test_on_both(|package, target| package == "tests" && !KEEPING.contains(&target))
}

fn size(_: &Bench) -> Done {
    site::build(site::Kind::Release)?;
    budget::check()
}

fn browser(bench: &Bench) -> Done {
    let compiled = bench.compiled()?;
    let browser = Browser::ready()?;
    browser.on_sqlite(compiled)?;
    browser.on_postgres(compiled, bench.postgres()?)
}

/// A backup taken, and an empty place filled from it; databases of every release before.
fn restore(bench: &Bench) -> Done {
    bench.test_on_both(|package, target| package == "tests" && KEEPING.contains(&target))
}

fn chosen(names: &[String]) -> Done<Vec<(&'static str, Check)>> {
    if let Some(unknown) = names.iter().find(|name| PARTS.iter().all(|(part, _)| part != name)) {
        let parts: Vec<_> = PARTS.iter().map(|(part, _)| *part).collect();
        return Err(format!("no part is called {unknown}. The parts: {}", parts.join(" ")).into());
    }
    Ok(PARTS.into_iter().filter(|(part, _)| names.is_empty() || names.iter().any(|name| name == part)).collect())
}

fn table(times: &[(&str, Duration)]) -> String {
    let line = |(name, time): (&str, Duration)| format!("{name:<10}{:>8.1} s", time.as_secs_f64());
    let total = ("together", times.iter().map(|(_, time)| time).sum());
    let lines: Vec<_> = times.iter().copied().chain([total]).map(line).collect();
    lines.join("\n")
}

fn closing(passed: usize, failed: usize) -> String {
    format!("{passed} passed, {failed} failed")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn parts_run_in_their_own_order_whatever_order_they_are_named_in() {
        let chosen = chosen(&names(&["store", "format"])).unwrap();
        assert_eq!(chosen.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["format", "store"]);
    }

    #[test]
    fn without_names_every_part_runs() {
        assert_eq!(chosen(&[]).unwrap().len(), PARTS.len());
    }

    #[test]
    fn an_unknown_part_is_answered_with_the_list() {
        let refused = chosen(&names(&["stroe"])).unwrap_err().to_string();
        assert!(refused.contains("stroe") && refused.contains("format clippy deny"));
    }

    #[test]
    fn the_closing_line_has_the_form_that_log_readers_expect() {
        assert_eq!(closing(11, 0), "11 passed, 0 failed");
    }

    #[test]
    fn the_table_ends_with_the_sum() {
        let times = [("format", Duration::from_millis(1500)), ("clippy", Duration::from_mins(1))];
        assert!(table(&times).ends_with("together      61.5 s"));
    }
}
