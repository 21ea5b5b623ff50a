//! What the record shows of what a gate asks for. A question that no record answers is answered by hand alone.
use super::{GateCondition, Innovation, PostKind};
use crate::{
    BudgetKind, BudgetLine, EMBEDDING, EmbeddingItem, FIDELITY, InnovationId, MeasureOf, Pence, ReviewKind, Seen, days,
};
use chrono::{Months, NaiveDate};
use std::sync::Arc;

/// Share of eligible sites that must be live on entering the stage of embedding.
const LIVE: f64 = 0.60;
/// Days for which a check of embedding counts.
const CHECKED: i64 = 182;
/// Months without a project team.
const NO_TEAM: Months = Months::new(3);

/// One thing that a question of the gate asks for, and what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GateFinding {
    /// The key of the question.
    pub question: &'static str,
    pub condition: GateCondition,
    pub holds: bool,
    /// What the record shows, in a few words.
    pub found: String,
}

impl GateCondition {
    /// The key of the question that it belongs to.
    #[must_use]
    pub const fn question(self) -> &'static str {
        match self {
            Self::PilotMeasured => "scale_data",
            Self::SitesInWaves => "scale_sites",
            Self::CoreNamed => "scale_core",
            Self::FundedToEnd => "scale_funded",
            Self::ServiceOwner => "scale_owner",
            Self::SitesLive => "embed_live",
            Self::BaseBudget => "embed_base_budget",
            Self::EmbeddingChecked => "embed_checked",
            Self::EmbeddingReady | Self::FidelityGood => "mainstreamed_scores",
            Self::OwnedInService | Self::BaseFunded => "mainstreamed_owned",
            Self::NoTeam => "mainstreamed_no_team",
            Self::TwelveMonthReview => "mainstreamed_review",
        }
    }
}

