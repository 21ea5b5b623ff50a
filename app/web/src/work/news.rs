//! What others changed in my innovations since I last looked.
use super::glance::UNTIL;
use crate::{
    failure::Failure,
    here::Here,
    ui::words::{date, when},
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{Change, london_day, sentence};
use leptos::prelude::*;

/// For who never said that they had seen it.
const USUAL: TimeDelta = TimeDelta::days(7);
/// Most changes that are looked through.
const MOST: i64 = 500;
/// Most that are told.
const TOLD: usize = 30;

pub struct News {
    /// Nothing before this is told.
    since: DateTime<Utc>,
    /// Whether they ever said that they had seen it.
    is_from_glance: bool,
    lines: Vec<Told>,
    more: usize,
}

struct Told {
    number: u32,
    title: String,
    sentence: String,
    at: DateTime<Utc>,
}

pub async fn gather(here: &Here) -> Result<News, Failure> {
    let usual = here.now - USUAL;
    let (glanced_at, changes) = here.store().unseen(here.reach(), usual, MOST).await?;
    let me = here.session.person;
    let mut lines: Vec<_> = changes.iter().filter(|one| one.by != me).filter_map(|one| told(here, one)).collect();
    let more = lines.len().saturating_sub(TOLD);
    lines.truncate(TOLD);
    Ok(News { since: glanced_at.unwrap_or(usual), is_from_glance: glanced_at.is_some(), lines, more })
}

fn told(here: &Here, change: &Change) -> Option<Told> {
    let seen = here.seen();
    let innovation = seen.innovation(change.edit.after.innovation()?).ok()?;
    if !seen.is_mine(innovation, here.today) {
        return None;
    }
    let who = here.reach().portfolio().name_of(change.by).unwrap_or("Somebody who left").to_owned();
    let sentence = format!("{who} {}", sentence(change, seen));
    Some(Told { number: innovation.number, title: innovation.title.to_string(), sentence, at: change.at })
}

pub fn panel(here: &Here, news: &News) -> impl IntoView + use<> {
    let since = date(london_day(news.since));
    let span = if news.is_from_glance {
        format!("Since you pressed “Seen it” on {since}")
    } else {
        format!("Since {since}")
    };
    let row = |one: &Told| {
        let address = here.link(&format!("innovations/{}", one.number));
        view! {
            <li class="s">
                <a href=address>{one.title.clone()}</a>
                <br/>
                {one.sentence.clone()}
                " "
                <span class="xs quiet">{when(one.at, here.now)}</span>
            </li>
        }
    };
    let rows = news.lines.iter().map(row).collect_view();
    let more = (news.more > 0).then(|| view! { <p class="s quiet mt">{format!("And {} more.", news.more)}</p> });
    let (action, until) = (here.link("glance"), here.now.to_rfc3339());
    let content = if news.lines.is_empty() {
        view! { <p class="s mt">"Nobody else has changed anything in your innovations."</p> }.into_any()
    } else {
        view! {
            <ul class="rows mt">{rows}</ul>
            {more}
            <form method="post" action=action class="mt">
                <input type="hidden" name=UNTIL.name value=until/>
                <button class="btn">"Seen it"</button>
            </form>
        }
        .into_any()
    };
    view! {
        <section class="panel" aria-labelledby="news">
            <h2 id="news">"What changed in your innovations"</h2>
            <p class="s quiet">{span}</p>
            {content}
        </section>
    }
}
