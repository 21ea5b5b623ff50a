//! Who was heard: boxes for the groups of the innovation, and a field to find any other or to name a new one.
use super::fields::nth;
use crate::{
    form::{Choice, Field, Sheet},
    here::Here,
};
use domain::{Group, Innovation, NewGroup, Rule, Stakeholder, StakeholderId, StakeholderKind, SubmissionId, Title};
use leptos::prelude::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

const GROUPS: Field = Field::new("groups", "Who did you hear from?");
/// More boxes than this are no quicker than typing.
const BOXES: usize = 8;
/// As many as one engagement may have.
const MOST_PEOPLE: i64 = 1_000_000;
/// Where the suggestions for any field about a group stand.
pub const EVERYBODY: &str = "everybody";

/// A field for a group that has no box.
struct Other {
    name: Field,
    people: Field,
    kind: Field,
}

const HOW_MANY: &str = "How many?";
const KIND: &str = "It is not in the register yet. What kind of group is it?";
const OTHERS: [Other; 3] = [
    Other {
        name: Field::new("other_1", "Find or name a group"),
        people: Field::new("other_people_1", HOW_MANY),
        kind: Field::new("other_kind_1", KIND),
    },
    Other {
        name: Field::new("other_2", "Another group"),
        people: Field::new("other_people_2", HOW_MANY),
        kind: Field::new("other_kind_2", KIND),
    },
    Other {
        name: Field::new("other_3", "And another"),
        people: Field::new("other_people_3", HOW_MANY),
        kind: Field::new("other_kind_3", KIND),
    },
];

/// The groups that were heard, in the order of the form.
pub struct Heard {
    pub groups: Vec<Group>,
    pub new: Vec<NewGroup>,
}

impl Heard {
    /// By its name in the register, or by the name just given.
    pub fn named(&self, here: &Here, name: &str) -> Option<StakeholderId> {
        let known =
            find(here, name).map(|one| one.id).filter(|id| self.groups.iter().any(|one| one.stakeholder == *id));
        known.or_else(|| self.new.iter().find(|one| is_called(&one.name, name)).map(|one| one.id))
    }
}

fn is_called(name: &str, typed: &str) -> bool {
    name.to_lowercase() == typed.trim().to_lowercase()
}

fn find<'a>(here: &'a Here, name: &str) -> Option<&'a Arc<Stakeholder>> {
    here.seen().stakeholders().into_iter().find(|one| is_called(&one.name, name))
}

/// What is said of new groups, in words that might name somebody.
pub fn names() -> impl Iterator<Item = Field> {
    OTHERS.iter().map(|other| other.name)
}

pub fn heard(here: &Here, sheet: &mut Sheet, submission: SubmissionId) -> Option<Heard> {
    let ticked = sheet.read_all::<StakeholderId>(GROUPS);
    let mut groups: BTreeMap<StakeholderId, Option<u32>> = BTreeMap::new();
    let mut order = vec![];
    for id in ticked.iter().flatten() {
        let people = count_of(sheet, *id)?;
        order.push(*id);
        groups.insert(*id, people);
    }
    let mut new = vec![];
    for (place, other) in (0..).zip(&OTHERS) {
        let typed = sheet.typed(other.name).trim().to_owned();
        let people = sheet.read_any_whole::<u32>(other.people, 1..=MOST_PEOPLE);
        if typed.is_empty() {
            if people.flatten().is_some() {
                sheet.wrong::<()>(other.name, Rule::Missing);
            }
            continue;
        }
        match find(here, &typed).map(|one| one.id) {
            Some(id) => {
                if groups.insert(id, people.flatten()).is_none() {
                    order.push(id);
                }
            }
            None => new.extend(read_new(sheet, other, nth(submission, 16 + place), people.flatten())),
        }
    }
    let mut met = BTreeSet::new();
    order.retain(|id| met.insert(*id));
    ticked?;
    let groups = order.into_iter().map(|id| Group { stakeholder: id, people: groups.get(&id).copied().flatten() });
    Some(Heard { groups: groups.collect(), new })
}

fn read_new(sheet: &mut Sheet, other: &Other, id: uuid::Uuid, people: Option<u32>) -> Option<NewGroup> {
    let (name, kind) = (sheet.read::<Title>(other.name), sheet.read::<StakeholderKind>(other.kind));
    Some(NewGroup { id: StakeholderId(id), name: name?, kind: kind?, people })
}

