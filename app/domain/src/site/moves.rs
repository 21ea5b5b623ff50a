//! Moving places from state to state, one or many in one decision.
use super::{SiteMove, SiteSight, SiteState, keep::one_row};
use crate::{
    Act, Decision, EmbedGap, Entry, InnovationId, Problem, Reason, Refusal, Rule, Seen, SiteId, SiteMoveId,
    seen::plausible,
};
use chrono::NaiveDate;

#[derive(Clone, Debug)]
pub struct SiteMoveInput {
    pub to: SiteState,
    /// Never in the future, and not before the move before.
    pub on: NaiveDate,
    /// Required on declining, on reverting, and where it turns out not to be eligible.
    pub reason: Option<Reason>,
    /// Required on a pause: the day to look again, after the day of the move.
    pub review_on: Option<NaiveDate>,
    /// How many moves there were when the page was read.
    pub moves_seen: u32,
}

/// One row of many that move at once.
#[derive(Clone, Debug)]
pub struct SiteMoveRow {
    pub id: SiteMoveId,
    pub site: SiteId,
    pub input: SiteMoveInput,
}

impl Seen<'_> {
    pub fn move_site(
        self,
        id: SiteMoveId,
        innovation: InnovationId,
        site: SiteId,
        input: SiteMoveInput,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.move_sites(innovation, &[SiteMoveRow { id, site, input }], today).map_err(one_row)
    }

    /// All of them, or none.
    ///
    /// # Errors
    /// `Rows` with what is wrong in each row: `Outdated` where somebody moved the site meanwhile, `NotEmbedded` with
    /// all that is missing.
    pub fn move_sites(
        self,
        innovation: InnovationId,
        rows: &[SiteMoveRow],
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        let mut moved = Vec::new();
        Decision::of_rows(rows, |row| {
            let sight = self.site_sight(self.site(innovation, row.site)?, NaiveDate::MAX);
            if moved.contains(&row.site) {
                return Err(Refusal::invalid("site", Rule::Taken));
            }
            moved.push(row.site);
            self.moved_site(&sight, row, today)
        })
    }

    fn moved_site(self, sight: &SiteSight, row: &SiteMoveRow, today: NaiveDate) -> Result<Decision, Refusal> {
        let input = &row.input;
        match sight.moves.last() {
            Some(last) if last.ordinal != input.moves_seen => return Err(Refusal::Outdated { theirs: (*last).into() }),
            None if input.moves_seen != 0 => return Err(Refusal::Outdated { theirs: sight.site.into() }),
            _ => {}
        }
        Refusal::unless_sound(problems(sight, input, today))?;
        if input.to == SiteState::Embedded {
            let gaps = self.embed_gaps(sight.site, input.on);
            if !gaps.is_empty() {
                return Err(Refusal::NotEmbedded(gaps));
            }
        }
        Ok(Decision::add(SiteMove {
            id: row.id,
            entry: Entry::default(),
            innovation: sight.site.innovation,
            site: sight.site.id,
            ordinal: input.moves_seen + 1,
            from: sight.state,
            to: input.to,
            on: input.on,
            reason: input.reason.clone(),
            review_on: input.review_on.filter(|_| input.to == SiteState::Paused),
            by: self.actor.person,
        }))
    }

    /// What blocks a place from being embedded on a day, where it may otherwise be; for the page of the site.
    #[must_use]
    pub fn blocks_embedding(self, sight: &SiteSight, today: NaiveDate) -> Vec<EmbedGap> {
        if sight.state == SiteState::Live { self.embed_gaps(sight.site, today) } else { vec![] }
    }
}

