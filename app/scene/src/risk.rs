//! Risks, looked at again, acted on, accepted and closed.
use crate::{
    deed::{Deeds, id, words},
    innovation::Row,
    people::Who,
};
use domain::{
    AcceptanceInput, Proximity, ReviewInput, RiskActionInput, RiskCategory, RiskId, RiskInput, RiskKind, RiskResponse,
    Score, ScoringInput,
};

/// Days ago; to come is negative.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hazard {
    pub kind: RiskKind,
    pub category: RiskCategory,
    /// Cause, event and effect.
    pub told: [&'static str; 3],
    /// Likelihood and impact before controls, and when it was entered.
    pub inherent: (u8, u8),
    pub score: (u8, u8),
    pub entered: i64,
    pub controls: &'static str,
    /// When, the score then, and a note; oldest first.
    pub reviews: &'static [(i64, u8, u8, &'static str)],
    pub review_due: i64,
    pub action: Option<Action>,
    /// By whom, when, until, and why.
    pub accepted: Option<(Who, i64, i64, &'static str)>,
    pub closed: Option<(i64, &'static str)>,
}

/// What is to be done, when that was agreed, by when, and when it was done.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Action {
    pub text: &'static str,
    pub agreed: i64,
    pub due: i64,
    pub done: Option<i64>,
}

pub(crate) const fn threat(
    category: RiskCategory,
    told: [&'static str; 3],
    inherent: (u8, u8),
    score: (u8, u8),
    entered: i64,
) -> Hazard {
    Hazard {
        kind: RiskKind::Threat,
        category,
        told,
        inherent,
        score,
        entered,
        controls: "",
        reviews: &[],
        review_due: -40,
        action: None,
        accepted: None,
        closed: None,
    }
}

pub(crate) const fn opportunity(
    category: RiskCategory,
    told: [&'static str; 3],
    score: (u8, u8),
    entered: i64,
) -> Hazard {
    Hazard { kind: RiskKind::Opportunity, ..threat(category, told, score, score, entered) }
}

impl Hazard {
    pub const fn controls(self, controls: &'static str) -> Self {
        Self { controls, ..self }
    }

    pub const fn reviewed(self, reviews: &'static [(i64, u8, u8, &'static str)]) -> Self {
        Self { reviews, ..self }
    }

    pub const fn due(self, review_due: i64) -> Self {
        Self { review_due, ..self }
    }

    pub const fn action(self, text: &'static str, agreed: i64, due: i64) -> Self {
        Self { action: Some(Action { text, agreed, due, done: None }), ..self }
    }

    pub const fn finished(self, text: &'static str, agreed: i64, due: i64, done: i64) -> Self {
        Self { action: Some(Action { text, agreed, due, done: Some(done) }), ..self }
    }

    pub const fn accepted(self, by: Who, ago: i64, until: i64, reason: &'static str) -> Self {
        Self { accepted: Some((by, ago, until, reason)), ..self }
    }

    pub const fn closed(self, ago: i64, reason: &'static str) -> Self {
        Self { closed: Some((ago, reason)), ..self }
    }

    /// The next review that was planned on a day: the present one at the last look, a quarter later before.
    fn next_review(&self, ago: i64) -> i64 {
        let last = self.reviews.last().map_or(self.entered, |(ago, ..)| *ago);
        if ago == last { self.review_due.min(ago - 1) } else { ago - 91 }
    }

    fn response(&self) -> RiskResponse {
        match self.kind {
            RiskKind::Opportunity => RiskResponse::Enhance,
            RiskKind::Threat if self.accepted.is_some() => RiskResponse::Tolerate,
            RiskKind::Threat => RiskResponse::Treat,
        }
    }

    fn input(&self, owner: domain::MembershipId) -> RiskInput {
        let [cause, event, effect] = self.told.map(words);
        RiskInput {
            cause,
            event,
            effect,
            category: self.category,
            owner,
            target: None,
            target_on: None,
            proximity: if self.score.0 >= 4 { Proximity::OneToThree } else { Proximity::ThreeToSix },
            response: self.response(),
            controls: crate::deed::said(self.controls),
        }
    }
}

const fn score((likelihood, impact): (u8, u8)) -> Score {
    Score { likelihood, impact }
}

impl Row {
    pub fn watch(&'static self, deeds: &mut Deeds) {
        for (index, one) in self.risks.iter().enumerate() {
            let risk = RiskId(id(&format!("risk {} {}", self.code, index + 1)));
            self.enter(one, risk, deeds);
            self.review(one, risk, deeds);
            if let Some(action) = &one.action {
                self.act(action, risk, deeds);
            }
            self.end(one, risk, deeds);
        }
    }

    fn enter(&'static self, one: &'static Hazard, risk: RiskId, deeds: &mut Deeds) {
        let owner = self.lead_on(one.entered);
        let review_due_on = deeds.day(one.next_review(one.entered));
        deeds.add(one.entered, owner, move |seen, today| {
            let scoring =
                ScoringInput { inherent: score(one.inherent), score: score(one.score), note: None, review_due_on };
            seen.add_risk(risk, self.id(), one.kind, one.input(owner.place()), scoring, today)
        });
    }

    fn review(&'static self, one: &'static Hazard, risk: RiskId, deeds: &mut Deeds) {
        for (ago, likelihood, impact, note) in one.reviews {
            let review_due_on = deeds.day(one.next_review(*ago));
            deeds.tell(*ago, self.lead_on(*ago), move |seen, today| {
                let version = seen.risk(self.id(), risk)?.entry.version;
                let score = score((*likelihood, *impact));
                let input = ReviewInput { score, note: Some(words(note)), review_due_on };
                seen.review_risk(self.id(), risk, input, version, today)
            });
        }
    }

    fn act(&'static self, action: &'static Action, risk: RiskId, deeds: &mut Deeds) {
        let (owner, due_on) = (self.lead_on(action.agreed), deeds.day(action.due));
        deeds.tell(action.agreed, owner, move |seen, today| {
            let version = seen.risk(self.id(), risk)?.entry.version;
            let input = RiskActionInput { text: words(action.text), owner: owner.place(), due_on };
            seen.add_risk_action(self.id(), risk, input, version, today)
        });
        if let Some(ago) = action.done {
            deeds.tell(ago, self.lead_on(ago), move |seen, today| {
                let version = seen.risk(self.id(), risk)?.entry.version;
                seen.finish_risk_action(self.id(), risk, 1, today, version, today)
            });
        }
    }

    fn end(&'static self, one: &'static Hazard, risk: RiskId, deeds: &mut Deeds) {
        if let Some((by, ago, until, reason)) = one.accepted {
            let until = deeds.day(until);
            deeds.tell(ago, by, move |seen, today| {
                let version = seen.risk(self.id(), risk)?.entry.version;
                let input = AcceptanceInput { reason: words(reason), until };
                seen.accept_risk(self.id(), risk, input, version, today)
            });
        }
        if let Some((ago, reason)) = one.closed {
            deeds.tell(ago, self.lead_on(ago), move |seen, today| {
                let version = seen.risk(self.id(), risk)?.entry.version;
                seen.close_risk(self.id(), risk, words(reason), version, today)
            });
        }
    }
}
