use crate::{
    failure::Failure,
    form::{Field, Sheet},
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    together::{ACTIONS, THRESHOLDS},
    visit::{Note, done},
};
use axum::response::{IntoResponse, Response};
use domain::{
    Act, Action, Limit, LimitSet, Reason, Record, Settled, SignalName, SignalWeight, ThresholdsId, ThresholdsInput,
    Version,
};
use leptos::prelude::*;

const REASON: Field = Field::new("reason", "Why?").hint("In 40 characters or more. Everyone can read it");

pub async fn show(now: Now) -> Result<Page, Failure> {
    let seen = now.seen();
    let version = seen.thresholds_kept().map_or(Version::NONE, |kept| kept.entry.version);
    page(&now, filled(seen.thresholds()).about(version))
}

pub async fn submit(now: Now, mut sheet: Sheet) -> Result<Response, Failure> {
    now.seen().must(Act::ManagePeople, None)?;
    if let Some(input) = input(&mut sheet) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, today, submission| {
            seen.change_thresholds(ThresholdsId(submission.0), input, version, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(THRESHOLDS), Note::ThresholdsSettled));
        }
    }
    Ok(page(&now, sheet)?.into_response())
}

const fn weight(signal: SignalName) -> Field {
    Field::new(signal.field(), signal.label())
}

const fn of_limit(limit: Limit) -> Field {
    Field::new(limit.key(), limit.label())
}

fn weighed() -> impl Iterator<Item = SignalName> {
    Action::ALL.iter().flat_map(|action| action.signals()).copied()
}

fn input(sheet: &mut Sheet) -> Option<ThresholdsInput> {
    let weights: Vec<_> = weighed()
        .map(|signal| Some(SignalWeight { signal, points: sheet.read_whole(weight(signal), 0..=100)? }))
        .collect();
    let limits: Vec<_> = Limit::ALL
        .iter()
        .map(|limit| {
            let (least, most) = limit.range();
            let to = sheet.read_whole(of_limit(*limit), least.into()..=most.into())?;
            Some(LimitSet { limit: *limit, to })
        })
        .collect();
    let reason = sheet.read::<Reason>(REASON);
    let weights: Option<Vec<_>> = weights.into_iter().collect();
    let limits: Option<Vec<_>> = limits.into_iter().collect();
    Some(ThresholdsInput { weights: weights?, limits: limits?, reason: reason? })
}

fn filled(thresholds: &Settled) -> Sheet {
    let sheet = weighed().fold(Sheet::default(), |sheet, one| sheet.with(weight(one), thresholds.weight(one)));
    Limit::ALL.iter().fold(sheet, |sheet, one| sheet.with(of_limit(*one), thresholds.limit(*one)))
}

fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Thresholds(kept) => kept.versions.last().map(filled).unwrap_or_default(),
        _ => Sheet::default(),
    }
}

fn page(here: &Here, sheet: Sheet) -> Result<Page, Failure> {
    here.seen().must(Act::ManagePeople, None)?;
    let form = ShortForm {
        above: vec![("Ten actions".into(), here.link(ACTIONS)), ("Thresholds".into(), here.link(THRESHOLDS))],
        heading: "Edit thresholds".into(),
        about: Some(
            "Saving makes a new version. Verdicts, also of past days, are worked out anew with it, and say so.".into(),
        ),
        button: "Save as a new version",
        ..ShortForm::default()
    };
    Ok(form.long_page(here, sheet, |sheet| {
        let groups: Vec<_> = Action::ALL
            .iter()
            .filter(|action| action.is_collected())
            .map(|action| {
                let fields: Vec<_> =
                    action.signals().iter().map(|signal| sheet.short(weight(*signal)).into_any()).collect();
                let legend = format!("{}. {}: points, 100 together", action.number(), action.label());
                view! { <fieldset class="field"><legend>{legend}</legend><div class="stack">{fields}</div></fieldset> }
            })
            .collect();
        let limits: Vec<_> = Limit::ALL.iter().map(|one| sheet.short(of_limit(*one)).into_any()).collect();
        view! {
            {groups}
            <fieldset class="field"><legend>"Limits"</legend><div class="stack">{limits}</div></fieldset>
            {sheet.area(REASON, 3)}
        }
    }))
}
