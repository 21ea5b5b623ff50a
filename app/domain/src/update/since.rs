//! What the record says happened since a moment, found by comparing the portfolio then with the portfolio now.
use crate::{BudgetLine, Innovation, InnovationId, Milestone, Pence, Risk, RiskState, Seen};
use chrono::NaiveDate;
use std::{fmt, sync::Arc};

/// One thing that happened. Its sentence is what `Display` writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    StageMoved {
        to: String,
        on: NaiveDate,
    },
    /// Calendar days: positive is later, negative sooner.
    MilestoneMoved {
        title: String,
        from: NaiveDate,
        to: NaiveDate,
        days: i64,
    },
    MilestoneDone {
        title: String,
        on: NaiveDate,
    },
    /// It was said to be done and is open again.
    MilestoneReopened {
        title: String,
    },
    MilestoneAdded {
        title: String,
        forecast_on: NaiveDate,
    },
    MilestoneRemoved {
        title: String,
    },
    RiskAdded {
        event: String,
        score: u8,
    },
    RiskScored {
        event: String,
        from: u8,
        to: u8,
    },
    RiskClosed {
        event: String,
    },
    RiskHappened {
        event: String,
    },
    RiskRemoved {
        event: String,
    },
    MoneyAdded {
        line: String,
        approved: Pence,
    },
    MoneyApproved {
        line: String,
        from: Pence,
        to: Pence,
    },
    MoneyForecast {
        line: String,
        from: Option<Pence>,
        to: Option<Pence>,
    },
    MoneyRemoved {
        line: String,
    },
}

/// Of one innovation, moves first, then milestones, risks and money.
#[must_use]
pub fn facts_since(then: Seen, now: Seen, innovation: InnovationId) -> Vec<Fact> {
    let mut facts = vec![];
    if let Ok(found) = now.innovation(innovation) {
        moves(then, now, found, &mut facts);
    }
    let (before, after) =
        (then.milestones(innovation).collect::<Vec<_>>(), now.milestones(innovation).collect::<Vec<_>>());
    compare(&before, &after, |one| one.id, told_milestone, &mut facts);
    let (before, after) = (then.risks(innovation).collect::<Vec<_>>(), now.risks(innovation).collect::<Vec<_>>());
    compare(&before, &after, |one| one.id, told_risk, &mut facts);
    let (before, after) =
        (then.budget_lines(innovation).collect::<Vec<_>>(), now.budget_lines(innovation).collect::<Vec<_>>());
    compare(&before, &after, |one| one.id, told_money, &mut facts);
    facts
}

fn moves(then: Seen, now: Seen, innovation: &Innovation, facts: &mut Vec<Fact>) {
    let known = then.stage_moves(innovation.id).count();
    let model = now.stage_model_of(innovation);
    facts.extend(
        now.stage_moves(innovation.id)
            .skip(known)
            .filter(|one| one.from != one.to)
            .map(|one| Fact::StageMoved { to: model.name(one.to).to_owned(), on: one.on }),
    );
}

/// Both lists are in the order of their ids.
fn compare<T, Id: Ord>(
    before: &[&Arc<T>],
    after: &[&Arc<T>],
    id: impl Fn(&T) -> Id,
    tell: impl Fn(Option<&T>, Option<&T>, &mut Vec<Fact>),
    facts: &mut Vec<Fact>,
) {
    let find = |list: &[&Arc<T>], wanted: &T| list.binary_search_by_key(&id(wanted), |one| id(one)).ok();
    for now in after {
        match find(before, now).and_then(|index| before.get(index)) {
            Some(then) if Arc::ptr_eq(then, now) => {}
            then => tell(then.map(|one| &***one), Some(&***now), facts),
        }
    }
    for then in before.iter().filter(|then| find(after, then).is_none()) {
        tell(Some(&***then), None, facts);
    }
}

fn told_milestone(then: Option<&Milestone>, now: Option<&Milestone>, facts: &mut Vec<Fact>) {
    let title = |one: &Milestone| one.title.to_string();
    match (then, now) {
        (None, Some(now)) => {
            facts.push(match now.done_on {
                Some(on) => Fact::MilestoneDone { title: title(now), on },
                None => Fact::MilestoneAdded { title: title(now), forecast_on: now.forecast_on() },
            });
        }
        (Some(then), None) => facts.push(Fact::MilestoneRemoved { title: title(then) }),
        (Some(then), Some(now)) => match (then.done_on, now.done_on) {
            (None, Some(on)) => facts.push(Fact::MilestoneDone { title: title(now), on }),
            (Some(_), None) => facts.push(Fact::MilestoneReopened { title: title(now) }),
            _ if then.forecast_on() != now.forecast_on() => {
                let (from, to) = (then.forecast_on(), now.forecast_on());
                facts.push(Fact::MilestoneMoved { title: title(now), from, to, days: crate::days(from, to) });
            }
            _ => {}
        },
        (None, None) => {}
    }
}

