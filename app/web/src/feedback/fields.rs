//! The questions about what was said, and about what we say to it.
use super::words;
use crate::{
    form::{Choice, Field, Sheet, read},
    here::Here,
    ui::words::date,
};
use domain::{
    Act, AnswerInput, CountBand, Engagement, Feedback, FeedbackInput, FeedbackResponse, Innovation, Record, Sentiment,
    Visibility, Voice,
};
use leptos::prelude::*;

pub const SAID: Field =
    Field::new("said", "What did they say?").hint("Use their words. Leave names out. Assume this could be disclosed");
pub const FROM: Field = Field::new("from", "Who said it?").hint("May be left out");
pub const THEME: Field =
    Field::new("theme", "About what?").hint("A word or two, such as “opening hours”. May be left out");
pub const COUNT: Field = Field::new("count_band", "How many said it, about?");
pub const FEELING: Field = Field::new("sentiment", "How did they feel about it?");
pub const RAISED: Field = Field::new("raised_on", "Said on");
pub const OWNER: Field =
    Field::new("owner", "Who sees that it is answered?").hint("Left out, it is whoever leads the innovation");

pub const RESPONSE: Field = Field::new("response", "What is the answer?");
pub const TEXT: Field = Field::new("text", "In words that you would say to them").hint(
    "What we did or will do; why we cannot, in 40 characters or more; or to whom we passed it on. Assume this could be \
     disclosed",
);
pub const RESPONDED: Field = Field::new("responded_on", "Answered on");
pub const CHANGED: Field = Field::new("changed", "What is different because of it?")
    .hint("May be left out. In 40 characters or more it counts as influence");
pub const DECISION: Field = Field::new("decision", "Which decision cites it?").hint("May be left out");
pub const TOLD: Field = Field::new("told_back_on", "People were told on").hint("Leave blank until they were");
pub const PUBLIC: Field = Field::new("public", "Show it on the public page once people were told");

/// What was said, as it stands.
pub fn filled(one: &Feedback) -> Sheet {
    Sheet::default()
        .with(SAID, &one.said)
        .with_any(FROM, one.from.map(voice_key))
        .with_any(THEME, one.theme.as_ref())
        .with_any(COUNT, one.count_band.map(CountBand::key))
        .with_any(FEELING, one.sentiment.map(Sentiment::key))
        .with(RAISED, one.raised_on)
        .with_any(OWNER, one.owner)
}

/// As somebody else left it.
pub fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Feedback(one) => filled(one),
        _ => Sheet::default(),
    }
}

pub fn input(sheet: &mut Sheet) -> Option<FeedbackInput> {
    read!(sheet, FeedbackInput {
        from: given from(sheet),
        theme: any THEME,
        said: SAID,
        count_band: any COUNT,
        sentiment: any FEELING,
        raised_on: day RAISED,
        owner: any OWNER,
    })
}

fn from(sheet: &mut Sheet) -> Option<Option<Voice>> {
    sheet.ask(FROM);
    match sheet.typed(FROM).trim() {
        _ if sheet.is_reopened() => None,
        "" => Some(None),
        key => match voice(key) {
            Some(voice) => Some(Some(voice)),
            None => sheet.wrong(FROM, domain::Rule::Choose),
        },
    }
}

/// "group-…" or "partner-…".
pub fn voice_key(voice: Voice) -> String {
    match voice {
        Voice::Stakeholder(id) => format!("group-{id}"),
        Voice::Partner(id) => format!("partner-{id}"),
    }
}

pub fn voice(key: &str) -> Option<Voice> {
    let group = key.strip_prefix("group-").and_then(|id| id.parse().ok()).map(Voice::Stakeholder);
    group.or_else(|| key.strip_prefix("partner-").and_then(|id| id.parse().ok()).map(Voice::Partner))
}