fn problems(sight: &SiteSight, input: &SiteMoveInput, today: NaiveDate) -> Vec<Problem> {
    let mut problems: Vec<_> = plausible("on", input.on).into_iter().collect();
    if input.on > today {
        problems.push(Problem::new("on", Rule::After(today)));
    }
    if let Some(last) = sight.moves.last().filter(|last| input.on < last.on) {
        problems.push(Problem::new("on", Rule::Before(last.on)));
    }
    if !sight.may_move_to().contains(&input.to) {
        problems.push(Problem::new("to", Rule::NotALegalMove));
    }
    if input.to.needs_reason() && input.reason.is_none() {
        problems.push(Problem::new("reason", Rule::Missing));
    }
    match input.review_on {
        _ if input.to != SiteState::Paused => {}
        None => problems.push(Problem::new("review_on", Rule::Missing)),
        Some(review) if review <= input.on => {
            problems.push(Problem::new("review_on", Rule::Before(input.on.succ_opt().unwrap_or(input.on))));
        }
        Some(review) => problems.extend(plausible("review_on", review)),
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Portfolio, testing::*};
    use SiteState::{Agreed, Declined, Embedded, Engaged, Live, Paused, Preparing, Reverted};
    use uuid::Uuid;

    fn ward(steps: &[(SiteState, &str)]) -> Portfolio {
        with_sites(&[(site(1), site_moves(1, steps)), (site(2), vec![])])
    }

    fn to(state: SiteState, on: &str, moves_seen: usize) -> SiteMoveInput {
        let moves_seen = u32::try_from(moves_seen).expect("few");
        SiteMoveInput { to: state, on: day(on), reason: None, review_on: None, moves_seen }
    }

    fn row(number: u32, input: SiteMoveInput) -> SiteMoveRow {
        SiteMoveRow { id: SiteMoveId(Uuid::from_u128(9_000 + u128::from(number))), site: site(number).id, input }
    }

    fn step(portfolio: &Portfolio, input: SiteMoveInput) -> Result<Decision, Refusal> {
        let SiteMoveRow { id, site, input } = row(1, input);
        as_person(portfolio, LEAD, |seen| seen.move_site(id, LAMPS, site, input, today()))
    }

    #[test]
    fn a_site_moves_only_as_the_table_says_and_in_the_order_of_days() {
        let before = ward(&[(Preparing, "2026-05-01")]);
        assert_eq!(step(&before, to(Engaged, "2026-06-01", 1)), Err(Refusal::invalid("to", Rule::NotALegalMove)));
        let early = Refusal::invalid("on", Rule::Before(day("2026-05-01")));
        assert_eq!(step(&before, to(Live, "2026-04-30", 1)), Err(early));
        assert_eq!(step(&before, to(Live, "2026-11-25", 1)), Err(Refusal::invalid("on", Rule::After(today()))));
        assert!(matches!(step(&before, to(Live, "2026-06-01", 0)), Err(Refusal::Outdated { .. })));
        let live = applied(&before, step(&before, to(Live, "2026-06-01", 1)).expect("allowed"));
        as_person(&live, LEAD, |seen| {
            let sight = seen.site_sight(seen.site(LAMPS, site(1).id).expect("there"), today());
            assert_eq!((sight.state, sight.live_on), (Live, Some(day("2026-06-01"))));
        });
    }

    #[test]
    fn sc_57_a_site_is_not_embedded_from_preparation_nor_without_a_review() {
        let preparing = step(&ward(&[(Preparing, "2026-01-10")]), to(Embedded, "2026-11-01", 1));
        assert_eq!(preparing, Err(Refusal::invalid("to", Rule::NotALegalMove)));
        let live = step(&ward(&[(Live, "2026-01-10")]), to(Embedded, "2026-11-01", 1));
        let Err(Refusal::NotEmbedded(gaps)) = live else { panic!("refused") };
        assert!(gaps.contains(&EmbedGap::ReviewNotDone), "{gaps:?}");
    }

    #[test]
    fn declining_and_reverting_say_why_and_a_pause_when_to_look_again() {
        let agreed = ward(&[(Agreed, "2026-05-01")]);
        let missing = |field| Err(Refusal::invalid(field, Rule::Missing));
        assert_eq!(step(&agreed, to(Declined, "2026-06-01", 1)), missing("reason"));
        assert_eq!(step(&ward(&[(Live, "2026-05-01")]), to(Reverted, "2026-06-01", 1)), missing("reason"));
        assert_eq!(step(&agreed, to(Paused, "2026-06-01", 1)), missing("review_on"));
        let pause = |review: &str| SiteMoveInput { review_on: Some(day(review)), ..to(Paused, "2026-06-01", 1) };
        let soon = Refusal::invalid("review_on", Rule::Before(day("2026-06-02")));
        assert_eq!(step(&agreed, pause("2026-06-01")), Err(soon));
        assert!(step(&agreed, pause("2026-08-01")).is_ok());
    }

    #[test]
    fn a_paused_site_goes_on_where_it_was_or_leaves() {
        let paused = ward(&[(Live, "2026-05-01"), (Paused, "2026-06-01")]);
        let allowed = |state| {
            let input = SiteMoveInput { reason: Some(text("They say so")), ..to(state, "2026-07-01", 2) };
            step(&paused, input).is_ok()
        };
        assert_eq!([Live, Reverted, Declined, Preparing].map(allowed), [true, true, false, false]);
    }

    #[test]
    fn live_on_is_the_first_day_and_survives_a_revert() {
        let steps = [(Live, "2026-05-01"), (Reverted, "2026-06-01"), (Preparing, "2026-07-01"), (Live, "2026-08-01")];
        as_person(&ward(&steps), LEAD, |seen| {
            let of = |on: &str| {
                let sight = seen.site_sight(seen.site(LAMPS, site(1).id).expect("there"), day(on));
                (sight.state, sight.live_on)
            };
            assert_eq!(of("2026-06-15"), (Reverted, Some(day("2026-05-01"))));
            assert_eq!(of("2026-09-01"), (Live, Some(day("2026-05-01"))));
            assert_eq!(of("2026-04-01"), (SiteState::Identified, None));
        });
    }

    #[test]
    fn many_sites_move_at_once_or_none_does() {
        let before = ward(&[(Preparing, "2026-05-01")]);
        let move_all = |rows: &[SiteMoveRow]| as_person(&before, LEAD, |seen| seen.move_sites(LAMPS, rows, today()));
        let good = [row(1, to(Live, "2026-06-01", 1)), row(2, to(Engaged, "2026-06-01", 0))];
        assert_eq!(move_all(&good).map(|decision| decision.edits.len()), Ok(2));
        let refused = vec![(1, Refusal::invalid("to", Rule::NotALegalMove))];
        let bad = [good[0].clone(), row(2, to(Embedded, "2026-06-01", 0))];
        assert_eq!(move_all(&bad), Err(Refusal::Rows(refused)));
        let twice = [good[0].clone(), good[0].clone()];
        assert_eq!(move_all(&twice), Err(Refusal::Rows(vec![(1, Refusal::invalid("site", Rule::Taken))])));
    }
}