/// Of a box; blank where nobody counted.
fn count_of(sheet: &mut Sheet, id: StakeholderId) -> Option<Option<u32>> {
    let typed = sheet.typed_as(&people_of(id)).trim().replace(',', "");
    if typed.is_empty() {
        return Some(None);
    }
    match typed.parse().ok().filter(|people| (1..=MOST_PEOPLE).contains(&i64::from(*people))) {
        Some(people) => Some(Some(people)),
        None => sheet.wrong(GROUPS, Rule::OutOfRange(1, MOST_PEOPLE)),
    }
}

fn people_of(id: impl std::fmt::Display) -> String {
    format!("people-{id}")
}

/// The groups of an innovation, those that come first at the head.
fn of(here: &Here, innovation: &Innovation) -> Vec<Arc<Stakeholder>> {
    let seen = here.seen();
    let mut stakes: Vec<_> = seen.stakes(innovation.id).collect();
    stakes.sort_by_key(|one| (!one.is_priority(), std::cmp::Reverse(one.power + one.impact), one.id));
    stakes.into_iter().filter_map(|one| seen.group(one.stakeholder)).cloned().collect()
}

pub fn questions(here: &Here, sheet: &Sheet, innovation: Option<&Arc<Innovation>>) -> impl IntoView + use<> {
    let ticked: Vec<_> = sheet.all(GROUPS).map(ToOwned::to_owned).collect();
    let own = innovation.map(|one| of(here, one)).unwrap_or_default();
    let is_own = |id: &str| own.iter().take(BOXES).any(|one| one.id.to_string() == id);
    // A box that was ticked stays, whatever innovation is chosen now.
    let strange =
        ticked.iter().filter(|id| !is_own(id)).filter_map(|id| here.seen().stakeholder(id.parse().ok()?).ok());
    let shown = own.iter().take(BOXES).chain(strange);
    let boxes = shown.map(|one| {
        let id = one.id.to_string();
        let people = sheet.typed_as(&people_of(&id)).to_owned();
        place(&id, &one.name, people, ticked.contains(&id))
    });
    let boxes = boxes.collect_view();
    let [first, more @ ..] = &OTHERS;
    let is_open = more.iter().any(|other| !sheet.typed(other.name).is_empty());
    let more = more.iter().map(|other| row(here, sheet, other)).collect_view();
    let first = row(here, sheet, first);
    let controls = view! {
        <div class="picks" id=GROUPS.name data-picks>{boxes}</div>
        <template data-place>{place("", "", String::new(), false)}</template>
        {first}
        <details class="details" open=is_open>
            <summary>"More groups"</summary>
            <div class="stack">{more}</div>
        </details>
        {everybody(here)}
    };
    sheet.together(GROUPS, controls)
}

/// The box of a group; how many of it there were is asked beside it once it is ticked.
fn place(id: &str, name: &str, people: String, is_ticked: bool) -> impl IntoView + use<> {
    let label = format!("How many people: {name}");
    view! {
        <span class="heard">
            <label class="pick">
                <input type="checkbox" name=GROUPS.name value=id.to_owned() checked=is_ticked/>
                <span>{name.to_owned()}</span>
            </label>
            <input class="in" type="number" inputmode="numeric" min="1" name=people_of(id) value=people aria-label=label placeholder=HOW_MANY/>
        </span>
    }
}

fn row(here: &Here, sheet: &Sheet, other: &Other) -> impl IntoView + use<> {
    let typed = sheet.typed(other.name).trim();
    let asks = !typed.is_empty() && find(here, typed).is_none();
    let kinds = StakeholderKind::ALL.iter().map(|kind| Choice::new(kind.key(), kind.label())).collect();
    let id = format!("{}-place", other.kind.name);
    view! {
        <div class="heard-other">
            {sheet.suggesting(other.name, EVERYBODY, id.clone())}
            {sheet.input(other.people, "number", "in")}
        </div>
        <div id=id hidden=!asks>{sheet.select(other.kind, kinds)}</div>
    }
}

/// Every group of the register to be found by typing; with the innovations that it matters to, for the boxes.
fn everybody(here: &Here) -> impl IntoView + use<> {
    let seen = here.seen();
    let mut numbers: BTreeMap<StakeholderId, Vec<String>> = BTreeMap::new();
    for innovation in seen.innovations() {
        for group in of(here, innovation) {
            numbers.entry(group.id).or_default().push(innovation.number.to_string());
        }
    }
    let options = seen.stakeholders().into_iter().map(|one| {
        let of = numbers.get(&one.id).map(|numbers| numbers.join(" "));
        let id = of.as_ref().map(|_| one.id.to_string());
        view! { <option value=one.name.to_string() data-of=of data-id=id></option> }
    });
    view! { <datalist id=EVERYBODY>{options.collect_view()}</datalist> }
}
