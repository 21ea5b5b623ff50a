//! What a move needs before it can be kept, for the drop panel of the board and the form alike.
use super::{GateQuestion, Innovation, PostKind, StageMove, gate::gate_questions, time::resumes_to};
use crate::{Act, Impossible, MembershipId, Place, Refusal, Role, Rule, Seen, StageKind, StageModel};
use chrono::NaiveDate;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Forward,
    Back,
    /// The stage goes on.
    Repeat,
    Pause,
    Resume,
    Stop,
}

#[derive(Clone, Debug, PartialEq)]
pub struct MoveNeeds {
    pub from: Place,
    pub to: Place,
    pub direction: Direction,
    /// Asked on the way forward.
    pub questions: Vec<&'static GateQuestion>,
    /// Names of the stages that would be passed over.
    pub skips: Vec<String>,
    /// Going back, skipping, pausing, repeating and stopping say why.
    pub needs_reason: bool,
    /// Whoever records it must name who decided.
    pub needs_decider: bool,
    /// In whose name it is recorded where nobody else is named.
    pub decider: Option<MembershipId>,
    /// Whether somebody else may be named.
    pub may_name_others: bool,
    /// The day of the move before; the next one is not earlier.
    pub not_before: Option<NaiveDate>,
    /// How many moves there were: sent back with the form, so that an older page is noticed.
    pub moves_seen: u32,
}

impl MoveNeeds {
    /// A move that needs nothing can be saved at once.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        let asks = !self.questions.is_empty() || self.needs_reason || self.needs_decider;
        !asks && matches!(self.direction, Direction::Forward | Direction::Resume)
    }
}

/// Who may be named as the one who decided.
#[derive(Clone, Copy)]
pub(super) struct Deciders {
    pub default: Option<MembershipId>,
    pub anybody: bool,
}

impl Seen<'_> {
    /// # Errors
    /// `NotFound`, `NotAllowed`, or `Impossible` where no such move can be made from where it is.
    pub fn move_needs(self, innovation: &Innovation, to: Place, today: NaiveDate) -> Result<MoveNeeds, Refusal> {
        let innovation = self.open_innovation(Act::Move, innovation.id)?;
        let model = self.stage_model_of(innovation);
        let last = self.stage_moves(innovation.id).next_back();
        let from = self.place_of(innovation);
        let direction = direction(model, last.map(|one| &**one), to)?;
        let skips: Vec<_> = match direction {
            Direction::Forward => model.between(from, to),
            _ => Vec::new(),
        };
        let Deciders { default, anybody } = self.deciders(innovation, today);
        Ok(MoveNeeds {
            from,
            to,
            direction,
            questions: if direction == Direction::Forward { gate_questions(model, from, to) } else { Vec::new() },
            needs_reason: !skips.is_empty() || !matches!(direction, Direction::Forward | Direction::Resume),
            skips,
            needs_decider: default.is_none(),
            decider: default,
            may_name_others: anybody,
            not_before: last.map(|one| one.on),
            moves_seen: last.map_or(0, |one| one.ordinal),
        })
    }

    /// Places to which a form may offer to move it, forward and back; empty where it is paused or stopped.
    #[must_use]
    pub fn destinations(self, innovation: &Innovation) -> Vec<Place> {
        let model = self.stage_model_of(innovation);
        let last = self.stage_moves(innovation.id).next_back().map(|one| &**one);
        let places = model.columns().map(|(place, _)| place).chain([Place::Mainstreamed]);
        let leads = |to: &Place| matches!(direction(model, last, *to), Ok(Direction::Forward | Direction::Back));
        places.filter(leads).collect()
    }

    /// An executive decides in person, a lead by delegation; a programme manager names who decided.
    pub(super) fn deciders(self, innovation: &Innovation, today: NaiveDate) -> Deciders {
        let executive = self.actor.memberships().find(|one| one.role == Role::Executive).map(|one| one.id);
        let lead = innovation.holders(PostKind::Lead, today).find(|held| self.actor.holds(*held));
        let anybody = self.actor.has_role(Role::ProgrammeManager) || executive.is_some();
        Deciders { default: executive.or(lead), anybody }
    }
}

