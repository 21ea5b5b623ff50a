//! The boxes and fields of the question who was heard.
use super::who::{GROUPS, HOW_MANY, OTHERS, Other, find, people_of};
use crate::{
    form::{Choice, Sheet},
    here::Here,
};
use domain::{Innovation, Stakeholder, StakeholderId, StakeholderKind};
use leptos::prelude::*;
use std::{collections::BTreeMap, sync::Arc};

/// More boxes than this are no quicker than typing.
const BOXES: usize = 8;
/// Where the suggestions for any field about a group stand.
pub const EVERYBODY: &str = "everybody";

/// The groups of an innovation that have a box, those that come first at the head.
fn of(here: &Here, innovation: &Innovation) -> Vec<Arc<Stakeholder>> {
    let seen = here.seen();
    let mut stakes: Vec<_> = seen.stakes(innovation.id).collect();
    stakes.sort_by_key(|one| (!one.is_priority(), std::cmp::Reverse(one.power + one.impact), one.id));
    stakes.into_iter().filter_map(|one| seen.group(one.stakeholder)).take(BOXES).cloned().collect()
}

pub fn questions(here: &Here, sheet: &Sheet, innovation: Option<&Arc<Innovation>>) -> impl IntoView + use<> {
    let ticked: Vec<_> = sheet.all(GROUPS).map(ToOwned::to_owned).collect();
    let own = innovation.map(|one| of(here, one)).unwrap_or_default();
    let is_own = |id: &str| own.iter().any(|one| one.id.to_string() == id);
    // A box that was ticked stays, whatever innovation is chosen now.
    let strange =
        ticked.iter().filter(|id| !is_own(id)).filter_map(|id| here.seen().stakeholder(id.parse().ok()?).ok());
    let shown = own.iter().chain(strange);
    let boxes = shown.map(|one| {
        let id = one.id.to_string();
        let people = sheet.typed_as(&people_of(&id)).to_owned();
        place(&id, &one.name, people, ticked.contains(&id))
    });
    let boxes = boxes.collect_view();
    // Where boxes stand, who was heard is mostly among them, and the fields for others take no room of the screen.
    let (open, folded) = OTHERS.split_at(usize::from(own.is_empty()));
    let summary = if own.is_empty() { "More groups" } else { "Find or name other groups" };
    let is_open = folded.iter().any(|other| !sheet.typed(other.name).is_empty());
    let rows = |others: &[Other]| others.iter().map(|other| row(here, sheet, other)).collect_view();
    let (open, folded) = (rows(open), rows(folded));
    let controls = view! {
        <div class="picks" id=GROUPS.name data-picks>{boxes}</div>
        <template data-place>{place("", "", String::new(), false)}</template>
        {open}
        <details class="details" open=is_open>
            <summary>{summary}</summary>
            <div class="stack">{folded}</div>
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
