//! The questions of an update, what fills them and what they say.
use super::{
    explain::{self, CHALLENGED, SHOWN, explanation},
    record_says,
    sections::{self, ASK_STILL, DONE_STILL, NEXT_STILL, PATH_STILL, taken},
    shown_shape,
};
use crate::{
    form::{Choice, Field, Sheet, read},
    here::Here,
    ui::words::date,
};
use domain::{
    ChallengeCode, Confidence, Innovation, Link, Problem, Reason, Rule, Saying, StatusUpdate, Title, UpdateInput,
    WebAddress,
};
use leptos::prelude::*;

const AUTHOR: Field = Field::new("author", "You write as");
const PERIOD_END: Field = Field::new("period_end", "The day this is true for");
const CONFIDENCE: Field = Field::new("confidence", "How confident are you that this will deliver?");
const CHANCE: Field =
    Field::new("confidence_pct", "Chance that the next gate is met on its forecast date, in per cent")
        .hint("0 to 100. Leave blank if you cannot say.");
const DONE: Field = Field::new("done", "What has happened since your last update?").hint(
    "Drafted from the record. Say it in your own words: a few sentences, with numbers. Assume this could be disclosed.",
);
const NEXT: Field = Field::new("next", "What happens next, and who will do it?");
const ASK_WHAT: Field = Field::new("ask_what", "What do you need?").hint("Say what happens without it.");
const ASK_OF_WHOM: Field = Field::new("ask_of_whom", "From whom?");
const ASK_BY: Field = Field::new("ask_by", "You need it by");
const PATH_ACTION: Field = Field::new("path_action", "What will be done?");
const PATH_OWNER: Field = Field::new("path_owner", "Who does it?");
const PATH_BY: Field = Field::new("path_by", "Back on track by");
const LINK_TITLE: Field = Field::new("link_title", "What is it called?");
const LINK_ADDRESS: Field =
    Field::new("link_address", "Where is it?").hint("A full address, such as https://example.org/paper");

/// For today: what was done as the record tells it, and from last time only what has a tick of its own or no other way
/// to come back. The colour is chosen afresh each time.
pub fn filled(here: &Here, last: Option<&StatusUpdate>, drafted: String) -> Sheet {
    let sheet = Sheet::blank().with(PERIOD_END, here.today).with(DONE, drafted);
    let Some(last) = last else { return sheet };
    let link = last.links.first();
    sheet
        .with_any(CHANCE, last.confidence_pct)
        .with_any(LINK_TITLE, link.map(|link| &link.title))
        .with_any(LINK_ADDRESS, link.map(|link| &link.address))
}

/// `last`: from which ticked sections are taken over.
pub fn input(sheet: &mut Sheet, last: Option<&StatusUpdate>) -> Option<UpdateInput> {
    let ask = taken(sheet, ASK_STILL, last.and_then(|one| one.ask.clone()));
    let path = taken(sheet, PATH_STILL, last.and_then(|one| one.path_to_green.clone()));
    // The questions are not shown then, so what stands in them is left over from another colour.
    let asks_path = sheet.typed(CONFIDENCE) != Confidence::OnTrack.key();
    // In the order of the page, so that the summary of what is wrong has it too.
    read!(sheet, UpdateInput {
        confidence: CONFIDENCE,
        challenged: any CHALLENGED,
        shown: all SHOWN,
        explained: by explained,
        path_action: given match &path {
            _ if !asks_path => Some(None),
            Some(path) => Some(Some(path.action.clone())),
            None => sheet.read_any(PATH_ACTION),
        },
        path_owner: given match &path {
            _ if !asks_path => Some(None),
            Some(path) => Some(Some(path.owner)),
            None => sheet.read_any(PATH_OWNER),
        },
        path_by: given match &path {
            _ if !asks_path => Some(None),
            Some(path) => Some(Some(path.by)),
            None => sheet.read_any_day(PATH_BY),
        },
        done: given match taken(sheet, DONE_STILL, last.and_then(|one| one.done.clone())) {
            Some(again) => Some(again),
            None => sheet.read(DONE),
        },
        next: given match taken(sheet, NEXT_STILL, last.and_then(|one| one.next.clone())) {
            Some(again) => Some(again),
            None => sheet.read(NEXT),
        },
        ask_what: given match &ask {
            Some(ask) => Some(Some(ask.what.clone())),
            None => sheet.read_any(ASK_WHAT),
        },
        ask_of_whom: given match &ask {
            Some(ask) => Some(Some(ask.of_whom)),
            None => sheet.read_any(ASK_OF_WHOM),
        },
        ask_by: given match &ask {
            Some(ask) => Some(Some(ask.by)),
            None => sheet.read_any_day(ASK_BY),
        },
        confidence_pct: any whole(0..=100) CHANCE,
        period_end: day PERIOD_END,
        links: given documents(sheet),
        author: any AUTHOR,
    })
}

