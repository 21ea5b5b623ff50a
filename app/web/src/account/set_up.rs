//! First-run set-up: the first organisation and the first person, by the one-time link that the server prints.
use super::{
    fields::nth_id,
    refused::{From, refused},
    set_up_fields::{Answers, EMAIL, MANAGER, PRESET, SLUG, first_council, questions},
};
use crate::{App, failure::Failure, form::Sheet, http::Caller, page::Page, session::let_in, visit::Visit};
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Response},
};
use domain::{
    Band, CouncilId, FoundCouncil, FoundInput, Language, MembershipId, OrganisationId, PersonId, Preset, Rule, Side,
    Slug, found_organisation, london_day,
};
use leptos::prelude::*;
use store::{Asked, Founding, LinkKind, LinkRefusal, NewAccount, Token};
use uuid::Uuid;

/// Looks at the link without using it.
pub async fn show(State(app): State<App>, RawQuery(query): RawQuery, visit: Visit) -> Result<Response, Failure> {
    match look(&app, query.as_deref()).await {
        Ok(_) => {
            let sheet = first_council(Sheet::blank()).with(PRESET, Preset::Default.key()).with(MANAGER, "yes");
            Ok(page(visit, sheet).into_response())
        }
        Err(why) => refused(visit, why, From::Operator),
    }
}

pub async fn submit(
    State(app): State<App>,
    RawQuery(query): RawQuery,
    caller: Caller,
    visit: Visit,
    mut sheet: Sheet,
) -> Result<Response, Failure> {
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
    let Some(answers) = Answers::read(&mut sheet) else {
        return Ok(page(visit, sheet).into_response());
    };
    let asked = Asked { at: app.now(), submission: sheet.submission() };
    let home = format!("/{}", answers.slug);
    match found(&app, &token, answers, &caller, asked).await {
        Ok(session) => return Ok(let_in(&app, &session, &home)),
        Err(LinkRefusal::EmailTaken) => {
            sheet.wrong::<()>(EMAIL, Rule::Taken);
        }
        Err(LinkRefusal::Failed(error)) => sheet.refuse(error)?,
        Err(why) => return refused(visit, why, From::Operator),
    }
    Ok(page(visit, sheet).into_response())
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

async fn found(
    app: &App,
    token: &Token,
    answers: Answers,
    caller: &Caller,
    asked: Asked,
) -> Result<Token, LinkRefusal> {
    let id = |number| nth_id(asked.submission.0, number);
    let account = NewAccount {
        id: PersonId(id(1)),
        email: answers.email.clone(),
        name: answers.person_name.clone(),
        language: Language::English,
    };
    let (password, slug) = (answers.password.clone(), answers.slug.clone());
    let input = input(answers, id);
    let organisation = input.id;
    let decision = found_organisation(input, account.id, london_day(asked.at)).map_err(store::Error::Refused)?;
    let founding = Founding { organisation, slug, decision };
    app.store.set_up(token, &account, &password, founding, &caller.client(), asked).await
}

fn input(answers: Answers, id: impl Fn(u128) -> Uuid) -> FoundInput {
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
        person_name: answers.person_name,
        title: answers.title,
        side: Side::Neither,
        band: Band::MiddleManager,
        administrator: MembershipId(id(2)),
        programme_manager: answers.manager.then(|| MembershipId(id(3))),
    }
}

fn page(visit: Visit, sheet: Sheet) -> Page {
    let status = sheet.status();
    let page = Page::new(visit, "Start your innovation portfolio", move || {
        view! {
            {sheet.summary()}
            <div class="ph">
                <h1>"Start your innovation portfolio"</h1>
                <p class="lead prose">"Say who you are. Everything but the address can be changed later."</p>
            </div>
            <form method="post" class="stack stack-l" novalidate>
                {sheet.hidden()}
                {questions(&sheet)}
                <div class="row"><button class="btn btn-go btn-big btn-wide">"Start the portfolio"</button></div>
            </form>
        }
    });
    page.narrow().with_status(status)
}
