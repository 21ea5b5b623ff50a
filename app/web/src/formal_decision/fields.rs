//! The questions that asking and deciding share.
use crate::{
    budget::{councils, pounds},
    form::{Choice, Field, Sheet},
    here::Here,
    innovation_frame::named,
    ui::words::date,
};
use domain::{
    CouncilId, DecisionInput, DecisionOutcome, FormalDecision, FormalDecisionKind, Innovation, InnovationId, MeetingId,
    MembershipId, OrganisationKind, Pence, PriorityAreaId, Record, RiskId, Role, SignedPence, TakenInput,
};
use leptos::prelude::*;

pub const INNOVATION: Field = Field::new("innovation", "Which innovation is it about?");
pub const PRIORITY_AREA: Field =
    Field::new("priority_area", "Or which priority area?").hint("Leave blank if it is about an innovation");
pub const RISK: Field = Field::new("risk", "Is it about a risk?").hint("May be left out");
pub const WHAT: Field =
    Field::new("what", "What is to be decided?").hint("As one can say yes or no to it. Assume this could be disclosed");
pub const KIND: Field = Field::new("kind", "Kind");
pub const ASKED_ON: Field =
    Field::new("asked_on", "When was it first asked?").hint("From this day the waiting is counted");
pub const COUNCILS: Field = Field::new("councils", "Which councils must decide?");
pub const EFFECT: Field =
    Field::new("effect", "What it costs or saves, in pounds").hint("Leave blank if it is not known");
pub const KEY: Field = Field::new("key_decision", "It is a key decision for another reason")
    .hint("For instance because it matters greatly to two or more wards");
pub const PUBLISHED: Field =
    Field::new("published_on", "When was notice of it published?").hint("Key decisions only. Leave blank if not yet");
pub const PLANNED_FOR: Field = Field::new("planned_for", "Which meeting is to take it?").hint("May be left out");
pub const REPLACES: Field = Field::new("replaces", "Does it replace an earlier decision?").hint("May be left out");

pub const OUTCOME: Field = Field::new("outcome", "What was decided?");
pub const COUNCIL: Field = Field::new("council", "Which council has decided?");
pub const TAKEN_AT: Field =
    Field::new("taken_at", "At which meeting?").hint("For a decision of a body. Its day is the day of the meeting");
pub const TAKEN_BY: Field = Field::new("taken_by", "Or by whom?").hint("For a decision that one person may take");
pub const DECIDED_ON: Field =
    Field::new("decided_on", "When did they decide?").hint("Leave blank for a decision of a meeting");
pub const DEFERRED_TO: Field = Field::new("deferred_to", "When is it taken up again?").hint("Deferred decisions only");
pub const REASON: Field = Field::new("reason", "Why, and on which conditions?")
    .hint("40 characters or more count. Assume this could be disclosed");
pub const PARTNERS: Field = Field::new("partners", "Which partners took it with you?");
pub const JOINTLY: Field = Field::new("jointly_with", "Who else took it with you?").hint("May be left out");

/// Meetings, and earlier decisions, to choose from.
const MEETINGS: usize = 24;

pub fn filled(decision: &FormalDecision) -> Sheet {
    let sheet = Sheet::default()
        .with(WHAT, &decision.what)
        .with(KIND, decision.kind.key())
        .with_any(ASKED_ON, decision.asked_on)
        .with_any(EFFECT, decision.effect.map(pounds))
        .with_any(PUBLISHED, decision.published_on)
        .with_any(PLANNED_FOR, decision.planned_for);
    let sheet = sheet.with_any(REPLACES, decision.replaces);
    if decision.key_decision { sheet.with(KEY, "yes") } else { sheet }
}

/// As somebody else left it.
pub fn theirs(record: &Record) -> Sheet {
    match record {
        Record::FormalDecision(decision) => filled(decision),
        _ => Sheet::default(),
    }
}