fn explained(sheet: &mut Sheet) -> Option<Vec<(ChallengeCode, Reason)>> {
    let read: Vec<_> =
        ChallengeCode::ALL.iter().map(|code| Some((*code, sheet.read_any(explanation(*code))?))).collect();
    let said = |(code, reason): (ChallengeCode, Option<Reason>)| Some((code, reason?));
    read.into_iter().collect::<Option<Vec<_>>>().map(|all| all.into_iter().filter_map(said).collect())
}

/// Notes which challenges are being shown, for when the form comes back.
pub fn note_challenges(here: &Here, innovation: &Innovation, sheet: Sheet, last: Option<&StatusUpdate>) -> Sheet {
    let fired = saying(here, &sheet, last, |saying| here.seen().challenges(innovation, saying, here.today));
    let chosen = sheet.typed(CONFIDENCE).to_owned();
    explain::note(sheet, &fired, &chosen)
}

pub fn colour(sheet: &Sheet) -> Option<Confidence> {
    sheet.typed(CONFIDENCE).parse().ok()
}

/// What stands in the form so far, as challenges read it; what cannot be read counts as left out.
pub fn saying<T>(here: &Here, sheet: &Sheet, last: Option<&StatusUpdate>, look: impl FnOnce(Saying<'_>) -> T) -> T {
    let done = taken(sheet, DONE_STILL, last.and_then(|one| one.done.as_deref())).unwrap_or(sheet.typed(DONE));
    let next = taken(sheet, NEXT_STILL, last.and_then(|one| one.next.as_deref())).unwrap_or(sheet.typed(NEXT));
    let ask = taken(sheet, ASK_STILL, last.and_then(|one| one.ask.as_ref()));
    let path = taken(sheet, PATH_STILL, last.and_then(|one| one.path_to_green.as_ref()));
    look(Saying {
        confidence: colour(sheet).unwrap_or(Confidence::OnTrack),
        confidence_pct: sheet.typed(CHANCE).trim().parse().ok(),
        period_end: sheet.typed(PERIOD_END).trim().parse().unwrap_or(here.today),
        done,
        next,
        asks: ask.is_some() || !sheet.typed(ASK_WHAT).trim().is_empty(),
        path_by: path.map(|path| path.by).or_else(|| sheet.typed(PATH_BY).trim().parse().ok()),
    })
}

/// One document, named and found, or none.
fn documents(sheet: &mut Sheet) -> Option<Vec<Link>> {
    let (title, address) = (sheet.read_any::<Title>(LINK_TITLE), sheet.read_any::<WebAddress>(LINK_ADDRESS));
    match (title?, address?) {
        (Some(title), Some(address)) => Some(vec![Link { title, address }]),
        (None, None) => Some(vec![]),
        (Some(_), None) => sheet.wrong(LINK_ADDRESS, Rule::Missing),
        (None, Some(_)) => sheet.wrong(LINK_TITLE, Rule::Missing),
    }
}

/// Whether a folded part has something in it, or something wrong.
fn is_used(sheet: &Sheet, fields: &[Field]) -> bool {
    let wrong = |field: &Field| sheet.problems().iter().any(|Problem { field: name, .. }| *name == field.name);
    fields.iter().any(|field| !sheet.typed(*field).is_empty() || wrong(field))
}

pub fn confidences() -> Vec<Choice> {
    let about = |one: Confidence| match one {
        Confidence::OnTrack => "Time, cost and benefit look very likely to be met. Nothing major is outstanding.",
        Confidence::AtRisk => "It looks feasible, but real issues need action now. They look fixable.",
        Confidence::OffTrack => {
            "It cannot be done as now planned. It needs another plan, another scope or another look."
        }
    };
    let choice = |one: &Confidence| Choice {
        about: about(*one),
        shape: shown_shape((*one).into()),
        ..Choice::new(one.key(), one.label())
    };
    Confidence::ALL.iter().map(choice).collect()
}

/// The questions in order; what most people leave out is folded.
pub fn questions(
    here: &Here,
    innovation: &Innovation,
    sheet: &Sheet,
    last: Option<&StatusUpdate>,
) -> impl IntoView + use<> {
    let people = here.people();
    let asks = is_used(sheet, &[ASK_WHAT, ASK_OF_WHOM, ASK_BY]);
    let more =
        is_used(sheet, &[LINK_TITLE, LINK_ADDRESS]) || sheet.problems().iter().any(|one| one.field == PERIOD_END.name);
    let before = last.map(|last| {
        let said =
            format!("Last time, for {}, you said {}.", date(last.period_end), last.confidence.label().to_lowercase());
        view! { <p class="hint">{said}</p> }
    });
    let again = |field, words: Option<String>| sections::tick(sheet, field, words);
    view! {
        {sheet.radios(CONFIDENCE, confidences())}
        {before}
        {explain::questions(here, innovation, sheet, last).into_any()}
        {record_says::panel(here, innovation, sheet, last).into_any()}
        <fieldset class="stack path-to-green">
            <legend class="q">"How does it get back on track?"</legend>
            <p class="hint full">"Only if it is at risk or off track. Leave all three blank if there is no such plan yet."</p>
            {again(PATH_STILL, last.and_then(|last| sections::path(here, last)))}
            {sheet.area(PATH_ACTION, 2)}
            {sheet.select(PATH_OWNER, people.clone())}
            {sheet.date(PATH_BY)}
        </fieldset>
        <div class="stack stack-s again">
            {sheet.area(DONE, 4)}
            {again(DONE_STILL, last.and_then(|last| last.done.as_ref()).map(ToString::to_string))}
        </div>
        <div class="stack stack-s again">
            {sheet.area(NEXT, 3)}
            {again(NEXT_STILL, last.and_then(|last| last.next.as_ref()).map(ToString::to_string))}
        </div>
        {again(ASK_STILL, last.and_then(|last| sections::asked(here, last)))}
        <details class="details" open=asks>
            <summary>"Ask for a decision or help"</summary>
            <div class="stack">
                {sheet.area(ASK_WHAT, 2)}
                {sheet.select(ASK_OF_WHOM, people)}
                {sheet.date(ASK_BY)}
            </div>
        </details>
        {sheet.short(CHANCE)}
        <details class="details" open=more>
            <summary>"Another day, or a document"</summary>
            <div class="stack">
                {sheet.date(PERIOD_END)}
                <p class="hint">"An update for a day that has one already is its correction. The first is kept."</p>
                {sheet.text(LINK_TITLE)}
                {sheet.text(LINK_ADDRESS)}
            </div>
        </details>
        {author(here, innovation, sheet).into_any()}
    }
}

/// Asked only of who holds several places.
fn author(here: &Here, innovation: &Innovation, sheet: &Sheet) -> Option<impl IntoView + use<>> {
    let places = here.seen().authors(innovation, here.today);
    let choice = |id: &domain::MembershipId| {
        let place = here.seen().membership(*id)?;
        let title = place.title.as_ref().map_or_else(|| place.role.label().to_owned(), ToString::to_string);
        Some(Choice::new(id, title))
    };
    let choices: Vec<_> = places.iter().filter_map(choice).collect();
    (choices.len() > 1).then(|| sheet.select(AUTHOR, choices))
}
