//! The questions of an update, what fills them and what they say.
use super::shown_shape;
use crate::{
    form::{Choice, Field, Sheet, read},
    here::Here,
};
use domain::{Confidence, Innovation, Link, Problem, Rule, StatusUpdate, Title, UpdateInput, WebAddress};
use leptos::prelude::*;

const AUTHOR: Field = Field::new("author", "You write as");
const PERIOD_END: Field = Field::new("period_end", "The day this is true for");
const CONFIDENCE: Field = Field::new("confidence", "How confident are you that this will deliver?");
const CHANCE: Field =
    Field::new("confidence_pct", "Chance that the next gate is met on its forecast date, in per cent")
        .hint("0 to 100. Leave blank if you cannot say.");
const DONE: Field = Field::new("done", "What has happened since your last update?")
    .hint("A few sentences. Numbers help. Assume this could be disclosed.");
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

/// Filled with the last words, for today.
pub fn filled(here: &Here, last: Option<&StatusUpdate>) -> Sheet {
    let sheet = Sheet::blank().with(PERIOD_END, here.today);
    let Some(last) = last else { return sheet };
    let (ask, path, link) = (last.ask.as_ref(), last.path_to_green.as_ref(), last.links.first());
    sheet
        .with(CONFIDENCE, last.confidence.key())
        .with_any(CHANCE, last.confidence_pct)
        .with_any(DONE, last.done.as_ref())
        .with_any(NEXT, last.next.as_ref())
        .with_any(ASK_WHAT, ask.map(|ask| &ask.what))
        .with_any(ASK_OF_WHOM, ask.map(|ask| ask.of_whom))
        .with_any(ASK_BY, ask.map(|ask| ask.by))
        .with_any(PATH_ACTION, path.map(|path| &path.action))
        .with_any(PATH_OWNER, path.map(|path| path.owner))
        .with_any(PATH_BY, path.map(|path| path.by))
        .with_any(LINK_TITLE, link.map(|link| &link.title))
        .with_any(LINK_ADDRESS, link.map(|link| &link.address))
}

pub fn input(sheet: &mut Sheet) -> Option<UpdateInput> {
    if is_on_track(sheet) {
        // The questions are not shown then, so what stands in them is left over from last time.
        *sheet = std::mem::take(sheet).with(PATH_ACTION, "").with(PATH_OWNER, "").with(PATH_BY, "");
    }
    // In the order of the page, so that the summary of what is wrong has it too.
    read!(sheet, UpdateInput {
        confidence: CONFIDENCE,
        path_action: any PATH_ACTION,
        path_owner: any PATH_OWNER,
        path_by: any day PATH_BY,
        done: DONE,
        next: NEXT,
        ask_what: any ASK_WHAT,
        ask_of_whom: any ASK_OF_WHOM,
        ask_by: any day ASK_BY,
        confidence_pct: any whole(0..=100) CHANCE,
        period_end: day PERIOD_END,
        links: given documents(sheet),
        author: any AUTHOR,
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

fn is_on_track(sheet: &Sheet) -> bool {
    sheet.typed(CONFIDENCE) == Confidence::OnTrack.key()
}

/// Whether a folded part has something in it, or something wrong.
fn is_used(sheet: &Sheet, fields: &[Field]) -> bool {
    let wrong = |field: &Field| sheet.problems().iter().any(|Problem { field: name, .. }| *name == field.name);
    fields.iter().any(|field| !sheet.typed(*field).is_empty() || wrong(field))
}

fn confidences() -> Vec<Choice> {
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
pub fn questions(here: &Here, innovation: &Innovation, sheet: &Sheet) -> impl IntoView + use<> {
    let people = here.people();
    let asks = is_used(sheet, &[ASK_WHAT, ASK_OF_WHOM, ASK_BY]);
    let more =
        is_used(sheet, &[LINK_TITLE, LINK_ADDRESS]) || sheet.problems().iter().any(|one| one.field == PERIOD_END.name);
    view! {
        {sheet.radios(CONFIDENCE, confidences())}
        <fieldset class="stack path-to-green">
            <legend class="q">"How does it get back on track?"</legend>
            <p class="hint full">"Only if it is at risk or off track. Leave all three blank if there is no such plan yet."</p>
            {sheet.area(PATH_ACTION, 2)}
            {sheet.select(PATH_OWNER, people.clone())}
            {sheet.date(PATH_BY)}
        </fieldset>
        {sheet.area(DONE, 4)}
        {sheet.area(NEXT, 3)}
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
        {author(here, innovation, sheet)}
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