fn told_risk(then: Option<&Risk>, now: Option<&Risk>, facts: &mut Vec<Fact>) {
    let event = |one: &Risk| one.event.to_string();
    match (then, now) {
        (None, Some(now)) => facts.push(Fact::RiskAdded { event: event(now), score: now.score().value() }),
        (Some(then), None) => facts.push(Fact::RiskRemoved { event: event(then) }),
        (Some(then), Some(now)) if then.is_open() => match now.state {
            RiskState::Closed { .. } => facts.push(Fact::RiskClosed { event: event(now) }),
            RiskState::Happened { .. } => facts.push(Fact::RiskHappened { event: event(now) }),
            _ => {
                let (from, to) = (then.score().value(), now.score().value());
                facts.extend((from != to).then(|| Fact::RiskScored { event: event(now), from, to }));
            }
        },
        _ => {}
    }
}

fn told_money(then: Option<&BudgetLine>, now: Option<&BudgetLine>, facts: &mut Vec<Fact>) {
    let line = |one: &BudgetLine| one.source.as_deref().unwrap_or(one.kind.label()).to_owned();
    match (then, now) {
        (None, Some(now)) => facts.push(Fact::MoneyAdded { line: line(now), approved: now.approved }),
        (Some(then), None) => facts.push(Fact::MoneyRemoved { line: line(then) }),
        (Some(then), Some(now)) => {
            if then.approved != now.approved {
                facts.push(Fact::MoneyApproved { line: line(now), from: then.approved, to: now.approved });
            }
            if then.forecast != now.forecast {
                facts.push(Fact::MoneyForecast { line: line(now), from: then.forecast, to: now.forecast });
            }
        }
        (None, None) => {}
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::StageMoved { to, on } => write!(f, "Moved to {to} on {}", date(*on)),
            Self::MilestoneMoved { title, to, days, .. } => {
                let (days, plural) = (days.abs(), if days.abs() == 1 { "" } else { "s" });
                let way = if self.is_later() { "later" } else { "sooner" };
                write!(f, "{title}: {days} day{plural} {way}, now {}", date(*to))
            }
            Self::MilestoneDone { title, on } => write!(f, "{title}: done on {}", date(*on)),
            Self::MilestoneReopened { title } => write!(f, "{title}: open again"),
            Self::MilestoneAdded { title, forecast_on } => {
                write!(f, "New milestone, {title}, expected on {}", date(*forecast_on))
            }
            Self::MilestoneRemoved { title } => write!(f, "Milestone removed: {title}"),
            Self::RiskAdded { event, score } => write!(f, "New risk, score {score}: {event}"),
            Self::RiskScored { event, from, to } => {
                let way = if to > from { "up" } else { "down" };
                write!(f, "Risk went {way} from {from} to {to}: {event}")
            }
            Self::RiskClosed { event } => write!(f, "Risk closed: {event}"),
            Self::RiskHappened { event } => write!(f, "Risk came true: {event}"),
            Self::RiskRemoved { event } => write!(f, "Risk removed: {event}"),
            Self::MoneyAdded { line, approved } => write!(f, "{line}: {approved} approved"),
            Self::MoneyApproved { line, from, to } => write!(f, "{line}: approved money changed from {from} to {to}"),
            Self::MoneyForecast { line, from, to } => {
                let amount = |one: &Option<Pence>| one.map_or_else(|| "none".to_owned(), |one| one.to_string());
                write!(f, "{line}: forecast changed from {} to {}", amount(from), amount(to))
            }
            Self::MoneyRemoved { line } => write!(f, "{line}: line removed"),
        }
    }
}

impl Fact {
    /// A milestone that is expected later than it was.
    #[must_use]
    pub fn is_later(&self) -> bool {
        matches!(self, Self::MilestoneMoved { days, .. } if *days > 0)
    }
}