/// Whoever took part, to choose who of them said it.
pub fn voices(here: &Here, engagement: &Engagement, innovation: &Innovation) -> Vec<Choice> {
    let seen = here.seen();
    let groups = engagement.groups.iter().filter_map(|group| {
        let name = &seen.group(group.stakeholder)?.name;
        Some(Choice::new(voice_key(Voice::Stakeholder(group.stakeholder)), name))
    });
    let partners = engagement.partners.iter().filter_map(|id| {
        let name = &seen.partner(innovation.id, *id).ok()?.name;
        Some(Choice::new(voice_key(Voice::Partner(*id)), name))
    });
    groups.chain(partners).collect()
}

/// "Workshop on 3 October 2026".
pub fn occasion(engagement: &Engagement) -> String {
    format!("{} on {}", engagement.method.label(), date(engagement.on))
}

/// What both adding and editing ask, besides who said it.
pub fn questions(here: &Here, sheet: &Sheet) -> impl IntoView + use<> {
    let counts = CountBand::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    let feelings = Sentiment::ALL.iter().rev().map(|one| Choice::new(one.key(), one.label())).collect();
    view! {
        {sheet.text(THEME)}
        {sheet.select(COUNT, counts)}
        {sheet.radios(FEELING, feelings)}
        {sheet.date(RAISED)}
        {sheet.select(OWNER, here.people())}
    }
}

/// The answer as it stands; a new one is of today.
pub fn answer_filled(one: &Feedback, today: chrono::NaiveDate) -> Sheet {
    match AnswerInput::of(one) {
        Some(answer) => answered(&answer),
        None => Sheet::default().with(RESPONDED, today),
    }
}

fn answered(answer: &AnswerInput) -> Sheet {
    Sheet::default()
        .with(RESPONSE, answer.response.key())
        .with(TEXT, &answer.text)
        .with(RESPONDED, answer.responded_on)
        .with_any(CHANGED, answer.changed.as_ref())
        .with_any(DECISION, answer.decision)
        .with_any(TOLD, answer.told_back_on)
        .with_any(PUBLIC, answer.public.then_some("yes"))
}

/// As somebody else answered it meanwhile.
pub fn their_answer(record: &Record) -> Sheet {
    match record {
        Record::Feedback(one) => AnswerInput::of(one).map(|answer| answered(&answer)).unwrap_or_default(),
        _ => Sheet::default(),
    }
}

pub fn answer_input(sheet: &mut Sheet) -> Option<AnswerInput> {
    read!(sheet, AnswerInput {
        response: RESPONSE,
        text: TEXT,
        responded_on: day RESPONDED,
        changed: any CHANGED,
        decision: any DECISION,
        told_back_on: any day TOLD,
        public: flag PUBLIC,
    })
}

/// What answering one and answering many both ask.
pub fn answer_questions(sheet: &Sheet) -> impl IntoView + use<> {
    let responses = FeedbackResponse::ALL.iter().map(|one| Choice::new(one.key(), words::heads(*one))).collect();
    view! {
        {sheet.radios(RESPONSE, responses)}
        {sheet.area(TEXT, 4)}
        {sheet.date(RESPONDED)}
        {sheet.area(CHANGED, 2)}
    }
}

/// Only of one innovation, so that its decisions can be offered.
pub fn answer_more(here: &Here, innovation: &Innovation, sheet: &Sheet) -> impl IntoView + use<> {
    let decisions: Vec<_> = here.seen().decisions_about(innovation.id).collect();
    let decisions = decisions.into_iter().map(|one| Choice::new(one.id, &one.what)).collect::<Vec<_>>();
    let decision = (!decisions.is_empty()).then(|| sheet.select(DECISION, decisions));
    let publishes = innovation.visible_to == Visibility::Public && here.seen().may(Act::Publish, Some(innovation));
    view! {
        {decision}
        {sheet.date(TOLD)}
        {publishes.then(|| sheet.tick(PUBLIC))}
    }
}
