//! Recording what a review found.
use super::{OutcomeHeld, ReviewKind, SustainmentReview, due::review_due_on};
use crate::{
    Act, Decision, Entry, Impossible, InnovationId, Problem, Reason, Refusal, Rule, Seen, SiteId, SustainmentReviewId,
    Version, YesNo, seen::plausible,
};
use chrono::NaiveDate;

#[derive(Clone, Debug)]
pub struct SustainmentInput {
    /// One or several that went live on the same day; none for an innovation without sites.
    pub sites: Vec<SiteId>,
    pub kind: ReviewKind,
    /// Not before it went live, and not in the future.
    pub done_on: NaiveDate,
    pub still_in_use: YesNo,
    pub outcome_held: OutcomeHeld,
    pub action: Option<Reason>,
}

impl Seen<'_> {
    /// Several sites of one day in one record.
    pub fn record_review(
        self,
        id: SustainmentReviewId,
        innovation: InnovationId,
        input: SustainmentInput,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        let live_on = self.reviewed_since(innovation, &input.sites, today)?;
        let mut problems = done_problems(live_on, input.done_on, today);
        let covers = |one: &SustainmentReview| {
            let shared = one.sites.iter().any(|site| input.sites.contains(site));
            one.kind == input.kind && (shared || one.sites.is_empty() && input.sites.is_empty())
        };
        if self.sustainment_reviews(innovation).any(|one| covers(one)) {
            problems.push(Problem::new("kind", Rule::Taken));
        }
        Refusal::unless_sound(problems)?;
        let SustainmentInput { sites, kind, done_on, still_in_use, outcome_held, action } = input;
        let due_on = review_due_on(live_on, kind);
        let entry = Entry::default();
        Ok(Decision::add(SustainmentReview {
            id,
            entry,
            innovation,
            sites,
            kind,
            due_on,
            done_on,
            still_in_use,
            outcome_held,
            action,
        }))
    }

    /// What was found, put right; of which sites and which review stays.
    pub fn edit_review(
        self,
        innovation: InnovationId,
        id: SustainmentReviewId,
        input: SustainmentInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        let found = self.sustainment_reviews(innovation).find(|one| one.id == id);
        let before = found.ok_or(Refusal::NotFound)?;
        Refusal::unless_seen(seen, before)?;
        let live_on = self.reviewed_since(innovation, &before.sites, today)?;
        Refusal::unless_sound(done_problems(live_on, input.done_on, today))?;
        let SustainmentInput { done_on, still_in_use, outcome_held, action, .. } = input;
        let after = SustainmentReview { done_on, still_in_use, outcome_held, action, ..(**before).clone() };
        Ok(Decision::change(before, after))
    }

    fn reviewed_since(
        self,
        innovation: InnovationId,
        sites: &[SiteId],
        today: NaiveDate,
    ) -> Result<NaiveDate, Refusal> {
        let never = Refusal::Impossible(Impossible::NeverLive);
        if sites.is_empty() {
            if self.sites(innovation).next().is_some() {
                return Err(Refusal::invalid("sites", Rule::Missing));
            }
            return self.embedded_on(self.innovation(innovation)?, today).ok_or(never);
        }
        let mut days = Vec::new();
        for id in sites {
            let live_on = self.site_sight(self.site(innovation, *id)?, today).live_on;
            days.push(live_on.ok_or_else(|| never.clone())?);
        }
        days.dedup();
        match days[..] {
            [day] => Ok(day),
            _ => Err(Refusal::invalid("sites", Rule::OneLiveDay)),
        }
    }
}

fn done_problems(live_on: NaiveDate, done_on: NaiveDate, today: NaiveDate) -> Vec<Problem> {
    let mut problems: Vec<_> = plausible("done_on", done_on).into_iter().collect();
    if done_on > today {
        problems.push(Problem::new("done_on", Rule::After(today)));
    }
    if done_on < live_on {
        problems.push(Problem::new("done_on", Rule::Before(live_on)));
    }
    problems
}
