//! The questions that adding and editing what a milestone waits on share.
use crate::{
    form::{Choice, Field, Sheet, read},
    here::Here,
    ui::words::date,
};
use domain::{Dependency, DependencyInput, DependsOn, Innovation, Line, Milestone, Record, Rule};
use leptos::prelude::*;
use std::{str::FromStr, sync::Arc};

const ON: Field =
    Field::new("on", "A milestone, or another innovation").hint("Answer this one, or one of the next two");
const PARTNER: Field =
    Field::new("partner", "Or a partner, and what they owe").hint("Such as “Health trust: signed agreement”");
const OTHER: Field = Field::new("other", "Or something else");
const LAG: Field =
    Field::new("lag_days", "Days of work after that").hint("0 if nothing is left to do once it is there");
const NEED_BY: Field = Field::new("need_by", "Needed by").hint("Leave blank for the forecast less the days of work");
const PROMISED: Field =
    Field::new("promised_on", "Promised for").hint("Leave blank for a milestone: its forecast counts");
const MET: Field = Field::new("met_on", "Met on").hint("Leave blank until it is there");
pub const OWNER: Field = Field::new("owner", "Who sees to it");

/// Longest wait for work that a form takes, in days.
const MOST_DAYS: i64 = 1000;

/// A choice of the list, as it is sent.
struct Chosen(DependsOn);

impl FromStr for Chosen {
    type Err = Rule;
    fn from_str(text: &str) -> Result<Self, Rule> {
        let mut ids = text.split('.');
        let innovation = ids.next().ok_or(Rule::Choose)?.parse()?;
        match ids.next() {
            None => Ok(Self(DependsOn::Innovation(innovation))),
            Some(milestone) => Ok(Self(DependsOn::Milestone { innovation, milestone: milestone.parse()? })),
        }
    }
}

pub fn filled(one: &Dependency) -> Sheet {
    let (mut chosen, mut partner, mut other) = (String::new(), String::new(), String::new());
    match &one.on {
        DependsOn::Milestone { innovation, milestone } => chosen = format!("{innovation}.{milestone}"),
        DependsOn::Innovation(innovation) => chosen = innovation.to_string(),
        DependsOn::Partner(words) => partner = words.to_string(),
        DependsOn::Other(words) => other = words.to_string(),
    }
    Sheet::default()
        .with(ON, chosen)
        .with(PARTNER, partner)
        .with(OTHER, other)
        .with(LAG, one.lag_days)
        .with_any(NEED_BY, one.need_by)
        .with_any(PROMISED, one.promised_on)
        .with_any(MET, one.met_on)
        .with(OWNER, one.owner)
}

pub fn blank(sheet: Sheet) -> Sheet {
    sheet.with(LAG, 0)
}

/// As somebody else left it.
pub fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Dependency(one) => filled(one),
        _ => Sheet::default(),
    }
}

pub fn input(sheet: &mut Sheet) -> Option<DependencyInput> {
    read!(sheet, DependencyInput {
        on: by on,
        lag_days: whole(0..=MOST_DAYS) LAG,
        need_by: any day NEED_BY,
        promised_on: any day PROMISED,
        met_on: any day MET,
        owner: OWNER,
    })
}

fn on(sheet: &mut Sheet) -> Option<DependsOn> {
    let chosen = sheet.read_any::<Chosen>(ON);
    let (partner, other) = (sheet.read_any::<Line>(PARTNER), sheet.read_any::<Line>(OTHER));
    match (chosen?, partner?, other?) {
        (Some(chosen), None, None) => Some(chosen.0),
        (None, Some(partner), None) => Some(DependsOn::Partner(partner)),
        (None, None, Some(other)) => Some(DependsOn::Other(other)),
        (None, None, None) => sheet.wrong(ON, Rule::Missing),
        _ => sheet.wrong(ON, Rule::OnlyOne),
    }
}

/// `waits` is the milestone that waits: it is not offered itself.
pub fn questions(here: &Here, waits: &Milestone, sheet: &Sheet) -> impl IntoView + use<> {
    view! {
        <div class="stack full" role="group" aria-labelledby="what">
            <h2 id="what">"What does it wait on?"</h2>
            {sheet.select_grouped(ON, choices(here, waits, sheet.typed(ON)))}
            {sheet.text(PARTNER)}
            {sheet.text(OTHER)}
        </div>
        {sheet.short(LAG)}
        {sheet.date(NEED_BY)}
        {sheet.date(PROMISED)}
        {sheet.select(OWNER, here.people())}
    }
}

pub fn met(sheet: &Sheet) -> impl IntoView + use<> {
    sheet.date(MET)
}

/// Open milestones by innovation, those of the same one first; what is chosen stays even when it is done.
fn choices(here: &Here, waits: &Milestone, chosen: &str) -> Vec<(String, Vec<Choice>)> {
    let seen = here.seen();
    let mut innovations: Vec<_> = seen.innovations().collect();
    innovations.sort_by_key(|one| (one.id != waits.innovation, one.number));
    let group = |one: &Arc<Innovation>| {
        let whole = (one.id != waits.innovation).then(|| Choice::new(one.id, "The innovation as a whole"));
        let mut milestones: Vec<_> = seen.milestones(one.id).filter(|other| other.id != waits.id).collect();
        milestones.sort_by_key(|other| (other.outturn(), other.id));
        let milestones = milestones.into_iter().filter_map(|other| {
            let key = format!("{}.{}", one.id, other.id);
            (other.is_open() || key == chosen)
                .then(|| Choice::new(key, format!("{}, {}", other.title, date(other.outturn()))))
        });
        let name = format!("{}-{} {}", seen.organisation().short_code, one.number, one.title);
        (name, whole.into_iter().chain(milestones).collect::<Vec<_>>())
    };
    innovations.into_iter().map(group).filter(|(_, choices)| !choices.is_empty()).collect()
}
