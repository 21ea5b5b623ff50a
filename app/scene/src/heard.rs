//! Whom the innovations affect, when they were met, and what became of what they said.
use crate::{
    deed::{Deeds, id, said, words},
    innovation::Row,
    organisation::Organisation,
    partner::partner,
    people::Who,
};
use chrono::NaiveDate;
use domain::{
    AnswerInput, AnswerRow, Consultation, Decision, EngagementId, EngagementInput, EngagementLevel, EngagementMethod,
    FeedbackId, FeedbackPoint, FeedbackResponse, FormalDecisionId, Group, PublishInput, PublishRow, Refusal, Seen,
    Sentiment, StakeId, StakeInput, StakeholderId, StakeholderInput, StakeholderKind, Visibility, Voice,
};

/// Days are days ago; to come is negative.
pub(crate) struct Heard {
    pub groups: &'static [Party],
    pub stakes: &'static [Stands],
    pub met: &'static [Met],
}

pub(crate) struct Party {
    pub name: &'static str,
    pub kind: StakeholderKind,
    pub area: &'static str,
    pub speaks_for: &'static [&'static str],
}

pub(crate) const fn party(
    name: &'static str,
    kind: StakeholderKind,
    area: &'static str,
    speaks_for: &'static [&'static str],
) -> Party {
    Party { name, kind, area, speaks_for }
}

/// The groups of one innovation, all named on one day.
pub(crate) struct Stands {
    pub code: &'static str,
    pub named: i64,
    /// Name, power, interest, impact, cadence in days.
    pub groups: &'static [(&'static str, [u8; 3], u32)],
}

pub(crate) struct Met {
    pub code: &'static str,
    pub ago: i64,
    pub level: EngagementLevel,
    pub method: EngagementMethod,
    pub purpose: &'static str,
    pub groups: &'static [(&'static str, u32)],
    /// By name, of the same innovation.
    pub partners: &'static [&'static str],
    pub leaders: &'static [Who],
    pub said: &'static [Said],
    pub asks: Option<Asks>,
}

/// A consultation: open between two days, for the decision of these words. It is logged once it has closed.
pub(crate) struct Asks {
    pub opened: i64,
    pub closed: i64,
    pub logged: i64,
    pub answered: i64,
    pub open: bool,
    pub decision: &'static str,
}

#[derive(Clone, Copy)]
pub(crate) struct Said {
    pub words: &'static str,
    pub theme: &'static str,
    pub felt: Sentiment,
    pub came: Came,
}

/// What came of it.
#[derive(Clone, Copy)]
pub(crate) enum Came {
    Waits,
    /// Answered, and nobody told people.
    Answered(FeedbackResponse, &'static str),
    Told(FeedbackResponse, &'static str),
    /// We did, people were told, and this is different now.
    Changed(&'static str, &'static str),
}

pub(crate) const fn spoke(words: &'static str, theme: &'static str, felt: Sentiment, came: Came) -> Said {
    Said { words, theme, felt, came }
}

pub(crate) const fn met(
    code: &'static str,
    ago: i64,
    level: EngagementLevel,
    method: EngagementMethod,
    purpose: &'static str,
    groups: &'static [(&'static str, u32)],
    said: &'static [Said],
) -> Met {
    Met { code, ago, level, method, purpose, groups, partners: &[], leaders: &[], said, asks: None }
}

fn group(name: &str) -> StakeholderId {
    StakeholderId(id(&format!("stakeholder {name}")))
}

impl Heard {
    pub fn tell(&'static self, organisation: &'static Organisation, deeds: &mut Deeds) {
        // The register was begun with the first innovations that are still told.
        let ago = organisation.founded.min(790);
        deeds.tell(ago, organisation.manager, move |seen, _| {
            self.groups.iter().try_fold(Decision::default(), |all, one| {
                let input = StakeholderInput {
                    name: words(one.name),
                    kind: one.kind,
                    area: said(one.area),
                    characteristics: one.speaks_for.iter().map(|one| words(one)).collect(),
                };
                Ok(all.and(seen.add_stakeholder(group(one.name), input)?))
            })
        });
        for stands in self.stakes {
            stands.tell(organisation.row(stands.code), deeds);
        }
        for met in self.met {
            met.tell(organisation.row(met.code), deeds);
        }
        for row in organisation.innovations.iter().filter(|row| row.visible_to == Visibility::Public) {
            deeds.tell(1, organisation.manager, move |seen, today| publish(row, seen, today));
        }
    }
}

impl Stands {
    fn tell(&'static self, row: &'static Row, deeds: &mut Deeds) {
        let lead = row.lead_on(self.named);
        deeds.tell(self.named, lead, move |seen, today| {
            self.groups.iter().try_fold(Decision::default(), |all, (name, [power, interest, impact], cadence)| {
                let input = StakeInput {
                    stakeholder: group(name),
                    power: *power,
                    interest: *interest,
                    impact: *impact,
                    stance_now: None,
                    stance_wanted: None,
                    target_level: EngagementLevel::Ask,
                    cadence_days: Some(*cadence),
                    owner: Some(lead.place()),
                    priority_anyway: false,
                };
                let stake = StakeId(id(&format!("stake {} {name}", self.code)));
                Ok(all.and(seen.add_stake(stake, row.id(), input, today)?))
            })
        });
    }
}

