//! What stands in the way of taking a register back.
use super::*;
use crate::{ReviewKind, SiteMoveInput, SustainmentReview};
use SiteState::{Agreed, Reverted};

/// What the decision of a file left, and whether it can be taken back.
fn brought(
    before: &Portfolio,
    rows: Vec<ImportRow>,
) -> (Portfolio, impl Fn(&Portfolio) -> Result<Decision, Refusal> + use<>) {
    let decision = as_person(before, MANAGER, |seen| seen.import(FIRST, &input(rows), today())).expect("may");
    let changes: Vec<_> = decision.changes(before.sequence, before.changed_at, MANAGER).collect();
    let mut after = before.clone();
    for change in &changes {
        after.apply(change);
    }
    let undo = move |now: &Portfolio| as_person(now, MANAGER, |seen| seen.undo_import(FIRST, &changes, today()));
    (after, undo)
}

#[test]
fn a_register_is_taken_back_as_one_unless_somebody_has_built_on_it() {
    let file = || vec![counted(live(2, "Ward 1", "2026-05-01"), "2026-10-01", "2026-10-31", 130), row(3, "Ward 2")];
    let no = Err(Refusal::Impossible(Impossible::EditedSince));
    // All of it is new.
    let (new, undo) = brought(&portfolio(), file());
    let back = applied(&new, undo(&new).expect("untouched"));
    as_person(&back, LEAD, |seen| {
        assert_eq!((seen.sites(LAMPS).count(), seen.reach_counts_of(LAMPS).count()), (0, 0));
    });
    assert_eq!(sights(&import(&back, SECOND, file())).len(), 2, "and it comes in again");
    let id = as_person(&new, LEAD, |seen| seen.site_sights(LAMPS, today())[0].site.id);
    let to = |to, moves_seen| SiteMoveInput { to, on: today(), reason: Some(text("So")), review_on: None, moves_seen };
    let move_id = crate::SiteMoveId(Uuid::from_u128(77));
    let on_new = after(&new, LEAD, |seen| seen.move_site(move_id, LAMPS, id, to(Reverted, 1), today()));
    assert_eq!(undo(&on_new), no);
    // The ward was here, and the file moved it.
    let here = ward(&[(Agreed, "2026-04-01")]);
    let (moved, undo) = brought(&here, vec![live(2, "Ward 1", "2026-05-01")]);
    assert_eq!(steps(&applied(&moved, undo(&moved).expect("untouched"))), taken(&[(Agreed, "2026-04-01")]));
    let further = after(&moved, LEAD, |seen| seen.move_site(move_id, LAMPS, site(1).id, to(Reverted, 2), today()));
    assert_eq!(undo(&further), no, "a step stands upon the step before");
    let looked =
        SustainmentReview { sites: vec![site(1).id], ..review(ReviewKind::SixMonths, "2026-11-01", "2026-11-10") };
    assert_eq!(undo(&applied(&moved, Decision::add(looked))), no, "only what went live is reviewed");
    let counted_since = applied(&moved, Decision::add(reach_count(1, 10, 20)));
    assert!(undo(&counted_since).is_ok(), "the ward stays, and so does its count");
}
