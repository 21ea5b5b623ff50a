//! What happened to a budget line, as words that follow the name of who did it.
use super::{BudgetKind, BudgetLine, Spend};
use crate::{
    Seen,
    calendar::{in_words, month_in_words},
};

pub(crate) fn sentence(before: Option<&BudgetLine>, after: &BudgetLine, _names: Seen) -> String {
    let line = called(after);
    let Some(before) = before else {
        let span = format!("from {} to {}", in_words(after.from_on), in_words(after.to_on));
        return format!("added {line} {span}");
    };
    if after.entry.removed {
        return format!("removed {line}");
    }
    let mut parts = vec![];
    if before.approved != after.approved {
        parts.push(format!("approved from {} to {}", before.approved, after.approved));
    }
    match (before.forecast, after.forecast) {
        (was, is) if was == is => {}
        (Some(was), Some(is)) => parts.push(format!("expected from {was} to {is}")),
        (None, Some(is)) => parts.push(format!("expected {is}")),
        (_, None) => parts.push("no longer with an expected outturn".into()),
    }
    if before.to_on != after.to_on {
        parts.push(format!("its end from {} to {}", in_words(before.to_on), in_words(after.to_on)));
    }
    if parts.is_empty() { format!("edited {line}") } else { format!("changed {line}: {}", parts.join(", ")) }
}

/// "recorded £500 spent in October 2026 on £100 from “Street lighting budget”".
pub(crate) fn spend_sentence(before: Option<&Spend>, after: &Spend, names: Seen) -> String {
    let line = names.budget_line(after.innovation, after.budget_line).ok();
    let line = line.map_or_else(|| "a line that is gone".into(), |line| called(line));
    let month = month_in_words(after.month);
    match before {
        _ if after.entry.removed => format!("took back the spend of {month} on {line}"),
        None => format!("recorded {} spent in {month} on {line}", after.pence),
        Some(before) if before.pence != after.pence => {
            format!("changed the spend of {month} on {line} from {} to {}", before.pence, after.pence)
        }
        Some(_) => format!("noted something about the spend of {month} on {line}"),
    }
}

/// "£200,000 from “Street lighting budget”".
fn called(line: &BudgetLine) -> String {
    let source = line.source.as_ref().map_or_else(|| line.kind.label().to_lowercase(), |source| format!("“{source}”"));
    match line.kind {
        BudgetKind::NilCost => format!("the line without cost, {source}"),
        _ => format!("{} from {source}", line.approved),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Entry, Pence, testing::*};

    #[test]
    fn each_step_of_a_budget_line_is_told() {
        let said = |before: Option<&BudgetLine>, after: &BudgetLine| {
            as_person(&portfolio(), LEAD, |seen| sentence(before, after, seen))
        };
        let before = budget_line();
        let words = "added £100 from “Street lighting budget” from 1\u{a0}April 2026 to 31\u{a0}March 2027";
        assert_eq!(said(None, &before), words);
        let changed = BudgetLine { approved: Pence(20_000), forecast: Some(Pence(21_000)), ..budget_line() };
        let words = "changed £200 from “Street lighting budget”: approved from £100 to £200, expected £210";
        assert_eq!(said(Some(&before), &changed), words);
        let entry = Entry { removed: true, ..before.entry };
        let removed = BudgetLine { entry, ..budget_line() };
        assert_eq!(said(Some(&before), &removed), "removed £100 from “Street lighting budget”");
    }

    #[test]
    fn each_step_of_a_month_of_spend_is_told() {
        let before = applied(&portfolio(), crate::Decision::add(budget_line()));
        let said = |was: Option<&Spend>, is: &Spend| {
            as_person(&before, LEAD, |seen| spend_sentence(was, is, seen).replace('\u{a0}', " "))
        };
        let first = spend();
        let words = "recorded £38 spent in October 2026 on £100 from “Street lighting budget”";
        assert_eq!(said(None, &first), words);
        let more = Spend { pence: Pence(-200), ..spend() };
        let words = "changed the spend of October 2026 on £100 from “Street lighting budget” from £38 to −£2";
        assert_eq!(said(Some(&first), &more), words);
    }
}
