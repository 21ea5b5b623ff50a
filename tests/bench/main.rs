//! How fast the program answers, each page beside the same bytes as a file from the same server, measured in turn.
//! Ratios are what counts: the numbers are those of the machine. `cargo bench-web` builds the program and runs this.
mod fill;
mod load;
mod pages;
mod posts;
mod program;
mod table;

use std::{env, path::PathBuf, process::ExitCode};

type Done<T = ()> = Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> ExitCode {
    let Some(binary) = env::var_os("FOOTHOLD_BIN").map(PathBuf::from) else {
        eprintln!("FOOTHOLD_BIN names the program to measure: `cargo bench-web` builds it and says so.");
        return ExitCode::FAILURE;
    };
    match measure(binary).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn measure(binary: PathBuf) -> Done {
    let folder = tempfile::Builder::new().prefix("foothold-bench-").tempdir()?;
    let place = folder.path().join("many");
    println!("filling a database with {} innovations and what happened to them", fill::LARGE);
    let filled = fill::many(&place).await?;
    println!("{filled}\n");
    pages::measure(&binary, &place, &filled)?;
    let place = folder.path().join("council");
    let filled = fill::council(&place).await?;
    println!("\n{filled}");
    pages::measure_memory(&binary, &place, &filled)
}
