//! What others changed in my innovations since I last looked.
use super::glance::UNTIL;
use crate::{
    failure::Failure,
    here::Here,
    ui::words::{date, when},
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{Change, Import, london_day, sentence};
use leptos::prelude::*;
use std::sync::Arc;

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
    /// Below the organisation.
    address: String,
    title: String,
    sentence: String,
    at: DateTime<Utc>,
}

/// None for whoever is named on no innovation.
pub async fn gather(here: &Here) -> Result<Option<News>, Failure> {
    let mine: Vec<_> = here.seen().my_innovations(here.today).iter().map(|one| one.id).collect();
    if mine.is_empty() {
        return Ok(None);
    }
    let usual = here.now - USUAL;
    let (glanced_at, changes) = here.store().unseen(here.reach(), &mine, usual, MOST).await?;
    let mut imported = Vec::new();
    let mut lines = Vec::new();
    for change in &changes {
        match import_of(here, change) {
            // A large file is one thing that happened.
            Some(import) if imported.contains(&import.id) => {}
            Some(import) => {
                imported.push(import.id);
                lines.push(brought(here, import));
            }
            None => lines.extend(told(here, change)),
        }
    }
    let more = lines.len().saturating_sub(TOLD);
    lines.truncate(TOLD);
    Ok(Some(News { since: glanced_at.unwrap_or(usual), is_from_glance: glanced_at.is_some(), lines, more }))
}

/// The import that a change came with.
fn import_of<'a>(here: &'a Here, change: &Change) -> Option<&'a Arc<Import>> {
    let seen = here.seen();
    seen.imports().find(|one| one.entry.at == change.at && one.entry.by == change.by)
}

fn brought(here: &Here, import: &Import) -> Told {
    let who = here.reach().portfolio().name_of(import.entry.by).unwrap_or("Somebody who left").to_owned();
    let sentence = format!("{who} brought in a file that also changed innovations of yours");
    Told { address: "board".into(), title: import.file.to_string(), sentence, at: import.entry.at }
}

fn told(here: &Here, change: &Change) -> Option<Told> {
    let seen = here.seen();
    let innovation = seen.innovation(change.edit.after.innovation()?).ok()?;
    let who = here.reach().portfolio().name_of(change.by).unwrap_or("Somebody who left").to_owned();
    let sentence = format!("{who} {}", sentence(change, seen));
    Some(Told {
        address: format!("innovations/{}", innovation.number),
        title: innovation.title.to_string(),
        sentence,
        at: change.at,
    })
}

pub fn panel(here: &Here, news: &News) -> impl IntoView + use<> {
    let since = date(london_day(news.since));
    let span = if news.is_from_glance {
        format!("Since you pressed “Seen it” on {since}")
    } else {
        format!("Since {since}")
    };
    let row = |one: &Told| {
        let address = here.link(&one.address);
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
