//! The questions of the log, and what is read from them.
use super::{boxes, said, when, who};
use crate::{
    form::{Choice, Field, Sheet},
    here::Here,
};
use domain::{
    EngagementFormat, EngagementInput, EngagementLevel, EngagementMethod, FeedbackPoint, Innovation, InnovationId,
    Place, Role, SubmissionId,
};
use leptos::prelude::*;
use std::sync::Arc;

pub const INNOVATIONS: Field = Field::new("innovations", "Which innovation?");
const ALSO: Field = Field::new("also", "Was it about another one too?");
pub const METHOD: Field = Field::new("method", "How?");
pub const LEVEL: Field = Field::new("level", "How far did it go?");
pub const NEXT_STEP: Field = Field::new("next_step", "What happens next?");
pub const PURPOSE: Field = Field::new("purpose", "What were they asked or told?");
pub const LED_BY: Field = Field::new("led_by", "Who led it?");
pub const LEADERS: Field = Field::new("leaders_present", "Which leaders were there?");
pub const PARTNERS: Field = Field::new("partners", "Which partners took part?");
pub const FORMATS: Field = Field::new("formats", "How could people take part or read?");
pub const LANGUAGES: Field = Field::new("languages", "In which languages besides English?");
pub const INFORMATION: Field = Field::new("information_link", "Where could they read about it?")
    .hint("A full address, such as https://example.org/paper");

/// What is written in own words, where somebody might be named.
pub fn worded() -> impl Iterator<Item = Field> {
    said::words().chain(who::names()).chain([NEXT_STEP, PURPOSE])
}

/// Which innovation an answer names: by its number, as people know it.
fn numbered(here: &Here, text: &str) -> Option<InnovationId> {
    here.seen().numbered(text.trim().parse().ok()?).ok().map(|one| one.id)
}

/// What was logged and what was said; None when something must be put right. The ids come from the submission, so that
/// the same form names the same records.
pub fn input(here: &Here, sheet: &mut Sheet) -> Option<(EngagementInput, Vec<FeedbackPoint>)> {
    let submission = sheet.submission();
    let innovations = innovations(here, sheet);
    let heard = who::heard(here, sheet, submission);
    let (method, level) = (sheet.read::<EngagementMethod>(METHOD), sheet.read::<EngagementLevel>(LEVEL));
    let points = said::points(here, sheet, heard.as_ref(), submission);
    let (on, next_step) = (when::day(sheet, here.today), sheet.read_any(NEXT_STEP));
    let (purpose, led_by) = (sheet.read_any(PURPOSE), sheet.read_any(LED_BY));
    let (leaders_present, partners) = (sheet.read_all(LEADERS), sheet.read_all(PARTNERS));
    let (formats, languages) = (sheet.read_all::<EngagementFormat>(FORMATS), sheet.read_any(LANGUAGES));
    let information_link = sheet.read_any(INFORMATION);
    // What was read of a group may do without what was wrong with it.
    let heard = heard.filter(|_| sheet.problems().is_empty())?;
    let input = EngagementInput {
        innovations: innovations?,
        on: on?,
        purpose: purpose?,
        level: level?,
        method: method?,
        led_by: led_by?,
        leaders_present: leaders_present?,
        groups: heard.groups,
        new_groups: heard.new,
        partners: partners?,
        next_step: next_step?,
        information_link: information_link?,
        formats: formats?,
        languages: languages?,
        consultation: None,
    };
    Some((input, points?))
}

fn innovations(here: &Here, sheet: &mut Sheet) -> Option<Vec<InnovationId>> {
    let first: String = sheet.read_by(|sheet| {
        sheet.ask(INNOVATIONS);
        match sheet.typed(INNOVATIONS) {
            "" => sheet.wrong(INNOVATIONS, domain::Rule::Missing),
            text => Some(text.to_owned()),
        }
    })?;
    let Some(first) = numbered(here, &first) else {
        return sheet.wrong(INNOVATIONS, domain::Rule::Choose);
    };
    let also = sheet.typed(ALSO).to_owned();
    let also = if also.is_empty() { Some(None) } else { numbered(here, &also).map(Some) };
    let Some(also) = also else {
        return sheet.wrong(ALSO, domain::Rule::Choose);
    };
    Some(std::iter::once(first).chain(also.filter(|id| *id != first)).collect())
}

