//! What an administrator settles for the whole organisation.
use super::Organisation;
use crate::{
    Act, Decision, EngagementLevel, Name, Pence, Problem, Prose, Refusal, Rule, Seen, Version, choice::choices,
};

choices! {
    /// A page that the law asks for and that an organisation may word itself.
    Statement {
        Accessibility "accessibility" "Accessibility statement",
        Privacy "privacy" "Privacy notice",
    }
}

#[derive(Clone, Debug)]
pub struct OrganisationInput {
    pub name: Name,
    pub short_code: Name,
    /// A decision of this effect or more is key.
    pub key_decision: Option<Pence>,
    pub call_in_days: Option<u8>,
    /// Most innovations that one person should lead.
    pub lead_limit: Option<u8>,
}

/// A short code as it heads numbers: "ac" becomes "AC".
///
/// # Errors
/// The problem of the field `short_code`, unless it is 1 to 6 letters and digits.
pub fn short_code(typed: &Name) -> Result<Name, Problem> {
    const MOST: usize = 6;
    let wrong = |rule| Err(Problem::new("short_code", rule));
    if typed.chars().count() > MOST {
        return wrong(Rule::TooLong(MOST));
    }
    if !typed.chars().all(|letter| letter.is_ascii_alphanumeric()) {
        return wrong(Rule::NotACode);
    }
    typed.to_ascii_uppercase().parse().map_err(|rule| Problem::new("short_code", rule))
}

impl Organisation {
    /// What the organisation has written in place of the product's own words.
    #[must_use]
    pub fn statement(&self, statement: Statement) -> Option<&Prose> {
        match statement {
            Statement::Accessibility => self.accessibility.as_ref(),
            Statement::Privacy => self.privacy.as_ref(),
        }
    }
}

impl Seen<'_> {
    pub fn edit_organisation(self, input: OrganisationInput, seen: Version) -> Result<Decision, Refusal> {
        let before = self.organisation();
        self.must(Act::ManagePeople, None)?;
        Refusal::unless_seen(seen, before)?;
        let short_code = short_code(&input.short_code).map_err(|problem| Refusal::Invalid(vec![problem]))?;
        let OrganisationInput { name, key_decision, call_in_days, lead_limit, .. } = input;
        let kept = (**before).clone();
        let after = Organisation { name, short_code, key_decision, call_in_days, lead_limit, ..kept };
        Ok(Decision::change(before, after))
    }

    /// What people here call the five levels of engagement; none of one for the usual word.
    pub fn name_levels(self, labels: [Option<Name>; 5], seen: Version) -> Result<Decision, Refusal> {
        let before = self.organisation();
        self.must(Act::ManagePeople, None)?;
        Refusal::unless_seen(seen, before)?;
        let own = labels.iter().any(Option::is_some);
        let named = labels
            .into_iter()
            .zip(EngagementLevel::ALL)
            .filter_map(|(label, level)| label.or_else(|| Name::cut(level.label())));
        let level_labels = if own { named.collect() } else { vec![] };
        Ok(Decision::change(before, Organisation { level_labels, ..(**before).clone() }))
    }

    /// Without words of its own the organisation shows the statement of the product again.
    pub fn edit_statement(
        self,
        statement: Statement,
        words: Option<Prose>,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        let before = self.organisation();
        self.must(Act::ManagePeople, None)?;
        Refusal::unless_seen(seen, before)?;
        let mut after = (**before).clone();
        match statement {
            Statement::Accessibility => after.accessibility = words,
            Statement::Privacy => after.privacy = words,
        }
        Ok(Decision::change(before, after))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    #[test]
    fn a_short_code_is_a_few_letters_and_digits() {
        for (typed, found) in [
            ("ac", Ok("AC")),
            ("NC2", Ok("NC2")),
            ("northern", Err(Rule::TooLong(6))),
            ("A-C", Err(Rule::NotACode)),
            ("Ä", Err(Rule::NotACode)),
        ] {
            let code = short_code(&text(typed));
            assert_eq!(code, found.map(text).map_err(|rule| Problem::new("short_code", rule)), "{typed}");
        }
    }

    #[test]
    fn an_administrator_names_the_levels_and_takes_the_names_back() {
        let own = [None, Some(text("Hear")), None, None, None];
        let named = after(&portfolio(), ADMINISTRATOR, |seen| seen.name_levels(own, Version::FIRST));
        let labels = |portfolio: &crate::Portfolio| {
            as_person(portfolio, VIEWER, |seen| {
                EngagementLevel::ALL
                    .iter()
                    .map(|one| seen.organisation().level_label(*one).to_owned())
                    .collect::<Vec<_>>()
            })
        };
        assert_eq!(labels(&named), ["Tell", "Hear", "Shape", "Share", "Hand over"]);
        let back = after(&named, ADMINISTRATOR, |seen| seen.name_levels([const { None }; 5], Version(2)));
        assert_eq!(labels(&back), EngagementLevel::ALL.iter().map(|one| one.label()).collect::<Vec<_>>());
    }

    #[test]
    fn an_administrator_names_the_organisation_and_words_its_statements() {
        let input = OrganisationInput {
            name: text("Northshire County Council"),
            short_code: text("ncc"),
            key_decision: Some(Pence(50_000_000)),
            call_in_days: None,
            lead_limit: Some(3),
        };
        let named = after(&portfolio(), ADMINISTRATOR, |seen| seen.edit_organisation(input.clone(), Version::FIRST));
        let words = || Some(text("We are not there yet."));
        let worded =
            after(&named, ADMINISTRATOR, |seen| seen.edit_statement(Statement::Accessibility, words(), Version(2)));
        as_person(&worded, VIEWER, |seen| {
            let organisation = seen.organisation();
            assert_eq!(&*organisation.short_code, "NCC");
            assert_eq!(organisation.key_decision, Some(Pence(50_000_000)));
            assert_eq!((organisation.call_in_days(), organisation.lead_limit()), (5, 3));
            assert_eq!(seen.organisation().statement(Statement::Accessibility), words().as_ref());
            assert_eq!(seen.organisation().statement(Statement::Privacy), None);
        });
        as_person(&worded, MANAGER, |seen| {
            let refused = seen.edit_organisation(input, Version(3));
            assert_eq!(refused, Err(Refusal::NotAllowed(Act::ManagePeople)));
        });
    }
}
