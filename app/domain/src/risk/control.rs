//! What already holds a risk in check, whether it works, and when that was last tested.
use super::Risk;
use crate::{Decision, InnovationId, Problem, Prose, Refusal, RiskId, Rule, Seen, Version, YesNo, seen::plausible};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Control {
    /// Counts from 1 within the risk.
    pub number: u32,
    pub text: Prose,
    /// None: nobody has judged it yet, which is not the same as no.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective: Option<YesNo>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_tested_on: Option<NaiveDate>,
}

#[derive(Clone, Debug)]
pub struct ControlInput {
    pub text: Prose,
    /// Required with a day on which it was tested.
    pub effective: Option<YesNo>,
    pub last_tested_on: Option<NaiveDate>,
}

impl Control {
    /// As entered with the risk.
    pub(super) fn first(text: Prose) -> Self {
        Self { number: 1, text, effective: None, last_tested_on: None }
    }
}

/// In the first shape the controls were one text.
pub(super) fn from_text(_shape: i32, mut value: Value) -> Value {
    let controls = match value.get("controls") {
        Some(Value::String(text)) => json!([{ "number": 1, "text": text }]),
        _ => json!([]),
    };
    if let Some(risk) = value.as_object_mut() {
        risk.insert("controls".into(), controls);
    }
    value
}

impl Seen<'_> {
    pub fn add_control(
        self,
        about: impl Into<Option<InnovationId>>,
        id: RiskId,
        input: ControlInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.open_risk(about, id, seen)?;
        Refusal::unless_sound(problems(&input, today))?;
        let mut after = (**before).clone();
        let number = after.controls.iter().map(|one| one.number).max().unwrap_or(0) + 1;
        let ControlInput { text, effective, last_tested_on } = input;
        after.controls.push(Control { number, text, effective, last_tested_on });
        Ok(Decision::change(before, after))
    }

    pub fn edit_control(
        self,
        about: impl Into<Option<InnovationId>>,
        id: RiskId,
        number: u32,
        input: ControlInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.open_risk(about, id, seen)?;
        let mut after = (**before).clone();
        let control = after.controls.iter_mut().find(|one| one.number == number).ok_or(Refusal::NotFound)?;
        Refusal::unless_sound(problems(&input, today))?;
        let ControlInput { text, effective, last_tested_on } = input;
        *control = Control { number, text, effective, last_tested_on };
        Ok(Decision::change(before, after))
    }

    /// It is not there any more. The score stays until the next review.
    pub fn remove_control(
        self,
        about: impl Into<Option<InnovationId>>,
        id: RiskId,
        number: u32,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        let before = self.open_risk(about, id, seen)?;
        if !before.controls.iter().any(|one| one.number == number) {
            return Err(Refusal::NotFound);
        }
        let controls = before.controls.iter().filter(|one| one.number != number).cloned().collect();
        Ok(Decision::change(before, Risk { controls, ..(**before).clone() }))
    }
}

fn problems(input: &ControlInput, today: NaiveDate) -> Vec<Problem> {
    let Some(tested) = input.last_tested_on else { return vec![] };
    let mut problems: Vec<_> = plausible("last_tested_on", tested).into_iter().collect();
    if tested > today {
        problems.push(Problem::new("last_tested_on", Rule::After(today)));
    }
    if input.effective.is_none() {
        problems.push(Problem::new("effective", Rule::Missing));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Noun, Score, testing::*};

    fn input(effective: Option<YesNo>, tested: Option<&str>) -> ControlInput {
        ControlInput { text: text("A second supplier"), effective, last_tested_on: tested.map(day) }
    }

    #[test]
    fn a_control_is_added_judged_and_taken_away() {
        let added = after(&with_risk(3, 4), LEAD, |seen| {
            seen.add_control(LAMPS, RISK, input(None, None), Version::FIRST, today())
        });
        let judged = after(&added, LEAD, |seen| {
            seen.edit_control(LAMPS, RISK, 1, input(Some(YesNo::Partly), Some("2026-11-01")), Version(2), today())
        });
        let controls =
            |portfolio| as_person(portfolio, LEAD, |seen| seen.risk(LAMPS, RISK).expect("there").controls.clone());
        assert_eq!(controls(&judged)[0].effective, Some(YesNo::Partly));
        let gone = after(&judged, LEAD, |seen| seen.remove_control(LAMPS, RISK, 1, Version(3)));
        assert_eq!(controls(&gone), []);
        let missing = as_person(&gone, LEAD, |seen| seen.remove_control(LAMPS, RISK, 1, Version(4)));
        assert_eq!(missing, Err(Refusal::NotFound));
    }

    #[test]
    fn a_test_has_a_result_and_is_not_in_the_future() {
        let refused = as_person(&with_risk(3, 4), LEAD, |seen| {
            seen.add_control(LAMPS, RISK, input(None, Some("2026-11-25")), Version::FIRST, today())
        });
        let problems = [("last_tested_on", Rule::After(today())), ("effective", Rule::Missing)];
        assert_eq!(refused, Err(Refusal::Invalid(problems.map(|(field, rule)| Problem::new(field, rule)).into())));
    }

    #[test]
    fn a_risk_of_the_first_shape_keeps_its_controls_as_the_first_one() {
        let mut old = serde_json::to_value(risk_scored(Score { likelihood: 2, impact: 2 })).expect("as text");
        old["controls"] = json!("A fixed date in the contract");
        let read = Risk::from_json(1, &old.to_string()).expect("still reads");
        assert_eq!(read.controls, [Control::first(text("A fixed date in the contract"))]);
        old["controls"] = Value::Null;
        assert_eq!(Risk::from_json(1, &old.to_string()).expect("still reads").controls, []);
    }
}
