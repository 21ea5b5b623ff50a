//! The stages of an innovation along time: where it was, and how long the plan says that it stays.
use crate::{Innovation, MilestoneKind, Place, Seen};
use chrono::NaiveDate;

/// A stretch of days in one stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// What people call the stage.
    pub name: String,
    /// The column of the board, from 0; the one after the last is the mainstream. None while paused.
    pub column: Option<usize>,
    pub from_on: NaiveDate,
    pub to_on: NaiveDate,
    pub kind: StretchKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StretchKind {
    Been,
    /// From today to the gate that is planned to end it.
    Planned,
}

impl Seen<'_> {
    /// What was is known from the moves. Ahead the present stage lasts until the next open gate, the stage after it until
    /// the gate after that, and so on; beyond the last planned gate nothing is said.
    pub(super) fn stretches(self, innovation: &Innovation, today: NaiveDate) -> Vec<Stretch> {
        let model = self.stage_model_of(innovation);
        let column = |place: Place| match place {
            Place::Stage(index) => Some(usize::from(index)),
            Place::Mainstreamed => Some(model.stages.len()),
            _ => None,
        };
        let stretch = |place: Place, from_on, to_on, kind| Stretch {
            name: model.name(place).to_owned(),
            column: column(place),
            from_on,
            to_on,
            kind,
        };
        let visits = self.visits(innovation, today);
        let shown = visits.iter().filter(|one| !matches!(one.place, Place::Idea | Place::Stopped));
        let mut stretches: Vec<Stretch> = vec![];
        for visit in shown {
            let next = stretch(visit.place, visit.from_on, visit.to_on, StretchKind::Been);
            match stretches.last_mut().filter(|last| last.name == next.name && last.to_on == next.from_on) {
                // A repeated stage goes on.
                Some(last) => last.to_on = next.to_on,
                None => stretches.push(next),
            }
        }
        let Some(Place::Stage(now)) = visits.last().map(|last| last.place) else { return stretches };
        let open = self.open_milestones(innovation.id).into_iter();
        let gates = open.filter(|one| one.kind == MilestoneKind::Gate).map(|one| one.forecast_on());
        let mut from = today;
        let ahead = (now..=u8::MAX).take_while(|index| usize::from(*index) < model.stages.len()).map(Place::Stage);
        for (place, gate) in ahead.zip(gates.filter(|gate| *gate > today)) {
            stretches.push(stretch(place, from, gate, StretchKind::Planned));
            from = gate;
        }
        stretches
    }
}
