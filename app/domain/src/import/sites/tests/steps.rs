//! Which steps a state and a day come to.
use super::*;
use crate::EmbedGap;
use SiteState::{Agreed, Declined, Engaged, Live, NotEligible, Preparing, Reverted};

#[test]
fn a_state_becomes_the_steps_that_lead_there_and_what_is_known_becomes_none() {
    let both = |word: &str, on: &str| with(state(2, "Ward 1", word, on), |site| site.live_on = Some(day("2026-03-01")));
    let with_reason = |row| with(row, |site| site.state_reason = Some(text("As they say")));
    for (here, row, expected) in [
        // A first file.
        (vec![], state(2, "Ward 1", "Engaged", "2026-02-01"), vec![(Engaged, "2026-02-01")]),
        (vec![], state(2, "Ward 1", "engaged", ""), vec![(Engaged, "2026-11-24")]),
        (vec![], state(2, "Ward 1", "Identified", ""), vec![]),
        (vec![], both("Live", ""), vec![(Live, "2026-03-01")]),
        (vec![], state(2, "Ward 1", "Live", "2026-03-01"), vec![(Live, "2026-03-01")]),
        (vec![], with_reason(both("Reverted", "2026-06-01")), vec![(Live, "2026-03-01"), (Reverted, "2026-06-01")]),
        (vec![], both("Preparing", "2026-06-01"), vec![(Live, "2026-03-01"), (Preparing, "2026-06-01")]),
        // A later one.
        (
            vec![(Agreed, "2026-02-01")],
            state(2, "Ward 1", "Preparing", ""),
            vec![(Agreed, "2026-02-01"), (Preparing, "2026-11-24")],
        ),
        (
            vec![(Live, "2026-03-01"), (Reverted, "2026-04-01"), (Preparing, "2026-05-01")],
            with(state(2, "Ward 1", "Live", ""), |site| site.live_on = Some(day("2026-08-01"))),
            vec![(Live, "2026-03-01"), (Reverted, "2026-04-01"), (Preparing, "2026-05-01"), (Live, "2026-08-01")],
        ),
        // One that was written before the last steps here.
        (
            vec![(Agreed, "2026-02-01"), (Live, "2026-03-01")],
            state(2, "Ward 1", "Agreed", "2026-02-01"),
            vec![(Agreed, "2026-02-01"), (Live, "2026-03-01")],
        ),
        (
            vec![(Agreed, "2026-02-01"), (Live, "2026-03-01")],
            state(2, "Ward 1", "Agreed", ""),
            vec![(Agreed, "2026-02-01"), (Live, "2026-03-01")],
        ),
        (
            vec![(Live, "2026-03-01"), (Preparing, "2026-05-01")],
            both("Live", ""),
            vec![(Live, "2026-03-01"), (Preparing, "2026-05-01")],
        ),
    ] {
        let before = if here.is_empty() { portfolio() } else { ward(&here) };
        let told = preview(&before, FIRST, vec![row.clone()]);
        assert_eq!(told.problems().count(), 0, "{row:?}");
        let after = match told.counts.good() {
            0 => before,
            _ => import(&before, FIRST, vec![row.clone()]),
        };
        assert_eq!(steps(&after), taken(&expected), "{here:?} {row:?}");
    }
}

#[test]
fn an_illegal_step_is_told_by_row_and_column_and_never_taken() {
    let column = str::to_owned;
    let broken = ImportRule::Broken;
    let both = |word: &str, on: &str| with(state(2, "Ward 1", word, on), |site| site.live_on = Some(day("2026-03-01")));
    for (here, row, told_at, rule) in [
        (
            vec![(Preparing, "2026-05-01")],
            state(2, "Ward 1", "Engaged", "2026-06-01"),
            "State",
            broken(Rule::NotALegalMove),
        ),
        (vec![(Declined, "2026-05-01")], live(2, "Ward 1", "2026-06-01"), "Live on", broken(Rule::NotALegalMove)),
        (vec![], both("Engaged", "2026-06-01"), "State", broken(Rule::NotALegalMove)),
        (vec![], live(2, "Ward 1", "2026-11-25"), "Live on", broken(Rule::After(today()))),
        (vec![], state(2, "Ward 1", "Live", ""), "Live on", ImportRule::Missing),
        (
            vec![(Agreed, "2026-05-01")],
            live(2, "Ward 1", "2026-04-30"),
            "Live on",
            broken(Rule::Before(day("2026-05-01"))),
        ),
        (vec![], both("Paused", "2026-02-01"), "In this state since", broken(Rule::Before(day("2026-03-01")))),
        (vec![], state(2, "Ward 1", "Declined", "2026-06-01"), "Why it is in this state", broken(Rule::Missing)),
        (vec![], state(2, "Ward 1", "Paused", "2026-06-01"), "Look again on", broken(Rule::Missing)),
        (vec![], state(2, "Ward 1", "Reverted", "2026-06-01"), "State", broken(Rule::NotALegalMove)),
    ] {
        let before = if here.is_empty() { portfolio() } else { ward(&here) };
        let found = problems(&before, vec![row.clone()]);
        assert_eq!(found.first(), Some(&(2, column(told_at), rule)), "{row:?}");
        assert_eq!(preview(&before, FIRST, vec![row]).edits, [], "nothing of the row comes in");
    }
    let found = problems(&portfolio(), vec![both("Embedded", "2026-10-01")]);
    let [(2, at, ImportRule::NotEmbedded(gaps))] = &found[..] else { panic!("{found:?}") };
    assert_eq!(at, "State");
    assert!(gaps.contains(&EmbedGap::ReviewNotDone) && !gaps.iter().any(|gap| matches!(gap, EmbedGap::MonthsLive(_))));
    let words: Vec<_> = SiteState::ALL.iter().map(|one| one.label().to_owned()).collect();
    let odd = problems(&portfolio(), vec![state(2, "Ward 1", "Nearly", "")]);
    assert_eq!(odd, [(2, "State".to_owned(), ImportRule::NoneOf(words))]);
    let not_meant = with(state(2, "Ward 1", "Not eligible", "2026-06-01"), |site| {
        (site.eligible, site.eligible_reason) = (Some(text("No")), Some(text("No lamps there")));
    });
    assert_eq!(steps(&import(&portfolio(), FIRST, vec![not_meant])), taken(&[(NotEligible, "2026-06-01")]));
}
