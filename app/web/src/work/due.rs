//! What waits, kind by kind; a kind of which there is nothing is not shown.
use crate::{
    follow_up,
    here::Here,
    innovation_frame::named,
    ui::words::{date, until},
    update::confidence_state,
    work_item::waits_for,
};
use domain::{
    Act, Due, DueReading, Feedback, Issue, Milestone, MyWork, OpenCondition, PromiseDue, Risk, RiskAction, StageMove,
    StakeSight, UpdateDue, WaitingAsk, WorkItem, days,
};
use leptos::prelude::*;
use std::sync::Arc;

pub fn panels(here: &Here, work: &MyWork) -> impl IntoView + use<> {
    if work.is_empty() {
        let text = "Updates you owe, milestones and risk actions you own, and what others ask of you will stand here.";
        return view! { <p class="empty">{text}</p> }.into_any();
    }
    view! {
        {asks(here, work)}
        {updates(here, work)}
        {milestones(here, work)}
        {work_items(here, work)}
        {actions(here, work)}
        {reviews(here, work)}
        {issues(here, work)}
        {readings(here, work)}
        {conditions(here, work)}
        {promises(here, work)}
        {answers(here, work)}
        {groups(here, work)}
        {super::lasting::panels(here, work)}
        {pauses(here, work)}
    }
    .into_any()
}

fn asks(here: &Here, work: &MyWork) -> Option<impl IntoView + use<>> {
    let row = |one: &Due<WaitingAsk>| {
        let address =
            here.link(&format!("innovations/{}/updates#update-{}", one.innovation.number, one.what.update.ordinal));
        let what = view! { <b>{one.what.ask.what.to_string()}</b> }.into_any();
        let seen = here.seen();
        match one.what.taken_up.and_then(|id| seen.decision(id).ok()) {
            Some(open) if seen.may_record_decision(open) => {
                line(here, one, what, here.link(&format!("decisions/{}/outcome", open.id)), "Record the outcome")
            }
            None if seen.may(Act::RecordDecision, Some(one.innovation)) => {
                let path =
                    format!("decisions/new?innovation={}&ask={}", one.innovation.number, one.what.update.ordinal);
                line(here, one, what, here.link(&path), "Answer this ask")
            }
            _ => line(here, one, what, address, "Read the update"),
        }
    };
    panel("asks", "Asked of you", work.asks.iter().map(row).collect())
}

fn updates(here: &Here, work: &MyWork) -> Option<impl IntoView + use<>> {
    let row = |one: &Due<UpdateDue>| {
        let address = here.link(&format!("innovations/{}/updates/new", one.innovation.number));
        let asked = one.what.reminder.map(|reminder| {
            let who = here.reach().portfolio().name_of(reminder.entry.by).unwrap_or("somebody who left").to_owned();
            view! { <p class="soon">{format!("You were asked on {} by {who} to post it.", date(reminder.on))}</p> }
        });
        let last = match one.what.last {
            None => view! { <span>"Nothing said yet"</span> }.into_any(),
            Some(last) => view! {
                <span class="row">"Last said" {confidence_state(last.confidence)} {format!("for {}", date(last.period_end))}</span>
            }
            .into_any(),
        };
        let last = view! { {last} {asked} }.into_any();
        line(here, one, last, address, "Post update")
    };
    panel("updates", "Updates you owe", work.updates.iter().map(row).collect())
}

fn milestones(here: &Here, work: &MyWork) -> Option<impl IntoView + use<>> {
    let row = |one: &Due<&Arc<Milestone>>| {
        let address = here.link(&format!("innovations/{}/milestones/{}", one.innovation.number, one.what.id));
        let what = view! { <b>{one.what.title.to_string()}</b> }.into_any();
        line(here, one, what, address, "Open the milestone")
    };
    let many = (!here.looks_back()).then(|| {
        view! { <p class="s mt"><a href=here.link("milestones")>"Change the dates of those in the next 60 days"</a></p> }.into_any()
    });
    panel_with("milestones", "Your milestones", work.milestones.iter().map(row).collect(), many)
}

