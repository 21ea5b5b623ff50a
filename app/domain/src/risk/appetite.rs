use super::RiskCategory;
use crate::{Act, AppetiteId, Decision, Entry, Reason, Refusal, Seen, Version, choice::choices, record::noun};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

choices! {
    AppetiteBand {
        Averse "averse" "Averse",
        Minimal "minimal" "Minimal",
        Cautious "cautious" "Cautious",
        Open "open" "Open",
        Eager "eager" "Eager",
    }
}

impl AppetiteBand {
    /// The highest score accepted without asking anyone.
    #[must_use]
    pub const fn appetite(self) -> u8 {
        match self {
            Self::Averse => 4,
            Self::Minimal => 6,
            Self::Cautious => 9,
            Self::Open => 12,
            Self::Eager => 16,
        }
    }

    /// Appetite and four more.
    #[must_use]
    pub const fn tolerance(self) -> u8 {
        self.appetite() + 4
    }

    /// What suits innovation, until the organisation says otherwise.
    #[must_use]
    pub const fn preset(category: RiskCategory) -> Self {
        match category {
            RiskCategory::Finance | RiskCategory::People => Self::Cautious,
            RiskCategory::Safeguarding | RiskCategory::DataProtection | RiskCategory::Legal => Self::Minimal,
            _ => Self::Open,
        }
    }
}

/// How much threat the organisation accepts in one category; where there is none, the preset counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Appetite {
    pub id: AppetiteId,
    pub entry: Entry,
    pub category: RiskCategory,
    pub band: AppetiteBand,
}

noun!(Appetite, "appetite", RiskCategory = |one| one.category);

/// The bands of all categories, chosen in one form.
#[derive(Clone, Debug)]
pub struct AppetiteInput {
    pub bands: Vec<(RiskCategory, AppetiteBand)>,
    pub reason: Option<Reason>,
}

/// One category as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppetiteLine {
    pub category: RiskCategory,
    pub band: AppetiteBand,
    /// The organisation has decided it; otherwise it is what the product ships with.
    pub is_decided: bool,
}

impl<'a> Seen<'a> {
    /// As decided, else the preset.
    #[must_use]
    pub fn appetite_of(self, category: RiskCategory) -> AppetiteBand {
        self.appetite(category).map_or_else(|| AppetiteBand::preset(category), |one| one.band)
    }

    /// All categories, in their order.
    #[must_use]
    pub fn appetites(self) -> Vec<AppetiteLine> {
        let line = |category: &RiskCategory| AppetiteLine {
            category: *category,
            band: self.appetite_of(*category),
            is_decided: self.appetite(*category).is_some(),
        };
        RiskCategory::ALL.iter().map(line).collect()
    }

    /// Of all categories together: each decision that changes one of them raises it.
    #[must_use]
    pub fn appetite_version(self) -> Version {
        Version(self.portfolio.shelves.appetites.values().map(|one| one.entry.version.0).sum())
    }

    /// All categories in one decision; what is left out stays. `new_id` names what was never decided before.
    pub fn set_appetite(
        self,
        input: AppetiteInput,
        mut new_id: impl FnMut() -> AppetiteId,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        self.must(Act::EditAppetite, None)?;
        if let Some(theirs) = self.latest_appetite().filter(|_| seen != self.appetite_version()) {
            return Err(Refusal::Outdated { theirs: theirs.into() });
        }
        let mut decision = Decision::default();
        for (category, band) in input.bands {
            decision = match self.appetite(category) {
                Some(before) => decision.and_change(before, Appetite { band, ..(**before).clone() }),
                None => decision.and_add(Appetite { id: new_id(), entry: Entry::default(), category, band }),
            };
        }
        Ok(decision.because(input.reason))
    }

    fn appetite(self, category: RiskCategory) -> Option<&'a Arc<Appetite>> {
        self.portfolio.shelves.appetites.get(&category)
    }

    /// Of the categories that were decided most often, the first.
    fn latest_appetite(self) -> Option<&'a Arc<Appetite>> {
        self.portfolio.shelves.appetites.values().max_by_key(|one| one.entry.version)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Portfolio, testing::*};
    use uuid::Uuid;

    fn set(portfolio: &Portfolio, band: AppetiteBand, seen: i64) -> Result<Decision, Refusal> {
        let bands = RiskCategory::ALL.iter().map(|category| (*category, band)).collect();
        let mut next = 900;
        let new_id = || {
            next += 1;
            AppetiteId(Uuid::from_u128(next))
        };
        let input = AppetiteInput { bands, reason: None };
        as_person(portfolio, EXECUTIVE, |view| view.set_appetite(input, new_id, Version(seen)))
    }

    #[test]
    fn the_preset_counts_until_the_organisation_decides() {
        let before = portfolio();
        let of = |portfolio: &Portfolio| as_person(portfolio, LEAD, |seen| seen.appetite_of(RiskCategory::Legal));
        assert_eq!(of(&before), AppetiteBand::Minimal);
        let after = applied(&before, set(&before, AppetiteBand::Eager, 0).expect("allowed"));
        assert_eq!(of(&after), AppetiteBand::Eager);
        let decided = |seen: Seen| seen.appetites().iter().filter(|line| line.is_decided).count();
        assert_eq!(as_person(&after, LEAD, decided), 9);
    }

    #[test]
    fn nine_categories_are_one_decision_and_whoever_read_before_it_is_told() {
        let before = portfolio();
        let decision = set(&before, AppetiteBand::Open, 0).expect("allowed");
        assert_eq!(decision.edits.len(), 9);
        let after = applied(&before, decision);
        assert!(matches!(set(&after, AppetiteBand::Averse, 0), Err(Refusal::Outdated { .. })));
        assert!(set(&after, AppetiteBand::Averse, 9).is_ok());
    }

    #[test]
    fn only_an_executive_sets_the_appetite() {
        for person in [ADMINISTRATOR, MANAGER, LEAD, VIEWER] {
            let input = AppetiteInput { bands: vec![], reason: None };
            let refused = as_person(&portfolio(), person, |seen| {
                seen.set_appetite(input, || AppetiteId(Uuid::nil()), Version::NONE)
            });
            assert_eq!(refused, Err(Refusal::NotAllowed(Act::EditAppetite)));
        }
    }
}
