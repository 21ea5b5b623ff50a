//! Where a request came from.
use crate::App;
use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, header, request::Parts},
};
use std::{
    convert::Infallible,
    net::{IpAddr, Ipv4Addr, SocketAddr},
};

/// Who asks: the address that counts for limits, and what the browser says it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    pub address: IpAddr,
    pub agent: String,
}

impl Caller {
    /// As the store wants it.
    #[must_use]
    pub fn client(&self) -> store::Client<'_> {
        store::Client { address: self.address, agent: &self.agent }
    }
}

impl FromRequestParts<App> for Caller {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let peer = peer(parts.extensions.get());
        let address = behind(peer, &parts.headers, &app.site.trusted_proxies);
        let agent = parts.headers.get(header::USER_AGENT).map(|agent| String::from_utf8_lossy(agent.as_bytes()));
        Ok(Self { address, agent: agent.unwrap_or_default().into_owned() })
    }
}

/// Whether a proxy that we believe says that the browser came to it without encryption.
pub(super) fn came_in_the_clear(peer: IpAddr, headers: &HeaderMap, trusted: &[IpAddr]) -> bool {
    is_trusted(peer, trusted) && headers.get("x-forwarded-proto").is_some_and(|scheme| scheme == "http")
}

/// The other end of the connection; this machine where there is none, in tests.
pub(super) fn peer(connection: Option<&ConnectInfo<SocketAddr>>) -> IpAddr {
    connection.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |ConnectInfo(socket)| socket.ip().to_canonical())
}

/// Each proxy adds the address it was asked from at the end, so the list is read from there, as far as it was
/// written by proxies that we believe; what a browser put before can say anything.
fn behind(peer: IpAddr, headers: &HeaderMap, trusted: &[IpAddr]) -> IpAddr {
    let lists: Vec<_> = headers.get_all("x-forwarded-for").iter().filter_map(|list| list.to_str().ok()).collect();
    let told = lists.iter().rev().flat_map(|list| list.rsplit(','));
    let mut address = peer;
    for one in told {
        if !is_trusted(address, trusted) {
            break;
        }
        let Ok(next) = one.trim().parse::<IpAddr>() else {
            break;
        };
        address = next.to_canonical();
    }
    address
}

fn is_trusted(address: IpAddr, trusted: &[IpAddr]) -> bool {
    trusted.iter().any(|one| one.to_canonical() == address)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(peer: &str, told: &[&str], trusted: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for list in told {
            headers.append("x-forwarded-for", list.parse().unwrap());
        }
        let trusted: Vec<IpAddr> = trusted.iter().map(|one| one.parse().unwrap()).collect();
        behind(peer.parse().unwrap(), &headers, &trusted).to_string()
    }

    #[test]
    fn a_browser_cannot_choose_its_own_address() {
        assert_eq!(asked("192.0.2.1", &["198.51.100.9"], &[]), "192.0.2.1");
        assert_eq!(asked("192.0.2.1", &["198.51.100.9"], &["10.0.0.1"]), "192.0.2.1");
        assert_eq!(asked("10.0.0.1", &["1.1.1.1, 198.51.100.9"], &["10.0.0.1"]), "198.51.100.9");
    }

    #[test]
    fn proxies_before_proxies_are_passed_over() {
        let trusted = ["10.0.0.1", "10.0.0.2"];
        assert_eq!(asked("10.0.0.1", &["198.51.100.9", "10.0.0.2"], &trusted), "198.51.100.9");
        assert_eq!(asked("10.0.0.1", &["nonsense"], &trusted), "10.0.0.1");
        assert_eq!(asked("10.0.0.1", &[], &trusted), "10.0.0.1");
    }
}
