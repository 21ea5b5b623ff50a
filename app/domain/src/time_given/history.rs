//! What happened to a month of time, as words that follow the name of who did it.
use super::TimeGiven;
use crate::{Seen, calendar::month_in_words};

pub(crate) fn sentence(before: Option<&TimeGiven>, after: &TimeGiven, names: Seen) -> String {
    let who = names.membership(after.membership).map_or_else(|| "somebody".into(), |one| one.name.to_string());
    let month = month_in_words(after.month);
    if after.entry.removed {
        return format!("took back the time of {who} in {month}");
    }
    let (promised, given) = (after.days_promised, after.days_given);
    match before {
        None => format!("recorded {given} of {promised} days given by {who} in {month}"),
        Some(before) => format!(
            "changed the time of {who} in {month} from {} of {} days to {given} of {promised}",
            before.days_given, before.days_promised
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    #[test]
    fn each_step_of_a_month_is_told() {
        let said = |before: Option<&TimeGiven>, after: &TimeGiven| {
            as_person(&portfolio(), LEAD, |seen| sentence(before, after, seen).replace('\u{a0}', " "))
        };
        let first = time_given();
        assert_eq!(said(None, &first), "recorded 7.5 of 8 days given by Team member in October 2026");
        let more = TimeGiven { days_given: text("8"), ..time_given() };
        let words = "changed the time of Team member in October 2026 from 7.5 of 8 days to 8 of 8";
        assert_eq!(said(Some(&first), &more), words);
        let mut gone = time_given();
        gone.entry.removed = true;
        assert_eq!(said(Some(&first), &gone), "took back the time of Team member in October 2026");
    }
}
