//! Issues as a list, the open ones first.
use crate::{
    about::About,
    here::Here,
    risk::address,
    ui::words::{date, until},
};
use domain::{Act, Issue, days};
use leptos::prelude::*;
use std::{cmp::Reverse, sync::Arc};

/// Of one innovation, with those that are resolved.
pub fn panel(here: &Here, about: &About) -> AnyView {
    let mut issues: Vec<_> = here.seen().issues(about.id()).cloned().collect();
    issues.sort_by_key(|one| (!one.is_open(), one.severity, one.due_on, Reverse(one.raised_on), one.id));
    let listed: Vec<_> = issues.into_iter().map(|one| (about.clone(), one)).collect();
    framed(here, about, &listed)
}

/// Every open one: of the organisation and of its innovations.
pub fn open(here: &Here) -> AnyView {
    let listed: Vec<_> = here.seen().open_issues().into_iter().map(|one| (about(here, one), one.clone())).collect();
    framed(here, &About { innovation: None }, &listed)
}

fn about(here: &Here, issue: &Issue) -> About {
    About { innovation: issue.innovation.and_then(|id| here.seen().innovation(id).ok()).cloned() }
}

/// `about` is what an issue raised here would be about; in a list of several it stands in each row.
fn framed(here: &Here, about: &About, issues: &[(About, Arc<Issue>)]) -> AnyView {
    let adds = about.may(here, Act::EditInnovation);
    let add = adds.then(|| view! { <a class="btn no-print" href=about.link(here, "issues/new")>"Raise an issue"</a> });
    let content = if issues.is_empty() {
        view! { <p class="empty">"An issue is a problem that is there now: who solves it, and by when."</p> }.into_any()
    } else {
        table(here, issues, about.innovation.is_none())
    };
    view! {
        <section class="panel" aria-labelledby="issues">
            <div class="row spread mb"><h2 id="issues">{heading(here, issues)}</h2>{add}</div>
            {content}
        </section>
    }
    .into_any()
}

/// The finding, not the topic.
fn heading(here: &Here, issues: &[(About, Arc<Issue>)]) -> String {
    let open = issues.iter().filter(|(_, one)| one.is_open()).count();
    let late = issues.iter().filter(|(_, one)| one.is_overdue(here.today)).count();
    let word = if open == 1 { "issue" } else { "issues" };
    match (issues.len(), open, late) {
        (0, ..) => "No open issues".into(),
        (_, 0, _) => "Every issue is resolved".into(),
        (_, open, 0) => format!("{open} open {word}"),
        (_, open, late) => format!("{open} open {word}, {late} overdue"),
    }
}

fn table(here: &Here, issues: &[(About, Arc<Issue>)], of_several: bool) -> AnyView {
    let may_edit = issues.iter().any(|(about, _)| about.may(here, Act::EditInnovation));
    let rows = issues.iter().map(|(about, one)| row(here, about, one, may_edit, of_several)).collect_view();
    view! {
        <table class="table table-cards">
            <thead>
                <tr>
                    <th scope="col">"Issue"</th>
                    <th scope="col">"Severity"</th>
                    <th scope="col">"Owner"</th>
                    <th scope="col">"Due or resolved"</th>
                    {may_edit.then(|| view! { <th scope="col" class="no-print">"Change"</th> })}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(here: &Here, about: &About, issue: &Arc<Issue>, may_edit: bool, of_several: bool) -> impl IntoView + use<> {
    let of = if of_several { format!("{}. ", about.title(here)) } else { String::new() };
    let from = issue.from_risk.map(|id| {
        let label = format!("The risk that became “{}”", issue.title);
        view! { " " <a href=address(here, about, id) aria-label=label>"From a risk that happened"</a> }
    });
    let due = match issue.resolved_on {
        Some(day) => format!("Resolved on {}", date(day)),
        None => format!("By {}, {}", date(issue.due_on), until(days(here.today, issue.due_on))),
    };
    let decided = issue.decision.and_then(|id| here.seen().decision(id).ok());
    let decided = decided.map(|one| view! { <br/><span class="s">{format!("Decision: {}", one.what)}</span> });
    let how = issue.resolution.as_ref().map(|text| view! { <br/><span class="s">{text.to_string()}</span> });
    let changes = may_edit.then(|| {
        let links = (issue.is_open() && about.may(here, Act::EditInnovation)).then(|| {
            [("resolve", "Resolve"), ("edit", "Edit")].map(|(path, word)| {
                let label = format!("{word}: {}", issue.title);
                let link = about.link(here, &format!("issues/{}/{path}", issue.id));
                view! { <a href=link aria-label=label>{word}</a>" " }
            })
        });
        view! { <td data-l="Change" class="no-print"><span class="row">{links}</span></td> }
    });
    view! {
        <tr id=format!("issue-{}", issue.id)>
            <th scope="row">
                {issue.title.to_string()}
                <br/>
                <span class="xs quiet">{format!("{of}Since {}.", date(issue.raised_on))}{from}</span>
            </th>
            <td data-l="Severity">{issue.severity.label()}</td>
            <td data-l="Owner">{crate::risk::words::name(here, issue.owner)}</td>
            <td data-l="Due or resolved" class:late=issue.is_overdue(here.today)>{due}{how}{decided}</td>
            {changes}
        </tr>
    }
}
