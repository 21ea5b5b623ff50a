//! What is asked on entering a stage: "is this known and shown?", answered yes, partly or no.
use super::{GateAnswer, YesNo};
use crate::{Place, StageKind, StageModel};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Answered partly or no, it lets the innovation in only with conditions.
    Must,
    Should,
    /// One of the eight of the screen at the gate into Scale; only the count of yes is shown.
    Screen,
}

#[derive(Debug, PartialEq, Eq)]
pub struct GateQuestion {
    /// Names it in forms and in what is kept; never reworded.
    pub key: &'static str,
    /// Names the note to the answer in forms.
    pub note_key: &'static str,
    pub text: &'static str,
    pub weight: Weight,
    /// The kind of record or document that shows it; empty where none is named.
    pub evidence: &'static str,
}

macro_rules! ask {
    ($weight:ident $key:literal $text:literal $(, $evidence:literal)?) => {
        GateQuestion {
            key: $key,
            note_key: concat!($key, "_note"),
            text: $text,
            weight: Weight::$weight,
            evidence: concat!($("Shown by ", $evidence)?),
        }
    };
}

impl GateQuestion {
    #[must_use]
    pub fn is_must(&self) -> bool {
        self.weight == Weight::Must
    }
}

static EXPLORE: &[GateQuestion] = &[
    ask!(Must "explore_priority_area" "Which priority area does it serve?"),
    ask!(Must "explore_people" "Who leads it, and who sponsors it?"),
    ask!(Must "explore_problem" "What shows that the problem is real?"),
    ask!(Must "explore_cost" "How much time and money will it take until the next gate?", "a budget line, or a note that it costs nothing"),
];

static TEST: &[GateQuestion] = &[
    ask!(Must "test_worth" "Is the problem worth solving, with a number?"),
    ask!(Must "test_heard" "Have the residents or staff it affects been heard?", "an engagement in which they were asked, or more"),
    ask!(Must "test_hypothesis" "What are the hypothesis, the measure, the threshold and the stop rule?", "an experiment"),
    ask!(Must "test_screening" "Has it been screened for equality and for data protection?"),
    ask!(Should "test_elsewhere" "Who has tried this elsewhere?", "what was borrowed, or where you looked"),
];

static PILOT: &[GateQuestion] = &[
    ask!(Must "pilot_threshold" "Did an experiment meet its threshold?", "an experiment"),
    ask!(Must "pilot_baseline" "Has the baseline been measured?", "a reading"),
    ask!(Must "pilot_threats" "Is every threat within appetite, or accepted?", "the risk register"),
    ask!(Must "pilot_why" "Is the why complete?"),
    ask!(Should "pilot_paid_after" "How would it be paid for after the pilot?"),
];

static SCALE: &[GateQuestion] = &[
    ask!(Must "scale_data" "Are the pilot’s data complete, and how do they compare with the target?", "a reading"),
    ask!(Must "scale_unit_cost" "What does it cost for each unit at full scale, and is that affordable?"),
    ask!(Must "scale_without_founders" "Would it work without the people who started it?"),
    ask!(Must "scale_sites" "Are the eligible sites listed, in waves?", "the scale plan and its sites"),
    ask!(Must "scale_core" "Are the core components named?"),
    ask!(Must "scale_funded" "Is it funded to the end of the rollout?", "a budget line"),
    ask!(Must "scale_owner" "Who in the service will own it?"),
    ask!(Screen "screen_evidence" "Is there credible evidence that it works?"),
    ask!(Screen "screen_benefit" "Can people see the benefit?"),
    ask!(Screen "screen_priority" "Does it matter to a priority?"),
    ask!(Screen "screen_better" "Is it better than what happens now?"),
    ask!(Screen "screen_easy" "Can an ordinary team do it easily?"),
    ask!(Screen "screen_fits" "Does it fit the systems and rules?"),
    ask!(Screen "screen_small" "Can it be tried small first?"),
    ask!(Screen "screen_affordable" "Is each unit affordable at full scale?"),
];

static EMBED: &[GateQuestion] = &[
    ask!(Must "embed_live" "Are at least 60% of the eligible sites live?", "the sites"),
    ask!(Must "embed_base_budget" "Is there a line for it in the base budget?", "a budget line of the base budget"),
    ask!(Must "embed_procedures" "Is it in job descriptions or procedures?"),
    ask!(Must "embed_checked" "Has embedding been checked?", "an embedding check"),
];

