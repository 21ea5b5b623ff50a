//! Conditions on which an innovation was let on: the list of those still open, and the form that closes one.
use crate::{
    failure::Failure,
    form::{Field, Sheet},
    here::{Here, Now},
    innovation_frame::crumbs,
    page::Page,
    ui::words::{date, until},
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, Impossible, Innovation, OpenCondition, Record, Slug, days};
use leptos::prelude::*;

const MET: Field = Field::new("met_on", "Met on");

type Address = Path<(Slug, u32, u32, usize)>;

pub async fn show(now: Now, Path((_, number, ordinal, index)): Address) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?;
    let step = now.seen().stage_moves(innovation.id).find(|one| one.ordinal == ordinal).ok_or(Failure::NotFound)?;
    let condition = step.conditions.get(index).ok_or(Failure::NotFound)?;
    now.seen().must(Act::EditInnovation, Some(innovation))?;
    if condition.met_on.is_some() {
        return Err(Failure::Impossible(Impossible::ConditionMet));
    }
    page(&now, number, ordinal, index, Sheet::default().with(MET, now.today).about(step.entry.version))
}

pub async fn submit(
    now: Now,
    Path((_, number, ordinal, index)): Address,
    mut sheet: Sheet,
) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(met_on) = sheet.read_day(MET) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, today, _| {
            seen.meet_condition(innovation, ordinal, index, met_on, version, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}")), Note::ConditionMet));
        }
    }
    Ok(page(&now, number, ordinal, index, sheet)?.into_response())
}

/// Another condition of the move was met meanwhile: nothing of this form clashes with that.
fn theirs(_: &Record) -> Sheet {
    Sheet::default()
}

fn page(here: &Here, number: u32, ordinal: u32, index: usize, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let step = here.seen().stage_moves(innovation.id).find(|one| one.ordinal == ordinal).ok_or(Failure::NotFound)?;
    let condition = step.conditions.get(index).ok_or(Failure::NotFound)?.clone();
    let inside = here.clone();
    Ok(here
        .form(format!("Condition: {}", condition.text), &sheet.clone(), move || {
            let due = format!("Due on {}.", date(condition.due_on));
            view! {
                {crumbs(&inside, &innovation)}
                {sheet.summary()}
                <div class="ph"><p class="kicker">"Is the condition met?"</p><h1>{condition.text.to_string()}</h1><p class="quiet">{due}</p></div>
                <form method="post" class="stack stack-l" novalidate>
                    {sheet.hidden()}
                    {sheet.date(MET)}
                    <div class="row"><button class="btn btn-go btn-big btn-wide">"Condition met"</button></div>
                </form>
            }
        })
        .narrow())
}

/// For the page of an innovation: nothing where no condition is open.
pub fn open_conditions(here: &Here, innovation: &Innovation) -> Option<impl IntoView + use<>> {
    let open = here.seen().open_conditions(innovation.id, here.today);
    let late = open.iter().filter(|one| one.overdue_days > 0).count();
    let heading = match (open.len(), late) {
        (0, _) => return None,
        (1, 0) => "1 condition to meet".to_owned(),
        (all, 0) => format!("{all} conditions to meet"),
        (all, late) => format!("{late} of {all} conditions overdue"),
    };
    let may_edit = !here.looks_back() && here.seen().may(Act::EditInnovation, Some(innovation));
    let rows = open.into_iter().map(|one| row(here, innovation.number, one, may_edit)).collect_view();
    Some(view! {
        <section class="panel" aria-labelledby="open-conditions">
            <h2 id="open-conditions">{heading}</h2>
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">"Condition"</th>
                        <th scope="col">"Owner"</th>
                        <th scope="col">"Due"</th>
                        {may_edit.then(|| view! { <th scope="col">"Change"</th> })}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    })
}

fn row(here: &Here, number: u32, open: OpenCondition, may_edit: bool) -> impl IntoView + use<> {
    let owner = here.seen().membership(open.condition.owner).map_or("–".into(), |one| one.name.to_string());
    let due = format!("{}, {}", date(open.condition.due_on), until(days(here.today, open.condition.due_on)));
    let text = open.condition.text.to_string();
    let late = open.overdue_days > 0;
    let change = may_edit.then(|| {
        let address = here.link(&format!("innovations/{number}/moves/{}/conditions/{}", open.ordinal, open.index));
        view! { <td data-l="Change"><a href=address aria-label=format!("Met: {text}")>"Met"</a></td> }
    });
    view! {
        <tr>
            <th scope="row">{text.clone()}</th>
            <td data-l="Owner">{owner}</td>
            <td data-l="Due" class:late=late>{due}</td>
            {change}
        </tr>
    }
}
