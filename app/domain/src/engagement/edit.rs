//! Putting an engagement right, and taking it off the record.
use super::{Engagement, EngagementInput, log::with_new_groups};
use crate::{Act, Decision, EngagementId, InnovationId, Problem, Reason, Refusal, Rule, Seen, Version};
use chrono::NaiveDate;

impl Seen<'_> {
    /// Whether the actor may put it right: whoever logged it, and whoever keeps the stakeholders of the innovation.
    #[must_use]
    pub fn may_edit_engagement(self, engagement: &Engagement) -> bool {
        let Ok(innovation) = self.innovation(engagement.innovation) else { return false };
        let logged = engagement.entry.by == self.actor.person && self.may(Act::LogEngagement, Some(innovation));
        logged || self.may(Act::EditStakeholders, Some(innovation))
    }

    /// The innovation on whose page it is told stays the first; one that somebody spoke of stays too. The stage of the
    /// day is read again only where the day or the innovations change.
    pub fn edit_engagement(
        self,
        innovation: InnovationId,
        id: EngagementId,
        input: EngagementInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.engagement(innovation, id)?;
        if !self.may_edit_engagement(before) {
            return Err(Refusal::NotAllowed(Act::EditStakeholders));
        }
        let innovations = self.engaged_innovations(&input)?;
        Refusal::unless_seen(seen, before)?;
        let mut problems = self.engagement_problems(&input, today);
        let mut after = self.engagement_of(id, before.entry, &input, &innovations, today);
        let spoken = self.feedback_of(before).into_iter();
        if after.innovation != before.innovation || spoken.clone().any(|one| !after.is_about(one.innovation)) {
            problems.push(Problem::new("innovations", Rule::Choose));
        }
        if spoken.clone().any(|one| after.voice_problem(None, one.from).is_some()) {
            problems.push(Problem::new("groups", Rule::Choose));
        }
        Refusal::unless_sound(problems)?;
        if after.on == before.on && after.also == before.also {
            after.stage_then.clone_from(&before.stage_then);
        }
        Ok(with_new_groups(Decision::default(), &input).and_change(before, after))
    }

    /// With all that was said there.
    pub fn remove_engagement(
        self,
        innovation: InnovationId,
        id: EngagementId,
        reason: Reason,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        let before = self.engagement(innovation, id)?;
        if !self.may_edit_engagement(before) {
            return Err(Refusal::NotAllowed(Act::EditStakeholders));
        }
        Refusal::unless_seen(seen, before)?;
        let said = self.feedback_of(before).into_iter().map(Decision::remove);
        Ok(said.fold(Decision::remove(before), Decision::and).because(Some(reason)))
    }
}
