//! What it is for, who stands behind it, and what it costs.
use crate::{here::Here, innovation::why_parts, ui::words::date, update::computed::computed_panel};
use domain::{Innovation, PostKind, Visibility};
use leptos::prelude::*;

pub fn aside(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    view! {
        <aside class="stack" aria-label="Summary">
            {computed_panel(here, innovation).into_any()}
            {why(here, innovation).into_any()}
            {people(here, innovation).into_any()}
            {money(here, innovation).into_any()}
            {about(here, innovation).into_any()}
        </aside>
    }
}

fn section<V: IntoView + 'static>(id: &'static str, title: &'static str, content: V) -> impl IntoView + use<V> {
    view! { <section class="panel" aria-labelledby=id><h2 id=id>{title}</h2>{content}</section> }
}

fn why(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    let content = match why_parts(&innovation.why) {
        None => view! { <p class="s quiet">"Nobody has written down yet why this is done."</p> }.into_any(),
        Some(parts) => parts.into_any(),
    };
    let address = here.link(&format!("innovations/{}/why", innovation.number));
    section("why", "Why", view! { {content} <p class="s mt"><a href=address>"Who has been told why"</a></p> })
}

fn people(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    let rows = PostKind::ALL.iter().filter_map(|kind| {
        let held = innovation.holders(*kind, here.today).filter_map(|id| here.seen().membership(id));
        let names: Vec<_> = held.map(|one| one.name.to_string()).collect();
        let wanted = matches!(kind, PostKind::Lead | PostKind::Sponsor);
        let names = if names.is_empty() && wanted { "Vacant".into() } else { names.join(", ") };
        let vacant = names == "Vacant";
        (!names.is_empty()).then(|| view! { <dt>{kind.label()}</dt><dd class:late=vacant>{names}</dd> })
    });
    let address = here.link(&format!("innovations/{}/hand-over", innovation.number));
    let sheet = view! { <p class="s mt"><a href=address>"Handover sheet"</a></p> };
    section("people", "People", view! { <dl class="dl">{rows.collect_view()}</dl> {sheet} })
}

fn money(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    let money = here.seen().money(innovation.id);
    let amount = |pence: Option<domain::Pence>| pence.map_or("–".into(), |pence| pence.to_string());
    let cliff = money.cliff_on.map(|day| view! { <dt>"Outside money ends"</dt><dd class="late">{date(day)}</dd> });
    let address = here.link(&format!("innovations/{}/money", innovation.number));
    section(
        "money",
        "Money",
        view! {
            <dl class="dl">
                <dt>"Approved"</dt><dd>{amount(money.approved)}</dd>
                <dt>"Forecast"</dt><dd>{amount(money.forecast)}</dd>
                {cliff}
            </dl>
            <p class="s mt"><a href=address>"All money"</a></p>
        },
    )
}

fn about(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    let area =
        innovation.priority_area.and_then(|area| here.seen().priority_area(area)).map(|area| area.title.to_string());
    let councils: Vec<_> =
        innovation.councils.iter().filter_map(|id| here.seen().council(*id)).map(|one| one.name.to_string()).collect();
    let rows = [
        ("Priority area", area),
        ("Priority", innovation.is_priority.then(|| "Yes".into())),
        ("Service", innovation.service.as_ref().map(ToString::to_string)),
        ("Tracked by", Some(innovation.tracking.label().into())),
        ("Councils", (!councils.is_empty()).then(|| councils.join(", "))),
        ("Seen by", (innovation.visible_to != Visibility::Organisation).then(|| innovation.visible_to.label().into())),
        ("Reference", innovation.external_ref.as_ref().map(ToString::to_string)),
    ];
    let rows =
        rows.into_iter().filter_map(|(title, text)| Some(view! { <dt>{title}</dt><dd>{text?}</dd> })).collect_view();
    let links = innovation.links.iter().map(|link| {
        let (address, title) = (link.address.to_string(), link.title.to_string());
        view! { <li><a href=address rel="noreferrer">{title}</a></li> }
    });
    let links = (!innovation.links.is_empty())
        .then(|| view! { <h3 class="s mt">"Documents"</h3><ul class="s">{links.collect_view()}</ul> });
    section("about", "About", view! { <dl class="dl">{rows}</dl> {links} })
}