impl Seen<'_> {
    /// What the record shows on a day of these questions, by their keys and in their order.
    #[must_use]
    pub fn gate_findings(self, innovation: &Innovation, questions: &[&str], day: NaiveDate) -> Vec<GateFinding> {
        let of = |key: &str| {
            let conditions = GateCondition::ALL.iter().copied();
            conditions.filter(|one| one.question() == key).collect::<Vec<_>>()
        };
        let conditions = questions.iter().flat_map(|key| of(key));
        let finding = |condition: GateCondition| {
            let (holds, found) = self.gate_finding(innovation, condition, day);
            GateFinding { question: condition.question(), condition, holds, found }
        };
        conditions.map(finding).collect()
    }

    fn gate_finding(self, innovation: &Innovation, condition: GateCondition, day: NaiveDate) -> (bool, String) {
        match condition {
            GateCondition::PilotMeasured => self.pilot_measured(innovation, day),
            GateCondition::SitesInWaves => self.sites_in_waves(innovation.id, day),
            GateCondition::CoreNamed | GateCondition::ServiceOwner => self.planned(innovation.id, condition),
            GateCondition::FundedToEnd => self.funded_to_end(innovation.id),
            GateCondition::SitesLive => {
                let adoption = self.adoption(innovation.id, day);
                (adoption.share().is_some_and(|share| share >= LIVE - 1e-12), format!("Adoption: {adoption}"))
            }
            GateCondition::BaseBudget => {
                let base = self.budget_lines(innovation.id).filter(|line| line.kind == BudgetKind::Base).count();
                (base > 0, counted(base, "line of the base budget", "lines of the base budget"))
            }
            GateCondition::EmbeddingChecked => {
                let counts = |on| (0..=CHECKED).contains(&days(on, day));
                let checks = self.embedding_checks(innovation.id).filter(|check| counts(check.on)).count();
                (checks > 0, counted(checks, "check in half a year", "checks in half a year"))
            }
            GateCondition::EmbeddingReady => self.embedding_ready(innovation.id, day),
            GateCondition::FidelityGood => {
                let score = self.fidelity(innovation.id, day).score;
                let found = score.map_or("Fidelity: not checked".into(), |score| format!("Fidelity: {score:.1}"));
                (score.is_some_and(|score| score >= FIDELITY - 1e-9), found)
            }
            GateCondition::OwnedInService => self.item_is_yes(innovation.id, EmbeddingItem::ServiceOwner, day),
            GateCondition::BaseFunded => self.item_is_yes(innovation.id, EmbeddingItem::BaseBudget, day),
            GateCondition::NoTeam => no_team(innovation, day),
            GateCondition::TwelveMonthReview => self.reviewed_after_a_year(innovation, day),
        }
    }

    fn pilot_measured(self, innovation: &Innovation, day: NaiveDate) -> (bool, String) {
        let of = MeasureOf::Innovation(innovation.id);
        let measures = self.portfolio.shelves.measures.values().filter(|one| one.of == of);
        let readings = measures.flat_map(|one| self.readings(one.id)).filter(|one| one.on <= day).count();
        (readings > 0, counted(readings, "reading", "readings"))
    }

    fn sites_in_waves(self, innovation: InnovationId, day: NaiveDate) -> (bool, String) {
        let sites = self.site_sights(innovation, day);
        let eligible: Vec<_> = sites.iter().filter(|one| one.is_eligible()).collect();
        let without = eligible.iter().filter(|one| one.site.wave.is_none()).count();
        let found = counted(eligible.len(), "eligible site", "eligible sites");
        let found = if without > 0 { format!("{found}, {without} without a wave") } else { found };
        (!eligible.is_empty() && without == 0, found)
    }

    fn planned(self, innovation: InnovationId, condition: GateCondition) -> (bool, String) {
        let Some(plan) = self.scale_plan(innovation) else { return (false, "There is no plan to spread it".into()) };
        match (condition, &plan.owner) {
            (GateCondition::CoreNamed, _) => {
                let count = plan.core_components.len();
                (count > 0, counted(count, "core component", "core components"))
            }
            (_, Some(owner)) => (true, owner.to_string()),
            (_, None) => (false, "The plan names nobody".into()),
        }
    }

    fn funded_to_end(self, innovation: InnovationId) -> (bool, String) {
        let pays = |line: &&Arc<BudgetLine>| line.approved > Pence(0) || line.kind == BudgetKind::NilCost;
        let funded_to = self.budget_lines(innovation).filter(pays).map(|line| line.to_on).max();
        match (self.scale_plan(innovation), funded_to) {
            (None, _) => (false, "There is no plan to spread it".into()),
            (_, None) => (false, "No line with money".into()),
            (Some(plan), Some(to)) => {
                let (to_in_words, end) = (crate::calendar::in_words(to), crate::calendar::in_words(plan.ends_on));
                (to >= plan.ends_on, format!("Money until {to_in_words}, rollout until {end}"))
            }
        }
    }

    fn embedding_ready(self, innovation: InnovationId, day: NaiveDate) -> (bool, String) {
        let embedding = self.embedding(innovation, None, day);
        match embedding.score {
            None => (false, "Embedding: not checked".into()),
            Some(score) if !embedding.is_valid => (false, format!("Embedding: {score:.1}, indicative")),
            Some(score) => (score >= EMBEDDING - 1e-9, format!("Embedding: {score:.1}")),
        }
    }

    fn item_is_yes(self, innovation: InnovationId, item: EmbeddingItem, day: NaiveDate) -> (bool, String) {
        let embedding = self.embedding(innovation, None, day);
        let (answer, code) = (embedding.item(item), item.code());
        let found = answer.map_or(format!("{code}: not answered"), |answer| format!("{code}: {answer} of 2"));
        (embedding.is_valid && answer == Some(2), found)
    }

    /// Each that was due by the day, and at least one.
    fn reviewed_after_a_year(self, innovation: &Innovation, day: NaiveDate) -> (bool, String) {
        let reviews = self.reviews(innovation, day);
        let after_a_year = || reviews.iter().filter(|one| one.kind == ReviewKind::TwelveMonths);
        let counts = || after_a_year().filter(|one| one.is_done() || one.due_on <= day);
        let passed = counts().filter(|one| one.review.is_some_and(|review| review.is_passed())).count();
        let found = match (counts().count(), after_a_year().map(|one| one.due_on).min()) {
            (0, Some(due)) => format!("12-month review: due {}", crate::calendar::in_words(due)),
            (0, None) => "12-month review: none is due".into(),
            (all, _) => format!("12-month review: {passed} passed of {all}"),
        };
        (passed > 0 && passed == counts().count(), found)
    }
}

