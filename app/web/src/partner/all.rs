//! The partners of every innovation that is under way.
use super::words::{evolved, is_silent, open_to, talked};
use crate::{
    failure::Failure,
    here::Here,
    innovation_frame::named,
    listening::{PARTNERS, sections},
    update::{confidence_state, shown_state},
};
use axum::response::Response;
use domain::{PartnerShare, PartnerSight, Partnering};
use leptos::prelude::*;

pub async fn show(here: Here) -> Result<Response, Failure> {
    here.answer(|here| {
        let here = here.clone();
        Ok(here.clone().page("Partners", move || {
            let partnering = here.seen().partnering(here.today);
            view! {
                <div class="ph">
                    <div class="ph-top"><div><h1>"Partners"</h1><p class="lead">{finding(&partnering)}</p></div></div>
                </div>
                {sections(&here, PARTNERS)}
                <div class="stack stack-l">
                    {figures(&partnering).into_any()}
                    {table(&here).into_any()}
                    {without(&here, &partnering).into_any()}
                </div>
            }
        }))
    })
}

/// What matters most, in a sentence.
fn finding(partnering: &Partnering) -> String {
    let PartnerShare { credited, counted } = partnering.named();
    match counted {
        0 => "No priority innovation is under way.".into(),
        1 if credited == 1 => "The one priority innovation has a partner.".into(),
        1 => "The one priority innovation has no partner.".into(),
        _ => format!("{credited} of {counted} priority innovations have a partner."),
    }
}

fn figures(partnering: &Partnering) -> impl IntoView + use<> {
    let rows = [
        ("A real conversation in 91 days", partnering.talking(), "close partners"),
        ("Something changed because of a partner in a year", partnering.evolving(), "innovations with a partner"),
        ("Open to a partner", partnering.open(), "innovations with a partner"),
    ];
    let rows = rows.map(|(title, share, of)| view! { <dt>{title}</dt><dd>{told(share, of)}</dd> }).collect_view();
    view! {
        <section class="panel" aria-labelledby="figures">
            <h2 id="figures" class="mb">"The priority innovations"</h2>
            <dl class="dl">{rows}</dl>
            <p class="xs quiet mt">"A real conversation is an engagement in which the partner helped to draw up the options, or more. Close partners lead with us, deliver or fund. Open means that it sits on the board, reads here, or was told why in the last 60 days. That nothing is recorded does not mean that nothing happened."</p>
        </section>
    }
}

/// "2 of 3 innovations with a partner, 67%"; a share of fewer than three is not told.
fn told(share: PartnerShare, of: &str) -> String {
    let percent = share.share().map(|share| format!(", {:.0}%", share * 100.0)).unwrap_or_default();
    match share.counted {
        0 => format!("– (no {of})"),
        counted => format!("{} of {counted} {of}{percent}", share.credited),
    }
}

fn table(here: &Here) -> impl IntoView + use<> {
    let mut active: Vec<_> = here.seen().innovations().filter(|one| here.seen().kind_of(one).is_active()).collect();
    active.sort_by_key(|one| one.number);
    let sights: Vec<_> = active.into_iter().flat_map(|one| here.seen().partner_sights(one, here.today)).collect();
    let rows = sights.iter().map(|one| row(here, one)).collect_view();
    let content = if sights.is_empty() {
        view! { <p class="empty">"A partner is named on the page “Partners” of its innovation."</p> }.into_any()
    } else {
        view! {
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">"Partner"</th><th scope="col">"Innovation"</th>
                        <th scope="col">"The council declares"</th><th scope="col">"The partner sees"</th>
                        <th scope="col">"Last real conversation"</th>
                        <th scope="col">"Open to it"</th><th scope="col">"Changed because of it"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section class="panel" aria-labelledby="all">
            <h2 id="all" class="mb">"Each partner, close ones first"</h2>
            {content}
        </section>
    }
}

fn row(here: &Here, sight: &PartnerSight) -> impl IntoView + use<> {
    let (innovation, partner) = (sight.innovation, sight.partner);
    let address = here.link(&format!("innovations/{}/partners", innovation.number));
    let declared = here.seen().shown(innovation, here.today).shown;
    let sees = match partner.view(here.today) {
        None => "Not asked yet".into_any(),
        Some(view) => confidence_state(view.confidence).into_any(),
    };
    let is_closed = !sight.open.is_open();
    view! {
        <tr>
            <th scope="row">{partner.name.to_string()}<br/><span class="xs quiet">{partner.role.label()}</span></th>
            <td data-l="Innovation"><a href=address>{named(here, innovation)}</a></td>
            <td data-l="The council declares">{shown_state(declared)}</td>
            <td data-l="The partner sees">{sees}</td>
            <td data-l="Last real conversation" class="cap" class:soon=is_silent(sight)>{talked(here, sight)}</td>
            <td data-l="Open to it" class="cap" class:soon=is_closed>{open_to(&sight.open)}</td>
            <td data-l="Changed because of it">{evolved(sight)}</td>
        </tr>
    }
}

/// Priority innovations that nobody takes part in.
fn without(here: &Here, partnering: &Partnering) -> Option<impl IntoView + use<>> {
    let alone: Vec<_> = partnering.innovations.iter().filter(|(_, partners)| partners.is_empty()).collect();
    if alone.is_empty() {
        return None;
    }
    let rows = alone.into_iter().map(|(one, _)| {
        let address = here.link(&format!("innovations/{}/partners", one.number));
        view! { <li class="s"><a href=address>{named(here, one)}</a></li> }
    });
    let rows = rows.collect_view();
    Some(view! {
        <section class="panel" aria-labelledby="alone">
            <h2 id="alone" class="mb">"Without a partner: is that right?"</h2>
            <ul class="rows">{rows}</ul>
        </section>
    })
}