impl Met {
    fn engagement(&self) -> EngagementId {
        EngagementId(id(&format!("engagement {} {}", self.code, self.ago)))
    }

    fn feedback(&self, index: usize) -> FeedbackId {
        FeedbackId(id(&format!("feedback {} {} {index}", self.code, self.ago)))
    }

    fn tell(&'static self, row: &'static Row, deeds: &mut Deeds) {
        let logged = self.asks.as_ref().map_or(self.ago, |asks| asks.logged);
        let on = deeds.day(self.ago);
        let open = self.asks.as_ref().map(|asks| (deeds.day(asks.opened), deeds.day(asks.closed)));
        deeds.tell(logged, row.lead_on(logged), move |seen, today| self.log(row, on, open, seen, today));
        for (index, one) in self.said.iter().enumerate() {
            self.answer(row, index, one, deeds);
        }
    }

    fn log(
        &'static self,
        row: &Row,
        on: NaiveDate,
        open: Option<(NaiveDate, NaiveDate)>,
        seen: Seen<'_>,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let consultation = self.asks.as_ref().zip(open).map(|(asks, (opened_on, closed_on))| Consultation {
            opened_on,
            closed_on,
            decision_still_open: asks.open,
            changes_service: false,
            decision: decided(seen, row, asks.decision),
        });
        let linked = consultation.is_some();
        let input = EngagementInput {
            innovations: vec![row.id()],
            on,
            purpose: said(self.purpose),
            level: self.level,
            method: self.method,
            led_by: Some(row.lead_on(self.ago).place()),
            leaders_present: self.leaders.iter().map(Who::place).collect(),
            groups: self
                .groups
                .iter()
                .map(|(name, people)| Group { stakeholder: group(name), people: Some(*people) })
                .collect(),
            new_groups: vec![],
            partners: self.partners.iter().map(|name| partner(self.code, name)).collect(),
            next_step: None,
            information_link: linked.then(|| words("https://consult.example.org/proposal")),
            formats: vec![],
            languages: None,
            consultation,
        };
        let first = self.groups.first().map(|(name, _)| Voice::Stakeholder(group(name)));
        let said = self.said.iter().enumerate().map(|(index, one)| FeedbackPoint {
            id: self.feedback(index),
            innovation: None,
            from: first,
            theme: said(one.theme),
            said: words(one.words),
            count_band: None,
            sentiment: Some(one.felt),
        });
        seen.log_engagement(self.engagement(), input, said.collect(), today)
    }

    /// Nine days after it was said; people are told one to two weeks later.
    fn answer(&'static self, row: &'static Row, index: usize, one: &'static Said, deeds: &mut Deeds) {
        let (response, text, changed, tells) = match one.came {
            Came::Waits => return,
            Came::Answered(response, text) => (response, text, "", false),
            Came::Told(response, text) => (response, text, "", true),
            Came::Changed(text, changed) => (FeedbackResponse::WeDid, text, changed, true),
        };
        let ago = self.asks.as_ref().map_or(self.ago - 9, |asks| asks.answered);
        let name = self.feedback(index);
        deeds.tell(ago, row.lead_on(ago), move |seen, today| {
            let version = seen.feedback(row.id(), name)?.entry.version;
            let decision = self.asks.as_ref().filter(|asks| asks.open);
            let input = AnswerInput {
                response,
                text: words(text),
                responded_on: today,
                changed: said(changed),
                decision: decision.and_then(|asks| decided(seen, row, asks.decision)),
                told_back_on: None,
                public: false,
            };
            seen.answer_feedback(row.id(), name, input, version, today)
        });
        if tells {
            let later = [5, 8, 11, 14][index % 4];
            let ago = (ago - later).max(1);
            deeds.tell(ago, row.lead_on(ago), move |seen, today| {
                let version = seen.feedback(row.id(), name)?.entry.version;
                let row = AnswerRow { innovation: row.id(), feedback: name, seen: version };
                seen.tell_many_back(&[row], today, today)
            });
        }
    }
}

/// All that people were told, of an innovation that everyone may see.
fn publish(row: &Row, seen: Seen<'_>, today: NaiveDate) -> Result<Decision, Refusal> {
    let told = seen.feedback_about(row.id()).filter(|one| one.told_back_on.is_some());
    let rows = told.map(|one| PublishRow { feedback: one.id, seen: one.entry.version, public: true }).collect();
    let version = seen.innovation(row.id())?.entry.version;
    seen.publish_you_said(row.id(), &PublishInput { is_open: true, rows }, version, today)
}

fn decided(seen: Seen<'_>, row: &Row, what: &str) -> Option<FormalDecisionId> {
    seen.decisions_about(row.id()).find(|one| &*one.what == what).map(|one| one.id)
}
