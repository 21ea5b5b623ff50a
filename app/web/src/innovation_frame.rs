//! The top of every page of one innovation: where it stands and the tabs.
use crate::{
    here::Here,
    innovation::stage_track,
    short_form,
    ui::words::{date, span, until},
    update::{computed::gap_words, confidence_state},
};
use domain::{Act, Card, Innovation, Place};
use leptos::prelude::*;
use std::sync::Arc;

/// The pages below one innovation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    Overview,
    Updates,
    Milestones,
    /// Only where an agile team works.
    Work,
    Experiments,
    Outcomes,
    ScaleUp,
    Risks,
    Money,
    Engagement,
    Feedback,
    Partners,
    Why,
    History,
}

/// Address below the innovation, and word.
type Line = (Tab, &'static str, &'static str);

/// The tabs in order. Those that belong together stand under one word, which leads to the first of them.
const GROUPS: [(&str, &[Line]); 9] = [
    ("Overview", &[(Tab::Overview, "", "Overview")]),
    ("Updates", &[(Tab::Updates, "/updates", "Updates")]),
    (
        "Plan",
        &[
            (Tab::Milestones, "/milestones", "Milestones"),
            (Tab::Work, "/work", "Work"),
            (Tab::Experiments, "/experiments", "Experiments"),
        ],
    ),
    ("Outcomes", &[(Tab::Outcomes, "/measures", "Outcomes")]),
    ("Scale-up", &[(Tab::ScaleUp, "/scale-up", "Scale-up")]),
    ("Risks", &[(Tab::Risks, "/risks", "Risks")]),
    ("Money and time", &[(Tab::Money, "/money", "Money and time")]),
    (
        "Engagement",
        &[
            (Tab::Engagement, "/engagement", "Engagement"),
            (Tab::Feedback, "/feedback", "Feedback"),
            (Tab::Partners, "/partners", "Partners"),
            (Tab::Why, "/why", "Why and messages"),
        ],
    ),
    ("History", &[(Tab::History, "/history", "History")]),
];

/// "Board / AC-5 Home First Repairs Robot".
pub fn crumbs(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    short_form::crumbs(above(here, innovation))
}

/// Word and address of the pages above those of an innovation.
pub fn above(here: &Here, innovation: &Innovation) -> Vec<(String, String)> {
    let address = here.link(&format!("innovations/{}", innovation.number));
    vec![("Board".into(), here.link("board")), (named(here, innovation), address)]
}

/// "AC-5 Home First Repairs Robot".
pub fn named(here: &Here, innovation: &Innovation) -> String {
    format!("{}-{} {}", here.seen().organisation().short_code, innovation.number, innovation.title)
}

/// The frame of a tab, with its content.
pub fn frame<V: IntoView + 'static>(
    here: &Here,
    innovation: &Arc<Innovation>,
    tab: Tab,
    content: V,
) -> impl IntoView + use<V> {
    let summary = innovation.summary.as_ref().map(|text| view! { <p class="quiet prose">{text.to_string()}</p> });
    view! {
        {crumbs(here, innovation).into_any()}
        <div class="ph">
            <div class="ph-top">
                <div><h1>{innovation.title.to_string()}</h1>{summary}{again(here, innovation)}</div>
                {actions(here, innovation).into_any()}
            </div>
            {stage_track(here, innovation).into_any()}
        </div>
        {vitals(here, innovation).into_any()}
        {tabs(here, innovation, tab).into_any()}
        // Erased, or the compiler drowns in the type of a whole page.
        {content.into_any()}
    }
}

fn tabs(here: &Here, innovation: &Innovation, current: Tab) -> impl IntoView + use<> {
    let reads_history = here.seen().may(Act::ReadHistory, Some(innovation));
    let is_there = |tab: Tab| match tab {
        Tab::History => reads_history,
        Tab::Work => innovation.has_work_board(),
        _ => true,
    };
    let link = |path: &str, word: &'static str, is_current: Option<&'static str>| {
        let address = here.link(&format!("innovations/{}{path}", innovation.number));
        view! { <a href=address aria-current=is_current>{word}</a> }
    };
    let there = |group: &'static [Line]| group.iter().filter(|(tab, ..)| is_there(*tab));
    let groups = GROUPS.iter().filter_map(|(word, group)| {
        let (first, path, _) = there(group).next()?;
        let holds = group.iter().any(|(tab, ..)| *tab == current);
        // The page itself, or the group that holds it.
        let is_current = holds.then_some(if *first == current { "page" } else { "true" });
        Some(link(path, word, is_current))
    });
    let groups = groups.collect_view();
    let around = GROUPS.iter().find(|(_, group)| group.iter().any(|(tab, ..)| *tab == current));
    let inside = around.filter(|(_, group)| there(group).count() > 1).map(|(word, group)| {
        let links = there(group).map(|(tab, path, word)| link(path, word, (*tab == current).then_some("page")));
        view! { <nav class="tabs tabs-inside" aria-label=*word>{links.collect_view()}</nav> }
    });
    view! { <nav class="tabs" aria-label=innovation.title.to_string()>{groups}</nav> {inside} }
}

