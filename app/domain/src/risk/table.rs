//! Every risk that may be read, filtered, with where it stood 91 days ago: what the register draws and exports.
use super::{
    AppetiteBand, BoardDays, EscalationStep, Level, Risk, RiskCategory, RiskKind, RiskStanding, Score,
    summary::MOVEMENT_DAYS,
};
use crate::{Innovation, MembershipId, Seen, choice::choices};
use chrono::{Days, NaiveDate};
use std::{cmp::Reverse, str::FromStr, sync::Arc};

choices! {
    StandingFilter {
        OverTolerance "over-tolerance" "Over tolerance",
        OverAppetite "over-appetite" "Over appetite",
        Undecided "undecided" "No one’s decision",
        Accepted "accepted" "Accepted",
        ReviewOverdue "review-overdue" "Review overdue",
        Risen "risen" "Risen since 91 days ago",
    }
}

/// What a risk is about: one innovation by its number, or the organisation as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RiskAbout {
    Organisation,
    Innovation(u32),
}

impl RiskAbout {
    /// Of the organisation as a whole, in addresses.
    pub const ALL: &str = "organisation";
}

impl FromStr for RiskAbout {
    type Err = crate::Rule;
    fn from_str(text: &str) -> Result<Self, crate::Rule> {
        if text == Self::ALL {
            return Ok(Self::Organisation);
        }
        text.parse().map(Self::Innovation).map_err(|_| crate::Rule::Choose)
    }
}

/// What is to be left out of the register; without answers nothing is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RiskFilter {
    pub category: Option<RiskCategory>,
    pub level: Option<Level>,
    pub owner: Option<MembershipId>,
    pub about: Option<RiskAbout>,
    pub standing: Option<StandingFilter>,
    pub likelihood: Option<u8>,
    pub impact: Option<u8>,
    /// In cause, event or effect.
    pub words: String,
}

/// Against 91 days ago.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// It was not recorded then.
    New,
    /// By so much of the score.
    Up(u8),
    Down(u8),
    Same,
}

/// One open risk.
#[derive(Clone, Debug, PartialEq)]
pub struct RiskLine<'a> {
    pub risk: &'a Arc<Risk>,
    pub innovation: Option<&'a Arc<Innovation>>,
    pub score: Score,
    pub movement: Movement,
    pub band: AppetiteBand,
    pub standing: Option<RiskStanding>,
    pub is_undecided: bool,
    pub steps: Vec<EscalationStep>,
}

/// How many threats moved, against 91 days ago.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    pub new: usize,
    pub up: usize,
    pub down: usize,
    pub same: usize,
    /// Open then, and closed or happened since.
    pub ended: usize,
}

/// How many stand on each square: by likelihood, then by impact, each less one.
pub type Heat = [[usize; 5]; 5];

#[derive(Clone, Debug, PartialEq)]
pub struct RiskTable<'a> {
    /// The highest score first.
    pub threats: Vec<RiskLine<'a>>,
    pub opportunities: Vec<RiskLine<'a>>,
    /// Threats, whatever likelihood and impact the filter asks for.
    pub heat: Heat,
    /// Opportunities likewise, on squares of their own.
    pub opportunity_heat: Heat,
    pub moves: Moves,
    /// The day that movement is read against.
    pub before_on: NaiveDate,
}

impl RiskTable<'_> {
    /// Over tolerance, not accepted, and no action in date.
    pub fn unanswered(&self) -> impl Iterator<Item = &RiskLine<'_>> {
        self.threats.iter().filter(|one| one.is_undecided && one.standing == Some(RiskStanding::OverTolerance))
    }
}

impl RiskFilter {
    /// Whether it leaves anything out.
    #[must_use]
    pub fn is_narrow(&self) -> bool {
        *self != Self::default()
    }

    fn fits(&self, line: &RiskLine, today: NaiveDate) -> bool {
        let risk = line.risk;
        let about = line.innovation.map_or(RiskAbout::Organisation, |one| RiskAbout::Innovation(one.number));
        self.category.is_none_or(|one| one == risk.category)
            && self.level.is_none_or(|one| one == line.score.level())
            && self.owner.is_none_or(|one| one == risk.owner)
            && self.about.is_none_or(|one| one == about)
            && self.standing.is_none_or(|one| one.fits(line, today))
            && self.has_words(risk)
    }

    fn has_words(&self, risk: &Risk) -> bool {
        let told = format!("{} {} {}", risk.cause, risk.event, risk.effect).to_lowercase();
        self.words.split_whitespace().all(|word| told.contains(&word.to_lowercase()))
    }

