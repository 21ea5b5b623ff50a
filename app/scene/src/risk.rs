//! Risks, looked at again, acted on, accepted, closed and come true.
use crate::trouble::Trouble;
use crate::{
    deed::{Deeds, id, said, words},
    innovation::Row,
    people::Who,
};
use domain::{
    AcceptanceInput, Considered, ControlInput, HappenedInput, IssueId, Proximity, ReviewInput, RiskActionInput,
    RiskCategory, RiskId, RiskInput, RiskKind, RiskResponse, Score, ScoringInput, YesNo,
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
    /// Whether the control works, and when that was tested.
    pub tested: Option<(YesNo, i64)>,
    /// When it was thought through, and what is gained, the worst, and when to stop.
    pub considered: Option<(i64, [&'static str; 3])>,
    /// What happened, and the issue that it became.
    pub happened: Option<(&'static str, Trouble)>,
    /// Likelihood and impact that are aimed for, and by when.
    pub aim: Option<((u8, u8), i64)>,
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
        tested: None,
        considered: None,
        happened: None,
        aim: None,
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

    pub const fn tested(self, works: YesNo, ago: i64) -> Self {
        Self { tested: Some((works, ago)), ..self }
    }

    pub const fn considered(self, ago: i64, card: [&'static str; 3]) -> Self {
        Self { considered: Some((ago, card)), ..self }
    }

    pub const fn happened(self, what: &'static str, issue: Trouble) -> Self {
        Self { happened: Some((what, issue)), ..self }
    }

    pub const fn aim(self, likelihood: u8, impact: u8, by: i64) -> Self {
        Self { aim: Some(((likelihood, impact), by)), ..self }
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

    fn input(&self, owner: domain::MembershipId, deeds: &Deeds) -> RiskInput {
        let [cause, event, effect] = self.told.map(words);
        RiskInput {
            cause,
            event,
            effect,
            category: self.category,
            owner,
            target: self.aim.map(|(aim, _)| score(aim)),
            target_on: self.aim.map(|(_, by)| deeds.day(by)),
            proximity: if self.score.0 >= 4 { Proximity::OneToThree } else { Proximity::ThreeToSix },
            response: self.response(),
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
            self.check(one, risk, deeds);
            self.end(one, risk, deeds);
        }
    }

    fn enter(&'static self, one: &'static Hazard, risk: RiskId, deeds: &mut Deeds) {
        let owner = self.lead_on(one.entered);
        let review_due_on = deeds.day(one.next_review(one.entered));
        let input = one.input(owner.place(), deeds);
        deeds.add(one.entered, owner, move |seen, today| {
            let scoring = ScoringInput {
                inherent: score(one.inherent),
                score: score(one.score),
                note: None,
                review_due_on,
                control: said(one.controls),
            };
            seen.add_risk(risk, self.id(), one.kind, input, scoring, today)
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

    fn check(&'static self, one: &'static Hazard, risk: RiskId, deeds: &mut Deeds) {
        if let Some((works, ago)) = one.tested {
            deeds.tell(ago, self.lead_on(ago), move |seen, today| {
                let version = seen.risk(self.id(), risk)?.entry.version;
                let input =
                    ControlInput { text: words(one.controls), effective: Some(works), last_tested_on: Some(today) };
                seen.edit_control(self.id(), risk, 1, input, version, today)
            });
        }
        if let Some((ago, [upside, worst_case, stop_at])) = one.considered {
            deeds.tell(ago, self.lead_on(ago), move |seen, _| {
                let version = seen.risk(self.id(), risk)?.entry.version;
                let card = Considered { upside: said(upside), worst_case: said(worst_case), stop_at: said(stop_at) };
                seen.consider_risk(self.id(), risk, card, version)
            });
        }
    }

    fn end(&'static self, one: &'static Hazard, risk: RiskId, deeds: &mut Deeds) {
        if let Some((by, ago, until, reason)) = one.accepted {
            let until = deeds.day(until);
            deeds.tell(ago, by, move |seen, today| {
                let version = seen.risk(self.id(), risk)?.entry.version;
                let input = AcceptanceInput { reason: words(reason), body: None, until };
                seen.accept_risk(self.id(), risk, input, version, today)
            });
        }
        if let Some((what, issue)) = &one.happened {
            let (due_on, by) = (deeds.day(issue.due), self.lead_on(issue.raised));
            let new = IssueId(id(&format!("issue of {risk}")));
            deeds.tell(issue.raised, by, move |seen, today| {
                let version = seen.risk(self.id(), risk)?.entry.version;
                let input = HappenedInput { what: words(what), issue: Some(issue.input(by.place(), today, due_on)) };
                seen.risk_happened(self.id(), risk, input, new, version, today)
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
