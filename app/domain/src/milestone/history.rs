//! What happened to a milestone, as words that follow the name of who did it.
use super::Milestone;
use crate::{Seen, calendar::in_words};

pub(crate) fn sentence(before: Option<&Milestone>, after: &Milestone, names: Seen) -> String {
    let title = format!("“{}”", after.title);
    let Some(before) = before else {
        return format!("planned {title} for {}", in_words(after.outturn()));
    };
    if after.entry.removed {
        return format!("removed {title} from the plan");
    }
    if after.baselines.len() > before.baselines.len() {
        return agreed(after, &title, names);
    }
    match (before.done_on, after.done_on) {
        (None, Some(done)) => return format!("completed {title} on {}", in_words(done)),
        (Some(_), None) => return format!("noted that {title} is not done after all"),
        (Some(was), Some(is)) if was != is => {
            return format!("changed the day {title} was done from {} to {}", in_words(was), in_words(is));
        }
        _ => {}
    }
    let (was, is) = (before.forecast_on(), after.forecast_on());
    if was == is && after.forecasts.len() > before.forecasts.len() {
        return format!("said again that {title} is expected on {}", in_words(is));
    }
    if was == is {
        return format!("edited {title}");
    }
    format!("moved the forecast of {title} from {} to {}", in_words(was), in_words(is))
}

fn agreed(after: &Milestone, title: &str, names: Seen) -> String {
    let Some(latest) = after.baselines.last() else { return format!("edited {title}") };
    let approver = latest.approver.and_then(|approver| names.membership(approver));
    let by = approver.map(|one| format!(", approved by {}", one.name)).unwrap_or_default();
    format!("agreed {} for {title}{by}", in_words(latest.baseline_on))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Baseline, Forecast, testing::*};

    #[test]
    fn each_step_of_a_milestone_is_told() {
        let said = |before: Option<&Milestone>, after: &Milestone| {
            as_person(&portfolio(), LEAD, |seen| sentence(before, after, seen))
        };
        let before = milestone();
        assert_eq!(said(None, &before), "planned “Trial on Mill Lane” for 1\u{a0}February 2027");
        let mut moved = milestone();
        moved.forecasts.push(Forecast { recorded_on: today(), forecast_on: day("2027-03-01"), reason: None, by: LEAD });
        let words = "moved the forecast of “Trial on Mill Lane” from 1\u{a0}February 2027 to 1\u{a0}March 2027";
        assert_eq!(said(Some(&before), &moved), words);
        let mut agreed = milestone();
        let approver = Some(place(EXECUTIVE));
        agreed.baselines.push(Baseline { on: today(), baseline_on: day("2027-03-01"), reason: None, approver });
        let words = "agreed 1\u{a0}March 2027 for “Trial on Mill Lane”, approved by Executive";
        assert_eq!(said(Some(&before), &agreed), words);
        let done = Milestone { done_on: Some(today()), ..milestone() };
        assert_eq!(said(Some(&before), &done), "completed “Trial on Mill Lane” on 24\u{a0}November 2026");
    }
}
