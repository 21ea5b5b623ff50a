//! The records behind each figure: those that count for it, and those that do not.
use crate::{
    engagement::{address, fair, words::groups as who},
    here::Here,
    innovation_frame::named,
    stake::words::standing,
    ui::words::{count, date},
};
use domain::{Engagement, EngagementFigures, Feedback, Influence, NamedCharacteristic, Share, StakeSight, days};
use leptos::prelude::*;
use std::sync::Arc;

/// A panel with two lists: the first open, the second folded away.
fn opened<T>(
    id: &'static str,
    heading: String,
    [failing, credited]: [&[T]; 2],
    [fails, counts]: [&'static str; 2],
    row: impl Fn(&T) -> AnyView,
) -> AnyView {
    let failing: Vec<_> = failing.iter().map(&row).collect();
    let credited: Vec<_> = credited.iter().map(&row).collect();
    let (missed, met) = (failing.len(), credited.len());
    let failing = (missed > 0).then(|| {
        view! { <h3 class="s">{format!("{fails} ({missed})")}</h3><ul class="rows">{failing}</ul> }
    });
    let credited = (met > 0).then(|| {
        view! { <details><summary>{format!("{counts} ({met})")}</summary><ul class="rows">{credited}</ul></details> }
    });
    let none = (missed + met == 0).then(|| view! { <p class="empty">"Nothing is recorded for this yet."</p> });
    view! {
        <section class="panel" aria-labelledby=id>
            <h2 id=id class="mb">{heading}</h2>
            {none}{failing}{credited}
        </section>
    }
    .into_any()
}

/// What does not count for a share, and what does.
fn records<T>(share: &Share<T>) -> [&[T]; 2] {
    [&share.failing, &share.credited]
}

fn line(title: AnyView, about: String, is_late: bool) -> AnyView {
    view! { <li class="stack stack-s"><p>{title}</p><p class="s" class:late=is_late>{about}</p></li> }.into_any()
}

pub fn groups(here: &Here, found: &EngagementFigures) -> Option<AnyView> {
    let share = &found.coverage;
    here.seen().reads_inside().then(|| {
        let heading = format!("{} of {} priority groups were met as agreed", share.credited.len(), share.bottom());
        let heading = if share.bottom() == 0 { "No priority group is named yet".into() } else { heading };
        opened("groups", heading, records(share), ["Overdue", "Met as agreed"], |one: &StakeSight| {
            let to = here.link(&format!("innovations/{}/engagement", one.innovation.number));
            let title =
                view! { <b>{one.stakeholder.name.to_string()}</b>" "<a href=to>{named(here, one.innovation)}</a> };
            line(title.into_any(), standing(here, one), one.is_overdue())
        })
    })
}

pub fn closed_loop(here: &Here, found: &EngagementFigures) -> AnyView {
    let share = &found.closed_loop;
    let heading = match share.bottom() {
        0 => "Nothing said more than 30 days ago in a year".to_owned(),
        all => format!("People were told what came of {} of {all} things they said", share.credited.len()),
    };
    opened("loop", heading, records(share), ["No reply yet", "Told back"], |one| feedback(here, one))
}

pub fn refusals(here: &Here, found: &EngagementFigures) -> AnyView {
    let share = &found.refusals;
    let heading = match (share.bottom(), share.credited.len()) {
        (0, _) => "Nothing was answered in a year".to_owned(),
        (all, 0) => format!("Of {all} answers none refuses with a reason"),
        (all, some) => format!("{some} of {all} answers refuse, and say why. Above nought is healthy"),
    };
    // A refusal with a reason is what to read here; the other answers are folded away.
    let all: [&[_]; 2] = [&share.credited, &share.failing];
    opened("refusals", heading, all, ["Refusals with a reason", "Other answers"], |one| feedback(here, one))
}

fn feedback(here: &Here, one: &Arc<Feedback>) -> AnyView {
    let seen = here.seen();
    let about = seen.innovation(one.innovation).ok();
    let number = about.map_or(0, |one| one.number);
    let to = here.link(&format!("innovations/{number}/engagements/{}#feedback-{}", one.engagement, one.id));
    let title = view! { <a href=to>{format!("“{}”", one.said)}</a> }.into_any();
    let of = about.map(|one| named(here, one)).unwrap_or_default();
    let answer = match &one.answer {
        None => format!("no answer, {}", count(days(one.raised_on, here.today), "day")),
        Some(answer) => match one.told_back_on {
            Some(on) => format!("{}, told back on {}", answer.response.label().to_lowercase(), date(on)),
            None => format!("{}, not told back", answer.response.label().to_lowercase()),
        },
    };
    line(title, format!("{of}. Said on {}; {answer}", date(one.raised_on)), !one.is_closed())
}

pub fn equality(here: &Here, found: &EngagementFigures) -> AnyView {
    let share = &found.equality;
    let heading = match share.bottom() {
        0 => "No characteristic is named as affected".to_owned(),
        all => format!("{} of {all} characteristics named as affected were heard in a year", share.credited.len()),
    };
    opened("equality", heading, records(share), ["Named, and not heard", "Heard"], |one: &NamedCharacteristic| {
        let to = here.link(&format!("innovations/{}/engagement", one.innovation.number));
        let name = one.name.unwrap_or("Nobody assessed whom it affects").to_owned();
        let title = view! { <b>{name}</b>" "<a href=to>{named(here, one.innovation)}</a> };
        let heard = one.heard.map_or_else(
            || "No group that speaks for it was asked".to_owned(),
            |heard| format!("{}, on {}", who(here, heard), date(heard.on)),
        );
        line(title.into_any(), heard, one.heard.is_none())
    })
}

pub fn influence(here: &Here, found: &EngagementFigures) -> AnyView {
    let changed = found.influence.iter().filter(|one| one.influence == Influence::Changed).count();
    let heading = match found.influence.len() {
        0 => "No priority innovation to tell influence of".to_owned(),
        all => format!("Something changed because of what people said in {changed} of {all} priority innovations"),
    };
    let rows = found.influence.iter().map(|one| {
        let to = here.link(&format!("innovations/{}/engagement", one.innovation.number));
        let title =
            view! { <a href=to>{named(here, one.innovation)}</a>" "<span class="tag">{one.influence.label()}</span> };
        let what = one.feedback.iter().map(|one| {
            let because = one.changed.as_ref().or(one.answer.as_ref().map(|answer| &answer.text));
            view! { <p class="s prose">{because.map(ToString::to_string)}</p> }
        });
        view! { <li class="stack stack-s"><p>{title}</p>{what.collect_view()}</li> }
    });
    view! {
        <section class="panel" aria-labelledby="influence">
            <h2 id="influence" class="mb">{heading}</h2>
            <ul class="rows">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

pub fn depth(here: &Here, found: &EngagementFigures) -> AnyView {
    let share = &found.depth;
    let level = here.seen().organisation().level_label(domain::EngagementLevel::Shape).to_owned();
    let heading = match share.bottom() {
        0 => "No engagement with residents, users, carers or staff in half a year".to_owned(),
        all => format!("{} of {all} engagements in half a year were at “{level}” or above", share.credited.len()),
    };
    opened("depth", heading, records(share), ["Below", "At that level or above"], |one: &&Arc<Engagement>| {
        let title = view! { <a href=address(here, one)>{date(one.on)}</a> };
        let words = format!("{}: {}", crate::engagement::words::how(here, one), who(here, one));
        line(title.into_any(), words, false)
    })
}

/// Every consultation, with how fair it is by the record.
pub fn consultations(here: &Here) -> AnyView {
    let seen = here.seen();
    let all = seen.all_engagements().into_iter();
    let all: Vec<_> = all.filter_map(|one| Some((one, seen.fair_check(one, here.today)?))).collect();
    let unfair = all.iter().filter(|(_, found)| found.has_a_no()).count();
    let heading = match (all.len(), unfair) {
        (0, _) => "No consultation is logged".to_owned(),
        (_, 0) => "Every consultation is fair by the record".into(),
        (1, _) => "The consultation is not fair on every point".into(),
        (all, unfair) => {
            format!("{unfair} of {} not fair on every point", count(i64::try_from(all).unwrap_or(0), "consultation"))
        }
    };
    let advice = (unfair > 0).then(
        || view! { <p class="flash flash-warn">"Where an answer is no, take advice from the Monitoring Officer."</p> },
    );
    let rows = all.iter().map(|(one, found)| {
        let [in_time, informed, long, weighed] = found.answers().map(|answer| (fair::word(answer), answer == domain::Fair::No));
        let about = seen.innovation(one.innovation).map(|one| named(here, one)).unwrap_or_default();
        let cell = |label: &'static str, (word, late): (&'static str, bool)| {
            view! { <td data-l=label class:late=late>{word}</td> }
        };
        view! {
            <tr>
                <th scope="row"><a href=address(here, one)>{date(one.on)}</a><br/><span class="xs quiet">{about}</span></th>
                {cell("Asked in time?", in_time)}
                {cell("Enough information?", informed)}
                {cell("Enough time?", long)}
                {cell("Answers weighed?", weighed)}
            </tr>
        }
    });
    let table = (!all.is_empty()).then(|| {
        view! {
            <table class="table table-cards">
                <thead><tr>
                    <th scope="col">"Consultation"</th>
                    <th scope="col">"Asked in time?"</th>
                    <th scope="col">"Enough information?"</th>
                    <th scope="col">"Enough time?"</th>
                    <th scope="col">"Answers weighed?"</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
    });
    view! {
        <section class="panel" aria-labelledby="consultations">
            <h2 id="consultations" class="mb">{heading}</h2>
            {advice}
            {table}
        </section>
    }
    .into_any()
}
