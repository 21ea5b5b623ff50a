//! What the raters say together, question by question, the weakest first told.
use crate::{here::Here, ui::words::count};
use domain::{Act, Embedding, EmbeddingItem, Innovation, SiteId};
use leptos::prelude::*;

/// "71.3, developing", or why there is no figure. An indication is called one.
pub fn banded(embedding: &Embedding) -> String {
    match (embedding.score, embedding.band()) {
        (Some(score), Some(band)) => {
            let only = if embedding.is_valid { "" } else { " (indicative)" };
            format!("{score:.1}, {}{only}", band.label().to_lowercase())
        }
        _ => "Not checked in half a year".into(),
    }
}

pub fn panel(here: &Here, innovation: &Innovation, site: Option<SiteId>) -> impl IntoView + use<> {
    let embedding = here.seen().embedding(innovation.id, site, here.today);
    let may = !here.looks_back() && here.seen().may(Act::CheckEmbedding, Some(innovation));
    let query = site.map(|site| format!("?site={site}")).unwrap_or_default();
    let address = here.link(&format!("innovations/{}/embedding/new{query}", innovation.number));
    let link = may.then(|| view! { <a class="btn no-print" href=address>"Answer the twelve questions"</a> });
    let content = if embedding.counted.is_empty() {
        view! { <p class="empty">"Nobody has said in the last half year whether it will last. Two people answer twelve questions, one of them from outside the team. It takes three minutes on a phone."</p> }.into_any()
    } else {
        told(&embedding).into_any()
    };
    view! {
        <section class="panel" aria-labelledby="embedding">
            <div class="row spread mb"><h2 id="embedding">{finding(&embedding)}</h2>{link}</div>
            {content}
        </section>
    }
}

/// The weakest question, in a sentence.
fn finding(embedding: &Embedding) -> String {
    if embedding.counted.is_empty() {
        return "Will it last? Nobody has said".into();
    }
    let weakest = match embedding.weakest() {
        None => "nothing is in the way".into(),
        Some((item, points)) => format!("weakest is {}, {}", short(item), answer(points)),
    };
    format!("Will it last? {}: {weakest}", banded(embedding))
}

/// What the question is about, in a few words.
pub fn short(item: EmbeddingItem) -> &'static str {
    match item {
        EmbeddingItem::OwnFigures => "own figures that show it",
        EmbeddingItem::WithoutFounders => "going on without those who began it",
        EmbeddingItem::Procedure => "the normal procedure",
        EmbeddingItem::Reports => "routine performance reports",
        EmbeddingItem::ShapedByStaff => "staff shaping it",
        EmbeddingItem::Training => "induction and training",
        EmbeddingItem::BetterWay => "staff calling it the better way",
        EmbeddingItem::ServiceOwner => "an owner in the service",
        EmbeddingItem::BaseBudget => "the base budget",
        EmbeddingItem::Sponsors => "sponsors that are still active",
        EmbeddingItem::Policy => "policy, contract or job descriptions",
        EmbeddingItem::Systems => "systems, data and space",
    }
}

const fn answer(points: u8) -> &'static str {
    match points {
        0 => "no",
        1 => "partly",
        _ => "yes",
    }
}

fn told(embedding: &Embedding) -> impl IntoView + use<> {
    let raters = count(embedding.counted.len().try_into().unwrap_or(0), "rater");
    let spread = match embedding.spread {
        Some(spread) if embedding.counted.len() > 1 => format!(", {spread:.1} points apart"),
        _ => String::new(),
    };
    let disagree = embedding.raters_disagree().then(|| view! { <p class="soon">"Raters disagree: talk."</p> });
    let indicative = (!embedding.is_valid).then(|| {
        view! { <p class="s">"This is an indication. It counts with two raters or more, one of them from outside the team, each with nine answers or more."</p> }
    });
    let weakest = embedding.weakest().map(|(item, _)| item);
    let rows = EmbeddingItem::ALL.iter().map(|item| row(embedding, *item, weakest == Some(*item)));
    view! {
        <p class="s quiet">{format!("{raters}{spread}. For each question the lower middle of the answers.")}</p>
        {disagree}
        {indicative}
        <table class="table table-cards mt">
            <thead><tr><th scope="col">"Question"</th><th scope="col">"Answer"</th><th scope="col" class="num wide-only">"Weight"</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

fn row(embedding: &Embedding, item: EmbeddingItem, is_weakest: bool) -> impl IntoView + use<> {
    let points = embedding.item(item);
    let word = points.map_or("Not answered", |points| match points {
        0 => "No",
        1 => "Partly",
        _ => "Yes",
    });
    let on = |least: u8| points.is_some_and(|points| points >= least).then_some("on");
    let (first, second) = (on(1), on(2));
    let weakest = is_weakest.then(|| view! { " "<span class="tag">"weakest"</span> });
    view! {
        <tr>
            <th scope="row">{format!("{} {}", item.code(), item.label())}{weakest}</th>
            <td data-l="Answer">
                <span class="meter">
                    <svg class="pips pips-2" viewBox="0 0 29 10" aria-hidden="true">
                        <rect class=first x="0.5" y=".5" width="11.4" height="9" rx="2"></rect>
                        <rect class=second x="14.9" y=".5" width="11.4" height="9" rx="2"></rect>
                    </svg>
                    {word}
                </span>
            </td>
            <td class="num wide-only" data-l="Weight">{item.weight()}</td>
        </tr>
    }
}