/// What is asked; the innovation and its risk only where they are not known from the address.
pub fn input(here: &Here, sheet: &mut Sheet, known: Option<&Innovation>) -> Option<DecisionInput> {
    let number = sheet.read_any_whole::<u32>(INNOVATION, 1..=i64::from(u32::MAX));
    let (area, risk) = (sheet.read_any::<PriorityAreaId>(PRIORITY_AREA), sheet.read_any::<RiskId>(RISK));
    let (what, kind, asked_on) =
        (sheet.read(WHAT), sheet.read::<FormalDecisionKind>(KIND), sheet.read_any_day(ASKED_ON));
    let councils = sheet.read_all::<CouncilId>(COUNCILS);
    let effect = sheet.read_any::<SignedPence>(EFFECT);
    let (key, published) = (sheet.read_flag(KEY), sheet.read_any_day(PUBLISHED));
    let (planned, replaces) = (sheet.read_any::<MeetingId>(PLANNED_FOR), sheet.read_any(REPLACES));
    let chosen = number?.and_then(|number| here.seen().numbered(number).ok()).map(|one| one.id);
    Some(DecisionInput {
        innovation: known.map(|one| one.id).or(chosen),
        risk: risk?,
        priority_area: area?,
        ask: None,
        what: what?,
        kind: kind?,
        asked_on: asked_on?,
        councils: councils?,
        effect: effect?.map(|SignedPence(Pence(pence))| Pence(pence)),
        key_decision: key?,
        published_on: published?,
        planned_for: planned?,
        replaces: replaces?,
    })
}

/// None where it is still open; the outer none where something is wrong.
#[expect(clippy::option_option, reason = "as the readers of a sheet: what was wrong, and what was left out")]
pub fn taken(sheet: &mut Sheet) -> Option<Option<TakenInput>> {
    let outcome = sheet.read_any::<DecisionOutcome>(OUTCOME)?;
    let (council, at, by) = (sheet.read_any(COUNCIL), sheet.read_any(TAKEN_AT), sheet.read_any(TAKEN_BY));
    let (on, until) = (sheet.read_any_day(DECIDED_ON), sheet.read_any_day(DEFERRED_TO));
    let (reason, partners, jointly) = (sheet.read_any(REASON), sheet.read_all(PARTNERS), sheet.read_any(JOINTLY));
    let Some(outcome) = outcome else { return Some(None) };
    Some(Some(TakenInput {
        council: council?,
        outcome,
        taken_by: by?,
        taken_at: at?,
        decided_on: on?,
        deferred_to: until?,
        reason: reason?,
        partners: partners?,
        jointly_with: jointly?,
    }))
}

/// What it is about, where the address does not say.
pub fn subject(here: &Here, sheet: &Sheet) -> impl IntoView + use<> {
    let mut innovations: Vec<_> = here.seen().innovations().collect();
    innovations.sort_by_key(|one| one.number);
    let innovations = innovations.into_iter().map(|one| Choice::new(one.number, named(here, one))).collect();
    let areas = here.seen().priority_areas().filter(|one| one.is_active(here.today));
    let areas = areas.map(|one| Choice::new(one.id, &one.title)).collect();
    view! { {sheet.select(INNOVATION, innovations)} {sheet.select(PRIORITY_AREA, areas)} }
}

/// What is asked, after what it is about.
pub fn questions(here: &Here, sheet: &Sheet, about: Option<&Innovation>, asks: bool) -> impl IntoView + use<> {
    let kinds = FormalDecisionKind::ALL.iter().map(|kind| Choice::new(kind.key(), kind.label())).collect();
    let risks = about.map(|one| {
        let open = here.seen().risks(one.id).filter(|risk| risk.is_open());
        open.map(|risk| Choice::new(risk.id, &risk.event)).collect::<Vec<_>>()
    });
    let risks = risks.filter(|risks| !risks.is_empty()).map(|risks| sheet.select(RISK, risks));
    let asked = (!asks).then(|| sheet.date(ASKED_ON));
    let earlier = earlier(here, about.map(|one| one.id));
    let earlier = (!earlier.is_empty()).then(|| sheet.select(REPLACES, earlier));
    let is_said = [EFFECT, KEY, PUBLISHED].iter().any(|field| !sheet.typed(*field).is_empty());
    view! {
        {sheet.area(WHAT, 2)}
        {sheet.select(KIND, kinds)}
        {risks}
        {asked}
        {sheet.select(PLANNED_FOR, meetings(here, |planned| planned))}
        {earlier}
        <details class="details" open=is_said>
            <summary>"Is it a key decision?"</summary>
            <div class="stack">
                {sheet.short(EFFECT)}
                {sheet.tick(KEY)}
                {sheet.date(PUBLISHED)}
            </div>
        </details>
    }
}

