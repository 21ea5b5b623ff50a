//! What must happen when a threat scores more than is accepted: by whom, and by when. Derived; time writes nothing.
use super::{AppetiteBand, EscalationContacts, Level, Risk, RiskCategory, RiskStanding};
use crate::{Innovation, MeetingKind, MembershipId, Pence, PostKind, Seen, choice::choices};
use chrono::{Days, NaiveDate};

choices! {
    Escalation {
        Action "action" "The sponsor is told, and an action due within 30 days is asked for",
        Board "board" "On the agenda of the next programme board",
        Finance "finance" "The finance lead is named",
        DataProtection "data-protection" "The data protection officer is named",
        Legal "legal" "The Monitoring Officer is named",
        Corporate "corporate" "Management team and portfolio holder; candidate for the corporate register",
    }

    /// Who is to act or to be told.
    Office {
        Sponsor "sponsor" "Sponsor",
        ProgrammeBoard "programme-board" "Programme board",
        FinanceLead "finance-lead" "Finance lead (section 151 officer)",
        DataProtectionOfficer "data-protection-officer" "Data protection officer",
        MonitoringOfficer "monitoring-officer" "Monitoring Officer",
        ManagementTeam "management-team" "Management team and portfolio holder",
    }
}

/// When the programme board meets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoardDays {
    /// Up to today, oldest first. None recorded: reviews of the risk stand in for them.
    pub held: Vec<NaiveDate>,
    /// The next that is planned.
    pub next: Option<NaiveDate>,
}

/// What the rules look at beside the risk.
#[derive(Clone, Debug)]
pub struct Circumstances {
    pub band: AppetiteBand,
    pub boards: BoardDays,
    pub key_decision: Option<Pence>,
    /// Approved for the innovation; none where there is no budget or no innovation.
    pub approved: Option<Pence>,
    pub sponsor: Option<MembershipId>,
    pub portfolio_holder: Option<MembershipId>,
    pub contacts: EscalationContacts,
}

/// One thing that must happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EscalationStep {
    pub what: Escalation,
    pub office: Office,
    /// Who holds that office, as far as the organisation has said so.
    pub holder: Option<MembershipId>,
    pub by: NaiveDate,
    pub is_met: bool,
}

impl EscalationStep {
    #[must_use]
    pub fn is_late(&self, today: NaiveDate) -> bool {
        !self.is_met && self.by < today
    }
}

/// Days in which an action is to fall due once a threat is over appetite.
const ACTION_DAYS: u64 = 30;
/// Most days until a programme board has it on its agenda.
const BOARD_DAYS: u64 = 14;

impl Risk {
    /// In the order of the rules. Nothing for an opportunity, for what has ended, and for what is within appetite or
    /// accepted; a very high score goes to the board whatever the appetite.
    #[must_use]
    pub fn escalation(&self, on: &Circumstances, today: NaiveDate) -> Vec<EscalationStep> {
        let (Some(standing), Some(since)) = (self.standing(on.band, today), self.over_since(on.band, today)) else {
            return vec![];
        };
        if standing == RiskStanding::Accepted {
            return vec![];
        }
        let step = |what, office, holder, by| EscalationStep { what, office, holder, by, is_met: false };
        let mut steps = vec![];
        if standing != RiskStanding::Within {
            let by = after(since, ACTION_DAYS);
            let asked = step(Escalation::Action, Office::Sponsor, on.sponsor, by);
            steps.push(EscalationStep { is_met: self.has_action_due_by(after(today, ACTION_DAYS), today), ..asked });
        }
        let (over, very_high) = (standing == RiskStanding::OverTolerance, self.score().level() == Level::VeryHigh);
        if over || very_high {
            let limit = after(since, BOARD_DAYS);
            let by = on.boards.next.map_or(limit, |next| next.min(limit));
            let asked = step(Escalation::Board, Office::ProgrammeBoard, None, by);
            // Agendas fill themselves: a board held since then had it before it.
            steps.push(EscalationStep { is_met: on.boards.held.iter().any(|held| *held >= since), ..asked });
        }
        if over {
            let contacts = &on.contacts;
            match self.category {
                RiskCategory::Finance if self.may_be_key_decision(on) => {
                    steps.push(step(Escalation::Finance, Office::FinanceLead, contacts.finance_lead, since));
                }
                RiskCategory::DataProtection => steps.push(step(
                    Escalation::DataProtection,
                    Office::DataProtectionOfficer,
                    contacts.data_protection_officer,
                    since,
                )),
                RiskCategory::Legal => {
                    steps.push(step(Escalation::Legal, Office::MonitoringOfficer, contacts.monitoring_officer, since));
                }
                _ => {}
            }
            if let Some(second) = self.over_at_two_running(on, today) {
                steps.push(step(Escalation::Corporate, Office::ManagementTeam, on.portfolio_holder, second));
            }
        }
        steps
    }

