//! How an experiment stands, in words.
use crate::{
    here::Here,
    ui::words::{date, until},
};
use domain::{Better, Experiment, ExperimentOutcome, Number, days};

/// "Threshold met", "Threshold not met", "Unclear", or where it stands before there is a result.
pub fn standing(one: &Experiment, here: &Here) -> String {
    match one.outcome() {
        Some(ExperimentOutcome::Met) => "Threshold met".into(),
        Some(ExperimentOutcome::NotMet) => "Threshold not met".into(),
        Some(ExperimentOutcome::Unclear) => "Unclear".into(),
        None if !one.has_begun(here.today) => format!("Begins {}", date(one.starts_on)),
        None if one.ends_on < here.today => {
            format!("Result wanted, {}", until(days(here.today, one.ends_on)))
        }
        None => format!("Under way, ends {}", until(days(here.today, one.ends_on))),
    }
}

/// "+11 points against a threshold of 6 points".
pub fn result(one: &Experiment) -> Option<String> {
    let result = one.said(Number(one.result?));
    Some(format!("{result} against {}", threshold(one)))
}

/// "a threshold of 50% or more".
pub fn threshold(one: &Experiment) -> String {
    let way = match one.better {
        Better::Higher => "or more",
        Better::Lower => "or less",
    };
    format!("a threshold of {} {way}", one.said(one.threshold()))
}

/// What is still wanted of one that has a result.
pub fn wanted(one: &Experiment) -> Option<&'static str> {
    (one.outcome().is_some() && !one.is_complete()).then_some("Not complete: what was learned is still to be said")
}
