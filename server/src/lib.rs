//! What runs: settings, HTTP, files, the command line. Only here are the clock and the environment read.
mod account;
pub mod backup;
pub mod check;
mod command;
mod demo;
mod files;
mod floor;
mod import;
mod listen;
mod log;
pub mod mail;
mod organisation;
mod place;
mod serve;
mod signal;
mod trouble;

pub use files::publish;
pub use serve::service;
pub use trouble::Trouble;

use chrono::{DateTime, Utc};
use clap::Parser;
use command::{Action, Command};
use std::process::ExitCode;

/// Does what the command line asks for. What went wrong is printed.
#[must_use]
pub fn run() -> ExitCode {
    let command = Command::parse();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return Trouble::Machine { what: "starting".into(), error }.tell(),
    };
    match runtime.block_on(act(command.action)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => trouble.tell(),
    }
}

async fn act(action: Action) -> Result<(), Trouble> {
    signal::survive_full_disk()?;
    match action {
        Action::Serve(settings) => serve::serve(settings).await,
        Action::Demo(settings) => demo::make(settings).await,
        Action::Import(wanted) => import::import(&wanted).await,
        Action::Organisation(wanted) => organisation::offer(&wanted).await,
        Action::Account(wanted) => account::change(&wanted).await,
        Action::Backup { file, place } => backup::take_told(&place, &file).await,
        Action::Restore { file, place } => backup::restore_told(&place, &file).await,
        Action::Check { place } => check::check_told(&place).await,
    }
}

fn now() -> DateTime<Utc> {
    Utc::now()
}