/// What a move to a place would be, after the last one.
pub(super) fn direction(model: &StageModel, last: Option<&StageMove>, to: Place) -> Result<Direction, Refusal> {
    let from = last.map_or(Place::Idea, |one| one.to);
    let impossible = |why| Err(Refusal::Impossible(why));
    if to == Place::Idea || matches!(to, Place::Stage(_)) && model.stage(to).is_none() {
        return Err(Refusal::invalid("to", Rule::Choose));
    }
    match (from, to) {
        (Place::Stopped, _) => impossible(Impossible::Stopped),
        (_, Place::Stopped) => Ok(Direction::Stop),
        (Place::Paused, _) if last.is_some_and(|pause| resumes_to(pause) == to) => Ok(Direction::Resume),
        (Place::Paused, _) => impossible(Impossible::Paused),
        (Place::Stage(_), Place::Paused) => Ok(Direction::Pause),
        (Place::Stage(_), _) if from == to => Ok(Direction::Repeat),
        (_, Place::Paused) | (Place::Mainstreamed, Place::Mainstreamed) => impossible(Impossible::NotInStage),
        (Place::Mainstreamed, _) if !takes_back(model, to) => Err(Refusal::invalid("to", Rule::Choose)),
        _ if from < to => Ok(Direction::Forward),
        _ => Ok(Direction::Back),
    }
}

/// After a failed review it goes back to embedding; in a model without it, to the last stage.
fn takes_back(model: &StageModel, to: Place) -> bool {
    let embeds = |place| model.kind(place) == StageKind::Embed;
    let last = model.columns().last().map(|(place, _)| place);
    embeds(to) || Some(to) == last && !model.columns().any(|(place, _)| embeds(place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Preset, testing::*};
    use Place::{Idea, Mainstreamed, Paused, Stage, Stopped};

    fn needs(person: crate::PersonId, to: Place) -> Result<MoveNeeds, Refusal> {
        as_person(&portfolio(), person, |seen| seen.move_needs(&innovation(), to, today()))
    }

    #[test]
    fn the_next_stage_asks_its_questions_and_a_farther_one_why() {
        let next = needs(LEAD, Place::Stage(1)).expect("allowed");
        assert_eq!((next.questions.len(), next.needs_reason, next.needs_decider), (5, false, false));
        assert_eq!((next.decider, next.moves_seen), (Some(place(LEAD)), 1));
        let farther = needs(MANAGER, Place::Stage(2)).expect("allowed");
        assert_eq!((farther.skips, farther.needs_reason, farther.needs_decider), (vec!["Test".into()], true, true));
        assert_eq!(needs(VIEWER, Place::Stage(1)), Err(Refusal::NotFound));
        assert_eq!(needs(ADMINISTRATOR, Place::Stage(1)), Err(Refusal::NotAllowed(Act::Move)));
    }

    #[test]
    fn where_a_move_leads_depends_on_where_it_starts() {
        let at = |place| StageMove { from: Place::Stage(1), ..entered(LAMPS, 2, Place::Idea, place, today()) };
        let model = Preset::Default.model();
        let impossible = |why| Err(Refusal::Impossible(why));
        let no_choice = || Err(Refusal::invalid("to", Rule::Choose));
        for (from, to, expected) in [
            (Stage(1), Stage(2), Ok(Direction::Forward)),
            (Stage(4), Mainstreamed, Ok(Direction::Forward)),
            (Stage(2), Stage(0), Ok(Direction::Back)),
            (Stage(2), Stage(2), Ok(Direction::Repeat)),
            (Stage(2), Paused, Ok(Direction::Pause)),
            (Paused, Stage(1), Ok(Direction::Resume)),
            (Paused, Stage(2), impossible(Impossible::Paused)),
            (Paused, Stopped, Ok(Direction::Stop)),
            (Mainstreamed, Stage(4), Ok(Direction::Back)),
            (Mainstreamed, Stage(2), no_choice()),
            (Mainstreamed, Paused, impossible(Impossible::NotInStage)),
            (Stopped, Stage(2), impossible(Impossible::Stopped)),
            (Stage(2), Stage(9), no_choice()),
            (Stage(2), Idea, no_choice()),
        ] {
            assert_eq!(direction(&model, Some(&at(from)), to), expected, "{from} to {to}");
        }
        assert_eq!(direction(&Preset::Gds.model(), Some(&at(Mainstreamed)), Stage(3)), Ok(Direction::Back));
    }

    #[test]
    fn between_two_stages_of_one_kind_a_move_needs_nothing() {
        let mut eight = portfolio();
        let organisation = crate::Organisation {
            stage_models: vec![Preset::EightSteps.model()],
            ..(**eight.organisation().expect("founded")).clone()
        };
        let before = eight.organisation().expect("founded").clone();
        eight = applied(&eight, crate::Decision::change(&before, organisation));
        let pilot = entered(LAMPS, 2, Place::Stage(0), Place::Stage(2), today());
        eight = applied(&eight, crate::Decision::add(pilot));
        let nothing = |person| {
            as_person(&eight, person, |seen| seen.move_needs(&innovation(), Place::Stage(3), today()))
                .expect("allowed")
                .is_nothing()
        };
        assert!(nothing(LEAD) && nothing(EXECUTIVE));
        assert!(!nothing(MANAGER), "a programme manager names who decided");
    }
}