/// Theirs first; what has been stopped last: people are told why.
fn choices(here: &Here) -> Vec<(String, Vec<Choice>)> {
    let seen = here.seen();
    let mut all: Vec<&Arc<Innovation>> = seen.innovations().collect();
    all.sort_by_key(|one| one.number);
    let (stopped, open): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| seen.place_of(one) == Place::Stopped);
    let (mine, others): (Vec<_>, Vec<_>) = open.into_iter().partition(|one| seen.is_mine(one, here.today));
    let groups = [("Yours", mine), (if others.is_empty() { "" } else { "Others" }, others), ("Stopped", stopped)];
    let choice = |one: &Arc<Innovation>| Choice::new(one.number, &one.title);
    let filled = groups.into_iter().filter(|(_, some)| !some.is_empty());
    filled.map(|(heading, some)| (heading.to_owned(), some.into_iter().map(choice).collect())).collect()
}

/// The only one that names the person, so that they need not choose.
pub fn only_mine(here: &Here) -> Option<u32> {
    let seen = here.seen();
    let mut mine =
        seen.innovations().filter(|one| seen.is_mine(one, here.today) && seen.place_of(one) != Place::Stopped);
    let first = mine.next()?.number;
    mine.next().is_none().then_some(first)
}

fn chosen<'a>(here: &'a Here, sheet: &Sheet) -> Option<&'a Arc<Innovation>> {
    here.seen().numbered(sheet.typed(INNOVATIONS).parse().ok()?).ok()
}

/// What takes one minute.
pub fn essentials(here: &Here, sheet: &Sheet) -> impl IntoView + use<> {
    let methods = EngagementMethod::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    let organisation = here.seen().organisation();
    let levels =
        EngagementLevel::ALL.iter().map(|one| Choice::new(one.key(), organisation.level_label(*one))).collect();
    view! {
        {sheet.select_grouped(INNOVATIONS, choices(here)).into_any()}
        {boxes::questions(here, sheet, chosen(here, sheet)).into_any()}
        <div class="pair">{sheet.select(METHOD, methods)} {sheet.select(LEVEL, levels)}</div>
        {said::first(sheet).into_any()}
        {sheet.text(NEXT_STEP)}
        {when::question(sheet).into_any()}
    }
}

/// What may be added. `names` is false where the page stays on a device: then it names no people.
pub fn rest(here: &Here, sheet: &Sheet, names: bool) -> impl IntoView + use<> {
    let formats = EngagementFormat::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    let people = names.then(|| {
        let leaders = here.seen().memberships().filter(|one| one.is_current(here.today) && one.role == Role::Executive);
        let mut leaders: Vec<_> = leaders.collect();
        leaders.sort_by(|one, other| one.name.cmp(&other.name));
        let leaders: Vec<_> = leaders.into_iter().map(|one| Choice::new(one.id, &one.name)).collect();
        let leaders = (!leaders.is_empty()).then(|| sheet.short_boxes(LEADERS, leaders));
        view! { {sheet.select(LED_BY, here.people())} {leaders} }
    });
    let partners: Vec<_> = chosen(here, sheet)
        .into_iter()
        .flat_map(|one| here.seen().partners(one.id))
        .filter(|one| one.is_current(here.today))
        .map(|one| Choice::new(one.id, &one.name))
        .collect();
    let partners = (!partners.is_empty()).then(|| sheet.short_boxes(PARTNERS, partners));
    let asked = [ALSO, PURPOSE, PARTNERS, LED_BY, LEADERS, FORMATS, LANGUAGES, INFORMATION];
    let is_open = asked.iter().any(|field| !sheet.typed(*field).is_empty());
    view! {
        {said::more(sheet).into_any()}
        <details class="details" open=is_open>
            <summary>"Add partners, who led it, what was asked, formats"</summary>
            <div class="stack">
                {sheet.text(PURPOSE)}
                {sheet.select_grouped(ALSO, choices(here)).into_any()}
                {partners}
                {people}
                {sheet.short_boxes(FORMATS, formats)}
                {sheet.text(LANGUAGES)}
                {sheet.text(INFORMATION)}
            </div>
        </details>
    }
}

/// The id of one of several records that the form makes: the same form names the same ones again.
pub fn nth(submission: SubmissionId, number: u128) -> uuid::Uuid {
    crate::account::nth_id(submission.0, number)
}