/// "24 November 2026", not broken after the day.
fn date(day: NaiveDate) -> impl fmt::Display {
    day.format("%-d\u{a0}%B %Y")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;
    use crate::{
        BudgetKind, BudgetLineId, Decision, Entry, Forecast, MilestoneId, Place, Proximity, RiskCategory, RiskId,
        RiskKind, RiskResponse, RiskReview, Score,
    };
    use uuid::Uuid;

    fn planned(id: u128, title: &str) -> Milestone {
        Milestone { id: MilestoneId(Uuid::from_u128(id)), title: text(title), ..milestone() }
    }

    #[test]
    fn a_milestone_that_moved_was_done_added_or_removed_is_told_and_one_that_stayed_is_not() {
        let names = ["Contract", "Order", "Trial", "Survey"];
        let before = (300..).zip(names).map(|(id, name)| planned(id, name));
        let then = before.fold(portfolio(), |portfolio, one| applied(&portfolio, Decision::add(one)));
        let held = |id: u128| {
            as_person(&then, MANAGER, |seen| {
                seen.milestone(LAMPS, MilestoneId(Uuid::from_u128(id))).cloned().expect("there")
            })
        };
        let mut moved = (*held(300)).clone();
        moved.forecasts.push(Forecast {
            recorded_on: today(),
            forecast_on: day("2027-03-01"),
            reason: Some(text("Lamps came late")),
            by: LEAD,
        });
        let done = Milestone { done_on: Some(day("2026-11-20")), ..(*held(301)).clone() };
        let decision = Decision::change(&held(300), moved)
            .and_change(&held(301), done)
            .and(Decision::remove(&held(302)))
            .and_add(planned(304, "Report"))
            .and_add(entered(LAMPS, 2, Place::Stage(0), Place::Stage(1), day("2026-11-23")));
        let now = applied(&then, decision);
        let facts = as_person(&then, MANAGER, |then| as_person(&now, MANAGER, |now| facts_since(then, now, LAMPS)));
        let told: Vec<_> = facts.iter().map(|fact| fact.to_string().replace('\u{a0}', " ")).collect();
        let expected = [
            "Moved to Test on 23 November 2026",
            "Contract: 28 days later, now 1 March 2027",
            "Order: done on 20 November 2026",
            "New milestone, Report, expected on 1 February 2027",
            "Milestone removed: Trial",
        ];
        assert_eq!(told, expected);
        assert!(facts[1].is_later());
        let nothing = as_person(&now, MANAGER, |seen| facts_since(seen, seen, LAMPS));
        assert_eq!(nothing, []);
    }

    fn risk(id: u128, event: &str, impact: u8) -> Risk {
        let score = Score { likelihood: 3, impact };
        Risk {
            id: RiskId(Uuid::from_u128(id)),
            entry: Entry::default(),
            innovation: LAMPS,
            kind: RiskKind::Threat,
            cause: text("prices rise"),
            event: text(event),
            effect: text("cost more"),
            category: RiskCategory::Finance,
            owner: place(LEAD),
            inherent: score,
            reviews: vec![RiskReview { on: day("2026-11-01"), score, note: None, by: LEAD }],
            target: None,
            target_on: None,
            proximity: Proximity::Now,
            response: RiskResponse::Treat,
            controls: None,
            actions: vec![],
            review_due_on: day("2026-12-01"),
            state: RiskState::Open,
        }
    }

    #[test]
    fn risks_that_rose_or_were_closed_and_money_that_changed_are_told() {
        let line = BudgetLine {
            id: BudgetLineId(Uuid::from_u128(500)),
            entry: Entry::default(),
            innovation: LAMPS,
            council: None,
            kind: BudgetKind::Grant,
            source: Some(text("Green fund")),
            nil_reason: None,
            approved: Pence(1_000_000),
            forecast: None,
            from_on: day("2026-04-01"),
            to_on: day("2027-03-31"),
        };
        let (rising, closing) = (risk(400, "Lamps cost more", 3), risk(401, "Nobody fits them", 2));
        let start = Decision::add(rising.clone()).and_add(closing.clone()).and_add(line.clone());
        let then = applied(&portfolio(), start);
        let held = |id: u128| {
            as_person(&then, MANAGER, |seen| seen.risk(LAMPS, RiskId(Uuid::from_u128(id))).cloned().expect("there"))
        };
        let mut rose = (*held(400)).clone();
        rose.reviews.push(RiskReview { on: today(), score: Score { likelihood: 3, impact: 4 }, note: None, by: LEAD });
        let closed = Risk { state: RiskState::Closed { on: today(), reason: text("Fitted") }, ..(*held(401)).clone() };
        let money = as_person(&then, MANAGER, |seen| seen.budget_line(LAMPS, line.id).cloned().expect("there"));
        let dearer = BudgetLine { forecast: Some(Pence(1_200_000)), ..(*money).clone() };
        let decision = Decision::change(&held(400), rose)
            .and_change(&held(401), closed)
            .and_add(risk(402, "A strike", 1))
            .and_change(&money, dearer);
        let now = applied(&then, decision);
        let facts = as_person(&then, MANAGER, |then| as_person(&now, MANAGER, |now| facts_since(then, now, LAMPS)));
        let told: Vec<_> = facts.iter().map(ToString::to_string).collect();
        let expected = [
            "Risk went up from 9 to 12: Lamps cost more",
            "Risk closed: Nobody fits them",
            "New risk, score 3: A strike",
            "Green fund: forecast changed from none to £12,000",
        ];
        assert_eq!(told, expected);
    }
}
