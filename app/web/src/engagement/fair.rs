//! The fairness of a consultation, in four answers, with the advice that a no gives.
use crate::{
    here::Here,
    ui::words::{count, date},
};
use domain::{Engagement, Fair, FairCheck};
use leptos::prelude::*;

const ADVICE: &str = "Take advice from the Monitoring Officer.";

/// None of what is no consultation.
pub fn check(here: &Here, one: &Engagement) -> Option<AnyView> {
    let found = here.seen().fair_check(one, here.today)?;
    let when =
        one.consultation.as_ref().map(|one| format!("Open from {} to {}", date(one.opened_on), date(one.closed_on)));
    let rows = answers(&found).into_iter().map(|(question, answer, why)| {
        view! {
            <tr>
                <th scope="row">{question}</th>
                <td data-l="Answer" class:late={answer == Fair::No}>{word(answer)}</td>
                <td data-l="From the record">{why}</td>
            </tr>
        }
    });
    let advice = found.has_a_no().then(|| view! { <p class="flash flash-warn">{ADVICE}</p> });
    Some(
        view! {
            <section class="panel" aria-labelledby="fair">
                <h2 id="fair">{heading(&found)}</h2>
                <p class="s quiet mb">{when}</p>
                {advice}
                <table class="table table-cards">
                    <thead><tr><th scope="col">"Question"</th><th scope="col">"Answer"</th><th scope="col">"From the record"</th></tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
                <p class="xs quiet mt">"These follow the principles that courts have set for consultations. A no is a reason to ask, and no judgement."</p>
            </section>
        }
        .into_any(),
    )
}

/// "3 of 4 are yes".
pub fn heading(found: &FairCheck) -> String {
    let no = found.answers().iter().filter(|one| **one == Fair::No).count();
    let early = found.answers().contains(&Fair::TooEarly);
    match (no, early) {
        (0, true) => "The consultation is open, and fair so far".into(),
        (0, false) => "The consultation was fair on all four points".into(),
        (1, _) => "One point of the consultation is not fair".into(),
        (no, _) => format!("{no} points of the consultation are not fair"),
    }
}

pub const fn word(answer: Fair) -> &'static str {
    match answer {
        Fair::Yes => "Yes",
        Fair::No => "No",
        Fair::TooEarly => "Too early",
    }
}

fn answers(found: &FairCheck) -> [(&'static str, Fair, String); 4] {
    let decided = found.decided_early.and_then(|one| one.decided_on);
    let in_time = match (found.in_time, decided) {
        (_, Some(on)) => format!("It was decided on {}, before it closed", date(on)),
        (Fair::Yes, None) => "What to do was open when it began, and nobody decided before it closed".into(),
        _ => "Nobody said that the decision was still open when it began".into(),
    };
    let informed = match found.informed {
        Fair::Yes => "There is a link to what people could read",
        _ => "No link to what people could read",
    };
    let time = format!("{}, of {} wanted", count(found.days, "day"), found.days_wanted);
    let weighed = match found.weighed {
        Fair::Yes => "A decision after it closed cites it, and what people said",
        Fair::No => "No decision after it closed cites it and what people said",
        Fair::TooEarly => "It is still open",
    };
    [
        ("Asked in time?", found.in_time, in_time),
        ("Enough information?", found.informed, informed.into()),
        ("Enough time?", found.long_enough(), time),
        ("Answers weighed?", found.weighed, weighed.into()),
    ]
}