/// What it takes up again, and what took it up: stopping is final, so the story goes on elsewhere.
fn again(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    let line = |words: &'static str, other: &Innovation| {
        let address = here.link(&format!("innovations/{}", other.number));
        view! { <p class="s">{words}" "<a href=address>{named(here, other)}</a></p> }
    };
    let before = innovation.restarts.and_then(|id| here.seen().innovation(id).ok());
    let after = here.seen().restarted_as(innovation.id);
    let before = before.map(|one| line("Takes up again", one));
    view! { {before} {after.into_iter().map(|one| line("Taken up again as", one)).collect_view()} }
}

fn actions(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    let place = here.seen().place_of(innovation);
    let (stopped, paused) = (place == Place::Stopped, place == Place::Paused);
    let wanted = [
        (Act::EditInnovation, "edit", "Edit", "btn", !stopped),
        (Act::Move, "move", "Move to…", "btn", !stopped && !paused),
        (Act::Move, "resume", "Resume", "btn", paused),
        (Act::Move, "repeat", "Repeat the stage", "btn", matches!(place, Place::Stage(_))),
        (Act::Move, "pause", "Pause", "btn", matches!(place, Place::Stage(_))),
        (Act::Move, "stop", "Stop", "btn btn-stop", !stopped),
        (Act::PostUpdate, "updates/new", "Post update", "btn btn-go", !stopped),
    ];
    let links = wanted
        .into_iter()
        .filter(|(act, .., fits)| *fits && !here.looks_back() && here.seen().may(*act, Some(innovation)));
    let links = links.map(|(_, path, word, class, _)| {
        view! { <a class=class href=here.link(&format!("innovations/{}/{path}", innovation.number))>{word}</a> }
    });
    let logs = !here.looks_back() && here.seen().may(Act::LogEngagement, Some(innovation));
    let log = logs.then(|| {
        let address = here.link(&format!("engagement/new?innovation={}", innovation.number));
        view! { <a class="btn" href=address>"Log engagement"</a> }
    });
    let may_restart = stopped && !here.looks_back() && here.seen().may(Act::CreateInnovation, None);
    let restart = may_restart.then(|| {
        let address = here.link(&format!("innovations/new?restarts={}", innovation.number));
        view! { <a class="btn" href=address>"Start again"</a> }
    });
    view! { <div class="row no-print">{links.collect_view()}{log}{restart}</div> }
}

/// The facts that everybody asks for first.
fn vitals(here: &Here, innovation: &Arc<Innovation>) -> impl IntoView + use<> {
    let seen = here.seen();
    let card = seen.innovation(innovation.id).ok().map(|one| Card::of(seen, one, here.today))?;
    let stage = &card.stage;
    let spent = match stage.max_days {
        _ if stage.in_purgatory => {
            format!("{} over the longest time for a pilot, with no decision to go on or to stop", span(stage.over_days))
        }
        _ if stage.over_days > 0 => format!("{} in stage, {} over", span(stage.in_kind_days), span(stage.over_days)),
        Some(most) => format!("{} of {} in stage", span(stage.in_kind_days), span(most)),
        None => format!("{} in stage", span(stage.in_kind_days)),
    };
    let (milestone, due) = match &card.next {
        None => ("None planned".into(), String::new()),
        Some(next) => {
            let day = next.milestone.forecast_on();
            (next.milestone.title.to_string(), format!("{}, {}", date(day), until(next.days)))
        }
    };
    let (late, over) = (card.next.is_some_and(|next| next.days < 0), stage.over_days > 0);
    let worst = card.risks.highest.map_or_else(
        || "None recorded".into(),
        |score| format!("{}, highest score {}", card.risks.threats, score.value()),
    );
    let tolerance = (card.risks.over_tolerance > 0)
        .then(|| view! { <dd class="late">{format!("{} over tolerance", card.risks.over_tolerance)}</dd> });
    let rising = card.risks.is_rising.then(|| view! { <dd>"Rising"</dd> });
    let posted = card.shown.latest.map(|latest| view! { <dd>{format!("For {}", date(latest.period_end))}</dd> });
    let beside = card.computed.map(|computed| {
        let declared = card.shown.latest.map(|latest| latest.confidence);
        let gap = declared.filter(|_| card.shows_declared()).map(|declared| gap_words(declared, computed));
        view! { <dd class="row">"The record alone:" {confidence_state(computed)}</dd>{gap.map(|gap| view! { <dd>{gap}</dd> })} }
    });
    let stalled = crate::outlook::stalled(&card).map(|words| {
        let flags: Vec<_> =
            card.stall.iter().flat_map(|stall| &stall.flags).map(|one| one.flag.label().to_lowercase()).collect();
        view! { <dd class="late">{format!("{words}: {}", flags.join("; "))}</dd> }
    });
    let six = crate::update::strip(here, innovation).map(|six| view! { <dd>{six}</dd> });
    Some(view! {
        <dl class="vitals mb">
            <div><dt>"Delivery confidence"</dt><dd>{crate::update::shown_state(card.shown.shown)}</dd>{beside}{six}</div>
            <div><dt>"Stage"</dt><dd>{stage.stage.clone()}</dd><dd class:late=over>{spent}</dd>{stalled}</div>
            <div><dt>"Next milestone"</dt><dd>{milestone}</dd><dd class:late=late>{due}</dd></div>
            <div><dt>"Open risks"</dt><dd>{worst}</dd>{tolerance}{rising}</div>
            {crate::outlook::vital(&card)}
            <div><dt>"Last update"</dt><dd>{crate::board::updated(card.shown)}</dd>{posted}</div>
        </dl>
    })
}
