//! Everything that an administrator settles, with a way to each form.
use crate::{
    failure::Failure,
    here::Here,
    ui::words::{count, date},
};
use axum::response::Response;
use domain::{Act, Council, Ending, EngagementLevel, MembershipId, OrganisationKind, QuietPeriod, Statement, days};
use leptos::prelude::*;
use std::sync::Arc;

pub async fn show(here: Here) -> Result<Response, Failure> {
    here.seen().must(Act::ManagePeople, None)?;
    here.answer(|here| {
        let here = here.clone();
        Ok(here.clone().page("Settings", move || {
            let is_partnership = here.seen().organisation().kind == OrganisationKind::Partnership;
            view! {
                <div class="ph">
                    <h1>"Settings"</h1>
                    <p class="quiet prose">"What holds for the whole organisation. Only administrators see this page."</p>
                </div>
                <div class="stack stack-l">
                    {organisation(&here)}
                    {escalation(&here)}
                    {levels(&here)}
                    {quiet_periods(&here)}
                    {is_partnership.then(|| councils(&here))}
                    {statements(&here)}
                </div>
            }
        }))
    })
}

fn organisation(here: &Here) -> impl IntoView + use<> {
    let seen = here.seen();
    let one = seen.organisation();
    let stages: Vec<_> = one.stage_model().stages.iter().map(|stage| stage.name.to_string()).collect();
    let edit = change(here, "organisation", "Edit", "Edit the name and short code");
    let ending = change(here, "ending", "Change", "Change when it ends and who follows");
    view! {
        <section class="panel" aria-labelledby="organisation">
            <div class="row spread mb"><h2 id="organisation">{one.kind.label()}</h2>{edit}</div>
            <dl class="dl">
                <dt>"Name"</dt><dd>{one.name.to_string()}</dd>
                <dt>"Short code"</dt><dd>{format!("{}, as in {}-12", one.short_code, one.short_code)}</dd>
                <dt>"Address"</dt><dd>{format!("/{}", one.slug)}</dd>
                <dt>"Stages"</dt><dd>{stages.join(", ")}</dd>
                <dt>"Ends"</dt><dd>{one.ending.as_ref().map_or_else(|| "It goes on".into(), ends)}" "{ending}</dd>
            </dl>
        </section>
    }
}

/// "On 31 March 2028; Greater Northshire follows".
fn ends(ending: &Ending) -> String {
    let names: Vec<_> = ending.successors.iter().map(ToString::to_string).collect();
    let follows = match &names[..] {
        [] => "who follows is not known".to_owned(),
        [one] => format!("{one} follows"),
        [most @ .., last] => format!("{} and {last} follow", most.join(", ")),
    };
    format!("On {}; {follows}", date(ending.on))
}

fn escalation(here: &Here) -> impl IntoView + use<> {
    let organisation = here.seen().organisation();
    let named = &organisation.escalation;
    let name =
        |id: Option<MembershipId>| id.map_or_else(|| "– nobody named".into(), |id| crate::risk::words::name(here, id));
    let level = organisation.key_decision.map_or_else(|| "– not set".into(), |level| level.to_string());
    let breach = named.breach_process.as_ref().map_or_else(|| "– not set".into(), ToString::to_string);
    view! {
        <section class="panel" aria-labelledby="escalation">
            <div class="row spread mb">
                <h2 id="escalation">"Named when a threat is over tolerance"</h2>
                {change(here, "escalation", "Edit", "Edit who is named when a threat is over tolerance")}
            </div>
            <dl class="dl">
                <dt>"Finance lead"</dt><dd>{name(named.finance_lead)}</dd>
                <dt>"Monitoring Officer"</dt><dd>{name(named.monitoring_officer)}</dd>
                <dt>"Data protection officer"</dt><dd>{name(named.data_protection_officer)}</dd>
                <dt>"Process for a breach"</dt><dd>{breach}</dd>
                <dt>"Key-decision level"</dt><dd>{level}</dd>
            </dl>
        </section>
    }
}

fn levels(here: &Here) -> impl IntoView + use<> {
    let organisation = here.seen().organisation();
    let rows = EngagementLevel::ALL.iter().map(|level| {
        let about = crate::stake::about(*level);
        view! { <dt>{organisation.level_label(*level).to_owned()}</dt><dd>{about}</dd> }
    });
    view! {
        <section class="panel" aria-labelledby="levels">
            <div class="row spread mb">
                <h2 id="levels">"How far people share in a decision"</h2>
                {change(here, "levels", "Edit", "Edit what the levels of engagement are called")}
            </div>
            <dl class="dl">{rows.collect_view()}</dl>
        </section>
    }
}

