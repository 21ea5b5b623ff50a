//! Who is here, in what place, and what happened to their places and accounts.
mod account;
mod change;
mod end;
mod fields;
mod invite;
mod link;
mod list;
mod log;

use crate::{
    account::address_of,
    here::{Here, Now},
    http::Caller,
    route::{Routes, Who},
};
use domain::{Act, PersonId};
use store::{EventKind, NewEvent};

pub fn routes(routes: Routes) -> Routes {
    let manage = Who::May(Act::ManagePeople);
    routes
        .get("/{organisation}/people", Who::Member, list::show)
        .get("/{organisation}/people/invite", manage, invite::show)
        .post(
            "/{organisation}/people/invite",
            manage,
            "email=sam%40example.org&name=Sam+Field&role=viewer&side=neither&band=frontline&from_on=2026-11-24",
            invite::submit,
        )
        .get("/{organisation}/people/{membership}", manage, change::show)
        .post(
            "/{organisation}/people/{membership}",
            manage,
            "role=viewer&side=neither&band=frontline&from_on=2026-11-24",
            change::submit,
        )
        .get("/{organisation}/people/{membership}/end", manage, end::show)
        .post("/{organisation}/people/{membership}/end", manage, "to_on=2026-11-30", end::submit)
        .get("/{organisation}/people/{membership}/reset", manage, link::show)
        .post("/{organisation}/people/{membership}/reset", manage, "", link::submit)
        .get("/{organisation}/people/{membership}/disable", manage, account::show_disable)
        .post("/{organisation}/people/{membership}/disable", manage, "", account::disable)
        .get("/{organisation}/people/{membership}/enable", manage, account::show_enable)
        .post("/{organisation}/people/{membership}/enable", manage, "", account::enable)
        .get("/{organisation}/log", manage, log::show)
}

/// "People", the page above all of these.
fn above(here: &Here) -> Vec<(String, String)> {
    vec![("People".into(), here.link("people"))]
}

/// Tells the person's sessions to take new tokens, and writes down what was done.
async fn noted(
    now: &Now,
    caller: &Caller,
    kind: EventKind,
    person: PersonId,
    detail: &str,
) -> Result<(), store::Error> {
    now.store().rights_changed(person).await?;
    let event = NewEvent::new(kind, person)
        .within(now.reach().portfolio().id)
        .by(now.session.person)
        .from(address_of(caller))
        .with(detail);
    now.store().log_event(&event, now.now).await
}
