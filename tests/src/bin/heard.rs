//! Writes the spreadsheets of a council that listens into a folder, to try the import by hand or to measure it:
//! `cargo run -p tests --bin heard -- FOLDER [DAY]`.
use chrono::{NaiveDate, Utc};
use std::{env, fs, path::Path, process::ExitCode};
use tests::Heard;

fn main() -> ExitCode {
    let mut given = env::args().skip(1);
    let Some(folder) = given.next() else {
        eprintln!("Name the folder to write into, and perhaps the day after the last engagement: FOLDER 2026-11-24");
        return ExitCode::FAILURE;
    };
    let today = match given.next().map(|day| day.parse::<NaiveDate>()) {
        None => domain::london_day(Utc::now()),
        Some(Ok(day)) => day,
        Some(Err(error)) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    match write(Path::new(&folder), today) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{folder}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path, today: NaiveDate) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    for (name, text) in (Heard { today }).files() {
        println!("{name}: {} rows", text.lines().count() - 1);
        fs::write(folder.join(name), text)?;
    }
    Ok(())
}