/// What waits, and what has a day that cannot move.
fn work_items(here: &Here, work: &MyWork) -> Option<impl IntoView + use<>> {
    let row = |one: &Due<&Arc<WorkItem>>| {
        let board = here.link(&format!("innovations/{}/work", one.innovation.number));
        let item = here.link(&format!("innovations/{}/work/{}", one.innovation.number, one.what.ordinal));
        let fixed =
            one.what.fixed_on.map(|day| format!("must be done by {}, {}", date(day), until(days(here.today, day))));
        let words: Vec<_> = waits_for(one.what, here.today).into_iter().chain(fixed).collect();
        view! {
            <li class="stack stack-s">
                <div class="s"><a href=item><b>{one.what.title.to_string()}</b></a></div>
                <p class="row spread s">
                    <a class="quiet" href=board>{named(here, one.innovation)}</a>
                    <span class:late=one.late.is_positive()>{words.join("; ")}</span>
                </p>
            </li>
        }
        .into_any()
    };
    panel("work-items", "Your work that waits or has a fixed day", work.work_items.iter().map(row).collect())
}

fn actions(here: &Here, work: &MyWork) -> Option<impl IntoView + use<>> {
    let row = |one: &Due<(&Arc<Risk>, &RiskAction)>| {
        let (risk, action) = one.what;
        let address = here.link(&format!("innovations/{}/risks/{}", one.innovation.number, risk.id));
        let event = format!("Against the risk: {}", risk.event);
        let what = view! { <b>{action.text.to_string()}</b> <br/> <span class="quiet">{event}</span> }.into_any();
        line(here, one, what, address, "Open the risk")
    };
    panel("actions", "Your risk actions", work.actions.iter().map(row).collect())
}

fn reviews(here: &Here, work: &MyWork) -> Option<impl IntoView + use<>> {
    let row = |one: &Due<&Arc<Risk>>| {
        let address = here.link(&format!("innovations/{}/risks/{}", one.innovation.number, one.what.id));
        let what = view! { <b>{one.what.event.to_string()}</b> }.into_any();
        line(here, one, what, address, "Review the risk")
    };
    panel("reviews", "Risks to review", work.risk_reviews.iter().map(row).collect())
}

fn issues(here: &Here, work: &MyWork) -> Option<impl IntoView + use<>> {
    let row = |one: &Due<&Arc<Issue>>| {
        let number = one.innovation.number;
        let what = view! { <b>{one.what.title.to_string()}</b> }.into_any();
        if here.seen().may(Act::EditInnovation, Some(one.innovation)) {
            let path = format!("innovations/{number}/issues/{}/resolve", one.what.id);
            return line(here, one, what, here.link(&path), "Resolve the issue");
        }
        line(here, one, what, here.link(&format!("innovations/{number}/risks")), "Open the issues")
    };
    panel("issues", "Your issues", work.issues.iter().map(row).collect())
}

fn readings(here: &Here, work: &MyWork) -> Option<impl IntoView + use<>> {
    let row = |one: &DueReading| {
        let code = here.seen().organisation().short_code.to_string();
        let (of, base) = match one.innovation {
            Some(innovation) => (
                format!("{code}-{} {}", innovation.number, innovation.title),
                format!("innovations/{}/measures/{}", innovation.number, one.measure.id),
            ),
            None => ("An outcome of your priority area".into(), format!("measures/{}", one.measure.id)),
        };
        let adds = match one.innovation {
            Some(innovation) => here.seen().may(Act::EditInnovation, Some(innovation)),
            None => here.seen().may(Act::EditDirection, None),
        };
        let (verb, path) =
            if adds { ("Add a reading", format!("{base}/readings/new")) } else { ("Open the measure", base) };
        let label = format!("{verb}: {}", one.measure.title);
        let go = (!here.looks_back()).then(|| view! { <a href=here.link(&path) aria-label=label>{verb}</a> });
        let due = format!("{}, {}", until(-one.late), date(one.due_on));
        view! {
            <li class="stack stack-s">
                <div class="s"><b>{one.measure.title.to_string()}</b></div>
                <p class="row spread s">
                    <span class="quiet">{of}</span>
                    <span class="row"><span class="late">{due}</span> {go}</span>
                </p>
            </li>
        }
        .into_any()
    };
    panel("readings", "Readings that are overdue", work.readings.iter().map(row).collect())
}

