//! Another organisation on the same server.
use crate::{Trouble, command::Organisation, now, serve::public};
use store::LinkKind;

/// A link made before and not used stops working.
pub async fn offer(wanted: &Organisation) -> Result<(), Trouble> {
    let url = public(&wanted.public_url)?;
    wanted.place.existing()?;
    let store = wanted.place.open(0).await?;
    let made = store.make_link(LinkKind::Setup, None, None, None, now()).await;
    store.close().await;
    println!("Set up another organisation at {url}/setup?link={}", made?.expose());
    println!(
        "This link works once, within 24 hours; the same command makes another. Who has an account signs in first."
    );
    Ok(())
}
