use crate::{failure::Failure, here::Here, ui::words::date};
use axum::response::Response;
use domain::{Act, Membership, PersonHere, PersonId};
use leptos::prelude::*;

pub async fn show(here: Here) -> Result<Response, Failure> {
    let may_manage = !here.looks_back() && here.seen().may(Act::ManagePeople, None);
    let disabled = if may_manage { here.store().disabled_in(here.reach().portfolio().id).await? } else { vec![] };
    here.answer(|here| {
        let here = here.clone();
        Ok(here.clone().page("People", move || {
            let mut people = here.seen().people(here.today);
            if !may_manage {
                people.retain(|one| one.is_current);
            }
            let current = people.iter().filter(|one| one.is_current).count();
            let heading = match current {
                1 => "1 person has a place here".into(),
                many => format!("{many} people have a place here"),
            };
            let actions = may_manage.then(|| {
                view! {
                    <p class="row">
                        <a class="btn btn-go" href=here.link("people/invite")>"Invite somebody"</a>
                        <a class="btn" href=here.link("log")>"Log"</a>
                    </p>
                }
            });
            view! {
                <div class="ph row spread"><h1>{heading}</h1>{actions}</div>
                <section class="panel" aria-label="Everyone by name">{table(&here, &people, &disabled, may_manage)}</section>
            }
        }))
    })
}

fn table(here: &Here, people: &[PersonHere], disabled: &[PersonId], may_manage: bool) -> impl IntoView + use<> {
    let rows = people.iter().flat_map(|person| {
        // Someone who reads sees the places of today; an administrator also those of before and after.
        let places = person.places.iter().filter(|one| may_manage || one.is_current(here.today));
        let is_disabled = disabled.contains(&person.person);
        places.map(|one| row(here, person, one, (may_manage, is_disabled))).collect::<Vec<_>>()
    });
    let rows = rows.collect_view();
    view! {
        <table class="table table-cards">
            <thead>
                <tr>
                    <th scope="col">"Name"</th>
                    <th scope="col">"Role"</th>
                    <th scope="col">"Title and service"</th>
                    <th scope="col">"Since"</th>
                    {may_manage.then(|| view! { <th scope="col">"Change"</th> })}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(
    here: &Here,
    person: &PersonHere,
    one: &Membership,
    (may_manage, is_disabled): (bool, bool),
) -> impl IntoView + use<> {
    let council = one.council.and_then(|id| here.seen().council(id)).map(|council| council.name.to_string());
    let about = [one.title.as_ref().map(ToString::to_string), one.service.as_ref().map(ToString::to_string), council];
    let about = about.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let since = match one.to_on {
        Some(last) if last < here.today => format!("{}, ended {}", date(one.from_on), date(last)),
        Some(last) => format!("{}, until {}", date(one.from_on), date(last)),
        None if one.from_on > here.today => format!("From {}", date(one.from_on)),
        None => date(one.from_on),
    };
    let is_over = one.to_on.is_some_and(|last| last < here.today);
    let name = person.name.to_string();
    let changes = may_manage.then(|| {
        let base = format!("people/{}", one.id);
        let account = if is_disabled { ("/enable", "Enable account") } else { ("/disable", "Disable account") };
        let links = [("", "Change"), ("/end", "End"), ("/reset", "New link"), account];
        let links = links.into_iter().filter(|_| !is_over).map(|(path, word)| {
            let label = format!("{word}: {name}, {}", one.role.label());
            view! { <a href=here.link(&format!("{base}{path}")) aria-label=label>{word}</a>" " }
        });
        view! { <td data-l="Change"><span class="row">{links.collect_view()}</span></td> }
    });
    view! {
        <tr>
            <th scope="row">{name.clone()} {is_disabled.then(|| view! { <span class="tag">"Disabled"</span> })}</th>
            <td data-l="Role">{one.role.label()}</td>
            <td data-l="Title and service">{if about.is_empty() { "–".to_owned() } else { about }}</td>
            <td data-l="Since">{since}</td>
            {changes}
        </tr>
    }
}