/// In a partnership: the councils that must decide.
pub fn council_boxes(here: &Here, sheet: &Sheet) -> impl IntoView + use<> {
    is_partnership(here).then(|| sheet.boxes(COUNCILS, councils(here)))
}

/// What was decided. Who records only what they decided themselves is not asked who did. Partners can be named where
/// the innovation is known.
pub fn outcome_questions(
    here: &Here,
    sheet: &Sheet,
    about: Option<&Innovation>,
    may_stay_open: bool,
    of_several: bool,
) -> impl IntoView + use<> {
    let anybody = here.seen().records_any_decision();
    let open = (may_stay_open && anybody).then(|| Choice::new("", "Nothing yet: it is open"));
    let outcomes = DecisionOutcome::ALL.iter().map(|one| Choice::new(one.key(), one.label()));
    let outcomes = open.into_iter().chain(outcomes).collect();
    let council = of_several.then(|| sheet.select(COUNCIL, councils(here)));
    let who = if anybody {
        view! { {sheet.select(TAKEN_AT, meetings(here, |planned| !planned))} {sheet.select(TAKEN_BY, here.people())} }
            .into_any()
    } else {
        let own = sheet.typed(TAKEN_BY).to_owned();
        view! {
            <input r#type="hidden" name=TAKEN_BY.name value=own/>
            <p class="hint">"You record what you decided yourself."</p>
        }
        .into_any()
    };
    let partners: Vec<_> = about.map(|one| partners(here, one)).unwrap_or_default();
    let partners = (!partners.is_empty()).then(|| sheet.boxes(PARTNERS, partners));
    view! {
        {sheet.radios(OUTCOME, outcomes)}
        {council}
        {who}
        {sheet.date(DECIDED_ON)}
        {sheet.date(DEFERRED_TO)}
        {sheet.area(REASON, 4)}
        {partners}
        {sheet.text(JOINTLY)}
    }
}

/// Decisions taken that a new one may replace, the latest first: of an innovation its own.
fn earlier(here: &Here, about: Option<InnovationId>) -> Vec<Choice> {
    let mut taken: Vec<_> = here.seen().decisions().filter(|one| !one.is_open()).collect();
    if about.is_some() {
        taken.retain(|one| one.innovation == about);
    }
    taken.sort_by_key(|one| std::cmp::Reverse((one.decided_on, one.id)));
    let choice = |one: &std::sync::Arc<FormalDecision>| {
        let on = one.decided_on.map(|on| format!(", {}", date(on))).unwrap_or_default();
        Choice::new(one.id, format!("{}{on}", one.what))
    };
    taken.into_iter().take(MEETINGS).map(choice).collect()
}

/// Those of today, by name.
fn partners(here: &Here, innovation: &Innovation) -> Vec<Choice> {
    let mut partners: Vec<_> = here.seen().partners(innovation.id).filter(|one| one.is_current(here.today)).collect();
    partners.sort_by(|one, other| one.name.cmp(&other.name));
    partners.into_iter().map(|one| Choice::new(one.id, &one.name)).collect()
}

/// As whom the actor decides; a programme manager records what others decided.
pub fn own_place(here: &Here, innovation: Option<&Innovation>) -> Option<MembershipId> {
    let speaks = |id: &MembershipId| {
        here.seen().membership(*id).is_some_and(|one| !matches!(one.role, Role::ProgrammeManager | Role::Administrator))
    };
    here.seen().decides_as(innovation).into_iter().find(speaks)
}

pub fn is_partnership(here: &Here) -> bool {
    here.seen().organisation().kind == OrganisationKind::Partnership
}

/// Meetings by whether they are still to come: the next ones, or the last ones.
fn meetings(here: &Here, wanted: fn(bool) -> bool) -> Vec<Choice> {
    let mut found = here.seen().meetings();
    found.retain(|one| wanted(one.is_planned(here.today)));
    let choice =
        |one: &std::sync::Arc<domain::Meeting>| Choice::new(one.id, format!("{}, {}", one.body, date(one.held_on)));
    found.into_iter().take(MEETINGS).map(choice).collect()
}
