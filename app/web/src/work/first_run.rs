//! Before there is anything: what to do first, for whoever may do it.
use crate::{failure::who_may, here::Here, page::Page};
use domain::{Act, Preset, StageKind};
use leptos::prelude::*;

pub fn page(here: &Here) -> Page {
    let inside = here.clone();
    here.page("Start your innovation portfolio", move || {
        let name = inside.seen().organisation().name.to_string();
        let steps = !inside.looks_back()
            && [Act::EditDirection, Act::CreateInnovation, Act::ManagePeople].iter().any(|act| inside.seen().may(*act, None));
        let content = if steps { steps_panel(&inside).into_any() } else { nothing_yet().into_any() };
        view! {
            <div class="ph">
                <p class="kicker">{name}</p>
                <h1>{if steps { "Start your innovation portfolio" } else { "My work" }}</h1>
                {steps.then(|| view! {
                    <p class="lead prose">"Add the few innovations that matter most this year. Five are a good start. It takes about 20 minutes."</p>
                })}
            </div>
            <div class="stack stack-l">{content} {board(&inside)}</div>
        }
    })
}

fn nothing_yet() -> impl IntoView {
    let who = who_may(Act::CreateInnovation);
    view! { <p class="empty">{format!("There is no innovation here that you can see yet. {who}")}</p> }
}

fn steps_panel(here: &Here) -> impl IntoView + use<> {
    let areas = here.seen().priority_areas().count();
    let people = here.seen().memberships().count();
    let may = |act| here.seen().may(act, None);
    let link = |path: &str, class: &'static str, word: &'static str| {
        view! { <a class=class href=here.link(path)>{word}</a> }
    };
    let name_areas = may(Act::EditDirection).then(|| link("priorities", "btn", "Name priority areas"));
    let add = may(Act::CreateInnovation).then(|| link("innovations/new", "btn btn-go", "Add an innovation"));
    let import = may(Act::Import).then(|| link("import", "btn btn-text", "Import from a spreadsheet"));
    let invite = may(Act::ManagePeople).then(|| link("people", "btn", "Invite people"));
    view! {
        <section class="panel" aria-labelledby="steps">
            <h2 id="steps" class="vh">"Steps"</h2>
            <ol class="todo">
                <li class="is-done">
                    <div><h3>"Create your organisation’s space"</h3><p class="s quiet">"Done."</p></div>
                </li>
                <li class:is-done={areas > 0}>
                    <div class="stack stack-s">
                        <h3>"Name your priority areas"</h3>
                        <p class="s">"The few themes leaders have agreed to concentrate on. Three to seven work best."</p>
                        {step(name_areas, Act::EditDirection)}
                    </div>
                </li>
                <li>
                    <div class="stack stack-s">
                        <h3>"Add your first innovation"</h3>
                        <p class="s">"You need a title. Why, a stage and somebody who leads it help. Everything else can wait."</p>
                        <p class="row">{add} {import}</p>
                        {(!may(Act::CreateInnovation)).then(|| view! { <p class="s quiet">{who_may(Act::CreateInnovation)}</p> })}
                    </div>
                </li>
                <li class:is-done={people > 1}>
                    <div class="stack stack-s">
                        <h3>"Invite the people who lead them"</h3>
                        <p class="s">"Each gets a link with which they choose a password."</p>
                        {step(invite, Act::ManagePeople)}
                    </div>
                </li>
            </ol>
        </section>
    }
}

/// The way to do it, or who may.
fn step<V: IntoView + 'static>(link: Option<V>, act: Act) -> AnyView {
    match link {
        Some(link) => view! { <p>{link}</p> }.into_any(),
        None => view! { <p class="s quiet">{who_may(act)}</p> }.into_any(),
    }
}

/// The empty lanes, so that the first card has a place to be imagined in.
fn board(here: &Here) -> impl IntoView + use<> {
    let organisation = here.seen().organisation().clone();
    let model = organisation.stage_models.last().cloned().unwrap_or_else(|| Preset::Default.model());
    let lanes = model.columns().enumerate().map(|(index, (_, stage))| {
        let class = format!("lane st{}", index + 1);
        let name = stage.name.to_string();
        view! { <div class=class><h3 class="lane-h">{name} <span>"0"</span></h3><p class="empty">{about(stage.kind)}</p></div> }
    });
    let lanes = lanes.collect_view();
    view! {
        <section aria-labelledby="board">
            <h2 id="board" class="mb">"Your board will appear here"</h2>
            <div class="board">{lanes}</div>
        </section>
    }
}

const fn about(kind: StageKind) -> &'static str {
    match kind {
        StageKind::Test => "Ideas you are trying out small.",
        StageKind::Pilot => "Ideas you are testing somewhere real.",
        StageKind::Scale => "Ideas spreading to every site.",
        StageKind::Embed => "Ideas becoming the normal way to work.",
        _ => "Ideas you are finding out about.",
    }
}
