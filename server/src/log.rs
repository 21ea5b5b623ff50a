//! The log: one JSON object a line, on standard error. JSON escapes line breaks, so nobody can write a line of their own.
use tracing_subscriber::{EnvFilter, fmt};

/// `FOOTHOLD_LOG` chooses what is told, as `info` or `debug,sqlx=info`.
pub fn start() {
    let filter = EnvFilter::try_from_env("FOOTHOLD_LOG").unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    let log = fmt().json().flatten_event(true).with_current_span(true).with_span_list(false);
    log.with_target(false).with_writer(std::io::stderr).with_env_filter(filter).init();
}
