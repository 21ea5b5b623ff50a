//! The command line.
use crate::{mail::MailSettings, place::Place};
use clap::{Args, Parser, Subcommand};
use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};

/// Foothold shows a council what it is trying out, what came of it, and what to decide next.
#[derive(Parser)]
#[command(name = "foothold", version, arg_required_else_help = true)]
#[command(
    after_help = "Every setting can also be given as an environment variable, named in the help of its command. \
    With no setting at all, `foothold serve` keeps everything in the folder `data` and listens on 127.0.0.1:8080."
)]
pub struct Command {
    #[command(subcommand)]
    pub action: Action,
}

#[derive(Subcommand)]
pub enum Action {
    /// Serve the pages.
    ///
    /// Prints the address when it listens and, while there is no organisation yet, a link to set up the first one.
    /// Writes one JSON line for each request to standard error. Stops in order on Ctrl-C and SIGTERM.
    Serve(Serve),
    /// Fill an empty database with a demonstration portfolio.
    Demo(Demo),
    /// Bring a spreadsheet (CSV or XLSX) into an organisation's portfolio.
    ///
    /// The same import as on the page: all good rows come in as one, which can be undone there. Rows with problems are
    /// listed and left out; then it ends with 1.
    Import(Import),
    /// Print a one-time link with which another organisation is set up, while the server runs.
    Organisation(Organisation),
    /// Close somebody's account everywhere, or open it again.
    #[command(subcommand)]
    Account(Account),
    /// Write everything into one file, while the server runs.
    ///
    /// The file is a gzipped tar of a manifest and the database as it stood at one moment. It holds personal data and
    /// the hashes of passwords: keep it as safe as the database. PostgreSQL needs `pg_dump` on this machine.
    Backup {
        /// Where to write it; must not be there yet.
        file: PathBuf,
        #[command(flatten)]
        place: Place,
    },
    /// Fill an empty place from a backup, and check it.
    ///
    /// Refuses a place that holds anything. Checks the hashes, the file, and that every organisation's history leads to
    /// its portfolio. PostgreSQL needs `pg_restore` on this machine.
    Restore {
        /// What `foothold backup` wrote.
        file: PathBuf,
        #[command(flatten)]
        place: Place,
    },
    /// Check that every organisation's history leads to its portfolio.
    ///
    /// May be run while the server runs. Ends with 1 if something does not agree.
    Check {
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Args)]
pub struct Serve {
    #[command(flatten)]
    pub place: Place,
    /// The address and port to listen on; port 0 takes any free one.
    #[arg(long, env = "FOOTHOLD_LISTEN", value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// How people reach it, as `https://innovation.example.gov.uk`: heads the links in messages, and makes cookies
    /// secure when it begins with https [default: what it listens on].
    #[arg(long, env = "FOOTHOLD_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// How many megabytes of portfolios are kept in memory.
    #[arg(long, env = "FOOTHOLD_CACHE_MB", value_name = "MEGABYTES", default_value_t = 256)]
    pub cache_mb: usize,
    /// The addresses of proxies whose X-Forwarded-For and X-Forwarded-Proto count, separated by commas.
    #[arg(long, env = "FOOTHOLD_TRUSTED_PROXY", value_name = "ADDRESSES", value_delimiter = ',')]
    pub trusted_proxy: Vec<IpAddr>,
    #[command(flatten)]
    pub mail: MailSettings,
    /// Fill an empty database with a demonstration portfolio first.
    #[arg(long)]
    pub demo: bool,
    /// What everyone in the demonstration signs in with.
    #[arg(long, env = "FOOTHOLD_DEMO_PASSWORD", value_name = "PASSWORD", default_value = DEMO_PASSWORD)]
    pub demo_password: String,
    /// For the benchmark: also serves the files of this folder as they are now, below `/floor`.
    #[arg(long, value_name = "FOLDER", hide = true)]
    pub floor: Option<PathBuf>,
}

/// Not a secret: it is printed, and the portfolio is invented.
const DEMO_PASSWORD: &str = "turnip lorry penguin";

#[derive(Args)]
pub struct Demo {
    #[command(flatten)]
    pub place: Place,
    /// What everyone in the demonstration signs in with.
    #[arg(long, env = "FOOTHOLD_DEMO_PASSWORD", value_name = "PASSWORD", default_value = DEMO_PASSWORD)]
    pub demo_password: String,
}

#[derive(Args)]
pub struct Organisation {
    #[command(flatten)]
    pub place: Place,
    /// How people reach the server: heads the link.
    #[arg(long, env = "FOOTHOLD_PUBLIC_URL", value_name = "URL", default_value = "http://127.0.0.1:8080")]
    pub public_url: String,
}

#[derive(Subcommand)]
pub enum Account {
    /// Signs them out of every organisation at once; their links are void.
    Disable(Person),
    /// Their old password works again.
    Enable(Person),
}

#[derive(Args)]
pub struct Person {
    /// The e-mail address with which they sign in.
    pub email: String,
    #[command(flatten)]
    pub place: Place,
}

#[derive(Args)]
pub struct Import {
    /// The spreadsheet.
    pub file: PathBuf,
    #[command(flatten)]
    pub place: Place,
    /// The first part of the organisation's addresses.
    #[arg(long, value_name = "SLUG")]
    pub organisation: String,
    /// The e-mail address of the person in whose name it is brought in.
    #[arg(long = "as", value_name = "EMAIL")]
    pub by: String,
    /// What its rows are: innovations, stakeholders, engagements or sites [default: as its columns suggest].
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// The kind of groups that an engagement names and the register does not, as in "residents" [default: such rows
    /// are left out].
    #[arg(long, value_name = "KIND")]
    pub new_groups: Option<String>,
    /// The sheet of a workbook [default: the first].
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// The day that the file was true on, as 2026-03-31 [default: as a column says row by row, or today].
    #[arg(long, value_name = "DAY")]
    pub report_on: Option<String>,
    /// The stage of new innovations, by its name [default: the first].
    #[arg(long, value_name = "STAGE")]
    pub stage: Option<String>,
    /// The council that pays, by its name, in a partnership [default: amounts are left out].
    #[arg(long, value_name = "COUNCIL")]
    pub council: Option<String>,
    /// What an amount of money without a unit is in: pounds, thousands or millions [default: as the file before, or as
    /// a column's title says].
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<String>,
    /// What columns are, where they are not recognised: "Name=title,RAG=rating".
    #[arg(long, value_name = "COLUMN=FIELD", value_delimiter = ',')]
    pub columns: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_whole() {
        Command::command().debug_assert();
    }

    #[test]
    fn serving_needs_no_setting() {
        let command = Command::parse_from(["foothold", "serve"]);
        let Action::Serve(serve) = command.action else { panic!("not serve") };
        assert_eq!(serve.listen.to_string(), "127.0.0.1:8080");
        assert_eq!(serve.place.url().unwrap(), "sqlite:data/foothold.db");
    }

    #[test]
    fn several_proxies_are_separated_by_commas() {
        let command = Command::parse_from(["foothold", "serve", "--trusted-proxy", "10.0.0.1,::1"]);
        let Action::Serve(serve) = command.action else { panic!("not serve") };
        assert_eq!(serve.trusted_proxy.len(), 2);
    }
}
