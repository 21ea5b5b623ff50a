//! Who was heard, read from the boxes and from the fields for other groups.
use super::fields::nth;
use crate::{
    form::{Field, Sheet},
    here::Here,
};
use domain::{Group, NewGroup, Rule, Stakeholder, StakeholderId, StakeholderKind, SubmissionId, Title};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

pub const GROUPS: Field = Field::new("groups", "Who did you hear from?");
/// As many as one engagement may have.
const MOST_PEOPLE: i64 = 1_000_000;

/// A field for a group that has no box.
pub struct Other {
    pub name: Field,
    pub people: Field,
    pub kind: Field,
}

pub const HOW_MANY: &str = "How many?";
const KIND: &str = "It is not in the register yet. What kind of group is it?";
pub const OTHERS: [Other; 3] = [
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

pub fn find<'a>(here: &'a Here, name: &str) -> Option<&'a Arc<Stakeholder>> {
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

/// The name of the field beside a box.
pub fn people_of(id: impl std::fmt::Display) -> String {
    format!("people-{id}")
}