fn no_team(innovation: &Innovation, day: NaiveDate) -> (bool, String) {
    let since = day.checked_sub_months(NO_TEAM).unwrap_or(day);
    let serves = |post: &&super::Post| {
        post.kind == PostKind::Team && post.from_on <= day && post.to_on.is_none_or(|last| last >= since)
    };
    let served = innovation.posts.iter().filter(serves).count();
    (served == 0, counted(served, "person in the team in 3 months", "people in the team in 3 months"))
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, Place, Portfolio, SiteState, YesNo, gate_questions, question, testing::*};
    use GateCondition::{
        BaseBudget, BaseFunded, EmbeddingReady, FundedToEnd, PilotMeasured, SitesLive, TwelveMonthReview,
    };

    fn unmet(portfolio: &Portfolio, to: Place) -> Vec<GateCondition> {
        as_person(portfolio, LEAD, |seen| {
            let one = seen.innovation(LAMPS).expect("there");
            let questions = gate_questions(seen.stage_model_of(one), Place::Stage(2), to);
            let keys: Vec<_> = questions.iter().map(|one| one.key).collect();
            let found = seen.gate_findings(one, &keys, today());
            found.into_iter().filter(|one| !one.holds).map(|one| one.condition).collect()
        })
    }

    fn ward(number: u32, live_on: &str) -> (crate::Site, Vec<crate::SiteMove>) {
        (site(number), site_moves(number, &[(SiteState::Live, live_on)]))
    }

    #[test]
    fn every_condition_belongs_to_a_question_that_is_asked() {
        assert!(GateCondition::ALL.iter().all(|one| question(one.question()).is_some()));
    }

    #[test]
    fn the_gate_into_scale_finds_the_plan_its_sites_and_its_money() {
        assert_eq!(unmet(&portfolio(), Place::Stage(3)).len(), 5);
        let money = crate::BudgetLine { to_on: day("2027-12-31"), ..budget_line() };
        let listed = applied(&with_sites(&[(site(1), vec![])]), Decision::add(money));
        assert_eq!(unmet(&listed, Place::Stage(3)), [PilotMeasured]);
        let short = crate::BudgetLine { to_on: day("2027-12-30"), ..budget_line() };
        let short = applied(&with_sites(&[(site(1), vec![])]), Decision::add(short));
        assert_eq!(unmet(&short, Place::Stage(3)), [PilotMeasured, FundedToEnd]);
    }

    #[test]
    fn the_gate_into_embed_counts_live_sites_and_finds_the_base_budget() {
        let two_of_three = with_sites(&[ward(1, "2026-05-01"), ward(2, "2026-05-01"), (site(3), vec![])]);
        let checked = applied(&two_of_three, Decision::add(embedding_check(LEAD, &[Some(2)])));
        assert_eq!(unmet(&checked, Place::Stage(4)), [BaseBudget]);
        let one_of_two = with_sites(&[ward(1, "2026-05-01"), (site(2), vec![])]);
        let paid = applied(&one_of_two, Decision::add(budget_line()));
        assert_eq!(unmet(&paid, Place::Stage(4)), [SitesLive, GateCondition::EmbeddingChecked]);
    }

    #[test]
    fn the_gate_into_the_mainstream_says_what_is_missing() {
        let scores: Vec<_> = [2, 1, 2, 2, 2, 0, 1, 2, 1, 2, 1, 1].map(Some).into();
        let checks = Decision::add(embedding_check(LEAD, &scores))
            .and_add(embedding_check(MANAGER, &scores))
            .and_add(fidelity_check(1, &[(3, YesNo::Yes)]));
        let embedded = applied(&with_sites(&[ward(1, "2026-05-01")]), checks);
        assert_eq!(unmet(&embedded, Place::Mainstreamed), [EmbeddingReady, BaseFunded, TwelveMonthReview]);
    }
}
