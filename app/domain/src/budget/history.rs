//! What happened to a budget line, as words that follow the name of who did it.
use super::{BudgetKind, BudgetLine};
use crate::{Seen, calendar::in_words};

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
}
