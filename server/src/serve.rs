//! `foothold serve`.
use crate::{Trouble, command::Serve, demo, files, floor, listen, log, mail, now, signal};
use axum::Router;
use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};
use store::{LinkKind, Store};
use tokio::{net::TcpListener, time::sleep};
use tower_http::{CompressionLevel, compression::CompressionLayer};
use web::{App, KeptLeadership, Route, Site};

const TIDY_EVERY: Duration = Duration::from_hours(1);

pub async fn serve(settings: Serve) -> Result<(), Trouble> {
    log::start();
    if !files::publish() {
        eprintln!("The style and scripts of the pages are not built: run `cargo start` to build and serve them.");
    }
    let post_office = settings.mail.post_office()?;
    let store = settings.place.open(settings.cache_mb).await?;
    if settings.demo && store.organisations().await?.is_empty() {
        demo::fill(&store, &settings.demo_password).await?;
    }
    let stop = signal::stop()?;
    let listener = TcpListener::bind(settings.listen).await.map_err(Trouble::with(settings.listen.to_string()))?;
    let address = listener.local_addr().map_err(Trouble::with("listening"))?;
    let site = site(&settings, address)?;
    println!("Foothold is at {}", local_url(address));
    offer_set_up(&store, &site).await?;

    // Leptos spawns through whichever executor was named first; a second naming changes nothing.
    let _ = any_spawner::Executor::init_tokio();
    let sending = post_office.map(|post_office| {
        store.keep_mail();
        tokio::spawn(mail::work(store.clone(), post_office, site.public_url.clone()))
    });
    let app =
        App { store: store.clone(), clock: Arc::new(now), site: Arc::new(site), leadership: KeptLeadership::default() };
    let more = settings.floor.as_deref().map(floor::routes).transpose()?.unwrap_or_default();
    let (router, _) = service(app, more);
    let tidying = tokio::spawn(tidy(store.clone()));
    listen::listen(listener, router, stop).await;
    tidying.abort();
    if let Some(sending) = sending {
        sending.abort();
    }
    store.close().await;
    Ok(())
}

/// The pages and the files that they load, packed for whoever takes them so; and the list of the pages.
pub fn service(app: App, more: Router<App>) -> (Router, Vec<Route>) {
    let (router, routes) = web::service_with(app, files::routes().merge(more));
    (router.layer(CompressionLayer::new().quality(CompressionLevel::Fastest)), routes)
}

/// While there is no organisation, whoever reads this output may make the first.
async fn offer_set_up(store: &Store, site: &Site) -> Result<(), Trouble> {
    if !store.organisations().await?.is_empty() {
        return Ok(());
    }
    let token = store.make_link(LinkKind::Setup, None, None, None, now()).await?;
    println!("Set up the first organisation at {}/setup?link={}", site.public_url, token.expose());
    println!("This link works once, within 24 hours; starting again makes another.");
    Ok(())
}

/// What has run out goes, hour by hour.
async fn tidy(store: Store) {
    loop {
        match store.tidy(now()).await {
            Ok(gone) => tracing::debug!(gone, "tidied"),
            Err(error) => tracing::warn!(%error, "could not tidy"),
        }
        sleep(TIDY_EVERY).await;
    }
}

fn site(settings: &Serve, address: SocketAddr) -> Result<Site, Trouble> {
    let public_url = match &settings.public_url {
        Some(url) => public(url)?,
        None => local_url(address),
    };
    let is_secure = public_url.starts_with("https://");
    Ok(Site { public_url, is_secure, trusted_proxies: settings.trusted_proxy.clone() })
}

pub fn public(url: &str) -> Result<String, Trouble> {
    let is_address =
        url::Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.path() == "/");
    if is_address {
        return Ok(url.trim_end_matches('/').into());
    }
    Err(Trouble::Refused(format!("{url} is not an address as https://innovation.example.gov.uk, without a path.")))
}

/// An address to open on this machine, even when it listens on all of its addresses.
fn local_url(address: SocketAddr) -> String {
    let here = if address.ip().is_unspecified() { IpAddr::V4(Ipv4Addr::LOCALHOST) } else { address.ip() };
    format!("http://{}", SocketAddr::new(here, address.port()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_public_address_has_no_path_and_no_last_slash() {
        assert_eq!(public("https://foothold.example/").unwrap(), "https://foothold.example");
        assert_eq!(public("http://localhost:8080").unwrap(), "http://localhost:8080");
        for wrong in ["foothold.example", "ftp://foothold.example", "https://example.org/foothold", ""] {
            assert!(public(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_address_to_open_is_named_even_when_all_are_listened_on() {
        assert_eq!(local_url("0.0.0.0:80".parse().unwrap()), "http://127.0.0.1:80");
        assert_eq!(local_url("[::1]:81".parse().unwrap()), "http://[::1]:81");
    }
}
