//! What waits on what, in two tables: what holds us up, and what we hold up.
use super::{on_name, standing};
use crate::{
    here::Here,
    ui::{
        icon::state,
        words::{count, date},
    },
};
use domain::{Crossing, DependencySight, DependencyState, Innovation, Milestone, WaitsFor};
use leptos::prelude::*;

/// What a milestone waits on, with the way to change it.
pub fn waits_panel(here: &Here, innovation: &Innovation, milestone: &Milestone, may_edit: bool) -> AnyView {
    let all = here.seen().waits_of(innovation.id, here.today);
    let waits: Vec<_> = all.into_iter().filter(|one| one.waits.id == milestone.id).collect();
    let base = format!("innovations/{}/milestones/{}/dependencies", innovation.number, milestone.id);
    let add = (may_edit && milestone.is_open())
        .then(|| view! { <a class="btn" href=here.link(&format!("{base}/new"))>"Add what it waits on"</a> });
    let rows = waits.iter().map(|one| row(here, one, may_edit.then_some(base.as_str()))).collect_view();
    let content = if waits.is_empty() {
        view! { <p class="empty">"Nothing that somebody has written down. What must be there first, from whom, and by when?"</p> }
            .into_any()
    } else {
        view! {
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">"Waits on"</th>
                        <th scope="col">"Stands"</th>
                        <th scope="col">"Promised"</th>
                        <th scope="col">"Needed by"</th>
                        <th scope="col">"Who sees to it"</th>
                        {may_edit.then(|| view! { <th scope="col">"Change"</th> })}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section class="panel" aria-labelledby="waits">
            <div class="row spread mb"><h2 id="waits">{heading(&waits)}</h2>{add}</div>
            {content}
        </section>
    }
    .into_any()
}

/// The finding, not the topic.
fn heading(waits: &[DependencySight]) -> String {
    let open = waits.iter().filter(|one| one.is_open()).count();
    let worrying =
        waits.iter().filter(|one| one.is_open() && one.state.is_some_and(DependencyState::is_worrying)).count();
    match (waits.len(), open, worrying) {
        (0, ..) => "It waits on nothing".into(),
        (_, 0, _) => "It no longer waits on anything".into(),
        (_, 1, 0) => "It waits on one thing".into(),
        (_, open, 0) => format!("It waits on {open} things, all in time"),
        (_, 1, _) => "It waits on one thing that needs somebody’s attention".into(),
        (_, open, 1) => format!("It waits on {open} things: 1 needs somebody’s attention"),
        (_, open, worrying) => format!("It waits on {open} things: {worrying} need somebody’s attention"),
    }
}

fn row(here: &Here, one: &DependencySight, base: Option<&str>) -> impl IntoView + use<> {
    let (shape, words) = standing(here, one);
    let name = on_name(here, one);
    let linked = match one.on {
        WaitsFor::Milestone(other, milestone) => {
            Some(here.link(&format!("innovations/{}/milestones/{}", other.number, milestone.id)))
        }
        WaitsFor::Innovation(other) => Some(here.link(&format!("innovations/{}", other.number))),
        _ => None,
    };
    let what = match linked {
        Some(address) => view! { <a href=address>{name.clone()}</a> }.into_any(),
        None => view! { {name.clone()} }.into_any(),
    };
    let lag = i64::from(one.dependency.lag_days);
    let about = [
        (one.crosses != Crossing::Within).then_some(crossing(one.crosses).to_owned()),
        (lag > 0).then(|| format!("{} of work after it", count(lag, "day"))),
    ];
    let about = about.into_iter().flatten().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
    let owner = here.seen().membership(one.dependency.owner).map_or("–".into(), |one| one.name.to_string());
    let changes = base.map(|base| {
        let base = format!("{base}/{}", one.dependency.id);
        let meet = one.is_open().then_some(("meet", "Mark as met"));
        let links = [meet, Some(("edit", "Edit")), Some(("remove", "Remove"))].into_iter().flatten();
        let links = links.map(|(path, word)| {
            view! { <a href=here.link(&format!("{base}/{path}")) aria-label=format!("{word}: {name}")>{word}</a>" " }
        });
        view! { <td data-l="Change"><span class="row">{links.collect_view()}</span></td> }
    });
    view! {
        <tr>
            <th scope="row">{what}<br/><span class="xs quiet">{about}</span></th>
            <td data-l="Stands">{state(shape, words)}</td>
            <td data-l="Promised">{one.promise.map_or("–".into(), date)}</td>
            <td data-l="Needed by">{date(one.need_by)}</td>
            <td data-l="Who sees to it">{owner}</td>
            {changes}
        </tr>
    }
}

fn crossing(crosses: Crossing) -> &'static str {
    match crosses {
        Crossing::Councils => "Another council",
        Crossing::Innovations => "Another innovation",
        Crossing::Outside => "Outside this portfolio",
        Crossing::Within => "",
    }
}

/// What waits on an innovation, or on one of its milestones, elsewhere and here; nothing where nothing does.
pub fn waiting_panel(here: &Here, innovation: &Innovation, milestone: Option<&Milestone>) -> Option<AnyView> {
    let elsewhere = here.seen().waiting_on(innovation.id, here.today);
    let within = here.seen().waits_of(innovation.id, here.today).into_iter().filter(|_| milestone.is_some());
    let on_it = |one: &DependencySight| match (milestone, one.on) {
        (None, _) => true,
        (Some(wanted), WaitsFor::Milestone(other, found)) => other.id == innovation.id && found.id == wanted.id,
        (Some(_), _) => false,
    };
    let waiting: Vec<_> = elsewhere.into_iter().chain(within).filter(|one| one.is_open() && on_it(one)).collect();
    let rows = waiting.iter().map(|one| {
        let address = here.link(&format!("innovations/{}/milestones/{}", one.innovation.number, one.waits.id));
        let (shape, words) = standing(here, one);
        let code = format!("{}-{}", here.seen().organisation().short_code, one.innovation.number);
        let of = (one.innovation.id != innovation.id).then(|| format!("{code} {}: ", one.innovation.title));
        view! {
            <li class="row spread">
                <span><a href=address>{of}{one.waits.title.to_string()}</a><br/><span class="quiet">{format!("Needs it by {}", date(one.need_by))}</span></span>
                {state(shape, words)}
            </li>
        }
    });
    (!waiting.is_empty()).then(|| {
        let heading = match waiting.len() {
            1 => "One thing waits for this".into(),
            several => format!("{several} things wait for this"),
        };
        view! {
            <section class="panel" aria-labelledby="waiting">
                <h2 id="waiting">{heading}</h2>
                <ul class="rows s">{rows.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}