fn conditions(here: &Here, work: &MyWork) -> Option<impl IntoView + use<>> {
    let row = |one: &Due<OpenCondition>| {
        let (number, open) = (one.innovation.number, &one.what);
        let what = view! { <b>{open.condition.text.to_string()}</b> }.into_any();
        if here.seen().may(Act::EditInnovation, Some(one.innovation)) {
            let path = format!("innovations/{number}/moves/{}/conditions/{}", open.ordinal, open.index);
            return line(here, one, what, here.link(&path), "Say that it is met");
        }
        line(here, one, what, here.link(&format!("innovations/{number}")), "Open the innovation")
    };
    panel("conditions", "Conditions you promised to meet", work.conditions.iter().map(row).collect())
}

fn pauses(here: &Here, work: &MyWork) -> Option<impl IntoView + use<>> {
    let row = |one: &Due<&Arc<StageMove>>| {
        let address = here.link(&format!("innovations/{}", one.innovation.number));
        let what = view! { <span>{format!("Paused since {}", date(one.what.on))}</span> }.into_any();
        line(here, one, what, address, "Resume, pause again or stop")
    };
    panel("pauses", "Paused, to be looked at again", work.pauses.iter().map(row).collect())
}

fn promises(here: &Here, work: &MyWork) -> Option<impl IntoView + use<>> {
    let row = |one: &PromiseDue| {
        let promise = one.follow_up;
        let (from, address) = follow_up::source(here, promise.from);
        let due = format!("{}, {}", until(-one.late), date(promise.due_on));
        let done = (!here.looks_back()).then(|| follow_up::done_button(here, promise));
        view! {
            <li class="stack stack-s">
                <div class="s"><b>{promise.text.to_string()}</b></div>
                <div class="row spread s">
                    <a class="quiet" href=address>{from}</a>
                    <div class="row"><span class:late=one.late.is_positive()>{due}</span> {done}</div>
                </div>
            </li>
        }
        .into_any()
    };
    panel("follow-ups", "What you promised", work.follow_ups.iter().map(row).collect())
}

fn answers(here: &Here, work: &MyWork) -> Option<impl IntoView + use<>> {
    let row = |one: &Due<&Arc<Feedback>>| {
        let path = format!("innovations/{}/feedback/{}/answer", one.innovation.number, one.what.id);
        let what = view! { <b>{format!("“{}”", one.what.said)}</b> }.into_any();
        line(here, one, what, here.link(&path), "Answer")
    };
    panel("answers", "People wait for an answer", work.feedback.iter().map(row).collect())
}

fn groups(here: &Here, work: &MyWork) -> Option<impl IntoView + use<>> {
    let row = |one: &Due<StakeSight>| {
        let path = format!("engagement/new?innovation={}", one.innovation.number);
        let what = view! { <b>{one.what.stakeholder.name.to_string()}</b> }.into_any();
        line(here, one, what, here.link(&path), "Log engagement")
    };
    panel("groups", "Groups to be met", work.groups.iter().map(row).collect())
}

/// What it is, of which innovation, by when, and the way to it.
pub(super) fn line<T>(here: &Here, one: &Due<T>, what: AnyView, address: String, verb: &'static str) -> AnyView {
    let code = here.seen().organisation().short_code.to_string();
    let innovation = format!("{code}-{} {}", one.innovation.number, one.innovation.title);
    let due = format!("{}, {}", until(-one.late), date(one.due_on));
    let label = format!("{verb}: {innovation}");
    let go = (!here.looks_back()).then(|| view! { <a href=address aria-label=label>{verb}</a> });
    let home = here.link(&format!("innovations/{}", one.innovation.number));
    view! {
        <li class="stack stack-s">
            <div class="s">{what}</div>
            <p class="row spread s">
                <a class="quiet" href=home>{innovation}</a>
                <span class="row"><span class:late=one.late.is_positive()>{due}</span> {go}</span>
            </p>
        </li>
    }
    .into_any()
}

pub(super) fn panel(id: &'static str, title: &'static str, rows: Vec<AnyView>) -> Option<impl IntoView + use<>> {
    panel_with(id, title, rows, None)
}

/// With more below the list.
fn panel_with(
    id: &'static str,
    title: &'static str,
    rows: Vec<AnyView>,
    more: Option<AnyView>,
) -> Option<impl IntoView + use<>> {
    let count = rows.len();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="panel" aria-labelledby=id>
                <h2 id=id>{format!("{title} ({count})")}</h2>
                <ul class="rows">{rows}</ul>
                {more}
            </section>
        }
    })
}
