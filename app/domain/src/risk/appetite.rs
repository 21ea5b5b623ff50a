use super::RiskCategory;
use crate::{
    Act, AppetiteId, Council, CouncilId, Decision, Entry, Impossible, OrganisationKind, Reason, Refusal, Seen, Version,
    choice::choices, record::noun,
};
use chrono::NaiveDate;
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

/// How much threat the organisation accepts in one category; where there is none, the preset counts. In a partnership
/// also how much one of its councils accepts, as far as that council has said so.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Appetite {
    pub id: AppetiteId,
    pub entry: Entry,
    /// None: of the organisation itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub council: Option<CouncilId>,
    pub category: RiskCategory,
    pub band: AppetiteBand,
}

noun!(Appetite, "appetite", (Option<CouncilId>, RiskCategory) = |one| (one.council, one.category));

/// The bands of all categories, chosen in one form.
#[derive(Clone, Debug)]
pub struct AppetiteInput {
    pub bands: Vec<(RiskCategory, AppetiteBand)>,
    pub reason: Option<Reason>,
}

/// The bands of one member council; none where it has not said.
#[derive(Clone, Debug)]
pub struct CouncilAppetiteInput {
    pub bands: Vec<(RiskCategory, Option<AppetiteBand>)>,
    pub reason: Option<Reason>,
}

/// What a member council accepts in a category.
#[derive(Clone, Debug, PartialEq)]
pub struct CouncilAppetite {
    pub council: Arc<Council>,
    pub band: AppetiteBand,
}

/// One category as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct AppetiteLine {
    pub category: RiskCategory,
    pub band: AppetiteBand,
    /// The organisation has decided it; otherwise it is what the product ships with.
    pub is_decided: bool,
    /// Member councils that accept less.
    pub stricter: Vec<CouncilAppetite>,
}

impl<'a> Seen<'a> {
    /// As decided, else the preset.
    #[must_use]
    pub fn appetite_of(self, category: RiskCategory) -> AppetiteBand {
        self.appetite(None, category).map_or_else(|| AppetiteBand::preset(category), |one| one.band)
    }

    /// What a member council has said of a category.
    #[must_use]
    pub fn council_appetite(self, council: CouncilId, category: RiskCategory) -> Option<AppetiteBand> {
        self.appetite(Some(council), category).map(|one| one.band)
    }

    /// Member councils on a day that accept less than the partnership in a category, by name.
    #[must_use]
    pub fn stricter_councils(self, category: RiskCategory, today: NaiveDate) -> Vec<CouncilAppetite> {
        let ours = self.appetite_of(category);
        let mut stricter: Vec<_> = self
            .councils()
            .filter(|one| one.is_member(today))
            .filter_map(|one| Some((one, self.council_appetite(one.id, category)?)))
            .filter(|(_, band)| band.appetite() < ours.appetite())
            .map(|(council, band)| CouncilAppetite { council: council.clone(), band })
            .collect();
        stricter.sort_by(|one, other| one.council.name.cmp(&other.council.name));
        stricter
    }

    /// All categories, in their order.
    #[must_use]
    pub fn appetites(self, today: NaiveDate) -> Vec<AppetiteLine> {
        let line = |category: &RiskCategory| AppetiteLine {
            category: *category,
            band: self.appetite_of(*category),
            is_decided: self.appetite(None, *category).is_some(),
            stricter: self.stricter_councils(*category, today),
        };
        RiskCategory::ALL.iter().map(line).collect()
    }

    /// Of all categories together, of the organisation or of one council: each decision that changes one of them raises
    /// it.
    #[must_use]
    pub fn appetite_version(self, council: Option<CouncilId>) -> Version {
        Version(self.appetites_said_by(council).map(|one| one.entry.version.0).sum())
    }

    /// All categories in one decision; what is left out stays. `new_id` names what was never decided before.
    pub fn set_appetite(
        self,
        input: AppetiteInput,
        new_id: impl FnMut() -> AppetiteId,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        self.must(Act::EditAppetite, None)?;
        let bands = input.bands.into_iter().map(|(category, band)| (category, Some(band)));
        Ok(self.said(None, bands, new_id, seen)?.because(input.reason))
    }