    fn is_on_square(&self, score: Score) -> bool {
        self.likelihood.is_none_or(|one| one == score.likelihood) && self.impact.is_none_or(|one| one == score.impact)
    }
}

impl StandingFilter {
    fn fits(self, line: &RiskLine, today: NaiveDate) -> bool {
        match self {
            Self::OverTolerance => line.standing == Some(RiskStanding::OverTolerance),
            Self::OverAppetite => {
                matches!(line.standing, Some(RiskStanding::OverAppetite | RiskStanding::OverTolerance))
            }
            Self::Undecided => line.is_undecided,
            Self::Accepted => line.standing == Some(RiskStanding::Accepted),
            Self::ReviewOverdue => line.risk.is_review_overdue(today),
            Self::Risen => matches!(line.movement, Movement::Up(_)),
        }
    }
}

impl Risk {
    /// From the score of a day to the score now.
    #[must_use]
    pub fn movement_since(&self, before: NaiveDate) -> Movement {
        let now = self.score().value();
        match self.score_as_of(before).map(Score::value) {
            None => Movement::New,
            Some(then) if now > then => Movement::Up(now - then),
            Some(then) if now < then => Movement::Down(then - now),
            Some(_) => Movement::Same,
        }
    }
}

impl<'a> Seen<'a> {
    /// Open risks of the organisation and of innovations that have not been stopped.
    #[must_use]
    pub fn risk_table(self, filter: &RiskFilter, today: NaiveDate) -> RiskTable<'a> {
        let before_on = today.checked_sub_days(Days::new(MOVEMENT_DAYS)).unwrap_or(today);
        let mut table = RiskTable {
            threats: vec![],
            opportunities: vec![],
            heat: Heat::default(),
            opportunity_heat: Heat::default(),
            moves: Moves::default(),
            before_on,
        };
        let boards = self.board_days(today);
        for risk in self.watched_risks() {
            let line = self.risk_line(risk, &boards, before_on, today);
            if !filter.fits(&line, today) {
                continue;
            }
            if !risk.is_open() {
                table.moves.ended += usize::from(risk.kind == RiskKind::Threat && risk.was_open_on(before_on));
                continue;
            }
            let (likelihood, impact) = (line.score.likelihood.clamp(1, 5), line.score.impact.clamp(1, 5));
            let heat = match risk.kind {
                RiskKind::Threat => &mut table.heat,
                RiskKind::Opportunity => &mut table.opportunity_heat,
            };
            heat[usize::from(likelihood) - 1][usize::from(impact) - 1] += 1;
            if risk.kind == RiskKind::Threat {
                table.moves.count(line.movement);
            }
            if !filter.is_on_square(line.score) {
                continue;
            }
            match risk.kind {
                RiskKind::Threat => table.threats.push(line),
                RiskKind::Opportunity => table.opportunities.push(line),
            }
        }
        let number = |one: &RiskLine| one.innovation.map_or(0, |one| one.number);
        for lines in [&mut table.threats, &mut table.opportunities] {
            lines.sort_by_key(|one| (Reverse(one.score.value()), number(one), one.risk.id));
        }
        table
    }

    fn risk_line(
        self,
        risk: &'a Arc<Risk>,
        boards: &BoardDays,
        before_on: NaiveDate,
        today: NaiveDate,
    ) -> RiskLine<'a> {
        let band = self.appetite_of(risk.category);
        RiskLine {
            risk,
            innovation: risk.innovation.and_then(|id| self.innovation(id).ok()),
            score: risk.score(),
            movement: risk.movement_since(before_on),
            band,
            standing: risk.standing(band, today),
            is_undecided: risk.is_undecided(band, today),
            steps: self.escalation_at(risk, boards, today),
        }
    }
}

impl Moves {
    fn count(&mut self, movement: Movement) {
        let moved = match movement {
            Movement::New => &mut self.new,
            Movement::Up(_) => &mut self.up,
            Movement::Down(_) => &mut self.down,
            Movement::Same => &mut self.same,
        };
        *moved += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, Portfolio, RiskId, RiskReview, RiskState, testing::*};
    use uuid::Uuid;

    fn scored(number: u128, likelihood: u8, impact: u8) -> Risk {
        Risk { id: RiskId(Uuid::from_u128(number)), ..risk_scored(Score { likelihood, impact }) }
    }