fn quiet_periods(here: &Here) -> impl IntoView + use<> {
    let mut periods: Vec<_> = here.seen().quiet_periods().cloned().collect();
    periods.sort_by_key(|one| std::cmp::Reverse((one.from_on, one.id)));
    let rows = periods.iter().map(|one| quiet_period(here, one)).collect_view();
    let body = if periods.is_empty() {
        let text = "No quiet periods. In a quiet period, such as Christmas or before an election, silence is normal and \
                    nothing goes stale.";
        view! { <p class="empty">{text}</p> }.into_any()
    } else {
        view! {
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">"Quiet period"</th>
                        <th scope="col">"From"</th>
                        <th scope="col">"To"</th>
                        <th scope="col">"Days"</th>
                        <th scope="col">"Change"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section class="panel" aria-labelledby="quiet">
            <div class="row spread mb">
                <h2 id="quiet">"Quiet periods"</h2>
                {change(here, "quiet-periods/new", "Add", "Add a quiet period")}
            </div>
            {body}
        </section>
    }
}

fn quiet_period(here: &Here, one: &Arc<QuietPeriod>) -> impl IntoView + use<> {
    let changes = if one.from_on > here.today {
        let links = [("edit", "Edit"), ("remove", "Remove")].map(|(path, word)| {
            let label = format!("{word}: {}", one.label);
            change(here, &format!("quiet-periods/{}/{path}", one.id), word, &label)
        });
        view! { <span class="row">{links.collect_view()}</span> }.into_any()
    } else {
        view! { <span class="quiet">{if one.to_on < here.today { "Over" } else { "Under way" }}</span> }.into_any()
    };
    let closed = one.closed.then_some(", closed");
    view! {
        <tr>
            <th scope="row">{one.label.to_string()}{closed}</th>
            <td data-l="From">{date(one.from_on)}</td>
            <td data-l="To">{date(one.to_on)}</td>
            <td data-l="Days">{count(days(one.from_on, one.to_on) + 1, "day")}</td>
            <td data-l="Change">{changes}</td>
        </tr>
    }
}

fn councils(here: &Here) -> impl IntoView + use<> {
    let mut councils: Vec<_> = here.seen().councils().cloned().collect();
    councils.sort_by(|one, other| one.name.cmp(&other.name));
    let rows = councils.iter().map(|one| council(here, one)).collect_view();
    view! {
        <section class="panel" aria-labelledby="councils">
            <div class="row spread mb">
                <h2 id="councils">"Member councils"</h2>
                {change(here, "councils/new", "Add", "Add a member council")}
            </div>
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">"Council"</th>
                        <th scope="col">"Member"</th>
                        <th scope="col">"Its people here"</th>
                        <th scope="col">"Change"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

fn council(here: &Here, one: &Arc<Council>) -> impl IntoView + use<> {
    let member = match one.to_on {
        Some(last) => format!("{} to {}", date(one.from_on), date(last)),
        None => format!("since {}", date(one.from_on)),
    };
    let linked = if one.organisation.is_some() { "read the innovations that list it" } else { "not linked" };
    let ends = one
        .ending
        .as_ref()
        .map(|ending| view! { <br/><span class="quiet s">{format!("Ends: {}", ends(ending))}</span> });
    let links = [("edit", "Edit"), ("ending", "Its end"), ("end", "End membership")].map(|(path, word)| {
        change(here, &format!("councils/{}/{path}", one.id), word, &format!("{word}: {}", one.name))
    });
    view! {
        <tr>
            <th scope="row">{one.name.to_string()}</th>
            <td data-l="Member">{member}{ends}</td>
            <td data-l="Its people here">{linked}</td>
            <td data-l="Change"><span class="row">{links.collect_view()}</span></td>
        </tr>
    }
}

fn statements(here: &Here) -> impl IntoView + use<> {
    let rows = Statement::ALL.iter().map(|one| {
        let own = here.seen().organisation().statement(*one).is_some();
        let path = format!("statements/{}", one.key());
        let label = format!("Edit: {}", one.label());
        view! {
            <li class="row spread">
                <span>
                    <a href=here.link(one.key())>{one.label()}</a>
                    " "
                    <span class="quiet s">{if own { "in your own words" } else { "as Foothold words it" }}</span>
                </span>
                {change(here, &path, "Edit", &label)}
            </li>
        }
    });
    view! {
        <section class="panel" aria-labelledby="statements">
            <h2 id="statements">"Statements that everyone can read"</h2>
            <ul class="rows">{rows.collect_view()}</ul>
        </section>
    }
}

/// A link to a form of the settings; none on a past day.
fn change(here: &Here, path: &str, word: &'static str, label: &str) -> impl IntoView + use<> {
    let (address, label) = (here.link(&format!("settings/{path}")), label.to_owned());
    (!here.looks_back()).then(|| view! { <a href=address aria-label=label>{word}</a> })
}
