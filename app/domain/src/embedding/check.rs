//! Answering the twelve questions.
use super::{EmbeddingCheck, EmbeddingItem, ItemAnswer};
use crate::{
    Act, Decision, EmbeddingCheckId, Entry, InnovationId, MembershipId, Problem, Reason, Refusal, Rule, Seen, SiteId,
    seen::plausible,
};
use chrono::NaiveDate;

#[derive(Clone, Debug)]
pub struct EmbeddingInput {
    /// None: of the innovation as a whole.
    pub site: Option<SiteId>,
    /// Never in the future.
    pub on: NaiveDate,
    /// None: whoever records it. Only who may edit the innovation writes down what somebody else said.
    pub rater: Option<MembershipId>,
    /// At least one; a question that is left blank is not there.
    pub answers: Vec<ItemAnswer>,
    pub note: Option<Reason>,
}

impl Seen<'_> {
    /// One rater, one check; those before it stay.
    pub fn check_embedding(
        self,
        id: EmbeddingCheckId,
        innovation: InnovationId,
        input: EmbeddingInput,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let innovation = self.open_innovation(Act::CheckEmbedding, innovation)?;
        if let Some(site) = input.site {
            self.site(innovation.id, site)?;
        }
        let EmbeddingInput { site, on, rater: named, mut answers, note } = input;
        let mut problems: Vec<_> = plausible("on", on).into_iter().collect();
        if on > today {
            problems.push(Problem::new("on", Rule::After(today)));
        }
        let own = named.is_none_or(|named| self.actor.holds(named));
        let rater = if own || self.may(Act::EditInnovation, Some(innovation)) {
            self.rater(named)
        } else {
            Err(Problem::new("rater", Rule::Choose))
        };
        problems.extend(rater.err());
        if answers.is_empty() {
            problems.push(Problem::new(EmbeddingItem::OwnFigures.key(), Rule::Missing));
        }
        answers.sort_by_key(|one| one.item);
        if let Some(pair) = answers.windows(2).find(|pair| pair[0].item == pair[1].item) {
            problems.push(Problem::new(pair[0].item.key(), Rule::OnlyOne));
        }
        Refusal::unless_sound(problems)?;
        let rater = rater.map_err(|problem| Refusal::Invalid(vec![problem]))?;
        let innovation = innovation.id;
        Ok(Decision::add(EmbeddingCheck { id, entry: Entry::default(), innovation, site, on, rater, answers, note }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    fn check(person: crate::PersonId, rater: Option<MembershipId>) -> Result<Decision, Refusal> {
        let EmbeddingCheck { id, on, answers, .. } = embedding_check(LEAD, &[Some(2), Some(1)]);
        let input = EmbeddingInput { site: None, on, rater, answers, note: None };
        as_person(&portfolio(), person, |seen| seen.check_embedding(id, LAMPS, input, today()))
    }

    #[test]
    fn anyone_but_a_viewer_rates_and_only_the_team_writes_down_what_others_said() {
        for person in [ADMINISTRATOR, MANAGER, LEAD, EXECUTIVE] {
            assert!(check(person, None).is_ok(), "{person:?}");
        }
        assert_eq!(check(VIEWER, None), Err(Refusal::NotFound));
        assert!(check(MANAGER, Some(place(EXECUTIVE))).is_ok());
        let refused = Err(Refusal::invalid("rater", Rule::Choose));
        assert_eq!(check(ADMINISTRATOR, Some(place(EXECUTIVE))), refused);
    }

    #[test]
    fn a_check_has_an_answer_and_is_not_of_tomorrow() {
        let id = embedding_check(LEAD, &[]).id;
        let ask = |on: &str, answers| {
            let input = EmbeddingInput { site: None, on: day(on), rater: None, answers, note: None };
            as_person(&portfolio(), LEAD, |seen| seen.check_embedding(id, LAMPS, input, today()))
        };
        assert_eq!(ask("2026-11-24", vec![]), Err(Refusal::invalid("e1", Rule::Missing)));
        let answers = embedding_check(LEAD, &[Some(2)]).answers;
        assert_eq!(ask("2026-11-25", answers.clone()), Err(Refusal::invalid("on", Rule::After(today()))));
        assert_eq!(
            ask("2026-11-24", [&answers[..], &answers[..]].concat()),
            Err(Refusal::invalid("e1", Rule::OnlyOne))
        );
    }
}
