//! Experiments, planned before they began.
use crate::{
    deed::{Deeds, id, said, words},
    innovation::Row,
};
use domain::{Better, Concluded, ExperimentId, ExperimentInput, Number, Pence, Refusal, ResultInput};

/// Days are days ago.
pub(crate) struct Trial {
    pub code: &'static str,
    pub hypothesis: &'static str,
    pub measure: &'static str,
    pub unit: &'static str,
    pub threshold: f64,
    /// Planned and reached.
    pub sample: [u32; 2],
    pub stop_rule: &'static str,
    /// In pounds.
    pub cost_cap: i64,
    pub planned: i64,
    pub starts: i64,
    pub ends: i64,
    pub told: i64,
    pub result: f64,
    pub learning: &'static str,
}

impl Trial {
    pub fn tell(&'static self, row: &'static Row, deeds: &mut Deeds) {
        let (starts_on, ends_on) = (deeds.day(self.starts), deeds.day(self.ends));
        let planned = deeds.calendar.working_day(self.planned);
        deeds.tell(planned, row.lead_on(planned), move |seen, today| {
            let input = ExperimentInput {
                hypothesis: words(self.hypothesis),
                measure: words(self.measure),
                unit: said(self.unit),
                measure_id: None,
                better: Better::Higher,
                threshold: Number(self.threshold),
                reason: None,
                sample_planned: Some(self.sample[0]),
                stop_rule: words(self.stop_rule),
                cost_cap: Some(Pence(self.cost_cap * 100)),
                starts_on,
                ends_on,
            };
            let name = ExperimentId(id(&format!("experiment {} {}", self.code, self.hypothesis)));
            seen.add_experiment(name, row.id(), input, today)
        });
        deeds.tell(self.told, row.lead_on(self.told), move |seen, today| {
            let mut all = seen.experiments(row.id());
            let one = all.find(|one| &*one.hypothesis == self.hypothesis).ok_or(Refusal::NotFound)?;
            let input = ResultInput {
                concluded: Concluded::Result(Number(self.result)),
                sample_actual: Some(self.sample[1]),
                learning: said(self.learning),
            };
            seen.record_result(row.id(), one.ordinal, input, one.entry.version, today)
        });
    }
}