static MAINSTREAMED: &[GateQuestion] = &[
    ask!(Must "mainstreamed_scores" "Is embedding at 75 or more, and fidelity at 80 or more?", "the embedding and fidelity checks"),
    ask!(Must "mainstreamed_owned" "Is it paid from the base budget and owned in the service?", "the embedding check"),
    ask!(Must "mainstreamed_no_team" "Has it run for 3 months without a project team?"),
    ask!(Must "mainstreamed_review" "Has it passed its review at 12 months?", "a review"),
    ask!(Must "mainstreamed_benefits" "Who owns the benefits that are still to come?"),
];

/// What is asked on entering a stage of a kind.
#[must_use]
pub fn questions_of(kind: StageKind) -> &'static [GateQuestion] {
    match kind {
        StageKind::Explore => EXPLORE,
        StageKind::Test => TEST,
        StageKind::Pilot => PILOT,
        StageKind::Scale => SCALE,
        StageKind::Embed => EMBED,
        StageKind::Mainstreamed => MAINSTREAMED,
        StageKind::Idea | StageKind::Paused | StageKind::Stopped => &[],
    }
}

/// What is asked on a move forward. Between two stages of one kind nothing is; a model without a stage to embed in
/// asks for embedding at the door of the mainstream.
#[must_use]
pub fn gate_questions(model: &StageModel, from: Place, to: Place) -> Vec<&'static GateQuestion> {
    let kind = model.kind(to);
    if kind == model.kind(from) {
        return Vec::new();
    }
    let embeds = model.stages.iter().any(|stage| stage.kind == StageKind::Embed);
    let first = if kind == StageKind::Mainstreamed && !embeds { EMBED } else { &[] };
    first.iter().chain(questions_of(kind)).collect()
}

/// The question of a key that was kept with an answer.
#[must_use]
pub fn question(key: &str) -> Option<&'static GateQuestion> {
    StageKind::ALL.iter().flat_map(|kind| questions_of(*kind)).find(|one| one.key == key)
}

/// Of the eight-question screen: how many were answered yes, and how many at all. None if none was.
#[must_use]
pub fn screen_count(answers: &[GateAnswer]) -> Option<(usize, usize)> {
    let of_screen = |one: &&GateAnswer| question(&one.question).is_some_and(|asked| asked.weight == Weight::Screen);
    let screened: Vec<_> = answers.iter().filter(of_screen).collect();
    let yes = screened.iter().filter(|one| one.answer == YesNo::Yes).count();
    (!screened.is_empty()).then_some((yes, screened.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Preset, testing::text};

    fn keys(questions: &[&GateQuestion]) -> Vec<&'static str> {
        questions.iter().map(|one| one.key).collect()
    }

    #[test]
    fn every_question_has_its_own_key_and_can_be_found_by_it() {
        let all: Vec<_> = StageKind::ALL.iter().flat_map(|kind| questions_of(*kind)).collect();
        assert!(all.iter().all(|one| question(one.key) == Some(*one)));
        assert_eq!(all.iter().filter(|one| one.weight == Weight::Screen).count(), 8);
    }

    #[test]
    fn a_model_without_embed_asks_for_embedding_at_the_door_of_the_mainstream() {
        let gds = gate_questions(&Preset::Gds.model(), Place::Stage(3), Place::Mainstreamed);
        assert_eq!(gds.len(), EMBED.len() + MAINSTREAMED.len());
        let usual = gate_questions(&Preset::Default.model(), Place::Stage(4), Place::Mainstreamed);
        assert_eq!(keys(&usual), keys(&MAINSTREAMED.iter().collect::<Vec<_>>()));
    }

    #[test]
    fn between_two_stages_of_one_kind_nothing_is_asked() {
        assert_eq!(
            gate_questions(&Preset::EightSteps.model(), Place::Stage(2), Place::Stage(3)),
            [] as [&GateQuestion; 0]
        );
    }

    #[test]
    fn the_screen_counts_yes_and_only_its_own_questions() {
        let answer = |key: &str, answer| GateAnswer { question: text(key), answer, note: None };
        let answers = [
            answer("screen_small", YesNo::Yes),
            answer("screen_easy", YesNo::Partly),
            answer("scale_core", YesNo::Yes),
        ];
        assert_eq!(screen_count(&answers), Some((1, 2)));
        assert_eq!(screen_count(&answers[2..]), None);
    }
}