    /// The day since which the score has stood above appetite or at a very high level without a break, or since an
    /// acceptance ran out.
    #[must_use]
    pub fn over_since(&self, band: AppetiteBand, today: NaiveDate) -> Option<NaiveDate> {
        let counts = |value: u8| value > band.appetite() || value >= 16;
        let seen = self.reviews.iter().rev().filter(|review| review.on <= today);
        let since = seen.take_while(|review| counts(review.score.value())).last()?.on;
        Some(match self.state {
            super::RiskState::Accepted { until, .. } if until < today => since.max(after(until, 1)),
            _ => since,
        })
    }

    /// The later of two programme boards running at which it was over tolerance; without any board on record, of two
    /// reviews running.
    #[must_use]
    pub fn over_at_two_running(&self, on: &Circumstances, today: NaiveDate) -> Option<NaiveDate> {
        let mut looked: Vec<_> = if on.boards.held.is_empty() {
            self.reviews.iter().map(|review| review.on).collect()
        } else {
            on.boards.held.clone()
        };
        looked.retain(|day| *day <= today);
        // Two reviews of one day are one look.
        looked.dedup();
        let [.., first, second] = looked[..] else { return None };
        let over = |day| self.score_as_of(day).is_some_and(|score| score.value() > on.band.tolerance());
        (over(first) && over(second)).then_some(second)
    }

    /// What it could cost at most, by the scale of impact: a share of the approved budget.
    #[must_use]
    pub fn could_cost(&self, approved: Pence) -> Pence {
        const MOST_PER_CENT: [i64; 5] = [2, 5, 10, 25, 100];
        let share = MOST_PER_CENT[usize::from(self.score().impact.clamp(1, 5)) - 1];
        Pence(approved.0.saturating_mul(share) / 100)
    }

    /// False only where level and budget are both known, and what it could cost stays within the level.
    fn may_be_key_decision(&self, on: &Circumstances) -> bool {
        on.key_decision.zip(on.approved).is_none_or(|(level, approved)| self.could_cost(approved) > level)
    }

    fn has_action_due_by(&self, by: NaiveDate, today: NaiveDate) -> bool {
        self.actions.iter().any(|one| one.is_open() && !one.is_overdue(today) && one.due_on <= by)
    }
}

fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

impl Seen<'_> {
    /// What must happen about a risk, as things stand.
    #[must_use]
    pub fn escalation_of(self, risk: &Risk, today: NaiveDate) -> Vec<EscalationStep> {
        self.escalation_at(risk, &self.board_days(today), today)
    }

    /// As `escalation_of`, where the days of boards are at hand.
    pub(super) fn escalation_at(self, risk: &Risk, boards: &BoardDays, today: NaiveDate) -> Vec<EscalationStep> {
        risk.escalation(&self.circumstances(risk, boards.clone(), today), today)
    }

    /// Of the organisation's boards, not of those of a team.
    #[must_use]
    pub fn board_days(self, today: NaiveDate) -> BoardDays {
        let boards = self.portfolio.shelves.meetings.values();
        let mut days: Vec<_> = boards
            .filter(|one| one.kind == MeetingKind::Board && one.innovation.is_none())
            .map(|one| one.held_on)
            .collect();
        days.sort_unstable();
        let next = days.iter().copied().find(|day| *day > today);
        days.retain(|day| *day <= today);
        BoardDays { held: days, next }
    }

    fn circumstances(self, risk: &Risk, boards: BoardDays, today: NaiveDate) -> Circumstances {
        let innovation = risk.innovation.and_then(|id| self.innovation(id).ok());
        let held = |kind| innovation.and_then(|one: &std::sync::Arc<Innovation>| one.holder(kind, today));
        let organisation = self.organisation();
        let lines = || innovation.into_iter().flat_map(|one| self.budget_lines(one.id));
        Circumstances {
            band: self.appetite_of(risk.category),
            boards,
            key_decision: organisation.key_decision,
            approved: lines().next().map(|_| lines().map(|line| line.approved).sum()),
            sponsor: held(PostKind::Sponsor),
            portfolio_holder: held(PostKind::PoliticalSponsor),
            contacts: organisation.escalation.clone(),
        }
    }
}

#[cfg(test)]
mod tests;
