//! Setting up an organisation, the first or another, by a one-time link that whoever runs the server makes.
use super::{
    fields::nth_id,
    refused::{From, refused},
    set_up_fields::{Answers, EMAIL, MANAGER, PRESET, SLUG, first_council, questions},
};
use crate::{
    App,
    failure::Failure,
    form::Sheet,
    http::Caller,
    page::Page,
    session::{SignedIn, let_in},
    visit::Visit,
};
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Band, CouncilId, FoundCouncil, FoundInput, Language, MembershipId, Name, OrganisationId, PersonId, Preset, Rule,
    Side, Slug, found_organisation, london_day,
};
use leptos::prelude::*;
use store::{Asked, Founding, LinkKind, LinkRefusal, NewAccount, Session, Token};
use uuid::Uuid;

/// Looks at the link without using it.
pub async fn show(
    State(app): State<App>,
    RawQuery(query): RawQuery,
    visit: Visit,
    known: Result<SignedIn, Failure>,
) -> Result<Response, Failure> {
    let known = known.ok().map(|one| one.session);
    match look(&app, query.as_deref()).await {
        Ok(_) => {
            let sheet = first_council(Sheet::blank()).with(PRESET, Preset::Default.key()).with(MANAGER, "yes");
            Ok(page(visit, sheet, query.as_deref(), known).into_response())
        }
        Err(why) => refused(visit, why, From::Operator),
    }
}

pub async fn submit(
    State(app): State<App>,
    RawQuery(query): RawQuery,
    caller: Caller,
    visit: Visit,
    known: Result<SignedIn, Failure>,
    mut sheet: Sheet,
) -> Result<Response, Failure> {
    let known = known.ok().map(|one| one.session);
    let token = match look(&app, query.as_deref()).await {
        Ok(token) => token,
        Err(why) => return refused(visit, why, From::Operator),
    };
    // A slug left out is made of the name, and shown when the form comes back.
    if sheet.typed(SLUG).trim().is_empty()
        && let Some(slug) = Slug::of(sheet.typed_as("name"))
    {
        sheet = sheet.with(SLUG, slug);
    }
    let Some(answers) = Answers::read(&mut sheet, known.is_none()) else {
        return Ok(page(visit, sheet, query.as_deref(), known).into_response());
    };
    let asked = Asked { at: app.now(), submission: sheet.submission() };
    let home = format!("/{}", answers.slug);
    match found(&app, &token, answers, known.as_ref(), &caller, asked).await {
        Ok(Some(session)) => return Ok(let_in(&app, &session, &home)),
        Ok(None) => return Ok(Redirect::to(&home).into_response()),
        Err(LinkRefusal::EmailTaken) => {
            sheet.wrong::<()>(EMAIL, Rule::Taken);
        }
        Err(LinkRefusal::Failed(error)) => sheet.refuse(error)?,
        Err(why) => return refused(visit, why, From::Operator),
    }
    Ok(page(visit, sheet, query.as_deref(), known).into_response())
}

async fn look(app: &App, query: Option<&str>) -> Result<Token, LinkRefusal> {
    let mut asked = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    let token = asked.find(|(name, _)| name == "link").and_then(|(_, link)| link.parse::<Token>().ok());
    let token = token.ok_or(LinkRefusal::Unknown)?;
    match app.store.look_at_link(&token, app.now()).await?.kind {
        LinkKind::Setup => Ok(token),
        LinkKind::Invitation | LinkKind::Reset => Err(LinkRefusal::NotForThis),
    }
}

/// Somebody new is signed in by it; who is signed in keeps the account they have.
async fn found(
    app: &App,
    token: &Token,
    mut answers: Answers,
    known: Option<&Session>,
    caller: &Caller,
    asked: Asked,
) -> Result<Option<Token>, LinkRefusal> {
    let id = |number| nth_id(asked.submission.0, number);
    let (newcomer, slug, today) = (answers.newcomer.take(), answers.slug.clone(), london_day(asked.at));
    let founding = |input: FoundInput, person| {
        let organisation = input.id;
        let decision = found_organisation(input, person, today).map_err(store::Error::Refused)?;
        Ok::<_, store::Error>(Founding { organisation, slug, decision })
    };
    match (newcomer, known) {
        (Some(new), _) => {
            let (name, language) = (new.name.clone(), Language::English);
            let account = NewAccount { id: PersonId(id(1)), email: new.email, name: new.name, language };
            let founding = founding(input(answers, name, id), account.id)?;
            app.store.set_up(token, &account, &new.password, founding, &caller.client(), asked).await.map(Some)
        }
        (None, Some(known)) => {
            let name = known.name.parse().map_err(|_| LinkRefusal::NotForThis)?;
            let founding = founding(input(answers, name, id), known.person)?;
            app.store.set_up_another(token, known.person, founding, &caller.client(), asked).await.map(|()| None)
        }
        (None, None) => Err(LinkRefusal::NotForThis),
    }
}

fn input(answers: Answers, person_name: Name, id: impl Fn(u128) -> Uuid) -> FoundInput {
    let councils = (10..).zip(answers.councils);
    let councils = councils.map(|(number, name)| FoundCouncil { id: CouncilId(id(number)), name }).collect();
    FoundInput {
        id: OrganisationId(id(0)),
        kind: answers.kind,
        name: answers.name,
        slug: answers.slug,
        short_code: answers.short_code,
        preset: answers.preset,
        councils,
        person_name,
        title: answers.title,
        side: Side::Neither,
        band: Band::MiddleManager,
        administrator: MembershipId(id(2)),
        programme_manager: answers.manager.then(|| MembershipId(id(3))),
    }
}

fn page(visit: Visit, sheet: Sheet, query: Option<&str>, known: Option<Session>) -> Page {
    let status = sheet.status();
    let back: String =
        form_urlencoded::byte_serialize(format!("/setup?{}", query.unwrap_or_default()).as_bytes()).collect();
    let sign_in = known.is_none().then(|| format!("/sign-in?next={back}"));
    let known = known.map(|one| one.name);
    let page = Page::new(visit, "Start your innovation portfolio", move || {
        view! {
            {sheet.summary()}
            <div class="ph">
                <h1>"Start your innovation portfolio"</h1>
                <p class="lead prose">"Say who you are. Everything but the address can be changed later."</p>
            </div>
            <form method="post" class="stack stack-l" novalidate>
                {sheet.hidden()}
                {questions(&sheet, known, sign_in)}
                <div class="row"><button class="btn btn-go btn-big btn-wide">"Start the portfolio"</button></div>
            </form>
        }
    });
    page.narrow().with_status(status)
}
