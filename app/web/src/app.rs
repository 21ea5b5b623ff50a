//! What every handler may ask for.
use crate::KeptLeadership;
use chrono::{DateTime, Utc};
use std::{net::IpAddr, sync::Arc};
use store::Store;

/// Tells the time; only the server and tests make one.
pub type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

#[derive(Clone)]
pub struct App {
    pub store: Store,
    pub clock: Clock,
    pub site: Arc<Site>,
    pub leadership: KeptLeadership,
}

/// How people reach this server.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// Without a last slash: heads the links that are copied into messages.
    pub public_url: String,
    /// Cookies only over https.
    pub is_secure: bool,
    /// Whose word counts about where a request came from.
    pub trusted_proxies: Vec<IpAddr>,
}

impl App {
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        (self.clock)()
    }
}
