//! The questions about an engagement that was logged: all that the short form leaves out.
use crate::{
    engagement_log::fields::{
        FORMATS, INFORMATION, LANGUAGES, LEADERS, LED_BY, LEVEL, METHOD, NEXT_STEP, PARTNERS, PURPOSE,
    },
    form::{Choice, Field, Sheet},
    here::Here,
};
use domain::{
    Consultation, Engagement, EngagementFormat, EngagementInput, EngagementLevel, EngagementMethod, Group, Record,
    Rule, StakeholderId,
};
use leptos::prelude::*;

const ON: Field = Field::new("on", "When");
const GROUPS: Field = Field::new("groups", "Who took part");
const PEOPLE: Field = Field::new("people", "How many");
const OPENED: Field = Field::new("opened_on", "Opened on").hint("Fill in both days, or neither");
const CLOSED: Field = Field::new("closed_on", "Last day to answer");
const STILL_OPEN: Field = Field::new("decision_still_open", "When it opened, what to do had not been decided");
const SERVICE: Field = Field::new("changes_service", "It is about a change to a service, which wants six weeks");
const DECISION: Field = Field::new("decision", "The decision that waits for it").hint("May be left out");

pub fn filled(one: &Engagement) -> Sheet {
    let sheet = Sheet::default()
        .with(ON, one.on)
        .with_any(PURPOSE, one.purpose.as_ref())
        .with(LEVEL, one.level.key())
        .with(METHOD, one.method.key())
        .with_any(LED_BY, one.led_by)
        .with_any(NEXT_STEP, one.next_step.as_ref())
        .with_any(INFORMATION, one.information_link.as_ref())
        .with_any(LANGUAGES, one.languages.as_ref());
    let sheet = one.leaders_present.iter().fold(sheet, |sheet, one| sheet.and(LEADERS, one));
    let sheet = one.partners.iter().fold(sheet, |sheet, one| sheet.and(PARTNERS, one));
    let sheet = one.formats.iter().fold(sheet, |sheet, one| sheet.and(FORMATS, one.key()));
    let sheet = one.groups.iter().fold(sheet, |sheet, one| {
        let people = one.people.map(|people| people.to_string()).unwrap_or_default();
        sheet.and(GROUPS, one.stakeholder).and(PEOPLE, people)
    });
    let Some(asks) = &one.consultation else { return sheet };
    sheet
        .with(OPENED, asks.opened_on)
        .with(CLOSED, asks.closed_on)
        .with(STILL_OPEN, if asks.decision_still_open { "yes" } else { "" })
        .with(SERVICE, if asks.changes_service { "yes" } else { "" })
        .with_any(DECISION, asks.decision)
}

/// What is written in own words, where somebody might be named.
pub const WORDED: [Field; 2] = [PURPOSE, NEXT_STEP];

/// As somebody else left it.
pub fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Engagement(one) => filled(one),
        _ => Sheet::default(),
    }
}

/// What it was about stays as it was.
pub fn input(sheet: &mut Sheet, before: &Engagement) -> Option<EngagementInput> {
    let on = sheet.read_day(ON);
    let (purpose, level, method) = (sheet.read_any(PURPOSE), sheet.read(LEVEL), sheet.read(METHOD));
    let (led_by, leaders_present) = (sheet.read_any(LED_BY), sheet.read_all(LEADERS));
    let (groups, partners) = (groups(sheet), sheet.read_all(PARTNERS));
    let (next_step, link) = (sheet.read_any(NEXT_STEP), sheet.read_any(INFORMATION));
    let (formats, languages) = (sheet.read_all(FORMATS), sheet.read_any(LANGUAGES));
    let consultation = consultation(sheet);
    Some(EngagementInput {
        innovations: before.innovations().collect(),
        on: on?,
        purpose: purpose?,
        level: level?,
        method: method?,
        led_by: led_by?,
        leaders_present: leaders_present?,
        groups: groups?,
        new_groups: vec![],
        partners: partners?,
        next_step: next_step?,
        information_link: link?,
        formats: formats?,
        languages: languages?,
        consultation: consultation?,
    })
}

/// Rows of group and number, in the order in which browsers send them.
fn groups(sheet: &mut Sheet) -> Option<Vec<Group>> {
    sheet.ask(GROUPS);
    sheet.ask(PEOPLE);
    let rows: Vec<_> = sheet.all(GROUPS).zip(sheet.all(PEOPLE)).collect();
    let rows: Vec<_> =
        rows.into_iter().map(|(who, people)| (who.trim().to_owned(), people.trim().replace(',', ""))).collect();
    let mut groups = vec![];
    for (who, people) in rows.iter().filter(|(who, _)| !who.is_empty()) {
        let Ok(stakeholder) = who.parse::<StakeholderId>() else { return sheet.wrong(GROUPS, Rule::Choose) };
        let people = match people.as_str() {
            "" => None,
            text => match text.parse() {
                Ok(people) => Some(people),
                Err(_) => return sheet.wrong(PEOPLE, Rule::OutOfRange(1, 1_000_000)),
            },
        };
        groups.push(Group { stakeholder, people });
    }
    (!sheet.is_reopened()).then_some(groups)
}

