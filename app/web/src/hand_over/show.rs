use super::rows::{self, Row};
use crate::{
    failure::Failure,
    here::Here,
    innovation::why_parts,
    innovation_frame::crumbs,
    ui::words::{count, date},
};
use axum::{extract::Path, response::Response};
use domain::{Innovation, PostKind, Slug};
use leptos::prelude::*;

pub async fn show(here: Here, Path((_, number)): Path<(Slug, u32)>) -> Result<Response, Failure> {
    here.answer(|here| {
        let innovation = here.seen().numbered(number)?.clone();
        let here = here.clone();
        Ok(here.clone().page(format!("Handover of {}", innovation.title), move || {
            let sheet = here.seen().hand_over_sheet(&innovation, here.today);
            let lists = rows::lists(&here, &innovation, &sheet);
            let open = lists.iter().map(|(_, rows)| rows.len()).sum::<usize>();
            let finding = match open {
                0 => "Nothing is open, nobody waits, and no backing ends.".to_owned(),
                open => format!("{} open, the first due first.", count(i64::try_from(open).unwrap_or(i64::MAX), "thing")),
            };
            let sections = lists.into_iter().filter(|(_, rows)| !rows.is_empty());
            let sections = sections.map(|(heading, rows)| list(heading, rows)).collect_view();
            view! {
                {crumbs(&here, &innovation).into_any()}
                <div class="ph">
                    <div class="ph-top">
                        <div>
                            <p class="kicker">{innovation.title.to_string()}</p>
                            <h1>"Handover sheet"</h1>
                            <p class="lead">{finding}</p>
                        </div>
                        <p class="s quiet">{format!("As on {}", date(here.today))}</p>
                    </div>
                </div>
                <div class="stack stack-l">
                    {why_parts(&innovation.why).map(|parts| view! { <section class="panel" aria-labelledby="why"><h2 id="why">"Why it is done"</h2>{parts}</section> })}
                    {posts(&here, &innovation).into_any()}
                    {sections}
                </div>
            }
        }))
    })
}

/// Who answers for it, and what those before left behind in writing.
fn posts(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    let kinds = [PostKind::Lead, PostKind::Sponsor, PostKind::PoliticalSponsor];
    let rows = kinds.into_iter().flat_map(|kind| innovation.posts.iter().filter(move |post| post.kind == kind));
    let rows = rows.map(|post| {
        let name = here.seen().membership(post.membership).map_or_else(|| "–".into(), |one| one.name.to_string());
        let until = post.to_on.map_or_else(|| "today".into(), date);
        let note =
            post.handover_note.as_ref().map(|note| view! { <br/><span class="lines quiet">{note.to_string()}</span> });
        let told = format!("{name}, from {} to {until}", date(post.from_on));
        view! { <dt>{post.kind.label()}</dt><dd>{told}{note}</dd> }
    });
    view! { <section class="panel" aria-labelledby="posts"><h2 id="posts">"Who answered for it"</h2><dl class="dl">{rows.collect_view()}</dl></section> }
}

fn list(heading: &'static str, rows: Vec<Row>) -> impl IntoView {
    let id = heading.to_lowercase().replace(' ', "-");
    let labelled = id.clone();
    let count = rows.len();
    let rows = rows.into_iter().map(|row| {
        view! {
            <li class="row spread">
                <span class="prose"><a href=row.address>{row.what}</a></span>
                <span class="nb" class:late=row.is_late>{row.when}</span>
            </li>
        }
    });
    view! {
        <section class="panel" aria-labelledby=labelled>
            <h2 id=id>{format!("{heading} ({count})")}</h2>
            <ul class="rows s">{rows.collect_view()}</ul>
        </section>
    }
}