    fn reviewed(mut risk: Risk, on: &str, likelihood: u8, impact: u8) -> Risk {
        risk.reviews.push(RiskReview { on: day(on), score: Score { likelihood, impact }, note: None, by: LEAD });
        risk
    }

    /// One that rose, one that fell, one new, one that ended, one of the organisation, one opportunity.
    fn varied() -> Portfolio {
        let mut new = scored(3, 3, 3);
        new.reviews[0].on = day("2026-11-01");
        let ended = RiskState::Closed { on: day("2026-10-01"), reason: text("Gone") };
        let decision = Decision::add(reviewed(scored(1, 3, 4), "2026-10-01", 4, 5))
            .and_add(reviewed(scored(2, 4, 4), "2026-10-01", 2, 2))
            .and_add(new)
            .and_add(Risk { state: ended, ..scored(4, 2, 2) })
            .and_add(Risk { innovation: None, category: RiskCategory::Legal, ..scored(5, 2, 2) })
            .and_add(Risk { kind: RiskKind::Opportunity, ..scored(6, 5, 5) });
        applied(&portfolio(), decision)
    }

    fn found(filter: &RiskFilter) -> (Vec<(u8, Movement)>, Moves, usize) {
        as_person(&varied(), LEAD, |seen| {
            let table = seen.risk_table(filter, today());
            let lines = table.threats.iter().map(|one| (one.score.value(), one.movement)).collect();
            (lines, table.moves, table.opportunities.len())
        })
    }

    #[test]
    fn movement_is_read_from_the_reviews_against_91_days_ago() {
        let (lines, moves, opportunities) = found(&RiskFilter::default());
        let wanted = [(20, Movement::Up(8)), (9, Movement::New), (4, Movement::Same), (4, Movement::Down(12))];
        assert_eq!(lines, wanted);
        assert_eq!(moves, Moves { new: 1, up: 1, down: 1, same: 1, ended: 1 });
        assert_eq!(opportunities, 1);
    }

    #[test]
    fn each_answer_of_the_filter_leaves_something_out() {
        let all = RiskFilter::default();
        for (filter, scores) in [
            (RiskFilter { category: Some(RiskCategory::Legal), ..all.clone() }, vec![4]),
            (RiskFilter { level: Some(Level::VeryHigh), ..all.clone() }, vec![20]),
            (RiskFilter { owner: Some(place(MANAGER)), ..all.clone() }, vec![]),
            (RiskFilter { about: Some(RiskAbout::Organisation), ..all.clone() }, vec![4]),
            (RiskFilter { about: Some(RiskAbout::Innovation(1)), ..all.clone() }, vec![20, 9, 4]),
            (RiskFilter { about: Some(RiskAbout::Innovation(2)), ..all.clone() }, vec![]),
            (RiskFilter { standing: Some(StandingFilter::OverTolerance), ..all.clone() }, vec![20]),
            (RiskFilter { standing: Some(StandingFilter::Undecided), ..all.clone() }, vec![20]),
            (RiskFilter { standing: Some(StandingFilter::Accepted), ..all.clone() }, vec![]),
            (RiskFilter { standing: Some(StandingFilter::Risen), ..all.clone() }, vec![20]),
            (RiskFilter { likelihood: Some(3), impact: Some(3), ..all.clone() }, vec![9]),
            (RiskFilter { words: "LATE supplier".into(), ..all.clone() }, vec![20, 9, 4, 4]),
            (RiskFilter { words: "flood".into(), ..all }, vec![]),
        ] {
            let lines: Vec<_> = found(&filter).0.into_iter().map(|(score, _)| score).collect();
            assert_eq!(lines, scores, "{filter:?}");
        }
    }

    #[test]
    fn the_squares_stay_whole_when_one_of_them_is_chosen() {
        let chosen = RiskFilter { likelihood: Some(3), impact: Some(3), ..RiskFilter::default() };
        as_person(&varied(), LEAD, |seen| {
            let heat = seen.risk_table(&chosen, today()).heat;
            assert_eq!((heat[3][4], heat[2][2], heat[1][1]), (1, 1, 2));
        });
        as_person(&varied(), VIEWER, |seen| assert_eq!(seen.risk_table(&chosen, today()).heat, [[0; 5]; 5]));
    }

    #[test]
    fn what_is_over_tolerance_without_an_action_in_date_is_listed() {
        as_person(&varied(), LEAD, |seen| {
            let table = seen.risk_table(&RiskFilter::default(), today());
            assert_eq!(table.unanswered().map(|one| one.score.value()).collect::<Vec<_>>(), [20]);
        });
    }
}