/// None where neither day is given.
fn consultation(sheet: &mut Sheet) -> Option<Option<Consultation>> {
    let given = [OPENED, CLOSED].iter().any(|field| !sheet.typed(*field).trim().is_empty());
    if !given {
        return (!sheet.is_reopened()).then_some(None);
    }
    let (opened_on, closed_on) = (sheet.read_day(OPENED), sheet.read_day(CLOSED));
    let (open, service, decision) = (sheet.read_flag(STILL_OPEN), sheet.read_flag(SERVICE), sheet.read_any(DECISION));
    Some(Some(Consultation {
        opened_on: opened_on?,
        closed_on: closed_on?,
        decision_still_open: open?,
        changes_service: service?,
        decision: decision?,
    }))
}

pub fn questions(here: &Here, sheet: &Sheet, one: &Engagement) -> impl IntoView + use<> {
    let organisation = here.seen().organisation();
    let levels = EngagementLevel::ALL.iter().map(|level| Choice {
        about: crate::stake::about(*level),
        ..Choice::new(level.key(), organisation.level_label(*level))
    });
    let methods = EngagementMethod::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    let formats = EngagementFormat::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    let partners = one.innovations().flat_map(|about| here.seen().partners(about));
    let partners: Vec<_> = partners.map(|one| Choice::new(one.id, &one.name)).collect();
    let partners = (!partners.is_empty()).then(|| sheet.boxes(PARTNERS, partners));
    view! {
        {sheet.date(ON)}
        {sheet.area(PURPOSE, 2)}
        {sheet.radios(LEVEL, levels.collect())}
        {sheet.select(METHOD, methods)}
        {who(here, sheet).into_any()}
        {partners}
        {sheet.select(LED_BY, here.people())}
        {sheet.boxes(LEADERS, here.people())}
        {sheet.area(NEXT_STEP, 2)}
        {about_consultation(here, sheet, one).into_any()}
        {sheet.text(INFORMATION)}
        {sheet.boxes(FORMATS, formats)}
        {sheet.short(LANGUAGES)}
    }
}

fn who(here: &Here, sheet: &Sheet) -> impl IntoView + use<> {
    let typed: Vec<_> =
        sheet.all(GROUPS).zip(sheet.all(PEOPLE)).map(|(who, people)| (who.to_owned(), people.to_owned())).collect();
    let filled = typed.into_iter().filter(|(who, _)| !who.is_empty());
    let rows = filled.chain([(String::new(), String::new()), (String::new(), String::new())]);
    let all: Vec<_> = here.seen().stakeholders().into_iter().map(|one| Choice::new(one.id, &one.name)).collect();
    let rows = rows.enumerate().map(|(index, (who, people))| {
        let options = all.iter().map(|choice| {
            let selected = choice.key == who;
            view! { <option value=choice.key.clone() selected=selected>{choice.label.clone()}</option> }
        });
        let (id, count) = if index == 0 {
            (GROUPS.name.to_owned(), PEOPLE.name.to_owned())
        } else {
            (format!("groups-{index}"), format!("people-{index}"))
        };
        view! {
            <div class="row">
                <select class="in in-m" id=id name=GROUPS.name aria-label=format!("Group {}", index + 1)>
                    <option value="">"–"</option>
                    {options.collect_view()}
                </select>
                <input class="in in-s" id=count name=PEOPLE.name type="text" inputmode="numeric" value=people aria-label=format!("People of group {}", index + 1)/>
            </div>
        }
    });
    let said = sheet.problems().iter().filter(|one| one.field == GROUPS.name || one.field == PEOPLE.name);
    let said = said.map(|one| {
        let field = if one.field == GROUPS.name { GROUPS } else { PEOPLE };
        let words = crate::form::said(field.label, one.rule);
        view! { <p class="err" id=format!("{}-problem", field.name)><span class="vh">"Error: "</span>{words}</p> }
    });
    view! {
        <fieldset class="field">
            <legend>"Who took part, and how many"</legend>
            <p class="hint">"A number, where somebody counted. 1 to 4 is told as <5 to anyone outside the team."</p>
            {said.collect_view()}
            <div class="stack stack-s full">{rows.collect_view()}</div>
        </fieldset>
    }
}

fn about_consultation(here: &Here, sheet: &Sheet, one: &Engagement) -> impl IntoView + use<> {
    let decisions = one.innovations().flat_map(|about| here.seen().decisions_about(about));
    let decisions: Vec<_> = decisions.map(|one| Choice::new(one.id, &one.what)).collect();
    let decision = (!decisions.is_empty()).then(|| sheet.select(DECISION, decisions));
    view! {
        <fieldset class="field">
            <legend>"If it was a consultation"</legend>
            <p class="hint">"A question that was open for a time. The page then tells whether it could make a difference."</p>
            {sheet.date(OPENED)}
            {sheet.date(CLOSED)}
            {sheet.tick(STILL_OPEN)}
            {sheet.tick(SERVICE)}
            {decision}
        </fieldset>
    }
}
