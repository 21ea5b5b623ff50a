//! Opening the public page of an innovation, choosing what stands on it, and closing it.
use crate::{
    Act, Decision, Feedback, FeedbackId, Impossible, Innovation, InnovationId, Refusal, Seen, Version, Visibility,
};
use chrono::NaiveDate;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublishInput {
    /// Whether everyone may read the page.
    pub is_open: bool,
    /// What was told back, each with whether it stands on the page. What is not named stays as it is.
    pub rows: Vec<PublishRow>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublishRow {
    pub feedback: FeedbackId,
    /// The words that were read are those that are published.
    pub seen: Version,
    pub public: bool,
}

impl Seen<'_> {
    /// Also of a stopped innovation: people hear why.
    ///
    /// # Errors
    /// `Impossible` unless everyone may see the innovation; `Rows` with each whose words somebody changed, or that was not
    /// told back.
    pub fn publish_you_said(
        self,
        innovation: InnovationId,
        input: &PublishInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.innovation(innovation)?;
        self.must(Act::Publish, Some(before))?;
        if input.is_open && before.visible_to != Visibility::Public {
            return Err(Refusal::Impossible(Impossible::NotPublic));
        }
        Refusal::unless_seen(seen, before)?;
        let published_on = input.is_open.then(|| before.published_on.unwrap_or(today));
        let opened = Decision::change(before, Innovation { published_on, ..(**before).clone() });
        let (mut all, mut refused) = (opened, vec![]);
        for (index, row) in input.rows.iter().enumerate() {
            match self.published(innovation, row) {
                Ok(decision) => all = all.and(decision),
                Err(refusal @ Refusal::NotFound) => return Err(refusal),
                Err(refusal) => refused.push((index, refusal)),
            }
        }
        if refused.is_empty() { Ok(all) } else { Err(Refusal::Rows(refused)) }
    }

    fn published(self, innovation: InnovationId, row: &PublishRow) -> Result<Decision, Refusal> {
        let before = self.feedback(innovation, row.feedback)?;
        if before.public == row.public {
            return Ok(Decision::default());
        }
        Refusal::unless_seen(row.seen, before)?;
        if row.public && !before.is_closed() {
            return Err(Refusal::Impossible(Impossible::NotToldBack));
        }
        Ok(Decision::change(before, Feedback { public: row.public, ..(**before).clone() }))
    }
}