    /// What a member council of a partnership accepts: shown beside what the partnership accepts where it is less.
    pub fn set_council_appetite(
        self,
        council: CouncilId,
        input: CouncilAppetiteInput,
        new_id: impl FnMut() -> AppetiteId,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        self.council(council).ok_or(Refusal::NotFound)?;
        self.must(Act::EditAppetite, None)?;
        if self.organisation().kind != OrganisationKind::Partnership {
            return Err(Refusal::Impossible(Impossible::NotAPartnership));
        }
        Ok(self.said(Some(council), input.bands, new_id, seen)?.because(input.reason))
    }

    fn said(
        self,
        council: Option<CouncilId>,
        bands: impl IntoIterator<Item = (RiskCategory, Option<AppetiteBand>)>,
        mut new_id: impl FnMut() -> AppetiteId,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        // Of the categories that were decided most often, the first.
        let latest = self.appetites_said_by(council).max_by_key(|one| one.entry.version);
        if let Some(theirs) = latest.filter(|_| seen != self.appetite_version(council)) {
            return Err(Refusal::Outdated { theirs: theirs.into() });
        }
        let mut decision = Decision::default();
        for (category, band) in bands {
            decision = match (self.appetite(council, category), band) {
                (Some(before), Some(band)) => decision.and_change(before, Appetite { band, ..(**before).clone() }),
                (Some(before), None) => decision.and(Decision::remove(before)),
                (None, Some(band)) => {
                    decision.and_add(Appetite { id: new_id(), entry: Entry::default(), council, category, band })
                }
                (None, None) => decision,
            };
        }
        Ok(decision)
    }

    fn appetite(self, council: Option<CouncilId>, category: RiskCategory) -> Option<&'a Arc<Appetite>> {
        self.portfolio.shelves.appetites.get(&(council, category))
    }

    fn appetites_said_by(self, council: Option<CouncilId>) -> impl Iterator<Item = &'a Arc<Appetite>> {
        self.portfolio.shelves.appetites.values().filter(move |one| one.council == council)
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
        let decided = |seen: Seen| seen.appetites(today()).iter().filter(|line| line.is_decided).count();
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
    fn a_member_council_that_accepts_less_is_named_beside_the_partnership() {
        let (council, partnership) = (COUNCIL, partnership());
        let bands = vec![(RiskCategory::Delivery, Some(AppetiteBand::Cautious)), (RiskCategory::Legal, None)];
        let input = || CouncilAppetiteInput { bands: bands.clone(), reason: None };
        let new_id = || AppetiteId(Uuid::from_u128(990));
        let said =
            after(&partnership, EXECUTIVE, |seen| seen.set_council_appetite(council, input(), new_id, Version::NONE));
        let stricter = |category| {
            as_person(&said, LEAD, |seen| {
                let found = seen.stricter_councils(category, today());
                found.into_iter().map(|one| (one.council.name.to_string(), one.band.appetite())).collect::<Vec<_>>()
            })
        };
        assert_eq!(stricter(RiskCategory::Delivery), [("Northshire".to_owned(), 9)]);
        assert_eq!(stricter(RiskCategory::Legal), []);
        as_person(&said, LEAD, |seen| assert_eq!(seen.appetite_of(RiskCategory::Delivery), AppetiteBand::Open));
        let nothing = vec![(RiskCategory::Delivery, None)];
        let taken_back = after(&said, EXECUTIVE, |seen| {
            let input = CouncilAppetiteInput { bands: nothing.clone(), reason: None };
            seen.set_council_appetite(council, input, new_id, Version::FIRST)
        });
        as_person(&taken_back, LEAD, |seen| assert_eq!(seen.council_appetite(council, RiskCategory::Delivery), None));
        let alone = as_person(&portfolio(), EXECUTIVE, |seen| {
            seen.set_council_appetite(council, input(), new_id, Version::NONE)
        });
        assert_eq!(alone, Err(Refusal::NotFound), "a council has no member councils");
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
