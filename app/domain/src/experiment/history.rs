//! What happened to an experiment, as words that follow the name of who did it.
use super::Experiment;
use crate::{Number, Seen, calendar::in_words};

pub(crate) fn sentence(before: Option<&Experiment>, after: &Experiment, _names: Seen) -> String {
    let name = format!("the experiment “{}”", after.measure);
    let Some(before) = before else {
        let (threshold, start) = (after.said(after.threshold()), in_words(after.starts_on));
        return format!("planned {name} with the threshold {threshold}, from {start}");
    };
    if after.entry.removed {
        return format!("removed {name}");
    }
    if (before.result, &before.unclear) != (after.result, &after.unclear) {
        return concluded(after, &name);
    }
    if before.learning != after.learning {
        return format!("said what was learned from {name}");
    }
    let (was, is) = (before.threshold(), after.threshold());
    if was != is {
        let late = if after.thresholds.len() > 1 { " after its start" } else { "" };
        return format!("changed the threshold of {name} from {} to {}{late}", before.said(was), after.said(is));
    }
    format!("edited {name}")
}

fn concluded(after: &Experiment, name: &str) -> String {
    match (after.outcome(), after.result) {
        (Some(outcome), Some(result)) => {
            format!("recorded {} for {name}: {}", after.said(Number(result)), outcome.label().to_lowercase())
        }
        (Some(_), None) => format!("recorded that {name} stays unclear"),
        (None, _) => format!("took back the result of {name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Threshold, testing::*};

    #[test]
    fn each_step_of_an_experiment_is_told() {
        let said = |before: Option<&Experiment>, after: &Experiment| {
            as_person(&portfolio(), LEAD, |seen| sentence(before, after, seen))
        };
        let planned = experiment(1, "2026-10-01");
        let words = "planned the experiment “Lamps that dim” with the threshold 50%, from 1\u{a0}October 2026";
        assert_eq!(said(None, &planned), words);
        let mut lower = planned.clone();
        lower.thresholds.push(Threshold { value: 40.0, ..lower.thresholds[0].clone() });
        let words = "changed the threshold of the experiment “Lamps that dim” from 50% to 40% after its start";
        assert_eq!(said(Some(&planned), &lower), words);
        let done = Experiment { result: Some(28.0), ..planned.clone() };
        assert_eq!(said(Some(&planned), &done), "recorded 28% for the experiment “Lamps that dim”: not met");
    }
}
